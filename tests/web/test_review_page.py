"""The page of decisions in a browser: what is chosen there comes back as a file that is taken in."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from teicable.cli import main

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"
PROBE = """(() => {
const done = window.done = {};
const article = (number) => document.querySelectorAll('article')[number];
const set = (number, part, value) => {
  const input = article(number).querySelector(`[data-part=${part}]`);
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
done.hidden = article(0).querySelector('[data-part=why]').closest('label').hidden;
press('j'); press('a');
set(0, 'why', 'a \\\\ and a "ship"');
document.activeElement.blur(); press('j'); press('j'); press('r');
done.focused = document.activeElement.dataset.part;
document.getElementById('save').click();
done.refused = document.getElementById('told').textContent;
set(1, 'replacement', 'placeName ref=place:northport');
done.count = document.getElementById('count').textContent;
const state = document.querySelector('[data-filter=state]');
state.value = 'decided';
state.dispatchEvent(new Event('change', { bubbles: true }));
done.shown = [...document.querySelectorAll('article')].filter((a) => !a.hidden).length;
URL.createObjectURL = (blob) => { done.type = blob.type; blob.text().then((text) => {
  done.file = text; }); return 'about:blank'; };
HTMLAnchorElement.prototype.click = function () { done.name = this.download; };
document.getElementById('save').click();
})()"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built edition with one cable of the evaluation set, and one editor."""
    folder = tmp_path_factory.mktemp("review") / "ed"
    run("init", folder, "-q")
    for path in (folder / "source").glob("*.txt"):
        path.unlink()
    shutil.copy(GOLD / "040.txt", folder / "source")
    with (folder / "edition.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('\n[[editor]]\nid = "ed1"\nname = "Emilia Northcote"\n')
    run("build", folder, "-q", "--no-book")
    run("review", folder, "--html", "-o", folder / "review.html")
    return folder


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_decisions_come_back_from_the_page(edition, tab):
    tab.load(edition / "review.html")
    tab.run(PROBE)
    done = tab.until("'file' in window.done && window.done")
    assert done["hidden"]
    assert done["focused"] == "replacement"
    assert done["refused"] == "Say what this is instead, or leave it open."
    assert re.fullmatch(r"2 of \d+ decided", done["count"])
    assert (done["shown"], done["name"], done["type"]) == (2, "decisions.toml", "application/toml")
    first, second = tomllib.loads(done["file"])["decision"]
    assert (first["verdict"], first["why"]) == ("accept", 'a \\ and a "ship"')
    assert (second["verdict"], second["replacement"]) == ("replace", "placeName ref=place:northport")

    returned = edition / "decisions.toml"
    returned.write_text(done["file"].replace("place:northport", "place:nowhere"), encoding="utf-8")
    refused = run("review", edition, "--import", returned, code=2)
    assert f"{second['key']} “{second['quote']}”: no authority file has “place:nowhere”" in refused
    assert not (edition / "review").exists()
    returned.write_text(done["file"], encoding="utf-8")
    assert "4 decisions kept" in run("review", edition, "--import", returned)
    left = json.loads(run("review", edition, "--json"))
    assert not {first["key"], second["key"]} & {item["key"] for item in left}


def test_the_page_needs_nothing_beside_it(edition):
    page = (edition / "review.html").read_text("utf-8")
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?://""", page)


@pytest.mark.parametrize("width", [320, 1100])
def test_nothing_is_wider_than_the_window(edition, tab, width):
    tab.screen(width, 900)
    tab.load(edition / "review.html")
    assert tab.run("document.documentElement.scrollWidth") <= width

"""The three examples of transforms/README.md, copied out of it into a new edition: a template, a colour, a word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from teicable import resources
from teicable.edition import run
from teicable.edition.folder import open_edition

SCAFFOLD = Path(__file__).resolve().parents[2] / "src" / "teicable" / "edition" / "scaffold"
README = resources.transforms("README.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"`my-edition/(transforms/[^`]+)`:\n\n```\w+\n(.*?)```", README, re.DOTALL))
COLOURS = {False: "rgb(29, 79, 124)", True: "rgb(156, 195, 230)"}
LINK = "getComputedStyle(document.querySelector('.download a')).color"
PAPER = "getComputedStyle(document.body).backgroundColor"


def built(folder: Path, examples: dict[str, str]) -> Path:
    """The page of the invented cable in a new edition that has these files of its own."""
    edition = Path(shutil.copytree(SCAFFOLD, folder))
    for name, content in examples.items():
        (edition / name).parent.mkdir(parents=True, exist_ok=True)
        (edition / name).write_text(content, encoding="utf-8")
    opened = open_edition(edition)
    run.build(opened, jobs=1)
    return next(opened.site.glob("cable-*.html"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("plain") / "my-edition", {})


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("changed") / "my-edition", EXAMPLES)


def tree(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_text(encoding="utf-8"))


def test_the_readme_has_an_example_of_each_kind():
    assert set(EXAMPLES) == {"transforms/html.xsl", "transforms/css/edition.css", "transforms/l10n/en.xml"}


def test_one_template(plain, changed):
    phrase = "//article//i[@class='foreign']/following-sibling::*[1]"
    assert tree(plain).xpath(f"{phrase}[self::small]") == []
    (named,) = tree(changed).xpath(f"{phrase}[self::small]")
    assert named.text_content() == " (Russian, romanised)"


def test_one_word(plain, changed):
    heading = "string(//*[@id='page-names'])"
    assert [tree(page).xpath(heading) for page in (plain, changed)] == ["Names in this document", "Who is who"]


def test_all_else_stays(plain, changed):
    """Without the three changes the two pages are the same to the letter."""
    text = changed.read_text(encoding="utf-8").replace("Who is who", "Names in this document")
    without = re.sub(r'\s*<small class="apparatus" lang="en"> \(Russian, romanised\)</small>', "", text)
    assert re.sub(r"\s+", "", without) == re.sub(r"\s+", "", plain.read_text(encoding="utf-8"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_one_colour(tab, plain, changed, dark):
    tab.screen(1000, 800, dark=dark)
    seen = []
    for page in (plain, changed):
        tab.open(page.as_uri())
        tab.until("document.readyState === 'complete' && document.querySelector('.download a') && true")
        seen.append((tab.run(LINK), tab.run(PAPER)))
    (before, paper), (after, still) = seen
    assert after == COLOURS[dark] != before
    assert paper == still
    assert contrast(after, paper) > 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG reckons it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

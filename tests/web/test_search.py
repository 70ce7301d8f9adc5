"""The search of a site as a reader uses it: what is found, by which spelling, narrowed by what, in which order."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from teicable import resources
from teicable.cli import main
from teicable.edition.server import Server
from teicable.languages.folding import key

SAMPLE = "1950-01-09_sample_17.txt"
PERSONS = """<person xml:id="mao"><persName type="main" xml:lang="en">Mao Zedong</persName></person>
<person xml:id="vyshinsky"><persName type="main" xml:lang="en">Andrey Vyshinsky</persName>
<persName type="variant" xml:lang="en">Vyshinsky</persName></person>
<person xml:id="vetrov">"""
TEXTS = {
    "17": {"Report fulfillment": 'They agree to move to unification [ob"edineniiu]. Report fulfillment'},
    "18": {
        "January 9, 1950": "February 3, 1950",
        "9.1.50": "3.2.50",
        "Report fulfillment": "They move toward reunification [k obedineniiu]. Mao Zedong was informed. Report it",
    },
    "19": {
        "January 9, 1950": "March 4, 1951",
        "9.1.50": "4.3.51",
        "Top Secret": "Secret",
        "Comrade Vetrov": "Comrade Vyshinsky",
        "Orlov to Vetrov": "Orlov to Vyshinsky",
    },
}


def run(*arguments: object) -> None:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three invented cables, and an authority file that knows no other spelling of a name."""
    folder = tmp_path_factory.mktemp("search") / "ed"
    run("init", folder, "-q")
    sample = (folder / "source" / SAMPLE).read_text(encoding="utf-8")
    (folder / "source" / SAMPLE).unlink()
    for number, changes in TEXTS.items():
        text = sample.replace("No. 17", f"No. {number}")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (folder / "source" / f"{number}.txt").write_text(text, encoding="utf-8")
    persons = folder / "authorities" / "listperson.xml"
    persons.write_text(
        persons.read_text(encoding="utf-8").replace('<person xml:id="vetrov">', PERSONS), encoding="utf-8"
    )
    run("build", folder, "-q", "--no-book")
    return folder


@pytest.fixture(scope="module")
def server(edition):
    running = Server(edition / "build" / "site", "127.0.0.1", 0)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def search(server, tab):
    """Open the search page with a query, wait for its results, and return what it shows."""

    def ask(query: str = "", **others: str) -> dict[str, object]:
        address = "&".join(f"{name}={quote(value)}" for name, value in {"q": query, **others}.items())
        tab.open(f"{server.address}search.html?{address}")
        return shown(tab, query)

    return ask


def shown(tab, query):
    tab.until(f"document.documentElement?.dataset.searched === {json.dumps(query)}")
    found = tab.run("""JSON.stringify({
      count: document.getElementById('search-count').textContent,
      dates: [...document.querySelectorAll('.results .when')].map((e) => e.textContent),
      links: [...document.querySelectorAll('.results a')].map((e) => e.href.split('/').pop()),
      marks: [...document.querySelectorAll('.results mark')].map((e) => e.textContent),
      names: [...document.querySelectorAll('.results .terms')].map((e) => e.textContent),
      facets: Object.fromEntries([...document.querySelectorAll('[data-facet]')].filter((f) => !f.hidden).map((f) => [
        f.dataset.facet,
        Object.fromEntries([...f.querySelectorAll('label')].map((l) => [
          l.querySelector('.value').textContent, Number(l.querySelector('.number').textContent)]))])),
    })""")
    return json.loads(found)


@pytest.mark.parametrize(
    "query", ["obedineniiu", 'ob"edineniiu', "ob'edineniiu", "ob’yedineniyu", "объединению", "ОБЪЕДИНЕНИЮ"]
)
def test_transliterations_meet(search, query):
    found = search(query)
    assert found["dates"] == ["9 January 1950", "3 February 1950"] or found["dates"] == [
        "3 February 1950",
        "9 January 1950",
    ]
    assert sorted(re.sub(r"[^\w\"]", "", mark) for mark in found["marks"]) == ['ob"edineniiu', "obedineniiu"]


@pytest.mark.parametrize(
    ("query", "date"),
    [
        ("Mao Tse-tung", "3 February 1950"),
        ("Mao Zedong", "3 February 1950"),
        ("Mao Tsetung", "3 February 1950"),
        ("Vyshinskii", "4 March 1951"),
        ("Вышинский", "4 March 1951"),
        ("Andrey Vyshinskiy", "4 March 1951"),
    ],
)
def test_names_are_found_in_any_spelling(search, query, date):
    assert search(query)["dates"] == [date]


def test_facets_narrow_and_count(search, tab):
    found = search()
    assert found["count"] == "Documents: 3"
    assert found["dates"] == ["9 January 1950", "3 February 1950", "4 March 1951"]
    assert found["facets"]["year"] == {"1950": 2, "1951": 1}
    assert found["facets"]["marking"] == {"top secret": 2, "secret": 1}
    assert found["facets"]["sender"] == {"Orlov": 3}
    assert found["facets"]["addressee"] == {"Vetrov": 2, "Andrey Vyshinsky": 1}
    narrowed = search("mission", year="1951")
    assert narrowed["count"] == "Documents found: 1"
    assert narrowed["facets"]["year"] == {"1950": 2, "1951": 1}, "its own choice does not count against a facet"
    assert narrowed["facets"]["marking"] == {"secret": 1}
    tab.run("document.querySelector('[data-facet=year] input[value=\"1950\"]').click()")
    tab.until("document.querySelectorAll('.results > li').length === 3")
    assert tab.run("location.search") == "?q=mission&year=1950&year=1951"
    tab.run("document.getElementById('search-clear').click()")
    tab.until("location.search === '?q=mission'")


def test_results_are_put_in_order(search):
    assert search("mission", sort="oldest")["dates"] == ["9 January 1950", "3 February 1950", "4 March 1951"]
    assert search("mission", sort="newest")["dates"] == ["4 March 1951", "3 February 1950", "9 January 1950"]


def test_a_result_leads_to_its_place(search, edition):
    (link,) = search("reunification")["links"]
    page, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in (edition / "build" / "site" / page).read_text(encoding="utf-8")


def test_what_stands_between_quotation_marks_is_found_as_it_stands(search):
    assert search('"toward reunification"')["count"] == "Documents found: 1"
    assert search('"reunification toward"')["count"].startswith("No document")


@pytest.mark.parametrize("query", ["Andreyevsky", "theory", "mission Stalin", "delegationen"])
def test_what_nobody_wrote_is_not_found(search, query):
    """The word it begins with ("and", "the") is another word."""
    found = search(query, year="1950")
    assert found["count"].startswith("No document")
    assert found["links"] == []
    assert found["facets"] == {"year": {"1950": 0}}


@pytest.mark.parametrize("query", ["delegations", "deleg", "arrive", "Northpor", "packing"])
def test_forms_and_beginnings_of_a_word_find_it(search, query):
    assert search(query)["count"] == "Documents found: 3"


def test_typing_searches_and_is_told(search, tab):
    search()
    tab.run("document.getElementById('search-words').focus()")
    tab.call("Input.insertText", text="informed")
    found = shown(tab, "informed")
    assert found["count"] == "Documents found: 1"
    assert tab.run("location.search") == "?q=informed"
    status = tab.run("document.getElementById('search-count').getAttribute('aria-live')")
    assert status == "polite"
    assert tab.run("document.activeElement.id") == "search-words"


def test_nothing_is_fetched_elsewhere_and_nothing_goes_wrong(search, tab, server):
    search("obedineniiu", year="1950")
    asked = [request for request in tab.requests if not request.startswith(("data:", "blob:"))]
    assert len(asked) > 5
    assert {request for request in asked if not request.startswith(server.address)} == set()
    assert tab.console == []


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_the_narrowest_telephone(search, tab, dark):
    tab.screen(320, 700, dark=dark)
    search("mission", year="1950")
    assert tab.run("document.getElementById('search-facets').open")
    assert tab.run("document.documentElement.scrollWidth") == 320


def test_a_page_from_a_folder_says_why_it_cannot_search(edition, tab):
    tab.open((edition / "build" / "site" / "search.html").as_uri())
    tab.until("document.readyState === 'complete' && !document.getElementById('search-file').hidden")
    assert tab.run("document.getElementById('search').hidden")
    text = tab.run("document.getElementById('search-without').innerText")
    assert "opened from a folder" in text
    assert "teicable serve" in text
    assert tab.run("document.querySelectorAll('#search-without a[href]').length") == 4
    assert tab.console == []


def test_without_scripts_the_page_says_so(server, tab):
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.open(f"{server.address}search.html")
        tab.until("document.getElementById('search-without')?.innerText.includes('needs JavaScript')")
        assert tab.run("getComputedStyle(document.getElementById('search')).display") == "none"
    finally:
        tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_an_open_page_loads_again_and_shows_what_failed(server, tab):
    """What `teicable serve` tells a page, as it comes to the eye."""
    tab.open(server.address)
    tab.until("document.readyState === 'complete'")
    tab.run("window.old = true")
    server.news.changed()
    tab.until("!window.old && document.readyState === 'complete'")
    server.news.failed("edition.toml:1: nonsense")
    tab.until("document.getElementById('teicable-failed')?.textContent === 'edition.toml:1: nonsense'")
    server.news.failed("")
    tab.until("!document.getElementById('teicable-failed')")
    assert tab.console == []


def test_a_page_without_its_index_says_so(edition, tab, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    for name in ("search.html", "js/search.js"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes((edition / "build" / "site" / name).read_bytes())
    other = Server(site, "127.0.0.1", 0)
    other.start()
    try:
        tab.open(f"{other.address}search.html")
        tab.until("document.readyState === 'complete' && !document.getElementById('search-missing').hidden")
    finally:
        other.stop()


def test_the_script_folds_as_the_program_does(search, tab):
    search()
    script = resources.transforms("js/search.js").read_text(encoding="utf-8")
    folding = script[script.index("const single") : script.index("// Each word")]
    texts = [
        *TEXTS["18"].values(),
        "Щёлково ї’Кыргызстан Łódź straße ÅNGSTRÖM Хрущёв Chruščëv x-ray 周恩来 38th Ø ﬁ İ ß",
    ]
    words = " ".join([*texts, (resources.transforms("l10n/ru.xml")).read_text(encoding="utf-8")]).split()
    there = f"""(async () => {{ const table = await (await fetch('js/folding.json')).json(); {folding}
      return JSON.stringify({json.dumps(words)}.map(key)); }})()"""
    assert json.loads(tab.run(there)) == [key(word) for word in words]


def test_the_index_is_made_again_only_when_something_changed(edition):
    folder = edition / "build" / "site" / "pagefind"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert not list(folder.glob("*ui*"))
    assert not (edition / "build" / ".search").exists()
    run("build", edition, "-q", "--no-book")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert not any(b"pagefind" in path.read_bytes() for path in (edition / "build" / "site").glob("cable-*.html"))

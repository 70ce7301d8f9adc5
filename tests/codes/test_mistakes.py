"""Typical mistakes of somebody who edits TEI by hand: each is told once, at its place, with the way out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from teicable import authorities, edition, resources
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import text
from teicable.validation import spelling
from teicable.validation.layers import LAYERS, Surroundings, validate
from teicable.validation.patterns import rules
from teicable.xml.places import decoded

HERE = Path(__file__).resolve().parent / "mistakes"
CABLE = (HERE / "cable.xml").read_text(encoding="utf-8")
MISTAKES: list[dict[str, Any]] = [
    mistake
    for name in ("mistakes", "second", "third")
    for mistake in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["mistake"]
]
MARK = "‸"


@pytest.fixture(scope="module")
def around() -> Surroundings:
    """An edition whose authority files are those of a new one."""
    folder = Path(str(edition.__file__)).parent / "scaffold" / "authorities"
    paths = [*folder.glob("*.xml"), resources.vocabulary() / "taxonomies.xml"]
    found, diagnostics = authorities.read({path.name: path.read_bytes() for path in paths})
    assert diagnostics == []
    return Surroundings(found, {"cable.xml"}, lambda name: (HERE / name).read_bytes())


def marked(mistake: dict[str, Any]) -> str:
    """Return the file with the mistake, and the mark where the message has to point."""
    if "document" in mistake:
        return str(mistake["document"])
    text = CABLE
    for old, new in zip(mistake["change"][::2], mistake["change"][1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new, 1)
    if "cut" in mistake:
        text = text[: text.index(mistake["cut"]) + len(mistake["cut"])]
    return text


def written(mistake: dict[str, Any]) -> bytes:
    return marked(mistake).replace(MARK, "").encode(mistake.get("encoding", "utf-8"))


def found_in(mistake: dict[str, Any], data: bytes, around: Surroundings) -> list[Diagnostic]:
    """Return what is said of a file; where words were changed as well, fidelity tells that by itself."""
    return validate(data, "cable.xml", around, LAYERS[:-1] if mistake.get("words") else LAYERS)


def test_the_cable_without_mistakes_is_silent(around: Surroundings) -> None:
    assert validate(CABLE.encode(), "cable.xml", around) == []


def test_the_table_is_whole() -> None:
    assert len({mistake["name"] for mistake in MISTAKES}) == len(MISTAKES) >= 60
    for mistake in MISTAKES:
        assert marked(mistake).count(MARK) == (1 if mistake["code"] else 0), mistake["name"]
        assert set(mistake) <= {"name", "change", "document", "cut", "encoding", "words", "code", "says", "fix"}


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["name"] for mistake in MISTAKES])
def test_a_mistake_is_told_once_at_its_place_with_the_way_out(mistake: dict[str, Any], around: Surroundings) -> None:
    found = found_in(mistake, written(mistake), around)
    if not mistake["code"]:
        assert found == []
        return
    assert len(found) == 1, text(found)
    before = marked(mistake).partition(MARK)[0]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert found[0].code == mistake["code"]
    assert (found[0].location.line, found[0].location.column) == place, text(found)
    said = f"{found[0].message}\n{found[0].hint}"
    assert [words for words in mistake["says"] if words not in said] == [], said


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["name"] for mistake in MISTAKES])
def test_a_repair_repairs(mistake: dict[str, Any], around: Surroundings) -> None:
    """A repair leaves nothing of the diagnostic, and causes none; only what is certain is offered as safe."""
    data = written(mistake)
    for diagnostic in found_in(mistake, data, around):
        if diagnostic.fix is None:
            continue
        mended = decoded(data)
        for start, end, words in sorted(diagnostic.fix.edits, reverse=True):
            mended = mended[:start] + words + mended[end:]
        left = found_in(mistake, mended.encode(), around)
        assert diagnostic.message not in [other.message for other in left], text(left)
        if diagnostic.fix.safe:
            assert mistake["fix"], diagnostic.fix
            assert [one for one in left if one.code.startswith(("G", "X"))] == [], text(left)


def test_several_mistakes_are_all_told(around: Surroundings) -> None:
    independent = ("misspelt-element", "date-with-dots", "no-such-reason", "no-type", "person-not-in-authorities")
    chosen = [mistake for mistake in MISTAKES if mistake["name"] in independent]
    changes = [change for mistake in chosen for change in mistake["change"]]
    found = validate(written({"change": [change.replace(MARK, "") for change in changes]}), "cable.xml", around)
    assert sorted(diagnostic.code for diagnostic in found) == sorted(mistake["code"] for mistake in chosen), text(found)


def test_several_slips_are_all_told() -> None:
    words = "<TEI>\n<p>A & B</p>\n<p n=1>C</p>\n<p>D <hi>E</p>\n<p>F&nbsp;G</P>\n</TEI>"
    found = validate(words.encode(), "cable.xml")
    assert [(one.code, one.location.line, one.location.column) for one in found] == [
        ("G001", 2, 6),
        ("G001", 3, 6),
        ("G001", 4, 6),
        ("G001", 5, 5),
        ("G001", 5, 12),
    ], text(found)


def test_a_file_cut_off_within_a_tag_is_told_once(around: Surroundings) -> None:
    start = CABLE.index('<persName ref="person:vetrov">Vetrov</persName> went')
    for length, where in (
        (9, "the tag “<persName”"),
        (10, "the tag “<persName”"),
        (14, "the value of “ref”"),
        (20, "the value of “ref”"),
    ):
        (found,) = validate(CABLE[: start + length].encode(), "cable.xml", around)
        assert f"the file ends within {where}" in found.message, length
        assert "an earlier version" in found.hint


def test_columns_count_characters_in_any_encoding(around: Surroundings) -> None:
    wrong = CABLE.replace("UTF-8", "UTF-16").replace('value="2">two', 'vlaue="2">two')
    places = {
        (one.location.line, one.location.column)
        for encoding in ("utf-16", "utf-8-sig")
        for one in validate(wrong.replace("UTF-16", encoding[:6]).encode(encoding), "cable.xml", around)
    }
    line = next(line for line in wrong.splitlines() if "vlaue" in line)
    assert places == {(wrong.splitlines().index(line) + 1, line.index("vlaue") + 1)}


def test_what_the_rest_of_tei_has_is_no_misspelling() -> None:
    assert not any(spelling.of_tei(name) for name in rules())
    assert spelling.of_tei("figure")
    assert spelling.meant("particDesc", rules())[0] == ""
    assert spelling.meant("salut", rules())[0] == "salute"


def test_guidelines_have_an_entry_for_every_element_named() -> None:
    page = resources.schema("generated/guidelines.html").read_text(encoding="utf-8")
    assert [name for name in rules() if f'id="elem.{name}"' not in page] == []

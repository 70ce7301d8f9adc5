"""The PDF says what the cable says: every word and bracket, in order."""

from __future__ import annotations

import re

from lxml import etree


def letters(text: str) -> str:
    """Keep what is neither white space nor a hyphen, so that lines and divided words do not count."""
    return re.sub(r"[\s\-‐\u00ad]", "", text)


def blocks(renderer, tei: bytes) -> list[str]:
    """The lines of the reading text after its heading; notes at the foot stand elsewhere in print."""
    text = renderer.render(tei, "text").data.decode()
    return [line for line in text.split("\n\n\n", 1)[1].splitlines() if line.strip()]


def test_all_words_in_order(renderer, cable, words):
    read = letters(words(renderer.render(cable, "pdf").data, "-raw"))
    place = 0
    for line in blocks(renderer, cable):
        if line.startswith(("x/", "———")) or set(line) <= {"_"}:
            continue
        found = read.find(letters(line), place)
        assert found >= 0, line
        place = found + 1


def test_two_readings_keep_their_blank(renderer, words):
    from pathlib import Path

    forms = Path(__file__).parents[1] / "transforms" / "fixtures" / "forms.xml"
    read = " ".join(words(renderer.render(forms.read_bytes(), "pdf").data).split())
    assert "April 16 [17]" in read
    assert "KPA [Korean" in read
    assert "Pseudonym of I.V. Stalin" in read


def test_labels_in_russian(renderer, cable, words):
    read = words(renderer.render(cable, "pdf", {"lang": "ru"}).data)
    assert "Источник и права" in read
    assert "Source and rights" not in read


def test_unhandled_element_is_printed_and_reported(renderer, whole, words):
    made = renderer.render(whole("<p>See <figure>a map</figure>.</p>"), "pdf", path="tei/x.xml")
    assert [d.code for d in made.diagnostics] == ["T001"]
    assert "See a map." in words(made.data)


def test_language_of_each_phrase(renderer, whole):
    code = renderer.render(
        whole('<p xml:lang="ru">Да <foreign xml:lang="ru-Latn">da</foreign> <foreign xml:lang="x-odd">q</foreign></p>'),
        "typst",
    ).data.decode()
    assert 'foreign(text(lang: "ru", script: "latn", "da"))' in code
    assert 'foreign("q")' in code


def test_every_element_of_the_web_page_has_a_template(renderer, cable):
    assert etree.fromstring(cable) is not None
    assert not renderer.render(cable, "typst").diagnostics


def test_a_correction_of_the_edition_has_its_note_at_the_foot(renderer, whole, words):
    person = b'<respStmt xml:id="ed1"><resp>editor</resp><persName>Anna Newcomer</persName></respStmt></titleStmt>'
    body = (
        '<p>We have <choice><sic>recieved</sic><corr resp="#ed1">received</corr></choice> '
        '<supplied resp="#ed1">the</supplied> boats<note resp="#ed1">Of wood.</note>.</p><note resp="#ed1">Seen.</note>'
    )
    made = renderer.render(whole(body).replace(b"</titleStmt>", person), "pdf")
    read = " ".join(words(made.data).split())
    assert "We have receiveda ⟨the⟩ boatsb." in read
    assert "a corrected by Anna Newcomer; source: recieved" in read
    assert "b Of wood. (Anna Newcomer, editor of this edition)" in read
    assert "Seen. (Anna Newcomer, editor of this edition)" in read
    assert made.diagnostics == ()

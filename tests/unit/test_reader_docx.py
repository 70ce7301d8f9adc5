"""Word documents: what Word shows, what stays out of the text, and what is refused."""

import io
import runpy
import zipfile
from pathlib import Path

import pytest

from teicable.conversion import Context, convert
from teicable.model.source import SourceText
from teicable.readers import read
from teicable.vocabularies import extended

MAKE = runpy.run_path(str(Path(__file__).parents[1] / "golden" / "make_readers.py"))
p, run, docx, W = MAKE["p"], MAKE["run"], MAKE["docx"], MAKE["W"]


def packed(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    MAKE["packed"](made, parts)
    return made.getvalue()


def document(body: str, **parts: str) -> SourceText:
    found = read("a.docx", packed(docx(body, **parts)))
    assert isinstance(found, SourceText), found
    return found


def refusal(data: bytes) -> tuple[str, str]:
    (found,) = read("a.docx", data)
    return found.code, found.message


def test_numbers_of_lists_go_on_after_a_paragraph_between():
    body = p("one", depth=0) + p("deeper", depth=1) + p("between") + p("two", depth=0) + p("deeper", depth=1)
    assert document(body, numbering=MAKE["LISTS"]).text.split("\n\n") == [
        "1. one",
        "a) deeper",
        "between",
        "2. two",
        "a) deeper\n",
    ]


def test_places_are_paragraphs_with_words():
    found = document(p("one") + p(" ") + p("two") + p("three"))
    assert [found.location(found.text.index(word)).line for word in ("one", "two", "three")] == [1, 2, 3]


def test_a_style_says_what_a_line_is_and_emphasis_is_known():
    styles = f"<w:styles {W}>{MAKE['style']('Signature')}{MAKE['style']('Foreign Word', 'character')}</w:styles>"
    words = run("one ") + run("two", "<w:i/>") + run(" three", '<w:rStyle w:val="ForeignWord"/>')
    found = document(p(words) + p("Arkadin", "Signature"), styles=styles)
    known = [(trait.kind, trait.value, trait.span.of(found.text).strip()) for trait in found.traits]
    assert known == [
        ("italic", "", "two"),
        ("character-style", "Foreign Word", "three"),
        ("paragraph-style", "Signature", "Arkadin"),
    ]


def test_an_edition_can_add_its_own_styles():
    styles = f"<w:styles {W}>{MAKE['style']('Podpis')}{MAKE['style']('Razrjadka', 'character')}</w:styles>"
    words = run("The rails have ") + run("not", '<w:rStyle w:val="Razrjadka"/>') + run(" come to the bridge.")
    body = p("SECRET") + p("To Comrade YELAGIN") + p(words) + p("the Harbour Master", "Podpis")
    own = b"""[[paragraph-style]]
type = "signature"
forms = ["Podpis"]
[[character-style]]
type = "underlined"
forms = ["Razrjadka"]
"""
    context = Context(vocabularies=extended({"styles.toml": own}))
    ((_, tei),) = convert("a.docx", packed(docx(body, styles=styles)), context).files.items()
    assert b'<hi rend="underlined" ana="rule:lines basis:stated">not</hi>' in tei
    assert b"<signed>the Harbour Master<" in tei


def test_a_page_that_word_noted_twice_begins_once():
    broken = '<w:r><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r>'
    found = document(p("one") + p(run("two ") + "<w:r><w:lastRenderedPageBreak/></w:r>" + run("more")) + p(broken))
    pages = [(trait.value, trait.span.of(found.text).strip()) for trait in found.traits if trait.kind == "page"]
    assert pages == [("1", "one\n\ntwo"), ("2", "more"), ("3", "three")]


def test_comments_and_changes_name_who_when_and_on_what():
    source = MAKE["FOLDER"] / "history.docx"
    found = [remark.message for remark in read("a.docx", source.read_bytes()).remarks]
    assert found == [
        "“expressly ” was inserted by “L. Strand” on 2025-11-04 with tracked changes, and is read",
        "a comment by “L. Strand” on 2025-11-04 on “strict”, which is no part of the text: "
        "““Strict” or “secret”? The copy is faint here.”",
        "“which nobody observes ” was deleted by “Emilia Northcote” on 2025-11-03 with tracked changes, and is not "
        "read",
    ]


def test_tracked_changes_are_quoted_whole():
    long = "word " * 100
    found = document(p(f'{run("kept")}<w:del w:author="E. N."><w:r><w:delText>{long}</w:delText></w:r></w:del>'))
    assert found.text == "kept\n"
    (remark,) = found.remarks
    assert (remark.code, remark.location.line) == ("R011", 1)
    assert long.strip() in remark.message


def test_running_heads_are_counted():
    parts = docx(p("one"))
    parts["word/header1.xml"] = f"<w:hdr {W}>{p('Papers of the mission')}</w:hdr>"
    found = read("a.docx", packed(parts))
    assert [remark.code for remark in found.remarks] == ["R006"]
    assert "Papers of the mission" in found.remarks[0].message


def relation(kind: str, target: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
        f'<Relationships xmlns="{namespace}"><Relationship Id="x" Type="{MAKE["R"]}/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_a_part_elsewhere_is_refused(kind):
    parts = docx(p("one")) | {"word/_rels/document.xml.rels": relation(kind, "http://x.example/a")}
    assert refusal(packed(parts)) == (
        "R008",
        "a part of the document is not in the file, but at “http://x.example/a”",
    )


def test_a_link_is_no_part():
    parts = docx(p("one")) | {"word/_rels/document.xml.rels": relation("hyperlink", "http://x.example/a")}
    assert isinstance(read("a.docx", packed(parts)), SourceText)


def test_a_document_type_is_refused():
    parts = docx(p("one"))
    parts["word/styles.xml"] = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'
    code, message = refusal(packed(parts))
    assert code == "R008"
    assert "word/styles.xml" in message


def test_a_bomb_is_refused_before_it_is_unpacked():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    code, message = refusal(made.getvalue())
    assert code == "R008"
    assert "30000000" in message


def test_a_damaged_file_and_another_container():
    whole = packed(docx(p("one")))
    assert refusal(whole[:300])[0] == "R008"
    code, message = refusal(packed({"content.xml": "<x/>"}))
    assert code == "R001"
    assert "Word document: it is a ZIP container" in message


def test_a_document_without_words():
    assert refusal(packed(docx("")))[0] == "R003"
    parts = docx("") | {"word/media/image1.xml": "<x/>"}
    assert refusal(packed(parts))[0] == "R009"

"""Words of a cable are never code; code of an edition reads no file and fetches no package."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from teicable.errors import StylesheetError
from teicable.render.rendering import Renderer
from teicable.render.typesetting import Typesetter

HOSTILE = {
    "quotation marks": 'say "yes" and "no"',
    "end of a literal": '"); #read("/etc/passwd"); ("',
    "backslashes": "C:\\path\\u{41} \\",
    "import": '#import "@preview/cetz:0.3.0": *',
    "include": '#include "/etc/passwd"',
    "markup": "= head *bold* _it_ $x^2$ @ref <label> // gone /* gone */ `raw` ~ -- #42",
    "braces": "}]) {[( ;",
    "letters by number": "\\u{22}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_words_stay_words(renderer, whole, words, text):
    made = renderer.render(whole(f"<p>Begin {escape(text)} end.</p>"), "pdf")
    assert not made.diagnostics
    assert f"Begin {text} end." in " ".join(words(made.data).split())


@pytest.mark.parametrize("text", ["\u202egnp.exe\u202c", "a\u2028b\u2029c", "tab\tand\nline", "\u200b\u00ad\ufeff"])
def test_invisible_characters_are_written_as_escapes(renderer, whole, text):
    code = renderer.render(whole(f"<p>x{text}x</p>"), "typst").data.decode()
    line = next(line for line in code.splitlines() if line.startswith("paragraph("))
    assert line.isprintable()
    assert renderer.render(whole(f"<p>x{text}x</p>"), "pdf").data


def test_every_place_that_takes_words(renderer, whole):
    """Attributes reach the code too: ids, languages, marks of notes, titles."""
    bad = escape('") #panic("x', {'"': "&quot;"})
    body = (
        f'<p xml:id="{bad}" xml:lang="{bad}" n="{bad}">x<ref target="#n1">{bad}</ref> '
        f'<persName ref="{bad}">y</persName></p>'
        f'<note xml:id="n1" place="foot" n="{bad}">z</note><pb n="{bad}"/><gap reason="{bad}"/>'
        f'<list type="{bad}" rend="{bad}"><label>{bad}</label><item>i</item></list>'
    )
    tei = whole(body).replace(b"A cable", bad.encode()).replace(b'"cable-x"', f'"{bad}"'.encode())
    assert renderer.render(tei, "pdf", {"edition-title": '"); #panic("', "date": '");'}).data.startswith(b"%PDF")


@pytest.mark.parametrize(
    "code", ['#import "@preview/cetz:0.3.0"', '#include"x.typ"', '#{ import ("@pre" + "view/a:0.1.0") }', "#import(x)"]
)
def test_nothing_is_loaded(code):
    with pytest.raises(StylesheetError, match="line 2"):
        Typesetter().pdf("= A\n" + code)


@pytest.mark.parametrize("code", ['#read("/etc/passwd")', '#read("../../../etc/passwd")', '#image("/etc/hosts")'])
def test_nothing_is_read(code):
    with pytest.raises(StylesheetError, match="Typst refuses"):
        Typesetter().pdf(code)


def test_an_edition_changes_the_template(tmp_path, whole, words):
    (tmp_path / "typst").mkdir()
    own = tmp_path / "typst" / "edition.typ"
    own.write_text('#let paragraph(body) = block({ "NB "; body })')
    assert "NB Words" in words(Renderer(("pdf",), tmp_path).render(whole("<p>Words</p>"), "pdf").data)
    own.write_text('#import "@preview/cetz:0.3.0"')
    with pytest.raises(StylesheetError, match="import"):
        Renderer(("pdf",), tmp_path).render(whole("<p>Words</p>"), "pdf")


def test_characters_without_a_letter(renderer, whole, words):
    made = renderer.render(whole("<p>毛泽东 and ☃; Привет, čž, ᾳ e\u0489</p>"), "pdf", path="tei/x.xml")
    assert [(d.code, d.location.path) for d in made.diagnostics] == [("T003", "tei/x.xml")]
    assert "(U+0489), “东” (U+4E1C), “毛” (U+6BDB), “泽” (U+6CFD)" in made.diagnostics[0].message
    assert "[U+6BDB][U+6CFD][U+4E1C] and ☃; Привет, čž, ᾳ" in " ".join(words(made.data).split())

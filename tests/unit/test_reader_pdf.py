"""PDFs: lines and paragraphs of the text layer, what every page repeats, and what is refused."""

import io

import pytest
import typst

from teicable.model.source import SourceText
from teicable.readers import read
from teicable.readers.sheet import Row, furniture, paragraphs


def sheet(code: str, page: str = "") -> bytes:
    head = (
        f'#set page(width: 12cm, height: 9cm, margin: 1.5cm{page})\n#set text(font: "Libertinus Serif", size: 10pt)\n'
    )
    return typst.compile((head + code).encode(), ignore_system_fonts=True)


def pdf(code: str, page: str = "") -> SourceText:
    found = read("a.pdf", sheet(code, page))
    assert isinstance(found, SourceText), found
    return found


def test_paragraphs_lines_and_cells():
    found = pdf("SECRET\n\n#grid(columns: (1fr, 1fr), [From A], [Sent 1 May])\n\nThe boats\\\nhave come.")
    assert found.text == "SECRET\n\nFrom A\nSent 1 May\n\nThe boats\nhave come.\n"


def test_a_divided_word_keeps_its_hyphen_and_its_line_end():
    code = '#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n' + "extraordinary " * 24
    text = pdf(code).text
    assert "-\n" in text
    assert "\ufffe" not in text
    assert text.replace("-\n", "").replace("\n", " ").split() == ["extraordinary"] * 24


def test_running_heads_and_page_numbers_are_known_and_places_are_page_and_line():
    found = pdf(
        "One.\n\n#pagebreak()\nTwo.\n\n#pagebreak()\nThree.",
        ", header: [Papers], footer: context align(center, [p. #counter(page).display()])",
    )
    told = [trait.span.of(found.text) for trait in found.traits if trait.kind == "zone"]
    assert told == ["Papers", "p. 1", "Papers", "p. 2", "Papers", "p. 3"]
    pages = [trait.value for trait in found.traits if trait.kind == "page"]
    assert pages == ["1", "2", "3"]
    where = found.location(found.text.index("Two."))
    assert (where.page, where.line) == (2, 2)
    assert str(where) == "a.pdf:p2:2"


def row(words: str, base: float, left: float = 50) -> Row:
    return Row(words, left, base, 10)


def test_the_grade_of_the_first_page_is_the_documents_own():
    pages = [[row("TOP SECRET", 700), row("one", 600)], [row("TOP SECRET", 700), row("two", 600)]]
    assert furniture(pages) == {(1, 0)}


def test_words_that_merely_recur_are_no_running_head():
    pages = [[row("Copies:", 700), row("one", 600)], [row("x", 700), row("Copies:", 300)]]
    assert furniture(pages) == set()


def test_a_line_that_is_set_in_begins_a_paragraph():
    assert paragraphs([row("a", 100), row("b", 88), row("c", 76, 65), row("d", 64)], 12) == {2}


def test_a_scan_without_text_is_no_transcript():
    (found,) = read("a.pdf", sheet("#rect(width: 3cm, height: 2cm, fill: gray)"))
    assert (found.code, found.message) == ("R009", "the file holds pictures of a page and no words")


def test_a_page_that_is_a_picture_is_listed():
    found = pdf("One.\n#pagebreak()\n#rect(width: 3cm, fill: gray)\n#pagebreak()\nThree.")
    assert [(remark.code, remark.location.page) for remark in found.remarks] == [("R007", 2)]


@pytest.mark.parametrize("password", ["", "open"])
def test_a_password(password):
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet("One."))) as document:
        document.save(made, encryption=pikepdf.Encryption(user=password, owner="owner"))
    found = read("a.pdf", made.getvalue())
    if password:
        assert (found[0].code, found[0].message) == ("R008", "the file asks for a password")
    else:
        assert found.text == "One.\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 500, b"%PDF-1.7\n1 0 obj<</Type/Catalog>>"])
def test_a_damaged_file(data):
    assert read("a.pdf", data)[0].code == "R008"


def test_a_layer_of_blanks_is_no_text(monkeypatch):
    from teicable.readers import pdf as reader

    monkeypatch.setattr(reader, "_rows", lambda layer: [Row("\u200b", 50, 100, 10)])
    assert read("a.pdf", sheet("One."))[0].code == "R003"


WORDS = """The ambassador reports that the ice on the northern river broke up on the third of June and that the ferries
have resumed their ordinary service between the two towns. The commandant of the port complains that no coal has been
delivered since the autumn, and that the stores which had been promised by the ministry have gone to another harbour."""


def columns(gap: str = "6cm", heading: str = "") -> str:
    """Return a page whose text layer goes line by line across two columns, as that of a scan."""
    words, lines = f"{WORDS} {WORDS}".split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 32:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    half = (len(lines) + 1) // 2
    code = [f"#place(top + center)[{heading}]"] if heading else []
    for number in range(half):
        below = f"{1 + number * 0.45}cm"
        code.append(f"#place(dx: 0cm, dy: {below})[{lines[number]}]")
        code += [f"#place(dx: {gap}, dy: {below})[{line}]" for line in lines[half + number : half + number + 1]]
    return "\n".join(code)


@pytest.mark.parametrize("gap", ["5cm", "5.5cm", "6.5cm"])
def test_columns_are_read_one_after_the_other(gap):
    data = typst.compile(
        ('#set page(width: 14cm, height: 12cm, margin: 1cm)\n#set text(font: "Libertinus Serif", size: 9pt)\n'
         + columns(gap, "TELEGRAMS FROM THE NORTHERN MISSIONS")).encode(),
        ignore_system_fonts=True,
    )  # fmt: skip
    assert read("a.pdf", data).text.split() == f"TELEGRAMS FROM THE NORTHERN MISSIONS {WORDS} {WORDS}".split()


def test_columns_of_a_set_page_and_a_word_divided_between_them():
    code = (
        '#set par(justify: true, first-line-indent: (amount: 1em, all: true))\n#set text(hyphenate: true, lang: "en")\n'
    )
    parts = WORDS.replace("\n", " ").split(". ")
    parts = [f"{'. '.join(parts[n:] + parts[:n])}. " * 2 for n in range(2)]
    text = pdf(f"{code}#columns(2)[{parts[0]}\n\n{parts[1]}]").text
    assert text.count("\n\n") == 1
    assert text.replace("-\n", "").replace("\n", " ").split() == " ".join(parts).split()


def test_cells_of_a_form_are_no_columns():
    rows = "".join(f"[Field {n}:], [the value {n}], " for n in range(12))
    text = pdf(f"#set text(size: 6pt)\n#grid(columns: (1fr, 1fr), row-gutter: 5pt, {rows})").text
    assert text.split("\n")[:3] == ["Field 0:", "the value 0", "Field 1:"]


def test_pages_have_the_numbers_that_are_printed_on_them():
    found = pdf(
        "#counter(page).update(241)\nOne.\n\n#pagebreak()\nTwo.\n\n#pagebreak()\nThree.",
        ", footer: context align(center, counter(page).display())",
    )
    assert [trait.value for trait in found.traits if trait.kind == "page"] == ["241", "242", "243"]


@pytest.mark.parametrize("raise_", ["#super(typographic: false)", "#super"])
def test_what_is_raised_belongs_to_its_line(raise_):
    found = pdf(
        f"The bridge{raise_}[1], which has burned, carried 60 trains.{raise_}[12]\n\n1. See document 4; type T34."
    )
    assert found.text == "The bridge1, which has burned, carried 60 trains.12\n1. See document 4; type T34.\n"
    assert [t.span.of(found.text) for t in found.traits if t.kind == "superscript"] == ["1", "12"]

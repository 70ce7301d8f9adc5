"""Make the Word documents and PDFs among the files of ``readers``: ``python tests/golden/make_readers.py``.

All words are invented. The parts are written by hand, as small as Word accepts them, so that each shows one thing.
"""

import zipfile
from pathlib import Path

FOLDER = Path(__file__).with_name("readers")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments")
LISTS = (
    f"<w:numbering {W}>"
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def p(words: str, style: str = "", depth: int = -1) -> str:
    """Return a paragraph; words that begin with ``<`` are runs already."""
    inner = words if words.startswith("<") else run(words)
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>' if depth >= 0 else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbering}</w:pPr>{inner}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'


def note(kind: str, words: str) -> str:
    return f'<w:{kind}s {W}><w:{kind} w:id="2">{p(words)}</w:{kind}></w:{kind}s>'


def docx(body: str, **parts: str) -> dict[str, str]:
    """Return the parts of a document by name."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in PARTS if name in parts
    )
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": PACKAGE[: PACKAGE.index("<Relationship ")] + relations + "</Relationships>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }


def packed(target: object, parts: dict[str, str]) -> None:
    """Write a container, the same bytes each time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), HEAD + content)


def typed() -> dict[str, str]:
    """Make a typed transcript with numbered points, a footnote, a table at its head."""
    cells = (("TOP SECRET", "Copy No. 2"), ("From PYONGYANG", "Sent 10:20 4 April 1951"))
    table = "".join("<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
    called = run("To Comrade YELAGIN") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    phrase = run("I report that the bridge [") + run("most cherez reku", "<w:i/>") + run("] at Sinuiju stands again:")
    body = [
        p("CIPHERED TELEGRAM No. 318"),
        f"<w:tbl>{table}</w:tbl>",
        p(called),
        p(phrase),
        p("The western span carries one track.", depth=0),
        p("The eastern span is closed to:", depth=0),
        p("wagons of more than sixty tons;", depth=1),
        p("all traffic at night.", depth=1),
        p("This was agreed with the commandant."),
        p("Forty rails are missing.", depth=0),
        p("I request that they be sent."),
        p("4.4.51"),
        p("ARKADIN"),
        p("Copies: Yelagin, Stepanov"),
    ]
    return docx("".join(body), numbering=LISTS, footnotes=note("footnote", "Deputy minister of transport."))


def styled() -> dict[str, str]:
    """Make a transcript whose typist gave styles to paragraphs."""
    body = [
        p("7 May 1951", "HeadlineDate"),
        p("Telegram from Arkadin to Yelagin on Rails", "Headline"),
        p("Arkadin asks for rails for the bridge at Sinuiju.", "Summary"),
        p("Secret"),
        p("To Comrade Yelagin"),
        p(
            run("The rails have ")
            + run("not", "<w:u w:val='single'/>")
            + run(" come. The commandant is ")
            + '<w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>very</w:t></w:r>'
            + run(" impatient.")
        ),
        p("Arkadin", "Signature"),
        p("AVP RF, f. 0999, op. 7, p. 31, d. 12, l. 9. Translated by Emilia Northcote.", "Source"),
    ]
    names = ("Headline Date", "Headline", "Summary", "Signature", "Source")
    known = "".join(map(style, names)) + style("Emphasis", "character")
    return docx("".join(body), styles=f"<w:styles {W}>{known}</w:styles>")


def worked() -> dict[str, str]:
    """Make a transcript in the middle of the work: a comment, tracked changes, an endnote."""
    who = 'w:author="E. Northcote" w:date="2026-01-15T10:00:00Z"'
    changed = (
        run("The train left Andong at ")
        + f'<w:del w:id="5" {who}><w:r><w:delText>eight</w:delText></w:r></w:del>'
        + f'<w:ins w:id="6" {who}>{run("nine")}</w:ins>'
        + run(" in the evening with two hundred sleepers.")
    )
    body = [
        p("Telegram"),
        p("From ANDONG"),
        p("Received 21:40 9 May 1951"),
        p(changed),
        p(
            '<w:commentRangeStart w:id="0"/>' + run("Acknowledge receipt.") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>'
        ),
        p(run("STEPANOV") + '<w:r><w:endnoteReference w:id="2"/></w:r>'),
    ]
    asked = p("Is this the ambassador or the relay?")
    comments = f'<w:comments {W}><w:comment w:id="0" {who}>{asked}</w:comment></w:comments>'
    return docx("".join(body), comments=comments, endnotes=note("endnote", "Head of the railway mission."))


def history() -> dict[str, str]:
    """Make what a historian sends: typed in Word, with notes of her own, a colleague's comment, changes under way."""
    who = 'w:author="Emilia Northcote" w:date="2025-11-03T09:14:00Z"'
    other = 'w:author="L. Strand" w:date="2025-11-04T17:40:00Z"'
    breaks = "<w:r><w:lastRenderedPageBreak/></w:r>"
    first, second = (
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{n}"/></w:r>'
        for n in (2, 3)
    )
    asked = p("“Strict” or “secret”? The copy is faint here.")
    body = [
        p("AVP RF, f. 0999, op. 7, p. 31, d. 12, ll. 17–18. Translated by Emilia Northcote.", "ArchiveReference"),
        p("TOP SECRET"),
        p("Copy No. 2"),
        p("CIPHERED TELEGRAM No. 441"),
        p("From WONSAN"),
        p("Sent 18:20 14 June 1951"),
        p(run("To Comrade YELAGIN") + first),
        p(
            run("1. The dredger ")
            + run("Severnaia Zvezda", "<w:i/>")
            + run(" has arrived [in tow]. Her captain declares that he will")
            + run(" not", '<w:u w:val="single"/>')
            + run(" begin before the mines have been swept, and that this was ")
            + f'<w:ins w:id="11" {other}>{run("expressly ")}</w:ins>'
            + run("agreed [bylo uslovleno] with the commandant.")
            + second
        ),
        p(
            run("2. Of the sixty divers eleven are ill. The physician speaks of ")
            + '<w:commentRangeStart w:id="0"/>'
            + run("strict")
            + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
            + run(" quarantine, ")
            + f'<w:del w:id="12" {who}><w:r><w:delText>which nobody observes </w:delText></w:r></w:del>'
            + breaks
            + run("and has closed the barracks on the eastern quay.")
        ),
        p("3. I request that bread be sent for ten days."),
        p("14.6.51"),
        p("A R K A D I N"),
        p("Copies: Yelagin (2), Stepanov, File"),
    ]
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(words)}</w:footnote>'
        for number, words in (
            (2, "Deputy minister of transport from May 1951."),
            (3, "No record of this agreement was found."),
        )
    )
    names = style("Archive Reference") + style("footnote reference", "character").replace(
        "footnotereference", "FootnoteReference"
    )
    return docx(
        "".join(body),
        styles=f"<w:styles {W}>{names}</w:styles>",
        footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>",
        comments=f'<w:comments {W}><w:comment w:id="0" {other}>{asked}</w:comment></w:comments>',
    )


DOCUMENTS = {"history.docx": history, "typed.docx": typed, "styled.docx": styled, "worked.docx": worked}

SHEET = """#set page(width: 14.8cm, height: 13cm, margin: 1.6cm, HEAD)
#set text(size: 10pt, lang: "en", hyphenate: true, font: "Libertinus Serif")
#set par(justify: true)
"""
SITE = """
Digital Archive#linebreak()
digitalarchive.wilsoncenter.org#linebreak()
International History Declassified

March 12, 1951

Telegram from Arkadin to Yelagin on the Harbour

Citation:

"Telegram from Arkadin to Yelagin on the Harbour," March 12, 1951, History and Public Policy Program Digital
Archive, AVP RF, f. 0999, op. 7, p. 31, d. 12, ll. 14-15. Translated by Emilia Northcote.
https:\\/\\/digitalarchive.example.org/document/999112

Summary:

Arkadin reports on the condition of the harbour and asks for divers.

Original Language:

Russian

Contents:

English Translation

#pagebreak()
Top Secret

Enciphered Cable

To Comrade YELAGIN

I report that the representatives of the harbour administration have
inspected the installations [ustanovki] together with our specialists. The
communications between the eastern and the western quay have been restored,
and the reconstruction of the warehouses is proceeding satisfactorily, although
the administration complains of an insufficiency of transportation and of the
irregularity of the deliveries from Vladivostok.

I consider it indispensable that an experienced representative of the
administration for underwater construction be sent here without delay, and that
the manufacture of the equipment enumerated in my preceding communication be
entrusted to an enterprise which has demonstrated its qualifications.

I request your decision.

ARKADIN

Printed in 2 copies
"""
FORM = """
#grid(columns: (1fr, 1fr), row-gutter: 9pt,
  [TOP SECRET], [Copy No. 3], [From PYONGYANG], [Sent 09:15 2 June 1951], [SOVIET AMBASSADOR],
  [Received 12:40 2 June 1951])

CIPHERED TELEGRAM No. 402

To Comrade YELAGIN

1. The sixty divers have arrived at Wonsan.

2. Their suits have not.

ARKADIN

Copies: Yelagin (2), Stepanov
"""
PAPERS = """
SECRET

Northport, 4 April 1962

To the Foreign Ministry

#set par(first-line-indent: 1.5em, spacing: 0.65em)
The minister received me at noon. He asked whether the talks
on the northern fisheries would go on, and whether the dele-
gation would be the same as before.

I said that I had no instructions, but that the delegation could
hardly be another one. He had expected this answer. He then spoke for
a long time of the herring, of which he knows much, and of the
weather, and said as I was leaving that his government would
not wait beyond the summer, whatever the fishermen of both
coasts might say about it.

The Danish minister, who waited outside, asked me nothing at
all. I conclude that he had been told the same on the day before.

SOREN
"""

PRINTED = """
#set page(columns: 2)
#set par(first-line-indent: (amount: 1em, all: true), spacing: 0.65em, justify: true)
#set par(first-line-indent: 0pt)
#align(center)[NORTHPORT]

795.00/6–1451: Telegram

The Minister in Northport (Soren) to the Secretary of State

top secret #h(2em) priority

Northport, June 14, 1951—7 p.m.

[Received June 14—1:10 p.m.]
#set par(first-line-indent: (amount: 1em, all: true))

2612\\. The dredger which the company hired in the spring has arrived in tow, and her captain declares that he will not
begin before the mines have been swept.#super(typographic: false)[1] He was told by the commandant of the port that this
would take a month; he believes that it will take the summer, and has asked the owners for their representative to be
sent here without delay.

Of the sixty divers eleven are ill. The physician, whom I saw this morning, speaks of quarantine and has closed the
barracks on the eastern quay. The harbour administration considers this an exaggeration and points to the irregularity
of the deliveries, by which in its opinion the sickness is to be explained.

I am informed by the Danish colleague that the northern ministry intends to reconsider the whole arrangement at the
conference in August. He could not say whether the proposal of the fishermen's associations, of which I reported in my
2598,#super(typographic: false)[2] would be taken up again.

#set par(first-line-indent: 0pt)
Soren

#line(length: 30%)
#set text(size: 8pt)
#super(typographic: false)[1] The contract is not printed.

#super(typographic: false)[2] Not printed.
"""


def sheets() -> dict[str, str]:
    """Return the Typst code of each PDF."""
    footer = "footer: context align(center, counter(page).display())"
    headed = f"header: [_Papers of the Northport Mission_ #h(1fr) Cable 17], {footer}"
    volume = "header: context [#(counter(page).get().first() + 240) #h(1fr) FOREIGN RELATIONS OF THE NORTH, VOLUME II]"
    return {
        "printed.pdf": SHEET.replace("HEAD", volume).replace("14.8cm, height: 13cm", "16cm, height: 9cm") + PRINTED,
        "site.pdf": SHEET.replace("HEAD", footer) + SITE,
        "form.pdf": SHEET.replace("HEAD", "") + FORM,
        "papers.pdf": SHEET.replace("HEAD", headed).replace("13cm", "9.5cm") + PAPERS,
    }


if __name__ == "__main__":
    import typst

    for name, code in sheets().items():
        (FOLDER / name).write_bytes(typst.compile(code.encode(), ignore_system_fonts=True))
    for name, made in DOCUMENTS.items():
        packed(FOLDER / name, made())

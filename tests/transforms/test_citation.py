"""References to a document: in words, as files for reference managers, in the head of its page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from teicable.model.declaration import Declaration, Editor
from teicable.render.citation import references
from teicable.render.collection import declared
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

CABLE = "cable-1950-07-13-3305"
EXPECTED = Path(__file__).parent / "expected"
PUBLISHED = Declaration(
    title="Korea & its neighbours, 100% {new}",
    publisher="A Press",
    date="2026-05-14",
    doi="10.1234/abc",
    address="https://example.org/korea/",
    licence="https://creativecommons.org/licenses/by/4.0/",
    editors=(Editor("ed1", "Ada Editor"), Editor("ed2", "Bo Other", "design")),
)
TERMS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="cable-x" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title type="main">{title}</title><respStmt xml:id="translator">
<resp>translation</resp><persName>Emilia Northcote</persName>
<persName>J. Doe</persName></respStmt></titleStmt><publicationStmt>
<publisher resp="#teicable">x</publisher></publicationStmt>
<sourceDesc><msDesc><msIdentifier><repository>APRF</repository><idno type="shelfmark">f. 45, op. 1</idno></msIdentifier>
<msContents><msItem><textLang mainLang="ru"/></msItem></msContents></msDesc></sourceDesc></fileDesc><profileDesc>
<creation>{date}</creation><correspDesc>{parties}</correspDesc></profileDesc></teiHeader><text><body><div type="cable">
<p>x</p></div></body></text></TEI>"""
TALK = '<correspAction type="sent"><persName>Dame O’Hara</persName></correspAction>'


@pytest.fixture(scope="module")
def published(tree) -> Renderer:
    return Renderer(("html", "facts", "cite"), authorities=tree, edition=declared(PUBLISHED))


@pytest.fixture(scope="module")
def unpublished(tree) -> Renderer:
    return Renderer(("html", "facts", "cite"), authorities=tree)


def cable(title: str = "Talk", date: str = '<date when="1951-03"/>', parties: str = TALK) -> bytes:
    return TERMS.format(title=title, date=date, parties=parties).encode()


def made(renderer: Renderer, tei: bytes) -> dict[str, str]:
    return {name: data.decode() for name, data in references(renderer, facts(renderer, tei).data).items()}


def csl(text: str) -> dict[str, object]:
    (found,) = json.loads(text)
    assert isinstance(found, dict)
    return found


def bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry: its type, key and fields; braces must balance in each."""
    head = re.match(r"@(\w+)\{([^,\s]+),\n", text)
    assert head
    assert text.endswith("\n}\n")
    fields = {}
    for line in text[head.end() : -3].split("\n"):
        name, value = line.strip().removesuffix(",").split(" = ", 1)
        depth = 0
        for brace in re.findall(r"(?<!\\)[{}]", value.replace("\\\\", "")):
            depth += 1 if brace == "{" else -1
            assert depth >= 0, line
        assert depth == 0, line
        fields[name] = value[1:-1] if value.startswith("{") else value
    return head[1], head[2], fields


def plain(tex: str) -> str:
    """Undo the escapes of TeX and the braces that only group."""
    for escape, character in (("\\textbackslash{}", "\0"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^")):
        tex = tex.replace(escape, character)
    return re.sub(r"(?<!\\)[{}]", "", tex).replace("\\", "").replace("\0", "\\")


def ris(text: str) -> list[tuple[str, str]]:
    lines = text.split("\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    found = [(line[:2], line[6:]) for line in lines]
    assert [found[0][0], found[-1]] == ["TY", ("ER", "")]
    return found


@pytest.mark.parametrize(("name", "extension"), [("csl", "json"), ("bibtex", "bib"), ("ris", "ris")])
def test_references_to_a_telegram(published, sample, name, extension):
    expected = (EXPECTED / f"{CABLE}.{extension}").read_text(encoding="utf-8")
    assert made(published, sample(CABLE))[name] == expected


def test_the_three_formats_say_the_same(published, sample):
    found = made(published, sample(CABLE))
    item, (_, key, fields), lines = csl(found["csl"]), bibtex(found["bibtex"]), ris(found["ris"])
    of = dict(lines)
    assert item["id"] == key == of["ID"] == CABLE
    assert item["title"] == plain(fields["title"]) == of["TI"]
    assert item["URL"] == fields["url"] == of["UR"] == f"https://example.org/korea/{CABLE}.html"
    assert item["issued"] == {"date-parts": [[1950, 7, 13]]}
    assert (fields["year"], fields["month"], fields["day"], of["DA"]) == ("1950", "jul", "13", "1950/07/13/")
    assert item["author"] == [{"family": "Stalin", "given": "Joseph"}]
    assert fields["author"] == of["AU"] == "Stalin, Joseph"
    assert [name for tag, name in lines if tag == "A2"] == [name["literal"] for name in item["recipient"]]
    assert (item["type"], of["TY"]) == ("personal_communication", "PCOMM")
    assert item["container-title"] == PUBLISHED.title == of["T2"]
    assert PUBLISHED.title in plain(fields["note"])
    assert "10.1234" not in "".join(found.values())


def test_what_would_be_markup_is_escaped(published):
    title = r"50% of {A} &amp; B_c #1 $2 ~x^y \z “q” &lt;/script&gt; é Ж"
    read = r"50% of {A} & B_c #1 $2 ~x^y \z “q” </script> é Ж"
    found = made(published, cable(title))
    assert (
        csl(found["csl"])["title"]
        == plain(bibtex(found["bibtex"])[2]["title"])
        == dict(ris(found["ris"]))["TI"]
        == read
    )
    page = html.document_fromstring(published.render(cable(title), "html").data.decode())
    assert json.loads(page.xpath("string(//script)"))["name"] == read
    assert page.xpath("//meta[@name='citation_title']/@content") == [read]


def test_what_is_no_message_is_a_manuscript(unpublished):
    found = made(unpublished, cable())
    item = csl(found["csl"])
    assert item["type"] == "manuscript"
    assert item["issued"] == {"date-parts": [[1951, 3]]}
    assert item["translator"] == [{"literal": "Emilia Northcote"}, {"literal": "J. Doe"}]
    assert (item["archive"], item["archive_location"]) == ("APRF", "f. 45, op. 1")
    assert not {"URL", "publisher", "container-title", "DOI"} & item.keys()
    assert dict(ris(found["ris"]))["TY"] == "MANSCPT"
    assert [name for tag, name in ris(found["ris"]) if tag == "A4"] == ["Emilia Northcote", "J. Doe"]
    assert bibtex(found["bibtex"])[2]["author"] == "{Dame O’Hara}"


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ('<date from="1950-05-13" to="1950-05-14"/>', {"date-parts": [[1950, 5, 13], [1950, 5, 14]]}),
        ('<date notBefore="1950" notAfter="1951"/>', {"date-parts": [[1950], [1951]], "circa": True}),
        ('<date when="1950-05-14" cert="low"/>', {"date-parts": [[1950, 5, 14]], "circa": True}),
        ('<date when="--08-31"/>', {"literal": "31 August, year not stated"}),
        ("", None),
    ],
)
def test_dates_say_as_much_as_is_known(unpublished, date, issued):
    found = made(unpublished, cable(date=date))
    assert csl(found["csl"]).get("issued") == issued
    bibtex(found["bibtex"])
    ris(found["ris"])


def citation(renderer: Renderer, tei: bytes, **parameters: str) -> str:
    page = html.document_fromstring(renderer.render(tei, "html", parameters).data.decode())
    return " ".join(page.xpath("string(//section[@class='cite']/p[@class='citation'])").split())


def test_the_citation_in_words(published, unpublished):
    assert citation(unpublished, cable()) == (
        "“Talk”, March 1951, APRF, f. 45, op. 1, translated by Emilia Northcote and J. Doe."
    )
    assert citation(published, cable()).endswith(
        "translated by Emilia Northcote and J. Doe, in Korea & its neighbours, 100% {new}, edited by Ada Editor "
        "(A Press, 2026), https://example.org/korea/cable-x.html."
    )
    assert "перевод: Emilia Northcote и J. Doe" in citation(published, cable(), lang="ru")


def head(renderer: Renderer, tei: bytes, **parameters: str) -> html.HtmlElement:
    given = {name.replace("_", "-"): value for name, value in parameters.items()}
    return html.document_fromstring(renderer.render(tei, "html", given).data.decode()).find("head")


def meta(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        found.setdefault(element.get("name", ""), []).append(element.get("content", ""))
    return found


def test_zotero_keeps_addressees_and_translators_of_a_letter(published, sample):
    found = meta(head(published, sample(CABLE), pdf_href=f"pdf/{CABLE}.pdf"))
    assert found["z:itemType"] == ["letter"]
    assert found["DC.type"] == ["ciphered telegram"]
    assert found["DC.creator"] == ["Stalin, Joseph"]
    assert found["z:recipients"] == ["Zhou Enlai", "Mao Zedong"]
    assert "citation_author" not in found, "it would make Zotero forget the addressees"
    assert found["citation_date"] == ["1950-07-13"]
    assert found["citation_pdf_url"] == [f"https://example.org/korea/pdf/{CABLE}.pdf"]
    assert found["DCTERMS.license"] == [PUBLISHED.licence]


def test_a_document_of_one_author_has_that_author_in_highwire_tags(unpublished, whole):
    action = b'<correspAction type="sent"><persName>A. Writer</persName></correspAction>'
    sent = b"<profileDesc><correspDesc>" + action + b"</correspDesc></profileDesc>"
    found = meta(head(unpublished, whole("<p>x</p>").replace(b"</teiHeader>", sent + b"</teiHeader>")))
    assert found["citation_author"] == found["DC.creator"] == ["A. Writer"]


def test_a_translator_is_never_taken_for_the_author(unpublished):
    found = meta(
        head(unpublished, cable(parties='<correspAction type="received"><persName>X</persName></correspAction>'))
    )
    assert not {"DC.creator", "DC.contributor", "citation_author"} & found.keys()
    assert found["z:translators"] == ["Emilia Northcote", "J. Doe"]


def test_without_an_address_nothing_is_named_in_full(unpublished, sample):
    tree = head(
        unpublished, sample(CABLE), csl_href="csl/x.json", tei_href="tei/x.xml", pdf_href="x.pdf", index_href="i.html"
    )
    links = {(link.get("rel"), link.get("href")) for link in tree.iter("link")}
    assert {("describedby", "csl/x.json"), ("item", "tei/x.xml"), ("item", "x.pdf"), ("collection", "i.html")} <= links
    assert not {"canonical", "cite-as", "linkset", "license"} & {rel for rel, _ in links}
    assert not [name for name in meta(tree) if name.endswith("_url")]
    described = json.loads(tree.xpath("string(script)"))
    assert not {"url", "@id", "license"} & described.keys()


def test_signposts_and_schema_org_of_a_published_edition(published, sample):
    tree = head(published, sample(CABLE), ris_href="ris/x.ris")
    links = {(link.get("rel"), link.get("href")) for link in tree.iter("link")}
    here = f"https://example.org/korea/{CABLE}.html"
    assert {
        ("canonical", here),
        ("cite-as", here),
        ("license", PUBLISHED.licence),
        ("linkset", "https://example.org/korea/linkset.json"),
        ("type", "https://schema.org/AboutPage"),
        ("type", "https://schema.org/Message"),
        ("author", "http://www.wikidata.org/entity/Q855"),
    } <= links
    described = json.loads(tree.xpath("string(script)"))
    assert described["@type"] == "Message"
    assert described["sender"] == [
        {
            "@type": "Person",
            "name": "Joseph Stalin",
            "alternateName": "Filippov",
            "sameAs": "http://www.wikidata.org/entity/Q855",
        }
    ]
    assert described["dateSent"] == "1950-07-13T03:15:00"
    assert described["translationOfWork"] == {"@type": ["ArchiveComponent", "Message"], "inLanguage": "ru"}
    assert described["isPartOf"]["identifier"] == "https://doi.org/10.1234/abc"


def test_a_published_page_offers_its_address_to_be_copied(published, unpublished, sample):
    here = f"https://example.org/korea/{CABLE}.html"
    page, bare = (
        html.document_fromstring(renderer.render(sample(CABLE), "html").data.decode())
        for renderer in (published, unpublished)
    )
    (address,) = page.xpath("//section[@class='cite']/p[@class='address']")
    assert address.text_content().startswith(f"Permanent address {here} ")
    assert address.xpath("a/@href") == [here]
    assert not bare.xpath("//p[@class='address']")


def test_the_archive_of_the_original_stands_with_the_original(unpublished):
    described = json.loads(head(unpublished, cable()).xpath("string(script)"))
    assert described["translationOfWork"]["holdingArchive"] == {"@type": "ArchiveOrganization", "name": "APRF"}
    assert "holdingArchive" not in described
    assert [one["name"] for one in described["translator"]] == ["Emilia Northcote", "J. Doe"]

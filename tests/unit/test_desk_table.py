"""Authority files as a table, and what is taken back from one."""

import csv
import io

import pytest

from teicable.desk.identifiers import REGISTERS, bare, wrong
from teicable.desk.intake import rows, take
from teicable.desk.papers import Papers
from teicable.desk.table import COLUMNS, table
from teicable.errors import DeskError
from teicable.model.declaration import Editor

HEAD = (
    "<teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt></fileDesc>\n"
    '<revisionDesc status="draft"><change>by hand</change></revisionDesc></teiHeader>'
)
PERSONS = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEAD}<standOff><listPerson>
  <person xml:id="orlen">
    <persName type="main" xml:lang="en">Viktor Orlen</persName>
    <persName type="variant">Orlen</persName>
    <persName type="variant" xml:lang="ru"><!-- sic -->Орлен</persName>
    <persName type="pseudo">Falke, "the" Falcon</persName>
    <birth when="1898">c. 1898</birth>
    <idno type="Wikidata">Q1</idno>
    <note>Consul.</note>
  </person>
  <person xml:id="vetrov"><persName type="main">Vetrov</persName></person>
</listPerson></standOff></TEI>"""
CABLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><creation><date when="{0}"/></creation>
<correspDesc><correspAction><persName ref="person:orlen">V. Orlen</persName> Northport</correspAction></correspDesc>
</profileDesc></teiHeader><text><body>{1}</body></text></TEI>"""
WORDS = (
    "<p>We have been told at the last meeting of the harbour commission that <persName>Comrade"
    ' <persName ref="person:orlen person:x">Orlen</persName></persName>, who came by <hi>ship</hi> from Grey Island to'
    " Northport in the night, is to leave.</p>"
)
EDITOR = Editor("ed1", "Ann & Co", "editor")


@pytest.fixture
def papers():
    texts = {
        "authorities/listperson.xml": PERSONS,
        "tei/a.xml": CABLE.format("1950-05-14", ""),
        "tei/b.xml": CABLE.format("1951-02-03T10:00:00", WORDS),
        "tei/c.xml": CABLE.format("", ""),
    }
    return Papers({path: text.encode() for path, text in texts.items()})


def exported(papers):
    return {row["id"]: row for row in csv.DictReader(io.StringIO(table(papers)))}


def taken(papers, cells, delimiter=",", encoding="utf-8"):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(cells.values())
    return take(papers, rows(out.getvalue().encode(encoding), "t.csv"), "t.csv", EDITOR, "2026-05-14")


def persons(change):
    return change.papers.files["authorities/listperson.xml"].decode()


def told(change):
    return [(one.location.line, one.code, one.message) for one in change.found]


def test_a_row_says_who_it_is_and_where(papers):
    row = exported(papers)["person:orlen"]
    assert list(row) == list(COLUMNS)
    assert row["name"] == "Viktor Orlen"
    assert row["variants"] == "Orlen | Орлен"
    assert row["pseudonyms"] == 'Falke, "the" Falcon'
    assert (row["birth"], row["death"], row["Wikidata"], row["VIAF"]) == ("1898", "", "Q1", "")
    assert (row["documents"], row["first"], row["last"]) == ("3", "1950-05-14", "1951-02-03")
    assert row["context"] == (
        "…at the last meeting of the harbour commission that Comrade ⟨Orlen⟩, who came by ship from Grey Island to"
        " Northport in the…"
    )
    assert exported(papers)["person:vetrov"]["documents"] == "0"
    assert table(papers, ["place"]) == ",".join(COLUMNS) + "\n"


def test_a_paragraph_says_more_than_a_copy_list_and_that_more_than_the_header(papers):
    listed = (
        '<closer><list><head>Copies:</head> <item><persName ref="person:orlen">Orlen</persName> (2)</item></list>'
        ' <signed>B. <note type="identity"><persName ref="person:vetrov">V</persName></note></signed></closer>'
    )
    one = Papers({**papers.files, "tei/b.xml": CABLE.format("1951", listed).encode()})
    assert exported(one)["person:orlen"]["context"] == "Copies: ⟨Orlen⟩ (2)"
    assert exported(one)["person:vetrov"]["context"] == "Copies: Orlen (2) B. ⟨V⟩"
    two = Papers({**one.files, "tei/c.xml": CABLE.format("1952", WORDS).encode()})
    assert "commission that Comrade ⟨Orlen⟩, who came" in exported(two)["person:orlen"]["context"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_an_unchanged_table_changes_nothing(papers, delimiter, encoding):
    change = taken(papers, exported(papers), delimiter, encoding)
    assert change.papers.files == papers.files
    assert not change.found
    assert change.said == ("the table says nothing new",)


def test_identifiers_and_names_are_taken_and_signed(papers):
    cells = exported(papers)
    cells["person:orlen"] |= {
        "name": "Viktor  P. Orlen",
        "pseudonyms": 'Falke, "the" Falcon | Adler & Sons',
        "Wikidata": "https://www.wikidata.org/wiki/Q855",
        "GND": "118540238",
        "birth": "1900",
    }
    cells["person:vetrov"] |= {"LC": "n79021164"}
    change = taken(papers, cells)
    assert not change.found
    signed = PERSONS.replace(
        "</title></titleStmt>",
        '</title><respStmt xml:id="ed1"><resp>editor</resp><persName>Ann &amp; Co</persName></respStmt></titleStmt>',
    ).replace(
        "</change></revisionDesc>",
        '</change><change who="#ed1" when="2026-05-14">identifiers checked: 1 of GND, 1 of Wikidata, 1 of LC;'
        " 2 names corrected or added</change></revisionDesc>",
    )
    assert persons(change) == signed.replace("Viktor Orlen", "Viktor P. Orlen").replace(
        "Falcon</persName>", 'Falcon</persName>\n    <persName type="pseudo">Adler &amp; Sons</persName>'
    ).replace(
        '<idno type="Wikidata">Q1</idno>',
        '<idno type="Wikidata" resp="#ed1">Q855</idno>\n    <idno type="GND" resp="#ed1">118540238</idno>',
    ).replace("Vetrov</persName>", 'Vetrov</persName><idno type="LC" resp="#ed1">n79021164</idno>')
    again = taken(change.papers, cells)
    assert again.papers.files == change.papers.files


def test_nothing_is_taken_away(papers):
    cells = exported(papers)
    cells["person:orlen"] |= {"variants": "Орлен", "Wikidata": "", "name": ""}
    change = taken(papers, cells)
    assert change.papers.files == papers.files
    assert told(change) == [
        (2, "X406", "person:orlen was to have no main name, or several; it stays “Viktor Orlen”"),
        (2, "X406", "person:orlen has the name “Orlen”, the table does not; it stays"),
        (2, "X406", "person:orlen has Wikidata Q1, the table none; it stays"),
    ]


def test_names_of_a_row_that_changed_in_the_file_are_passed_over(papers):
    cells = exported(papers)
    cells["person:orlen"]["GND"] = "118540238"
    changed = PERSONS.replace(">Orlen<", ">Orlén<")
    change = taken(Papers({**papers.files, "authorities/listperson.xml": changed.encode()}), cells)
    assert told(change) == [
        (2, "X406", "the names of person:orlen were passed over: the file has changed since the table was exported")
    ]
    assert ">Orlén<" in persons(change)
    assert "118540238" in persons(change)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"GND": "118540239"}, "“118540239” of person:vetrov is no number of GND"),
        ({"Wikidata": "855"}, "“855” of person:vetrov is no number of Wikidata"),
        ({"Wikidata": "Q1"}, "Wikidata Q1 would be that of person:vetrov and of person:orlen"),
    ],
)
def test_a_wrong_identifier_is_an_error(papers, cells, message):
    given = exported(papers)
    given["person:vetrov"] |= cells
    (found,) = taken(papers, given).found
    assert (found.code, found.severity, found.message, found.location.line) == ("X405", "error", message, 3)


def test_two_rows_may_not_share_an_identifier_and_may_exchange_theirs(papers):
    cells = exported(papers)
    for row in cells.values():
        row["VIAF"] = "101886843"
    assert [one[1] for one in told(taken(papers, cells))] == ["X405"]
    cells = exported(papers)
    cells["person:orlen"]["Wikidata"], cells["person:vetrov"]["Wikidata"] = "Q2", "Q1"
    assert not taken(papers, cells).found


def test_rows_that_mean_no_entry_are_passed_over(papers):
    orlen = exported(papers)["person:orlen"]
    cells = {"a": {**orlen, "id": ""}, "b": {**orlen, "id": "person:nobody"}, "c": orlen, "d": orlen}
    assert [(line, message[:40]) for line, _, message in told(taken(papers, cells))] == [
        (2, "the row was passed over: “” is no refere"),
        (3, "the row was passed over: there is no ent"),
        (5, "the row was passed over: person:orlen ha"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"name,VIAF\nx,1\n", "has no column id"), (b"", "has no column id"), (b"id\n\xff\n", r"not UTF-8 \(byte 3\)")],
)
def test_what_is_no_table_is_refused(data, message):
    with pytest.raises(DeskError, match=message):
        rows(data, "t.csv")


@pytest.mark.parametrize(
    ("register", "right"),
    [
        *(("GND", number) for number in ("118540238", "4005728-8", "2020893-5", "118577417", "118540475")),
        *(("VIAF", number) for number in ("9847974", "101886843", "12", "1234567890123456789")),
        *(("Wikidata", number) for number in ("Q1", "Q5816")),
        *(("LC", number) for number in ("n79021164", "nb2001012345", "sh85061212", "no97012345")),
    ],
)
def test_numbers_of_registers_are_known(register, right):
    assert wrong(register, right) == ""
    for address in REGISTERS[register].addresses:
        assert bare(register, f"https://{address}{right}/ ") == right
    if register == "GND":
        digit = next(place for place, sign in enumerate(right) if sign.isdigit() and place)
        other = right[:digit] + str((int(right[digit]) + 1) % 10) + right[digit + 1 :]
        assert "check digit" in wrong(register, other)


@pytest.mark.parametrize(
    ("register", "number"),
    [
        ("VIAF", "VIAF 12"),
        ("VIAF", "0123"),
        ("Wikidata", "q5"),
        ("Wikidata", "Q0"),
        ("LC", "n 79021164"),
        ("LC", "79021164"),
    ],
)
def test_other_forms_are_refused(register, number):
    assert f"a number of {register} is " in wrong(register, number)

"""What an editor states beside a source: into the header, with his name; never over what the page says."""

import tomllib

import pytest
from lxml import etree

from teicable.conversion import Context, convert
from teicable.edition import particulars
from teicable.errors import ManifestError
from teicable.model.declaration import Declaration, Editor, Particulars
from teicable.validation import layers

EDITORS = (Editor("ed1", "E. Northcote"),)
SOURCE = b"CIPHERED TELEGRAM No. 17\n\nTo Comrade YELAGIN\n\nThe boats have come to the harbour.\n\nARKADIN\n"
STATED = Particulars(
    "https://archive.example.org/1",
    "999",
    "2026-01-15",
    ("Emilia Northcote",),
    ("Leopold Strand",),
    "AVP RF, f. 0999, op. 7, p. 31, d. 12, l. 5",
    "Found in a box.",
    "A foundation",
    "ed1",
)


def made(stated: Particulars, source: bytes = SOURCE):
    done = convert("a.txt", source, Context(declaration=Declaration("T", editors=EDITORS), particulars=stated))
    ((name, tei),) = done.files.items()
    found = layers.validate(tei, f"{name}.xml", layers.Surroundings(), layers.THOROUGH)
    assert {one.code for one in found} <= {"X106"}  # it stands in no edition
    return etree.fromstring(tei), [found for found in done.diagnostics if found.code == "M001"]


def test_statements_stand_in_the_header_with_the_editor():
    root, found = made(STATED)
    assert found == []
    said = {
        (etree.QName(element).localname, element.get("type"), " ".join("".join(element.itertext()).split()))
        for element in root.iter("{*}idno", "{*}date", "{*}note", "{*}repository", "{*}provenance", "{*}respStmt")
        if element.get("resp") == "#ed1"
    }
    assert said == {
        ("idno", "URI", "https://archive.example.org/1"),
        ("idno", "record", "999"),
        ("date", "accessed", ""),
        ("note", "donor", "A foundation"),
        ("repository", None, "AVP RF"),
        ("idno", "shelfmark", "f. 0999, op. 7, p. 31, d. 12, l. 5"),
        ("provenance", None, "Found in a box."),
        ("respStmt", None, "translation Emilia Northcote"),
        ("respStmt", None, "contribution of the document Leopold Strand"),
    }


def test_the_page_stays_where_it_says_another_thing():
    page = SOURCE + b"\nSource\n\nAVP RF, f. 1, op. 2, p. 3, d. 4, l. 5. Translated by Leopold Strand.\n"
    root, found = made(STATED, page)
    assert (
        root.findtext(".//{*}respStmt[@{http://www.w3.org/XML/1998/namespace}id='translator']/{*}persName")
        == "Leopold Strand"
    )
    told = " ".join(one.message for one in found)
    assert "the translator “Emilia Northcote”" in told
    assert "the shelfmark “AVP RF, 0999" in told
    assert len(found) == 2


def test_what_agrees_is_not_reported():
    page = SOURCE + b"\nSource\n\nAVP RF, f. 0999, op. 7, p. 31, d. 12, l. 5. Translated by Emilia Northcote.\n"
    assert made(STATED, page)[1] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Unofficial translation by the Ministry of Foreign Affairs", 1),
        ("Translated by an officer of the legation.", 1),
        ("Translated by Ann Orlen.", 0),
    ],
)
def test_a_translator_who_is_spoken_of_and_not_named_is_told(line, told):
    done = convert("a.txt", SOURCE + f"\n{line}\n".encode(), Context())
    assert [one.code for one in done.diagnostics if one.code == "M004"] == ["M004"] * told


@pytest.fixture
def folder(tmp_path):
    def with_files(**named: str):
        for name, content in named.items():
            (tmp_path / name.replace("__", ".")).write_text(content, encoding="utf-8")
        return tmp_path

    return with_files


def test_both_places_know_the_same_keys(folder):
    place = folder(
        a__toml='address = "https://x.example/1"\naccessed = 2026-01-15\ntranslator = ["A B", "C D"]\n',
        sources__csv="source,translator,record\nb.csv#7,A B; C D,17\n",
    )
    assert particulars.read(place, ["a.txt", "b.csv#7"], EDITORS) == {
        "a.txt": Particulars("https://x.example/1", "", "2026-01-15", ("A B", "C D"), resp="ed1"),
        "b.csv#7": Particulars(record="17", translators=("A B", "C D"), resp="ed1"),
    }


@pytest.mark.parametrize(
    ("files", "said", "hint"),
    [
        ({"a__toml": 'translater = "A"'}, "unknown key “translater”", "did you mean “translator”?"),
        ({"a__toml": "accessed = 17"}, "accessed = 17", ""),
        ({"a__toml": 'accessed = "soon"'}, "accessed", "2026-05-14"),
        ({"a__toml": 'address = "x.example"'}, "address", "https://"),
        ({"a__toml": "translator = 7"}, "no name", "translator ="),
        ({"a__toml": 'record = "1"\nresp = "ed2"'}, "“ed2”", "[[editor]]"),
        ({"a__toml": "record = "}, "cannot be read", ""),
        ({"x__toml": 'record = "1"'}, "goes with no source", "x.txt.toml"),
        ({"sources__csv": "source,record\nb.txt,1\n"}, "goes with no source", "did you mean “a.txt”?"),
        ({"sources__csv": "source,recrd\na.txt,1\n"}, "unknown key “recrd”", "did you mean “record”?"),
        ({"sources__csv": "source,record\na.txt\n"}, "fewer cells", ""),
        ({"sources__csv": "source,record\na.txt,1\n", "a__toml": 'record = "1"'}, "described twice", ""),
    ],
)
def test_a_slip_is_refused(folder, files, said, hint):
    with pytest.raises(ManifestError) as refused:
        particulars.read(folder(**files), ["a.txt"], EDITORS)
    assert said in str(refused.value)
    assert hint in (refused.value.hint or "")


def test_a_name_that_fits_two_sources_has_to_be_whole(folder):
    with pytest.raises(ManifestError, match="several sources"):
        particulars.read(folder(a__toml='record = "1"'), ["a.txt", "a.html"], EDITORS)
    place = folder(a__toml="")
    (place / "a.toml").rename(place / "a.html.toml")
    assert list(particulars.read(place, ["a.txt", "a.html"], EDITORS)) == ["a.html"]


def test_somebody_has_to_state_it(folder):
    with pytest.raises(ManifestError, match="does not say who"):
        particulars.read(folder(a__toml='record = "1"'), ["a.txt"], ())


TWO = SOURCE + b"\n\n" + SOURCE.replace(b"No. 17", b"No. 18").replace(b"boats have", b"ice has")
STATEMENTS = """address = "https://archive.example.org/1"
[[cable]]
record = "1"
[[cable]]
number = "18"
record = "2"
shelfmark = "AVP RF, f. 0999, op. 7, p. 31, d. 12, l. 6"
"""


def records(statements: str, source: bytes) -> tuple[list[list[str | None]], list[str]]:
    stated = particulars._particulars("a.toml", tomllib.loads(statements), EDITORS)
    done = convert("a.txt", source, Context(declaration=Declaration("T", editors=EDITORS), particulars=stated))
    kinds = ("record", "URI", "shelfmark")
    roots = [etree.fromstring(tei) for tei in done.files.values()]
    found = [[root.findtext(f".//{{*}}idno[@type='{kind}']") for kind in kinds] for root in roots]
    return found, [one.message for one in done.diagnostics if one.code == "M003"]


def test_of_several_cables_each_gets_its_own_and_all_what_holds_for_the_file():
    page = "https://archive.example.org/1"
    (first, second), lost = records(STATEMENTS, TWO)
    assert first == ["1", page, None]
    assert second[:2] == ["2", page]
    assert lost == []


def test_a_cable_that_is_not_there_is_told():
    ((record, *_),), (lost,) = records(STATEMENTS, SOURCE)
    assert record == "1"
    assert lost.endswith("stated of a cable with the number “18”, and there is none: it holds one cable")
    _, (lost,) = records('[[cable]]\nrecord = "1"\n[[cable]]\nrecord = "2"\n', SOURCE)
    assert "of a cable in place 2" in lost


def test_a_single_cable_in_one_pair_of_brackets_is_explained():
    with pytest.raises(ManifestError, match="has one \\[cable\\]"):
        records('[cable]\nrecord = "1"\n', SOURCE)

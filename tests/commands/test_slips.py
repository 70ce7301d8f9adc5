"""Slips of an editor: each is reported once, as what it is, and hides nothing else."""

import pytest

SAMPLE = "cable-1950-01-09-17"
SOURCE = "1950-01-09_sample_17.txt"


@pytest.fixture
def edition(built):
    return built


@pytest.fixture
def tei(edition):
    """The TEI file of a built edition."""
    return edition / "tei" / f"{SAMPLE}.xml"


@pytest.fixture
def change(tei):
    """Replace words in the TEI file."""

    def replace(*pairs: str) -> None:
        text = tei.read_text(encoding="utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new, 1)
        tei.write_text(text, encoding="utf-8")

    return replace


@pytest.fixture
def codes(teicable, tei):
    """Codes of what validation finds in the file, and all that it says."""

    def run(code: int = 1) -> tuple[list[str], str]:
        said = teicable("validate", "ed/tei", code=code).stdout
        return [line.split()[1] for line in said.splitlines() if line.startswith("ed")], said

    return run


def test_a_grammar_error_does_not_hide_a_change_of_words(change, codes):
    change('status="draft"', 'status="drafty"', "three days", "four days")
    found, said = codes()
    assert found == ["G104", "F001"]
    assert "three days" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("three", '<nte resp="#archive">three</nte>'),
        ("three", 'three <nte resp="#ed1">perhaps four</nte>'),
        ("three", '<choce><sic>three</sic><cor resp="#ed1">four</cor></choce>'),
        ("three", 'three<note rsp="#ed1">perhaps four</note>'),
        ("<head>", "<hed>"),
    ],
)
def test_a_misspelt_name_is_no_change_of_words(change, codes, old, new):
    change(old, new, *(("</head>", "</hed>") if old == "<head>" else ()))
    found, _ = codes()
    assert {"G102", "G103"} & set(found)
    assert not {"F001", "F004"} & set(found)


def test_a_misspelt_name_does_not_hide_a_change_of_words(change, codes):
    change("three days", 'four <nte resp="#archive">days</nte>')
    assert "F001" in codes()[0]


def test_a_name_that_nobody_knows_leaves_fidelity_open(change, codes):
    change("three days", 'three <qqqq resp="#archive">or four</qqqq> days')
    found, said = codes()
    assert "F004" in found
    assert "F001" not in found
    assert "cannot be told while nobody knows <qqqq>" in said


def test_a_correction_without_a_name_is_reported_once(change, codes):
    change("three", "<choice><sic>three</sic><corr>four</corr></choice>")
    assert codes()[0] == ["V027"]
    change("the ship", "a ship")
    assert codes()[0] == ["V027", "F001"] or sorted(codes()[0]) == ["F001", "V027"]


def test_a_duplicate_id_is_reported_once(change, codes):
    change('xml:id="ab1"', 'xml:id="p1"')
    found, said = codes()
    assert found == ["X101"]
    assert "first in line" in said


def test_a_time_to_the_minute_is_completed(change, codes):
    change('when="1950-01-09T11:40:00"', 'when="1950-01-09T11:40"')
    assert "“1950-01-09T11:40:00”" in codes()[1]


def test_a_forgotten_prefix_is_recognised(change, codes):
    change('ref="person:vetrov"', 'ref="vetrov"')
    assert "did you mean “person:vetrov”?" in codes()[1]


def test_an_editor_who_is_not_declared_in_the_file(edition, change, codes):
    change("three", '<choice><sic>three</sic><corr resp="#ed1">four</corr></choice>')
    found, said = codes()
    assert found == ["X102"]
    assert "name the editor in edition.toml" in said
    manifest = edition / "edition.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + '[[editor]]\nid = "ed1"\nname = "A & B"\n', encoding="utf-8"
    )
    line = '<respStmt xml:id="ed1"><resp>editor</resp><persName>A &amp; B</persName></respStmt>'
    assert line in codes()[1]
    change("      </titleStmt>", f"        {line}\n      </titleStmt>")
    assert codes(0)[0] == []


def test_a_change_carried_over_by_hand_gets_its_checksums(edition, change, codes):
    source = edition / "source" / SOURCE
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")
    found, said = codes(0)
    assert found == ["F002"]
    assert f"teicable convert ed/source/{SOURCE} -e ed -o NEW-FOLDER" in said.replace("\\", "/")
    change("three days", "four days")
    found, said = codes(0)
    assert found == ["F002"]
    assert "the words of this file are those of the transcript now" in said
    values = [word for word in said.split() if len(word) == 64]
    text = (edition / "tei" / f"{SAMPLE}.xml").read_text(encoding="utf-8")
    old = [line.split(">")[1].split("<")[0] for line in text.splitlines() if 'type="sha256' in line]
    change(*(word for pair in zip(old, values, strict=True) for word in pair))
    assert codes(0)[0] == []


def test_words_of_neither_the_old_nor_the_new_transcript(edition, change, codes):
    source = edition / "source" / SOURCE
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")
    change("three days", "five days")
    found, said = codes()
    assert found == ["F002", "F001"] or found == ["F001", "F002"]
    assert "four days" in said
    assert "five days" in said
    assert "not at hand" not in said


def test_a_transcript_that_changed_in_white_space_only(edition, codes):
    source = edition / "source" / SOURCE
    source.write_text(source.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    found, said = codes(0)
    assert found == ["F002"]
    assert "not in its words" in said


def test_while_an_authority_file_cannot_be_read_no_entry_is_missed(edition, codes):
    persons = edition / "authorities" / "listperson.xml"
    persons.write_bytes(persons.read_bytes()[:-20])
    assert codes()[0] == ["G001"]


def test_the_authority_file_itself_is_reported(edition, teicable, tei):
    persons = edition / "authorities" / "listperson.xml"
    persons.write_bytes(persons.read_bytes()[:-20])
    said = teicable("validate", "ed", code=1).stdout
    assert "listperson.xml" in said
    assert "X103" not in said

"""teicable convert: sources in, TEI out, or a reason."""

import pytest

SAMPLE = "cable-1950-01-09-17"


@pytest.fixture
def source(edition):
    return next((edition / "source").glob("*.txt"))


def test_one_source_goes_to_standard_output(teicable, source):
    result = teicable("convert", source)
    assert result.stdout_bytes.rstrip().endswith(b"</TEI>")
    assert b"<TEI" in result.stdout_bytes


def test_standard_input(teicable, source):
    result = teicable("convert", "-", input=source.read_bytes())
    assert b"Northport" in result.stdout_bytes


def test_several_sources_need_a_folder(teicable, source):
    assert "need a folder" in teicable("convert", source, source, code=2).stderr


def test_a_folder_gets_one_file_a_document(teicable, source, place):
    teicable("convert", source, "-o", "out", "-v")
    assert (place / "out" / f"{SAMPLE}.xml").read_bytes().rstrip().endswith(b"</TEI>")


def test_another_text_is_not_overwritten(teicable, source, place):
    teicable("convert", source, "-o", "out")
    made = place / "out" / f"{SAMPLE}.xml"
    edited = made.read_bytes().replace(b"three days", b"nine days")
    made.write_bytes(edited)
    assert "X204" in teicable("convert", source, "-o", "out", code=1).stderr
    assert made.read_bytes() == edited
    teicable("convert", source, "-o", "out", "--force")
    assert b"three days" in made.read_bytes()


def test_an_edition_gives_authorities_ids_and_a_place(teicable, source, edition):
    teicable("convert", source, "-e", "ed")
    tei = (edition / "tei" / f"{SAMPLE}.xml").read_bytes()
    assert b"person:orlov" in tei
    assert (edition / "tei" / "LEDGER").is_file()
    assert SAMPLE in (edition / "ids.toml").read_text(encoding="utf-8")
    before = tei.replace(b'cert="medium"', b'cert="low"')
    (edition / "tei" / f"{SAMPLE}.xml").write_bytes(before)
    teicable("convert", source, "-e", "ed")
    assert (edition / "tei" / f"{SAMPLE}.xml").read_bytes() == before


def test_a_source_outside_the_edition_needs_a_folder(teicable, source, place):
    outside = place / "other.txt"
    outside.write_bytes(source.read_bytes())
    assert "is not in ed" in teicable("convert", outside, "-e", "ed", code=2).stderr
    teicable("convert", outside, "-e", "ed", "-o", "out")
    assert b"person:orlov" in (place / "out" / f"{SAMPLE}.xml").read_bytes()


def test_stages_are_dumped(teicable, source, place):
    teicable("convert", source, "-o", "out", "--dump", "stages")
    assert list((place / "stages").rglob("*.*"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", 1),
        (b"  \n\n", 1),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1),
        (b"\x80\x81 bytes", 1),
        ("Не кабель".encode("cp1251"), 1),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(teicable, place, data, code):
    (place / "x.txt").write_bytes(data)
    result = teicable("convert", "x.txt", code=code)
    assert result.stdout_bytes == b""
    assert result.stderr.startswith("x.txt")


def test_another_encoding(teicable, place):
    (place / "x.txt").write_bytes("Шифртелеграмма № 17".encode("cp1251"))
    result = teicable("convert", "x.txt", "--encoding", "windows-1251")
    assert "Шифртелеграмма".encode() in result.stdout_bytes
    assert "there is no encoding “klingon”" in teicable("convert", "x.txt", "--encoding", "klingon", code=2).stderr


def test_a_size_limit(teicable, source):
    assert teicable("convert", source, "--max-size", 10, code=1).stdout_bytes == b""


def test_a_missing_source(teicable, place):
    assert "cannot read nowhere.txt" in teicable("convert", "nowhere.txt", code=2).stderr


def test_a_folder_is_no_source(edition, teicable, place):
    assert "`teicable build ed`" in teicable("convert", "ed", code=2).stderr
    (place / "texts").mkdir()
    assert "teicable convert texts/*.txt -o tei" in teicable("convert", "texts", code=2).stderr
    assert "`teicable build` on the folder" in teicable("convert", "ed/edition.toml", code=1).stderr


def test_a_bracket_after_a_name_may_be_a_cover_name(teicable, place):
    words = "The courier of Captain Lindholm [Zvorkin Ivanov] waits. He carries it [grimble] by hand.\n"
    (place / "x.txt").write_text(words, encoding="utf-8")
    said = teicable("convert", "x.txt").stderr
    assert "confirm who is meant; add the person with the cover name to listperson.xml" in said

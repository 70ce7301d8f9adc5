"""Encodings: said by the command, the edition or a file beside the source; the TEI says which it was."""

import codecs
import csv
import io

import pytest
from click.testing import CliRunner
from lxml import etree

from teicable.cli import main
from teicable.readers import read
from teicable.readers.encoding import known

CABLE = "CIPHERED TELEGRAM No. 17\n\nTo Comrade YELAGIN\n\nThe boats have come to the harbour [гавань].\n\nARKADIN\n"
MANIFEST = 'format = 1\n[edition]\ntitle = "T"\n[[editor]]\nid = "ed1"\nname = "E. Northcote"\n'


def run(*words: str) -> str:
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output + done.stderr
    return done.stdout


def stated(tei: bytes) -> tuple[str | None, str]:
    root = etree.fromstring(tei)
    return root.findtext(".//{*}idno[@type='encoding']"), "".join(root.find("{*}text").itertext())


@pytest.fixture
def edition(tmp_path):
    folder = tmp_path / "e"
    run("init", "-q", str(folder))
    for sample in (folder / "source").iterdir():
        sample.unlink()
    (folder / "edition.toml").write_text(MANIFEST, encoding="utf-8")
    return folder


def documents(folder) -> list[tuple[str | None, str]]:
    return [stated(path.read_bytes()) for path in sorted((folder / "tei").glob("*.xml"))]


def test_by_the_command(tmp_path):
    source = tmp_path / "a.txt"
    source.write_bytes(CABLE.encode("windows-1251"))
    assert stated(run("convert", "-q", "--encoding", "windows-1251", str(source)).encode())[0] == "windows-1251"


def test_by_the_edition_and_proved_from_the_tei(edition):
    with (edition / "edition.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('[source]\nencoding = "windows-1251"\n')
    (edition / "source" / "a.txt").write_bytes(CABLE.encode("windows-1251"))
    run("convert", "-q", "-e", str(edition), str(edition / "source" / "a.txt"))
    ((encoding, text),) = documents(edition)
    assert encoding == "windows-1251"
    assert "гавань" in text
    run("validate", str(edition))
    run("prove", str(edition))


def test_beside_the_file_which_needs_no_editor(edition):
    (edition / "source" / "a.txt").write_bytes(CABLE.encode("koi8-r"))
    (edition / "source" / "a.toml").write_text('encoding = "koi8-r"\n', encoding="utf-8")
    run("convert", "-q", "-e", str(edition), str(edition / "source" / "a.txt"))
    ((encoding, text),) = documents(edition)
    assert encoding == "koi8-r"
    assert "гавань" in text


def test_beside_a_file_in_no_edition(tmp_path):
    (tmp_path / "a.txt").write_bytes(CABLE.encode("koi8-r"))
    (tmp_path / "a.toml").write_text('encoding = "koi8-r"\ntranslator = "Emilia Northcote"\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["convert", str(tmp_path / "a.txt")])
    assert stated(done.stdout.encode())[0] == "koi8-r"
    assert "M002 it states translator of “a.txt”" in done.stderr
    (tmp_path / "a.toml").write_text('[tool.something]\nencoding = "koi8-r"\n', encoding="utf-8")
    told = CliRunner().invoke(main, ["convert", str(tmp_path / "a.txt")]).stderr
    assert "R002" in told
    assert "source/a.toml" in told


def table(encoding: str, delimiter: str = ";") -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=delimiter)
    writer.writerows(
        [["id", "title", "text"], ["1", "Телеграмма", CABLE], ["2", "Вторая", "SECRET\n\nThe ice is gone."]]
    )
    return made.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_tables(edition, encoding):
    (edition / "source" / "cables.csv").write_bytes(table(encoding))
    if encoding in ("windows-1251", "koi8-r"):
        (edition / "source" / "cables.toml").write_text(f'encoding = "{encoding}"\n', encoding="utf-8")
    run("build", "-q", "-j", "1", str(edition))
    assert any("гавань" in text for _, text in documents(edition))
    assert len(documents(edition)) == 2


def test_a_table_in_another_encoding_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "a.csv").write_bytes(table("windows-1251"))
    done = CliRunner().invoke(main, ["convert", str(tmp_path / "a.csv"), "-o", str(tmp_path / "o")])
    assert done.exit_code == 1
    assert "--encoding windows-1251" in done.stderr
    run("convert", "-q", "--encoding", "windows-1251", str(tmp_path / "a.csv"), "-o", str(tmp_path / "o"))
    assert len(list((tmp_path / "o").glob("*.xml"))) == 2


@pytest.mark.parametrize("order", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_text_that_says_it_is_utf_16(order):
    form = "utf-16-le" if order is codecs.BOM_UTF16_LE else "utf-16-be"
    assert read("a.txt", order + CABLE.encode(form)).text == CABLE


@pytest.mark.parametrize("name", ["rot13", "zip", "hex", "no-such", "unicode_escape", "", "a b", "utf\0"])
def test_what_is_no_encoding(name):
    assert not known(name)


def test_a_misspelt_encoding_is_refused_by_all_three(edition):
    (edition / "source" / "a.txt").write_text(CABLE, encoding="utf-8")
    source = str(edition / "source" / "a.txt")
    assert CliRunner().invoke(main, ["convert", "--encoding", "win-1251", source]).exit_code == 2
    (edition / "source" / "a.toml").write_text('encoding = "win-1251"\n', encoding="utf-8")
    assert "is no encoding" in CliRunner().invoke(main, ["convert", "-e", str(edition), source]).stderr
    (edition / "edition.toml").write_text(f'{MANIFEST}[source]\nencoding = "win-1251"\n', encoding="utf-8")
    assert "edition.toml:8 names “win-1251”" in CliRunner().invoke(main, ["convert", "-e", str(edition), source]).stderr


def test_a_saved_page_in_utf_8_stays_what_it_is_in_an_edition_of_another_encoding():
    page = "<html><body><p>SECRET</p><p>the harbour [гавань]</p></body></html>"
    found = read("a.html", page.encode(), "windows-1251")
    assert "гавань" in found.text
    assert found.encoding == ""
    old = read("a.html", page.encode("windows-1251"), "windows-1251")
    assert (old.text, old.encoding) == (found.text, "windows-1251")

"""Readers: what is taken, and the exact reason why something is not."""

import subprocess
import sys

import pytest

from teicable.model.source import SourceText
from teicable.readers import READERS, read


def refusal(data: bytes, encoding: str = "utf-8") -> tuple[str, str, int, int]:
    result = read("a.txt", data, encoding)
    assert isinstance(result, list)
    (found,) = result
    return found.code, found.message, found.location.line, found.location.column


def test_a_transcript_is_read():
    result = read("a.txt", b"Sent 1 May\n")
    assert isinstance(result, SourceText)
    assert (result.name, result.text) == ("a.txt", "Sent 1 May\n")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1", "an RTF"),
        (b"\xff\xd8\xff\xe0", "a picture"),
    ],
)
def test_other_formats_are_named(data, what):
    code, message, *_ = refusal(data)
    assert code == "R001"
    assert what in message


def test_bytes_full_of_control_characters_are_no_text():
    assert refusal(bytes(range(32)) * 10)[0] == "R001"


def test_a_few_stray_control_characters_are_forgiven():
    result = read("a.txt", b"\x01" + b"The boats have come. " * 20)
    assert isinstance(result, SourceText)
    assert result.removed == 1


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "empty"), (b" \n\xc2\xa0\n", "no text"), ("\u200b\ufeff".encode(), "no text")]
)
def test_a_file_without_text(data, said):
    code, message, *_ = refusal(data)
    assert code == "R003"
    assert said in message


def test_a_byte_that_is_not_utf_8_is_shown_with_its_place():
    code, message, line, column = refusal(b"Paris\ncaf" + b"\xe9 bar")
    assert (code, line, column) == ("R002", 2, 4)
    assert "0xE9" in message
    assert "“caf”" in message


def test_the_encoding_can_be_named():
    result = read("a.txt", b"caf\xe9", "windows-1252")
    assert isinstance(result, SourceText)
    assert result.text == "café"


def test_utf_16_is_not_taken_for_a_binary_file():
    result = read("a.txt", "Sent 1 May".encode("utf-16"), "utf-16")
    assert isinstance(result, SourceText)
    assert result.text == "Sent 1 May"


def test_an_encoding_that_does_not_exist():
    code, message, *_ = refusal(b"x", "utf-99")
    assert code == "R001"
    assert "utf-99" in message


@pytest.mark.parametrize(
    ("name", "data", "what", "hint"),
    [
        ("a.xml", b'<?xml version="1.0"?>\n<TEI xmlns="x"/>', "a TEI file", "teicable validate"),
        ("a.txt", b"\xef\xbb\xbf<TEI xmlns='x'/>", "a TEI file", "teicable validate"),
        ("a.txt", b"<?xml version='1.0'?><div/>", "an XML file", "copy the words"),
        ("edition.toml", b"format = 1\n", "a settings file in TOML", "teicable build"),
    ],
)
def test_files_that_go_with_transcripts_are_none(name, data, what, hint):
    (found,) = read(name, data)
    assert found.code == "R001"
    assert what in found.message
    assert hint in found.hint


def test_plain_text_loads_no_reader_of_other_formats():
    code = (
        "import sys; from teicable.readers import read; read('a.txt', b'Sent 1 May')\n"
        "print([name for name in ('mammoth', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"{\\rtf1"])
def test_a_refusal_quotes_every_reader(data):
    message = refusal(data)[1]
    assert all(f"{name}: " in message for name in READERS)

"""Files that no reader takes: the refusal names the format and says how to come to one that is read."""

import io
import zipfile

import pytest

from teicable.model.source import SourceText
from teicable.readers import READERS, read
from teicable.readers.formats import format_of


def container(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "RTF": (b"{\\rtf1\\ansi\\f0 SECRET\\par}", "an RTF document", ".docx"),
    "old Word": (OLE, "an old Word document", ".docx"),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), "an old Excel workbook", "CSV"),
    "ODT": (container(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>"), "(ODT)", ".docx"),
    "ODS": (container(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "(ODS)", "CSV"),
    "Excel": (container(xl__workbook_xml="<x/>"), "an Excel workbook", "CSV"),
    "a ZIP": (container(cable="SECRET"), "a ZIP container", "unpack"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(60), "a picture", "transcribe"),
    "TIFF": (b"II*\x00" + bytes(60), "a picture", "transcribe"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic" + bytes(60), "a picture", "transcribe"),
    "MHTML": (b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x\nMIME-Version: 1.0\n\nx", "MHTML", "HTML"),
    "mail": (b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nSECRET", "mail", "copy the words"),
    "UTF-16": ("SECRET\nTo Comrade YELAGIN\n".encode("utf-16-le"), "UTF-16", "--encoding utf-16-le"),
}


@pytest.mark.parametrize(("data", "name", "advice"), REFUSED.values(), ids=REFUSED)
def test_the_refusal_names_the_format_every_readers_reason_and_what_to_do(data, name, advice):
    (found,) = read("a", data)
    assert found.code == "R001"
    assert name in found.message
    assert advice in found.hint
    assert all(f"{title}: " in found.message for title in READERS)


@pytest.mark.parametrize("data", [b"", b" \n\t\n ", "\ufeff".encode()])
def test_an_empty_file_is_called_that(data):
    (found,) = read("a.txt", data)
    assert found.code == "R003"


@pytest.mark.parametrize(
    "text", ["SECRET", "BM SECRET", "II SECRET", "MM", "GIF8 is a number", "Rar", "The MIME-Version: 1"]
)
def test_words_are_no_format(text):
    assert format_of(text.encode()) is None
    assert isinstance(read("a.txt", text.encode()), SourceText)


def test_a_page_or_a_pdf_is_known_whatever_its_name():
    page = b"<!DOCTYPE html><html><body><p>SECRET</p></body></html>"
    assert read("a.txt", page).text == "SECRET\n"
    assert read("a.docx", b"SECRET").text == "SECRET"


def test_the_text_of_a_word_document_may_stand_under_another_name(tmp_path):
    import runpy
    from pathlib import Path

    make = runpy.run_path(str(Path(__file__).parents[1] / "golden" / "make_readers.py"))
    parts = {
        name.replace("document.xml", "document2.xml"): content.replace("word/document.xml", "word/document2.xml")
        for name, content in make["docx"](make["p"]("SECRET")).items()
    }
    made = io.BytesIO()
    make["packed"](made, parts)
    assert read("a.docx", made.getvalue()).text == "SECRET\n"

"""Hostile source files: each is refused with a clear word or read within limits, in seconds, and nothing is fetched."""

from __future__ import annotations

import io
import runpy
import socket
import time
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
import typst

from teicable.diagnostics import Diagnostic
from teicable.model.declaration import Columns
from teicable.model.source import SourceText
from teicable.readers import read
from teicable.readers.table import Table

MAKE = runpy.run_path(str(Path(__file__).parents[1] / "golden" / "make_readers.py"))
p, run, docx, W = MAKE["p"], MAKE["run"], MAKE["docx"], MAKE["W"]
LONGEST = 10
"""Seconds of processor time that any of these may take, on a slow machine."""
SECRET = "the words of a file that nobody named"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*arguments: object, **options: object) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def outcome(name: str, data: bytes) -> SourceText | list[Diagnostic]:
    begun = time.process_time()
    found = read(name, data)
    assert time.process_time() - begun < LONGEST
    return found


def refused(name: str, data: bytes) -> Diagnostic:
    found = outcome(name, data)
    assert isinstance(found, list), found.text[:200]
    assert found[0].hint
    return found[0]


def packed(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(body: str = p("SECRET"), **parts: str) -> dict[str, str]:
    return {**docx(body), **parts}


# Word documents


def test_a_part_that_unpacks_to_far_more_than_it_is():
    found = refused("a.docx", packed(word(**{"word/media/a.xml": "x" * 30_000_000})))
    assert "unpacks to" in found.message


def test_a_container_that_lies_about_its_size():
    data = bytearray(packed(word(**{"word/numbering.xml": " " * 5_000_000})))
    # The sizes of the last part in both headers: it now claims to be small.
    for position in range(len(data) - 4):
        if data[position : position + 4] == (5_000_000).to_bytes(4, "little"):
            data[position : position + 4] = (50).to_bytes(4, "little")
    assert refused("a.docx", bytes(data)).code == "R008"


def test_a_bomb_in_a_bomb_is_not_opened():
    inner = packed({"a": "x" * 1_000_000})
    found = outcome("a.docx", packed({**{k: v.encode() for k, v in word().items()}, "word/embeddings/a.docx": inner}))
    assert isinstance(found, SourceText)


def test_ten_thousand_parts():
    assert "parts" in refused("a.docx", packed(word(**{f"word/media/{n}.bin": "" for n in range(10_000)}))).message


def test_two_parts_of_one_name():
    made = io.BytesIO(packed(word()))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "two of one name" in refused("a.docx", made.getvalue()).message


def test_names_that_lead_out_of_the_container_write_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = outcome("a.docx", packed(word(**{"../../escaped.xml": "<x/>", "/tmp/escaped.xml": "<x/>"})))
    assert isinstance(found, SourceText)
    assert not list(tmp_path.iterdir())
    assert not (tmp_path.parent / "escaped.xml").exists()


MULTIPLYING = "".join(f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>" for n in range(1, 10))


@pytest.mark.parametrize(
    "declaration",
    [
        f"<!DOCTYPE x [<!ENTITY a0 'ha'>{MULTIPLYING}]>",
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "FILE">]>',
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/">]>',
        '<!DOCTYPE x SYSTEM "FILE">',
    ],
)
def test_a_document_type_in_a_part(declaration, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    body = docx(p("SECRET &a9;"))["word/document.xml"]
    found = refused(
        "a.docx", packed(word(**{"word/document.xml": declaration.replace("FILE", secret.as_uri()) + body}))
    )
    assert found.code == "R008"
    assert SECRET not in found.message


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/a.docx", "file:///etc/passwd", "\\\\\\\\server\\\\share\\\\a.dotm"]
)
@pytest.mark.parametrize("kind", ["image", "oleObject", "footnotes", "frame", "subDocument"])
def test_a_part_that_is_somewhere_else(kind, target):
    relations = docx(p("SECRET"))["word/_rels/document.xml.rels"]
    outside = f'<Relationship Id="x" Type="{MAKE["R"]}/{kind}" Target="{target}" TargetMode="External"/>'
    parts = word(
        **{"word/_rels/document.xml.rels": relations.replace("</Relationships>", f"{outside}</Relationships>")}
    )
    assert "not in the file" in refused("a.docx", packed(parts)).message


@pytest.mark.parametrize("depth", [200, 50_000])
def test_tables_in_tables_in_tables(depth):
    body = "<w:tbl><w:tr><w:tc>" * depth + p("SECRET") + "</w:tc></w:tr></w:tbl>" * depth
    assert refused("a.docx", packed(word(body))).code == "R008"


def test_a_paragraph_of_many_runs():
    found = outcome("a.docx", packed(word("<w:p>" + run("x ", "<w:i/>") * 10_000 + "</w:p>")))
    assert isinstance(found, SourceText)
    mixed = "".join(run(f"{number} ", "<w:i/>") for number in range(200_000))
    assert "markup" in refused("a.docx", packed(word(f"<w:p>{mixed}</w:p>"))).message


@pytest.mark.parametrize("length", [30, 400, 1_000])
def test_a_truncated_document(length):
    assert refused("a.docx", packed(word())[:length]).code == "R008"


def test_footnotes_that_call_themselves():
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnotes {W}><w:footnote w:id="2">{p(call)}</w:footnote></w:footnotes>'
    parts = docx(p(run("SECRET") + call), footnotes=note)
    outcome("a.docx", packed(parts))


# PDFs


def sheet(code: str = "SECRET\n\nThe boats have come to the harbour.") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(typst.compile(code.encode(), ignore_system_fonts=True)))


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    made = io.BytesIO()
    document.save(made, **options)  # type: ignore[arg-type]
    return made.getvalue()


def objects(*bodies: str) -> bytes:
    """Write a PDF by hand: the first object is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        data
        + (
            f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
        ).encode()
    )


@pytest.mark.parametrize(
    "tree",
    [
        ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 5>>", "<</Type/Pages/Kids[2 0 R]/Count 5>>"),
        ("<</Type/Catalog/Pages 1 0 R>>",),
        ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>"),
        ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count -1>>"),
    ],
)
def test_a_tree_of_pages_that_is_none(tree):
    assert refused("a.pdf", objects(*tree)).code in ("R008", "R009")


def test_ten_thousand_pages():
    kids = " ".join(["3 0 R"] * 10_000)
    data = objects(
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count 10000>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    )
    assert "10000 pages" in refused("a.pdf", data).message


def test_scripts_and_actions_are_not_run():
    document = sheet()
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS='app.alert("x"); this.submitForm("http://127.0.0.1:9/")')
    document.Root.OpenAction = document.make_indirect(action)
    document.Root.AA = pikepdf.Dictionary(WC=action)
    found = outcome("a.pdf", saved(document))
    assert isinstance(found, SourceText)
    assert "alert" not in found.text


def test_a_password():
    data = saved(sheet(), encryption=pikepdf.Encryption(user="open", owner="owner"))
    assert refused("a.pdf", data).message == "the file asks for a password"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_pdf(share):
    data = saved(sheet())
    found = outcome("a.pdf", data[: int(len(data) * share)])
    assert isinstance(found, SourceText) or found[0].code in ("R008", "R009")


def test_a_stream_that_unpacks_to_far_more_than_it_is():
    stream = zlib.compress(b"q Q " * 10_000_000)
    document = sheet()
    document.pages[0].Contents = document.make_stream(stream, Filter=pikepdf.Name.FlateDecode)
    outcome("a.pdf", saved(document))


def test_a_stream_packed_a_thousand_times():
    document = sheet()
    filters = pikepdf.Array([pikepdf.Name.FlateDecode] * 1_000)
    document.pages[0].Contents = document.make_stream(zlib.compress(b"q Q"), Filter=filters)
    outcome("a.pdf", saved(document))


def test_a_form_that_draws_itself():
    document = sheet()
    form = document.make_stream(b"/F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    document.pages[0].Contents = document.make_stream(b"/F Do")
    outcome("a.pdf", saved(document))


# Pages and tables


@pytest.mark.parametrize("tag", ["div", "span", "table", "b", "ul><li", "p><a href='#x'"])
def test_a_hundred_thousand_elements_in_one_another(tag):
    data = f"<html><body>{f'<{tag}>' * 100_000}SECRET</body></html>".encode()
    found = outcome("a.html", data)
    assert isinstance(found, SourceText) or found[0].code == "R008"


def test_a_hundred_thousand_elements_side_by_side():
    found = outcome("a.html", b"<html><body>" + b"<div><i>SECRET</i></div>" * 100_000 + b"</body></html>")
    assert isinstance(found, SourceText)


def test_a_page_with_entities_and_addresses(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}">]><html><head><base href="http://127.0.0.1:9/">'
        f'<link rel="import" href="{secret.as_uri()}"><script src="{secret.as_uri()}"></script></head>'
        f'<body><p>SECRET &a;</p><iframe src="{secret.as_uri()}"></iframe><img src="http://127.0.0.1:9/a"></body></html>'
    )
    found = outcome("a.html", page.encode())
    assert SECRET not in (found.text if isinstance(found, SourceText) else found[0].message)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<!--" * 200_000,
        "<html><body>" + "<a " * 200_000,
        "<html><body><p " + " ".join(f"a{n}='x'" for n in range(500_000)) + ">SECRET",
        "<html><body><p " + " ".join(f"a{n}" for n in range(500_000)) + ">SECRET",
        "<html><body>" + "&#x41;" * 200_000,
        "<html><body>" + "<p style='" + "font-style:" * 50_000 + "'>SECRET",
        "<!--" * 100_000 + "<html>",
    ],
)
def test_markup_without_end(page):
    outcome("a.html", page.encode())


@pytest.mark.parametrize(
    "content",
    [
        b'id,text\n1,"' + b"x" * 9_000_000,
        b"id,text\n" + b'"\n' * 200_000,
        b"id,text\n" + b"1,a\n" * 50_000,
        b"id,text" + b"," * 500_000 + b"\n1,a\n",
        b"\x00" * 100_000,
        b"\xff\xfe" + b"\x00\xd8" * 1_000,
    ],
)
def test_a_table_without_end(content, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    begun = time.process_time()
    assert all(isinstance(found, Diagnostic) or found.name for found in Table(path, "a.csv", Columns()).rows())
    assert time.process_time() - begun < LONGEST


def test_a_row_of_brackets_in_brackets(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" * 1_000_000 + b"\n" + b'{"id":' * 100_000)
    assert {found.code for found in Table(path, "a.jsonl", Columns()).rows()} == {"R013"}

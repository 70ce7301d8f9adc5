"""The PDF as archives and screen readers see it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lxml import etree

from teicable.errors import ParameterError, StylesheetError

ID = "{http://www.w3.org/XML/1998/namespace}id"


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_standards_tags_and_title(renderer, cable):
    with opened(renderer.render(cable, "pdf").data) as pdf:
        with pdf.open_metadata() as about:
            assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"]) == ("1", "3", "A")
            assert about["dc:title"]
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_tei_is_attached(renderer, cable):
    name = etree.fromstring(cable).get(ID) + ".xml"
    with opened(renderer.render(cable, "pdf").data) as pdf:
        assert list(pdf.attachments) == [name]
        file = pdf.attachments[name]
        assert file.get_file().read_bytes() == cable
        assert str(file.obj.AFRelationship) == "/Source"


def test_same_bytes_on_every_run(renderer, cable):
    assert renderer.render(cable, "pdf").data == renderer.render(cable, "pdf").data


def test_date_is_the_files_own_or_the_one_asked_for(renderer, cable):
    with opened(renderer.render(cable, "pdf").data) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")
    with opened(renderer.render(cable, "pdf", {"date": "1999-01-02"}).data) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:19990102")


def test_a_file_without_date(renderer, whole):
    pdf = renderer.render(whole("<p>x</p>"), "pdf").data
    assert pdf == renderer.render(whole("<p>x</p>"), "pdf").data


def test_paper(renderer, whole):
    with opened(renderer.render(whole("<p>x</p>"), "pdf", {"paper": "a5"}).data) as pdf:
        assert [round(float(x)) for x in pdf.pages[0].MediaBox[2:]] == [420, 595]
    with pytest.raises(StylesheetError, match="a11"):
        renderer.render(whole("<p>x</p>"), "pdf", {"paper": "foolscap"})
    with pytest.raises(ParameterError, match="papr"):
        renderer.render(whole("<p>x</p>"), "pdf", {"papr": "a5"})


def test_code_compiles_unchanged(renderer, cable, tmp_path):
    import typst

    path = tmp_path / "cable.typ"
    path.write_bytes(renderer.render(cable, "typst").data)
    assert typst.compile(str(path), format="pdf", ignore_system_fonts=True).startswith(b"%PDF")


def test_a_file_that_cannot_be_read(renderer):
    made = renderer.render(b"<TEI", "pdf")
    assert (made.data, [d.code for d in made.diagnostics]) == (b"", ["G001"])

"""Each document as a package of its own, and packages as items for DSpace."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from teicable.deposit import bag

# The fields of the registries that DSpace comes with, as far as cables need any: with another it imports nothing.
REGISTERED = {
    "dc": {
        "contributor.author",
        "contributor.editor",
        "contributor.other",
        "coverage.spatial",
        "date.created",
        "date.issued",
        "description",
        "description.abstract",
        "identifier.doi",
        "identifier.other",
        "identifier.uri",
        "language.iso",
        "publisher",
        "relation.ispartof",
        "rights",
        "rights.uri",
        "subject",
        "title",
        "type",
    },
    "dcterms": {"contributor", "isPartOf", "license", "provenance", "source", "temporal"},
}
STRANGER = """
import sys, pathlib
from lxml import etree
from saxonche import PySaxonProcessor
data = pathlib.Path(sys.argv[1])
grammar = etree.RelaxNG(etree.parse(str(data / "teicable/schema/teicable.rng")))
with PySaxonProcessor() as saxon:
    xslt = saxon.new_xslt30_processor()
    rules = xslt.compile_stylesheet(stylesheet_file=str(data / "teicable/schema/generated/rules.xsl"))
    (path,) = data.glob("edition/tei/*.xml")
    assert grammar.validate(etree.parse(str(path))), grammar.error_log
    assert "<svrl:failed-assert" not in rules.transform_to_string(source_file=str(path))
"""


@pytest.fixture
def packages(collected: Path) -> list[Path]:
    return sorted(path for path in (collected / "documents").iterdir() if path.is_dir())


def test_each_document_has_its_package(collected, packages):
    names = {path.stem for path in (collected / "gold" / "tei").glob("*.xml")}
    assert {package.name for package in packages} == names
    assert {path.stem for path in (collected / "documents").glob("*.zip")} == names
    for package in packages:
        data = package / "data"
        assert bag.check(package) == []
        assert (data / "edition" / "tei" / f"{package.name}.xml").is_file()
        assert (data / f"{package.name}.pdf").read_bytes().startswith(b"%PDF")
        assert len(list((data / "edition" / "source").iterdir())) == 1
        page = (data / f"{package.name}.html").read_text(encoding="utf-8")
        assert not re.search(r'<(link rel="stylesheet" href="(?!data:)|script src)', page)
        others = names - {package.name}
        assert not [name for name in others if f'"{name}.html"' in page]


def test_each_says_of_which_edition_it_is_a_part(packages):
    for number, package in enumerate(packages, 1):
        info = dict(line.split(": ", 1) for line in (package / "bag-info.txt").read_text(encoding="utf-8").splitlines())
        assert info["Bag-Group-Identifier"] == "https://doi.org/10.1234/korea"
        assert re.fullmatch(r"\d+ of 20", info["Bag-Count"])
        assert info["Internal-Sender-Identifier"] == package.name
        metadata = package / "data" / "metadata"
        related = etree.parse(str(metadata / "datacite.xml")).findall(".//{*}relatedIdentifier")
        assert ("IsPartOf", "10.1234/korea") in [(one.get("relationType"), one.text) for one in related], number
        told = json.loads((metadata / "provenance.json").read_bytes())
        tei = (package / "data" / "edition" / "tei" / f"{package.name}.xml").read_bytes()
        assert told["entity"][f"ed:tei/{package.name}.xml"]["schema:sha256"] == hashlib.sha256(tei).hexdigest()


def test_everything_that_a_readme_names_is_there(packages):
    for package in packages:
        readme = (package / "data" / "README.txt").read_text(encoding="utf-8")
        addresses = re.findall(r"https?://[^\s()]+", readme.partition("Rights")[2].partition("What is here")[0])
        assert len(addresses) == len(set(addresses))  # a licence that is called by its address is named once
        listed = re.findall(r"^  (\S+)  +\S", readme.partition("What is here")[2], flags=re.MULTILINE)
        assert len(listed) >= 9
        for name in listed:
            assert (package / "data" / name).exists(), name


def test_a_stranger_checks_a_document_with_nothing_but_its_package(packages, tmp_path):
    command = [sys.executable, "-I", "-c", STRANGER, str(packages[0] / "data")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_words_that_nobody_allowed_are_described_alone(run, edition, tmp_path):
    assert "1 described alone" in run(
        "deposit", edition, "--per-document", "-o", tmp_path / "all", "--dspace", tmp_path / "i"
    )
    (package,) = (tmp_path / "all").iterdir()
    held = [path.relative_to(package / "data").as_posix() for path in package.rglob("data/**/*") if path.is_file()]
    assert not [name for name in held if name.endswith((".html", ".pdf")) or name.startswith("edition/")]
    assert "nobody has allowed" in (package / "data" / "README.txt").read_text(encoding="utf-8")
    assert bag.check(package) == []
    (item,) = (tmp_path / "i").iterdir()
    assert {path.name for path in item.iterdir()} == {"contents", "dublin_core.xml", "metadata_dcterms.xml"}
    assert (item / "contents").read_bytes() == b""


def test_two_sets_of_packages_are_the_same_to_the_byte(run, edition, tmp_path, permit):
    permit(edition)
    for name in ("one", "two"):
        run("deposit", edition, "--per-document", "-o", tmp_path / name, "--zip")
    found = [
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    ]
    assert found[0] == found[1]
    (archive,) = (tmp_path / "one").glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        assert {name.partition("/")[0] for name in opened.namelist()} == {archive.stem}


@pytest.mark.parametrize("place", ["items", "document-items"])
def test_items_are_as_dspace_imports_them(collected, place):
    items = sorted((collected / place).iterdir())
    assert len(items) == (20 if place == "document-items" else 1)
    for item in items:
        assert all(path.is_file() for path in item.iterdir())  # flat
        for name, schema in (("dublin_core.xml", "dc"), ("metadata_dcterms.xml", "dcterms")):
            root = etree.parse(str(item / name)).getroot()
            assert (root.tag, root.get("schema")) == ("dublin_core", schema)
            for value in root.iterfind("dcvalue"):
                field = ".".join(part for part in (value.get("element"), value.get("qualifier")) if part != "none")
                assert field in REGISTERED[schema]
                assert value.text.strip() == value.text
        lines = (item / "contents").read_text(encoding="utf-8").splitlines()
        names = [line.split("\t")[0] for line in lines]
        described = {"contents", "dublin_core.xml", "metadata_dcterms.xml"}
        assert sorted([*names, *described]) == sorted(path.name for path in item.iterdir())
        assert [line for line in lines if "\tprimary:true" in line] == lines[:1]
        assert all(
            re.fullmatch(r"[^\t]+\tbundle:ORIGINAL(\tprimary:true)?\tdescription:[^\t]+", line) for line in lines
        )


def test_the_item_of_an_edition_holds_its_package(collected):
    (item,) = (collected / "items").iterdir()
    (archive,) = item.glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        assert "korea-package/bagit.txt" in opened.namelist()
    assert (item / "README.txt").is_file()

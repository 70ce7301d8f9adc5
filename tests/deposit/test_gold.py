"""Packages of whole editions, held up to every judge: twenty cables that may be passed on, and two that may not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from teicable.deposit import bag

JUDGES = Path(__file__).resolve().parents[1] / "judges"
EDITIONS = ("gold", "korea")


def documents(collected):
    """Return the packages of the single documents."""
    return sorted(path for path in (collected / "documents").iterdir() if path.is_dir())


@pytest.fixture
def packages(collected):
    """The packages of both editions, and that of one document."""
    return [*(collected / f"{name}-package" for name in EDITIONS), documents(collected)[0]]


@pytest.fixture(params=range(3), ids=[*EDITIONS, "one"])
def package(request, packages):
    """One of them."""
    return packages[request.param]


@pytest.fixture
def descriptions(collected):
    """The folders with the descriptions of both editions and of each document."""
    packages = [*(collected / f"{name}-package" for name in EDITIONS), *documents(collected)]
    return [package / "data" / "metadata" for package in packages]


def test_all_cables_are_in_it(collected):
    given, held = (collected / f"{name}-package" / "data" / "edition" / "tei" for name in EDITIONS)
    assert len(list(given.glob("*.xml"))) == 20
    assert not held.exists()
    assert len(list((collected / "korea-package/data/metadata/documents").glob("*.xml"))) == 2


def test_the_program_of_the_library_of_congress_takes_the_bags(package):
    import bagit

    assert bagit.Bag(str(package)).is_valid()
    assert bag.check(package) == []


def test_bagit_profile_takes_the_bags(package, judged):
    done = judged("python", JUDGES / "profile.py", package)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_datacite_takes_every_record(descriptions, judge):
    schema = etree.XMLSchema(etree.parse(str(judge("datacite/metadata.xsd"))))
    records = [path for folder in descriptions for path in (folder / "datacite.xml", *folder.glob("documents/*.xml"))]
    assert len(records) == 2 + 22 + 20
    for path in records:
        schema.assertValid(etree.parse(str(path)))


def test_dataverse_takes_every_record(descriptions, judge):
    import jsonschema

    schema = json.loads(judge("dataverse/dataset-schema.json").read_bytes())
    for folder in descriptions:
        dataset = json.loads((folder / "dataverse.json").read_bytes())
        jsonschema.validate(dataset, schema)
        fields = dataset["datasetVersion"]["metadataBlocks"]["citation"]["fields"]
        assert {"title", "author", "datasetContact", "dsDescription", "subject"} <= {one["typeName"] for one in fields}


def test_csl_takes_every_reference(descriptions):
    import jsonschema

    schema = json.loads((JUDGES / "csl-data.json").read_bytes())
    for folder in descriptions:
        jsonschema.validate(json.loads((folder / "csl.json").read_bytes()), schema)


@pytest.mark.parametrize(("name", "least"), [("gold", 15), ("korea", 2)])
def test_cmif_takes_the_index(collected, name, least, judge, cmif_rules):
    index = (collected / f"{name}-package" / "data" / "metadata" / "cmif.xml").read_bytes()
    grammar = etree.RelaxNG(etree.parse(str(judge("cmif/cmi-customization.rng"))))
    grammar.assertValid(etree.fromstring(index))
    assert cmif_rules(index) == []
    assert index.count(b"<correspDesc") >= least


def test_roc_validator_takes_the_crates(packages, judged, judge):
    crates = (package / "data" for package in packages)
    done = judged("python", JUDGES / "crate.py", judge("ro-crate/context-1.2.jsonld"), *crates)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_ocfl_py_takes_the_object(collected, package, judged):
    name = package.name.removesuffix("-package")
    store = collected / (f"{name}-store" if name in EDITIONS else f"stores/{name}")
    said = judged("ocfl-validate.py", store).stdout
    assert "is VALID" in said, said
    assert "[E" not in said, said
    assert "[W" not in said, said


def test_cffconvert_takes_the_citations(package, judged):
    done = judged("cffconvert", "--validate", "-i", package / "data" / "CITATION.cff")
    assert done.returncode == 0, done.stdout + done.stderr


def test_citation_js_reads_the_references(packages, cite):
    read = cite(*packages)
    assert len(read) == 2 * len(packages)
    for path, said in read.items():
        (one,) = said["data"]
        assert one["publisher"] == "Institute of Examples", path
        assert one["title"], path


def test_the_prov_library_reads_the_provenance(package):
    from prov.model import ProvDocument, ProvElement, ProvRelation

    told = (package / "data/metadata/provenance.json").read_text(encoding="utf-8")
    document = ProvDocument.deserialize(content=told, format="json")
    things = {str(one.identifier) for one in document.get_records(ProvElement)}
    relations = list(document.get_records(ProvRelation))
    assert relations
    for one in relations:
        assert {str(one.args[0]), str(one.args[1])} <= things

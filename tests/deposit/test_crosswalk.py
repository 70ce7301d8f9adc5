"""The record in the formats of repositories: valid by their own schemas, and nothing lost or invented on the way."""

from __future__ import annotations

import json

import pytest
import yaml
from lxml import etree

from teicable.deposit.crosswalk import CROSSWALKS, crosswalk
from teicable.deposit.record import record

SECOND = "cable-1950-07-13-3305"
KEYS = ("", "cable-1950-05-14-8600", SECOND, "cable-1951-07-21-291ag")
KERNEL = {"d": "http://datacite.org/schema/kernel-4"}


@pytest.fixture(scope="session")
def made(depositor, found, declared):
    """Return a function: the record of a document (or of the edition, for an empty id) in a format."""
    records = {key: record(depositor, found, declared, key) for key in KEYS}
    return lambda form, key="": crosswalk(depositor, records[key], form)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("form", CROSSWALKS)
def test_every_format_is_whole(made, form, key):
    name, data = CROSSWALKS[form].name, made(form, key)
    assert data == made(form, key)
    match name.rpartition(".")[2]:
        case "json":
            json.loads(data)
        case "xml":
            etree.fromstring(data)
        case "cff":
            assert yaml.safe_load(data)["cff-version"] == "1.2.0"
        case "bib":
            assert data.count(b"{") == data.count(b"}")
        case "txt":
            assert "teicable/schema/teicable.rng" in data.decode()
        case _:
            pytest.fail(f"nobody looks at {name}")


@pytest.mark.parametrize("key", KEYS)
def test_datacite_is_valid_by_its_schema(made, judge, key):
    schema = etree.XMLSchema(etree.parse(str(judge("datacite/metadata.xsd"))))
    schema.assertValid(etree.fromstring(made("datacite", key)))


@pytest.mark.parametrize("key", KEYS)
def test_dataverse_is_valid_by_its_schema(made, judge, key):
    import jsonschema

    dataset = json.loads(made("dataverse", key))
    jsonschema.validate(dataset, json.loads(judge("dataverse/dataset-schema.json").read_bytes()))
    names = {field["typeName"] for field in dataset["datasetVersion"]["metadataBlocks"]["citation"]["fields"]}
    assert {"title", "author", "datasetContact", "dsDescription", "subject"} <= names


def test_datacite_names_translators_and_what_was_translated(depositor, found, declared, made):
    stated = [
        facts.replace(b"</title>", b'</title><credit share="translation" id="translator">Ann Orlen</credit>', 1)
        for facts in found
    ]
    stated = [
        facts.replace(b"</title>", b"</title><repository>APRF</repository><shelfmark>fond 45</shelfmark>", 1)
        for facts in stated
    ]
    root = etree.fromstring(crosswalk(depositor, record(depositor, stated, declared, SECOND), "datacite"))
    (translator,) = root.findall(".//d:contributor[@contributorType='Translator']/d:contributorName", KERNEL)
    (original,) = root.findall(".//d:relatedItem[@relationType='IsTranslationOf']/d:titles/d:title", KERNEL)
    assert (translator.text, original.text) == ("Ann Orlen", "APRF, fond 45")


def test_the_sender_is_the_creator_of_a_document_and_the_editor_of_an_edition(made):
    creators = [
        etree.fromstring(made("datacite", key)).findtext(".//d:creatorName", None, KERNEL) for key in ("", SECOND)
    ]
    assert creators == ["Northcote, Emilia", "Stalin, Joseph"]


def test_rights_keep_their_three_layers(made):
    for form, where in (
        ("datacite", ".//{*}rights"),
        ("dublin-core", ".//{*}rights"),
        ("dspace", ".//dcvalue[@element='rights']"),
    ):
        said = [rights.text for rights in etree.fromstring(made(form)).findall(where)]
        assert {
            layer: any(text.startswith(layer) for text in said) for layer in ("Document", "Translation", "Encoding")
        } == {
            "Document": True,
            "Translation": True,
            "Encoding": True,
        }
    rights = json.loads(made("invenio"))["metadata"]["rights"]
    assert rights[-1] == {"id": "cc-by-4.0"}
    assert all(("id" in one) != ("title" in one) for one in rights)  # either an id or words


def test_invenio_has_its_own_vocabularies(made):
    metadata = json.loads(made("invenio", SECOND))["metadata"]
    assert metadata["languages"] == [{"id": "eng"}]
    assert metadata["creators"][0]["person_or_org"] == {
        "type": "personal",
        "family_name": "Stalin",
        "given_name": "Joseph",
    }
    assert {one["role"]["id"] for one in metadata["contributors"]} == {"editor", "other", "relatedperson"}
    assert metadata["related_identifiers"] == [
        {"identifier": "10.1234/korea", "scheme": "doi", "relation_type": {"id": "ispartof"}}
    ]


def test_a_name_that_nobody_divided_stands_whole(made):
    contributors = json.loads(made("invenio"))["metadata"]["contributors"]
    assert contributors[0]["person_or_org"] == {"type": "personal", "family_name": "Leopold Strand"}
    assert "Strand, Leopold" not in made("datacite").decode()


def test_files_of_a_restricted_document_are_not_public(depositor, found, restricted):
    said = json.loads(crosswalk(depositor, record(depositor, found, restricted, SECOND), "invenio"))
    assert said["access"] == {"record": "public", "files": "restricted"}


def test_a_crate_names_places_that_have_an_address(depositor, found, declared):
    told = record(depositor, found, declared).replace(
        b"</deposit>",
        b'<place ref="place:x" uri="https://www.geonames.org/1">X</place><place ref="place:y">Y</place></deposit>',
    )
    graph = json.loads(crosswalk(depositor, told, "ro-crate"))["@graph"]
    root = next(one for one in graph if one["@id"] == "./")
    assert root["contentLocation"] == [{"@id": "https://www.geonames.org/1"}]
    assert [one["name"] for one in graph if one["@type"] == "Place"] == ["X"]


def test_a_citation_file_has_what_programs_read(made):
    cited = yaml.safe_load(made("cff"))
    assert cited["authors"] == [
        {
            "family-names": "Northcote",
            "given-names": "Emilia",
            "affiliation": "University of Examples",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
        }
    ]
    assert (cited["license"], cited["doi"], str(cited["date-released"])) == ("CC-BY-4.0", "10.1234/korea", "2026-05-14")

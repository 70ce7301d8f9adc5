"""Hostile XML is refused with a clear word, by each of the three engines, and no run opens a connection."""

from __future__ import annotations

import socket
import time

import pytest
from click.testing import CliRunner
from lxml import etree
from xmlschema import XMLSchema10

from teicable import resources
from teicable.cli import main
from teicable.diagnostics import Diagnostic
from teicable.errors import StylesheetError
from teicable.validation import grammar
from teicable.validation.layers import validate
from teicable.xml.parse import parse
from teicable.xml.saxon import Transforms

SECRET = "the words of a file that nobody named"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><text>{}</text></TEI>'
MULTIPLYING = "".join(f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>" for n in range(1, 10))
ENTITIES = {
    "entities that multiply": f"<!DOCTYPE TEI [<!ENTITY a0 'ha'>{MULTIPLYING}]>" + TEI.format("&a9;"),
    "one huge entity many times": "<!DOCTYPE TEI [<!ENTITY a '" + "x" * 100_000 + "'>]>" + TEI.format("&a;" * 10_000),
    "an entity that reads a file": '<!DOCTYPE TEI [<!ENTITY a SYSTEM "FILE">]>' + TEI.format("&a;"),
    "an entity that calls the network": '<!DOCTYPE TEI [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>' + TEI.format("&a;"),
    "a parameter entity": '<!DOCTYPE TEI [<!ENTITY % a SYSTEM "FILE"> %a;]>' + TEI.format(""),
    "an external subset": '<!DOCTYPE TEI SYSTEM "FILE">' + TEI.format(""),
    "a subset from the network": '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd">' + TEI.format(""),
    "a declaration that does nothing": "<!DOCTYPE TEI>" + TEI.format(""),
}
EXCESSIVE = {
    "deep": TEI.format("<hi>" * 150 + "</hi>" * 150),
    "deeper": TEI.format("<hi>" * 100_000 + "</hi>" * 100_000),
    "attributes": TEI.format("<hi " + " ".join(f"a{n}=''" for n in range(300)) + "/>"),
    "a long name": TEI.format(f"<{'h' * 5000}/>"),
    "a long name of an attribute": TEI.format(f"<hi {'h' * 5000}=''/>"),
    "one text without end": TEI.format("x" * 10_000_001),
}


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*arguments: object, **options: object) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("document", ENTITIES.values(), ids=ENTITIES)
def test_the_parser_refuses_a_document_type_declaration(document, secret):
    found = parse(document.replace("FILE", secret).encode(), "a.xml")
    assert isinstance(found, Diagnostic)
    assert found.code == "G002"
    assert "delete the declaration" in found.hint
    assert SECRET not in found.message


@pytest.mark.parametrize("document", ENTITIES.values(), ids=ENTITIES)
def test_validation_says_that_alone(document, secret):
    assert [d.code for d in validate(document.replace("FILE", secret).encode(), "a.xml")] == ["G002"]


@pytest.fixture(scope="module")
def echo(tmp_path_factory):
    path = tmp_path_factory.mktemp("echo") / "echo.xsl"
    path.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/"><x><xsl:value-of select="substring(., 1, 1000)"/></x></xsl:template></xsl:stylesheet>',
        encoding="utf-8",
    )
    return Transforms({"echo": path})


@pytest.mark.parametrize("document", ENTITIES.values(), ids=ENTITIES)
def test_saxon_reads_nothing_even_where_the_parser_is_passed_by(document, secret, echo):
    begun = time.process_time()
    try:
        shown = echo.run("echo", document.replace("FILE", secret)).text
    except StylesheetError:
        shown = ""
    assert SECRET not in shown
    assert time.process_time() - begun < 10


def test_saxon_does_not_follow_an_inclusion(secret, echo):
    assert SECRET not in echo.run("echo", TEI.format(f'<xi:include href="{secret}" parse="text"/>')).text


HARMFUL = {name: document for name, document in ENTITIES.items() if "<!DOCTYPE TEI>" not in document}


@pytest.fixture(scope="module")
def schema():
    return XMLSchema10(str(resources.schema("teicable.xsd")), validation="skip", allow="local", defuse="always")


@pytest.mark.parametrize("document", HARMFUL.values(), ids=HARMFUL)
def test_xmlschema_refuses_a_document_type_declaration(document, secret, schema):
    with pytest.raises(Exception, match=r"(?i)entit|forbidden|dtd|declaration|prolog"):
        list(schema.iter_errors(document.replace("FILE", secret)))


def test_an_inclusion_is_an_element_that_the_grammar_does_not_know(secret):
    tree = parse(TEI.format(f'<xi:include href="{secret}" parse="text"/>').encode(), "a.xml")
    assert isinstance(tree, etree._ElementTree)
    assert SECRET not in etree.tostring(tree, encoding="unicode")
    assert any("include" in d.message for d in grammar.check(tree, "a.xml"))


@pytest.mark.parametrize("document", EXCESSIVE.values(), ids=EXCESSIVE)
def test_what_is_beyond_measure_is_refused_in_seconds(document):
    begun = time.process_time()
    (found,) = validate(document.encode(), "a.xml")
    assert found.code in ("G001", "G003")
    assert found.hint
    assert time.process_time() - begun < 20


def test_the_parser_asks_for_no_file(tmp_path):
    """An external subset that is well-formed would be read without a word."""
    subset = tmp_path / "words.dtd"
    subset.write_text('<!ATTLIST TEI n CDATA "read">', encoding="utf-8")
    found = parse(f'<!DOCTYPE TEI SYSTEM "{subset.as_uri()}">{TEI.format("")}'.encode(), "a.xml")
    assert isinstance(found, Diagnostic)
    assert found.code == "G002"


def test_what_is_deep_and_no_deeper_is_checked():
    found = validate(TEI.format("<hi>" * 97 + "</hi>" * 97).encode(), "a.xml")
    assert "G003" not in {d.code for d in found}


def test_no_verb_opens_a_connection(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for line in (
        "init ed -q",
        "build ed -q -j 1",
        "validate ed",
        "validate --grammar xsd ed",
        "inspect ed",
        "render ed -t text",
    ):
        result = CliRunner().invoke(main, line.split())
        assert result.exit_code == 0, (line, result.output, result.exception)

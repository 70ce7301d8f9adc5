"""Files name their schemas by addresses that the catalog resolves, for teicable and for XML editors."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.tei.mixed import root
from teicable.tei.serialize import infoset_digest, serialize
from teicable.xml.catalog import locate
from teicable.xml.parse import parse

CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"


def named(data: bytes) -> list[str]:
    return re.findall(r'<\?xml-model href="([^"]+)"', data.decode())


def test_a_written_file_names_grammar_and_rules() -> None:
    hrefs = named(serialize(root("TEI", {"xml:lang": "en"})))
    paths = [locate(href, Path("cable.xml")) for href in hrefs]
    assert paths == [resources.schema("teicable.rng").resolve(), resources.schema("teicable.sch").resolve()]


def test_so_do_the_files_of_a_new_edition() -> None:
    expected = named(serialize(root("TEI", {"xml:lang": "en"})))
    for path in resources.scaffold().rglob("*.xml"):
        assert named(path.read_bytes()) == expected, path


def test_the_lines_are_no_part_of_the_document() -> None:
    made = root("TEI", {"xml:lang": "en"})
    data = serialize(made)
    with_lines, without = parse(data), parse(re.sub(rb"<\?xml-model.*?\?>\n", b"", data))
    assert isinstance(with_lines, etree._ElementTree)
    assert isinstance(without, etree._ElementTree)
    assert len({infoset_digest(tree) for tree in (made, with_lines.getroot(), without.getroot())}) == 1


def test_the_catalog_serves_editors_that_look_for_either_kind_of_name(schema: Path) -> None:
    catalog = etree.parse(schema / "catalog.xml").getroot()
    uri, system = catalog.find(f"{CATALOG}rewriteURI"), catalog.find(f"{CATALOG}rewriteSystem")
    assert uri.get("uriStartString") == system.get("systemIdStartString") == "teicable:/schema/"
    assert (schema / uri.get("rewritePrefix")).resolve() == (schema / system.get("rewritePrefix")).resolve() == schema

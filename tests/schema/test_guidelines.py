"""The guidelines: one valid page in which every link arrives."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from lxml import etree, html

from teicable.odd import PRODUCTS


@pytest.fixture(scope="module")
def page(schema: Path) -> etree._Element:
    return html.fromstring((schema / "generated" / "guidelines.html").read_bytes())


def test_every_link_arrives(page: etree._Element) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = page.xpath("//a/@href")
    assert len(targets) > 500
    outside = {target for target in targets if not target.startswith("#")}
    assert all(target.startswith("https://tei-c.org/release/doc/tei-p5-doc/") for target in outside)
    assert {target for target in targets if target not in outside and target.removeprefix("#") not in ids} == set()


def test_elements_and_rules_have_anchors(page: etree._Element, schema: Path) -> None:
    grammar = etree.parse(schema / "teicable.rng")
    names = grammar.xpath("//r:define/@name", namespaces={"r": "http://relaxng.org/ns/structure/1.0"})
    ids = set(page.xpath("//@id"))
    assert {f"elem.{name}" for name in names} <= ids
    codes = re.findall(r'<sch:pattern id="(V\d+)"', (schema / "teicable.sch").read_text(encoding="utf-8"))
    assert {f"rule.{code}" for code in codes} <= ids


def test_attributes_and_values_have_anchors(page: etree._Element) -> None:
    assert {"att.note.place", "att.note.place.foot", "att.att.named.ref", "att.correspAction.subtype.copy"} <= set(
        page.xpath("//@id")
    )
    assert not page.xpath("//tr[th[@scope='row']][not(@id)]")


def test_headings_and_tables_can_be_read_aloud(page: etree._Element) -> None:
    """Levels of headings are not skipped, every cell has a header, every table of attributes a caption."""
    levels = [int(heading.tag[1]) for heading in page.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert not page.xpath("//th[not(@scope)] | //table[not(thead or caption)] | //section[not(h2 or h3)]")
    assert page.xpath("//nav/@aria-label")


def test_the_code_of_a_rule_is_a_link(page: etree._Element) -> None:
    assert page.xpath("//section[@id='elem.persName']//p/a[@href='#rule.V017']")


def test_the_page_stands_alone(page: etree._Element) -> None:
    assert page.get("lang") == "en"
    assert page.xpath("//script | //link | //img | //@src | //@style") == []
    assert page.xpath("count(//main) = 1 and count(//h1) = 1")


def test_the_compilers_are_all_used(schema: Path) -> None:
    used = {product.stylesheet for product in PRODUCTS}
    included = {"odd.xsl", "odd2html-examples.xsl", "odd2html-reference.xsl", "odd2html-style.xsl"}
    assert {path.name for path in (schema / "build").iterdir()} == used | included

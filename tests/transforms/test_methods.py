"""How the edition was made: figures from the facts, never from words of ours."""

from __future__ import annotations

import pytest
from lxml import html

from teicable.model.declaration import Declaration
from teicable.render.addresses import HANDBOOK
from teicable.render.facts import facts
from teicable.render.site import site

BODY = (
    '<p xml:id="p1">One <persName ana="rule:names basis:authority">A</persName> '
    '<persName cert="low" ana="rule:names basis:layout">B</persName> '
    '<date cert="medium" ana="rule:dates basis:stated">May</date> '
    '<persName ana="rule:names basis:editor">C</persName> '
    '<foreign xml:lang="ru-Latn" rendition="#lsqb #rsqb" ana="rule:foreign basis:morphology">dva</foreign></p>'
)


@pytest.fixture
def made(renderer, whole):
    second = whole(BODY).replace(b"cable-x", b"cable-y")
    return site(renderer, [facts(renderer, data).data for data in (whole(BODY), second)], Declaration(title="Korea"))


@pytest.fixture
def methods(made):
    return html.document_fromstring(made["methods.html"].decode())


def measures(tree) -> dict[str, str]:
    return {row.xpath("string(dt)"): row.xpath("string(dd)") for row in tree.xpath("//dl[@class='measures']/div")}


def test_documents_are_counted_by_their_state_and_contents(methods):
    found = measures(methods)
    assert (found["draft, not yet reviewed"], found["approved by an editor"]) == ("2", "0")
    assert (found["phrases of the original language"], found["brackets understood"], found["words"]) == ("2", "2", "12")


def test_decisions_are_counted_by_rule_by_grounds_and_by_certainty(methods):
    rows = {row.xpath("string(th)"): row.xpath("td/text()") for row in methods.xpath("//table//tr[td]")}
    assert next(row for name, row in rows.items() if name.startswith("names")) == ["4", "0", "2", "6"]
    assert rows["dates and times"] == ["0", "2", "0", "2"]
    assert rows["its place on the page shows it"] == ["0", "0", "2", "2"]
    assert "Decisions by rule: 10; of these 2 are probable and 2 uncertain." in methods.text_content()


def test_what_editors_decided_is_told_apart(methods):
    assert measures(methods)["decisions"] == "2"
    assert measures(methods)["corrections, additions and notes"] == "0"


def test_principles_are_those_of_the_files(renderer, sample):
    files = site(renderer, [facts(renderer, sample("forms")).data], Declaration())
    tree = html.document_fromstring(files["methods.html"].decode())
    assert "Hyphenation" in tree.xpath("//dl[not(@class)]//dt/text()")
    assert all(tree.xpath("//dl[not(@class)]//dd/span/@lang"))


def test_the_first_page_leads_to_it_and_it_to_the_handbook(made, methods):
    assert 'href="methods.html"' in made["index.html"].decode()
    assert methods.xpath("//a[@hreflang]/@href") == [HANDBOOK]
    assert HANDBOOK in made


def test_a_rule_is_not_called_by_the_name_of_a_basis(renderer, whole):
    body = '<p>x <name ana="rule:layout basis:layout">y</name></p>'
    files = site(renderer, [facts(renderer, whole(body)).data], Declaration())
    rows = html.document_fromstring(files["methods.html"].decode()).xpath("//tbody/tr/th/text()")
    assert rows == ["form of the document, taken from its place on the page", "its place on the page shows it"]

"""An edition changes the output with a stylesheet of its own, as transforms/README.md shows."""

from __future__ import annotations

import re

import pytest
from lxml import html

from teicable import resources
from teicable.render.rendering import Renderer, style


@pytest.fixture
def edition(tmp_path):
    """The worked example of the README, taken from the README."""
    readme = resources.transforms("README.md").read_text(encoding="utf-8")
    readme_of_templates = readme.partition("## Override a template")[2]
    example = re.search(r"```xml\n(<xsl:stylesheet.*?)```", readme_of_templates, re.DOTALL).group(1)
    label = re.search(r"```xml\n(<labels.*?)```", readme, re.DOTALL).group(1)
    (tmp_path / "html.xsl").write_text(example, encoding="utf-8")
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n" / "en.xml").write_text(label, encoding="utf-8")
    return tmp_path


def test_the_example_of_the_readme_works(edition, tree, sample):
    renderer = Renderer(("html", "text"), override=edition, authorities=tree)
    page = html.document_fromstring(renderer.render(sample("forms"), "html").data.decode())
    (figure,) = page.xpath('//span[@class="seal"]')
    assert figure.xpath('span[@class="stamp"]')[0].text_content().startswith("[stamp: Incoming")
    assert page.xpath('string(//*[@id="page-summary"] | //*[@id="page-names"])') == "Who is who"


def test_the_stylesheet_that_is_not_overridden_stays(edition, tree, sample):
    renderer = Renderer(("html", "text"), override=edition, authorities=tree)
    assert renderer.render(sample("forms"), "text").data.startswith(b"The rarer forms")


def test_own_parameter_is_listed_with_its_documentation(edition):
    (found,) = [p for p in Renderer(("html",), override=edition).parameters("html") if p.name == "seal-label"]
    assert (found.type, found.description) == ("xs:string", "What a reader is told of a stamp.")


def test_own_message_becomes_a_diagnostic(tmp_path, sample):
    (tmp_path / "html.xsl").write_text(
        """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:m="teicable:/ns/m" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
          <xsl:import href="teicable:/transforms/html.xsl"/>
          <xsl:template match="div/head" mode="m:text"><xsl:message>a head</xsl:message><xsl:next-match/></xsl:template>
        </xsl:stylesheet>""",
        encoding="utf-8",
    )
    (found,) = Renderer(("html",), override=tmp_path).render(sample("cable-1950-07-13-3305"), "html").diagnostics
    assert (found.code, found.severity, found.message) == ("T002", "note", "html.xsl says: a head")


def own(folder, templates):
    (folder / "html.xsl").write_text(
        f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="teicable:/ns/m" xmlns:mine="mine" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:import href="teicable:/transforms/html.xsl"/>
  {templates}
</xsl:stylesheet>""",
        encoding="utf-8",
    )
    return Renderer(("html", "text"), override=folder)


def test_a_template_in_a_mode_that_does_not_exist_is_reported(tmp_path, sample):
    renderer = own(tmp_path, '<xsl:template match="stamp" mode="m:txt m:text"><b/></xsl:template>')
    (found,) = renderer.render(sample("forms"), "html").diagnostics
    assert (found.code, found.severity, found.hint) == ("T004", "review", "did you mean “m:text”?")
    assert "“m:txt”, so the template for “stamp”" in found.message
    assert str(found.location) == f"{tmp_path.name}/html.xsl:4"
    assert renderer.render(sample("forms"), "text").diagnostics == ()


@pytest.mark.parametrize(
    "templates",
    [
        '<xsl:template match="stamp" mode="#all"><b/></xsl:template>',
        '<xsl:template match="stamp" mode="mine:own"><b/></xsl:template>'
        '<xsl:template match="figure" mode="m:text"><xsl:apply-templates mode="mine:own"/></xsl:template>',
        '<xsl:mode name="own"/><xsl:template match="stamp" mode="own"><b/></xsl:template>',
        '<xsl:template match="stamp" mode="Q{teicable:/ns/m}text"><b/></xsl:template>',
    ],
)
def test_modes_of_its_own_are_not_reported(tmp_path, sample, templates):
    assert own(tmp_path, templates).render(sample("cable-1950-07-13-3305"), "html").diagnostics == ()


def test_own_css_follows_ours(tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "edition.css").write_text("h1 { color: red }")
    assert style(tmp_path).endswith("h1 { color: red }")
    assert style(tmp_path).startswith(style())


def test_a_word_is_replaced_in_one_language_only(edition, sample):
    renderer = Renderer(("html",), override=edition)
    russian = renderer.render(sample("cable-1950-05-14-8600"), "html", {"lang": "ru"}).data.decode()
    assert "Источник и права" in russian

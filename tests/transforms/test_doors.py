"""A stylesheet of an edition runs with the doors closed: it can neither read nor write nor call the network."""

from __future__ import annotations

import pytest

from teicable.errors import StylesheetError, TeicableError
from teicable.render.rendering import Renderer

XSL = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}</xsl:stylesheet>'


@pytest.fixture
def attack(tmp_path, sample):
    """Render a sample with a hostile stylesheet; return what came out."""

    def run(content: str) -> str:
        folder = tmp_path / "transforms"
        folder.mkdir()
        (folder / "html.xsl").write_text(XSL.format(content))
        (tmp_path / "secret.txt").write_text("SECRET")
        (tmp_path / "secret.xml").write_text("<x>SECRET</x>")
        (tmp_path / "outside.xsl").write_text(XSL.format(""))
        return Renderer(("html",), override=folder).render(sample("forms"), "html").data.decode()

    return run


REFUSED = {
    "import from outside": '<xsl:import href="../outside.xsl"/>',
    "include from outside": '<xsl:include href="../outside.xsl"/>',
    "import from the network": '<xsl:import href="http://localhost/x.xsl"/>',
    "import of nothing": '<xsl:import href="missing.xsl"/>',
    "static parameter that reads": '<xsl:param name="x" static="yes" select="doc(\'../secret.xml\')"/>',
    "use-when that reads": "<xsl:template match='/' use-when=\"unparsed-text('../secret.txt') ne ''\"/>",
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_refused_before_it_runs(attack, content):
    with pytest.raises(TeicableError):
        attack(content)


READING = ["unparsed-text('../secret.txt')", "doc('../secret.xml')", "collection('..')", "doc('http://localhost/')"]


@pytest.mark.parametrize("call", READING)
def test_reading_fails_at_run_time(attack, call):
    with pytest.raises(StylesheetError):
        attack(f'<xsl:template match="/"><p><xsl:value-of select="{call}"/></p></xsl:template>')


def test_nothing_is_written(attack, tmp_path):
    target = (tmp_path / "written.html").as_uri()
    with pytest.raises(StylesheetError, match="disabled"):
        attack(
            f'<xsl:template match="/"><xsl:result-document href="{target}"><x/></xsl:result-document></xsl:template>'
        )
    assert not (tmp_path / "written.html").exists()


def test_environment_and_foreign_functions_stay_closed(attack):
    with pytest.raises(StylesheetError):
        attack(
            '<xsl:template match="/" xmlns:s="java:java.lang.System">'
            "<p><xsl:value-of select=\"s:getProperty('user.home')\"/></p></xsl:template>"
        )

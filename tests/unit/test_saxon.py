"""What a processor keeps between transformations: what every document of an edition would pay for again."""

from __future__ import annotations

from lxml import etree

from teicable.xml.saxon import Entries, Transforms

KEYED = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="words" as="document-node()"/>
  <xsl:key name="word" match="word"><xsl:message select="'looked at'"/><xsl:sequence select="string(@key)"/></xsl:key>
  <xsl:template match="/"><found><xsl:value-of select="key('word', '7', $words)"/></found></xsl:template>
</xsl:stylesheet>"""

MAPPED = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="words" as="map(*)"/>
  <xsl:template match="/"><found><xsl:value-of select="$words('seven'), exists($words('x'))"/></found></xsl:template>
</xsl:stylesheet>"""


def test_keys_of_what_comes_with_every_document_are_made_once_for_each_stylesheet(tmp_path):
    """However much memory is taken and given back in between; a stylesheet says here when it looks at a word."""
    stylesheets = {name: tmp_path / f"{name}.xsl" for name in ("page", "text", "book")}
    for path in stylesheets.values():
        path.write_text(KEYED)
    transforms = Transforms(stylesheets)
    words = etree.fromstring("<words>" + "".join(f"<word key='{n}'>no. {n}</word>" for n in range(9)) + "</words>")
    looked = dict.fromkeys(stylesheets, 0)
    for number in range(120):
        for name in stylesheets:
            result = transforms.run(name, f"<long>{'word ' * 20_000}{number}</long>", {"words": words})
            assert "no. 7" in result.text
            looked[name] += len(result.messages)
    assert looked == dict.fromkeys(stylesheets, 9)


def test_a_map_is_a_parameter(tmp_path):
    (tmp_path / "a.xsl").write_text(MAPPED)
    transforms = Transforms({"a": tmp_path / "a.xsl"})
    words = Entries({"seven": "сім “7”", "": "nothing"})
    for _ in range(2):
        assert ">сім “7” false<" in transforms.run("a", "<x/>", {"words": words}).text

"""Pages of the file: where they begin, what stands at their heads and feet, words divided at their ends."""

import re

import typst
from lxml import etree

from teicable.conversion import Context, convert
from teicable.model.source import canonical
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.tei.mixed import TEI
from teicable.xml.parse import parse

SHEET = """#set page(width: 12cm, height: 8cm, margin: 1.5cm, header: [Papers of the Mission],
  footer: context align(center, counter(page).display()))
#set text(font: "Libertinus Serif", size: 10pt)
"""
CABLE = """SECRET

To Comrade YELAGIN

The commandant of the line reports that the ice has moved two of the
piers, and that the bridge at Sinuiju will be closed to all {}#pagebreak()
{} from the first of June until the autumn.

ARKADIN
"""


def converted(code: str) -> tuple[etree._Element, str]:
    """Return the TEI, and its text as an editor sees it, without evidence and addresses."""
    data = typst.compile((SHEET + code).encode(), ignore_system_fonts=True)
    done = convert("a.pdf", data, Context())
    ((_, tei),) = done.files.items()
    root = parse(tei).getroot()
    assert decode(root).text == canonical(read("a.pdf", data).text)
    shown = etree.tostring(root.find(f"{{{TEI}}}text"), encoding="unicode", with_tail=False)
    return root, re.sub(r' (?:ana|cert|xml:id|xmlns|rendition)="[^"]*"', "", shown)


def test_a_word_goes_on_behind_the_foot_of_a_page_and_the_head_of_the_next():
    _, text = converted(CABLE.format("traf-", "fic"))
    foot = '<fw type="pageNum">1</fw><pb n="2"/><fw type="header">Papers of the Mission</fw>'
    assert f'all traf<lb break="no"/>{foot}fic from' in text


def test_a_sentence_goes_on_there():
    _, text = converted(CABLE.format("traffic", "that comes"))
    foot = '<fw type="pageNum">1</fw><pb n="2"/><fw type="header">Papers of the Mission</fw>'
    assert f"all traffic {foot} that comes from" in text.replace("</fw> <pb", "</fw><pb")


def test_what_stands_above_and_below_the_cable_is_set_aside():
    root, text = converted(CABLE.format("traffic", "that comes"))
    aside = [ab.text for ab in root.iter(f"{{{TEI}}}ab") if ab.get("type") == "setAside"]
    assert aside == ["Papers of the Mission", "2"]
    assert '<div type="cable">\n        <pb n="1"/>' in text


def test_a_file_of_one_page_has_no_page_break():
    assert "<pb" not in converted("SECRET\n\nTo Comrade YELAGIN\n\nThe rails have come.\n\nARKADIN")[1]

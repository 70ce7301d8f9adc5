"""Cables edited as editors do, converted anew: nothing of the editor's is lost, and the machine's work comes in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from lxml import etree

from teicable.diagnostics import Severity
from teicable.tei.decode import decode
from teicable.tei.merging import layout
from teicable.tei.merging.matching import digest, text_of
from teicable.tei.merging.merge import merge, own
from teicable.validation import layers
from teicable.xml.parse import parse

CHANGES = ("authorities", "rules", "worse rules", "ids", "word", "line")
"""What happens between two conversions; the fixture ``states`` knows them."""
REVISED = '<revisionDesc status="candidate"><change who="#ed1" when="2026-03-01">read</change></revisionDesc>'


def corrected_reading(tei: str) -> str:
    """A misspelt word of the first paragraph, with both readings."""
    return re.sub(
        r"(<p xml:id[^>]*>[^<]* )([a-z]{5,})( )",
        r'\1<choice><sic>\2</sic><corr resp="#ed1">CORRECTED</corr></choice>\3',
        tei,
        count=1,
    )


def resolved_cover_name(tei: str) -> str:
    """A name of which only the editor knows who it is."""
    return re.sub(
        r"<persName( type=\"pseudo\")?[^>]*ana=[^>]*>", '<persName type="pseudo" ref="person:molotov">', tei, count=1
    )


def split_paragraph(tei: str) -> str:
    """A paragraph that should be two."""
    return re.sub(
        r'(<p xml:id="p)(\d+)(" n="\d+">[^<]{20,}?\. )([A-Z])',
        r'\1\2\3</p>\n        <p xml:id="p\2a" n="\2a">\4',
        tei,
        count=1,
    )


def joined_paragraphs(tei: str) -> str:
    """Two paragraphs that should be one."""
    return re.sub(r"</p>\s*<p xml:id=\"p\d+\" n=\"\d+\">", " ", tei, count=1)


def added_note(tei: str) -> str:
    """A note on the first paragraph."""
    note = '<note xml:id="n90" n="90" type="editorial" resp="#ed1">A note of mine.</note>'
    return re.sub(r"(<p xml:id.*?)</p>", rf"\1{note}</p>", tei, count=1, flags=re.DOTALL)


def note_inside_a_name(tei: str) -> str:
    """A note on a single word, where a name may be recognised later."""
    note = '<note xml:id="n91" n="91" type="editorial" resp="#ed1">Sic!</note>'
    return re.sub(r"(<p xml:id[^>]*>[^<]+? [A-Z][a-z]+)( )", rf"\1{note}\2", tei, count=1)


def place_is_organisation(tei: str) -> str:
    """A place name that stands for a government."""
    return _last(r"<placeName[^>]*>([^<]*)</placeName>", r"<orgName>\1</orgName>", tei)


def wrong_foreign_deleted(tei: str) -> str:
    """Words taken for foreign that are none."""
    return re.sub(r'<foreign[^>]*rendition="#lsqb #rsqb"[^>]*>([^<]*)</foreign>', r"[\1]", tei, count=1)


def changed_date(tei: str) -> str:
    """The date of the document, which the editor knows better."""
    return re.sub(r'(<creation>\s*<date[^>]*?) when="[^"]*"', r'\1 when="1950-02-03" cert="medium"', tei, count=1)


def changed_title(tei: str) -> str:
    """A title of the editor's own, where the machine made one."""
    return re.sub(
        r'<title type="main" resp="#teicable">[^<]*</title>',
        '<title type="main" resp="#ed1">A title of mine</title>',
        tei,
        count=1,
    )


def laid_out_anew(tei: str) -> str:
    """What oXygen does on saving: lines broken, tags too; and one real change."""
    tei = re.sub(r'(<persName) ([a-z]+="[^"]*") ', r"\1\n                  \2\n                  ", tei)
    return re.sub(
        r"(<p xml:id.*?</p>)", lambda found: re.sub(r"(\w+, \w+) (\w+)", r"\1\n               \2", found[1]), tei
    )


def comments_and_instructions(tei: str) -> str:
    """Remarks for colleagues, and those that oXygen keeps as instructions."""
    tei = re.sub(r"(<p xml:id[^>]*>[^<]{5,}? )", r"\1<!-- is this so? -->", tei, count=1)
    return re.sub(r"(<closer>)", r'\1<?oxy_comment_start author="ed1" comment="see the facsimile"?>', tei, count=1)


def line_to_dateline(tei: str) -> str:
    """A line that no rule understood is a dateline."""
    return re.sub(r'<seg type="(?:unparsed|field|sheet)"[^>]*>([^<]*)</seg>', r"<dateline>\1</dateline>", tei, count=1)


def keywords(tei: str) -> str:
    """Subjects that the editor gives."""
    words = '<keywords resp="#ed1"><term>railways</term><term>harvest</term></keywords>'
    return tei.replace("</textClass>", f"{words}</textClass>", 1)


def approved(tei: str) -> str:
    """All claims of the first paragraph are right."""
    return re.sub(
        r"<p xml:id.*?</p>", lambda found: re.sub(r' (?:ana|cert)="[^"]*"', "", found[0]), tei, count=1, flags=re.S
    )


def name_marked_by_hand(tei: str) -> str:
    """Words that nobody marked."""
    return re.sub(r"(<p xml:id[^>]*>[^<]* )([A-Z][a-z]{3,})( )", r"\1<persName>\2</persName>\3", tei, count=1)


def supplied_is_note(tei: str) -> str:
    """A bracket that is a remark of the translator's."""
    found = re.search(
        r'<supplied reason="omitted-in-original" rendition="#lsqb #rsqb" resp="#translator"[^>]*>([^<]*)</supplied>',
        tei,
    )
    return (
        tei.replace(
            found[0],
            f'<note xml:id="n80" n="80" type="translator" resp="#translator" rendition="#lsqb #rsqb">{found[1]}</note>',
            1,
        )
        if found
        else tei
    )


def own_header_facts(tei: str) -> str:
    """A shelfmark and a number that the page lacks, a person who helped."""
    tei = tei.replace(
        "</titleStmt>",
        '<respStmt resp="#ed1"><resp>proofs</resp><persName>A. Helper</persName></respStmt></titleStmt>',
        1,
    )
    return tei.replace("<msItem>", '<msItem><idno type="special">77</idno>', 1)


def sender_identified(tei: str) -> str:
    """A sender whom the editor knows."""
    return re.sub(
        r'(<correspAction type="sent">\s*<persName)[^>]*>', r'\1 ref="person:molotov" cert="high">', tei, count=1
    )


def emphasis(tei: str) -> str:
    """Words underlined in the facsimile."""
    return re.sub(r"(<p xml:id[^>]*>[^<]*? )(\w+ \w+)( )", r'\1<hi rend="underlined">\2</hi>\3', tei, count=1)


def _last(pattern: str, replacement: str, tei: str) -> str:
    found = list(re.finditer(pattern, tei))
    return tei[: found[-1].start()] + found[-1].expand(replacement) + tei[found[-1].end() :] if found else tei


EDITS = {
    corrected_reading: ("001", "014"),
    resolved_cover_name: ("002", "028"),
    split_paragraph: ("010", "005", "027"),
    joined_paragraphs: ("005", "012"),
    added_note: ("003", "015"),
    note_inside_a_name: ("008", "016"),
    place_is_organisation: ("001", "011"),
    wrong_foreign_deleted: ("001", "014", "053"),
    changed_date: ("009", "026"),
    changed_title: ("004", "040"),
    laid_out_anew: ("002", "018"),
    comments_and_instructions: ("007", "027"),
    line_to_dateline: ("012", "013"),
    keywords: ("019", "045"),
    approved: ("002", "007"),
    name_marked_by_hand: ("017", "020"),
    supplied_is_note: ("025", "011"),
    own_header_facts: ("023", "046"),
    sender_identified: ("024", "001"),
    emphasis: ("020", "063"),
}
CASES = [
    pytest.param(edit, name, change, id=f"{edit.__name__}-{name}-{change.replace(' ', '-')}")
    for edit, names in EDITS.items()
    for number, name in enumerate(names)
    for change in (CHANGES if number == 0 else ("rules", "line"))
]


def tree(data: bytes) -> etree._Element:
    found = parse(data)
    assert isinstance(found, etree._ElementTree), found
    return found.getroot()


def judge(root: etree._Element) -> Counter[str]:
    return _judged(etree.tostring(root))


@cache
def _judged(data: bytes) -> Counter[str]:
    found = layers.validate(data, "", layers=("grammar", "rules"))
    return Counter(diagnostic.code for diagnostic in found if diagnostic.severity is Severity.ERROR)


def words(data: bytes) -> Counter[str]:
    """Return all words of a file: of the text, of the header, of comments."""
    root = tree(data)
    found = Counter(text_of(root).split())
    for remark in own(root):
        found.update(remark.split())
    return found


def edited(edit, base: bytes) -> bytes:
    """Return the file as the editor leaves it: with the edit, and its history."""
    before = base.decode()
    after = edit(before)
    if after == before:
        after = keywords(before)  # what the editor would change the machine had not marked yet
    assert after != before
    return re.sub(r"<revisionDesc.*?</revisionDesc>", REVISED, after, flags=re.S).encode()


@pytest.mark.parametrize(("edit", "name", "change"), CASES)
def test_the_merge_loses_no_word_of_the_editor(edit, name, change, states):
    base, new = states(name, change)
    mine = edited(edit, base)
    assert not judge(tree(mine)), "an editor leaves a valid file"
    merged = merge(tree(base), tree(new), tree(mine), judge)
    after = layout.write(merged.root, mine)
    root = tree(after)

    # What the editor brought that the machine had not written is there, word for word.
    missing = (words(mine) - words(base)) - words(after)
    assert not missing
    assert not judge(root)
    assert not Counter(own(tree(mine))) - Counter(own(root))
    if not any(conflict.claim == "X201" for conflict in merged.conflicts):
        assert decode(root).text == decode(tree(new)).text
    # Addresses of paragraphs stay.
    assert _addresses(mine) <= _addresses(after)
    # A second time nothing is left to do, from the old base (an interrupted run) as from the new.
    again = merge(tree(base), tree(new), root, judge)
    assert layout.write(again.root, after) == after
    assert layout.write(merge(tree(new), tree(new), root, judge).root, after) == after
    if base == new:
        assert after == mine


def _addresses(data: bytes) -> set[str]:
    return {e.get("{http://www.w3.org/XML/1998/namespace}id", "") for e in tree(data).iter("{*}p", "{*}floatingText")}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["001", "007", "028", "053"])
def test_of_three_states_two_alike_give_the_third(name, change, states):
    base, new = map(tree, states(name, change))
    mine = tree(edited(keywords, states(name, change)[0]))
    assert digest(merge(base, new, base).root) == digest(new)
    assert digest(merge(base, base, mine).root) == digest(mine)
    assert digest(merge(base, new, new).root) == digest(new)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["002", "005", "011", "023", "038", "047"])
def test_where_no_decision_stands_against_it_all_of_the_machine_comes_in(name, change, states):
    """Somebody only wrote the history of the file: all else is as if it had been converted now."""
    base, new = states(name, change)
    mine = edited(keywords, base)
    merged = merge(tree(base), tree(new), tree(mine), judge)
    assert not merged.conflicts
    wanted = tree(edited(keywords, new))
    assert _plain(merged.root) == _plain(wanted)


def _plain(root: etree._Element) -> Counter[str]:
    """Return what a document says of its words, apart from addresses, which are kept."""
    found = Counter()
    for element in root.iter("{*}*"):
        if any(etree.QName(e).localname == "tagsDecl" for e in element.iterancestors()):
            continue
        kept = {
            k: v
            for k, v in element.attrib.items()
            if "}id" not in k and k not in ("n", "ticket", "target", "rendition")
        }
        found[f"{etree.QName(element).localname} {sorted(kept.items())} {' '.join(text_of(element).split())}"] += 1
    return found

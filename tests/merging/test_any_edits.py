"""Whatever an editor and the machine do to a cable at random: no word of the editor's is lost."""

from __future__ import annotations

import os
from collections import Counter
from copy import deepcopy
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from teicable.conversion import Context, convert
from teicable.tei.decode import decode
from teicable.tei.merging import layout
from teicable.tei.merging.chart import chart
from teicable.tei.merging.matching import digest
from teicable.tei.merging.merge import merge, own
from teicable.tei.merging.surgery import CrossingError, unwrap, wrap
from teicable.tei.mixed import TEI, fill, nodes, put, root
from teicable.validation import grammar
from teicable.xml.parse import parse

EXAMPLES = int(os.environ.get("TEICABLE_EXAMPLES", "60"))
TEXT = """\
January 9, 1950
Ciphered telegram, Orlov to Vetrov

CIPHERED TELEGRAM No. 17
Top Secret
Sent 11:40
9.1.50

To Comrade Vetrov.

The delegation has arrived in Northport and stays for three days. Captain Lind [Orlov] asks to pack the archive.

The trains from Moscow to Warsaw were [not] late on 3 January, and on the 4th nobody came; the flour is still there.

ORLOV
2 copies
"""
INLINE = ("persName", "placeName", "orgName", "foreign", "date", "hi", "unclear", "supplied")
PLACES = st.tuples(st.integers(0, 300), st.integers(1, 25))
MACHINE = st.lists(
    st.one_of(
        st.tuples(st.just("put"), PLACES, st.sampled_from(INLINE[:5])),
        st.tuples(st.just("take"), PLACES, st.just("")),
        st.tuples(st.just("give"), PLACES, st.sampled_from(["person:a", "person:b"])),
        st.tuples(st.just("reword"), PLACES, st.sampled_from(["steamer", "late again", "no"])),
    ),
    max_size=6,
)
EDITOR = st.lists(
    st.one_of(
        st.tuples(st.just("put"), PLACES, st.sampled_from(INLINE)),
        st.tuples(st.just("take"), PLACES, st.just("")),
        st.tuples(st.just("give"), PLACES, st.sampled_from(["person:a", "person:c"])),
        st.tuples(st.just("note"), PLACES, st.sampled_from(["mine", "and this"])),
        st.tuples(st.just("remark"), PLACES, st.sampled_from(["look", "sic"])),
        st.tuples(st.just("read"), PLACES, st.sampled_from(["Southport", "left"])),
    ),
    max_size=6,
)


@cache
def cable() -> bytes:
    return next(iter(convert("1950-01-09_17.txt", TEXT.encode(), Context()).files.values()))


def tree(data: bytes) -> etree._Element:
    found = parse(data)
    assert isinstance(found, etree._ElementTree), found
    return found.getroot()


def changed(base: etree._Element, deeds: list) -> etree._Element:
    """Return a tree to which things were done; those that would make it invalid are left out."""
    for number, (deed, (start, length), value) in enumerate(deeds):
        trial = deepcopy(base)
        try:
            _do(trial, deed, start, length, value, number)
        except CrossingError:
            continue
        if not judge(trial):
            base = trial
    return base


def _do(tei: etree._Element, deed: str, start: int, length: int, value: str, number: int) -> None:
    here = chart(tei)
    begin = min((word for word in here.words), key=lambda word: abs(word[0] - start))[0]
    end = next((word[1] for word in here.words if word[1] >= begin + length), len(here.text))
    inside = [p for p in here.placed if p.element.get("ana") and p.start <= begin < p.end]
    if deed == "put":
        wrap(here, begin, end, root(value, {"ana": "rule:names basis:stated"}), (0, 0), (), ())
    elif deed == "take" and inside:
        unwrap(inside[-1].element, "", "") if not inside[-1].lead else None
    elif deed == "give" and inside:
        put(inside[-1].element, "ref", value)
    elif deed in ("reword", "read", "note", "remark"):
        origin = here.origins[begin]
        if origin is None:
            raise CrossingError
        holder, index, offset = origin
        content = list(nodes(holder))
        word = next(word for word in here.words if word[0] == begin)
        stop = next((i for i in range(offset, len(content[index])) if content[index][i].isspace()), len(content[index]))
        before, old, after = content[index][:offset], content[index][offset:stop], content[index][stop:]
        if deed == "reword":
            middle: list = [value]
        elif deed == "note":
            note = root("note", {"xml:id": f"x{number}", "type": "editorial", "resp": "#translator-ed"})
            fill(note, [value])
            middle = [note, old]
        elif deed == "remark":
            middle = [etree.Comment(value), old]
        else:
            choice = root("choice", {})
            readings = root("sic", {}), root("corr", {"resp": "#translator-ed"})
            for reading, words in zip(readings, (old, value), strict=True):
                fill(reading, [words])
            fill(choice, readings)
            middle = [choice]
        assert word
        fill(holder, [*content[:index], before, *middle, after, *content[index + 1 :]])


def judge(tei: etree._Element) -> Counter[str]:
    again = tree(etree.tostring(tei))
    return Counter(diagnostic.code for diagnostic in grammar.check(again.getroottree(), ""))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MACHINE, EDITOR)
def test_no_word_of_the_editor_is_lost(machine, editor):
    base = tree(cable())
    new = tree(etree.tostring(changed(base, machine)))
    edited = changed(base, editor)
    mine = etree.tostring(edited)
    edited = tree(mine)
    merged = merge(base, new, edited, judge)
    after = layout.write(merged.root, mine)
    result = tree(after)
    assert not judge(result)
    assert not Counter(own(edited)) - Counter(own(result))
    if not any(conflict.claim == "X201" for conflict in merged.conflicts):
        assert decode(result).text == decode(new).text
    assert layout.write(merge(base, new, result, judge).root, after) == after
    if digest(edited) == digest(base) and not [remark for remark in own(edited) if remark in ("look", "sic")]:
        assert digest(merged.root) == digest(new)
    if digest(new) == digest(base):
        assert after.strip() == mine.strip()
    assert digest(merge(base, base, edited).root) == digest(edited)
    assert digest(merge(base, new, base).root) == digest(new)


def test_the_cable_has_text():
    assert tree(cable()).find(f".//{{{TEI}}}p") is not None

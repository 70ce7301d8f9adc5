"""Whatever a file holds: to rename there and back is to have done nothing."""

import os
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from teicable.desk.merge import merge
from teicable.desk.papers import Papers, key
from teicable.desk.rename import rename

EXAMPLES = int(os.environ.get("TEICABLE_EXAMPLES", "300"))
POINTERS = st.sampled_from(
    ["person:a", "person:ab", "#a", "#b", "x.xml#a", "../authorities/listperson.xml#a", "place:a", "org:a-b", "&#x41;"]
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\t "])
VALUES = st.lists(st.tuples(BLANKS, POINTERS), max_size=4).map(lambda words: "".join(b + w for b, w in words))
PIECES = st.one_of(
    st.tuples(st.sampled_from(["ref", "corresp", "active", "n", "ana", "who"]), VALUES, st.sampled_from("'\"")).map(
        lambda one: f"<name {one[0]}  = {one[2]}{one[1]}{one[2]}/>"
    ),
    st.sampled_from(
        ["<!-- person:a -->", "<?pi ref='person:a'?>", "<![CDATA[ref='person:a']]>", " person:a &amp; ж\r\n"]
    ),
)
ENTRY = '<person xml:id="a"><persName type="main">A</persName></person>'


def document(pieces):
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{"".join(pieces)}</TEI>'.encode()


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=6))
def test_there_and_back_is_identity(cable, register):
    before = Papers(
        {
            "authorities/listperson.xml": document([*register, f"<listPerson>{ENTRY}</listPerson>"]),
            "tei/a.xml": document(cable),
        }
    )
    there = rename(before, key("person:a"), key("person:zz")).papers
    assert b"person:zz" not in there.files["tei/a.xml"] or b"person:a" in before.files["tei/a.xml"]
    back = rename(there, key("person:zz"), key("person:a")).papers
    assert back.files == before.files


NAMES = st.lists(
    st.tuples(
        st.sampled_from(["variant", "pseudo"]), st.sampled_from(["Orlen", "V. Orlen", "Орлен", "Fal&amp;ke", "Li"])
    ),
    max_size=5,
)


def person(name, names, extra=""):
    forms = "".join(f'\n  <persName type="{kind}">{words}</persName>' for kind, words in names)
    return f'<person xml:id="{name}"><persName type="main">Main {name}</persName>{forms}{extra}</person>'


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(NAMES, NAMES, st.lists(PIECES, max_size=6))
def test_after_a_merge_every_old_name_finds_the_entry(ours, theirs, cable):
    entries = f"<listPerson>\n{person('a', ours)}\n{person('b', theirs, '<note>n</note>')}\n</listPerson>"
    before = Papers(
        {
            "authorities/listperson.xml": document([entries]),
            "tei/a.xml": document([piece.replace("person:a", "person:b") for piece in cable]),
        }
    )
    after = merge(before, key("person:a"), key("person:b")).papers
    assert [entry.key for entry in after.authorities.entries] == ["person:a"]
    for entry in before.authorities.entries:
        for form in entry.forms:
            assert [one.key for one, _ in after.authorities.bearers(form.text)] == ["person:a"]
    mine = [(form.type == "pseudo", form.text) for form in after.authorities.entries[0].forms]
    assert all(
        mine.count((kind == "pseudo", words.replace("&amp;", "&"))) <= 1
        for kind, words in theirs
        if (kind, words) not in ours
    )
    tags = re.findall(rb"<name ref[^>]*>", after.files["tei/a.xml"])
    assert not [tag for tag in tags if re.search(rb"person:b[\s'\"]", tag)]

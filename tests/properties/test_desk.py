"""Whatever a file holds: to rename there and back is to have done nothing."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

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

"""Whatever zones, groups and claims there are: encoding is total, valid, and gives the text back."""

import os
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Authorities
from teicable.describe import describe
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, Group, GroupKind, Segment, Zone
from teicable.model.declaration import Assignment, Declaration
from teicable.model.source import Trait, canonical, source_text
from teicable.model.span import Span
from teicable.resolve import settle
from teicable.resolve.rank import STRENGTH
from teicable.tei.decode import decode
from teicable.tei.encode import encode
from teicable.tei.serialize import serialize
from teicable.validation import grammar
from teicable.vocabularies import shipped
from teicable.xml.parse import parse

EXAMPLES = int(os.environ.get("TEICABLE_EXAMPLES", "300"))
CHARACTERS = st.sampled_from(list("aZé ñ\n[]()“”\"'-_.,:;!?&<>0123№ж中 \n\t"))
ATTRIBUTES = {
    "number": (("type", "cable"),),
    "date": (("when", "1950-05-14"),),
    "note": (("type", "translator"),),
    "gap": (("reason", "illegible"),),
    "foreign": (("xml:lang", "ru-Latn"),),
    "supplied": (("reason", "omitted-in-original"),),
    "uncertain": (("reason", "doubleBrackets"),),
    "copies": (("type", "copies"), ("value", "2")),
    "total": (("type", "copies"), ("quantity", "5")),
    "handwritten": (("hand", "#hand1"),),
    "page": (("n", "5"),),
    "set-off": (("rend", "italic"),),
    "person": (("ref", "person:nobody"),),
}


@st.composite
def annotated_texts(draw):
    text = draw(st.text(CHARACTERS, min_size=1, max_size=120))
    source = source_text("generated.txt", text, text.encode())
    size = len(source.text)
    begins = sorted(draw(st.sets(st.integers(0, max(0, size - 1)), max_size=3)))
    pages = [Trait(Span(start, size), "page", str(number)) for number, start in enumerate(begins, 1)]
    source = replace(source, traits=tuple(page for page in pages if page.span))
    if not source.text.strip():
        return None
    cuts = sorted(draw(st.sets(st.integers(1, max(1, size - 1)), max_size=10)) - {size})
    edges = [0, *cuts, size]
    # A segment has content: one without characters would be a line that is not there.
    kept = [0]
    for start in edges[1:-1]:
        if source.text[kept[-1] : start].strip() and source.text[start:].strip():
            kept.append(start)
    edges = [*kept, size]
    zones = st.sampled_from(list(Zone))
    known = st.sampled_from(["layout", "reader"])
    segments = tuple(Segment(Span(a, b), draw(zones), recogniser=draw(known)) for a, b in pairwise(edges))
    groups = [quoted(draw, source.text, segments, g) for g in draw(nested_groups(0, len(segments), 3))]
    claims = draw(st.lists(annotations(size), max_size=12))
    try:
        return AnnotatedText(source, segments, tuple(groups), tuple(claims))
    except ValueError:  # a delimiter with a blank beside it
        return AnnotatedText(source, segments, (), tuple(claims))


def quoted(draw, text, segments, group):
    """Give some messages delimiters, where their first and last lines have characters to spare."""
    edges = (segments[group.first], segments[group.last - 1])
    fit = all(not e.zone.outside and e.zone is not Zone.RULE and len(e.span.of(text).strip()) > 4 for e in edges)
    if group.kind is not GroupKind.MESSAGE or not fit:
        return group
    return replace(group, left=draw(st.integers(0, 1)), right=draw(st.integers(0, 1)))


@st.composite
def nested_groups(draw, first, last, depth):
    if last - first < 1 or depth == 0 or not draw(st.booleans()):
        return []
    begin = draw(st.integers(first, last - 1))
    end = draw(st.integers(begin + 1, last))
    kind = draw(st.sampled_from(list(GroupKind)))
    inner = draw(nested_groups(begin, end, depth - 1))
    return [Group(kind, begin, end), *inner, *draw(nested_groups(end, last, depth - 1))]


@st.composite
def annotations(draw, size):
    start = draw(st.integers(0, size - 1))
    end = draw(st.integers(start + 1, min(size, start + 40)))
    kind = draw(st.sampled_from(STRENGTH))
    left, right = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    certainty = draw(st.sampled_from(list(Certainty)))
    resp = draw(st.sampled_from(["", "translator"]))
    return Annotation(
        Span(start, end), kind, "names", Basis.LAYOUT, certainty, ATTRIBUTES.get(kind, ()), left, right, resp
    )


@pytest.mark.parametrize("original", ["", "ru"])
@given(annotated=annotated_texts())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_encoding_is_total_valid_and_gives_the_text_back(original, annotated):
    if annotated is None:
        return
    settled, _ = settle(annotated)
    record = describe(settled, Knowledge(shipped(), Authorities(), original=original))
    data = serialize(encode(settled, record, Declaration(original=original), Assignment("cable-undated-x")))
    tree = parse(data, "generated.xml")
    assert not isinstance(tree, Diagnostic), tree
    assert decode(tree.getroot()).text == canonical(annotated.text)
    assert grammar.check(tree, "generated.xml") == []
    assert serialize(tree.getroot()) == data

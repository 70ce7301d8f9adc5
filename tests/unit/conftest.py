"""An invented world: a few people with cover names, places and offices, and ways to run each stage on a few words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from teicable import authorities, conversion
from teicable.annotate import annotate
from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Authorities
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, GroupKind, Segment, Zone
from teicable.model.source import source_text
from teicable.model.span import Span
from teicable.segment import segment, transcript
from teicable.vocabularies import shipped

# A slow machine must not fail a test, and a failure must come back on the next run.
settings.register_profile("unit", deadline=None, derandomize=True)
settings.load_profile("unit")

LISTS = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>
<listPerson>
  <person xml:id="orlen">
    <persName type="main">Viktor Orlen</persName>
    <persName type="variant">Orlen</persName>
    <persName type="pseudo">Gromov</persName>
    <persName type="pseudo">Fen Si</persName>
  </person>
  <person xml:id="belsky"><persName type="main">Anton Belsky</persName>
    <persName type="variant">Belsky</persName></person>
  <person xml:id="tarn-1"><persName type="main">Josef Tarn</persName><persName type="variant">Tarn</persName></person>
  <person xml:id="tarn-2"><persName type="main">Maria Tarn</persName><persName type="variant">Tarn</persName></person>
  <person xml:id="li"><persName type="main">Li Yun-ho</persName><persName type="variant">Li Yunho</persName></person>
  <person xml:id="vasilev"><persName type="main">Vasil'ev</persName></person>
</listPerson>
<listPlace>
  <place xml:id="veltava"><placeName type="main">Veltava</placeName>
    <placeName type="variant">Weltawa</placeName></place>
  <place xml:id="karsa"><placeName type="main">Karsa</placeName></place>
</listPlace>
<listOrg><org xml:id="crd"><orgName type="main">River Commission</orgName></org></listOrg>
</standOff></TEI>"""


@pytest.fixture(scope="session")
def known() -> Authorities:
    """The authority files of the invented world."""
    found, problems = authorities.read({"lists.xml": LISTS})
    assert not problems
    return found


@pytest.fixture
def knowledge(known: Authorities) -> Callable[..., Knowledge]:
    """Knowledge of an annotator, with changes."""

    def make(**changes: object) -> Knowledge:
        return Knowledge(shipped(), known, **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture
def zones(known: Authorities) -> Callable[[str], list[tuple[str, str]]]:
    """Zone and words of each segment of a source."""

    def read(source: str) -> list[tuple[str, str]]:
        text, _ = segment(transcript.read(source_text("t.txt", source), shipped(), known))
        return [(str(part.zone), text.words(part)) for part in text.segments]

    return read


@pytest.fixture
def divided(known: Authorities) -> Callable[[str], tuple[AnnotatedText, list[Diagnostic]]]:
    """A source in zones, and what segmenting reported."""
    return lambda source: segment(transcript.read(source_text("t.txt", source), shipped(), known))


@pytest.fixture
def groups(divided) -> Callable[[str, str], list[str]]:
    """The words of each group of a kind."""

    def read(source: str, kind: str) -> list[str]:
        text, _ = divided(source)
        chosen = [group for group in text.groups if group.kind is GroupKind(kind)]
        return [" / ".join(text.words(part) for part in text.segments[g.first : g.last]) for g in chosen]

    return read


def one_segment(words: str, zone: Zone = Zone.PARAGRAPH) -> AnnotatedText:
    """Return a text that is one segment."""
    source = source_text("t.txt", words)
    return AnnotatedText(source, (Segment(Span(0, len(source.text)), zone),))


@pytest.fixture
def claims(known: Authorities) -> Callable[..., list[tuple[str, str]]]:
    """Kind and words (delimiters included) of every claim in one paragraph, in order of the text."""

    def read(words: str, zone: Zone = Zone.PARAGRAPH, **changes: object) -> list[tuple[str, str]]:
        found = annotate(one_segment(words, zone), Knowledge(shipped(), known, **changes))[0]  # type: ignore[arg-type]
        ordered = sorted(found.annotations, key=lambda c: (c.span.start, -c.span.end))
        return [(claim.kind, claim.span.of(found.text)) for claim in ordered]

    return read


@pytest.fixture
def every(known: Authorities) -> Callable[[str], list[Annotation]]:
    """All claims in one paragraph, in order of the text."""

    def read(words: str, zone: Zone = Zone.PARAGRAPH) -> list[Annotation]:
        found = annotate(one_segment(words, zone), Knowledge(shipped(), known))[0]
        return sorted(found.annotations, key=lambda c: (c.span.start, -c.span.end))

    return read


@pytest.fixture
def claim(known: Authorities) -> Callable[..., Annotation]:
    """The only claim of a kind in one paragraph."""

    def read(kind: str, words: str, zone: Zone = Zone.PARAGRAPH, **changes: object) -> Annotation:
        found = annotate(one_segment(words, zone), Knowledge(shipped(), known, **changes))[0]  # type: ignore[arg-type]
        chosen = [one for one in found.annotations if one.kind == kind]
        assert len(chosen) == 1, [(one.kind, one.span.of(found.text)) for one in found.annotations]
        return chosen[0]

    return read


@pytest.fixture
def reports(known: Authorities) -> Callable[[str], list[tuple[str, int, int]]]:
    """Code, line and column of what annotating one paragraph leaves to an editor."""

    def read(words: str, zone: Zone = Zone.PARAGRAPH) -> list[tuple[str, int, int]]:
        found = annotate(one_segment(words, zone), Knowledge(shipped(), known))[1]
        return [(one.code, one.location.line, one.location.column) for one in found]

    return read


@pytest.fixture
def described(known: Authorities):
    """The facts of a source."""

    def read(source: str):
        done = conversion.convert("t.txt", source.encode(), conversion.Context(authorities=known))
        assert len(done.records) == 1, done.diagnostics
        return next(iter(done.records.values()))

    return read


@pytest.fixture
def converted(known: Authorities) -> Callable[[str], str]:
    """The TEI of a source, as characters."""

    def read(source: str) -> str:
        done = conversion.convert("t.txt", source.encode(), conversion.Context(authorities=known))
        assert len(done.files) == 1, done.diagnostics
        return next(iter(done.files.values())).decode()

    return read

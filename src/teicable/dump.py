"""Readable dumps of the stages of a conversion, for whoever asks why something was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from teicable.model.annotation import AnnotatedText
from teicable.model.record import CableRecord
from teicable.model.settled import SettledText
from teicable.model.source import SourceText, canonical


def stages(
    source: SourceText, zoned: AnnotatedText, annotated: AnnotatedText, settled: SettledText, record: CableRecord
) -> dict[str, str]:
    """Return file name to content: the normalised text, zones, claims, settled claims, facts, canonical text."""
    return {
        "1-source.txt": source.text,
        "2-zones.tsv": "".join(_zones(zoned)),
        "3-claims.tsv": "".join(_claims(annotated)),
        "4-settled.tsv": "".join(_claims(settled)),
        "5-record.txt": "".join(_facts(record)),
        "6-canonical.txt": canonical(source.text) + "\n",
    }


def _zones(text: AnnotatedText) -> Iterator[str]:
    yield "line\tzone\tattributes\tbasis\tcertainty\trule\ttext\n"
    for part in text.segments:
        line = text.source.line(text.content(part).start)
        ground = f"{_pairs(part.attributes)}\t{part.basis}\t{part.certainty}\t{part.recogniser}"
        yield f"{line}\t{part.zone}\t{ground}\t{text.words(part)}\n"
    for group in text.groups:
        first, last = (text.source.line(text.content(text.segments[i]).start) for i in (group.first, group.last - 1))
        yield f"{first}-{last}\tgroup {group.kind}\n"


def _claims(text: AnnotatedText) -> Iterator[str]:
    yield "line\tkind\tattributes\tbasis\tcertainty\trule\ttext\n"
    for claim in sorted(text.annotations, key=lambda c: (c.span.start, -c.span.end)):
        ground = f"{_pairs(claim.attributes)}\t{claim.basis}\t{claim.certainty}\t{claim.recogniser}"
        words = " ".join(claim.span.of(text.text).split())
        yield f"{text.source.line(claim.span.start)}\t{claim.kind}\t{ground}\t{words}\n"


def _facts(value: object, indent: str = "") -> Iterator[str]:
    if is_dataclass(value):
        for item in fields(value):
            inner = getattr(value, item.name)
            if isinstance(inner, tuple) and inner and not isinstance(inner[0], str | int):
                yield f"{indent}{item.name}:\n"
                for entry in inner:
                    yield f"{indent}  -\n"
                    yield from _facts(entry, indent + "    ")
            elif is_dataclass(inner):
                yield f"{indent}{item.name}:\n"
                yield from _facts(inner, indent + "  ")
            elif inner not in (None, "", ()):
                yield f"{indent}{item.name}: {inner}\n"
    elif isinstance(value, tuple):
        for entry in value:
            yield from _facts(entry, indent)
    else:
        yield f"{indent}{value}\n"


def _pairs(attributes: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{name}={value}" for name, value in attributes)

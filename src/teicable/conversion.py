"""The one task: the bytes of a source in, TEI files, facts and diagnostics out.

Pure and picklable, so that a command, a pool of workers, a cluster, an incremental build and a fuzzer all call the
same function.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from teicable import __version__, dump, offices, particulars, readers
from teicable.annotate import annotate, knowledge_of
from teicable.authorities import Authorities
from teicable.describe import describe, page_language
from teicable.diagnostics import Diagnostic, Location, in_order
from teicable.model.annotation import AnnotatedText, Certainty
from teicable.model.decision import Decision
from teicable.model.declaration import Assignment, Declaration, Particulars
from teicable.model.record import CableRecord
from teicable.model.settled import SettledText
from teicable.model.source import SourceText, sha256_canonical
from teicable.resolve import decisions, settle
from teicable.resolve.decisions import Lost
from teicable.segment import division, segment, transcript
from teicable.segment.transcript import Transcript
from teicable.tei.decode import source_of
from teicable.tei.encode import encode
from teicable.tei.proof import difference
from teicable.tei.serialize import serialize
from teicable.vocabularies import Vocabularies, shipped
from teicable.xml.parse import parse


@dataclass(frozen=True)
class Context:
    """All that conversion depends on beside the source: nothing else may change its result.

    Attributes:
        vocabularies: word lists.
        authorities: who and what is known.
        declaration: what the edition says of itself.
        assignment: frozen id and date of the source, where it has one.
        particulars: what an editor states of the source.
        decisions: what editors decided, by document id.
        encoding: how files are encoded (strict) of which neither their editor nor the edition says it.
        max_size: bytes above which a source is refused.
    """

    vocabularies: Vocabularies = field(default_factory=shipped)
    authorities: Authorities = field(default_factory=Authorities)
    declaration: Declaration = field(default_factory=Declaration)
    assignment: Assignment = field(default_factory=Assignment)
    particulars: Particulars = field(default_factory=Particulars)
    decisions: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    encoding: str = ""
    max_size: int = 8_000_000

    @property
    def reads(self) -> str:
        """The encoding in which the source is read: what is said of it, of this run, of the edition; else UTF-8."""
        return self.particulars.encoding or self.encoding or self.declaration.encoding or "utf-8"

    @property
    def digest(self) -> str:
        """SHA-256 of everything above and of the version: an equal digest and equal bytes give an equal result."""
        parts = (
            __version__,
            self.vocabularies.digest,
            self.authorities.digest,
            # Where the site will stand enters no TEI.
            repr(replace(self.declaration, address="", interface="")),
            repr(self.assignment),
            repr(self.particulars),
            repr(sorted(self.decisions.items())) if self.decisions else "",
            self.encoding,
            str(self.max_size),
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Reading:
    """How one cable was understood: its settled claims, what was found in it, decisions that could not be applied."""

    settled: SettledText
    found: tuple[Diagnostic, ...]
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True)
class Conversion:
    """What one source gave.

    Attributes:
        files: document id to the bytes of its TEI file; empty if the source was refused.
        records: document id to the facts.
        readings: document id to how the cable was understood.
        diagnostics: in document order; a refusal is an ``error`` among them.
        stages: name of a stage to a readable dump of it, if asked for.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    records: Mapping[str, CableRecord] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    stages: Mapping[str, str] = field(default_factory=dict)


def convert(name: str, data: bytes, context: Context, *, stages: bool = False) -> Conversion:
    """Convert one source, named ``name`` in diagnostics, and check that the TEI gives its text back.

    Never raises for anything the bytes can hold.
    """
    if len(data) > context.max_size:
        hint = f"divide it, or raise the limit with --max-size (now {context.max_size} bytes)"
        message = f"the file has {len(data)} bytes, more than are accepted"
        return Conversion(diagnostics=(Diagnostic("R004", message, Location(name), hint),))
    source = readers.read(name, data, context.reads)
    if isinstance(source, list):
        return Conversion(diagnostics=tuple(source))
    divided = division.divide(transcript.read(source, context.vocabularies, context.authorities))
    ids = itertools.chain((context.assignment.id, *context.assignment.further), itertools.repeat(""))
    cables = [
        _Cable.read(part, context, context.decisions.get(own, ()), position)
        for position, (part, own) in enumerate(zip(divided.parts, ids, strict=False))
    ]
    addresses = _addresses(cables, context.assignment)
    diagnostics = [*_removed(source), *source.remarks, *divided.diagnostics]
    diagnostics += particulars.of_none(context.particulars, [cable.record for cable in cables], name)
    files: dict[str, bytes] = {}
    dumps: dict[str, str] = {}
    for number, (cable, assignment) in enumerate(zip(cables, addresses, strict=True)):
        sides = {"prev": addresses[:number][-1:], "next": addresses[number + 1 :][:1]}
        beside = {side: found[0].id for side, found in sides.items() if found}
        written = serialize(encode(cable.settled, cable.record, context.declaration, assignment, beside))
        unfaithful = _unfaithful(written, cable.source)
        diagnostics += [*cable.diagnostics, *unfaithful]
        if not unfaithful:
            files[assignment.id] = written
        if stages:
            made = dump.stages(cable.source, cable.zoned, cable.annotated, cable.settled, cable.record)
            dumps |= {f"{number + 1}-{stage}" if number else stage: content for stage, content in made.items()}
    named = [(assignment.id, cable) for cable, assignment in zip(cables, addresses, strict=True)]
    records = {document: cable.record for document, cable in named}
    readings = {document: Reading(cable.settled, cable.diagnostics, cable.lost) for document, cable in named}
    return Conversion(files, records, readings, tuple(in_order(diagnostics)), dumps)


@dataclass(frozen=True)
class _Cable:
    """One cable of a source on its way to TEI."""

    source: SourceText
    zoned: AnnotatedText
    annotated: AnnotatedText
    settled: SettledText
    record: CableRecord
    diagnostics: tuple[Diagnostic, ...]
    lost: tuple[Lost, ...]

    @staticmethod
    def read(transcript: Transcript, context: Context, decided: Sequence[Decision] = (), position: int = 0) -> _Cable:
        source, words, known = transcript.source, context.vocabularies, context.authorities
        placed, lost = decisions.place(source, decided)
        zoned, segmenting = segment(transcript)
        zoned, unplaced = decisions.lines(zoned, placed)
        stated = page_language(zoned, words)
        knowledge = knowledge_of(zoned, words, known, stated.value if stated else context.declaration.original)
        annotated, annotating = annotate(zoned, knowledge)
        annotated, unclaimed = decisions.claims(annotated, placed, known)
        settled, settling = settle(annotated)
        described = describe(settled, knowledge)
        own = particulars.of_cable(context.particulars, described, position)
        record, joining = particulars.join(described, own, words, source.name)
        joining += particulars.of_translator(record, zoned, words)
        record = decisions.parties(record, placed, known)
        proposed = (*offices.proposals(record, source, knowledge), *_doubtful(record, source))
        found = decisions.findings((*segmenting, *annotating, *settling, *joining, *proposed), source, placed)
        failed = (*lost, *unplaced, *unclaimed, *decisions.unwritten(annotated, settled, placed))
        told = (*found, *(lost.diagnostic for lost in failed))
        return _Cable(source, zoned, annotated, settled, record, told, failed)


def _addresses(cables: list[_Cable], given: Assignment) -> list[Assignment]:
    """Return the address of each cable: the frozen one, or a proposal that no other cable of the source has."""
    frozen = (given.id, *given.further)
    found: list[Assignment] = []
    for number, cable in enumerate(cables):
        chosen = frozen[number] if number < len(frozen) else ""
        proposed = chosen or propose_id(cable.record, cable.source)
        taken = {*(address.id for address in found), *(() if chosen else frozen)}
        letters = (f"{proposed}-{letter}" for letter in string.ascii_lowercase[1:])
        chosen = proposed if proposed not in taken else next(one for one in letters if one not in taken)
        found.append(replace(given, id=chosen, further=()))
    return found


def propose_id(record: CableRecord, source: SourceText) -> str:
    """Return a document id: ``cable``, the date, and the number of the cable or, without one, a short checksum."""
    date = record.date.value if record.date else "undated"
    number = next((fact.value for name, fact in record.numbers if name == "cable"), "")
    tail = re.sub(r"[^a-z0-9]+", "-", number.casefold()).strip("-") or sha256_canonical(source.text)[:8]
    return f"cable-{date.strip('-')}-{tail}"


def _removed(source: SourceText) -> list[Diagnostic]:
    if not source.removed:
        return []
    what = "character" if source.removed == 1 else "characters"
    message = f"{source.removed} invisible {what} (control, zero-width or directional, soft hyphens) left out"
    return [Diagnostic("R005", message, Location(source.name))]


def _doubtful(record: CableRecord, source: SourceText) -> list[Diagnostic]:
    """List shelfmarks that were not read to the end, or of an archive that is not listed, or not the only ones."""
    hint = "see whether archive and shelfmark in msIdentifier are right; a new archive can be added to a vocabulary"
    found: list[Diagnostic] = []
    for mark in record.shelfmarks:
        if mark.certainty is not Certainty.HIGH and mark.evidence:
            shown = ", ".join(part for part in (mark.repository, *(v for _, v in mark.parts), mark.rest) if part)
            shown = shown if len(shown) <= 60 else shown[:59] + "…"
            message = f"“{shown}” is taken for the shelfmark, on weak grounds"
            found.append(Diagnostic("S106", message, source.location(*mark.evidence), hint))
    return found


def _unfaithful(written: bytes, source: SourceText) -> list[Diagnostic]:
    """Read the file back and compare it with the source: a converter must prove that it lost nothing."""
    tree = parse(written, source.name)
    if isinstance(tree, Diagnostic):
        return [Diagnostic("F001", f"the TEI that was made cannot be read: {tree.message}", Location(source.name))]
    found = difference(source_of(tree.getroot()), source.text)
    return [Diagnostic("F001", found.message, source.location(found.offset), found.hint)] if found else []

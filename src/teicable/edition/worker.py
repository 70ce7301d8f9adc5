"""The pieces of work of a build, as a worker does them: convert a source, publish a document, make its page.

A worker is set up once and keeps what is dear to make: compiled schema and stylesheets, authorities. Its results depend
on the piece of work alone, never on which worker did it or what it did before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teicable import files
from teicable.conversion import Context
from teicable.diagnostics import Diagnostic, in_order, moved
from teicable.model.decision import Decision
from teicable.model.declaration import Assignment, Particulars
from teicable.validation import layers
from teicable.xml.parse import parse

if TYPE_CHECKING:
    from teicable.render.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Setup:
    """What all pieces of work of one build share.

    Attributes:
        context: of the edition, without the address of any source.
        neighbours: names of the TEI files.
        authorities: paths of the authority files, for the cards of names on the pages.
        transforms: folder of the edition's own stylesheets, where it has one.
        spared: places for which nothing is made of a document, because book, EPUB or search index are not wanted.
    """

    context: Context
    neighbours: frozenset[str] = frozenset()
    authorities: tuple[Path, ...] = ()
    transforms: Path | None = None
    spared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceJob:
    """Convert one source: its name in the edition, bytes, frozen address, what editors state of it and decided."""

    name: str
    data: bytes
    assignment: Assignment
    particulars: Particulars = field(default_factory=Particulars)
    decisions: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Converted:
    """What a source gave: TEI by document id, the digest of each infoset, and what was found.

    ``sha256`` is that of its bytes, ``canonical`` that of its words.
    """

    name: str
    sha256: str
    canonical: str
    documents: Mapping[str, bytes]
    infosets: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def unfaithful(self) -> bool:
        """Whether a cable was refused because its TEI does not give the text back."""
        return any(diagnostic.code == "F001" for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class DocumentJob:
    """Check and render one TEI file; ``transcript`` are the bytes of its source where that is at hand.

    One that is ``held`` back is only checked.
    """

    id: str
    path: Path
    transcript: bytes | None
    held: bool = False


@dataclass(frozen=True, slots=True)
class PageJob:
    """Make the page of one TEI file that can be read, and the references to it.

    ``facts`` is where its facts are; ``links`` are the parameters that tie the page to other files.
    """

    id: str
    path: Path
    facts: Path
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """What a document gave: the files made of it by place (none: it could not be read), its infoset, what was found."""

    id: str
    made: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    infoset: str = ""


HISTORY = ("revisionDesc",)
"""The element that holds the state and the history of a file."""


class Worker:
    """Does pieces of work for one build."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup

    def convert(self, job: SourceJob) -> Converted:
        """Convert one source."""
        from teicable.conversion import convert

        data = job.data
        result = convert(
            job.name,
            data,
            replace(
                self._setup.context,
                assignment=job.assignment,
                particulars=job.particulars,
                decisions=job.decisions,
            ),
        )
        return Converted(
            job.name,
            hashlib.sha256(data).hexdigest(),
            self._canonical(job),
            dict(result.files),
            {document: infoset(tei) for document, tei in result.files.items()},
            tuple(moved(d, job.name, f"source/{job.name}") for d in result.diagnostics),
        )

    def _canonical(self, job: SourceJob) -> str:
        from teicable import readers
        from teicable.model.source import SourceText, sha256_canonical

        source = readers.read(job.name, job.data, replace(self._setup.context, particulars=job.particulars).reads)
        return sha256_canonical(source.text) if isinstance(source, SourceText) else ""

    def publish(self, job: DocumentJob) -> Published:
        """Validate one TEI file and make all of it but its page; of a file that cannot be read, nothing."""
        tei = files.read(job.path)
        path = f"tei/{job.path.name}"
        source = job.transcript
        context = self._setup.context
        editors = context.declaration.editors
        around = layers.Surroundings(context.authorities, self._setup.neighbours, lambda name: source, editors)
        found = layers.validate(tei, path, around, layers.THOROUGH)
        if any(diagnostic.code in layers.UNREADABLE for diagnostic in found):
            return Published(job.id, {}, tuple(found))
        if job.held:
            return Published(job.id, {}, tuple(found), infoset(tei))
        from teicable.render.facts import facts as extract
        from teicable.render.marks import marks
        from teicable.render.markup import markup

        title = self._setup.context.declaration.title
        facts = extract(self._renderer, tei, job.id, path=path)
        gathered, own = self._gathered(tei, path)
        sheet = self._renderer.render(tei, "pdf", {"edition-title": title}, path)
        found += [*facts.diagnostics, *sheet.diagnostics, *own]
        text = self._renderer.render(tei, "text", path=path)
        made = {
            "facts": facts.data,
            "site/pdf": sheet.data,
            "site/tei": tei,
            "site/text": text.data,
            "site/markup": markup(self._renderer, tei, job.id, title, path=path),
            "site/marks": marks(self._renderer, tei, job.id, title, path=path),
            "site/transcript": self._transcript(tei, job),
            **gathered,
        }
        return Published(job.id, made, tuple(in_order(found)), infoset(tei))

    def _gathered(self, tei: bytes, path: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
        """Return what book, EPUB and search index are made of, as far as they are wanted, and what was found."""
        from teicable.render.book import part
        from teicable.render.epub import chapter
        from teicable.render.record import record

        made: dict[str, bytes] = {}
        found: list[Diagnostic] = []
        if "parts" not in self._setup.spared:
            # What print reports of a document, its part of the book would report again.
            made["parts"] = part(self._renderer, tei, path=path).data
        if "search" not in self._setup.spared:
            # And what it reports, so would the record that the search looks through.
            made["search"] = record(self._renderer, tei, path=path).data
        if "chapters" not in self._setup.spared:
            leaf = chapter(self._renderer, tei, path=path)
            made["chapters"] = leaf.data
            # An element without a template the page reports.
            found += [diagnostic for diagnostic in leaf.diagnostics if diagnostic.code != "T001"]
        return made, found

    def _transcript(self, tei: bytes, job: DocumentJob) -> bytes:
        from teicable.render.transcript import transcript
        from teicable.tei.lineation import lineation
        from teicable.validation.fidelity import compare

        tree = parse(tei)
        assert not isinstance(tree, Diagnostic)  # validation has read it
        root = tree.getroot()
        runs = lineation(root, compare(root, job.transcript).source)
        title = self._setup.context.declaration.title
        return transcript(self._renderer, tei, root, runs, job.id, title, path=f"tei/{job.path.name}")

    def page(self, job: PageJob) -> Published:
        """Make the page of one document, and the references to it."""
        from teicable.render.citation import references

        page = self._pages.render(files.read(job.path), "html", job.links, f"tei/{job.path.name}")
        cited = {f"site/{name}": data for name, data in references(self._pages, files.read(job.facts)).items()}
        return Published(job.id, {"site": page.data, **cited}, page.diagnostics)

    @cached_property
    def _renderer(self) -> Renderer:
        gathered = {"parts": "typst", "chapters": "chapter", "search": "record"}
        wanted = (target for place, target in gathered.items() if place not in self._setup.spared)
        return self._compiled("facts", "pdf", "text", "markup", "marks", "transcript", *wanted)

    @cached_property
    def _pages(self) -> Renderer:
        # Apart from the others: where only neighbours changed, nothing else is needed.
        return self._compiled("html", "cite")

    def _compiled(self, *targets: str) -> Renderer:
        from teicable.render.authorities import authorities
        from teicable.render.collection import declared
        from teicable.render.rendering import Renderer

        # What is wrong with an authority file is reported once, by whoever read the edition.
        tree, _ = authorities(self._setup.authorities)
        declaration = self._setup.context.declaration
        return Renderer(targets, self._setup.transforms, tree, declared(declaration), declaration.interface)


def infoset(tei: bytes, *, history: bool = False) -> str:
    """Return the digest of what a TEI file says, whatever its indentation; empty for one that cannot be read.

    Comments and instructions count, which only an editor writes: a file with a remark in it is an edited one. The state
    and ``history`` of the file do not count, because they are an editor's word that conversion keeps; they do in the
    ledgers of earlier versions.
    """
    from lxml import etree

    from teicable.tei.mixed import comment, local
    from teicable.tei.serialize import infoset_digest

    tree = parse(tei)
    if isinstance(tree, Diagnostic):
        return ""
    without = () if history else HISTORY
    said = infoset_digest(tree.getroot(), without)
    found = tree.getroot().iter(etree.Comment, etree.ProcessingInstruction)
    remarks = [comment(node) for node in found if not any(local(e) in without for e in node.iterancestors())]
    return hashlib.sha256("\0".join([said, *remarks]).encode("utf-8")).hexdigest() if remarks else said

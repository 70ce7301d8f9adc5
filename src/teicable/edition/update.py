"""Bring edited files forward: what conversion gives now goes in beside what an editor wrote.

Three states of a document are merged: what conversion wrote when it was edited (``tei/.written``), what it writes now,
and the file as it stands. What an editor's decision stands against is kept open in ``review/ID.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from teicable import files
from teicable.diagnostics import Diagnostic, Location, Severity
from teicable.edition import ids, run
from teicable.edition.clock import today
from teicable.edition.folder import Edition
from teicable.edition.worker import infoset
from teicable.edition.written import Written
from teicable.errors import TeicableError
from teicable.model.decision import Open, Subject
from teicable.model.quotation import Quote
from teicable.review.log import Log
from teicable.tei.merging import layout
from teicable.tei.merging.merge import merge
from teicable.tei.merging.work import Conflict
from teicable.validation import layers
from teicable.xml.parse import parse

Progress = Callable[[str, int, int], None]
_CHECKED = tuple(layer for layer in layers.LAYERS if layer != "fidelity")
"""Layers in which a merged file may be no worse; that it has the words of the source is proved by the merge itself."""


@dataclass(frozen=True)
class Forward:
    """What came of one edited document.

    Attributes:
        document: id.
        before: the file.
        after: the file as merged.
        done: what went in, a line each.
        conflicts: what stands open.
        kept: how many decisions of the editor stayed.
        found: why nothing could be merged.
    """

    document: str
    before: bytes
    after: bytes
    done: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kept: int = 0
    found: tuple[Diagnostic, ...] = ()


def update(
    edition: Edition, documents: Collection[str] = (), *, dry: bool = False, progress: Progress = lambda *_: None
) -> list[Forward]:
    """Merge into edited files what conversion gives now; return one entry for each that it concerns.

    Args:
        edition: which.
        documents: ids; none: all.
        dry: write nothing.
        progress: is told how far the work is.

    Raises:
        TeicableError: the run is impossible, or there is no document of that id.
    """
    for document in documents:
        if document not in edition.documents():
            raise TeicableError(
                f"there is no document “{document}” in {edition.tei}", "ids are the names of the files without .xml"
            )
    with files.locked(edition.build / ".lock", f"is already building {edition.folder}"):
        written = Written(edition)
        wanted = [d for d in _edited(edition, written) if not documents or d in documents]
        try:
            return list(_forward(edition, written, wanted, dry, progress))
        finally:
            if not dry:
                written.save()


def _edited(edition: Edition, written: Written) -> Iterator[str]:
    """Yield the documents that conversion once wrote and an editor changed."""
    for document, path in edition.documents().items():
        digest = written.digests.get(path.name)
        if digest and digest != infoset(files.read(path)):
            yield document


def _forward(
    edition: Edition, written: Written, documents: list[str], dry: bool, progress: Progress
) -> Iterator[Forward]:
    sources = edition.sources()
    known = ids.read(edition.ids).renamed(sources)
    owners = {document: known.source_of(document, sources) for document in documents}
    names = sorted({name for name in owners.values() if name})
    for number, result in enumerate(run.now(edition, names), 1):
        progress("merging", number, len(names))
        for document in sorted(d for d in result.documents if d in owners):
            digest = result.infosets[document]
            if digest == written.digests[f"{document}.xml"]:
                continue
            forward = _merged(edition, written, document, result.documents[document])
            if not (dry or forward.found):
                _open(edition, document, forward.conflicts)
                was = written.merged(document, forward.after, result.documents[document], digest)
                fallen = (f"it was {was}, and its words changed: it is a candidate again",) if was else ()
                forward = replace(forward, done=(*forward.done, *fallen))
            yield forward


def _merged(edition: Edition, written: Written, document: str, tei: bytes) -> Forward:
    edited, base = written.present(document), written.base(document)
    trees = [parse(data) for data in (base, tei, edited)]
    one, new, mine = (tree for tree in trees)
    if isinstance(mine, Diagnostic):
        found = Diagnostic(mine.code, mine.message, Location(f"tei/{document}.xml", mine.location.line), mine.hint)
        return Forward(document, edited, edited, found=(found,))
    if isinstance(one, Diagnostic) or isinstance(new, Diagnostic):
        return Forward(document, edited, edited, found=(_baseless(document),))
    known = edition.authorities[0].by_key
    merged = merge(one.getroot(), new.getroot(), mine.getroot(), _judge(edition), lambda key: key in known)
    after = layout.write(merged.root, edited)
    return Forward(document, edited, after, merged.done, merged.conflicts, merged.kept)


def _baseless(document: str) -> Diagnostic:
    message = "what conversion last wrote of it is not known: your changes cannot be told from those of the machine"
    hint = (
        f"take the file as it was first converted from version control (`git log tei/{document}.xml`), put it at "
        f"tei/.written/{document}.xml and repeat; or compare with `teicable convert -e EDITION --diff`"
    )
    return Diagnostic("X208", message, Location(f"tei/{document}.xml"), hint)


def _judge(edition: Edition) -> Callable[[etree._Element], Counter[str]]:
    neighbours = frozenset(path.name for path in edition.documents().values())
    around = layers.Surroundings(edition.authorities[0], neighbours, editors=edition.manifest.declaration.editors)

    def judge(root: etree._Element) -> Counter[str]:
        found = layers.validate(etree.tostring(root), "", around, _CHECKED)
        return Counter(diagnostic.code for diagnostic in found if diagnostic.severity is Severity.ERROR)

    return judge


def _open(edition: Edition, document: str, conflicts: tuple[Conflict, ...]) -> None:
    """Keep open what an editor has to decide; what was decided already is not asked again."""
    log = edition.logs.get(document, Log())
    decided = {decision.subject for decision in log.decisions}
    new = [one for one in map(_question, conflicts) if one.subject not in decided]
    if new:
        files.write(edition.review / f"{document}.toml", log.opening([*log.open, *new]).format())


def _question(conflict: Conflict) -> Open:
    quote = Quote(conflict.words or conflict.after or conflict.claim, conflict.before, conflict.after)
    return Open(Subject(conflict.claim, conflict.value, quote), conflict.editor, today())

"""What a build reports of an edition: each thing once, and nothing of a transcript that an editor has done with."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from teicable.diagnostics import Diagnostic, Location, in_edition
from teicable.edition import ids, ledger
from teicable.edition.plan import Done
from teicable.edition.worker import Converted
from teicable.validation import fidelity, layers, rules
from teicable.xml.parse import parse


def given_twice(document: str, name: str, owner: str) -> Diagnostic:
    """Return the diagnostic of a source that gives a document which another, the ``owner``, gives already."""
    message = f"it gives the document “{document}”, which “{owner}” gives already"
    hint = "keep one of the two, or divide them into files of one cable each"
    return Diagnostic("X202", message, Location(f"source/{name}"), hint)


def edited(documents: Mapping[str, Done], digests: Mapping[str, str]) -> list[str]:
    """Return the documents whose TEI file is no longer what conversion last wrote, by the digests of the ledger."""
    wrote = ledger.Ledger(digests).wrote
    return [d for d, done in sorted(documents.items()) if f"{d}.xml" in digests and not wrote(f"{d}.xml", done.infoset)]


def once(
    sources: Mapping[str, Done], documents: Mapping[str, Done], pages: Mapping[str, Done], edited: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield what was found in sources, documents and their pages, each thing once.

    Of a transcript whose TEI file is edited, only what concerns both (``X``): its open places are the editor's now.
    That it changed is said of the transcript (``X201``, not ``F002``), lines that no rule understood line by line
    (``S101``, not the summary of the rules).
    """
    said: set[tuple[str, str]] = set()
    for done in sources.values():
        passed = bool(done.documents) and all(document in edited for document in done.documents)
        for diagnostic in done.diagnostics:
            if not passed or diagnostic.code.startswith("X"):
                said.update((document, diagnostic.code) for document in done.documents)
                yield diagnostic
    for document, done in (*documents.items(), *pages.items()):
        for diagnostic in done.diagnostics:
            repeated = {"F002": "X201", rules.UNPARSED: "S101"}.get(diagnostic.code, "")
            if (document, repeated) not in said:
                yield diagnostic


def superseded(present: bytes, document: str, result: Converted, *, wrote: bool) -> list[Diagnostic]:
    """Report that a transcript, or what is made of it, changed under an edited file, until that is brought forward.

    ``wrote`` says that conversion gives what it gave when the file was edited.
    """
    tree = parse(present)
    if isinstance(tree, Diagnostic):
        return []
    same = layers.checksum(tree.getroot()) in ("", result.sha256)
    if same or fidelity.carried_over(tree.getroot(), result.canonical):
        message = "it is edited, and conversion would now give other markup than when it was made"
        hint = f"see what would go in with `teicable update EDITION {document} --diff`, then leave out --diff"
        return [] if wrote else [Diagnostic("X206", message, Location(f"tei/{document}.xml"), hint)]
    source, edition = shlex.quote(f"EDITION/source/{result.name}"), shlex.quote("EDITION")
    message = f"it changed after tei/{document}.xml had been edited; the edited file was kept"
    hint = (
        f"let `teicable update {edition} {document}` bring it in, or convert this one anew with "
        f"`teicable convert {source} -e {edition} --force`, which keeps what you had as tei/{document}.xml.edited"
    )
    return [Diagnostic("X201", message, Location(f"source/{result.name}"), hint)]


def orphans(documents: Iterable[str], frozen: ids.Ids, sources: Collection[str]) -> list[Diagnostic]:
    """Report documents whose transcript is gone; those that never had one are an editor's own."""
    known = {document: name for name, address in frozen.addresses.items() for document in address.documents}
    return [
        Diagnostic(
            "X203",
            f"it was made from “{known[document]}”, which is no longer in source",
            Location(f"tei/{document}.xml"),
            "put the transcript back, or delete the TEI file if the document is to leave the edition",
        )
        for document in documents
        if document in known and not frozen.source_of(document, sources)
    ]


def placed(diagnostic: Diagnostic, folder: Path) -> Diagnostic:
    """Return the diagnostic with path and commands as seen from where the editor stands."""
    location = diagnostic.location
    inside = location.path.startswith(("source/", "tei/"))
    path = str(folder / location.path) if inside else location.path
    return in_edition(replace(diagnostic, location=replace(location, path=path)), folder)

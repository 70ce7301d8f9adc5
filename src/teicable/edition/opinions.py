"""What the sources of an edition leave to its editors, and the decisions these take about it.

The machine's opinion is asked anew, by converting in memory: what is listed is what the next build would write.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from teicable import files
from teicable.conversion import Conversion, convert
from teicable.diagnostics import Diagnostic, Severity
from teicable.edition.clock import today
from teicable.edition.contexts import Contexts
from teicable.edition.folder import Edition
from teicable.edition.worker import infoset
from teicable.edition.written import Written
from teicable.errors import DecisionError, TeicableError
from teicable.model.decision import Decision, Item, Verdict
from teicable.model.source import canonical
from teicable.review import items
from teicable.review.log import Log
from teicable.review.replacement import checked
from teicable.review.returned import Returned
from teicable.tei.claims import claims
from teicable.validation import layers
from teicable.xml.parse import parse

_CHECKED = ("well-formed", "grammar", "rules", "references")


class Opinions:
    """The open questions of one edition."""

    def __init__(self, edition: Edition) -> None:
        """Read the edition; nothing is converted yet.

        Raises:
            TeicableError: an authority file, or another, cannot be read.
        """
        self._edition = edition
        self._authorities, broken = edition.authorities
        if broken:
            raise TeicableError(f"{broken[0].location}: {broken[0].message}", broken[0].hint)
        self._declaration = edition.manifest.declaration
        self._contexts = Contexts(edition)
        self._sources, self._ids = self._contexts.sources, self._contexts.ids
        self._written = Written(edition)
        self.logs: dict[str, Log] = dict(edition.logs)

    def items(self, documents: Iterable[str] = ()) -> list[Item]:
        """Return all items of the edition, or of some documents, in the order of documents and of their text.

        Raises:
            DecisionError: nothing was built yet, or there is no such document.
        """
        wanted = self._wanted(tuple(documents))
        found: dict[str, list[Item]] = {}
        for name in self._sources:
            assignment = self._ids.assignment(name)
            own = [d for d in (assignment.id, *assignment.further) if d in wanted]
            readings = self._convert(name).readings if own else {}
            for document in own:
                if document in readings:
                    log = self.logs.get(document, Log())
                    found[document] = items.items(document, readings[document], log, self._left(document))
        return [item for document in sorted(found) for item in found[document]]

    def decide(
        self, chosen: Iterable[Item], verdict: Verdict, replacement: str = "", by: str = "", why: str = ""
    ) -> dict[str, list[Decision]]:
        """Return the decisions about some items, by document, after trying them.

        Raises:
            DecisionError: one of them means nothing or cannot be written; the hint says what can be done.
        """
        made: dict[str, list[Decision]] = {}
        signed = self.editor(by), today(), " ".join(why.split())
        for item in chosen:
            stated = checked(item, verdict, replacement, self._authorities)
            # What a name is instead says nothing of the bracket behind it.
            together = (item,) if verdict is Verdict.REPLACE else (item, *item.companions)
            decisions = (Decision(verdict, one.subject, stated, *signed, item.editor) for one in together)
            made.setdefault(item.document, []).extend(decisions)
        return made

    def take(self, returned: Iterable[Returned]) -> dict[str, list[Decision]]:
        """Return the decisions that come back from the page, by document, after checking each.

        Raises:
            DecisionError: some cannot be taken; the message lists them all.
        """
        listed = {(item.document, item.key): item for item in items.each(self.items())}
        made: dict[str, list[Decision]] = {}
        wrong: list[str] = []
        for one in returned:
            item = listed.get((one.document, one.key))
            if item is None or item.subject.quote.exact != one.quote:
                wrong.append(f"{one.key} “{one.quote}”: {one.document} has no such item any more")
                continue
            try:
                for document, decisions in self.decide([item], one.verdict, one.replacement, one.by, one.why).items():
                    made.setdefault(document, []).extend(decisions)
            except DecisionError as error:
                wrong.append(f"{one.key} “{one.quote}”: {error.message} ({error.hint})")
        if wrong:
            raise DecisionError(
                "nothing was taken in:\n  " + "\n  ".join(wrong),
                "mend these or delete them in the file, then import again",
            )
        return made

    def page(self, listed: Sequence[Item]) -> bytes:
        """Return the page on which an editor works through some items."""
        from teicable.review.page import page

        return page(listed, self._declaration, self._authorities, self._edition.transforms)

    def keep(self, made: Mapping[str, list[Decision]]) -> list[Path]:
        """Try decisions, then write them; return the files that changed.

        Raises:
            DecisionError: with them a file would be no valid TEI, or one of them cannot be applied.
        """
        logs = {document: self.logs.get(document, Log()).deciding(new) for document, new in made.items()}
        for document, new in made.items():
            self._try(document, logs[document], new)
        return self._write(logs)

    def undo(self, chosen: Iterable[Item]) -> list[Path]:
        """Take the decisions about some items back; return the files that changed."""
        gone: dict[str, set[Item]] = {}
        for item in chosen:
            if item.decision is None:
                raise DecisionError(f"nothing was decided about {item.key}", "`--all` lists what was")
            gone.setdefault(item.document, set()).add(item)
        return self._write({d: self.logs[d].without({item.subject for item in its}) for d, its in gone.items()})

    def editor(self, by: str) -> str:
        """Return the id of who decides: the one named, or the only editor of the edition.

        Raises:
            DecisionError: the edition does not know who it is.
        """
        known = [editor.id for editor in self._declaration.editors]
        if by in known:
            return by
        if by:
            raise DecisionError(f"no editor of this edition is “{by}”", f"editors: {', '.join(known) or 'none yet'}")
        if len(known) == 1:
            return known[0]
        if known:
            raise DecisionError("who decides? The edition has several editors", f"say --by {' or --by '.join(known)}")
        raise DecisionError(
            "who decides? The edition names no editor",
            f'write below the rest of {self._edition.manifest.path}: [[editor]], then id = "ed1" and name = "…"',
        )

    def _wanted(self, documents: tuple[str, ...]) -> set[str]:
        known = {d for address in self._ids.addresses.values() for d in address.documents}
        if not known:
            raise DecisionError("no document has an id yet", f"run `teicable build {self._edition.folder}` first")
        for document in documents:
            if document not in known:
                near = difflib.get_close_matches(document, known, 1)
                raise DecisionError(f"there is no document “{document}”", f"did you mean {near[0]}?" if near else "")
        return set(documents) or known

    def _convert(self, name: str, logs: Mapping[str, Log] | None = None) -> Conversion:
        context = self._contexts.of(name)
        documents = (context.assignment.id, *context.assignment.further)
        current = self.logs if logs is None else logs
        decided = {d: current[d].decisions for d in documents if d in current}
        return convert(name, self._edition.transcript(name), replace(context, decisions=decided))

    def _try(self, document: str, log: Log, new: Iterable[Decision]) -> None:
        """Refuse decisions by which a file gets an error that it had not, or which come to nothing."""
        name = self._ids.source_of(document, self._sources)
        before, after = self._convert(name), self._convert(name, {**self.logs, document: log})
        for decision, diagnostic in after.readings[document].lost:
            if decision in new:
                raise DecisionError(
                    f"{document}: {diagnostic.message}", "decide otherwise, or encode it by hand in the TEI file"
                )
        had = Counter((d.code, d.message) for d in self._errors(document, before))
        for diagnostic in self._errors(document, after):
            if not had[diagnostic.code, diagnostic.message]:
                raise DecisionError(f"{document} would be no valid TEI: {diagnostic.message}", diagnostic.hint)

    def _errors(self, document: str, result: Conversion) -> list[Diagnostic]:
        around = layers.Surroundings(self._authorities, editors=self._declaration.editors)
        found = layers.validate(result.files[document], f"tei/{document}.xml", around, _CHECKED)
        return [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]

    def _left(self, document: str) -> set[tuple[str, str]] | None:
        """Return the claims that an editor left in a file, ``None`` for one that nobody edited."""
        present = self._written.present(document)
        if not present or self._written.digests.get(f"{document}.xml") == infoset(present):
            return None
        tree = parse(present)
        found = () if isinstance(tree, Diagnostic) else claims(tree.getroot())
        return {(claim.element, canonical(claim.words)) for claim in found}

    def _write(self, logs: Mapping[str, Log]) -> list[Path]:
        changed = []
        with files.locked(self._edition.build / ".lock", f"is already building {self._edition.folder}"):
            for document, log in sorted(logs.items()):
                path = self._edition.review / f"{document}.toml"
                if files.write(path, log.format()):
                    changed.append(path)
                self.logs[document] = log
        return changed

"""Build an edition: convert what changed, check and render what changed, take away what has no document any more.

Files are written one by one, each whole or not at all, by this process alone. What an editor changed in ``tei/`` is
kept. A build that was interrupted leaves a folder from which the next one goes on.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from teicable import files
from teicable.conversion import Context
from teicable.diagnostics import Diagnostic, in_order, moved
from teicable.edition import arrivals, history, ids, neighbours, outputs, particulars, plan, release, reports, site
from teicable.edition.clock import today
from teicable.edition.folder import Edition
from teicable.edition.outcome import Outcome
from teicable.edition.plan import Done
from teicable.edition.pool import Pool, workers
from teicable.edition.worker import Converted, DocumentJob, PageJob, Published, Setup, SourceJob, Worker
from teicable.edition.written import Written
from teicable.errors import TeicableError
from teicable.model.decision import Decision
from teicable.model.declaration import Assignment, Particulars

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


_KEPT = "its page is still that of the last version that could be read"


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def build(
    edition: Edition,
    *,
    jobs: int = 0,
    force: bool = False,
    wanted: Collection[str] = outputs.ALL,
    least: str = "",
    progress: Progress = _silent,
) -> Outcome:
    """Bring everything in ``tei/`` and ``build/`` up to date.

    Args:
        edition: which.
        jobs: processes; 0 chooses by cores and work. The result is the same with any number.
        force: do all work again, and overwrite TEI files that an editor changed.
        wanted: what else to make of all documents than pages, by the names of `outputs`.
        least: how far a document must have come to be published; by default what the manifest says.
        progress: is told how far the work is.

    Raises:
        TeicableError: the run is impossible; also when another build of this edition is under way.
    """
    with files.locked(edition.build / ".lock", f"is already building {edition.folder}"):
        return _Build(edition, jobs, force, progress, wanted=wanted, least=least).run()


def convert(
    edition: Edition, names: Collection[str], context: Context, *, force: bool = False, progress: Progress = _silent
) -> Outcome:
    """Convert the sources ``names`` of an edition into its folder ``tei``, whether they changed or not.

    Raises:
        TeicableError: see `build`.
    """
    with files.locked(edition.build / ".lock", f"is already building {edition.folder}"):
        work = _Build(edition, 1, force, progress, context)
        if work.halted():
            return work.outcome
        try:
            work.convert(names)
        finally:
            work.save()
        sources = {name: work.done_sources[name] for name in names}
        work.outcome.diagnostics = work.placed(
            [*work.found, *work.rows(), *reports.once(sources, {}, {}, work.outcome.kept)]
        )
        return work.outcome


def now(edition: Edition, names: Collection[str]) -> Iterator[Converted]:
    """Yield what conversion gives of sources now; nothing is written."""
    work = _Build(edition, 1, False, _silent)
    if work.halted():
        raise TeicableError(f"{work.found[0].location}: {work.found[0].message}", work.found[0].hint)
    yield from map(Worker(Setup(work.context)).convert, map(work.job, names))


def preview(
    edition: Edition, *, force: bool = False, wanted: Collection[str] = outputs.ALL, least: str = ""
) -> Outcome:
    """Return what `build` would do; of a source that was never converted, the pages are not known yet."""
    return _Build(edition, 1, force, _silent, wanted=wanted, least=least).preview()


class _Build:
    """One build under way: what was known before it, and what it did so far."""

    def __init__(
        self,
        edition: Edition,
        jobs: int,
        force: bool,
        progress: Progress,
        context: Context | None = None,
        *,
        wanted: Collection[str] = (),
        least: str = "",
    ) -> None:
        self.edition, self.jobs, self.force, self.progress = edition, jobs, force, progress
        self.authorities, self.found = edition.authorities
        declaration = edition.manifest.declaration
        self.context = replace(
            context or Context(),
            authorities=self.authorities,
            declaration=declaration,
            vocabularies=edition.vocabularies,
        )
        self.sources = edition.sources()
        self.particulars = particulars.read(edition.source, self.sources, declaration.editors)
        self.ids = ids.read(edition.ids).renamed(self.sources)
        self.written = Written(edition)
        self.least = least or edition.manifest.least
        self.state = plan.read(edition.build / "state.json")
        self.done_sources = {name: done for name, done in self.state.sources.items() if name in self.sources}
        # Until pages are made, what earlier builds know of them stays true; so also where a build is interrupted.
        self.done_documents, self.done_pages = dict(self.state.documents), dict(self.state.pages)
        self.whole, self.wanted, self.spared = self.state, wanted, outputs.spared(wanted)
        self.outcome = Outcome()
        self.tools = site.digest(edition.transforms)

    def run(self) -> Outcome:
        if self.halted():
            return self.outcome
        try:
            self.convert()
            self.publish()
        finally:
            self.save()
        self.found += [*reports.orphans(self.edition.documents(), self.ids, self.sources), *self.rows()]
        self.found += release.gone(self.edition, {d for d, done in self.done_documents.items() if done.documents})
        self.outcome.kept = reports.edited(self.done_documents, self.written.digests)
        told = reports.once(self.done_sources, self.done_documents, self.done_pages, self.outcome.kept)
        self.outcome.diagnostics = self.placed([*self.found, *told])
        return self.outcome

    def halted(self) -> bool:
        """Stop where an authority file cannot be read: without it all names would lose their references."""
        if self.found:
            hint = "nothing was converted and no page made until it can be read"
            self.found = [replace(found, hint=f"{found.hint}; {hint}") for found in self.found]
            self.outcome.diagnostics = self.placed(self.found)
        return bool(self.found)

    def preview(self) -> Outcome:
        due = plan.conversions(self.source_keys(), self.edition.documents(), self.state, force=self.force)
        keys, built = self.document_keys(), site.built(self.edition)
        documents = plan.documents(keys, self.places(built), self.state, force=self.force)
        # What a document that is due will be called is not known before: of its neighbours, those due as they stand.
        published = keys.keys() - set(self.outcome.held)
        links = self.links(known for known in built["facts"] if known in published)
        pages = plan.pages(self.page_keys(links), site.paged(self.edition), self.state)
        gone = [path.relative_to(self.edition.build).as_posix() for path in site.surplus(self.edition, published)]
        return Outcome(
            converted=list(due.due), rendered=sorted({*documents.due, *pages.due}), removed=gone, held=self.outcome.held
        )

    def pool(self, work: int) -> Pool:
        setup = Setup(
            self.context,
            frozenset(path.name for path in self.edition.documents().values()),
            tuple(self.edition.authority_files()),
            self.edition.transforms,
            self.spared,
        )
        return Pool(setup, workers(work, self.jobs))

    def source_keys(self) -> dict[str, str]:
        return {name: plan.key(sha256, self.own(name).digest) for name, sha256 in self.sources.items()}

    def document_keys(self) -> dict[str, str]:
        """Return the key of all that is made of a document alone; on the way, remember what each says.

        And which are held back, because they have not come as far as is wanted.
        """
        documents = self.edition.documents()
        self.said = {document: hashlib.sha256(files.read(path)).hexdigest() for document, path in documents.items()}
        self.outcome.held = history.held(documents, self.least)
        declaration = self.edition.manifest.declaration
        return {
            document: plan.key(
                said,
                self.sources.get(self.ids.source_of(document, self.sources), ""),
                self.authorities.digest,
                self.tools,
                declaration.title + declaration.interface,
                *(["held"] if document in self.outcome.held else ()),
            )
            for document, said in self.said.items()
        }

    def page_keys(self, links: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """Return the keys of pages: what a document says, what the edition says, and what ties its page to others."""
        said = repr(self.edition.manifest.declaration)
        return {
            document: plan.key(
                self.said[document], self.authorities.digest, self.tools, said, repr(sorted(tied.items()))
            )
            for document, tied in links.items()
        }

    def links(self, documents: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return what ties the pages of documents to each other and to the rest of the site, from their facts."""
        facts = (files.read(site.facts(self.edition, document)) for document in documents)
        beside = neighbours.links(map(neighbours.neighbour, facts))
        everywhere = site.addresses(self.edition, outputs.shelf(self.edition, self.wanted))
        return {document: {**everywhere, **site.downloads(document), **own} for document, own in beside.items()}

    def places(self, built: Mapping[str, set[str]]) -> dict[str, set[str]]:
        return {place: ids for place, ids in built.items() if place not in {*site.PAGED, *self.spared}}

    def convert(self, names: Collection[str] = ()) -> None:
        """Convert what is due, or the sources ``names``."""
        documents = self.edition.documents()
        due = tuple(sorted(names)) or plan.conversions(self.source_keys(), documents, self.state, force=self.force).due
        self.outcome.unchanged = len(self.sources) - len(due)
        if not due:
            return
        with self.pool(len(due)) as pool:
            first = self.assign(pool, [name for name in due if not self.ids.assignment(name).id])
            rest = pool.map(Worker.convert, map(self.job, [name for name in due if name not in first]))
            owners = {d: name for name, done in self.done_sources.items() if name not in due for d in done.documents}
            keys = self.source_keys()
            for number, name in enumerate(due, 1):
                result = first.pop(name, None) or next(rest)
                self.freeze(result)
                self.settle(result, owners, keys[result.name])
                self.progress("converting", number, len(due))

    def assign(self, pool: Pool, new: list[str]) -> dict[str, Converted]:
        """Let new sources propose their ids, and freeze them; return what those gave that got what they proposed."""
        day, total = today(), len(new)
        jobs = (replace(self.job(name), assignment=Assignment(converted=day)) for name in new)
        results = pool.map(Worker.convert, jobs)
        proposals, first = arrivals.heard(results, lambda done: self.progress("reading new sources", done, total))
        self.ids = self.ids.assigned(proposals, day)
        if self.ids.addresses:
            files.write(self.edition.ids, self.ids.format())
        same = (name for name in first if self.ids.addresses[name].documents == proposals[name][0])
        return {name: first[name] for name in same if not self.decided(name)}

    def freeze(self, result: Converted) -> None:
        """Freeze the ids of cables that a source known as one turns out to hold besides."""
        known = self.ids.assignment(result.name)
        if known.id and len(result.documents) > 1 + len(known.further):
            self.ids = self.ids.assigned({result.name: (tuple(result.documents), result.sha256)}, today())
            files.write(self.edition.ids, self.ids.format())

    def job(self, name: str) -> SourceJob:
        return SourceJob(
            name, self.edition.transcript(name), self.ids.assignment(name), self.stated(name), self.decided(name)
        )

    def own(self, name: str) -> Context:
        """Return all that the conversion of one source depends on."""
        return replace(
            self.context,
            assignment=self.ids.assignment(name),
            particulars=self.stated(name),
            decisions=self.decided(name),
        )

    def stated(self, name: str) -> Particulars:
        return self.particulars.get(name, Particulars())

    def decided(self, name: str) -> dict[str, tuple[Decision, ...]]:
        return self.edition.decisions(self.ids.assignment(name))

    def settle(self, result: Converted, owners: dict[str, str], key: str) -> None:
        """Write what a source gave, except over an editor's work and over what another source gave."""
        found: list[Diagnostic] = []
        for document, tei in result.documents.items():
            owner = owners.setdefault(document, result.name)
            if owner != result.name:
                found.append(reports.given_twice(document, result.name, owner))
                continue
            digest = result.infosets[document]
            ours = self.written.is_ours(document, digest)
            if not (ours or self.force):
                self.outcome.kept.append(document)
                wrote = self.written.kept(document, tei, digest)
                found += reports.superseded(self.written.present(document), document, result, wrote=wrote)
                continue
            if not ours:
                self.found.append(self.written.aside(document))
            was = self.written.put(document, tei, digest, edited=not ours)
            found += [history.fallen(document, was)] if was else []
            self.outcome.converted.append(document)
        if not result.documents:
            self.outcome.refused.append(result.name)
        found += result.diagnostics
        mine = tuple(document for document in result.documents if owners[document] == result.name)
        self.done_sources[result.name] = Done(key, mine, tuple(in_order(found)))

    def publish(self) -> None:
        """Check and render what is due; pages last, because they name their neighbours."""
        keys = self.document_keys()
        documents = self.edition.documents()
        built = site.built(self.edition)
        due = plan.documents(keys, self.places(built), self.state, force=self.force)
        self.done_documents = {document: self.state.documents[document] for document in due.current}
        held = frozenset(self.outcome.held)
        work = (DocumentJob(d, documents[d], self.transcript(d), d in held) for d in due.due)
        whole = set.intersection(*(ids for place, ids in built.items() if place not in outputs.PLACES))
        if due.due:
            with self.pool(len(due.due)) as pool:
                for number, result in enumerate(pool.map(Worker.publish, work), 1):
                    self.checked(result, keys[result.id], earlier=result.id in whole - held)
                    self.progress("checking and rendering", number, len(due.due))
        readable = {document for document, done in self.done_documents.items() if done.documents}
        for path in site.surplus(self.edition, readable):
            files.remove(path)
            self.outcome.removed.append(path.relative_to(self.edition.build).as_posix())
        self.pages(self.links(sorted(readable)))
        together = outputs.make(
            self.edition,
            self.state,
            self.tools,
            self.wanted,
            jobs=self.jobs,
            force=self.force,
            progress=self.progress,
        )
        for self.whole, found in together:
            self.found += found

    def checked(self, result: Published, key: str, *, earlier: bool) -> None:
        """Write what was made of a document; one that cannot be read keeps what was made of it ``earlier``."""
        found, documents = result.diagnostics, (result.id,) if result.made or earlier else ()
        if result.made:
            site.put(self.edition, result.id, result.made, self.spared)
        elif earlier:
            found = tuple(replace(d, message=f"{d.message} ({_KEPT})") for d in found)
        self.done_documents[result.id] = Done(key, documents, found, result.infoset)

    def pages(self, links: Mapping[str, Mapping[str, str]]) -> None:
        """Make the pages that are due: where a document changed, or how its neighbours are called."""
        keys = self.page_keys(links)
        due = plan.pages(keys, site.paged(self.edition), self.state, force=self.force)
        self.done_pages = {document: self.state.pages[document] for document in due.current}
        documents = self.edition.documents()
        # The page of a file that cannot be read any more stays as it is.
        broken = {d for d, done in self.done_documents.items() if not done.infoset}
        stays = {d: self.state.pages[d] for d in broken if d in self.state.pages}
        self.done_pages |= stays
        work = [PageJob(d, documents[d], site.facts(self.edition, d), links[d]) for d in due.due if d not in stays]
        if not work:
            return
        with self.pool(len(work)) as pool:
            for number, result in enumerate(pool.map(Worker.page, work), 1):
                self.put(result, keys[result.id])
                self.progress("making pages", number, len(work))

    def put(self, result: Published, key: str) -> None:
        site.put(self.edition, result.id, result.made)
        self.outcome.rendered.append(result.id)
        # What print said of a document already is not said again.
        said = self.done_documents[result.id].diagnostics
        self.done_pages[result.id] = Done(key, (result.id,), tuple(d for d in result.diagnostics if d not in said))

    def transcript(self, document: str) -> bytes | None:
        name = self.ids.source_of(document, self.sources)
        return self.edition.transcript(name) if name else None

    def rows(self) -> list[Diagnostic]:
        """Return what is wrong with tables and their rows."""
        found = itertools.chain.from_iterable(self.edition.tables.problems.values())
        return [moved(problem, problem.location.path, f"source/{problem.location.path}") for problem in found]

    def placed(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Give all that was found in order, with paths and commands as seen from where the editor stands."""
        open_ = (diagnostic for diagnostic in found if not history.answered(diagnostic, self.edition.tei))
        return in_order(reports.placed(diagnostic, self.edition.folder) for diagnostic in open_)

    def save(self) -> None:
        self.written.complete({document: done.infoset for document, done in self.done_documents.items()})
        self.written.save()
        state = replace(self.whole, sources=self.done_sources, documents=self.done_documents, pages=self.done_pages)
        files.write(self.edition.build / "state.json", plan.write(state))

"""Release an edition: give what is ready a number and a day, and say of each document what changed.

Nothing that was released is forgotten: a document that is not there any more has to be accounted for, as withdrawn or
as known by another id, before the next release is made.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from teicable import files
from teicable.diagnostics import Diagnostic, Location
from teicable.edition import imprint, releases, versions
from teicable.edition.folder import Edition
from teicable.edition.history import below, status
from teicable.edition.releases import Change, Release, Releases, State, parts
from teicable.edition.worker import infoset
from teicable.edition.written import Written
from teicable.errors import TeicableError
from teicable.model.declaration import Editor
from teicable.xml.parse import parse

NOT_HIGHER, GONE, UNACCOUNTED, SMALL = "X501", "X502", "X503", "X504"
DRAFT = "draft"
_STEPS = ("major", "minor", "patch")
_STEP_OF = {releases.WITHDRAWN: 0, releases.MOVED: 0, releases.NEW: 1, releases.WORDS: 1, releases.RENAMED: 1}
_BECAUSE = {
    releases.WITHDRAWN: "documents were withdrawn",
    releases.MOVED: "documents have other ids",
    releases.NEW: "there are new documents",
    releases.RENAMED: "documents have other ids",
    releases.WORDS: "words changed",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the editor wants: number, who answers for it, day, why; reasons of withdrawal and new ids, by document."""

    number: str
    editor: Editor
    day: str
    why: str = ""
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Prepared:
    """A release that is ready to be written, or why there is none; and what is left out."""

    release: Release | None = None
    found: list[Diagnostic] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


def gone(edition: Edition, documents: set[str]) -> list[Diagnostic]:
    """Report documents of earlier releases that have no page any more, and of which nobody said why."""
    found = []
    for one in edition.releases.gone(documents):
        if one.last.kind in (releases.WITHDRAWN, releases.MOVED):
            continue
        message = f"release {one.had.number} has the document “{one.last.id}”, and the site has it no longer"
        hint = (
            "bring it back, or account for it when you release: `teicable release EDITION NUMBER --withdrawn "
            f"{one.last.id}=REASON`, or `--moved {one.last.id}=NEW-ID`; until then its page says that it is not here"
        )
        found.append(Diagnostic(GONE, message, Location(str(edition.folder / releases.NAME)), hint))
    return found


def prepare(edition: Edition, order: Order) -> Prepared:
    """Compare an edition with what it has released, and return the next release, or why there can be none.

    Raises:
        TeicableError: there is nothing to release.
    """
    prepared = Prepared()
    known, least = edition.releases, edition.manifest.least
    prepared.found += _number(edition, order)
    documents = edition.documents()
    states = {name: status(files.read(path)) for name, path in documents.items()}
    ready = {name for name, state in states.items() if state != DRAFT and not below(state, least)}
    prepared.drafts = sorted(documents.keys() - ready)
    if not ready and not known.all:
        hint = f"say that one is ready: `teicable status -e {edition.folder} ID candidate --by {order.editor.id}`"
        raise TeicableError(f"{edition.folder} has nothing to release: all its documents are drafts", hint)
    prepared.found += [
        Diagnostic(UNACCOUNTED, message, Location(str(edition.folder / releases.NAME)), hint)
        for message, hint in _unaccounted(known, order, ready, states)
    ]
    changes = list(_changes(edition, order, ready, prepared.found))
    order_of = {kind: place for place, kind in enumerate(releases.KINDS)}
    changes.sort(key=lambda change: (order_of[change.kind], change.id))
    if not any(one.code in (NOT_HIGHER, UNACCOUNTED) for one in prepared.found):
        prepared.found += _small(edition, order, changes)
    prepared.release = Release(
        order.number, order.day, order.editor.id, order.editor.name, order.why or _first(known), tuple(changes)
    )
    return prepared


def publish(edition: Edition, release: Release) -> list[Diagnostic]:
    """Write a release: into the headers of edited files, into ``edition.toml``, into ``releases.toml``, in this order.

    A run that is interrupted is taken up by releasing again. Return why it cannot be; then nothing was written.
    """
    path = edition.manifest.path
    manifest = imprint.stated(files.read(path), release.number, release.date)
    written = Written(edition)
    merged: dict[str, tuple[bytes, bytes]] = {}
    for document in edition.documents():
        present, base = written.present(document), written.base(document)
        if written.is_ours(document, ""):
            continue  # the next conversion writes the number
        stamps = [
            imprint.stamped(tei, str(edition.tei / f"{document}.xml"), release.number, release.date)
            for tei in (present, base or present)
        ]
        wrong = [one for one in stamps if isinstance(one, Diagnostic)]
        if wrong:
            return wrong
        made = [one for one in stamps if isinstance(one, bytes)]
        merged[document] = (made[0], made[1] if base else b"")
    for document, (tei, base) in merged.items():
        if base:
            written.merged(document, tei, base, infoset(base))
        else:
            files.write(edition.tei / f"{document}.xml", tei)
    written.save()
    files.write(path, manifest)
    files.write(edition.folder / releases.NAME, Releases((*edition.releases.all, release)).format())
    return []


def _first(known: Releases) -> str:
    return "" if known.all else "first published"


def _number(edition: Edition, order: Order) -> Iterator[Diagnostic]:
    """Refuse a number that does not come after the last."""
    last = edition.releases.last
    if last and parts(order.number) <= parts(last.number):
        major, minor, patch = parts(last.number)
        message = f"{order.number} does not come after {last.number}, the last release"
        hint = f"the next can be {major}.{minor}.{patch + 1}, {major}.{minor + 1}.0 or {major + 1}.0.0"
        yield Diagnostic(NOT_HIGHER, message, Location(str(edition.folder / releases.NAME)), hint)
    elif last and order.day < last.date:
        message = f"a release of {order.day} cannot follow one of {last.date}"
        yield Diagnostic(
            NOT_HIGHER, message, Location(str(edition.folder / releases.NAME)), "give a later day with --date"
        )


def _unaccounted(
    known: Releases, order: Order, ready: set[str], states: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the account of documents that were released and are not, with a hint each."""
    current, told = known.current(), {**order.withdrawn, **order.moved}
    for name in sorted(current.keys() - ready - told.keys()):
        had = f"the document “{name}” was released"
        if name in states:
            hint = (
                "set its state again with `teicable status`, or take its file and its transcript away and withdraw it"
            )
            yield f"{had} and is {'a draft' if states[name] == DRAFT else states[name]} now", hint
        else:
            hint = f"bring it back, or add --withdrawn {name}=REASON, or --moved {name}=NEW-ID"
            yield f"{had} and is not in tei/ any more", hint
    for name in sorted(told):
        if name not in current:
            near = difflib.get_close_matches(name, sorted(current), 1)
            yield f"no release has a document “{name}”", f"did you mean “{near[0]}”?" if near else ""
        elif name in states:
            hint = "take away its TEI file, and its transcript, from which it would be made again"
            yield f"the document “{name}” is to leave the edition, and tei/{name}.xml is still there", hint
    for name, new in sorted(order.moved.items()):
        if new not in ready:
            hint = f"there has to be a file tei/{new}.xml, and it may not be a draft"
            yield f"“{name}” is said to be known as “{new}” now, which is not released", hint


def _changes(edition: Edition, order: Order, ready: set[str], found: list[Diagnostic]) -> Iterator[Change]:
    """Yield what is new, changed or gone."""
    current, documents = edition.releases.current(), edition.documents()
    earlier = {new: old for old, new in order.moved.items() if old in current}
    for name in sorted(ready):
        tree = parse(files.read(documents[name]), str(documents[name]))
        if isinstance(tree, Diagnostic):
            found.append(tree)
            continue
        before = current.get(earlier.get(name, name))
        after, title = versions.state(tree.getroot()), versions.title(tree.getroot())
        kind = versions.change(before.state, after) if before else releases.NEW
        kind = kind or (releases.RENAMED if name in earlier else "")
        changed = versions.places(before.state.blocks, after.blocks) if before and kind == releases.WORDS else ()
        if kind:
            yield Change(name, kind, title, changed, state=after)
    for name, why in order.withdrawn.items():
        if name in current:
            yield Change(name, releases.WITHDRAWN, current[name].title, why=why, state=State())
    for name, new in order.moved.items():
        if name in current:
            yield Change(name, releases.MOVED, current[name].title, to=new)


def _small(edition: Edition, order: Order, changes: list[Change]) -> Iterator[Diagnostic]:
    """Remark that a step is smaller than what changed usually gets; the editor decides."""
    last = edition.releases.last
    if last is None:
        return
    pairs = zip(parts(last.number), parts(order.number), strict=True)
    step = next(place for place, (before, after) in enumerate(pairs) if before != after)
    usual = min(((_STEP_OF.get(change.kind, 2), change.kind) for change in changes), default=(2, ""))
    if usual[0] < step:
        message = f"{last.number} to {order.number} is a {_STEPS[step]} step, and {_BECAUSE[usual[1]]}"
        hint = f"that is usually a {_STEPS[usual[0]]} step; whether it is one here is yours to say"
        yield Diagnostic(SMALL, message, Location(str(edition.folder / releases.NAME)), hint)

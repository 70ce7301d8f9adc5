"""The state of a document and the history of its file: an editor's word, which conversion keeps.

``revisionDesc`` says how far a document has come and who did what to it. It says nothing of the words: a file in which
nothing else was changed is not an edited one (`worker.infoset` leaves it out), and one that is converted anew keeps
what stands there. If the words of an approved document change, it falls back to a candidate, and its history says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from teicable import files
from teicable.diagnostics import Diagnostic, Edit, Location
from teicable.edition.clock import today
from teicable.model.declaration import STATES
from teicable.tei.decode import decode
from teicable.tei.mixed import TEI, get
from teicable.tei.serialize import serialize
from teicable.validation.edits import given
from teicable.validation.mend import edited as edited_text
from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded, encoded

FALLEN = "X209"
APPROVED = ("approved", "published")
"""States that are given to words: where these change, they fall."""
_STATUS = re.compile(rb"<revisionDesc\b[^<>]*?\bstatus\s*=\s*[\"'](\w+)[\"']")
_PART = re.compile(rb"<revisionDesc\b.*</revisionDesc>", re.DOTALL)
_FALLEN = "the words changed with the transcript; {} before"


@dataclass(frozen=True, slots=True)
class State:
    """How far a document has come, and the last that was done to its file: when, by whom, what."""

    status: str = ""
    when: str = ""
    who: str = ""
    what: str = ""


def status(tei: bytes) -> str:
    """Return how far a document has come, without reading all of its file; empty where that cannot be seen."""
    found = _STATUS.search(tei)
    if found:
        return found[1].decode("ascii", "replace")
    tree = parse(tei)
    return "" if isinstance(tree, Diagnostic) else state(tree.getroot()).status


def below(status: str, least: str) -> bool:
    """Tell whether a state comes before another; one that is not known comes before none."""
    return bool(least) and status in STATES and STATES.index(status) < STATES.index(least)


def held(documents: Mapping[str, Path], least: str) -> list[str]:
    """Return the documents that have not come as far as is wanted."""
    return [one for one, path in documents.items() if least and below(status(files.read(path)), least)]


def state(root: etree._Element) -> State:
    """Return how far a document has come, and the last that was done."""
    revision = _revision(root)
    if revision is None:
        return State()
    changes = _changes(revision)
    last = changes[0 if _newest_first(changes) else -1] if changes else None
    if last is None:
        return State(get(revision, "status"))
    who = " ".join(name.lstrip("#") for name in get(last, "who").split())
    words = " ".join("".join(map(str, last.itertext())).split())
    return State(get(revision, "status"), get(last, "when"), who, words)


def carried(present: bytes, tei: bytes, *, edited: bool = False) -> tuple[bytes, str]:
    """Return ``tei`` with the history of the file that it replaces, and from which state the document fell back.

    ``edited`` says that the file has an editor's work, which the new one has not. A file into which a new conversion
    was merged may be given as ``tei`` too: it has the history already, and may have to fall back.
    """
    same = _PART.findall(present) == _PART.findall(tei)
    if same and status(present) not in APPROVED:
        return tei, ""
    old, new = parse(present), parse(tei)
    if isinstance(old, Diagnostic) or isinstance(new, Diagnostic):
        return tei, ""
    kept, made = _revision(old.getroot()), _revision(new.getroot())
    header = made.getparent() if made is not None else None
    if kept is None or made is None or header is None:
        return tei, ""
    was = get(kept, "status")
    falls = was in APPROVED and (edited or _words(old) != _words(new))
    if not same:
        header.replace(made, deepcopy(kept))
        tei = serialize(new.getroot())
    if falls:
        when = max([today(), *(get(change, "when") for change in _changes(kept))])
        fallen = marked(tei, "", "candidate", "teicable", when, _FALLEN.format(was))
        tei, was = (tei, "") if isinstance(fallen, Diagnostic) else (fallen, was)
    return tei, was if falls else ""


def fallen(document: str, was: str) -> Diagnostic:
    """Report that a document fell back."""
    message = f"it was {was}, and its words changed when its transcript was converted anew: it is a candidate again"
    hint = f"see what changed, then `teicable status -e EDITION {document} {was} --by …`"
    return Diagnostic(FALLEN, message, Location(f"tei/{document}.xml"), hint)


def answered(diagnostic: Diagnostic, folder: Path) -> bool:
    """Tell whether an editor has given a document that fell back another state since."""
    path = folder / Path(diagnostic.location.path).name
    return diagnostic.code == FALLEN and (not path.is_file() or status(files.read(path)) != "candidate")


def marked(tei: bytes, path: str, status: str, who: str, when: str, why: str) -> bytes | Diagnostic:
    """Return a file with another state and a change that tells of it; all else stays to the byte.

    ``G001`` the file cannot be read, ``X210`` it has no history, or one that ends later.
    """
    tree = parse(tei, path)
    if isinstance(tree, Diagnostic):
        return tree
    places = Places(tree, path, tei)
    revision = _revision(tree.getroot())
    changes = _changes(revision) if revision is not None else []
    if revision is None or not changes:
        example = f'<revisionDesc status="draft"><change who="#{who}" when="{when}">…</change></revisionDesc>'
        hint = f"write it before </teiHeader>: {example}"
        return Diagnostic("X210", "the header has no history (revisionDesc with a change)", Location(path, 1), hint)
    last = max((get(change, "when") for change in changes), default="")
    if when < last:
        message = f"a change of {when} cannot follow one of {last}"
        return Diagnostic(
            "X210", message, places.of(revision), "give the day of the change with --date, or correct the other"
        )
    span = places.span(revision, "status")
    added = given(places, revision, "status", status)
    first = _newest_first(changes)
    beside = places.tag(changes[0 if first else -1])
    if beside is None or (span[0] < 0 and added is None):
        return Diagnostic(
            "X210", "the history cannot be edited where it stands", places.of(revision), "edit it by hand"
        )
    words = f'<change who="#{who}" when="{when}">{escape(why)}</change>'
    indent = places.indent(beside.start)
    change = (
        Edit(beside.start, beside.start, words + indent) if first else Edit(beside.after, beside.after, indent + words)
    )
    state = [Edit(*span, status)] if span[0] >= 0 else list(added.edits if added else ())
    return encoded(edited_text(decoded(tei), [*state, change]), tei)


def _revision(root: etree._Element) -> etree._Element | None:
    return root.find(f"{{{TEI}}}teiHeader/{{{TEI}}}revisionDesc")


def _changes(revision: etree._Element) -> list[etree._Element]:
    return list(revision.iterchildren(f"{{{TEI}}}change"))


def _newest_first(changes: Sequence[etree._Element]) -> bool:
    """Tell whether a history begins with what was done last."""
    dates = [when for change in changes if (when := get(change, "when"))]
    return len(dates) > 1 and dates[0] > dates[-1]


def _words(tree: etree._ElementTree) -> str:
    return decode(tree.getroot()).text

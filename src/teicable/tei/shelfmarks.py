"""Write where the original and its copies lie, and what is told of their provenance."""

from __future__ import annotations

from teicable.model.annotation import Basis, Certainty
from teicable.model.record import CableRecord, Shelfmark
from teicable.tei.mixed import Element, child, text

_LABELS = {"fond": "f.", "opis": "op.", "delo": "d.", "papka": "p.", "list": "l."}


def identifier(description: Element, record: CableRecord) -> None:
    """Append ``msIdentifier``: the first shelfmark, and each further one as that of a copy."""
    element = child(description, "msIdentifier")
    first = record.shelfmarks[0] if record.shelfmarks else Shelfmark("")
    _repository(element, first, record.resp)
    _shelfmark(element, first, record.resp)
    for copy in record.shelfmarks[1:]:
        if copy.parts or copy.rest:
            alternative = child(element, "altIdentifier", {"type": "copy"})
            _repository(alternative, copy, record.resp)
            _shelfmark(alternative, copy, record.resp)


def history(description: Element, record: CableRecord) -> None:
    """Append ``history`` where a provenance is told in prose."""
    if record.provenance:
        element = child(description, "history")
        for fact in record.provenance:
            resp = f"#{record.resp}" if fact.basis is Basis.EDITOR else "#archive"
            child(element, "provenance", {"resp": resp}, fact.value)


def _repository(parent: Element, mark: Shelfmark, editor: str) -> None:
    if mark.repository:
        certainty = "" if mark.certainty is Certainty.HIGH else str(mark.certainty)
        child(parent, "repository", {"resp": _resp(mark, editor), "cert": certainty}, mark.repository)
    else:
        child(parent, "repository", {"resp": "#teicable"}, "not stated")


def _resp(mark: Shelfmark, editor: str) -> str:
    return f"#{editor}" if mark.basis is Basis.EDITOR else ""


def _shelfmark(parent: Element, mark: Shelfmark, editor: str) -> None:
    """Append the shelfmark in normal form: short labels, parts in the order of the source, then what has no kind."""
    if not (mark.parts or mark.rest):
        return
    idno = child(parent, "idno", {"type": "shelfmark", "resp": _resp(mark, editor)})
    for index, (kind, value) in enumerate(mark.parts):
        several = kind == "list" and any(sign in value for sign in "-–—,")
        text(idno, f"{', ' if index else ''}{'ll.' if several else _LABELS[kind]} ")
        child(idno, "idno", {"type": kind}, value)
    if mark.rest:
        text(idno, f"{', ' if mark.parts else ''}{mark.rest}")

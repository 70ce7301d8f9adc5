"""What has to hold before an edition is deposited: nothing is passed on that nobody allowed, and nobody is invented."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from teicable.diagnostics import Diagnostic, Location
from teicable.model.declaration import Declaration

_SHOWN = 5
_CC_BY = re.compile(r"https?://creativecommons\.org/licenses/by/4\.0(/(deed|legalcode)(\.\w+)?)?/?")


def unmet(declaration: Declaration, path: str) -> list[Diagnostic]:
    """Return which statements of ``edition.toml``, at ``path``, a repository would lack (``D001`` to ``D004``)."""
    where = Location(path)
    found: list[Diagnostic] = []
    if not declaration.licence:
        hint = "state `uri` below `[licence]`; it holds for the encoding alone, not for the documents"
        found.append(Diagnostic("D001", "the edition states no licence for its encoding", where, hint))
    if not any(editor.role.lower() in ("", "editor") for editor in declaration.editors):
        hint = "name an `[[editor]]`; a repository takes nothing that is by nobody"
        found.append(Diagnostic("D002", "the edition names no editor", where, hint))
    if not declaration.publisher:
        found.append(Diagnostic("D003", "the edition names no publisher", where, "state `publisher` below `[edition]`"))
    if not declaration.date:
        found.append(
            Diagnostic("D004", "the edition has no date of publication", where, "state `date` below `[edition]`")
        )
    return found


def unindexed(declaration: Declaration, path: str) -> list[Diagnostic]:
    """Return why a package has no index of correspondence (``D008``); ``modules/harvestable.xsl`` says the same."""
    if not declaration.address:
        why = "the edition states no address, to which its entries would lead"
        hint = "state `address` below `[edition]`"
    elif not _CC_BY.fullmatch(declaration.licence):
        stated = f"licensed under “{declaration.licence}”" if declaration.licence else "not licensed at all"
        why = f"CMIF is given under CC BY 4.0 alone, and the encoding is {stated}"
        hint = "nothing is to be done, unless you want correspSearch to list your documents under that licence"
    else:
        return []
    message = f"the package has no index of correspondence (metadata/cmif.xml): {why}"
    return [Diagnostic("D008", message, Location(path), hint)]


def left_out(drafts: Iterable[str], path: str) -> list[Diagnostic]:
    """Return that documents are no part of the package, because they are drafts (``D007``)."""
    names = list(drafts)
    if not names:
        return []
    message = f"{_counted(names)} left out: {'a draft' if len(names) == 1 else 'drafts'} ({_listed(names)})"
    hint = "`teicable status -e EDITION DOCUMENT approved --by ed1` says that a document may go out"
    return [Diagnostic("D007", message, Location(path), hint)]


def chosen(documents: Collection[str], permitted: Collection[str], path: str) -> list[Diagnostic]:
    """Return what is to be told of the documents: there is none (``D005``), or its words are not given (``D006``)."""
    if not documents:
        hint = "a document has to be a candidate at least: `teicable status EDITION candidate --by ed1`"
        return [Diagnostic("D005", "there is no document to deposit", Location(path), hint)]
    closed = [name for name in documents if name not in permitted]
    if not closed:
        return []
    message = f"{_counted(closed)} described, but not passed on: nobody says that the words may be ({_listed(closed)})"
    hint = 'where the holders of rights allow it, state text = "permitted" below `[rights]`'
    return [Diagnostic("D006", message, Location(path), hint)]


def _counted(names: list[str]) -> str:
    return "1 document is" if len(names) == 1 else f"{len(names)} documents are"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")

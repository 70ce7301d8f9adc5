"""``teicable status``: how far the documents have come, and an editor's word that one has come further."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Report, end, reported
from teicable.commands.signing import day_of, editor_of
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import counted
from teicable.errors import TeicableError

if TYPE_CHECKING:
    from teicable.edition.history import State

_MOST = 60


@click.command()
@click.argument("arguments", nargs=-1, required=True, metavar="EDITION|FILE|ID... [STATUS]")
@click.option(
    "-e", "--edition", type=click.Path(path_type=Path), help="The edition that ids are of; else the folder you are in."
)
@click.option("--by", metavar="EDITOR", help="Who says so: the id of an editor in edition.toml.")
@click.option("-m", "--message", metavar="WHY", help="What was done or why; stands in the history of the file.")
@click.option("--date", metavar="DAY", help="The day, such as 2026-05-14; by default today.")
@click.option("--json", "as_json", is_flag=True, help="Print the states as JSON, one object a document.")
@reported
def command(
    arguments: tuple[str, ...],
    edition: Path | None,
    by: str | None,
    message: str | None,
    date: str | None,
    as_json: bool,
    report: Report,
) -> None:
    """Show how far documents have come, or say that they have come further.

    The states are draft (converted), candidate (reviewed), approved and published; `revisionDesc` in the header has
    them, with a dated change for each. With a state as the last argument it is set in the documents named, and a change
    says who did it and when; everything else in the file stays to the byte. A file whose state was set does not count
    as edited: it is still converted anew when its transcript changes, and keeps its state, unless its words change.
    Then an approved document is a candidate again, and you are told so (X209).

    \b
    Examples:
      teicable status my-edition
      teicable status -e my-edition cable-1950-05-14-8600 approved --by ed1 -m "compared with the page"
      teicable status my-edition/tei/cable-1950-05-14-8600.xml candidate --by ed1 --date 2026-05-14
      teicable status my-edition published --by ed1      all documents of an edition
      teicable build my-edition --min-status approved
    """
    from teicable.model.declaration import STATES

    *named, last = arguments
    if last in STATES and named:
        if as_json:
            raise click.UsageError("--json goes with a list")
        _set(named, last, edition, by, message, date, report)
        return
    if by or message or date:
        known = ", ".join(STATES)
        raise TeicableError(f"“{last}” is no state", f"the state comes last: {_near(last, STATES) or known}")
    _list([_path(name, edition) for name in arguments], as_json, report)


def _list(paths: Iterable[Path], as_json: bool, report: Report) -> None:
    """Print the states of documents as a table, or as JSON."""
    from teicable import files
    from teicable.edition.folder import documents
    from teicable.edition.history import state
    from teicable.model.declaration import STATES
    from teicable.xml.parse import parse

    rows: list[tuple[Path, State]] = []
    found: list[Diagnostic] = []
    for path in documents(paths):
        tree = parse(files.read(path), str(path))
        if isinstance(tree, Diagnostic):
            found.append(tree)
        else:
            rows.append((path, state(tree.getroot())))
    if as_json:
        click.echo(
            json.dumps([{"id": p.stem, "file": str(p), **asdict(s)} for p, s in rows], ensure_ascii=False, indent=2)
        )
    else:
        width = max((len(path.stem) for path, _ in rows), default=0)
        who = max((len(state.who) for _, state in rows), default=0)
        for path, said in rows:
            what = said.what if len(said.what) <= _MOST else said.what[: _MOST - 1] + "…"
            click.echo(
                f"{path.stem:<{width}}  {said.status or '—':<9}  {said.when:<10}  {said.who:<{who}}  {what}".rstrip()
            )
    report.show(found)
    counts = Counter(said.status or "no state" for _, said in rows)
    report.say(
        ", ".join(f"{counts[name]} {name}" for name in (*STATES, *sorted(counts.keys() - set(STATES))) if counts[name])
    )
    end(found)


def _set(
    names: Iterable[str],
    status: str,
    folder: Path | None,
    by: str | None,
    message: str | None,
    date: str | None,
    report: Report,
) -> None:
    """Set the state of documents of one edition; a file that stands in the way is told and left as it is."""
    from teicable import files
    from teicable.edition.folder import documents, open_edition
    from teicable.edition.promotion import promote

    paths = documents(_path(name, folder) for name in names)
    homes = {path.resolve().parent.parent for path in paths}
    if len(homes) > 1:
        raise TeicableError("the documents are of several editions", "set the states of one edition at a time")
    edition = open_edition(_shown(paths[0], homes.pop()))
    day = day_of(date)
    editor = editor_of(edition, by)
    why = " ".join(message.split()) if message else f"{status} now"
    with files.locked(edition.build / ".lock", f"is already building {edition.folder}"):
        result = promote(edition, paths, status, editor, day, why)
        for path, tei in result.wanted.items():
            # A link stays a link: what it leads to is written.
            files.write(path.resolve(), tei)
    for path in result.wanted:
        report.detail(f"{path.stem} is {status}")
    report.show(result.found)
    same = f", {len(result.same)} {'was' if len(result.same) == 1 else 'were'} so before" if result.same else ""
    if result.wanted or result.same:
        report.say(f"{counted(len(result.wanted), 'document is', 'documents are')} {status} now{same}")
    end(result.found)


def _path(name: str, edition: Path | None) -> Path:
    """Return the file or folder that a name stands for: a path, or an id in an edition."""
    path = Path(name)
    home = edition or Path()
    document = home / "tei" / f"{name.removesuffix('.xml')}.xml"
    if document.is_file() and (edition or not path.exists()):
        return document
    if path.exists():
        return path
    known = [found.stem for found in sorted((home / "tei").glob("*.xml"))]
    near = _near(name, known)
    where = f"in {edition}" if edition else "here, and no file or edition"
    raise TeicableError(
        f"there is no document “{name}” {where}",
        near or "name the edition with -e, or the file; `teicable status EDITION` lists ids",
    )


def _shown(path: Path, home: Path) -> Path:
    """Return the folder of an edition as the editor named it."""
    shown = path.parent.parent
    return shown if shown.resolve() == home else home


def _near(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean “{near[0]}”?" if near else ""

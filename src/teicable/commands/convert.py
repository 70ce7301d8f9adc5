"""``teicable convert``: from transcripts to TEI."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted
from teicable.errors import TeicableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teicable.conversion import Context, Conversion
    from teicable.diagnostics import Diagnostic
    from teicable.edition.folder import Edition

STDIN = "-"


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "-e",
    "--edition",
    type=click.Path(path_type=Path),
    help="Use its authority files and ids; without -o, sources in its folder source are written to its folder tei.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for the TEI files.")
@click.option("--dump", type=click.Path(path_type=Path, file_okay=False), help="Folder for what each stage made.")
@click.option("--diff", "as_diff", is_flag=True, help="With -e: show what conversion would change, and write nothing.")
@click.option("--force", is_flag=True, help="Overwrite files that exist, edited ones too.")
@click.option("--encoding", default="", help="How the sources are encoded, if not in UTF-8.")
@click.option("--max-size", type=click.IntRange(1), default=8_000_000, show_default=True, help="Refuse more bytes.")
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@reported
def command(
    sources: tuple[str, ...],
    edition: Path | None,
    output: Path | None,
    dump: Path | None,
    as_diff: bool,
    force: bool,
    encoding: str,
    max_size: int,
    strict: bool,
    report: Report,
) -> None:
    """Turn transcripts into TEI. A source is a file, or - for standard input.

    One source without -o and -e is written to standard output. What is reported goes to standard error.

    \b
    Examples:
      teicable convert cable.txt > cable.xml
      teicable convert *.txt -o tei
      teicable convert my-edition/source/*.txt -e my-edition
      teicable convert cable.txt --dump stages -o tei
      teicable convert -e my-edition --diff       what a build would change in TEI
    """
    from teicable.conversion import Context
    from teicable.readers.encoding import EXAMPLES, known
    from teicable.readers.table import EXTENSIONS

    if encoding and not known(encoding):
        raise TeicableError(f"there is no encoding “{encoding}”", EXAMPLES)
    opened = _opened(edition).encoded(encoding) if edition else None
    if as_diff:
        if opened is None or output or dump or force:
            raise click.UsageError("--diff goes with -e, and writes nothing")
        _differences(opened, sources, report)
        return
    if not sources:
        raise click.UsageError("Missing argument 'SOURCE...'.")
    if len(sources) > 1 and not (opened or output):
        raise TeicableError("several sources need a folder for the TEI files", "name it with -o, or an edition with -e")
    for source in sources:
        if source != STDIN and Path(source).is_dir():
            raise TeicableError(f"{source} is a folder", _instead(Path(source)))
        if Path(source).suffix.lower() in EXTENSIONS and not (opened or output):
            raise TeicableError(f"{source} is a table, one cable a row", "name a folder for the TEI files with -o")
    context = Context(encoding=encoding, max_size=max_size)
    found: list[Diagnostic] = []
    if opened:
        authorities, problems = opened.authorities
        if problems and output:
            raise TeicableError(
                f"{problems[0].location}: {problems[0].message}", f"{problems[0].hint}; nothing was done"
            )
        context = replace(
            context,
            authorities=authorities,
            declaration=opened.manifest.declaration,
            vocabularies=opened.vocabularies,
        )
    if opened and not output:
        found += _within(opened, sources, context, dump, force, report)
    else:
        found += _outside(opened, sources, context, output, dump, force, report)
    report.show(found)
    if opened or output or found:
        report.summarise(found, f"converted {counted(len(sources), 'source', 'sources')}")
    end(found, strict=strict)


def _opened(edition: Path) -> Edition:
    from teicable.edition.folder import open_edition

    return open_edition(edition)


def _differences(edition: Edition, sources: tuple[str, ...], report: Report) -> None:
    """Show what conversion gives otherwise than when it last wrote, of all sources or those named."""
    from teicable.edition import run
    from teicable.edition.written import Written
    from teicable.validation.mend import diff

    written, changed = Written(edition), 0
    names = [name for source in sources for name in _names_in(edition, source)] or list(edition.sources())
    for result in run.now(edition, names):
        for document, tei in sorted(result.documents.items()):
            before = written.base(document) or written.present(document)
            told = diff(before, tei, str(edition.tei / f"{document}.xml"))
            changed += bool(told)
            report.changes(told)
    report.say(f"{counted(changed, 'document', 'documents')} would change; nothing was written")


def _within(
    edition: Edition, sources: tuple[str, ...], context: Context, dump: Path | None, force: bool, report: Report
) -> list[Diagnostic]:
    """Convert sources of an edition into its folder tei, with all that protects an editor's work."""
    from teicable.edition import run

    names = [name for source in sources for name in _names_in(edition, source)]
    for name in names if dump else []:
        _dump(dump, name, _convert(name, edition.transcript(name), context, edition, name, stages=True))
    with Progress(report) as progress:
        outcome = run.convert(edition, names, context, force=force, progress=progress)
    for document in outcome.converted:
        report.detail(f"wrote {edition.tei / f'{document}.xml'}")
    return outcome.diagnostics


def _outside(
    edition: Edition | None,
    sources: tuple[str, ...],
    context: Context,
    output: Path | None,
    dump: Path | None,
    force: bool,
    report: Report,
) -> list[Diagnostic]:
    """Convert sources one by one into a folder, or a single one to standard output."""
    from teicable import files
    from teicable.diagnostics import Diagnostic, Location, moved

    found: list[Diagnostic] = []
    given = context
    with Progress(report) as progress:
        for number, (source, name, data) in enumerate(_read(sources, context, found), 1):
            known = _known(edition, source)
            if not known and source != STDIN:
                context, told = _beside(Path(source), given)
                found += told
            result = _convert(name, data, context, edition, known, stages=dump is not None)
            found += [moved(d, name, source if source != STDIN else name) for d in result.diagnostics]
            _dump(dump, name, result)
            if output is None and len(result.files) > 1:
                message = f"{source} holds {len(result.files)} cables, which are as many files"
                raise TeicableError(message, "name a folder for them with -o")
            for document, tei in result.files.items():
                if output is None:
                    sys.stdout.buffer.write(tei)
                    continue
                target = output / f"{document}.xml"
                present = files.read(target) if target.is_file() else b""
                same = not present or _same(present, tei)
                if not (same or force):
                    message = f"it holds other text than “{source}” now gives, and was kept"
                    found.append(Diagnostic("X204", message, Location(str(target)), "overwrite it with --force"))
                else:
                    files.write(target, _kept(present, tei, edited=not same) if present else tei)
                    report.detail(f"wrote {target}")
            progress("converting", number, max(number, len(sources)))
    return found


def _beside(path: Path, context: Context) -> tuple[Context, list[Diagnostic]]:
    """Return the context with the encoding that is stated beside a file, and a note on what else is (``M002``)."""
    from teicable.diagnostics import Diagnostic, Location
    from teicable.edition import particulars
    from teicable.model.declaration import Particulars

    encoding, others, place = particulars.beside(path)
    if encoding:
        context = replace(context, particulars=Particulars(encoding=encoding))
    if not others:
        return context, []
    message = f"it states {', '.join(others)} of “{path.name}”, which is not taken over: no edition names who states it"
    hint = "put both into the folder source of an edition, and convert them with -e EDITION"
    return context, [Diagnostic("M002", message, Location(place), hint)]


def _read(sources: tuple[str, ...], context: Context, found: list[Diagnostic]) -> Iterator[tuple[str, str, bytes]]:
    """Yield path, name and bytes of each source, and of each row of a table; what is wrong with others is ``found``."""
    from teicable import files
    from teicable.diagnostics import moved
    from teicable.readers.table import MARK, Row, Table, is_table

    for source in sources:
        path = Path(source)
        if source == STDIN:
            yield source, "stdin", sys.stdin.buffer.read()
        elif not is_table(path):
            yield source, path.name, files.read(path)
        else:
            table = Table(path, path.name, context.declaration.columns, context.reads)
            for row in table.rows():
                if isinstance(row, Row):
                    yield f"{source}{MARK}{row.name.partition(MARK)[2]}", row.name, table.read(row)
                else:
                    found.append(moved(row, path.name, source))


def _same(one: bytes, other: bytes) -> bool:
    """Tell whether two TEI files say the same, whatever their indentation."""
    from teicable.edition.worker import infoset

    return infoset(one) == infoset(other)


def _kept(present: bytes, tei: bytes, *, edited: bool) -> bytes:
    """Return a TEI file with the state and history of the file that it replaces."""
    from teicable.edition import history

    return history.carried(present, tei, edited=edited)[0]


def _known(edition: Edition | None, source: str) -> str:
    """Return the name that a source has in an edition, or an empty string."""
    if edition is None or source == STDIN or not _inside(edition, Path(source)):
        return ""
    return Path(source).resolve().relative_to(edition.source.resolve()).as_posix()


def _convert(
    name: str, data: bytes, context: Context, edition: Edition | None, known: str, *, stages: bool
) -> Conversion:
    """Convert a source, called ``known`` in an edition, where it is in one."""
    from teicable.conversion import convert

    if edition and known:
        from teicable.edition.contexts import Contexts

        context = Contexts(edition, context).of(known)
    return convert(name, data, context, stages=stages)


def _dump(folder: Path | None, name: str, result: Conversion) -> None:
    from teicable import files

    for stage, content in result.stages.items():
        assert folder is not None
        files.write(folder / _folder_of(name) / (stage if "." in stage else f"{stage}.txt"), content.encode("utf-8"))


def _folder_of(name: str) -> str:
    """Return the folder for what was made of a source: its name, or that of its table with the id of the row."""
    from teicable.readers.table import MARK, table_of

    table = table_of(name)
    row = name.removeprefix(f"{table}{MARK}")
    return f"{Path(table).stem}-{''.join(c if c.isalnum() else '-' for c in row)}" if table else Path(name).stem


def _instead(folder: Path) -> str:
    """Say what to run where a folder is named as a source."""
    if (folder / "edition.toml").is_file():
        return f"it is an edition: `teicable build {folder}` converts all its sources"
    return f"name the transcripts in it, for instance `teicable convert {folder.as_posix()}/*.txt -o tei`"


def _inside(edition: Edition, path: Path) -> bool:
    return path.resolve().is_relative_to(edition.source.resolve())


def _names_in(edition: Edition, source: str) -> list[str]:
    """Return the name of a source in an edition, or those of the rows of a table."""
    from teicable.readers.table import is_table, table_of

    path = Path(source)
    if table_of(path.name) and _inside(edition, path) and edition.tables.read(_known(edition, source)) is not None:
        return [_known(edition, source)]
    if source == STDIN or not _inside(edition, path):
        raise TeicableError(
            f"{source} is not in {edition.source}", "copy it there, or name a folder for the TEI with -o"
        )
    if not path.is_file():
        raise TeicableError(f"there is no file {source}", f"see what stands in {edition.source}")
    name = path.resolve().relative_to(edition.source.resolve()).as_posix()
    return list(edition.tables.scan(name)) if is_table(path) else [name]

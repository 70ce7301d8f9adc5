"""``teicable prove``: rebuild the source from the TEI alone, and compare."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Progress, Report, coloured, end, reported
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import as_dict
from teicable.errors import TeicableError

if TYPE_CHECKING:
    from teicable.validation.proofs import Proof

_COLOURS = {"proved": "\033[32m", "differs": "\033[31m", "cannot be told": "\033[33m"}
_PLAIN = "\033[0m"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|EDITION...")
@click.option("--json", "as_json", is_flag=True, help="Print the proofs as JSON, one object a file.")
@click.option("--text", "as_text", is_flag=True, help="Print the text of the source as rebuilt from the file.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="With --text: folder for one file a document.")
@reported
def command(paths: tuple[Path, ...], as_json: bool, as_text: bool, output: Path | None, report: Report) -> None:
    """Prove that no word of a transcript was lost, added or changed.

    The text of the transcript is rebuilt from the TEI file alone and its SHA-256 compared with the one that the header
    states since the conversion; the transcript itself is not needed. The proof holds while a file is edited: a
    correction keeps what the source has in `sic`, and words of your own carry your `resp`. Where the transcript is in
    the edition, a failing proof shows where the two part; without it, what in the file may be why.

    Of an edition it is also proved that its files together have every line of every source.

    \b
    Examples:
      teicable prove my-edition
      teicable prove my-edition/tei/cable-1950-05-14-8600.xml
      teicable prove --json my-edition > proofs.json
      teicable prove --text cable.xml | sha256sum      the checksum in the header, by another program
      teicable prove --text my-edition -o rebuilt
    """
    from teicable import files
    from teicable.edition.folder import documents
    from teicable.edition.manifest import declared
    from teicable.edition.written import NAME as WRITTEN
    from teicable.validation.neighbourhood import Neighbourhood
    from teicable.validation.proofs import prove

    if output and not as_text:
        raise click.UsageError("-o goes with --text")
    if as_text and as_json:
        raise click.UsageError("choose --json or --text")
    todo = documents(paths)
    if as_text and not output and len(todo) > 1:
        raise TeicableError(f"{len(todo)} texts would run into each other", "name a folder for them with -o")
    around = Neighbourhood(declared=declared)
    proofs: list[Proof] = []
    with Progress(report) as progress:
        for number, path in enumerate(todo, 1):
            copy = path.parent / WRITTEN / path.name
            kept = files.read(copy) if copy.is_file() else b""
            proofs.append(prove(files.read(path), str(path), around.sources(path), kept))
            progress("proving", number, len(todo))
    found = [one for path in paths for one in _whole(path, proofs)]
    found = [*around.diagnostics, *found]
    if as_json:
        click.echo(json.dumps([_object(proof) for proof in proofs], ensure_ascii=False, indent=2))
        report.show(found)
    else:
        _tell(proofs, report, out=not as_text or output is not None)
        report.show(found, out=not as_text or output is not None)
    if as_text:
        _write(proofs, output, report)
    counts = Counter(str(proof.verdict) for proof in proofs)
    report.say(", ".join(f"{counts[verdict]} {verdict}" for verdict in _COLOURS if counts[verdict]))
    end([*found, *(one for proof in proofs for one in proof.found)], strict=False)
    if counts["differs"]:
        click.get_current_context().exit(1)


def _tell(proofs: Iterable[Proof], report: Report, *, out: bool) -> None:
    """Print one line a file, and below one that failed where it does and what to do."""
    from teicable.validation.proofs import Verdict, advice

    stream = sys.stdout if out else sys.stderr
    for proof in proofs:
        if report.quiet and proof.verdict is Verdict.PROVED and not proof.found:
            continue
        verdict = f"{proof.verdict:<14}"
        if coloured(stream):
            verdict = f"{_COLOURS[proof.verdict]}{verdict}{_PLAIN}"
        why = [f"{one.location}: {one.message}" for one in proof.found]
        lines = [f"{verdict}  {why[0] if why else proof.path}", *(f"{'':14}  {more}" for more in why[1:])]
        lines += _parted(proof)
        lines += [f"    {place}: {message}" for place, message in proof.suspects]
        hint = advice(proof) or (proof.found[0].hint if proof.found else "")
        lines += [f"  hint: {hint}"] if hint else []
        click.echo("\n".join(lines), err=not out, color=True)


def _parted(proof: Proof) -> list[str]:
    """Return transcript and TEI below each other from where they part, with a mark at the place."""
    parted = proof.parted
    if parted is None:
        return []
    source = f"source line {proof.there.line}" if proof.there and proof.there.line else "source"
    heads = (f"    {source}: ", f"    TEI line {proof.found[-1].location.line}: ")
    wide = max(map(len, heads))
    start = wide + len(parted.before)
    length = max(len(words.split(" ")[0]) for words in (parted.there, parted.here))
    shown = (parted.there or "(end)", parted.here or "(end)")
    lines = [f"{head:<{wide}}{parted.before}{words}" for head, words in zip(heads, shown, strict=True)]
    return [*lines, " " * start + "^" * max(1, length)]


def _object(proof: Proof) -> dict[str, object]:
    """Return a proof as JSON knows it."""
    from teicable.validation.proofs import advice

    stated = proof.stated or {}
    return {
        "file": proof.path,
        "verdict": str(proof.verdict),
        "stated": stated.get("sha256-canonical", ""),
        "rebuilt": proof.rebuilt,
        "source": stated.get("filename", ""),
        "lines": stated.get("lines", ""),
        "place": {"line": proof.there.line, "column": proof.there.column} if proof.there else None,
        "difference": {k: v for k, v in asdict(proof.parted).items() if k not in ("position", "offset")}
        if proof.parted
        else None,
        "suspects": [{"line": place.line, "message": message} for place, message in proof.suspects],
        "diagnostics": [as_dict(one) for one in proof.found],
        "hint": advice(proof),
    }


def _write(proofs: Iterable[Proof], output: Path | None, report: Report) -> None:
    """Write the texts that could be rebuilt: into a folder, or the only one to standard output."""
    from teicable import files

    for proof in proofs:
        if output:
            target = output / f"{Path(proof.path).stem}.txt"
            files.write(target, proof.text.encode("utf-8"))
            report.detail(f"wrote {target}")
        else:
            sys.stdout.buffer.write(proof.text.encode("utf-8"))
            sys.stdout.buffer.write(b"\n" if sys.stdout.isatty() else b"")


def _whole(path: Path, proofs: Iterable[Proof]) -> list[Diagnostic]:
    """Prove of an edition that its files together have every line of its sources."""
    from teicable.edition import ids
    from teicable.edition.folder import open_edition
    from teicable.edition.reports import placed
    from teicable.validation.proofs import coverage

    if not (path / "edition.toml").is_file():
        return []
    edition = open_edition(path)
    sources = edition.sources()
    source_of = ids.read(edition.ids).source_of
    # What a file holds that says nothing of its source is not known.
    unknown = {source_of(Path(proof.path).stem, sources) for proof in proofs if not proof.stated}
    holders: dict[str, dict[str, str]] = {name: {} for name in sources if name not in unknown}
    for proof in proofs:
        name = (proof.stated or {}).get("filename", "")
        if name in holders and Path(proof.path).parent == edition.tei:
            holders[name][proof.path] = (proof.stated or {}).get("lines", "")
    encodings = {(proof.stated or {}).get("filename", ""): (proof.stated or {}).get("encoding", "") for proof in proofs}
    found: list[Diagnostic] = []
    for name, made in holders.items():
        divided = len(made) > 1 or any(made.values())
        found += coverage(name, edition.transcript(name) if divided else None, made, encodings.get(name, ""))
    return [placed(one, edition.folder) for one in found]

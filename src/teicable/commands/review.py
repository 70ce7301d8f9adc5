"""``teicable review``: what needs a person's decision, and the decisions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Report, coloured, reported
from teicable.diagnostics.formats import counted

if TYPE_CHECKING:
    from teicable.edition.opinions import Opinions
    from teicable.model.decision import Item


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--accept", "verdict", flag_value="accept", help="It is so; a finding: all is right as it stands.")
@click.option("--reject", "verdict", flag_value="reject", help="It is not so.")
@click.option("--replace", "verdict", flag_value="replace", help="It is something else; say what with --with.")
@click.option("--undo", "verdict", flag_value="undo", help="Take a decision back.")
@click.option("--with", "replacement", metavar="WHAT", help="Element and attributes, or what line it is.")
@click.option("--like", is_flag=True, help="Decide also all items of the edition with the same words and claim.")
@click.option("--by", default="", metavar="ID", help="The editor who decides; by default the only one.")
@click.option("--why", default="", metavar="TEXT", help="A reason, kept with the decision.")
@click.option("-y", "--yes", is_flag=True, help="With --like: do not ask.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="List only these findings; can be repeated.")
@click.option("--certainty", type=click.Choice(["low", "medium", "high"]), help="List only claims that are so sure.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="List only this document; can be repeated.")
@click.option("--all", "everything", is_flag=True, help="List also what the machine is sure of, and what is decided.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.option("--html", "as_html", is_flag=True, help="Make a page to decide on, in a browser and without a network.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="With --html: the file; by default printed.")
@click.option(
    "--import", "returned", type=click.Path(path_type=Path), metavar="FILE", help="Take in what the page saved."
)
@reported
def command(
    edition: Path,
    keys: tuple[str, ...],
    verdict: str | None,
    replacement: str | None,
    like: bool,
    by: str,
    why: str,
    yes: bool,
    codes: tuple[str, ...],
    certainty: str | None,
    documents: tuple[str, ...],
    everything: bool,
    as_json: bool,
    as_html: bool,
    output: Path | None,
    returned: Path | None,
    report: Report,
) -> None:
    """List what needs a person's decision, and keep the decisions.

    Without KEYs, lists what the machine is not sure of, document by document: the key of the item, the place, the words
    with what stands round them, what the machine thinks and on what grounds. Decisions are kept in EDITION/review and
    applied at every later conversion, also when rules, word lists or authority files have changed.

    \b
    Examples:
      teicable review korea
      teicable review korea --code A001 --document cable-1950-05-14-8600
      teicable review korea --accept k7f3qab 2mwd4xa
      teicable review korea --reject k7f3qab --why "a ship"
      teicable review korea --replace k7f3qab --with "placeName ref=place:beijing" --like
      teicable review korea --replace 2mwd4xa --with "dateline type=sent"
      teicable review korea --undo k7f3qab
      teicable review korea --html -o review.html
      teicable review korea --import decisions.toml
    """
    from teicable.edition.folder import open_edition
    from teicable.edition.opinions import Opinions

    _sound(keys, verdict, replacement)
    opinions = Opinions(open_edition(edition))
    if verdict:
        _decide(opinions, edition, keys, verdict, replacement or "", (by, why), like=like, sure=yes, report=report)
        return
    if returned:
        _import(opinions, edition, returned, report)
        return
    listed = opinions.items(documents)
    chosen = [item for item in listed if _listed(item, codes, certainty, everything)]
    if as_json:
        click.echo(json.dumps([_row(item) for item in chosen], ensure_ascii=False, indent=2))
        return
    if as_html:
        _page(opinions, [item for item in chosen if item.decision is None], output, report)
        return
    _show(chosen, edition)
    _summarise(listed, chosen, edition, report)


def _sound(keys: tuple[str, ...], verdict: str | None, replacement: str | None) -> None:
    """Refuse options that do not go together."""
    if keys and not verdict:
        raise click.UsageError(f"what about {keys[0]}? Say --accept, --reject, --replace or --undo")
    if verdict and not keys:
        raise click.UsageError(f"--{verdict} needs the keys of items, as `teicable review EDITION` lists them")
    if verdict == "replace" and not replacement:
        raise click.UsageError('--replace needs --with, for instance --with "placeName ref=place:beijing"')
    if replacement and verdict != "replace":
        raise click.UsageError("--with goes with --replace")


def _decide(
    opinions: Opinions,
    edition: Path,
    keys: tuple[str, ...],
    verdict: str,
    replacement: str,
    signed: tuple[str, str],
    *,
    like: bool,
    sure: bool,
    report: Report,
) -> None:
    from teicable.model.decision import Verdict
    from teicable.review.items import alike, each

    listed = opinions.items()
    chosen = [_named(key, each(listed), edition) for key in keys]
    if like and verdict != "undo":
        chosen = list({item.key: item for one in chosen for item in alike(one, listed)}.values())
        _show(chosen, edition)
        count = counted(len(chosen), "place has", "places have")
        if not sure:
            click.confirm(f"{count} these words and this claim. {verdict.capitalize()}?", abort=True, err=True)
    if verdict == "undo":
        changed = opinions.undo(chosen)
    else:
        changed = opinions.keep(opinions.decide(chosen, Verdict(verdict), replacement, *signed))
    if verdict != "undo" and all(item.editor for item in chosen):
        closed = counted(len(chosen), "question is", "questions are")
        report.say(f"{closed} closed: what you wrote in the TEI file stays")
        return
    _told(changed, len(chosen), "taken back" if verdict == "undo" else "kept", edition, report)


def _import(opinions: Opinions, edition: Path, path: Path, report: Report) -> None:
    """Take in the decisions that the page saved."""
    from teicable import files
    from teicable.review import returned

    made = opinions.take(returned.read(files.read(path), str(path)))
    _told(opinions.keep(made), sum(map(len, made.values())), "kept", edition, report)


def _page(opinions: Opinions, listed: Sequence[Item], output: Path | None, report: Report) -> None:
    from teicable import files

    made = opinions.page(listed)
    if output is None:
        click.echo(made, nl=False)
        return
    files.write(output, made)
    report.say(f"{counted(len(listed), 'item', 'items')} in {output}: open it in a browser")


def _told(changed: Iterable[Path], count: int, done: str, edition: Path, report: Report) -> None:
    """Say what was kept, and what to run."""
    for path in changed:
        report.detail(f"wrote {path}")
    report.say(f"{counted(count, 'decision', 'decisions')} {done} in {edition / 'review'}")
    report.say(f"`teicable build {edition}` applies it; in a file you edited, `teicable update {edition}`")


def _named(key: str, listed: Iterable[Item], edition: Path) -> Item:
    from teicable.errors import DecisionError

    found = [item for item in listed if item.key.startswith(key.casefold())]
    if len(found) == 1:
        return found[0]
    what = "several items" if found else "no item"
    hint = f"`teicable review {edition} --all` lists the keys" if not found else "write more of it"
    raise DecisionError(f"the key “{key}” means {what}", hint)


def _listed(item: Item, codes: Sequence[str], certainty: str | None, everything: bool) -> bool:
    from teicable.review.items import due

    if codes and not any(item.code.startswith(code.upper()) for code in codes):
        return False
    if certainty and (item.decision is not None or item.certainty != certainty):
        return False
    return everything or certainty == "high" or due(item)


def _show(listed: Sequence[Item], edition: Path) -> None:
    """Print items, document by document."""
    colour = coloured(sys.stdout)
    bold, dim, plain = ("\033[1m", "\033[2m", "\033[0m") if colour else ("", "", "")
    hinted: set[str] = set()
    for document, items in groupby(listed, key=lambda item: item.document):
        click.echo(f"{bold}{document}{plain}", color=True)
        for item in items:
            words = f"{item.before}{bold}▸{item.subject.quote.exact}◂{plain}{item.after}"
            click.echo(f"  {bold}{item.key}{plain}  {(edition / item.place).as_posix()}", color=True)
            click.echo(f"    {words}", color=True)
            for line in _said(item):
                click.echo(f"    {line}")
            if item.hint and item.hint not in hinted:
                hinted.add(item.hint)
                hint = item.hint.replace("EDITION", edition.as_posix())
                click.echo(f"    {dim}hint: {hint}{plain}", color=True)
        click.echo()


def _said(item: Item) -> list[str]:
    """Return what is thought, found and decided."""
    lines = []
    thought = f"{item.subject.claim} {item.subject.value}".rstrip()
    if not item.subject.finding:
        grounds = f" ({item.rule}, {item.basis}, {item.certainty} certainty)" if item.rule else ""
        lines.append(f"{thought}{grounds}")
        lines += [
            f"with “{one.subject.quote.exact}”: {one.subject.claim} {one.subject.value}".rstrip()
            for one in item.companions
        ]
    if item.editor:
        lines += [item.subject.value] if item.subject.finding and item.subject.value else []
        lines.append(f"your file has: {item.editor}")
    if item.message:
        lines.append(f"{item.code} {item.message}")
    decision = item.decision
    if decision is not None:
        what = f"{decision.verdict}{f' {decision.replacement}' if decision.replacement else ''}"
        signed = " ".join(filter(None, (f"by {decision.by}" if decision.by else "", decision.when)))
        lines.append(f"decided: {what} {signed}".rstrip() + (f", “{decision.why}”" if decision.why else ""))
    return lines


def _summarise(listed: Sequence[Item], chosen: Sequence[Item], edition: Path, report: Report) -> None:
    from teicable.review.items import due

    left = [item for item in listed if due(item)]
    decided = sum(item.decision is not None for item in listed)
    documents = counted(len({item.document for item in left}), "document", "documents")
    line = f"{counted(len(left), 'item', 'items')} to decide in {documents}, {decided} decided"
    report.say(f"{len(chosen)} listed; {line}" if len(chosen) != len(left) else line)
    if left:
        report.say(f"decide with `teicable review {edition} --accept KEY`, --reject KEY or --replace KEY --with “…”")


def _row(item: Item) -> dict[str, object]:
    """Return an item as JSON knows it; what is not known is left out."""
    from dataclasses import asdict

    subject = item.subject
    row: dict[str, object] = {
        "key": item.key,
        "document": item.document,
        "place": item.place,
        "claim": subject.claim,
        "value": subject.value,
        "words": subject.quote.exact,
        "before": item.before,
        "after": item.after,
        "certainty": str(item.certainty),
        "rule": item.rule,
        "basis": item.basis,
        "code": item.code,
        "message": item.message,
        "editor": item.editor,
        "with": [_row(one) for one in item.companions],
    }
    if item.decision is not None:
        kept = asdict(item.decision)
        row["decision"] = {name: kept[name] for name in ("verdict", "replacement", "by", "when", "why") if kept[name]}
    return {name: value for name, value in row.items() if value}

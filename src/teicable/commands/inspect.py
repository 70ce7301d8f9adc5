"""``teicable inspect``: the facts of TEI files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Report, end, reported

if TYPE_CHECKING:
    from lxml import etree

    from teicable.diagnostics import Diagnostic

COLUMNS = ("id", "date", "numbers", "kind", "marking", "from", "to", "via", "copies", "enclosed", "title")
"""Facts of a table, one column each."""
CLAIM = ("line", "block", "element", "value", "words", "rule", "basis", "certainty")
"""What is said of a claim, one column each."""
_ROLES = {"from": "from", "to": "to", "via": "via", "copies": "copy"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print all facts as JSON, one object a file.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet, one row a file.")
@click.option("--claims", "of_claims", is_flag=True, help="Print instead what the machine decided about the words.")
@reported
def command(paths: tuple[Path, ...], as_json: bool, as_csv: bool, of_claims: bool, report: Report) -> None:
    """Show the facts of TEI files: date, numbers, marking, who wrote to whom.

    A folder stands for the TEI files in it (or in its folder tei). With --claims, each inline element of the text that
    the machine made, with its words, the rule that decided, the basis of the decision and how sure it is; what an
    editor has approved is no longer among them.

    \b
    Examples:
      teicable inspect my-edition/tei/cable-1950-05-14-8600.xml
      teicable inspect --csv my-edition > cables.csv
      teicable inspect --json cable.xml
      teicable inspect --claims cable.xml
    """
    from teicable import files
    from teicable.diagnostics import Diagnostic
    from teicable.edition.folder import documents
    from teicable.render.facts import facts
    from teicable.render.rendering import Renderer
    from teicable.xml.parse import parse

    if as_json and as_csv:
        raise click.UsageError("choose --json or --csv")
    if of_claims:
        found_in, problems = _claims_of(documents(paths))
        _show_claims(found_in, as_json, as_csv)
        report.show(problems)
        end(problems)
        return
    renderer = Renderer(("facts",))
    found: list[Diagnostic] = []
    trees: list[etree._Element] = []
    for path in documents(paths):
        result = facts(renderer, files.read(path), path=str(path))
        found += result.diagnostics
        tree = parse(result.data, str(path))
        if not isinstance(tree, Diagnostic):
            trees.append(tree.getroot())
    if as_json:
        click.echo(json.dumps([nested(tree) for tree in trees], ensure_ascii=False, indent=2))
    elif as_csv:
        table = io.StringIO()
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(root) for root in trees)
        click.echo(table.getvalue(), nl=False)
    else:
        for root in trees:
            facts_of = row(root)
            click.echo(facts_of["id"])
            for name in COLUMNS[1:]:
                if facts_of[name]:
                    click.echo(f"  {name:<9} {facts_of[name]}")
    report.show(found)
    end(found)


def _claims_of(paths: Iterable[Path]) -> tuple[list[dict[str, object]], list[Diagnostic]]:
    """Return the claims of some files as rows, and what was wrong with files."""
    from teicable import files
    from teicable.diagnostics import Diagnostic
    from teicable.tei.claims import claims
    from teicable.xml.parse import parse

    rows: list[dict[str, object]] = []
    problems: list[Diagnostic] = []
    for path in paths:
        tree = parse(files.read(path), str(path))
        if isinstance(tree, Diagnostic):
            problems.append(tree)
        else:
            rows += [{"file": str(path), **asdict(claim)} for claim in claims(tree.getroot())]
    return rows, problems


def _show_claims(rows: list[dict[str, object]], as_json: bool, as_csv: bool) -> None:
    """Print claims: as lines to read, grouped by file, or for another program."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif as_csv:
        table = io.StringIO()
        writer = csv.DictWriter(table, ("file", *CLAIM), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        click.echo(table.getvalue(), nl=False)
    else:
        for path, of_file in groupby(rows, key=lambda row: row["file"]):
            click.echo(path)
            for claim in of_file:
                what = f"{claim['element']} {claim['value']}".rstrip()
                grounds = f"{claim['rule']}, {claim['basis']}, {claim['certainty']} certainty"
                click.echo(f"  {claim['line']:>4} {claim['block']:<5} “{claim['words']}”: {what} ({grounds})")


def row(tree: etree._Element) -> dict[str, str]:
    """Return the facts of one document as the columns of a table; several values are separated by semicolons."""

    def texts(path: str, within: etree._Element = tree) -> str:
        return "; ".join(_text(element) for element in within.findall(path))

    parties = {column: texts(f"party[@role='{role}']") for column, role in _ROLES.items()}
    sender, addressee = "party[@role='from']", "party[@role='to']"
    enclosed = [f"{texts(sender, m)} to {texts(addressee, m)}" for m in tree.findall("enclosed")]
    date = tree.find("date")
    return {
        "id": tree.get("id", ""),
        "date": date.get("when", _text(date)) if date is not None else "",
        "numbers": "; ".join(f"{number.get('type')} {_text(number)}" for number in tree.findall("number")),
        "kind": texts("doctype"),
        "marking": "; ".join(filter(None, (texts("classification"), texts("handling")))),
        **parties,
        "enclosed": " | ".join(enclosed),
        "title": texts("title"),
    }


def nested(element: etree._Element) -> dict[str, object]:
    """Return an element of a fact file as JSON knows it: attributes, text, and a list for each kind of child."""
    content: dict[str, object] = {str(name): value for name, value in element.attrib.items()}
    if not len(element) and _text(element):
        content["text"] = _text(element)
    for child in element:
        children = content.setdefault(str(child.tag), [])
        if isinstance(children, list):
            children.append(nested(child))
    return content


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())

"""``teicable inspect``: the facts of TEI files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Report, end, reported

if TYPE_CHECKING:
    from lxml import etree

COLUMNS = ("id", "date", "numbers", "kind", "marking", "from", "to", "via", "copies", "enclosed", "title")
"""Facts of a table, one column each."""
_ROLES = {"from": "from", "to": "to", "via": "via", "copies": "copy"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print all facts as JSON, one object a file.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet, one row a file.")
@reported
def command(paths: tuple[Path, ...], as_json: bool, as_csv: bool, report: Report) -> None:
    """Show the facts of TEI files: date, numbers, marking, who wrote to whom.

    A folder stands for the TEI files in it (or in its folder tei).

    \b
    Examples:
      teicable inspect my-edition/tei/cable-1950-05-14-8600.xml
      teicable inspect --csv my-edition > cables.csv
      teicable inspect --json cable.xml
    """
    from teicable import files
    from teicable.diagnostics import Diagnostic
    from teicable.edition.folder import documents
    from teicable.render.facts import facts
    from teicable.render.rendering import Renderer
    from teicable.xml.parse import parse

    if as_json and as_csv:
        raise click.UsageError("choose --json or --csv")
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

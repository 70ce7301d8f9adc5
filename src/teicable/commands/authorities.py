"""``teicable authorities``: change an entry of the authority files and every reference to it in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teicable.commands.reporting import Command, Progress, Report, end, reported

if TYPE_CHECKING:
    from teicable.desk.papers import Change, Papers


def _desk(command: Command) -> Command:
    """Give an order the options that all share."""
    edition = click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
    dry: Any = click.option("--dry-run", is_flag=True, help="Show the change and write nothing.")
    ordered: Command = edition(dry(reported(command)))
    return ordered


class _Orders(click.Group):
    """The orders, in the order in which an editor comes to need them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names."""
        return list(self.commands)


@click.group(cls=_Orders)
def command() -> None:
    """Keep the authority files: one entry, and every reference to it, in one step.

    References are followed in the TEI files, between the authority files, in decisions (review/) and word lists
    (vocabularies/). The change is shown as a diff and written; everything else in the files stays to the byte. What
    would make a file invalid is refused whole. A TEI file that nobody edited still counts as unedited.

    \b
    Examples:
      teicable authorities add korea person:zorin "Zorin, Valerian" --variant Zorin
      teicable authorities rename korea person:maoo person:mao-zedong --dry-run
      teicable authorities merge korea person:mao person:mao-tse-tung
      teicable authorities split korea person:kim --into person:kim-ir --name "Kim Ir"
      teicable authorities unused korea
      teicable authorities export korea -o persons.csv --kind person
      teicable authorities import korea persons.csv --checked-by ed1

    `teicable authorities ORDER --help` tells more.
    """


@command.command()
@_desk
@click.argument("reference")
@click.argument("name")
@click.option("--variant", multiple=True, metavar="NAME", help="Another name; can be repeated.")
@click.option("--pseudo", multiple=True, metavar="NAME", help="A cover name; can be repeated.")
@click.option("--note", multiple=True, metavar="TEXT", help="A note; can be repeated.")
@click.option("--like", metavar="REF", help="Take type, and language of the main name, from this entry.")
@click.option("--anyway", is_flag=True, help="Add it although an entry with such a name is there.")
def add(
    edition: Path,
    reference: str,
    name: str,
    variant: tuple[str, ...],
    pseudo: tuple[str, ...],
    note: tuple[str, ...],
    like: str | None,
    anyway: bool,
    dry_run: bool,
    report: Report,
) -> None:
    """Add an entry in its place.

    It gets the place and layout that its file has, and says what is given here and no more. A language is written
    behind a name: Зорин@ru. What may be there already is refused (X401), unless --anyway is given.

    \b
    Examples:
      teicable authorities add korea person:zorin "Valerian Zorin@en" --variant Zorin --variant "Зорин@ru"
      teicable authorities add korea place:dandong Dandong --variant Andong --like place:beijing
    """
    from teicable.desk.add import Wish, add
    from teicable.desk.papers import key

    wish = Wish(key(reference), name, variant, pseudo, note)
    _carry_out(
        edition, lambda papers: add(papers, wish, like=key(like) if like else None, anyway=anyway), dry_run, report
    )


@command.command()
@_desk
@click.argument("old")
@click.argument("new")
def rename(edition: Path, old: str, new: str, dry_run: bool, report: Report) -> None:
    """Give an entry another id, and every reference with it.

    \b
    Examples:
      teicable authorities rename korea person:maoo person:mao-zedong --dry-run
      teicable authorities rename korea person:maoo person:mao-zedong
    """
    from teicable.desk.papers import key
    from teicable.desk.rename import rename as renamed

    _carry_out(edition, lambda papers: renamed(papers, key(old), key(new)), dry_run, report)


@command.command()
@_desk
@click.argument("kept")
@click.argument("gone")
@click.option("--prefer", metavar="REF", help="Whose statement stays where the two contradict each other.")
def merge(edition: Path, kept: str, gone: str, prefer: str | None, dry_run: bool, report: Report) -> None:
    """Make one entry of two.

    The first keeps its id and main name and takes over all that the second says. Names become variants, each once;
    offices, identifiers, notes and comments are united; all references go to the entry that is kept.
    Contradictions, such as two dates of birth, are told (X402), and nothing is written before --prefer says
    whose statement stays.

    \b
    Examples:
      teicable authorities merge korea person:mao person:mao-tse-tung --dry-run
      teicable authorities merge korea person:mao person:mao-tse-tung --prefer person:mao
    """
    from teicable.desk.merge import merge
    from teicable.desk.papers import key

    preferred = key(prefer) if prefer else None
    _carry_out(edition, lambda papers: merge(papers, key(kept), key(gone), preferred), dry_run, report)


@command.command()
@_desk
@click.argument("reference")
@click.option("--into", required=True, metavar="REF", help="The new entry.")
@click.option("--name", "names", multiple=True, help="A name that is the new entry's alone; can be repeated.")
@click.option("--both", multiple=True, metavar="NAME", help="A name that both bear; can be repeated.")
@click.option("--main", default="", metavar="NAME", help="Main name of the new entry; else the first --name.")
@click.option("--documents", multiple=True, metavar="ID", help="A document whose references move; can be repeated.")
@click.option("--between", nargs=2, metavar="DATE DATE", help="Documents whose references move, by date.")
def split(
    edition: Path,
    reference: str,
    into: str,
    names: tuple[str, ...],
    both: tuple[str, ...],
    main: str,
    documents: tuple[str, ...],
    between: tuple[str, str] | None,
    dry_run: bool,
    report: Report,
) -> None:
    """Make two entries of one under which two were kept.

    The names given go to the new entry, and in the documents chosen (in all, if none is) every reference whose words
    are such a name. What no name decides stays and is listed for review (X403). A file whose references moved counts
    as edited, unless the machine comes to the same.

    \b
    Examples:
      teicable authorities split korea person:kim --into person:kim-ir --name "Kim Ir" --dry-run
      teicable authorities split korea person:kim --into person:kim-ir --main "Kim Ir" --both Kim
          --between 1951-01 1951-06
      teicable authorities split korea person:kim --into person:kim-ir --main "Kim Ir" --both Kim
          --documents cable-1950-05-14-8600 --documents cable-1950-07-13-3305
    """
    from teicable.desk.papers import key
    from teicable.desk.split import Chosen, split

    since, until = between or ("", "")
    chosen = Chosen(documents, since, until)
    _carry_out(
        edition,
        lambda papers: split(papers, key(reference), key(into), names, chosen, both=both, main=main),
        dry_run,
        report,
    )


@command.command()
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--strict", is_flag=True, help="End with 1 also for entries that nothing refers to.")
@reported
def unused(edition: Path, strict: bool, report: Report) -> None:
    """List entries and references without each other.

    Entries that nothing refers to are X404, references that no entry answers X103.

    \b
    Examples:
      teicable authorities unused korea
      teicable authorities unused korea --strict
    """
    from teicable.desk.unused import unused
    from teicable.edition import desk
    from teicable.edition.folder import open_edition

    opened = open_edition(edition)
    found = [desk.placed(opened, diagnostic) for diagnostic in unused(desk.papers(opened))]
    report.show(found, out=True)
    report.summarise(found)
    end(found, strict=strict)


@command.command()
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The table; else standard output."
)
@click.option(
    "--kind", type=click.Choice(["person", "place", "org"]), multiple=True, help="Only these; can be repeated."
)
@reported
def export(edition: Path, output: Path | None, kind: tuple[str, ...], report: Report) -> None:
    """Write the entries as a table, one row each.

    It is CSV in UTF-8, for OpenRefine or a spreadsheet. Columns: id; name, variants and pseudonyms (with | between
    several); birth, death; VIAF, GND, Wikidata, LC; the number of documents, dates of the first and the last,
    words round the first place; state, by which `import` knows whether the file has changed since.

    \b
    Examples:
      teicable authorities export korea -o persons.csv --kind person
      teicable authorities export korea > all.csv
    """
    from teicable import files
    from teicable.desk.table import table
    from teicable.edition import desk
    from teicable.edition.folder import open_edition

    made = table(desk.papers(open_edition(edition)), kind)
    if output is None:
        click.echo(made, nl=False)
    else:
        files.write(output, made.encode("utf-8"))
        report.say(f"wrote {output}")


@command.command("import")
@_desk
@click.argument("table", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--checked-by", required=True, metavar="ID", help="The editor, as in edition.toml, who looked them up.")
def take_in(edition: Path, table: Path, checked_by: str, dry_run: bool, report: Report) -> None:
    """Take identifiers and names back from a table.

    The table is one that `export` wrote and that was worked on. Taken are identifiers that are new or other (VIAF,
    GND, Wikidata, LC; addresses of their pages will do), and names that are written otherwise or new; nothing
    is taken away because a cell is empty. Every identifier has to have the form of its register, with its check
    digit if it has one, and may be that of one entry only (X405). It says by resp who looked it up, and the
    head of the file when. All other columns are passed over.

    \b
    Examples:
      teicable authorities import korea persons.csv --checked-by ed1 --dry-run
      teicable authorities import korea persons.csv --checked-by ed1
    """
    from teicable import files
    from teicable.desk.intake import rows, take
    from teicable.edition.clock import today
    from teicable.edition.folder import open_edition
    from teicable.errors import DeskError

    editors = {editor.id: editor for editor in open_edition(edition).manifest.declaration.editors}
    if checked_by not in editors:
        known = f"it names {', '.join(editors)}" if editors else "it names none: write an [[editor]] with id and name"
        raise DeskError(f"edition.toml names no editor “{checked_by}”", known)
    given = rows(files.read(table), str(table))
    _carry_out(edition, lambda papers: take(papers, given, str(table), editors[checked_by], today()), dry_run, report)


def _carry_out(folder: Path, order: Callable[[Papers], Change], dry: bool, report: Report) -> None:
    """Show what an order comes to and, if no error stands against it, write it."""
    from contextlib import nullcontext

    from teicable import files
    from teicable.diagnostics import Severity
    from teicable.edition import desk
    from teicable.edition.folder import open_edition

    edition = open_edition(folder)
    lock = files.locked(edition.build / ".lock", f"is already building {edition.folder}")
    with nullcontext() if dry else lock:
        before = desk.papers(edition)
        change = order(before)
        with Progress(report) as progress:
            found = desk.proved(edition, before, change, progress)
        refused = any(diagnostic.severity is Severity.ERROR for diagnostic in found)
        report.changes("" if refused else desk.shown(edition, before, change.papers))
        if not refused and not dry:
            for path in desk.write(edition, before, change):
                report.detail(f"wrote {path}")
    report.show(found)
    for line in () if refused else change.said:
        report.say(line)
    if refused or dry:
        report.say("nothing was written")
    end(found)

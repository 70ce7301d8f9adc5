"""``teicable render``: publication outputs of TEI files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted
from teicable.errors import TeicableError

if TYPE_CHECKING:
    from teicable.diagnostics import Diagnostic
    from teicable.render.rendering import Renderer


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="EDITION or FILE...")
@click.option(
    "-t", "--to", "target", default="html", show_default=True, help="Which output: html, text, typst, pdf, epub."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File for one output, or folder for several.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="Set a parameter; can be repeated.")
@click.option("--list-params", is_flag=True, help="List the parameters of the output and end.")
@click.option("--stylesheet", type=click.Path(path_type=Path), help="Use this stylesheet instead of ours.")
@reported
def command(
    paths: tuple[Path, ...],
    target: str,
    output: Path | None,
    params: tuple[str, ...],
    list_params: bool,
    stylesheet: Path | None,
    report: Report,
) -> None:
    """Make pages from TEI files; from all files of an EDITION, or from single FILEs.

    One file without -o goes to standard output; the files of an edition go to its folder build/html (or build/text,
    build/pdf …). With -t pdf or typst an EDITION also becomes a book; with -t epub all files together become one.

    \b
    Examples:
      teicable render my-edition -t text
      teicable render cable.xml -o cable.html
      teicable render cable.xml -t html -p lang=ru > cable.html
      teicable render my-edition -t pdf -p paper=a4
      teicable render my-edition -t epub -o korea.epub
      teicable render -t html --list-params
    """
    from teicable.commands.binding import book, epub
    from teicable.edition import manifest
    from teicable.edition.folder import documents
    from teicable.render import EPUB, PDF, TYPST
    from teicable.render.arguments import pairs
    from teicable.render.rendering import style
    from teicable.render.rendering import target as known

    extension = known(target).extension
    edition = next((_edition(path) for path in paths if _edition(path)), None)
    override = _override(edition, stylesheet, known(target).stylesheet)
    bound = target in (TYPST, PDF) and len(paths) == 1 and edition == paths[0]
    renderer = _renderer(target, edition, override, bound)
    if list_params:
        for parameter in renderer.parameters(target):
            click.echo(f"{parameter.name}  ({parameter.type})\n    {parameter.description}")
        return
    files = documents(paths)
    values = pairs(params)
    if target == EPUB:
        place = _book_place(paths, output)
        with Progress(report) as progress:
            packed = epub(renderer, edition, files, values, whole=paths == (edition,), progress=progress)
        _put(packed.data, place, report)
        report.show(packed.diagnostics)
        end(packed.diagnostics)
        return
    if target == "html" and not {"css-href", "css-inline"} & set(values):
        values["css-inline"] = style(override)
    if target in (TYPST, PDF) and edition:
        values.setdefault("edition-title", manifest.read(edition).declaration.title)
    folder = _folder(paths, files, output, target)
    found: list[Diagnostic] = []
    with Progress(report) as progress:
        for number, path in enumerate(files, 1):
            place = None if folder is None else folder / f"{path.stem}{extension}"
            if folder is None and output is not None:
                place = output
            found += _render(renderer, path, target, values, place, report)
            progress("rendering", number, len(files))
        if bound and edition and folder:
            place = folder / f"book{extension}"
            made = book(renderer, edition, files, values)
            found += made.diagnostics
            _put(made.code if target == TYPST else made.pdf, place, report)
    report.show(found)
    if folder or found:
        report.summarise(
            found, f"rendered {counted(len(files), 'file', 'files')}" + (f" to {folder}" if folder else "")
        )
    end(found)


def _render(
    renderer: Renderer, path: Path, target: str, values: dict[str, str], place: Path | None, report: Report
) -> tuple[Diagnostic, ...]:
    from teicable import files

    result = renderer.render(files.read(path), target, values, str(path))
    _put(result.data, place, report)
    return result.diagnostics


def _put(data: bytes, place: Path | None, report: Report) -> None:
    """Write what was made, if anything was, to its place or to standard output."""
    from teicable import files

    if data and place:
        files.write(place, data)
        report.detail(f"wrote {place}")
    elif data:
        sys.stdout.buffer.write(data)


def _book_place(paths: tuple[Path, ...], output: Path | None) -> Path | None:
    """Return where the one book of all files goes; none for that of a single file, which goes to standard output."""
    from teicable.edition.epub import PACKED
    from teicable.render.volume import WHOLE

    if output is not None:
        return output / f"{WHOLE.name}{PACKED}" if output.is_dir() else output
    if len(paths) == 1 and (paths[0] / "edition.toml").is_file():
        return paths[0] / "build" / "epub" / f"{WHOLE.name}{PACKED}"
    if len(paths) == 1 and not paths[0].is_dir():
        return None
    raise TeicableError("the book of several files needs a name", "give it one with -o, such as -o cables.epub")


def _edition(path: Path) -> Path | None:
    """Return the folder of the edition that a path is, or stands in, if there is one."""
    for folder in (path, Path(os.path.normpath(path.parent / ".."))):
        if (folder / "edition.toml").is_file():
            return folder
    return None


def _renderer(target: str, edition: Path | None, override: Path | None, bound: bool) -> Renderer:
    """Compile what is needed: the output's stylesheet, and for a book what it is made with."""
    from teicable.edition import manifest
    from teicable.edition.folder import authority_files
    from teicable.render import EPUB, epub
    from teicable.render.authorities import authorities
    from teicable.render.book import TARGETS
    from teicable.render.rendering import Renderer

    tree = authorities(authority_files(edition))[0] if edition else None
    lang = manifest.read(edition).declaration.interface if edition else ""
    further = TARGETS if bound else epub.TARGETS if target == EPUB else ()
    return Renderer(dict.fromkeys((target, *further)), override, tree, lang=lang)


def _override(edition: Path | None, stylesheet: Path | None, name: str) -> Path | None:
    """Return the folder that holds the stylesheet to use in place of ours."""
    if stylesheet is None:
        own = edition / "transforms" if edition else None
        return own if own and own.is_dir() else None
    if not stylesheet.is_file():
        raise TeicableError(f"there is no file {stylesheet}")
    if stylesheet.name != name:
        raise TeicableError(f"{stylesheet.name} is not called {name}", f"call the stylesheet of this output {name}")
    return stylesheet.parent


def _folder(paths: tuple[Path, ...], files: list[Path], output: Path | None, target: str) -> Path | None:
    """Return the folder to write to; none for a single file, which goes to a file or to standard output."""
    if len(files) == 1 and not paths[0].is_dir():
        return output if output is not None and output.is_dir() else None
    if output is not None:
        return output
    if len(paths) == 1 and (paths[0] / "edition.toml").is_file():
        return paths[0] / "build" / target
    raise TeicableError("several files need a folder", "name it with -o")

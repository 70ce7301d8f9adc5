"""Render TEI bytes to the bytes of an output, with one set of stylesheets compiled for the whole process."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Location
from teicable.errors import TeicableError
from teicable.render import BOOK, INTERNAL, PDF, TARGETS, TYPST, Target
from teicable.render.arguments import converted, settable
from teicable.render.labels import labels, words
from teicable.render.modes import unheard
from teicable.render.template import template
from teicable.render.typesetting import Sheet, Typesetter, uncovered
from teicable.xml.parse import is_utf8, parse
from teicable.xml.saxon import Entries, Parameter, Transforms, Value

_ID = "{http://www.w3.org/XML/1998/namespace}id"
PRINTED = frozenset({TYPST, PDF, BOOK})
"""Targets that are set in the fonts of print."""

UNPRINTED = ("zh", "ja", "ko")
"""Languages whose letters the fonts of print lack: there its own words are English, unless the edition has a font."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one file became.

    Attributes:
        data: the output, UTF-8 with LF line ends and a final newline, or a PDF; empty where the source could not be
            read.
        diagnostics: what the stylesheets reported (``T001``, ``T002``), what print could not show (``T003``), templates
            of the edition that never apply (``T004``), or why there is no output (``G001`` to ``G003``).
    """

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


class Renderer:
    """Stylesheets of the wanted targets, compiled once, with the trees they all read.

    Build one per process and keep it. The same input gives the same bytes on every run.
    """

    def __init__(
        self,
        targets: Collection[str] = tuple(TARGETS),
        override: Path | None = None,
        authorities: etree._Element | None = None,
        edition: etree._Element | None = None,
        lang: str = "",
    ) -> None:
        """Compile the stylesheets of ``targets`` (keys of ``TARGETS`` and ``INTERNAL``).

        ``override`` is an edition's ``transforms`` folder: a stylesheet there takes the place of ours of the same name
        (and usually imports it), its ``l10n/*.xml`` add to our labels. ``authorities`` is the tree that
        ``render.authorities`` makes, ``edition`` the element that `collection.declared` makes; neither must change
        afterwards. ``lang`` is the language of the interface where a rendering states none.

        Raises:
            TeicableError: there is no such target.
            StylesheetError: a stylesheet does not compile or wants to load what it must not.
        """
        self._targets = {name: target(name) for name in targets}
        trusted = [override] if override else []
        paths = {name: _stylesheet(found, override) for name, found in self._targets.items()}
        self._transforms = Transforms(paths, trusted)
        self._unheard = {name: unheard(path, override) for name, path in paths.items()} if override else {}
        self._labels = labels(override)
        self._trees: dict[str, Value] = {"template": template(override)}
        self._words: dict[str, Entries] = {}
        self._read: tuple[bytes, str, str] | None = None
        self._typesetter = Typesetter(override / "typst" / "fonts" if override else None)
        if authorities is not None:
            self._trees["authorities"] = authorities
        if edition is not None:
            self._trees["edition"] = edition
        self._lang = lang
        own_fonts = override is not None and any((override / "typst" / "fonts").glob("*"))
        self._printed = "en" if lang.startswith(UNPRINTED) and not own_fonts else lang

    def parameters(self, name: str) -> list[Parameter]:
        """Return what ``--list-params`` lists for a target: the parameters a person can set, sorted by name."""
        return settable(self._transforms.parameters(name).values())

    def render(
        self, tei: bytes | str, name: str, parameters: Mapping[str, str] | None = None, path: str = ""
    ) -> Rendering:
        """Render one TEI file to the target ``name``; ``path`` is how diagnostics call the file.

        A text, and not bytes, is what this program made of files that it had read: it is not looked through again, for
        of ten thousand documents that takes as much memory as all the rest.

        Raises:
            ParameterError: a parameter is not declared by the stylesheet or its value is not of the declared type.
            StylesheetError: the stylesheet failed.
        """
        declared = self._transforms.parameters(name)
        lang = self._printed if name in PRINTED else self._lang
        spoken = {"lang": lang} if lang and "lang" in declared else {}
        values = converted({**spoken, **(parameters or {})}, declared.values())
        read = ("", tei) if isinstance(tei, str) else self._source(tei, path)
        if isinstance(read, Diagnostic):
            return Rendering(b"", (read,))
        identifier, source = read
        given: dict[str, Value] = {key: tree_ for key, tree_ in self._trees.items() if key in declared}
        if "words" in declared:
            given["words"] = self._spoken(str(values.get("lang", "en")))
        result = self._transforms.run(name, source, given | values)
        stylesheet = self._targets[name].stylesheet
        found = tuple(_diagnostic(text, path, stylesheet) for text in result.messages) + self._unheard.get(name, ())
        if self._targets[name].typeset:
            attached = {f"{identifier}.xml": tei} if isinstance(tei, bytes) else {}
            sheet = self.typeset(_bytes(result.text), attached)
            return Rendering(sheet.data, found + uncovered(sheet.uncovered, path))
        return Rendering(_bytes(result.text), found)

    def _spoken(self, lang: str) -> Entries:
        """Return the words of a language, which every document of an edition asks for."""
        if lang not in self._words:
            self._words[lang] = Entries(words(self._labels, lang))
        return self._words[lang]

    def _source(self, tei: bytes, path: str) -> tuple[str, str] | Diagnostic:
        """Read a file, safely: its id, and it as text. The last is kept: several outputs are made of each in turn."""
        if self._read is None or self._read[0] != tei:
            tree = parse(tei, path)
            if isinstance(tree, Diagnostic):
                return tree
            self._read = (tei, tree.getroot().get(_ID, ""), _text(tei, tree))
        return self._read[1:]

    def typeset(self, code: bytes, attached: Mapping[str, bytes] | None = None) -> Sheet:
        """Set Typst code that this renderer made; ``attached`` are TEI files by name, for the documents in it.

        Raises:
            StylesheetError: Typst refuses the code.
        """
        return self._typesetter.pdf(code.decode("utf-8"), attached)


def _text(tei: bytes, tree: etree._ElementTree) -> str:
    """Return what was parsed as text: as it was written, where its encoding is the usual one, else written anew."""
    return tei.decode("utf-8-sig") if is_utf8(tei, tree) else etree.tostring(tree, encoding="unicode")


def target(name: str) -> Target:
    """Return a target by name.

    Raises:
        TeicableError: there is none; the message lists the outputs.
    """
    found = TARGETS.get(name) or INTERNAL.get(name)
    if found is None:
        raise TeicableError(f"there is no output “{name}”", f"outputs: {', '.join(TARGETS)}")
    return found


def style(override: Path | None = None, *, faces: bool = False, sheet: str = "edition") -> str:
    """Return the CSS of the pages, or another ``sheet``: ours, then the edition's of that name where it has one.

    ``faces`` says that it is of a site: the files of `fonts` will stand in ``fonts/`` beside the folder of the style
    sheet, and notes beside their calls.
    """
    names = ("fonts", sheet, *(["site"] if sheet == "edition" else [])) if faces else (sheet,)
    sheets = [resources.transforms(f"css/{name}.css") for name in names]
    own = [override / "css" / f"{sheet}.css"] if override else []
    return "\n".join(path.read_text(encoding="utf-8") for path in (*sheets, *own) if path.is_file())


def script(name: str, override: Path | None = None) -> bytes:
    """Return a script of the pages, such as ``js/search.js``: the edition's own where it has one of that name."""
    own = override / name if override else None
    return (own if own and own.is_file() else resources.transforms(name)).read_bytes()


def fonts(override: Path | None = None) -> dict[str, bytes]:
    """Return the fonts of the pages with their licence, by file name: ours, and those in the edition's ``fonts/``."""
    folders = [resources.transforms("fonts"), *([override / "fonts"] if override else [])]
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]
    return {path.name: path.read_bytes() for path in files if path.name != "README.md"}


def _stylesheet(wanted: Target, override: Path | None) -> Path:
    own = override / wanted.stylesheet if override else None
    return own if own and own.is_file() else resources.transforms(wanted.stylesheet)


def _bytes(text: str) -> bytes:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return (lines.rstrip("\n") + "\n").encode()


def _diagnostic(message: str, path: str, stylesheet: str) -> Diagnostic:
    """Read one ``xsl:message``: ``T001|element|id|path`` is our own report, anything else a stylesheet speaking."""
    code, *parts = message.strip().split("|")
    if code != "T001" or len(parts) != 3:
        return Diagnostic("T002", f"{stylesheet} says: {' '.join(message.split())}", Location(path))
    element, identifier, xpath = parts
    place = f" at or in “{identifier}”" if identifier else ""
    return Diagnostic(
        "T001",
        f"“{element}”{place} has no template; its text is shown as it stands",
        Location(path, xpath=xpath),
        f"write a template for it in your edition's transforms/{stylesheet}, or encode it otherwise",
    )

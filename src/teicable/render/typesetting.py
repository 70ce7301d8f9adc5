"""Set Typst code as PDF: tagged, PDF/UA-1 and PDF/A-3a at once, with files attached, the same bytes on every run.

The code comes from our stylesheets and from those of an edition, so it is not trusted: it is compiled in an empty
folder, with no system fonts, and refused when it would load a file or a package (Typst downloads packages it does not
find).
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from teicable.diagnostics import Diagnostic, Location
from teicable.errors import StylesheetError

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
"""The standards every PDF obeys; Typst checks them while it writes."""
_LOADING = re.compile(r"(?<![\w-])(?:import|include)(?![\w-])")
_UNCOVERED = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_FONTS = ("*.otf", "*.ttf", "*.ttc", "*.otc")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What Typst code became: the PDF, and the characters that no font had and that were set as their numbers."""

    data: bytes
    uncovered: str = ""


class Typesetter:
    """The compiler with its fonts; build one per process and keep it."""

    def __init__(self, fonts: Path | None = None) -> None:
        """Load the fonts that are part of Typst and those in the folder ``fonts``."""
        self._folder = fonts if fonts and any(path for form in _FONTS for path in fonts.glob(form)) else None
        self._loaded: tuple[Any, tuple[str, ...]] | None = None

    def pdf(self, code: str, attached: Mapping[str, bytes] | None = None) -> Sheet:
        """Set ``code``; a document in it that looks for ``NAME.xml`` finds it in ``attached``.

        Raises:
            StylesheetError: the code loads something, or Typst or a PDF standard refuses it.
        """
        refuse_loading(code)
        given = {name: data.decode("utf-8") for name, data in (attached or {}).items()}
        try:
            return Sheet(self._compiled(code, given))
        except _UncoveredError as found:
            # Typst names every character that lacks a letter; the template then sets them as numbers.
            characters = found.characters
        try:
            return Sheet(self._compiled(code, given | {"uncovered": characters}), characters)
        except _UncoveredError as found:
            raise StylesheetError(f"no font has “{found.characters}”, nor the signs that stand for it") from found

    def _compiled(self, code: str, inputs: Mapping[str, str]) -> bytes:
        import typst

        fonts, families = self._fonts()
        # An empty folder is all that the code could read.
        with tempfile.TemporaryDirectory(prefix="teicable-") as empty:
            compiler = typst.Compiler(root=empty, font_paths=fonts, ignore_system_fonts=True)
            try:
                made = compiler.compile(
                    code.encode("utf-8"),
                    format="pdf",
                    pdf_standards=[*STANDARDS],
                    sys_inputs={**inputs, "fonts": "|".join(families)},
                    timestamp=0,
                )
            except typst.TypstError as error:
                uncovered = _uncovered(error.diagnostic)
                if uncovered:
                    raise _UncoveredError(uncovered) from error
                raise StylesheetError(
                    f"Typst refuses it: {_clean(error.message, empty)}", _hint(error.hints)
                ) from error
        if not isinstance(made, bytes):
            raise StylesheetError("Typst made no PDF")
        return made

    def _fonts(self) -> tuple[Any, tuple[str, ...]]:
        import typst

        if self._loaded is None:
            own: Sequence[Any] = [str(self._folder)] if self._folder else []
            bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(own))
            families = tuple(sorted(bare.families())) if own else ()
            self._loaded = typst.Fonts(include_system_fonts=False, font_paths=list(own)), families
        return self._loaded


class _UncoveredError(Exception):
    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


def refuse_loading(code: str) -> None:
    """Refuse code that names a file or package to load; the words of a cable never do (``f:literal``).

    Raises:
        StylesheetError: with the line.
    """
    found = _LOADING.search(code)
    if found:
        line = code.count("\n", 0, found.start()) + 1
        raise StylesheetError(
            f"line {line} of the Typst code has the word “{found.group()}”, by which Typst loads files and packages",
            "print loads nothing: write what you need into your edition's transforms/typst/edition.typ",
        )


def uncovered(characters: str, path: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostic for characters of the file ``path`` that were set as numbers; none where there are none."""
    if not characters:
        return ()
    named = ", ".join(f"“{c}” (U+{ord(c[0]):04X})" for c in characters[:5])
    more = f" and {len(characters) - 5} more" if len(characters) > 5 else ""
    return (
        Diagnostic(
            "T003",
            f"no font has {named}{more}; in print the number stands in its place",
            Location(path),
            "put a font that has it into your edition's transforms/typst/fonts",
        ),
    )


def _uncovered(diagnostic: str) -> str:
    """Read the characters from what Typst says, each once, in order of their numbers."""
    texts = [_ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text) for text in _UNCOVERED.findall(diagnostic)]
    return "".join(sorted({character for text in texts for character in _unquoted(text)}))


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(text))
    except ValueError:
        return text[1:-1]


def _clean(message: str, folder: str) -> str:
    return " ".join(message.replace(folder, "").split())


def _hint(hints: Sequence[str]) -> str:
    return "; ".join(hints)

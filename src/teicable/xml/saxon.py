"""Run XSLT 3 with the doors closed.

Left to itself Saxon reads ``file:`` and ``http:`` URIs named in a document or a stylesheet and writes wherever
``xsl:result-document`` points. The order that closes it: check what a stylesheet would load, compile everything
while only ``file:`` and our canonical URIs may be read, then forbid every protocol and capture secondary results.
Text goes in, text comes out; whoever called writes the files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor

from teicable.diagnostics import Diagnostic
from teicable.errors import ParameterError, StylesheetError
from teicable.files import read
from teicable.xml.catalog import CANONICAL, catalogs, locate
from teicable.xml.parse import parse

XSL = "http://www.w3.org/1999/XSL/Transform"
_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
_READING = ("doc(", "document(", "unparsed-", "collection(", "transform(")
_KEPT = 8
_EXTERNAL = "http://saxon.sf.net/feature/allow-external-functions"


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A map of strings as a stylesheet parameter, not changed later; the same one is made for the processor once."""

    of: Mapping[str, str]


Value = str | bool | int | etree._Element | Entries
"""A stylesheet parameter: a string, boolean, integer, map, or an XML tree (passed as a document, not changed later)."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one transformation gave: the principal result and the texts of its ``xsl:message``s."""

    text: str
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A global parameter that a stylesheet declares: name, type as written, whether required, documentation."""

    name: str
    type: str
    required: bool
    description: str


class Transforms:
    """A set of stylesheets, compiled once in one closed processor.

    Build one per process and keep it: compiling costs tens of milliseconds, a run about two.
    """

    def __init__(self, stylesheets: Mapping[str, Path], trusted: Sequence[Path] = ()) -> None:
        """Compile ``stylesheets`` (name to path); they may load files below their own folder, ``trusted`` and ours.

        Raises:
            StylesheetError: a stylesheet is missing, does not compile, or wants to load something else.
        """
        self._paths = dict(stylesheets)
        self._processor = PySaxonProcessor(license=False)
        self._processor.set_catalog_files([str(path) for path in catalogs()])
        self._processor.set_configuration_property(_EXTERNAL, "off")
        self._processor.set_configuration_property(_PROTOCOLS, f"file,{CANONICAL.partition(':')[0]}")
        compiler = self._processor.new_xslt30_processor()
        self._compiled = {}
        for name, path in self._paths.items():
            closure(path, trusted)
            try:
                self._compiled[name] = compiler.compile_stylesheet(stylesheet_file=str(path.resolve()))
            except PySaxonApiError as error:
                raise StylesheetError(f"{path} does not compile: {_clean(error)}") from error
        self._processor.set_configuration_property(_PROTOCOLS, "")
        self._made: dict[str, dict[etree._Element | Entries, Any]] = defaultdict(dict)
        self._read: tuple[str, Any] = ("", None)
        self._parameters = {name: {p.name: p for p in parameters(path, trusted)} for name, path in self._paths.items()}

    def parameters(self, name: str) -> Mapping[str, Parameter]:
        """Return the global parameters of a stylesheet by name."""
        return self._parameters[name]

    def run(self, name: str, source: str, parameters: Mapping[str, Value] | None = None) -> Result:
        """Transform the XML text ``source`` with the stylesheet ``name``.

        Raises:
            ParameterError: a parameter the stylesheet does not declare (Saxon itself would ignore it in silence).
            StylesheetError: the stylesheet failed; its own message is quoted.
        """
        executable = self._compiled[name]
        for unknown in sorted(set(parameters or {}) - set(self._parameters[name])):
            known = ", ".join(sorted(self._parameters[name])) or "none"
            raise ParameterError(f"{self._paths[name].name} has no parameter “{unknown}”", f"it has: {known}")
        executable.clear_parameters()
        for key, value in (parameters or {}).items():
            executable.set_parameter(key, self._value(name, value))
        executable.set_save_xsl_message(True)
        executable.set_capture_result_documents(True)
        try:
            node = self._source(source)
            text = executable.transform_to_string(xdm_node=node)
            found = executable.get_xsl_messages()
        except PySaxonApiError as error:
            raise StylesheetError(f"{self._paths[name].name} failed: {_clean(error)}") from error
        messages = tuple(found.item_at(i).string_value for i in range(found.size)) if found is not None else ()
        executable.clear_xsl_messages()
        return Result(text or "", messages)

    def _source(self, text: str) -> Any:
        """Return a source as a Saxon document: the last is kept, because several outputs are made of each in turn."""
        if self._read[1] is None or self._read[0] != text:
            self._read = (text, self._processor.parse_xml(xml_text=text))
        return self._read[1]

    def _value(self, name: str, value: Value) -> Any:
        make = self._processor
        if isinstance(value, bool):
            return make.make_boolean_value(value)
        if isinstance(value, int):
            return make.make_integer_value(value)
        if isinstance(value, str):
            return make.make_string_value(value)
        # Each stylesheet has its own tree: of one that several share Saxon keeps the keys of the last stylesheet, and
        # looks through the authorities anew for other pages.
        made = self._made["" if isinstance(value, Entries) else name]
        if value not in made:
            if len(made) >= _KEPT:
                made.pop(next(iter(made)))
            made[value] = self._kept(value)
        return made[value]

    def _kept(self, value: etree._Element | Entries) -> Any:
        """Return a tree as a Saxon document, or a map: authorities and labels are passed with every cable."""
        make = self._processor
        if isinstance(value, Entries):
            pairs = value.of.items()
            return make.make_map({make.make_string_value(key): make.make_string_value(word) for key, word in pairs})
        return make.parse_xml(xml_text=etree.tostring(value, encoding="unicode", with_tail=False))


def closure(path: Path, trusted: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the stylesheets that ``path`` consists of, itself first, following import, include and use-package.

    Raises:
        StylesheetError: one is missing or not well-formed, lies outside ``trusted`` and our own folders, or reads
            documents while it is being compiled.
    """
    folders = [path.parent, *trusted, *(catalog.parent for catalog in catalogs())]
    allowed = [folder.resolve() for folder in folders]
    found: list[Path] = []
    waiting = [path.resolve()]
    while waiting:
        current = waiting.pop(0)
        if current in found:
            continue
        if not any(current.is_relative_to(folder) for folder in allowed):
            raise StylesheetError(f"{path} loads {current}, which is outside its folder")
        found.append(current)
        for address, line in _module(current, read(current)).loads:
            target = locate(address, current)
            if target is None:
                raise StylesheetError(f"{current}:{line} loads “{address}” from elsewhere")
            waiting.append(target)
    return tuple(found)


def parameters(path: Path, trusted: Sequence[Path] = ()) -> list[Parameter]:
    """Read the global ``xsl:param``s of a stylesheet and what it imports; the importing one wins, as in XSLT."""
    found: dict[str, Parameter] = {}
    for module in closure(path, trusted):
        for parameter in _module(module, read(module)).parameters:
            found.setdefault(parameter.name, parameter)
    return sorted(found.values(), key=lambda p: p.name)


class _Module(NamedTuple):
    """What has to be known of one stylesheet file: what it loads, with the line, and its global parameters."""

    loads: tuple[tuple[str, int], ...]
    parameters: tuple[Parameter, ...]


@lru_cache(maxsize=256)
def _module(path: Path, data: bytes) -> _Module:
    """Read a stylesheet file; most are part of several outputs."""
    tree = parse(data, str(path))
    if isinstance(tree, Diagnostic):
        raise StylesheetError(f"{tree.location}: {tree.message}", tree.hint)
    root = tree.getroot()
    loads: list[tuple[str, int]] = []
    for element in root.iter(f"{{{XSL}}}*"):
        _refuse_static(element, path)
        if element.tag in (f"{{{XSL}}}import", f"{{{XSL}}}include"):
            line = element.sourceline if isinstance(element.sourceline, int) else 0
            loads.append((element.get("href", ""), line))
    return _Module(tuple(loads), tuple(map(_parameter, root.findall(f"{{{XSL}}}param"))))


def _parameter(element: etree._Element) -> Parameter:
    note = element.getprevious()
    text = " ".join((note.text or "").split()) if isinstance(note, etree._Comment) else ""
    required = element.get("required") in ("yes", "true", "1")
    return Parameter(element.get("name", ""), element.get("as", "item()*"), required, text)


def _refuse_static(element: etree._Element, path: Path) -> None:
    """Refuse what Saxon evaluates while compiling, if it names a function that reads documents."""
    static = [element.get("use-when", "")]
    static += [str(value) for name, value in element.attrib.items() if str(name).startswith("_")]
    if element.get("static") in ("yes", "true", "1"):
        static.append(element.get("select", ""))
    if any(word in text for text in static for word in _READING):
        raise StylesheetError(f"{path}:{element.sourceline} reads a document while being compiled, which is refused")


def _clean(error: Exception) -> str:
    return " ".join(str(error).split())

"""The layers of the program, and what only one module may do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import teicable
from teicable.diagnostics import catalogue

SOURCE = Path(teicable.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
LAYERS = (
    ("errors",),
    ("diagnostics", "resources", "files"),
    ("model", "xml", "vocabularies", "languages", "authorities", "chronology"),
    (
        *("readers", "credits", "shelfmarks", "segment", "annotate", "resolve"),
        *("describe", "particulars", "route", "headlines", "offices", "dump"),
    ),
    ("tei", "conversion", "validation"),
    ("render", "deposit", "review", "odd", "desk"),
    ("edition",),
    ("commands", "cli"),
)
"""From the bottom; upper may import lower only, and those of one line each other."""
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FORBIDDEN = ("util", "utils", "helper", "helpers", "manager", "process", "common", "misc", "core", "base")
READING_XML = {"parse", "fromstring", "iterparse", "XMLParser", "HTMLParser", "XMLPullParser", "XMLSchema"}
MAKING_XML = {"xml.etree.ElementTree.Element", "xml.etree.ElementTree.SubElement"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "touch", "rmdir", "mkstemp", "copyfile", "rmtree"}


def name_of(path: Path) -> str:
    """Return the name of a module below the package, such as ``tei/mixed``."""
    return path.relative_to(SOURCE).with_suffix("").as_posix()


def part_of(name: str) -> str:
    return name.split("/")[0]


@cache
def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all that a module is written of."""
    return tuple(ast.walk(read(path)))


def imported(path: Path) -> Iterator[str]:
    """Yield all imported modules and names in dotted form, also those imported inside functions."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def each(*except_: str):
    chosen = [
        path for path in MODULES if not any(name_of(path) == e or name_of(path).startswith(f"{e}/") for e in except_)
    ]
    return pytest.mark.parametrize("path", chosen, ids=name_of)


@each("__init__", "__main__")
def test_upper_imports_lower(path):
    own = part_of(name_of(path))
    assert own in RANK, f"give {own} its place in LAYERS, and in CONTRIBUTING.md"
    for name in imported(path):
        if name.startswith("teicable.") and not name.startswith("teicable.__"):
            other = name.split(".")[1]
            # The catalogue of codes asks where its pages are; nothing else in this line looks up.
            assert RANK[other] <= RANK[own], f"{name_of(path)} imports {name}"


@each("xml")
def test_only_xml_opens_parsers(path):
    names = set(imported(path)) - MAKING_XML
    assert not [name for name in names if name.partition(".")[0] in ("saxonche", "xml") and "sax.saxutils" not in name]
    for call in calls(path):
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            assert (call.func.value.id, call.func.attr) not in {("etree", name) for name in READING_XML}


@each("tei/mixed")
def test_only_mixed_content_writes_text_and_tail(path):
    for node in nodes(path):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        written = [t.attr for t in targets if isinstance(t, ast.Attribute)] if isinstance(node, ast.stmt) else []
        assert not {"text", "tail"} & set(written), f"{name_of(path)}:{getattr(node, 'lineno', 0)}"


@each("files")
def test_only_files_writes(path):
    for call in calls(path):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        assert name not in WRITING, f"{name_of(path)}:{call.lineno} calls {name}"
        assert name != "open", f"{name_of(path)}:{call.lineno} opens a file"


@each()
def test_modules_are_short_and_well_named(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{name_of(path)} has {lines} lines"
    assert not set(name_of(path).split("/")) & set(FORBIDDEN)
    assert ast.get_docstring(read(path)), f"{name_of(path)} says nothing of itself"


def test_stylesheets_are_short():
    from teicable import resources

    for path in [*resources.transforms().rglob("*.xsl"), *resources.schema("build").rglob("*.xsl")]:
        assert path.read_text(encoding="utf-8").count("\n") <= 400, path.name


def test_codes_and_pages_match():
    from teicable import resources

    used = {
        code
        for path in MODULES
        if name_of(path) not in ("validation/rules", "validation/remedies")  # they name rules
        for code in re.findall(r"[\"'\[]([RSAMEGVXFTD][0-9]{3})[\"'|]", path.read_text(encoding="utf-8"))
    }
    rules = re.findall(r'<sch:pattern id="(\w+)"', resources.schema("teicable.sch").read_text(encoding="utf-8"))
    assert used | set(rules) == set(catalogue.codes())
    assert not used & set(rules)


@pytest.mark.parametrize("code", catalogue.codes())
def test_every_page_is_whole(code):
    page = catalogue.page(code)
    headings = re.findall(r"^## (.+)$", page.body, re.MULTILINE)
    assert headings == ["What it means", "Why it matters", "Example", "What to do"]
    assert page.title
    assert not page.title.endswith(".")

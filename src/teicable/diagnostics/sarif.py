"""Write diagnostics as SARIF 2.1.0, which code hosts and editors show beside the file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from teicable import __version__
from teicable.diagnostics import Diagnostic, Edit, Fix, Location, Severity
from teicable.diagnostics.catalogue import page
from teicable.diagnostics.excerpts import Sources
from teicable.diagnostics.handbook import address

_LEVELS = {Severity.ERROR: "error", Severity.REVIEW: "warning", Severity.NOTE: "note"}
_Json = dict[str, object]


def sarif(diagnostics: Sequence[Diagnostic], sources: Sources | None = None) -> str:
    """Return one run: rules with the pages of their codes, results with place, excerpt and repair."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    run: _Json = {
        "tool": {"driver": {"name": "teicable", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), sources or Sources()) for one in diagnostics],
    }
    content = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> _Json:
    known = page(code)
    rule: _Json = {
        "id": code,
        "shortDescription": {"text": known.title},
        "help": {"text": known.body, "markdown": known.body},
        "defaultConfiguration": {"level": _LEVELS[Severity(known.severity)]},
    }
    return {**rule, "helpUri": address(f"guidelines.html#rule.{code}")} if code.startswith("V") else rule


def _result(diagnostic: Diagnostic, index: int, sources: Sources) -> _Json:
    where = diagnostic.location
    place: _Json = {"artifactLocation": {"uri": _uri(where.path)}}
    if where.line and not where.page:
        region: _Json = {"startLine": where.line}
        if where.column:
            region["startColumn"] = where.column
        excerpt = sources.excerpt(where)
        if excerpt and excerpt.at:
            region |= {"endColumn": where.column + len(excerpt.at), "snippet": {"text": excerpt.at}}
        place["region"] = region
    location: _Json = {"physicalLocation": place} if where.path else {}
    if where.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": where.xpath, "kind": "element"}]
    words = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    message: _Json = {"text": words}
    if diagnostic.see:
        message["markdown"] = f"{words}\n\n[guidelines]({address(diagnostic.see)})"
    result: _Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": message,
        "locations": [location] if location else [],
    }
    if diagnostic.fix and diagnostic.fix.edits:
        result["fixes"] = [_fix(diagnostic.fix, where)]
    return result


def _fix(fix: Fix, where: Location) -> _Json:
    changes = {"artifactLocation": {"uri": _uri(where.path)}, "replacements": [_replacement(e) for e in fix.edits]}
    title = fix.title if fix.safe else f"{fix.title} (look at it first)"
    return {"description": {"text": title}, "artifactChanges": [changes]}


def _replacement(edit: Edit) -> _Json:
    region: _Json = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _uri(path: str) -> str:
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path.replace("\\", "/"))

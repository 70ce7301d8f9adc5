"""Print diagnostics: for people, for programs, and for the systems that show them beside a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from teicable.diagnostics import Diagnostic, Edit, Fix, Location, Severity
from teicable.diagnostics.catalogue import page
from teicable.diagnostics.excerpts import Sources
from teicable.diagnostics.handbook import address
from teicable.diagnostics.report import html
from teicable.diagnostics.sarif import sarif

_COLOURS = {Severity.ERROR: "\033[31m", Severity.REVIEW: "\033[33m", Severity.NOTE: "\033[36m"}
_WORDS = {Severity.ERROR: "error", Severity.REVIEW: "warning", Severity.NOTE: "info"}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"
_PLURALS = {Severity.ERROR: "errors", Severity.REVIEW: "reviews", Severity.NOTE: "notes"}


def text(diagnostics: Iterable[Diagnostic], sources: Sources | None = None, *, colour: bool = False) -> str:
    """Return ``path:line:col: CODE message``, with the hint indented below it, each hint where it is first of use.

    The second line says how severe it is, in words that editors know (error, warning, info), and shows what stands at
    the place, with ``sources``; the third points at it. Programs that run teicable rely on the first two.
    """
    sources = sources or Sources()
    lines = []
    said: set[tuple[str, str]] = set()
    for diagnostic in diagnostics:
        code = diagnostic.code
        place = str(diagnostic.location)
        if colour:
            code = f"{_BOLD}{_COLOURS[diagnostic.severity]}{code}{_PLAIN}"
            place = f"{_BOLD}{place}{_PLAIN}"
        decided = f" (decided by {diagnostic.decided})" if diagnostic.decided else ""
        lines.append(f"{place}: {code} {diagnostic.message}{decided}")
        lines += _shown(diagnostic, sources, colour)
        see = diagnostic.see
        if see and colour:
            see = f"\033]8;;{address(see)}\033\\{see}\033]8;;\033\\"
        hint = f"{diagnostic.hint} ({see})".strip() if see else diagnostic.hint
        if hint and (diagnostic.code, hint) not in said:
            said.add((diagnostic.code, hint))
            lines.append(f"  {_DIM}hint: {hint}{_PLAIN}" if colour else f"  hint: {hint}")
    return "".join(line + "\n" for line in lines)


def _shown(diagnostic: Diagnostic, sources: Sources, colour: bool) -> list[str]:
    """Return the line of the source with the severity before it, and a line with a mark below the place."""
    word = _WORDS[diagnostic.severity]
    excerpt = sources.excerpt(diagnostic.location)
    before = f"  {word}: "
    start, end = (_COLOURS[diagnostic.severity], _PLAIN) if colour else ("", "")
    if excerpt is None:
        return [f"  {start}{word}{end}: {page(diagnostic.code).title}"]
    line = f"  {start}{word}{end}: {excerpt.before}{start}{excerpt.at}{end}{excerpt.after}"
    if not diagnostic.location.column:
        return [line]
    return [line, f"{' ' * (len(before) + excerpt.indent)}{start}{'^' * max(1, min(len(excerpt.at), 60))}{end}"]


def json_text(diagnostics: Iterable[Diagnostic], sources: Sources | None = None) -> str:
    """Return a JSON array with one object a diagnostic."""
    return json.dumps([as_dict(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"


def github(diagnostics: Iterable[Diagnostic], sources: Sources | None = None) -> str:
    """Return workflow commands, which GitHub shows as annotations of a change."""
    levels = {Severity.ERROR: "error", Severity.REVIEW: "warning", Severity.NOTE: "notice"}
    lines = []
    for d in diagnostics:
        places = {"file": d.location.path, "line": d.location.line, "col": d.location.column, "title": d.code}
        values = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items() if value)
        message = f"{d.message}\n{d.hint}" if d.hint else d.message
        lines.append(f"::{levels[d.severity]} {values}::{_escaped(message)}\n")
    return "".join(lines)


def junit(diagnostics: Iterable[Diagnostic], sources: Sources | None = None) -> str:
    """Return a JUnit report: a file is a suite, an error a failure, a review or note a case with output."""
    from xml.sax.saxutils import escape, quoteattr

    suites: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        suites.setdefault(diagnostic.location.path or "-", []).append(diagnostic)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for path, found in suites.items():
        failures = sum(d.severity is Severity.ERROR for d in found)
        lines.append(f'  <testsuite name={quoteattr(path)} tests="{len(found)}" failures="{failures}">')
        for d in found:
            case = f"<testcase classname={quoteattr(path)} name={quoteattr(f'{d.code} {d.location}')}>"
            tag = "failure" if d.severity is Severity.ERROR else "skipped"
            said = f"<{tag} message={quoteattr(_clean(d.message))}>{escape(_clean(d.hint))}</{tag}>"
            lines.append(f"    {case}{said}</testcase>")
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic], Sources | None], str]] = {
    "text": text,
    "json": json_text,
    "sarif": sarif,
    "github": github,
    "junit": junit,
    "html": html,
}
"""Output formats by name."""


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line such as “2 errors, 1 review in 2 files”, or “nothing to report”."""
    found = list(diagnostics)
    if not found:
        return "nothing to report"
    counts = Counter(diagnostic.severity for diagnostic in found)
    parts = [counted(counts[severity], severity.value, _PLURALS[severity]) for severity in Severity if counts[severity]]
    paths = {diagnostic.location.path for diagnostic in found}
    return f"{', '.join(parts)} in {counted(len(paths), 'file', 'files')}"


def counted(number: int, singular: str, plural: str) -> str:
    """Return the number with its noun."""
    return f"{number} {singular if number == 1 else plural}"


def as_dict(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as JSON knows it; what is not known is left out."""
    location = diagnostic.location
    places = {"path": location.path, "page": location.page, "line": location.line, "column": location.column}
    places["xpath"] = location.xpath
    fix: dict[str, object] | None = None
    if diagnostic.fix:
        fix = {"title": diagnostic.fix.title, "safe": diagnostic.fix.safe, "edits": list(diagnostic.fix.edits)}
    content = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "location": {key: value for key, value in places.items() if value},
        "fix": fix,
        "see": diagnostic.see,
        "proposes": diagnostic.proposes,
        "decided": diagnostic.decided,
    }
    return {key: value for key, value in content.items() if value or key == "location"}


def from_dict(content: Mapping[str, object]) -> Diagnostic:
    """Return the diagnostic that `as_dict` wrote.

    Raises:
        KeyError, TypeError: it is none.
    """
    location, fix = content["location"], content.get("fix")
    if not isinstance(location, dict) or not isinstance(fix, dict | None):
        raise TypeError("not a diagnostic")
    return Diagnostic(
        str(content["code"]),
        str(content["message"]),
        Location(**location),
        str(content.get("hint", "")),
        Fix(fix["title"], fix["safe"], tuple(Edit(*edit) for edit in fix["edits"])) if fix else None,
        *(str(content.get(key, "")) for key in ("see", "proposes", "decided")),
    )


def _clean(words: str) -> str:
    """Replace what XML does not allow."""
    return "".join(c if c >= " " or c in "\t\n" else "\ufffd" for c in words)


def _escaped(value: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        value = value.replace(character, f"%{ord(character):02X}")
    return value

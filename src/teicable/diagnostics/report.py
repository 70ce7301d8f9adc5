"""Write diagnostics as one web page that an editor can be sent: by document, with source line, remedy and explanation.

The page needs nothing beside it: no script, no picture, no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from teicable.diagnostics import Diagnostic, Severity
from teicable.diagnostics.catalogue import page
from teicable.diagnostics.excerpts import Sources
from teicable.diagnostics.handbook import address

_PLURALS = {Severity.ERROR: "errors", Severity.REVIEW: "to review", Severity.NOTE: "notes"}
_SINGULARS = {Severity.ERROR: "error", Severity.REVIEW: "to review", Severity.NOTE: "note"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What teicable found</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header>
<h1>What teicable found</h1>
{summary}
</header>
<main id="findings">
{documents}{codes}</main>
</body>
</html>
"""
_FINDING = """<article class="{severity}">
<h3><span class="severity {severity}">{severity}</span> <a href="#{code}">{code}</a> {message}</h3>
<p class="place">{place}</p>
{source}{remedy}</article>
"""


def html(diagnostics: Sequence[Diagnostic], sources: Sources | None = None) -> str:
    """Return the page: counts, list of documents, findings of each, and the pages of the codes."""
    documents = [(path, list(found)) for path, found in groupby(diagnostics, lambda one: one.location.path)]
    sections = [_document(number, *one, sources or Sources()) for number, one in enumerate(documents, 1)]
    codes = sorted({one.code for one in diagnostics})
    explained = "".join(map(_code, codes))
    return _PAGE.format(
        style=_style(),
        summary=_summary(diagnostics, documents),
        documents="".join(sections),
        codes=f'<section aria-labelledby="codes">\n<h2 id="codes">What the codes mean</h2>\n{explained}</section>\n'
        if codes
        else "",
    )


def _summary(diagnostics: Sequence[Diagnostic], documents: Sequence[tuple[str, list[Diagnostic]]]) -> str:
    if not diagnostics:
        return "<p>Nothing to report.</p>"
    counts = Counter(one.severity for one in diagnostics)
    listed = "".join(
        f'<li class="{one}"><b>{counts[one]}</b> {(_SINGULARS if counts[one] == 1 else _PLURALS)[one]}</li>'
        for one in Severity
        if counts[one]
    )
    links = "".join(
        f'<li><a href="#d{number}">{escape(path or "the edition")}</a> <span>{len(found)}</span></li>\n'
        for number, (path, found) in enumerate(documents, 1)
    )
    return (
        f'<ul class="counts" aria-label="How many">{listed}</ul>\n'
        f'<nav aria-label="Documents">\n<ul class="documents">\n{links}</ul>\n</nav>'
    )


def _document(number: int, path: str, found: Sequence[Diagnostic], sources: Sources) -> str:
    findings = "".join(_finding(one, sources) for one in found)
    heading = f'<h2 id="d{number}">{escape(path or "the edition")}</h2>'
    return f'<section aria-labelledby="d{number}">\n{heading}\n{findings}</section>\n'


def _finding(diagnostic: Diagnostic, sources: Sources) -> str:
    where = diagnostic.location
    parts = [
        f"{name} {value}"
        for name, value in (("page", where.page), ("line", where.line), ("column", where.column))
        if value
    ]
    excerpt = sources.excerpt(where)
    source = ""
    if excerpt:
        at = f"<mark>{escape(excerpt.at)}</mark>" if excerpt.at else ""
        source = f"<pre>{escape(excerpt.before)}{at}{escape(excerpt.after)}</pre>\n"
    return _FINDING.format(
        severity=diagnostic.severity.value,
        code=diagnostic.code,
        message=escape(diagnostic.message),
        place=escape(", ".join(parts) + (f" · {where.xpath}" if where.xpath else "")) or "the whole document",
        source=source,
        remedy=_remedy(diagnostic),
    )


def _remedy(diagnostic: Diagnostic) -> str:
    lines = [f"<p><b>What to do:</b> {escape(diagnostic.hint)}</p>"] if diagnostic.hint else []
    fix = diagnostic.fix
    if fix and fix.edits:
        option, does = ("--fix", "does") if fix.safe else ("--fix --unsafe-fixes", "does, if you agree,")
        lines.append(f'<p class="more"><code>teicable validate {option}</code> {does} this: {escape(fix.title)}.</p>')
    if diagnostic.see:
        subject = diagnostic.see.rpartition("#elem.")[2]
        link = f'<a href="{escape(address(diagnostic.see))}">Handbook: {escape(subject)}</a>'
        lines.append(f'<p class="more">{link} (where teicable is installed)</p>')
    return "".join(line + "\n" for line in lines)


@cache
def _code(code: str) -> str:
    from markdown_it import MarkdownIt

    known = page(code)
    # The page has headings of the second level; here they stand two levels below the code.
    body = MarkdownIt("commonmark", {"html": False}).render(known.body)
    body = body.replace("<h2>", "<h4>").replace("</h2>", "</h4>")
    severity = f'<span class="severity {known.severity}">{known.severity}</span>'
    heading = f'<h3 id="{code}">{code} · {escape(known.title)} {severity}</h3>'
    return f'<section class="code" aria-labelledby="{code}">\n{heading}\n{body}</section>\n'


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")

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

_NUMBERED = {Severity.ERROR: ("error", "errors"), Severity.REVIEW: ("place to review", "places to review")}
_NUMBERED |= {Severity.NOTE: ("note", "notes")}
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
<footer><p>{foot}</p></footer>
</body>
</html>
"""
_FINDING = """<article class="{severity}">
<h3>{message}</h3>
<p class="place"><span class="severity">{severity}</span> <b>{place}</b></p>
{source}{remedy}</article>
"""


def html(diagnostics: Sequence[Diagnostic], sources: Sources | None = None) -> str:
    """Return the page: counts, lists of documents and kinds, findings of each, and the pages of the codes."""
    documents = [(path, list(found)) for path, found in groupby(diagnostics, lambda one: one.location.path)]
    sections = [_document(number, *one, sources or Sources()) for number, one in enumerate(documents, 1)]
    codes = sorted({one.code for one in diagnostics})
    explained = f'<div class="explained">\n{"".join(map(_code, codes))}</div>\n'
    return _PAGE.format(
        style=_style(),
        summary=_summary(diagnostics, documents),
        documents="".join(sections),
        codes=f'<section aria-labelledby="codes">\n<h2 id="codes">What the codes mean</h2>\n{explained}</section>\n'
        if codes
        else "",
        foot=_foot(diagnostics),
    )


def _summary(diagnostics: Sequence[Diagnostic], documents: Sequence[tuple[str, list[Diagnostic]]]) -> str:
    if not diagnostics:
        return '<p class="lead">Nothing to report.</p>'
    counts = Counter(one.severity for one in diagnostics)
    told = [f'<b class="{one}">{counts[one]} {_NUMBERED[one][counts[one] > 1]}</b>' for one in Severity if counts[one]]
    words = " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)
    place = f"in {len(documents)} documents" if documents[1:] else "in one document"
    safe = sum(1 for one in diagnostics if one.fix is not None and one.fix.safe and one.fix.edits)
    mended = f'\n<p class="quiet"><code>teicable validate --fix</code> can repair {safe} of them.</p>' if safe else ""
    return f'<p class="lead">{words} {place}.</p>{mended}\n{_lists(diagnostics, documents)}'


def _lists(diagnostics: Sequence[Diagnostic], documents: Sequence[tuple[str, list[Diagnostic]]]) -> str:
    """List documents and kinds of findings, where there are several."""
    entries = [(f"#d{number}", _named(path), len(found)) for number, (path, found) in enumerate(documents, 1)]
    kinds = Counter(one.code for one in diagnostics)
    titles = [(f"#{code}", f"{code} {page(code).title}", kinds[code]) for code in sorted(kinds)]
    return _list("documents", "Documents", entries) + _list("codes", "Kinds of findings", titles)


def _list(name: str, heading: str, entries: Sequence[tuple[str, str, int]]) -> str:
    if not entries[1:]:
        return ""
    links = "".join(
        f'<li><a href="{address}">{escape(words)}</a> <span>{number}</span></li>\n'
        for address, words, number in entries
    )
    return f'<nav aria-label="{heading}">\n<h2>{heading}</h2>\n<ul class="{name}">\n{links}</ul>\n</nav>\n'


def _named(path: str) -> str:
    return path.rpartition("/")[2] or "the edition"


def _document(number: int, path: str, found: Sequence[Diagnostic], sources: Sources) -> str:
    findings = "".join(_finding(one, sources) for one in found)
    folder = path.rpartition("/")[0]
    small = f"<small>{escape(folder)}</small> " if folder else ""
    heading = f'<h2 id="d{number}">{small}{escape(_named(path))}</h2>'
    return f'<section aria-labelledby="d{number}">\n{heading}\n{findings}</section>\n'


def _finding(diagnostic: Diagnostic, sources: Sources) -> str:
    where = diagnostic.location
    parts = [f"{name} {value}" for name, value in (("page", where.page), ("line", where.line)) if value]
    place = ", ".join(parts) + (f":{where.column}" if where.line and where.column else "")
    excerpt = sources.excerpt(where)
    source = ""
    if excerpt:
        at = f"<mark>{escape(excerpt.at)}</mark>" if excerpt.at else ""
        source = f"<pre>{escape(excerpt.before)}{at}{escape(excerpt.after)}</pre>\n"
    return _FINDING.format(
        severity=diagnostic.severity.value,
        message=escape(_begun(diagnostic.message)),
        place=escape(place) or "the whole document",
        source=source,
        remedy=_remedy(diagnostic),
    )


def _remedy(diagnostic: Diagnostic) -> str:
    lines = [f"<p>{escape(_sentence(diagnostic.hint))}</p>"] if diagnostic.hint else []
    fix = diagnostic.fix
    if fix and fix.edits:
        option, does = ("--fix", "does") if fix.safe else ("--fix --unsafe-fixes", "does, if you agree,")
        lines.append(f'<p class="more"><code>{option}</code> {does} this: {escape(fix.title)}.</p>')
    known = page(diagnostic.code)
    more = [f'<a href="#{diagnostic.code}">{diagnostic.code}</a> {escape(known.title)}']
    if diagnostic.see:
        subject = diagnostic.see.rpartition("#")[2].replace("elem.", "").replace("rule.", "rule ")
        link = f'<a href="{escape(address(diagnostic.see))}">handbook: {escape(subject)}</a>'
        more[0] += f'<span class="handbook"> · {link}</span>'
    if diagnostic.location.xpath:
        more.append(f'<span class="path">{escape(diagnostic.location.xpath)}</span>')
    lines.append(f'<p class="more">{" · ".join(more)}</p>')
    return "".join(line + "\n" for line in lines)


def _sentence(words: str) -> str:
    """Begin a hint with a capital and end it."""
    begun = _begun(words)
    return begun if begun.endswith(("?", ".", "!", ">", "”")) else f"{begun}."


def _begun(words: str) -> str:
    """Begin with a capital, unless the first word is a name of the markup."""
    return words[:1].upper() + words[1:] if words.partition(" ")[0].rstrip(",:;").islower() else words


def _foot(diagnostics: Sequence[Diagnostic]) -> str:
    told = "Made by <code>teicable validate --output-format html</code>."
    if not any(one.see for one in diagnostics):
        return told
    return f'{told} <span class="handbook">Links to the handbook open where teicable is installed.</span>'


@cache
def _code(code: str) -> str:
    from markdown_it import MarkdownIt

    known = page(code)
    # The page has headings of the second level; here they stand two levels below the code.
    body = MarkdownIt("commonmark", {"html": False}).render(known.body)
    body = body.replace("<h2>", "<h4>").replace("</h2>", "</h4>")
    severity = f'<span class="severity">{known.severity}</span>'
    heading = f'<h3 id="{code}" class="{known.severity}">{code} · {escape(known.title)} {severity}</h3>'
    return f'<section class="code" aria-labelledby="{code}">\n{heading}\n{body}</section>\n'


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")

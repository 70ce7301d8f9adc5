"""Validate RO-Crates without a network: ``crate.py CONTEXT.jsonld FOLDER…``, where roc-validator is installed.

The JSON-LD context is read from the file; whatever else would be fetched is refused. Prints each issue on a line.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import requests
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor
from rocrate_validator import models, services
from rocrate_validator.utils import http

CONTEXT = Path(sys.argv[1]).read_bytes()
ASK = SPARQLProcessor.query


@cache
def _read(query: str, names: tuple[tuple[str, str], ...]) -> object:
    return prepareQuery(query, dict(names))


def _ask(self: Any, query: Any, bindings: Any = None, names: Any = None, *more: Any, **named: Any) -> Any:
    """Ask a graph. A few questions are asked of each thing in it, and to read one takes longer than to answer it."""
    if isinstance(query, str):
        query = _read(query, tuple((names or {}).items()))
    return ASK(self, query, bindings, names, *more, **named)


def _answer(self: object, url: str, *_: object, **__: object) -> requests.Response:
    answer = requests.Response()
    known = url.startswith("https://w3id.org/ro/crate/")
    answer.status_code, answer._content, answer.url = (200 if known else 504), (CONTEXT if known else b""), url
    answer.headers["Content-Type"] = "application/ld+json"
    return answer


def main() -> int:
    """Judge, and print what is wrong."""
    http.HttpRequester.get = http.HttpRequester.head = _answer  # type: ignore[method-assign]
    SPARQLProcessor.query = _ask  # type: ignore[method-assign]
    found = [_issues(folder) for folder in sys.argv[2:]]
    return 1 if any(found) else 0


def _issues(folder: str) -> bool:
    """Print what is wrong with one crate, and say whether anything is."""
    settings = services.ValidationSettings(
        rocrate_uri=models.URI(folder),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
    )
    result = services.validate(settings)
    for issue in result.get_issues():
        said = {"crate": folder, "severity": issue.severity.name, "message": issue.message}
        print(json.dumps(said, ensure_ascii=False))
    return bool(result.has_issues())


if __name__ == "__main__":
    sys.exit(main())

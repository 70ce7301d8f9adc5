"""Validate an RO-Crate without a network: ``crate.py CONTEXT.jsonld FOLDER``, where roc-validator is installed.

The JSON-LD context is read from the file; whatever else would be fetched is refused. Prints each issue on a line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import requests
from rocrate_validator import models, services
from rocrate_validator.utils import http

CONTEXT = Path(sys.argv[1]).read_bytes()


def _answer(self: object, url: str, *_: object, **__: object) -> requests.Response:
    answer = requests.Response()
    known = url.startswith("https://w3id.org/ro/crate/")
    answer.status_code, answer._content, answer.url = (200 if known else 504), (CONTEXT if known else b""), url
    answer.headers["Content-Type"] = "application/ld+json"
    return answer


def main() -> int:
    """Judge, and print what is wrong."""
    http.HttpRequester.get = http.HttpRequester.head = _answer  # type: ignore[method-assign]
    settings = services.ValidationSettings(
        rocrate_uri=models.URI(sys.argv[2]),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
    )
    result = services.validate(settings)
    for issue in result.get_issues():
        print(json.dumps({"severity": issue.severity.name, "message": issue.message}, ensure_ascii=False))
    return 1 if result.has_issues() else 0


if __name__ == "__main__":
    sys.exit(main())

"""What InvenioRDM itself says of our records: only where ``INVENIO_URL`` and ``INVENIO_TOKEN`` name a test server.

It answers a draft in which something is wrong as one in which nothing is, with a list of errors: that has to be empty,
and what is published has to be what was sent. Such a server may not be a public one: what is published there, stays.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


@pytest.fixture(scope="module")
def call() -> Callable[..., Any]:
    """Return a function that calls the server and expects an answer without errors."""
    server, token = os.environ.get("INVENIO_URL"), os.environ.get("INVENIO_TOKEN")
    if not (server and token):
        pytest.skip("NO INVENIORDM: no record was sent to one; set INVENIO_URL and INVENIO_TOKEN of a test server")

    def asked(method: str, path: str, status: int, said: Any = None) -> Any:
        data = said if isinstance(said, bytes) else None if said is None else json.dumps(said).encode()
        kind = "application/octet-stream" if isinstance(said, bytes) else "application/json"
        headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
        request = urllib.request.Request(f"{server}/api{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                code, body = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                code, body = error.code, error.read()
        heard = json.loads(body)
        assert code == status, (method, path, heard)
        assert not heard.get("errors"), (method, path, heard["errors"])
        return heard

    return asked


def _record(package: Path) -> dict[str, Any]:
    """Return the record of a package, with a DOI that no other has."""
    record: dict[str, Any] = json.loads((package / "data" / "metadata" / "invenio.json").read_bytes())
    record["pids"] = {"doi": {"identifier": f"10.1234/test.{time.time_ns()}", "provider": "external"}}
    return record


def _kept(sent: Any, got: Any) -> bool:
    """Tell whether all that was sent is in what came back, which says more."""
    if isinstance(sent, dict):
        return isinstance(got, dict) and all(key in got and _kept(value, got[key]) for key, value in sent.items())
    if isinstance(sent, list):
        return isinstance(got, list) and len(sent) == len(got) and all(map(_kept, sent, got))
    if isinstance(sent, str):  # some of its fields are HTML, and it makes typographic quotation marks straight
        return isinstance(got, str) and html.unescape(got).translate(_STRAIGHT) == sent.translate(_STRAIGHT)
    return bool(sent == got)


def _packages(collected: Path) -> list[Path]:
    documents = sorted(path for path in (collected / "documents").iterdir() if path.is_dir())
    return [collected / "gold-package", collected / "korea-package", *documents]


def test_every_record_makes_a_draft_without_errors(call, collected):
    for package in _packages(collected):
        record = _record(package)
        draft = call("POST", "/records", 201, record)
        for key, value in record["metadata"].items():
            assert _kept(value, draft["metadata"].get(key)), (package.name, key, value, draft["metadata"].get(key))


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_package_is_published_as_it_was_sent(call, collected, which):
    package = _packages(collected)[which]
    record = _record(package)
    draft = call("POST", "/records", 201, record)["id"]
    files = f"/records/{draft}/draft/files"
    for path in (package / "data" / "README.txt", package / "data" / "metadata" / "datacite.xml"):
        data = path.read_bytes()
        call("POST", files, 201, [{"key": path.name}])
        call("PUT", f"{files}/{path.name}/content", 200, data)
        stored = call("POST", f"{files}/{path.name}/commit", 200)
        assert stored["checksum"] == "md5:" + hashlib.md5(data, usedforsecurity=False).hexdigest()
    published = call("POST", f"/records/{draft}/draft/actions/publish", 202)
    for key, value in record["metadata"].items():
        assert _kept(value, published["metadata"].get(key)), (key, value, published["metadata"].get(key))
    assert published["access"]["files"] == record["access"]["files"]

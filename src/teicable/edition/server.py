"""Serve the built site to a browser on the same computer, and tell open pages when it changed.

Only files of the site's folder are given, never cached, by GET and HEAD alone. Into pages a script is put that waits
for news; the site itself holds nothing of it.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from teicable import files
from teicable.errors import TeicableError

RELOAD, NEWS = "/-/reload.js", "/-/news"
"""Addresses of our own; no page of a site is called so."""

TYPES = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""Media types by the end of a name; anything else, as the files of the search index, is bytes."""

_BYTES = "application/octet-stream"
_ABSENT = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not there</title></head>
<body><p>There is no such page, or it is just being made. <a href="/">To the first page.</a></p></body></html>
"""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PATIENCE = 15.0
"""Seconds after which a waiting page hears that the server is still there."""


@dataclass
class News:
    """What open pages wait for: the number of the present state of the site, and what the last build failed with."""

    number: int = 0
    failure: str = ""
    closed: bool = False
    told: threading.Condition = field(default_factory=threading.Condition)

    def changed(self) -> None:
        """Tell all pages that the site is another."""
        self._tell(self.number + 1, self.failure)

    def failed(self, text: str) -> None:
        """Tell all pages why the site is still the old one; an empty text takes that back."""
        self._tell(self.number, text)

    def close(self) -> None:
        """Let all that wait go."""
        self.closed = True
        self._tell(self.number, self.failure)

    def wait(self, number: int, failure: str) -> None:
        """Wait until there is something else than a page knows, but not for ever."""
        with self.told:
            self.told.wait_for(lambda: self.closed or (self.number, self.failure) != (number, failure), _PATIENCE)

    def _tell(self, number: int, failure: str) -> None:
        with self.told:
            self.number, self.failure = number, failure
            self.told.notify_all()


class Server(ThreadingHTTPServer):
    """A server of one folder; `address` is where a browser finds it."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, bind: str, port: int) -> None:
        """Take the port, 0 for any that is free.

        Raises:
            TeicableError: it is taken, or there is no such address here.
        """
        self.folder, self.news = folder, News()
        self.local = bind in _LOOPBACK
        try:
            super().__init__((bind, port), Handler)
        except OSError as error:
            message = f"cannot serve at {bind}, port {port}: {error.strerror or error}"
            raise TeicableError(message, "choose another, as in `--port 8123`; 0 takes any that is free") from error

    @property
    def address(self) -> str:
        """Where the first page is."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}/"

    def start(self) -> None:
        """Answer in a thread of its own."""
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()

    def stop(self) -> None:
        """Answer no more, and give the port back."""
        self.news.close()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that went away."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version, sys_version = "teicable", ""

    def do_GET(self) -> None:
        """Give a file, or news."""
        self._answer()

    def do_HEAD(self) -> None:
        """Say what would be given."""
        self._answer()

    def log_message(self, *_: Any) -> None:
        """Keep the terminal for what a build says."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        host = self.headers.get("Host", "").rpartition(":")[0].strip("[]") or self.headers.get("Host", "")
        if self.server.local and host not in _LOOPBACK:
            # A foreign page whose name was made to lead here must not read unpublished documents.
            self._send(HTTPStatus.FORBIDDEN, b"this server answers only to its own address\n", TYPES[".txt"])
        elif parts.path == NEWS:
            self._tell(int("".join(filter(str.isdecimal, parse_qs(parts.query).get("since", ["0"])[0])) or 0))
        elif parts.path == RELOAD:
            self._send(HTTPStatus.OK, files.read(Path(__file__).with_name("reload.js")), TYPES[".js"])
        else:
            self._give(parts.path)

    def _give(self, address: str) -> None:
        path = inside(self.server.folder, address)
        if path is None or not path.is_file():
            if address == "/favicon.ico":
                return self._send(HTTPStatus.NO_CONTENT, b"", TYPES[".ico"])
            return self._send(HTTPStatus.NOT_FOUND, self._listening(_ABSENT), TYPES[".html"])
        kind = TYPES.get(path.suffix.lower(), _BYTES)
        try:
            data = files.read(path)
        except TeicableError:
            return self._send(HTTPStatus.NOT_FOUND, self._listening(_ABSENT), TYPES[".html"])
        return self._send(HTTPStatus.OK, self._listening(data) if path.suffix == ".html" else data, kind)

    def _listening(self, page: bytes) -> bytes:
        """Put the script that waits for news at the end of a page."""
        script = f'<script src="{RELOAD}" data-since="{self.server.news.number}"></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        return before + script + end + after if end else page + script

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self._head(kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _tell(self, number: int) -> None:
        """Tell a page, for as long as it is open, whether the site changed or a build failed."""
        self.send_response(HTTPStatus.OK)
        self._head("text/event-stream; charset=utf-8")
        self.end_headers()
        news, failure = self.server.news, ""
        while self.command != "HEAD" and not news.closed:
            event = ": still here"
            if news.number != number:
                number, event = news.number, "event: changed\ndata:"
            elif news.failure != failure:
                failure = news.failure
                event = "\n".join(["event: failed", *(f"data: {line}" for line in failure.splitlines() or [""])])
            self.wfile.write(f"{event}\n\n".encode())
            self.wfile.flush()
            news.wait(number, failure)


def inside(folder: Path, address: str) -> Path | None:
    """Return the file an address names; nothing for one that leads out of the folder, or to a hidden file."""
    parts = unquote(address, errors="replace").split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    named = folder.joinpath(*filter(None, parts))
    path = (named / "index.html" if named.is_dir() else named).resolve()
    return path if path.is_relative_to(folder.resolve()) else None

"""The server of the preview, over a real socket: what it gives, what it never gives, what it tells open pages."""

from __future__ import annotations

import socket
from http.client import HTTPConnection

import pytest

from teicable.edition.server import Server, inside
from teicable.edition.watch import Watch, stamps
from teicable.errors import TeicableError


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "ed" / "build" / "site"
    (folder / "css").mkdir(parents=True)
    (folder / "index.html").write_text("<html><body><p>Nothing.</p></body></html>", encoding="utf-8")
    (folder / "ä b.xml").write_text("<x/>", encoding="utf-8")
    for name in ("a.woff2", "wasm.en.pagefind", "a.wasm", "css/a.css", "a.pdf", ".hidden.html"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "ed" / "secret.xml").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture
def server(site):
    running = Server(site, "127.0.0.1", 0)
    running.start()
    yield running
    running.stop()


def ask(server, path, method="GET", **headers):
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, answer.headers, data


def raw(server, line):
    """Send a request line as no browser would."""
    with socket.create_connection(("127.0.0.1", server.server_address[1]), 10) as open_:
        open_.sendall(f"{line}\r\nHost: 127.0.0.1:{server.server_address[1]}\r\n\r\n".encode())
        return open_.makefile("rb").read()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?q=x#y", "text/html; charset=utf-8"),
        ("/%C3%A4%20b.xml", "application/xml; charset=utf-8"),
        ("/a.woff2", "font/woff2"),
        ("/wasm.en.pagefind", "application/octet-stream"),
        ("/a.wasm", "application/wasm"),
        ("/css/a.css", "text/css; charset=utf-8"),
        ("/a.pdf", "application/pdf"),
    ],
)
def test_files_have_their_types_and_are_not_kept(server, path, kind):
    status, headers, data = ask(server, path)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, "no-store")
    assert int(headers["Content-Length"]) == len(data) > 0
    assert ask(server, path, "HEAD")[2] == b""


def test_only_pages_listen_and_only_as_served(server, site):
    page = ask(server, "/")[2]
    assert page.endswith(b'<script src="/-/reload.js" data-since="0"></script></body></html>')
    assert b"script" not in (site / "index.html").read_bytes()
    assert b"EventSource" in ask(server, "/-/reload.js")[2]
    assert ask(server, "/css/a.css")[2] == b"x"


@pytest.mark.parametrize(
    "path",
    [
        "/../../secret.xml",
        "/..%2f..%2fsecret.xml",
        "/%2e%2e/%2e%2e/secret.xml",
        "/css/../../../secret.xml",
        "//etc/passwd",
        "/..\\..\\secret.xml",
        "/%00",
        "/.hidden.html",
        "/C:/secret.xml",
        "/a.woff2/",
        "/nothing.html",
    ],
)
def test_nothing_else_is_given(server, path):
    answer = raw(server, f"GET {path} HTTP/1.0")
    if path == "/a.woff2/":
        return
    assert answer.startswith(b"HTTP/1.0 404"), answer
    assert b"secret" not in answer
    assert b"root:" not in answer


def test_a_link_that_leads_out_is_not_followed(server, site):
    (site / "out.xml").symlink_to(site.parents[1] / "secret.xml")
    assert ask(server, "/out.xml")[0] == 404
    assert inside(site, "/out.xml") is None


def test_nothing_can_be_sent_and_no_other_name_leads_here(server):
    assert ask(server, "/", "POST")[0] == 501
    assert ask(server, "/", Host="evil.example:80")[0] == 403
    assert ask(server, "/", Host=f"localhost:{server.server_address[1]}")[0] == 200


def test_a_page_hears_of_changes_and_failures(server):
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request("GET", "/-/news?since=0")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert answer.readline() == b": still here\n"
    answer.readline()
    server.news.failed("one\ntwo")
    assert [answer.readline() for _ in range(4)] == [b"event: failed\n", b"data: one\n", b"data: two\n", b"\n"]
    server.news.changed()
    assert answer.readline() == b"event: changed\n"
    connection.close()


def test_a_taken_port_is_told(server, site):
    with pytest.raises(TeicableError, match="cannot serve at") as caught:
        Server(site, "127.0.0.1", server.server_address[1])
    assert "--port" in caught.value.hint


def test_what_an_edition_is_made_from_is_watched(site, tmp_path):
    folder = site.parents[1]
    did = []
    watch = Watch(folder, lambda: did.append("built"), lambda: did.append("told"))
    watch.look()
    watch.look()
    assert did == ["built"]
    for place in ("source/a.txt", "tei/a.xml", "authorities/p.xml", "transforms/css/edition.css", "edition.toml"):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
        did.clear()
        watch.look()
        assert did == ["built"], place
    before = stamps(folder)
    (site / "index.html").write_text("other", encoding="utf-8")
    (folder / "tei" / ".written").mkdir()
    (folder / "tei" / ".written" / "a.xml").write_text("x", encoding="utf-8")
    assert {path for path in stamps(folder) if path not in before} <= {str(folder / "tei" / ".written")}
    did.clear()
    (folder / "build" / "state.json").write_text("{}", encoding="utf-8")
    watch.look()
    assert "told" in did

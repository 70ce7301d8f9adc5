"""A built site, as a reader opens it: from its folder, or from a server on the same computer."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import etree, html

from teicable.cli import main
from teicable.edition import run
from teicable.edition.folder import open_edition
from teicable.render.authorities import authorities
from teicable.render.rendering import Renderer, style

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
PACKAGES = TESTS / "judges" / "node_modules"
GOLD = ("001", "002", "003", "007", "014", "021", "024", "026", "034", "035", "036")
"""Forms, an enclosed message, notes of two kinds, many brackets, American telegrams, stamps, words that look like
markup, an empty cable."""

INTRODUCTION = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Cables and their masks</title><author>Emilia Northcote</author></titleStmt><publicationStmt><p/>
</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div><head>Forms</head>
<p>What a form says<ref target="#n1">1</ref> is kept.</p></div>
<note xml:id="n1" n="1" place="foot"><p>And where it stood.</p></note></body></text></TEI>"""
RELEASES = """[[release]]
number = "1.0.0"
date = "2026-05-14"
name = "Ada Quill"
why = "first published"
documents.cable-1950-05-14-8600 = { change = "new", title = "Vyshinsky to Mao" }
documents.cable-1950-07-13-3305 = { change = "new", title = "Filippov to Zhou" }
documents.cable-1950-01-01-1 = { change = "new", title = "A letter from nowhere" }

[[release]]
number = "2.0.0"
date = "2026-06-14"
documents.cable-1950-05-14-8600 = { change = "words", title = "Vyshinsky to Mao", in = ["p1"], blocks = ["p1:0"] }
documents.cable-1950-01-01-1 = { change = "withdrawn", title = "A letter from nowhere", why = "a forgery" }
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


FIXED = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


SHIM = """import fcntl, os, sys
for number, own in zip((3, 4), [fcntl.fcntl(int(given), fcntl.F_DUPFD, 9) for given in sys.argv[1:3]]):
    os.dup2(own, number)
os.execvp(sys.argv[3], sys.argv[3:])"""


SETTLED = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  done(document.readyState === 'complete' && document.fonts.status === 'loaded'))))"""
BLOCK = re.compile(r"<(?:p|div|section|article|table|h2|ol|ul|li)\b")
PAUSE = "pause-before-the-rest.js"
GONE = base64.b64encode(b"document.currentScript.remove()").decode()


def in_parts(page: str) -> str:
    """Put a script before two blocks of a page: until it has it, a browser draws what came before and waits."""
    blocks = [block.start() for block in BLOCK.finditer(page, page.index("<main"))]
    for third in (2, 1) if blocks else ():
        at = blocks[len(blocks) * third // 3]
        page = f'{page[:at]}<script src="{PAUSE}?{third}"></script>{page[at:]}'
    return page


def hang(folder: Path) -> None:
    """Make every kind of page in a folder: of the sample edition, or of the invented one where there is none."""
    edition = folder / "edition"
    sample = ROOT / "editions" / "korea-1950"
    source = sample if sample.is_dir() else ROOT / "src" / "teicable" / "edition" / "scaffold"
    shutil.copytree(source, edition, ignore=shutil.ignore_patterns("build"))
    for name in GOLD:
        shutil.copy(TESTS / "evaluation" / "gold" / f"{name}.txt", edition / "source")
    (edition / "introduction.xml").write_text(INTRODUCTION, encoding="utf-8")
    (edition / "releases.toml").write_text(RELEASES, encoding="utf-8")
    run.build(open_edition(edition), jobs=1)
    report = CliRunner().invoke(main, ["validate", str(edition), "--output-format", "html"])
    (folder / "report.html").write_text(report.stdout, encoding="utf-8")
    CliRunner().invoke(main, ["review", str(edition), "--html", "-o", str(folder / "review.html")])
    fixtures = TESTS / "transforms" / "fixtures"
    tree = authorities(fixtures.glob("authorities/*.xml"))[0]
    for language in ("en", "ru"):
        renderer = Renderer(("html",), authorities=tree)
        page = renderer.render((fixtures / "forms.xml").read_bytes(), "html", {"css-inline": style(), "lang": language})
        (folder / f"single-{language}.html").write_bytes(page.data)
    (folder / "whole").touch()


class RefusedError(Exception):
    """The browser did not do what it was told, often because the page was about to make way for another."""


class Tab:
    """One page of a headless Chromium, driven through its debugging pipe in real time.

    It opens addresses, runs scripts, and remembers what was asked for and what the console said.
    """

    def __init__(self, program: str, profile: Path, *switches: str) -> None:
        theirs, self._out = os.pipe()
        self._in, ours = os.pipe()
        command = [program, *FIXED, "--disable-component-update", "--disable-sync", "--hide-scrollbars", *switches]
        command += ["--remote-debugging-pipe", f"--user-data-dir={profile}"]
        # Chromium reads commands from its third and writes answers to its fourth descriptor.
        command = [sys.executable, "-c", SHIM, str(theirs), str(ours), *command]
        self._process = subprocess.Popen(
            command, pass_fds=(theirs, ours), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(theirs)
        os.close(ours)
        self._rest, self._number, self._session = b"", 0, ""
        self._held: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.console: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Give a command and return its answer; events that come before it are kept."""
        number = self._tell(method, **parameters)
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RefusedError(f"{method}: {answer['error']}")
                return answer["result"]

    def fresh(self) -> None:
        """Forget what a test before this one asked for: window, light, pages kept."""
        self.call("Emulation.setScriptExecutionDisabled", value=False)
        self.call("Emulation.clearDeviceMetricsOverride")
        self.call("Emulation.setEmulatedMedia", features=[])
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Network.clearBrowserCache")
        self.open("about:blank")

    def open(self, address: str) -> None:
        """Go to an address."""
        self.requests.clear()
        self.console.clear()
        self.call("Page.navigate", url=address)

    def load(self, page: Path) -> None:
        """Open a page from its folder and wait until all of it is there, in its own letters."""
        self.open(page.as_uri())
        self.until("document.readyState === 'complete'")
        for _ in range(2):
            # A letter is fetched when the page is laid out, and another one where the first did not have it.
            self.until("document.body.offsetHeight >= 0 && document.fonts.status === 'loaded'")

    def load_late(self, page: Path) -> None:
        """Open a page of which all that can come late does: its second and last third, scripts, pictures, letters.

        Each is handed out after what was there has been drawn without it. So what moves then moves every time, and
        not only where this computer happens to be slow.
        """
        self.call("Fetch.enable", patterns=[{"urlPattern": "*"}])
        self.open(page.as_uri())
        end = time.monotonic() + 120
        while not self._settled() or self._held:
            assert time.monotonic() < end, f"never whole: {page}; console: {self.console}"
            if self._held:
                self._hand_out(self._held.pop(0))
        self.call("Fetch.disable")

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page; one that promises is waited for."""
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def until(self, script: str, seconds: float = 120) -> Any:
        """Wait until an expression is true in the page, and return it; a page that is being left is waited for."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(RefusedError):
                if found := self.run(script):
                    return found
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}; console: {self.console}")

    def screen(self, width: int, height: int, *, dark: bool = False) -> None:
        """Set the size of the window, and whether the reader wants light on dark."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def picture(self) -> bytes:
        """Return what is to be seen, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(10)
        os.close(self._out)
        os.close(self._in)

    def _tell(self, method: str, **parameters: object) -> int:
        """Give a command without waiting, and return its number."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        return self._number

    def _settled(self) -> bool:
        """Whether a page is whole once it has been drawn; one that is being left is not."""
        with contextlib.suppress(RefusedError):
            return bool(self.run(SETTLED))
        return False

    def _hold(self, asked: dict[str, Any]) -> None:
        """Keep what a page asks for; but the page itself and its style, without which nothing is drawn, it gets."""
        if asked["resourceType"] == "Document":
            path = Path(unquote(urlsplit(asked["request"]["url"]).path))
            self._fulfil(asked, base64.b64encode(in_parts(path.read_text(encoding="utf-8")).encode()).decode(), "html")
        elif asked["resourceType"] == "Stylesheet":
            self._hand_out(asked)
        else:
            self._held.append(asked)

    def _hand_out(self, asked: dict[str, Any]) -> None:
        if PAUSE in asked["request"]["url"]:
            self._fulfil(asked, GONE, "javascript")
        else:
            self._tell("Fetch.continueRequest", requestId=asked["requestId"])

    def _fulfil(self, asked: dict[str, Any], body: str, kind: str) -> None:
        headers = [{"name": "Content-Type", "value": f"text/{kind}; charset=utf-8"}]
        self._tell(
            "Fetch.fulfillRequest", requestId=asked["requestId"], responseCode=200, responseHeaders=headers, body=body
        )

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._in, 1 << 16)
            assert part, "the browser ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        match event.get("method"):
            case "Fetch.requestPaused":
                self._hold(event["params"])
            case "Network.requestWillBeSent":
                self.requests.append(event["params"]["request"]["url"])
            case "Runtime.consoleAPICalled":
                self.console += [str(a.get("value", a.get("description"))) for a in event["params"]["args"]]
            case "Runtime.exceptionThrown":
                self.console.append(json.dumps(event["params"]["exceptionDetails"]))
            case "Log.entryAdded":
                self.console.append(event["params"]["entry"]["text"])
        return event


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page there is, made once for all workers: a site, a report, a page of decisions, single pages."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "gallery"
    with (base / "gallery.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "whole").exists():
            shutil.rmtree(folder, ignore_errors=True)
            hang(folder)
    return folder


@pytest.fixture(scope="session")
def site(gallery: Path) -> Path:
    """The site of an edition of many documents."""
    return gallery / "edition" / "build" / "site"


@pytest.fixture(scope="session")
def everything(gallery: Path, site: Path) -> list[Path]:
    """All pages: those of the site, and those that stand alone."""
    return sorted([*site.rglob("*.html"), *gallery.glob("*.html")])


@pytest.fixture(scope="session")
def kinds(everything: list[Path]) -> list[Path]:
    """As few of them as have every element with its classes, each in whatever it stands in anywhere."""
    return few(everything)


def few(pages: Iterable[Path]) -> list[Path]:
    """Choose pages until what any of the given ones is made of has been met."""
    made = {page: _made_of(page) for page in pages}
    missing, chosen = set().union(*made.values()), list[Path]()
    while missing:
        best = max(made, key=lambda page: (len(made[page] & missing), -page.stat().st_size, page.name))
        chosen.append(best)
        missing -= made[best]
    return sorted(chosen)


def _made_of(page: Path) -> set[tuple[str, ...]]:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return {(*_named(element), *_named(element.getparent())) for element in tree.iter(etree.Element)}


def _named(element: html.HtmlElement | None) -> tuple[str, ...]:
    """The name of an element, its classes, and what it says of itself to those who hear it."""
    if element is None:
        return ()
    spoken = sorted(name for name in element.attrib if name.startswith("aria-") or name in ("hidden", "open", "lang"))
    return element.tag, *sorted(element.classes), *(element.get(name, "") for name in ("role", "type")), *spoken


@pytest.fixture(scope="session")
def browser(absent: Callable[[str], NoReturn]) -> str:
    """The program that opens pages."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        absent(f"NO BROWSER: pages were not looked at; install one of {', '.join(BROWSERS)}")
    return found


@pytest.fixture(scope="session")
def axe(absent: Callable[[str], NoReturn]) -> str:
    """The script of axe-core, which finds what keeps people from using a page."""
    path = PACKAGES / "axe-core" / "axe.min.js"
    if not path.is_file():
        absent("NO AXE: the accessibility of pages was not judged; run `make judges`")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def opened(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """The one browser of a worker."""
    tab = Tab(browser, tmp_path_factory.mktemp("profile"))
    yield tab
    tab.close()


@pytest.fixture
def tab(opened: Tab) -> Tab:
    """One page of a browser, in real time, which knows nothing of the test before."""
    opened.fresh()
    return opened

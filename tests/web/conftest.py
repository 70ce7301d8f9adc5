"""A built site, as a reader opens it: from its folder, or from a server on the same computer."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from teicable.edition import run
from teicable.edition.folder import open_edition

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


FIXED = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


SHIM = """import fcntl, os, sys
for number, own in zip((3, 4), [fcntl.fcntl(int(given), fcntl.F_DUPFD, 9) for given in sys.argv[1:3]]):
    os.dup2(own, number)
os.execvp(sys.argv[3], sys.argv[3:])"""


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
        self.requests: list[str] = []
        self.console: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Give a command and return its answer; events that come before it are kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(self, address: str) -> None:
        """Go to an address."""
        self.requests.clear()
        self.console.clear()
        self.call("Page.navigate", url=address)

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page; one that promises is waited for."""
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def until(self, script: str, seconds: float = 30) -> Any:
        """Wait until an expression is true in the page, and return it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := self.run(script):
                return found
            time.sleep(0.05)
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

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._in, 1 << 16)
            assert part, "the browser ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        match event.get("method"):
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
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample edition, or of the invented one where no edition is at hand."""
    source = ROOT / "editions" / "korea-1950"
    if not source.is_dir():
        source = ROOT / "src" / "teicable" / "edition" / "scaffold"
    folder = Path(
        shutil.copytree(source, tmp_path_factory.mktemp("web") / "edition", ignore=shutil.ignore_patterns("build"))
    )
    edition = open_edition(folder)
    run.build(edition, jobs=1)
    return edition.site


@pytest.fixture(scope="session")
def browser() -> str:
    """The program that opens pages."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        message = f"NO BROWSER: pages were not looked at; install one of {', '.join(BROWSERS)}"
        if os.environ.get("TEICABLE_JUDGES_REQUIRED") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="module")
def tab(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One page of a browser, in real time."""
    opened = Tab(browser, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chromium(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """Run headless Chromium with some switches on a file and return what it prints."""

    def browse(page: Path, *switches: str) -> bytes:
        profile = tmp_path_factory.mktemp("profile")
        command = [browser, *FIXED, "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
        command += [f"--user-data-dir={profile}", *switches, page.as_uri()]
        return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout

    return browse

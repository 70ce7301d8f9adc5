"""`teicable serve`, as an editor starts and ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

import teicable

SAMPLE = "cable-1950-01-09-17"


class Served:
    """A server in a process of its own."""

    def __init__(self, place, *arguments):
        command = [sys.executable, "-m", "teicable", "serve", "ed", "--port", "0", *arguments]
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(teicable.__file__).parents[1])}
        # What a script begins in the background does not hear an interruption, nor does what that begins.
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            command, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.errors: list[str] = []
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()
        line = self.process.stdout.readline()
        assert line.startswith("http://127.0.0.1:"), "".join(self.errors)
        self.address = line.split()[0]

    def get(self, path=""):
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode("utf-8")

    def until(self, path, word):
        end = time.monotonic() + 60
        while word not in self.get(path):
            assert time.monotonic() < end, (word, "".join(self.errors))
            time.sleep(0.2)

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def serve(place, edition):
    running: list[Served] = []

    def start(*arguments):
        running.append(Served(place, *arguments))
        return running[-1]

    yield start
    for served in running:
        if served.process.poll() is None:
            served.process.kill()
        served.process.communicate()


def heard(served, since, event):
    """Listen as a page does until an event comes; return what it says."""
    with urllib.request.urlopen(f"{served.address}-/news?since={since}", timeout=60) as news:
        for line in news:
            if line.startswith(b"event: " + event):
                return news.readline().decode("utf-8")
    raise AssertionError("the server ended")


def test_a_change_is_built_and_told(serve, edition):
    served = serve()
    assert f"{SAMPLE}.html" in served.get()
    since = served.get().partition('data-since="')[2].partition('"')[0]
    source = next((edition / "source").glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "nine days"), encoding="utf-8")
    heard(served, since, b"changed")
    assert "nine days" in served.get(f"{SAMPLE}.html")
    assert "reload.js" in served.get(f"{SAMPLE}.html")
    assert "reload.js" not in (edition / "build" / "site" / f"{SAMPLE}.html").read_text(encoding="utf-8")


def test_what_is_wrong_stands_in_the_terminal_and_on_the_page(serve, edition):
    served = serve()
    manifest = edition / "edition.toml"
    good = manifest.read_text(encoding="utf-8")
    since = served.get().partition('data-since="')[2].partition('"')[0]
    manifest.write_text("nonsense = 1\n" + good, encoding="utf-8")
    assert "nonsense" in heard(served, since, b"failed")
    assert f"{SAMPLE}.html" in served.get(), "the last whole page stays"
    manifest.write_text(good, encoding="utf-8")
    with urllib.request.urlopen(f"{served.address}-/news?since={since}", timeout=60) as news:
        assert any(line.rstrip() == b"data:" for line in news), "the failure is taken back"
    assert served.end() == 0
    assert "nonsense" in "".join(served.errors)
    assert "Traceback" not in "".join(served.errors)


def test_without_building_what_is_there_is_served(serve, edition, teicable):
    result = teicable("serve", "ed", "--no-build", code=2)
    assert "has no pages yet" in result.stderr
    teicable("build", "ed", "-q", "--no-book", "--no-search")
    page = edition / "build" / "site" / "index.html"
    page.write_text("<p>as it was</p>", encoding="utf-8")
    served = serve("--no-build")
    assert "as it was" in served.get()
    assert served.end() == 0

"""A built site, as a reader opens it: from its folder, without a server."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from teicable.edition import run
from teicable.edition.folder import open_edition

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


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
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """Run headless Chromium with some switches on a file and return what it prints."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        message = f"NO BROWSER: pages were not looked at; install one of {', '.join(BROWSERS)}"
        if os.environ.get("TEICABLE_JUDGES_REQUIRED") == "1":
            pytest.fail(message)
        pytest.skip(message)

    def browse(page: Path, *switches: str) -> bytes:
        profile = tmp_path_factory.mktemp("profile")
        fixed = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
        command = [found, *fixed, "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
        command += [f"--user-data-dir={profile}", *switches, page.as_uri()]
        return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout

    return browse

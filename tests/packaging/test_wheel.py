"""What is published: a wheel that works by itself, and no words of the sample documents in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = (
    "the question should be decided finally by the Chinese and Korean comrades together",
    "become too complicated after the armed foreign intervention",
    "hearing a report from Kim, who had arrived that day",
)
"""Sentences of the sample documents; a few words may be quoted as an example."""

pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="runs in a checkout only")


@pytest.fixture(scope="module")
def distributions(tmp_path_factory) -> tuple[Path, Path]:
    """Build sdist and wheel with the build backend that is installed; no network is needed."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


def contents(path: Path) -> dict[str, bytes]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    with tarfile.open(path) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {m.name.partition("/")[2]: archive.extractfile(m).read() for m in members}


def test_the_wheel_holds_what_the_program_needs(distributions):
    names = contents(distributions[1])
    for name in (
        "teicable/py.typed",
        "teicable/_data/schema/teicable.rng",
        "teicable/_data/schema/teicable.odd",
        "teicable/_data/transforms/html.xsl",
        "teicable/diagnostics/codes/X101.md",
        "teicable/edition/edition.schema.json",
        "teicable/edition/scaffold/edition.toml",
        "teicable/edition/scaffold/gitignore",
        "teicable/edition/project/oxygen.xpr",
        "teicable/edition/project/vscode/settings.json",
        "teicable/_data/schema/oxygen/teicable/teicable.exf",
        "teicable/vocabularies/taxonomies.xml",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests", "editions"))]


def test_no_distribution_carries_an_edition(distributions):
    for path in distributions:
        for name, data in contents(path).items():
            assert not name.startswith("editions/"), name
            text = data.decode("utf-8", "replace")
            if not name.endswith(".py"):
                assert not [words for words in WORDS if words in text], f"{path.name}: {name}"


def test_the_sdist_can_build_the_wheel(distributions):
    names = contents(distributions[0])
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "Makefile", "REUSE.toml"} <= set(names)
    assert "schema/teicable.rng" in names
    assert "tests/unit/test_ids.py" in names


def test_the_wheel_converts_a_cable_by_itself(distributions, tmp_path):
    environment = tmp_path / "venv"
    venv.create(environment)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet", "--no-compile"]
    command.append(str(distributions[1]))
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=clean)
    if done.returncode != 0:
        network = ("No matching distribution", "ConnectionError", "Could not find a version", "Temporary failure")
        assert any(word in done.stdout + done.stderr for word in network), done.stderr
        pytest.skip("THE WHEEL WAS NOT TRIED: its dependencies could not be downloaded")
    program = str(scripts / "teicable")

    def run(*arguments: str) -> str:
        ran = subprocess.run(
            [program, *arguments], capture_output=True, text=True, cwd=tmp_path, env=clean, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    run("init", "ed")
    run("build", "ed")
    run("validate", "ed")
    assert "site-packages" in run("schema")
    assert "Northport" in run("render", "ed/tei/cable-1950-01-09-17.xml", "-t", "text")

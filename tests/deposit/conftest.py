"""What is deposited in the tests: the sample cables, under a declaration that leaves nothing unsaid."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner
from lxml import etree

from teicable import resources
from teicable.cli import main
from teicable.model.declaration import Declaration, Editor
from teicable.render.authorities import authorities
from teicable.render.facts import facts
from teicable.render.rendering import Renderer
from teicable.xml.saxon import Transforms

PROJECT = Path(__file__).resolve().parents[2]
GOLD = PROJECT / "tests" / "evaluation" / "gold"
FIXTURES = Path(__file__).parent.parent / "transforms" / "fixtures"
DECLARED = Declaration(
    title="Korea 1950",
    edition="1.1.0",
    publisher="Institute of Examples",
    date="2026-05-14",
    doi="10.1234/korea",
    address="https://example.org/korea/",
    licence="https://creativecommons.org/licenses/by/4.0/",
    licence_text="Creative Commons Attribution 4.0 International",
    language="en",
    original="ru",
    editors=(
        Editor(
            "ed1", "Emilia Northcote", "editor", "Northcote, Emilia", "0000-0002-1825-0097", "University of Examples"
        ),
        Editor("ed2", "Leopold Strand", "encoding"),
    ),
    description="Two telegrams on the road to war.",
    contact="korea@example.org",
    keywords=("Korean War", "diplomacy"),
    text_permitted=True,
    document_rights="Public domain in its country of origin.",
    translation_rights="© 2026 the translators.",
)
SAID = """
[licence]
uri = "https://creativecommons.org/licenses/by/4.0/"
text = "Creative Commons Attribution 4.0 International"

[[editor]]
id = "ed1"
name = "Emilia Northcote"
sort = "Northcote, Emilia"
"""
STATED = {
    "publisher": "Institute of Examples",
    "date": "2026-05-14",
    "doi": "10.1234/korea",
    "address": "https://example.org/korea/",
    "description": "Cables on the road to war.",
    "contact": "korea@example.org",
}
DRAFT = "No. 18\n\nTo Comrade ORLOV\n\nThe boats have left the harbour.\n\nARKADIN\n"
JUDGES = PROJECT / "tests" / "judges"
NAMES = ("cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms")


@pytest.fixture(scope="session")
def judge(absent: Callable[[str], NoReturn]) -> Callable[[str], Path]:
    """Return a function that finds a schema which others made."""

    def find(name: str) -> Path:
        path = Path(os.environ.get("TEICABLE_JUDGES", PROJECT.parent / "shared" / "schemas")) / name
        if not path.is_file():
            absent(f"{path} is absent: set TEICABLE_JUDGES to the folder that holds it")
        return path

    return find


@pytest.fixture(scope="session")
def depositor() -> Renderer:
    return Renderer(("facts", "deposit", "crosswalk"), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])


@pytest.fixture(scope="session")
def found(depositor: Renderer) -> list[bytes]:
    """The fact files of the sample cables."""
    return [facts(depositor, (FIXTURES / f"{name}.xml").read_bytes()).data for name in NAMES]


@pytest.fixture(scope="session")
def restricted() -> Declaration:
    return replace(DECLARED, text_permitted=False)


@pytest.fixture(scope="session")
def declared() -> Declaration:
    return DECLARED


@pytest.fixture(scope="session")
def records(depositor: Renderer, found: list[bytes]) -> dict[str, etree._Element]:
    """The records of the edition (under the empty key) and of each document."""
    from teicable.deposit.record import record

    keys = ("", "cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag")
    return {key: etree.fromstring(record(depositor, found, DECLARED, key)) for key in keys}


def _run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result.output


def _permit(edition: Path) -> None:
    manifest = edition / "edition.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8") + '\n[rights]\ntext = "permitted"\n', encoding="utf-8")


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """Return a function that runs teicable, expects an exit code (0), and returns what it says."""
    return _run


@pytest.fixture(scope="session")
def permit() -> Callable[[Path], None]:
    """Return a function that lets the words of an edition be passed on."""
    return _permit


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of two documents that leaves nothing unsaid; one of them is released."""
    folder = tmp_path_factory.mktemp("finished") / "korea"
    _run("init", folder)
    manifest = folder / "edition.toml"
    text = manifest.read_text(encoding="utf-8")
    said = (
        'title = "Boats"\nnumber = "1.0"\npublisher = "Institute"\ndate = "2026-05-14"\ncontact = "boats@example.org"'
    )
    manifest.write_text(re.sub(r"^title = .*$", said, text, flags=re.MULTILINE) + SAID, encoding="utf-8")
    (folder / "source" / "second.txt").write_text(DRAFT, encoding="utf-8")
    _run("build", folder, "--no-search", "--no-book", "--no-epub")
    (first,) = [path.stem for path in (folder / "tei").glob("*.xml") if "-17" in path.stem]
    _run("status", "-e", folder, first, "candidate", "--by", "ed1")
    return folder


@pytest.fixture
def edition(finished: Path, tmp_path: Path) -> Path:
    """A copy of that edition, to be changed."""
    return Path(shutil.copytree(finished, tmp_path / "korea"))


@pytest.fixture(scope="session")
def package(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its package, with the words of the released document."""
    folder = tmp_path_factory.mktemp("permitted")
    edition = Path(shutil.copytree(finished, folder / "korea"))
    _permit(edition)
    _run("deposit", edition, "-o", folder / "package", "--ocfl", folder / "store")
    return folder / "package"


def _state(manifest: Path, title: str, permitted: str) -> None:
    """Let an edition say all of itself that a repository asks for."""
    text = manifest.read_text(encoding="utf-8")
    without = re.sub(r"^(title|number|publisher|date|address) = .*\n", "", text, flags=re.MULTILINE)
    said = {"title": title, "number": "1.1.0", **STATED}
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in said.items())
    rights = f'\n[rights]\ntext = "{permitted}"\ntranslation = "© 2026 the translators."\n'
    manifest.write_text(without.replace("[edition]\n", f"[edition]\n{lines}") + SAID + rights, encoding="utf-8")


def _collected(folder: Path) -> None:
    """Make an edition of many cables with all its packages, and one of the sample edition, whose words stay at home."""
    _run("init", folder / "gold")
    for path in (folder / "gold" / "source").glob("*.txt"):
        path.unlink()
    for number in range(1, 21):
        shutil.copy(GOLD / f"{number:03}.txt", folder / "gold" / "source")
    for path in (PROJECT / "editions" / "korea-1950" / "authorities").glob("*.xml"):
        shutil.copy(path, folder / "gold" / "authorities")
    kept = shutil.ignore_patterns("build")
    shutil.copytree(PROJECT / "editions" / "korea-1950", folder / "korea", ignore=kept)
    _state(folder / "gold" / "edition.toml", "Twenty cables", "permitted")
    _state(folder / "korea" / "edition.toml", "Korea 1950", "restricted")
    for name in ("gold", "korea"):
        _run("convert", "-e", folder / name, *sorted((folder / name / "source").glob("*.txt")))
        _run("status", folder / name, "candidate", "--by", "ed1")
        place = folder / f"{name}-package"
        _run("deposit", folder / name, "-o", place, "--ocfl", folder / f"{name}-store", "--dspace", folder / "items")
    _run(
        *("deposit", folder / "gold", "--per-document", "-o", folder / "documents"),
        *("--zip", "--ocfl", folder / "stores", "--dspace", folder / "document-items"),
    )


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two editions, “gold” and “korea”, and their packages, made once for all workers."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "collected"
    with (base / "collected.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "whole").exists():
            shutil.rmtree(folder, ignore_errors=True)
            _collected(folder)
            (folder / "whole").touch()
    return folder


@pytest.fixture(scope="session")
def judged(absent: Callable[[str], NoReturn]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs a program of the judges' own environment."""
    programs = JUDGES / ".venv" / "bin"
    if not (programs / "python").is_file():
        absent(f"{programs} is absent: run `make judges`")

    def run_judge(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = [str(programs / program), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run_judge


@pytest.fixture(scope="session")
def cite(absent: Callable[[str], NoReturn]) -> Callable[..., dict[Path, dict[str, object]]]:
    """Return a function: what Citation.js reads from the references of packages, by file; one process for all."""
    if not (JUDGES / "node_modules" / "@citation-js").is_dir() or shutil.which("node") is None:
        absent("Citation.js or node is absent: run `make judges`")

    def read(*packages: Path) -> dict[Path, dict[str, object]]:
        names = ("csl.json", "references.bib")
        paths = [package / "data" / "metadata" / name for package in packages for name in names]
        command = ["node", "references.mjs", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=JUDGES)
        assert done.returncode == 0, done.stderr
        return {Path(said["path"]): said for said in map(json.loads, done.stdout.splitlines())}

    return read


@pytest.fixture(scope="session")
def cmif_rules(judge: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Return what the Schematron rules of CMIF say of an index: those of its own file and those in its grammar."""
    compiling = Transforms(
        {
            "extract": PROJECT / "tests" / "schema" / "schematron-in-rng.xsl",
            "compile": resources.schema("build/sch2xslt.xsl"),
        }
    )
    place = tmp_path_factory.mktemp("rules")
    own = judge("cmif/cmif.sch").read_text(encoding="utf-8")
    within = compiling.run("extract", judge("cmif/cmi-customization.rng").read_text(encoding="utf-8")).text
    paths = {}
    for name, schematron in (("own", own), ("within", within)):
        paths[name] = place / f"{name}.xsl"
        paths[name].write_text(compiling.run("compile", schematron).text, encoding="utf-8")
    rules = Transforms(paths)

    def judged(made: bytes) -> list[str]:
        return [
            " ".join((finding.text or "").split())
            for name in paths
            for finding in etree.fromstring(rules.run(name, made.decode()).text.encode())
        ]

    return judged

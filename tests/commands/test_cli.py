"""The command line itself: help, version, wrong verbs, init, explain, schema."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from teicable import __version__
from teicable.cli import VERBS
from teicable.diagnostics import catalogue

HEAVY = ("lxml", "saxonche", "xmlschema", "typst", "rich")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_version_and_help_load_nothing_heavy(arguments):
    code = (
        "import sys\nfrom teicable.cli import main\n"
        f"try: main({arguments!r})\n"
        f"except SystemExit: pass\nprint('LOADED', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "LOADED []" in done.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_loading_a_verb_loads_nothing_heavy(verb):
    code = f"import sys, teicable.commands.{verb}\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_module_and_version():
    done = subprocess.run([sys.executable, "-m", "teicable", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"teicable, version {__version__}\n"


def test_help_lists_every_verb_and_every_verb_has_examples(teicable):
    overview = teicable("--help").stdout
    for verb in VERBS:
        assert f"  {verb} " in overview
        text = teicable(verb, "--help").stdout
        lines = text.splitlines()
        assert "  Examples:" in lines, verb
        assert lines[lines.index("  Examples:") + 1].startswith(f"    teicable {verb}")
        assert "\\b" not in text


def test_a_wrong_verb_and_a_wrong_option(teicable):
    assert "did you mean “convert”?" in teicable("convrt", code=2).stderr
    assert "verbs: init" in teicable("zzz", code=2).stderr
    assert "No such option" in teicable("build", "--nothing", code=2).stderr


def test_a_reader_that_goes_away_is_no_accident():
    command = f"{sys.executable} -m teicable explain | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_a_terminal_without_quotation_marks_is_no_accident(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "teicable", "zzz“"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_init_makes_an_edition_once(teicable, place):
    assert "edit ed" in teicable("init", "ed").stderr
    made = {path.relative_to(place / "ed").as_posix() for path in (place / "ed").rglob("*") if path.is_file()}
    assert {"edition.toml", ".gitignore", "source/README.md", "authorities/listperson.xml"} <= made
    assert "authorities/taxonomies.xml" in made
    assert "is not empty" in teicable("init", "ed", code=2).stderr
    (place / "file").write_text("x", encoding="utf-8")
    assert "is a file" in teicable("init", "file", code=2).stderr
    (place / "empty").mkdir()
    assert "wrote" in teicable("init", "empty", "-v").stderr


def test_explain(teicable):
    listed = teicable("explain").stdout.splitlines()
    assert len(listed) == len(catalogue.codes())
    assert teicable("explain", "x101").stdout.startswith("# X101 · error · Id given twice\n")
    result = teicable("explain", "X999", code=2)
    assert "there is no diagnostic code “X999”" in result.stderr
    assert "X101" in result.stderr


def test_schema(teicable):
    for kind, name in (("rng", "teicable.rng"), ("odd", "teicable.odd"), ("catalog", "catalog.xml")):
        path = Path(teicable("schema", "--path", kind).stdout.strip())
        assert path.name == name
        assert path.is_file()
    assert teicable("schema").stdout == teicable("schema", "--path", "rng").stdout
    assert teicable("schema", "--path", "guidelines").stdout == teicable("schema", "--path", "handbook").stdout
    for kind in ("xsd", "sch", "css", "oxygen"):
        assert Path(teicable("schema", "--path", kind).stdout.strip()).exists()
    teicable("schema", "--path", "docx", code=2)


def test_projects_for_editors(teicable, place):
    teicable("init", "ed")
    assert (place / "ed" / "ed.xpr").is_file()
    assert "the projects are there" in teicable("schema", "project", "ed").stderr
    (place / "ed" / "ed.xpr").unlink()
    assert teicable("schema", "project", "ed").stdout.count("wrote") == 1
    assert teicable("schema", "project", "ed", "--force").stdout.count("wrote") == 5


def test_the_schema_is_compiled_from_its_source(teicable, monkeypatch, place):
    assert "up to date" in teicable("schema", "build", "--check").stderr
    from teicable import odd

    made = odd.compile_odd

    def changed(path):
        return {**made(path), "generated/new.txt": b"new"}

    monkeypatch.setattr(odd, "compile_odd", changed)
    assert "out of date" in teicable("schema", "build", "--check", code=1).stdout

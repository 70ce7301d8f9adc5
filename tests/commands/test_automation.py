"""What repositories of editions run by themselves: hooks and the example of a workflow."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from teicable.cli import main

ROOT = Path(__file__).resolve().parents[2]
FILES = [".pre-commit-hooks.yaml", "editions/validate.yml"]


def existing(name):
    path = ROOT / name
    if not path.is_file():
        pytest.skip("this is a source distribution, which carries no editions and hooks")
    return path


@pytest.mark.parametrize("name", FILES)
def test_yaml_is_well_formed(name):
    content = yaml.safe_load(existing(name).read_text(encoding="utf-8"))
    if isinstance(content, list):
        assert {"id", "name", "entry", "language", "files"} <= set.intersection(*map(set, content))
    else:
        steps = content["jobs"]["validate"]["steps"]
        assert all(("uses" in step) != ("run" in step) for step in steps)


@pytest.mark.parametrize("name", FILES)
def test_commands_have_the_options_that_are_named(name):
    text = existing(name).read_text(encoding="utf-8")
    commands = re.findall(r"(?:entry|run): teicable (.+)", text)
    assert commands
    for command in commands:
        verb, *words = shlex.split(command.partition(">")[0])
        options = main.get_command(None, verb).params
        known = {option for one in options for option in one.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_hooks_look_at_cables_and_authority_files_only():
    patterns = re.findall(r"files: (.+)", existing(".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert len(patterns) == 3
    for pattern in patterns:
        assert re.search(pattern, "tei/a.xml")
        assert re.search(pattern, "korea/authorities/listperson.xml")
        assert not re.search(pattern, "korea/build/site/a.xml")

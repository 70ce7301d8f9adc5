"""The development set agrees with itself, and what conversion makes of it is valid and gives the text back."""

import subprocess
import sys
from pathlib import Path

import pytest

from teicable.conversion import Context, convert
from teicable.diagnostics import Diagnostic, Severity
from teicable.model.declaration import Declaration
from teicable.model.source import canonical
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.validation import grammar, rules
from teicable.xml.parse import parse

HERE = Path(__file__).parent
CABLES = sorted((HERE / "gold").glob("[0-9]*.txt"))


@pytest.mark.parametrize("command", [["score.py", "--self"], ["check.py"]])
def test_the_gold_agrees_with_itself(command):
    done = subprocess.run(
        [sys.executable, HERE / command[0], *command[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_every_cable_becomes_a_valid_file_that_gives_its_text_back(path):
    result = convert(path.name, path.read_bytes(), Context(declaration=Declaration(original="ru")))
    assert result.files
    for document, data in result.files.items():
        tree = parse(data, document)
        assert not isinstance(tree, Diagnostic), tree
        assert grammar.check(tree, document) == []
        assert [d for d in rules.check(tree, document) if d.severity is Severity.ERROR] == []
        assert decode(tree.getroot()).text == canonical(read(path.name, path.read_bytes()).text)


def test_facts_are_read_back_from_the_tei():
    done = subprocess.run(
        [sys.executable, HERE / "evaluate.py", "--files", "001-003"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "3 files" in done.stdout
    assert "micro average" in done.stdout

"""What README.md tells people to type works."""

import re
import shlex
from pathlib import Path

from teicable.cli import VERBS

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def test_the_commands_of_the_readme_work(teicable, korea, place):
    (place / "editions").mkdir()
    korea.rename(place / "editions" / "korea-1950")
    commands = [
        shlex.split(line)
        for block in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.startswith("teicable ")
    ]
    assert len(commands) >= 8
    for command in commands:
        teicable(*command[1:])
    assert (place / "cable.html").is_file()


def test_the_readme_names_every_verb_and_make_target():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for verb in VERBS:
        assert f"| `{verb}` |" in text
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make (\w+)", text, re.MULTILINE))
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)

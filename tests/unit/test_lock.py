"""Two runs never work on one edition."""

import subprocess
import sys

import pytest

from teicable import files
from teicable.errors import TeicableError

HOLD = """
import sys, pathlib
from teicable import files
with files.locked(pathlib.Path(sys.argv[1]), "is building"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "build" / ".lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_held_lock_names_its_holder(tmp_path, holder):
    lock = files.locked(tmp_path / "build" / ".lock", "is building")
    with pytest.raises(TeicableError, match=rf"process {holder.pid} is building") as caught, lock:
        pass
    assert "wait" in caught.value.hint


def test_the_lock_of_a_killed_process_is_no_obstacle(tmp_path, holder):
    holder.kill()
    holder.wait()
    path = tmp_path / "build" / ".lock"
    assert path.read_text() == f"process {holder.pid}\n"
    with files.locked(path, "is building"):
        assert path.read_text() != f"process {holder.pid}\n"


def test_a_lock_can_be_taken_again(tmp_path):
    for _ in range(2):
        with files.locked(tmp_path / "lock", "is building"):
            pass

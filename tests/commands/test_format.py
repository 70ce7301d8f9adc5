"""teicable format: layout, and nothing else."""

import pytest

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")


@pytest.fixture
def edition(built):
    return built


@pytest.fixture
def tei(edition, teicable):
    teicable("format", "-q", "ed")
    return edition / "tei" / f"{SAMPLE}.xml"


def wrap(path):
    path.write_bytes(
        path.read_bytes().replace(b" before the ship", b"\r\n\t\tbefore\r\n\t\tthe ship").replace(b"  <", b"\t<")
    )


def test_what_an_editor_wrapped_is_restored(tei, teicable, snapshot, edition):
    before = tei.read_bytes()
    wrap(tei)
    assert tei.read_bytes() != before
    result = teicable("format", "ed")
    assert (result.stdout, result.stderr) == ("", "1 file of 5 formatted\n")
    assert tei.read_bytes() == before
    assert teicable("format", "ed").stderr == "nothing to format\n"
    assert "0 documents converted, 0 pages made" in teicable("build", "ed", *PLAIN).stderr


def test_a_check_lists_and_fails_and_a_diff_prints(tei, teicable):
    wrap(tei)
    saved = tei.read_bytes()
    assert teicable("format", "--check", "ed", code=1).stdout.splitlines() == [
        f"would format {tei.relative_to(tei.parents[2])}"
    ]
    shown = teicable("format", "--diff", tei).stdout
    assert "+        <p" in shown
    assert "before the ship" in shown
    assert tei.read_bytes() == saved
    teicable("format", "ed")
    assert teicable("format", "--check", "ed").output == "nothing to format\n"


def test_a_file_that_cannot_be_read_is_told_and_not_touched(tei, teicable):
    tei.write_bytes(tei.read_bytes().replace(b"</closer>", b""))
    broken = tei.read_bytes()
    assert "G001" in teicable("format", "ed", code=1).stderr
    assert tei.read_bytes() == broken

"""What conversion last wrote is kept beside what an editor makes of it, through interruptions too."""

import shutil

import pytest

from teicable.edition.folder import open_edition
from teicable.edition.written import Written

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")


@pytest.fixture
def tei(built):
    return built / "tei" / f"{SAMPLE}.xml"


@pytest.fixture
def copy(built):
    return built / "tei" / ".written" / f"{SAMPLE}.xml"


def edit(path):
    edited = path.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"')
    path.write_text(edited, encoding="utf-8")
    return edited


def reword(edition):
    source = next((edition / "source").glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")


def test_the_copy_has_the_bytes_of_a_file_that_nobody_edited(tei, copy, built, teicable):
    assert copy.read_bytes() == tei.read_bytes()
    reword(built)
    teicable("build", "ed", *PLAIN)
    assert b"four days" in copy.read_bytes()
    assert copy.read_bytes() == tei.read_bytes()


def test_the_copy_of_an_edited_file_stays(tei, copy, built, teicable):
    before = copy.read_bytes()
    edit(tei)
    reword(built)
    teicable("build", "ed", *PLAIN)
    assert copy.read_bytes() == before
    assert Written(open_edition(built)).base(SAMPLE) == before


def test_an_edition_of_an_earlier_version_gets_copies_of_what_nobody_edited(tei, copy, built, teicable):
    shutil.rmtree(copy.parent)
    teicable("build", "ed", *PLAIN)
    assert copy.read_bytes() == tei.read_bytes()


def test_an_edited_file_of_an_earlier_version_has_its_base_while_conversion_gives_the_same(tei, copy, built, teicable):
    before = copy.read_bytes()
    shutil.rmtree(copy.parent)
    edit(tei)
    assert Written(open_edition(built)).base(SAMPLE) == b""
    (built / "build" / "state.json").unlink()
    teicable("build", "ed", *PLAIN)
    assert copy.read_bytes() == before


def test_a_file_with_nothing_but_a_remark_in_it_is_an_edited_one(tei, built, teicable):
    remarked = tei.read_text(encoding="utf-8").replace("</signed>", "</signed><!-- see the facsimile -->")
    tei.write_text(remarked, encoding="utf-8")
    reword(built)
    assert "X201" in teicable("build", "ed", *PLAIN).stderr
    assert tei.read_text(encoding="utf-8") == remarked
    teicable("update", "ed")
    merged = tei.read_text(encoding="utf-8")
    assert "<!-- see the facsimile -->" in merged
    assert "four days" in merged


def test_a_copy_that_is_not_what_the_ledger_says_is_no_base(tei, copy, built):
    copy.write_bytes(copy.read_bytes().replace(b"three days", b"nine days"))
    edit(tei)
    assert Written(open_edition(built)).base(SAMPLE) == b""


def test_a_run_that_was_killed_before_the_ledger_leaves_no_file_that_seems_edited(tei, copy, built, teicable):
    ledger = (built / "tei" / "LEDGER").read_bytes()
    state = (built / "build" / "state.json").read_bytes()
    reword(built)
    teicable("build", "ed", *PLAIN)
    (built / "tei" / "LEDGER").write_bytes(ledger)
    (built / "build" / "state.json").write_bytes(state)
    source = next((built / "source").glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("four days", "five days"), encoding="utf-8")
    assert "1 document converted" in teicable("build", "ed", *PLAIN).stderr
    assert b"five days" in tei.read_bytes()
    assert copy.read_bytes() == tei.read_bytes()


def test_a_run_that_was_killed_between_copy_and_file_is_taken_up(tei, copy, built, teicable):
    copy.write_bytes(copy.read_bytes().replace(b"three days", b"nine days"))
    (built / "build" / "state.json").unlink()
    teicable("build", "ed", *PLAIN)
    assert b"three days" in copy.read_bytes()
    assert copy.read_bytes() == tei.read_bytes()


def test_the_copy_goes_with_the_document(tei, copy, built, teicable):
    next((built / "source").glob("*.txt")).unlink()
    tei.unlink()
    teicable("build", "ed", *PLAIN, code=None)
    assert not copy.exists()

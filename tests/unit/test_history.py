"""The history of a file: read, carried over when it is converted anew, and extended on an editor's word."""

import pytest

from teicable.diagnostics import Diagnostic
from teicable.edition import history
from teicable.edition.history import State
from teicable.xml.parse import parse

CABLE = "TOP SECRET\nThe commission asks for three boats.\nORLEN\n"
DRAFT = '<revisionDesc status="draft">\n      <change who="#teicable">converted</change>\n    </revisionDesc>'
APPROVED = (
    '<revisionDesc status="approved"><change who="#teicable" when="2025-01-01">converted</change>'
    '<change who="#ed1 #ed2" when="2025-02-01">seen &amp; found good</change></revisionDesc>'
)


@pytest.fixture
def tei(converted, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")

    def make(revision=DRAFT, words="three"):
        made = converted(CABLE.replace("three", words))
        assert DRAFT in made
        return made.replace(DRAFT, revision).encode()

    return make


def state(tei):
    return history.state(parse(tei).getroot())


def test_state_and_last_change_are_read(tei):
    assert state(tei()) == State("draft", "", "teicable", "converted")
    assert state(tei(APPROVED)) == State("approved", "2025-02-01", "ed1 ed2", "seen & found good")
    turned = APPROVED.replace("2025-01-01", "2025-03-01")
    assert state(tei(turned)).when == "2025-03-01"
    assert state(tei("")) == State()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_state_is_seen_without_reading_all(tei, encoding):
    data = tei(APPROVED).decode().replace("UTF-8", encoding.upper()).encode(encoding)
    assert history.status(data) == "approved"
    assert history.status(b"<TEI") == ""


def test_states_have_an_order():
    assert history.below("draft", "approved")
    assert not history.below("published", "approved")
    assert not history.below("approved", "approved")
    assert not history.below("", "approved")
    assert not history.below("draft", "")


def test_a_file_converted_anew_keeps_its_history(tei):
    new = tei(words="three").replace(b"ORLEN", b"ORLEN ")
    kept, fallen = history.carried(tei(APPROVED), new)
    assert (state(kept), fallen) == (state(tei(APPROVED)), "")
    assert history.carried(tei(), new) == (new, "")
    assert history.carried(b"<TEI", new) == (new, "")


@pytest.mark.parametrize("status", ["approved", "published"])
def test_other_words_take_an_approval_back(tei, status):
    present = tei(APPROVED.replace("approved", status))
    kept, fallen = history.carried(present, tei(words="four"))
    assert (state(kept).status, fallen) == ("candidate", status)
    assert state(kept) == State(
        "candidate", "2026-02-02", "teicable", f"the words changed with the transcript; {status} before"
    )
    assert b"four boats" in kept
    # So does a file into which the new words were merged, which has the history already.
    merged = tei(APPROVED.replace("approved", status), "four")
    again, fallen = history.carried(present, merged)
    assert (state(again), fallen) == (state(kept), status)
    assert again.partition(b"<revisionDesc")[0] == merged.partition(b"<revisionDesc")[0]
    assert history.carried(present, present) == (present, "")


def test_a_fall_is_never_dated_before_what_came_before(tei):
    late = APPROVED.replace("2025-02-01", "2027-02-01")
    assert state(history.carried(tei(late), tei(words="four"))[0]).when == "2027-02-01"


def test_other_markup_does_not(tei):
    present = tei(APPROVED)
    new = tei().replace(b"three boats", b"<hi>three</hi> boats")
    assert history.carried(present, new)[1] == ""
    assert history.carried(present, new, edited=True)[1] == "approved"


def test_an_editors_word_is_written_in_its_place(tei):
    marked = history.marked(tei(APPROVED), "t.xml", "published", "ed1", "2025-05-01", "A & B")
    assert marked == tei(
        APPROVED.replace('"approved"', '"published"').replace(
            "</revisionDesc>", '<change who="#ed1" when="2025-05-01">A &amp; B</change></revisionDesc>'
        )
    )


@pytest.mark.parametrize(
    ("revision", "message"),
    [(APPROVED, "a change of 2024-05-01 cannot follow one of 2025-02-01"), ("", "the header has no history")],
)
def test_what_stands_in_the_way_is_told(tei, revision, message):
    found = history.marked(tei(revision), "t.xml", "published", "ed1", "2024-05-01", "x")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message[: len(message)]) == ("X210", message)

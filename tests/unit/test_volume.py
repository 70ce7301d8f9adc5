"""The volumes of a book: whole years where they go in, no volume too long, nothing lost, little moved."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teicable.render.volume import Shelf, Volume, volumes

MOST = 10


def year(number: int, count: int) -> list[tuple[str, str]]:
    """Return so many documents of a year, one a day."""
    return [(f"{number}-01-{day + 1:02}", f"cable-{number}-{day + 1:02}") for day in range(count)]


def held(documents: list[tuple[str, str]]) -> list[tuple[str, str, int]]:
    return [(volume.first, volume.last, len(volume.documents)) for volume in volumes(documents, MOST)]


def test_a_book_that_is_not_too_long_has_one_volume_without_a_number():
    (only,) = volumes(year(1950, 10), MOST)
    assert (only.number, only.name, only.elements()) == (0, "book", [])
    assert volumes([], MOST) == ()


def test_years_stay_together():
    assert held([*year(1949, 4), *year(1950, 5), *year(1951, 7)]) == [
        ("1949-01-01", "1950-01-05", 9),
        ("1951-01-01", "1951-01-07", 7),
    ]


def test_a_year_that_is_too_long_is_divided_evenly():
    assert [count for *_, count in held([*year(1949, 3), *year(1950, 25), *year(1951, 2)])] == [3, 8, 8, 11 - 2, 2]


def test_documents_without_a_date_come_last_and_give_no_day():
    undated = [("9999", f"cable-{number}") for number in range(6)]
    assert held([*undated, *year(1950, 9)]) == [("1950-01-01", "1950-01-09", 9), ("", "", 6)]


def test_hours_order_documents_and_are_not_said():
    hours = [(f"1950-05-14T{hour:02}:00:00", f"cable-{23 - hour:02}") for hour in range(12)]
    (first, _) = volumes(reversed(hours), MOST)
    assert first.documents[0] == "cable-23"
    assert (first.first, first.last) == ("1950-05-14", "1950-05-14")


def test_a_document_that_is_added_leaves_other_volumes_as_they_are():
    before = volumes([*year(1949, 9), *year(1950, 8), *year(1951, 9)], MOST)
    after = volumes([*year(1949, 9), *year(1950, 9), *year(1951, 9)], MOST)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]


@given(st.lists(st.integers(1945, 1955), max_size=120), st.integers(1, 30))
def test_every_document_is_in_one_volume_in_order(years, most):
    documents = [(f"{number}-02-03", f"cable-{place}") for place, number in enumerate(years)]
    divided = volumes(documents, most)
    assert [id_ for volume in divided for id_ in volume.documents] == [id_ for _, id_ in sorted(documents)]
    assert all(len(volume.documents) <= most for volume in divided)
    # No more volumes than it takes, but for what years make of it.
    longest = -(-max(Counter(years).values(), default=0) // most)
    assert len(divided) <= 2 * -(-len(years) // most) + longest


@pytest.mark.parametrize(
    ("shelf", "paper", "reader"),
    [
        (Shelf((Volume(("a",)),), frozenset({"book"}), frozenset({"book"})), "book.pdf", "book.epub"),
        (Shelf((Volume(("a",)),)), "", ""),
        (Shelf((Volume(("a",), 1), Volume(("b",), 2)), frozenset({"book-1"})), "index.html#volumes", ""),
        (Shelf((Volume(("a",), 1), Volume(("b",), 2))), "", ""),
    ],
    ids=["one", "none made", "several", "several, none made"],
)
def test_where_pages_lead(shelf, paper, reader):
    assert (shelf.address("pdf"), shelf.address("epub")) == (paper, reader)


def test_a_volume_that_was_not_made_is_not_offered():
    shelf = Shelf((Volume(("a",), 1), Volume(("b",), 2)), frozenset({"book-2"}), frozenset())
    (told,) = shelf.elements()
    assert (told.get("number"), told.get("pdf"), told.get("epub")) == ("2", "book-2.pdf", None)

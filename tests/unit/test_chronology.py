"""The grammar of dates and times: every shape it claims, and what it must never make of a number."""

import re

import pytest

from teicable import chronology
from teicable.chronology import Order, days, find, in_words, match, order_of
from teicable.model.span import Span


def read(words: str, order: Order = Order.DAY_FIRST) -> list[tuple[str, str]]:
    return [(moment.iso, moment.span.of(words)) for moment in find(words, Span(0, len(words)), order)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("14 May 1950", "1950-05-14"),
        ("14 May, 1950", "1950-05-14"),
        ("May 14, 1950", "1950-05-14"),
        ("July 08, 1950", "1950-07-08"),
        ("Sept. 3, 1950", "1950-09-03"),
        ("1st of May 1950", "1950-05-01"),
        ("3 June ’52", "1952-06-03"),
        ("“13” June 1956", "1956-06-13"),
        ("7 January [1950]", "1950-01-07"),
        ("21.July.1951", "1951-07-21"),
        ("14.5.50", "1950-05-14"),
        ("13.7.1951", "1951-07-13"),
        ("13/5-50", "1950-05-13"),
        ("10/14/50", "1950-10-14"),
        ("10.23.1962", "1962-10-23"),
        ("28.VII.1948", "1948-07-28"),
        ("30.X 62", "1962-10-30"),
        ("29.X 1962", "1962-10-29"),
        ("27/X/1962", "1962-10-27"),
        ("August 1949", "1949-08"),
        ("29 February 1948", "1948-02-29"),
        ("1964. 07. 21", "1964-07-21"),
        ("80. 10. 02", "1980-10-02"),
        ("3 May", "--05-03"),
        ("“13” June", "--06-13"),
        ("1956-11-05", "1956-11-05"),
    ],
)
def test_dates(words, iso):
    assert read(words) == [(iso, words)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("5:30 am, 14 May 1950", "1950-05-14T05:30:00"),
        ("10/14/50 at 03:15 a.m.", "1950-10-14T03:15:00"),
        ("22:03 16.2.51", "1951-02-16T22:03:00"),
        ("31.8.50 11:32", "1950-08-31T11:32:00"),
        ("13:55\n3.7.1951", "1951-07-03T13:55:00"),
        ("20 hours 05 minutes, 13.1.1951", "1951-01-13T20:05:00"),
        ("23.10.1962 09h10", "1962-10-23T09:10:00"),
        ("1450 3 December 1946", "1946-12-03T14:50:00"),
        ("23 June 1954, 3:00 a.m.", "1954-06-23T03:00:00"),
        ("26.X 62. at 07.00", "1962-10-26T07:00:00"),
        ("29.5.63 at 6:50 hours", "1963-05-29T06:50:00"),
        ("9 a.m. 3 May 1950", "1950-05-03T09:00:00"),
        ("00:00 1 May 1950", "1950-05-01T00:00:00"),
        ("31.8 17:27", "--08-31"),
        ("23:10 7.XII", "--12-07"),
        ("18hs15", "18:15:00"),
        ("17/XI/1953, 20.45 h", "1953-11-17T20:45:00"),
        ("1800hs", "18:00:00"),
        ("0215 hours 4 May 1950", "1950-05-04T02:15:00"),
        ("At 2212", "22:12:00"),
        ("7:25", "07:25:00"),
        ("12:00 p.m.", "12:00:00"),
        ("12:30 a.m.", "00:30:00"),
        ("13:30 p.m.", "13:30:00"),
        ("10.00 a.m.", "10:00:00"),
        ("6 p.m.", "18:00:00"),
    ],
)
def test_times_and_dates_with_times(words, iso):
    assert read(words) == [(iso, words)]


@pytest.mark.parametrize(
    "words",
    [
        "31 June 1950",
        "30 February 1950",
        "29 February 1949",
        "31.6.50",
        "45.7.50",
        "13.13.50",
        "0.5.50",
        "1.0.50",
        "32.X.50",
        "31.XI.50",
        "1.XIII.50",
        "10:61",
        "25:30",
    ],
)
def test_what_no_calendar_or_clock_has_is_passed_over(words):
    assert read(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "3.5 tons",
        "31.8",
        "1/2",
        "1.2.3.4",
        "192.168.1.1",
        "1954",
        "may 3 people",
        "08. 10. 02.",
        "march 50 men",
        "at 10",
        "10.00",
        "x3.5.50",
    ],
)
def test_a_number_is_no_date(words):
    assert read(words) == []


def test_an_hour_that_does_not_exist_does_not_hide_the_date_after_it():
    assert read("24:00 1 May 1950") == [("1950-05-01", "1 May 1950")]


def test_a_footnote_number_glued_to_the_minutes_leaves_a_doubtful_time():
    words = "26.9.50 at 8:101 a.m."
    (moment,) = find(words, Span(0, len(words)))
    assert (moment.iso, moment.doubtful) == ("1950-09-26T08:10:00", True)


def test_a_doubtful_digit_in_doubled_brackets_makes_a_doubtful_date():
    (moment,) = find("2[[0]] February [1948]", Span(0, 22))
    assert (moment.iso, moment.span, moment.doubtful) == ("1948-02-20", Span(0, 22), True)


@pytest.mark.parametrize(
    ("words", "iso"), [("24/3", "--03-24"), ("31.8", "--08-31"), ("24/3 at 12:30", "--03-24"), ("7.XII", "")]
)
def test_behind_a_label_a_day_and_a_month_are_a_date(words, iso):
    span = Span(0, len(words))
    assert [m.iso for m in find(words, span, labelled=True)] == ([iso] if iso else [])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ON/26/27/VII/62", ["1962-07-26", "1962-07-27"]),
        ("ON/26/26/X/62", ["1962-10-26", "1962-10-26"]),
        ("ON/30/1/XI/62", ["", "1962-11-01"]),
        ("ON/30/31/XI/62", None),
        ("UPON/26/26/X/62", None),
    ],
)
def test_days_of_sending_and_receipt_written_in_one(words, expected):
    found = days(words, Span(0, len(words)))
    assert (found and [moment.date for moment in found]) == expected


def test_a_missing_year_stays_missing():
    (moment,) = find("Received 31.8 17:27", Span(0, 19))
    assert (moment.year, moment.month, moment.day, moment.time) == (0, 8, 31, "17:27")


def test_dates_of_one_line_are_kept_apart():
    assert [iso for iso, _ in read("10 May 1950-12 May 1950")] == ["1950-05-10", "1950-05-12"]


@pytest.mark.parametrize(
    ("order", "iso", "decided"), [(Order.DAY_FIRST, "1962-11-04", False), (Order.MONTH_FIRST, "1962-04-11", False)]
)
def test_the_order_decides_between_two_small_numbers(order, iso, decided):
    (moment,) = find("04.11.1962", Span(0, 10), order)
    assert (moment.iso, moment.numeric, moment.decided) == (iso, True, decided)


def test_no_order_turns_a_day_over_12_into_a_month():
    assert read("14.5.50", Order.MONTH_FIRST) == [("1950-05-14", "14.5.50")]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("10.23.1962 and 04.11.1962", (Order.MONTH_FIRST, True)),
        ("14.5.50 and 4.6.50", (Order.DAY_FIRST, True)),
        ("4.5.50", (Order.DAY_FIRST, False)),
        ("14.5.50, 15.5.50, 10/14/50", (Order.DAY_FIRST, False)),
        ("14 May 1950", (Order.DAY_FIRST, False)),
    ],
)
def test_the_order_of_a_document_is_shown_by_a_number_over_12(words, order):
    assert order_of(words) == order


def test_only_the_stretch_asked_for_is_read():
    assert [m.iso for m in find("on 14 May 1950", Span(3, 9))] == ["--05-14"]


def test_a_moment_at_a_place():
    found = match("Sent 14.5.50 x", 5, 14)
    assert found is not None
    assert found.span == Span(5, 12)
    assert match("Sent 14.5.50 x", 4, 14) is None


@pytest.mark.parametrize(
    ("iso", "words"),
    [("1950-05-04", "4 May 1950"), ("1950-05", "May 1950"), ("1950", "1950"), ("--05-04", "--05-04"), ("", "")],
)
def test_a_date_in_words(iso, words):
    assert in_words(iso) == words


def test_a_date_time_group_states_greenwich_time():
    found = list(find("R 050142Z NOV 75", Span(0, 16)))
    assert [(m.iso, m.date) for m in found] == [("1975-11-05T01:42:00Z", "1975-11-05")]


def test_blanks_are_never_given_back():
    """A run of blanks, as typescripts have them, must cost no more than its length."""
    for pattern in (chronology._pattern(), chronology._time_pattern()):
        assert not re.findall(r"\[ \\t\][*+](?!\+)", pattern.pattern)


@pytest.mark.parametrize("words", ["f. 1956-11-05-3", "No. 12-1956-11-05", "1956-13-05", "1956-11-31"])
def test_what_only_looks_like_the_date_of_an_export(words):
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "labelled", "iso"),
    [
        ("4 November 1958, 18.30", True, "1958-11-04T18:30:00"),
        ("4 November 1958, 18.30 tons", True, "1958-11-04"),
        ("4 November 1958, 18.30", False, "1958-11-04"),
        ("4 November 1958, 27.30", True, "1958-11-04"),
    ],
)
def test_an_hour_with_a_full_stop_ends_a_labelled_line(words, labelled, iso):
    assert [moment.iso for moment in find(words, Span(0, len(words)), labelled=labelled)] == [iso]

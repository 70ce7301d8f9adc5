"""What new sources propose, and what of their conversion is kept."""

from __future__ import annotations

from teicable.diagnostics import Diagnostic, Location
from teicable.edition import arrivals
from teicable.edition.worker import Converted


def gave(name, *documents, code="S101"):
    found = (Diagnostic(code, "x", Location(name)),)
    return Converted(name, "sha", "", dict.fromkeys(documents, b"<TEI/>"), dict.fromkeys(documents, ""), found)


def test_a_source_is_kept_with_what_it_proposes():
    told: list[int] = []
    one, two = gave("a.txt", "cable-1"), gave("b.txt", "cable-2", "cable-3")
    proposals, first = arrivals.heard([one, two], told.append)
    assert proposals == {"a.txt": (("cable-1",), "sha"), "b.txt": (("cable-2", "cable-3"), "sha")}
    assert first == {"a.txt": one, "b.txt": two}
    assert told == [1, 2]


def test_a_source_that_was_refused_proposes_nothing():
    assert arrivals.heard([gave("a.txt")], lambda _: None) == ({}, {})


def test_of_a_source_with_a_refused_cable_nothing_is_kept():
    proposals, first = arrivals.heard([gave("a.txt", "cable-2", code="F001")], lambda _: None)
    assert proposals.keys() == {"a.txt"}
    assert not first


def test_only_so_many_are_kept(monkeypatch):
    monkeypatch.setattr(arrivals, "AT_HAND", 1)
    proposals, first = arrivals.heard([gave("a.txt", "cable-1"), gave("b.txt", "cable-2")], lambda _: None)
    assert len(proposals) == 2
    assert first.keys() == {"a.txt"}

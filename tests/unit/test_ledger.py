"""tei/LEDGER: what conversion wrote."""

import pytest

from teicable.edition import ledger
from teicable.edition.ledger import Ledger
from teicable.errors import ManifestError

A, B = "a" * 64, "b" * 64


def test_lines_are_sorted_and_in_checksum_format(tmp_path):
    given = Ledger({"z.xml": A, "a b.xml": B})
    assert given.format().decode() == f"{B}  a b.xml\n{A}  z.xml\n"
    path = tmp_path / ledger.NAME
    path.write_bytes(given.format())
    assert ledger.read(path) == given


def test_only_what_conversion_wrote_counts_as_its_own():
    given = Ledger({"a.xml": A})
    assert given.wrote("a.xml", A)
    assert not given.wrote("a.xml", B)
    assert not given.wrote("never.xml", A)


def test_a_missing_ledger_is_empty(tmp_path):
    assert ledger.read(tmp_path / ledger.NAME) == Ledger()


def test_a_line_that_is_none_is_named(tmp_path):
    path = tmp_path / ledger.NAME
    path.write_text(f"{A}  a.xml\n<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(ManifestError, match=r"LEDGER:2 is “<<<<<<< HEAD”"):
        ledger.read(path)

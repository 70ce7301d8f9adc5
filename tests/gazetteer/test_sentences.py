"""Names in sentences that no rule was written for: how many are found, and how few are invented."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from teicable.authorities import Authorities
from teicable.vocabularies.gazetteer import _settlements, settlement, statesmen

HERE = Path(__file__).parent
LEAST = {"person": (0.97, 0.78), "place": (0.95, 0.84), "org": (0.97, 0.95)}


@pytest.fixture(scope="module")
def counts():
    specification = importlib.util.spec_from_file_location("measure", HERE / "measure.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    lines = (HERE / "sentences.txt").read_text("utf-8").splitlines()
    return module.measure([line for line in lines if line and not line.startswith("#")], Authorities())[0]


@pytest.mark.parametrize("kind", LEAST)
def test_names_are_found_and_not_invented(counts, kind):
    found, missing, invented = (counts[f"{kind} {what}"] for what in ("found", "missing", "invented"))
    precision, recall = LEAST[kind]
    assert found / (found + invented) >= precision
    assert found / (found + missing) >= recall


def test_every_small_place_is_found_again():
    names = _settlements().beginning("")
    assert names == ["", *sorted(names[1:])]
    assert all(settlement(name) for name in names[1::997])
    assert settlement(names[1])
    assert settlement(names[-1])
    assert not settlement("Nemolka")
    assert not settlement("")


def test_a_surname_that_is_a_word_is_no_statesman_s_alone():
    known = statesmen()
    assert known["nehru"]
    assert not known["marshall"]
    assert known["george marshall"]

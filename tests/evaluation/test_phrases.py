"""No English bracket becomes foreign, whatever the document is translated from; most foreign ones do."""

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import phrases

from teicable.annotate.foreign import verdict, words_in
from teicable.vocabularies import shipped


def test_the_tables_are_long_enough():
    assert len(phrases.phrases()) >= 100
    assert len(phrases.english()) >= 300


@pytest.mark.parametrize("origin", phrases.ORIGINS)
def test_english_is_never_foreign(origin):
    assert phrases.mistaken(origin) == []


# Without the language of the document, which its other phrases show, one phrase may be Russian or Bulgarian.
@pytest.mark.parametrize(("known", "precision", "recall"), [(True, 0.99, 0.96), (False, 0.96, 0.89)])
def test_foreign_is_mostly_found(known, precision, recall):
    score = phrases.foreign_score(known=known)
    assert score.right >= precision * score.found
    assert score.right >= recall * score.total


def test_the_table_has_a_line_of_each(capsys, monkeypatch):
    monkeypatch.setattr(phrases, "ORIGINS", ("ru",))
    phrases.table()
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.rpartition(" ")[0].split()[0] for line in lines] == ["brackets", "foreign,", "foreign,", "English"]
    assert lines[-1].endswith("| 0")


def test_running_english_is_not_foreign():
    """Neither are words of the invented cables, in ones to fours, put into brackets."""
    wrong = []
    for path in sorted((Path(__file__).parent / "gold" / "body").glob("*.txt"))[::4]:
        words = [w.strip(".,;:“”()") for w in path.read_text(encoding="utf-8").partition("[")[0].split()]
        for count in (1, 2, 4):
            tuples = [" ".join(words[i : i + count]) for i in range(len(words) - count + 1)]
            wrong += [words for words in tuples if words and phrases.reading(words, "ru")[0] == "foreign"]
    assert wrong == []


def test_a_phrase_is_quickly_weighed():
    listed = [tuple(words_in(phrase)) for phrase, _ in phrases.phrases()]
    verdict(listed[0], shipped())
    start = time.perf_counter()
    for words in listed:
        verdict(words, shipped())
    assert (time.perf_counter() - start) / len(listed) < 0.002

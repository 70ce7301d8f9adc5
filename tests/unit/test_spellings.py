"""Two spellings of one name, and names that only look alike."""

import pytest

from teicable.annotate.spellings import akin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PAK HEON-YEONG", "Pak Hon Yong"),
        ("P’eng Te-huai", "Peng Dehuai"),
        ("Chou En-lai", "Zhou Enlai"),
        ("Gangseo", "Kangso"),
        ("Smirnow", "Smirnov"),
        ("Alexeyev", "Alekseev"),
        ("Fyn Si", "Feng Xi"),
        ("LI ZHOU-YUAN", "Yi Chu-yŏn"),
        ("Mao Tse-tung", "Mao Zedong"),
        ("Kuznetsov", "Kuznecov"),
    ],
)
def test_two_romanisations_of_one_name(one, other):
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Krasnov", "Krasovsky"),
        ("Popov", "Popovich"),
        ("Pavlov", "Pavlenko"),
        ("Zakharov", "Zakharenko"),
        ("Lin Biao", "Lei Shan"),
        ("Petrov", "Petrenko"),
        ("", "Petrov"),
    ],
)
def test_two_names_that_look_alike(one, other):
    assert not akin(one, other)

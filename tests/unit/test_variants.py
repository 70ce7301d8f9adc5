"""Other spellings of one name, and nothing that is another name."""

import pytest

from teicable.languages.variants import variants


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("vyshinsky", ["vyshinskii", "vyshinskiy", "vyshinski"]),
        ("razuvaev", ["razuvayev"]),
        ("alekseev", ["alekseyev", "alexeev"]),
        ("roshchin", ["roschin"]),
        ("andrey gromyko", ["andrei gromyko"]),
        ("vasil'ev", ["vasilev"]),
        ("jeleń", ["jelen"]),
        ("koča popović", ["koca popovic"]),
        ("zhou enlai", ["chou en-lai"]),
        ("mao zedong", ["mao tse-tung"]),
        ("liu shaoqi", ["liu shao-ch'i", "liu shao-chi"]),
        ("kim il sung", ["kim il-sung", "kim ilsung"]),
        ("pak hon-yong", ["pak hon yong"]),
    ],
)
def test_a_name_is_spelled_in_several_ways(name, others):
    assert set(others) <= set(variants(name))


@pytest.mark.parametrize("name", ["mao", "stalin", "karsa", "li", ""])
def test_short_names_stay_as_they_are(name):
    assert list(variants(name)) == []


def test_there_is_an_end():
    assert len(list(variants("vyshinsky-alekseevsky andrey vasil'evich roshchinsky-tolstoy"))) <= 41

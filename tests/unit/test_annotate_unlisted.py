"""Names that no authority file holds: places by the gazetteer, persons by what stands round them, the rest reported."""

import pytest

from teicable.model.annotation import Zone
from teicable.vocabularies import gazetteer


def of_kind(found, kind: str) -> list[str]:
    return [words for one, words in found if one == kind]


@pytest.mark.parametrize(
    "name",
    ["USSR", "DPRK", "Peking", "MUKDEN", "Dairen", "Leningrad", "Pusan", "Inchon", "Ulan Bator", "Alma-Ata", "Wroclaw"],
)
def test_places_of_the_period(claims, name):
    assert of_kind(claims(f"the train to {name} is late"), "place") == [name]


@pytest.mark.parametrize(
    "words",
    [
        "A nice reading of the mobile split",
        "the Nice treaty and the Reading group",
        "he was rok and roll",
        "the talk on Radio Moscow then",
        "the Geneva Conference ended",
        "it was Most of all",
    ],
)
def test_words_that_are_no_places(claims, words):
    assert of_kind(claims(words), "place") == []


def test_a_doubtful_name_is_a_place_where_one_is_expected(claims, claim):
    assert of_kind(claims("the talks in Nice then"), "place") == ["Nice"]
    assert claim("place", "the talks in Nice then").certainty == "medium"


def test_no_place_gets_an_identifier(claim):
    assert claim("place", "the train to Harbin is late").attributes == ()


def test_the_authority_files_win(claim):
    assert claim("place", "the train to Karsa is late").get("ref") == "place:karsa"


def test_a_supplied_side_belongs_to_the_country(claims):
    assert of_kind(claims("the army of [North] Korea is there"), "place") == ["[North] Korea"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("that Comrade Peng Dehuai is ill", "Peng Dehuai"),
        ("that Ambassador Nemo is ill", "Nemo"),
        ("that President López Mateos is ill", "López Mateos"),
        ("that [President] López Mateos is ill", "López Mateos"),
        ("that Minister [Raúl] Noa is ill", "[Raúl] Noa"),
        ("that Premier Zhou [Enlai] is ill", "Zhou [Enlai]"),
        ("that [Liu] Shaoqi is ill", "[Liu] Shaoqi"),
        ("that [Soviet Deputy Premier Anastas] Nemoyan is ill", "Nemoyan"),
        ("that Minister of Finance Morat Nemo is ill", "Morat Nemo"),
        ("that V. S. Nemyonov is ill", "V. S. Nemyonov"),
        ("that I.V. Nemin is ill", "I.V. Nemin"),
        ("that Pak Hon Yong is ill", "Pak Hon Yong"),
        ("that Pak Hon-yong is ill", "Pak Hon-yong"),
        ("that Pham Van Dong is ill", "Pham Van Dong"),
        ("that General Nemo de Vrees is ill", "Nemo de Vrees"),
        ("then Nemov answered that it is", "Nemov"),
        ("then tell Nemov that it is", "Nemov"),
        ("the director of the line, Nemov, is ill", "Nemov"),
        ("the delegate Jerzy] Nemo is ill", "Nemo"),
    ],
)
def test_persons_shown_by_the_words_round_them(claims, words, name):
    assert of_kind(claims(words), "person") == [name]


@pytest.mark.parametrize(
    "words",
    [
        "that the General Staff is ill",
        "that the Minister of Foreign Affairs is ill",
        "that Comrade Chairman is ill",
        "that the Soviet Ambassador is ill",
        "that President of the United States is ill",
        "that Hong Kong is far",
        "that Nemo is ill",
        "that I answered it",
        "that A. The rest is lost",
    ],
)
def test_no_persons(claims, words):
    assert of_kind(claims(words), "person") == []


def test_a_name_once_established_is_known_everywhere(claims):
    found = claims("that Comrade Peng Dehuai is ill. With Peng goes Ambassador Nemo; of Nemo more later")
    assert of_kind(found, "person") == ["Peng Dehuai", "Peng", "Nemo", "Nemo"]


def test_a_place_may_be_a_person(claims):
    assert claims("that Comrade Kirov is in Perm; of Kirov more later") == [
        ("person", "Kirov"),
        ("place", "Perm"),
        ("person", "Kirov"),
    ]


def test_a_signature_establishes_a_name(claims):
    assert of_kind(claims("Nemov", Zone.SIGNATURE), "person") == ["Nemov"]


def test_other_names_are_reported_once(reports):
    assert reports("of Nemolka and of Nemolka too") == [("A007", 1, 4)]
    assert reports("of the Soviet Army and the Central Committee in March") == []


def test_two_names_of_one_place(claims):
    found = claims("the rifles in Andong [Dandong] are")
    assert set(found) == {("place", "Andong"), ("note", "[Dandong]"), ("place", "Dandong")}
    assert of_kind(claims("the rifles in Andong [Harbin] are"), "note") == []


def test_a_cover_name_stated_by_a_bracket(claims, reports):
    words = "to Comrade Nemov [Sorokin] then"
    assert claims(words) == [("person", "Nemov"), ("note", "[Sorokin]"), ("person", "Sorokin")]
    assert reports(words) == [("A008", 1, 12)]


@pytest.mark.parametrize(
    "words", ["to Comrade Nemov [sic] then", "Inventory [Inventar] of goods is", "to Wang [Shijie] then"]
)
def test_other_brackets_state_no_cover_name(claims, words):
    assert [found for kind, found in claims(words) if kind == "person" and found in ("Inventar", "sic", "Shijie")] == []


def test_round_brackets_are_the_sender_s_own(claims):
    assert of_kind(claims("to Comrade Nemov (Sorokin) then"), "note") == []
    both = "to Comrade Nemov [Sorokin] and again to Comrade Nemov (Sorokin) then"
    assert of_kind(claims(both), "note") == ["[Sorokin]", "(Sorokin)"]


def test_another_spelling_is_no_other_person(claims):
    assert of_kind(claims("and Comrade Pak Heon-yeong [Pak Hon Yong] then"), "note") == ["[Pak Hon Yong]"]
    assert of_kind(claims("and Minister Aranji [Arandzhi] then"), "person") == ["Aranji"]


def test_names_of_one_place():
    table = gazetteer.load(["Alpha\tBeta\n?Gamma\n# no place", "Beta\nDelta\tGamma"])
    assert table.same("alpha", "BETA")
    assert not table.same("Alpha", "Delta")
    assert not table.get("Gamma").certain


def test_a_whole_table_is_folded_as_a_name_is():
    names = gazetteer.shipped().names
    assert all(key == gazetteer.fold(form.removeprefix("?")) for key, forms in names.items() for _, form in forms)


def test_abbreviations_stand_in_capitals():
    assert gazetteer.shipped().get("ROK")
    assert not gazetteer.shipped().get("Rok")

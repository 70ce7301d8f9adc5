"""Places and persons that only the words round them show; organisations."""

import pytest

LOW = "low"


def of_kind(found, kind: str) -> list[str]:
    return [words for one, words in found if one == kind]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the camp near Songvol is new", "Songvol"),
        ("the mines of Vardok, which are new", "Vardok"),
        ("the boats along the Vardok are new", "Vardok"),
        ("the floods in the Vardok provinces are new", "Vardok"),
        ("we passed Vardok, where it is new", "Vardok"),
        ("the road through Vardok is new", "Vardok"),
        ("the barracks on Vardok Island are new", "Vardok Island"),
        ("the barracks on Vardok-do are new", "Vardok-do"),
        ("THE FLEET LEFT VARDOK BAY AT NOON", "VARDOK BAY"),
    ],
)
def test_places_shown_by_a_frame(claims, claim, words, name):
    assert of_kind(claims(words), "place") == [name]
    assert claim("place", words).certainty == LOW


@pytest.mark.parametrize(
    "words",
    [
        "in Vardok’s letter it is said",
        "an article in Neue Vardok is new",
        "in Vardokian villages it is so",
        "in Appendix B it is so",
        "in August it is so",
        "in VRDK it is so",
        "the cruiser at Vardok Gun Factory",
        "to Vardok it is all the same",
    ],
)
def test_frames_of_no_place(claims, words):
    assert of_kind(claims(words), "place") == []


def test_a_small_place_after_words_of_travel(claims):
    assert of_kind(claims("the road from Myitkyina to Putao is closed"), "place") == ["Myitkyina", "Putao"]
    assert of_kind(claims("a letter to Putao is missing"), "place") == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("then Vardok agreed with us", ["Vardok"]),
        ("the talks with Vardok went on", ["Vardok"]),
        ("it was Vardok’s deputy that came", ["Vardok"]),
        ("of Vardokovsky more later", ["Vardokovsky"]),
        ("it is said that Vardok was not informed", ["Vardok"]),
        ("then Nemo and Vardok agreed", ["Nemo", "Vardok"]),
        ("it is Vardok, who came late", ["Vardok"]),
        ("the worst was [Maria] Vardok, who wept", ["[Maria] Vardok"]),
        ("the [Engineer] Vardok thinks so", ["Vardok"]),
        ("nothing came from SOKOLAR there", ["SOKOLAR"]),
        ("then Salih al-Vardok agreed with us", ["Salih al-Vardok"]),
        ("of Nehru and Khrushchev more later", ["Nehru", "Khrushchev"]),
    ],
)
def test_persons_shown_by_their_part_in_a_sentence(claims, words, names):
    assert of_kind(claims(words), "person") == names


@pytest.mark.parametrize(
    "words",
    [
        "then Moscow agreed with us",
        "the talks with Egyptians went on",
        "the cruiser Vardokov arrived there",
        "the Nehru Committee is new",
        "of Vardok more later",
        "nothing came from VRDKL there",
        "the prisoners on Vardok-do refused it",
    ],
)
def test_parts_in_a_sentence_of_no_person(claims, words):
    assert of_kind(claims(words), "person") == []


def test_what_is_not_sure_is_listed_once(reports):
    assert reports("with Comrade Nemo and again with Nemo") == [("A009", 1, 14)]
    assert reports("near Songvol and again near Songvol") == [("A009", 1, 6)]


@pytest.mark.parametrize(
    "name",
    [
        "KPA",
        "VKP(b)",
        "CC CPSU",
        "Guomindang",
        "Ministry of Foreign Trade",
        "State Planning Commission",
        "8th Route Army",
    ],
)
def test_organisations(claims, name):
    assert of_kind(claims(f"then the {name} sent us nothing"), "org") == [name]


@pytest.mark.parametrize("words", ["the Army and the Party are one", "THE STATE COMMITTEE IS NEW", "the cpsu is new"])
def test_no_organisations(claims, words):
    assert of_kind(claims(words), "org") == []


def test_the_place_before_a_committee_stays_a_place(claims):
    assert claims("the Shanghai Party Committee is new") == [("place", "Shanghai"), ("org", "Party Committee")]


def test_an_organisation_of_the_authority_files_wins(claim):
    assert claim("org", "then the River Commission is new").get("ref") == "org:crd"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("They flew over the Quastovyy Range at night.", "Quastovyy Range"),
        ("He drove south of Choir and came back.", "Choir"),
        ("Before the trip to Quastoni he asked again.", "Quastoni"),
        ("It was transported through Abu Quast on trucks.", "Abu Quast"),
        ("They wrote about the countries of Asia then.", "Asia"),
    ],
)
def test_ranges_namesakes_and_ways(claims, words, place):
    assert ("place", place) in claims(words)


@pytest.mark.parametrize(
    "words",
    [
        "The Canadian is for the second.",
        "They left the [Baghdad] Pact as of yesterday.",
        "Later Choibalsan then passed to the railroad.",
        "It is a bargain [in Kauf genommen] to him.",
    ],
)
def test_nations_treaties_and_persons_are_no_places(claims, words):
    assert "place" not in dict(claims(words))

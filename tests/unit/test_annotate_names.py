"""Names of the authority files: whole words, any case, never a guess."""

import pytest

from teicable.model.annotation import Zone


def names(claims, words: str, zone: Zone = Zone.PARAGRAPH) -> list[str]:
    return [found for kind, found in claims(words, zone) if kind in ("person", "place", "org")]


@pytest.mark.parametrize("name", ["Viktor Orlen", "VIKTOR ORLEN", "Orlen", "Gromov", "FEN SI"])
def test_any_case(claims, name):
    assert names(claims, f"and {name} said so") == [name]


def test_the_longest_name_wins(claims):
    assert names(claims, "that Viktor Orlen is there") == ["Viktor Orlen"]


def test_a_cover_name_is_marked_as_one(claim):
    assert dict(claim("person", "and Gromov said").attributes) == {"type": "pseudo", "ref": "person:orlen"}
    assert dict(claim("person", "and Orlen said").attributes) == {"ref": "person:orlen"}


@pytest.mark.parametrize(
    "words",
    [
        "the gromov here",
        "to Gromova then",
        "to McOrlen then",
        "the Orlen-Nemo plan",
        "the Nemo-Orlen plan",
        "the Orlen–Nemo plan",
    ],
)
def test_a_part_of_a_word_is_no_name(claims, words):
    assert names(claims, words) == []


@pytest.mark.parametrize(
    "words", ["that Orlen Prize is won", "in North Veltava it is cold", "the Veltava Bridge", "to Northern Karsa then"]
)
def test_a_part_of_a_longer_name_is_no_name(claims, words):
    assert names(claims, words) == []


@pytest.mark.parametrize(
    "words",
    ["North of Veltava it is cold", "that Orlen said so", "of Orlen. The rest", "“Orlen”, he said", "Orlen’s plan"],
)
def test_other_neighbours_do_not_matter(claims, words):
    assert len(names(claims, words)) == 1


def test_a_footnote_number_glued_to_a_name(claims):
    assert names(claims, "and Orlen1 said so") == ["Orlen"]


@pytest.mark.parametrize("name", ["Vasil'ev", "Vasil’ev", "Vasilʹev"])
def test_apostrophes_of_any_kind(claims, name):
    assert names(claims, f"and {name} said so") == [name]


def test_a_name_broken_over_two_lines(claims):
    assert names(claims, "that Viktor\nOrlen is there") == ["Viktor\nOrlen"]


def test_a_name_of_several_people_is_reported_where_it_stands(claims, reports):
    assert names(claims, "and Tarn said so") == []
    assert reports("it was\nthat Tarn said so") == [("A001", 2, 6)]


def test_the_full_name_is_not_ambiguous(claim, reports):
    assert claim("person", "and Maria Tarn said so").get("ref") == "person:tarn-2"
    assert reports("and Maria Tarn said so") == []


def test_places_and_organisations(claims):
    assert claims("the River Commission at Veltava is new") == [("org", "River Commission"), ("place", "Veltava")]


def test_neighbours_in_a_form_are_other_cells(claims):
    assert names(claims, "VELTAVA Only by cipher", Zone.ADDRESS) == ["VELTAVA"]


@pytest.mark.parametrize("zone", [Zone.NUMBER, Zone.CLASSIFICATION, Zone.DATELINE, Zone.HEADLINE])
def test_zones_without_names(claims, zone):
    assert names(claims, "Orlen", zone) == []


def test_a_role_stands_for_a_person_on_address_lines_only(claims):
    assert claims("To Whom: SovAmbassador", Zone.ADDRESS) == [("person", "SovAmbassador"), ("role", "SovAmbassador")]
    assert claims("the SovAmbassador is here") == []


def test_a_role_before_a_name_is_no_person_of_its_own(claims):
    assert claims("To Ambassador Nemo", Zone.ADDRESS) == [("role", "Ambassador"), ("person", "Nemo")]


def test_another_spelling_is_found_with_less_certainty(claim):
    found = claim("person", "and Anton Belskii said")
    assert dict(found.attributes) == {"ref": "person:belsky"}
    assert (found.basis, found.certainty) == ("authority", "medium")
    assert claim("person", "and Anton Belsky said").certainty == "high"


def test_initials_before_a_surname_belong_to_the_name_or_to_somebody_else(every):
    for words, expected in (("and V. Orlen said", "V. Orlen"), ("and P. Orlen said", None)):
        known = [c for c in every(words) if c.kind == "person" and c.get("ref")]
        assert [c.span.of(words) for c in known] == ([expected] if expected else [])

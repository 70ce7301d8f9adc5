"""Code names in quotation marks or capitals, and who is behind them."""

import pytest


@pytest.mark.parametrize(
    ("words", "name", "bearer"),
    [
        ("our man, “BOCIAN” [Henryk Tarka], reports", "“BOCIAN”", "Henryk Tarka"),
        ("known as “Sol” [Cho Pok-ae] came", "“Sol”", "Cho Pok-ae"),
        ("a person called “Anh Hai” [i.e. Nemo Popa] has", "“Anh Hai”", "Nemo Popa"),
        ("people call “Zorile” [Samuel Nemo, correspondent in Karsa]", "“Zorile”", "Samuel Nemo"),
        ("he said that “Alonso” (pseudonym of Arturo Nemo, of the bureau) left", "“Alonso”", "Arturo Nemo"),
        ("the bridges that LESNIKOV (Nemo) had promised", "LESNIKOV", "Nemo"),
        ("he heard that VOSTOKOV [Deputy Premier Ri Nemo] came", "VOSTOKOV", "Ri Nemo"),
    ],
)
def test_a_code_name_and_its_bearer(claims, words, name, bearer):
    found = claims(words)
    assert ("person", name) in found
    assert ("person", bearer) in found
    assert any(kind == "note" and words.index(bearer) > words.index(said) for kind, said in found if kind == "note")


@pytest.mark.parametrize(
    "words",
    [
        "the word “Friendship” [in English] stood",
        "the newspaper “Zorile” (it is read here) wrote",
        "he said that Phoumi [Nosavan] came with many men to the town and that they stayed there for a week",
        "the KPA (Army) came",
    ],
)
def test_no_code_name(claims, words):
    assert "note" not in dict(claims(words))


LONG = ", as the people of the river commission have known since they were asked for three boats in the spring"


def covered(claims_of, words: str) -> tuple[list[str], list[str]]:
    """Return cover names and real names of a paragraph."""
    found = [c for c in claims_of(words) if c.kind == "person" and c.recogniser == "pseudonyms"]
    text = [c.span.of(words) for c in found]
    cover = [c.get("type") == "pseudo" for c in found]
    return [t for t, c in zip(text, cover, strict=True) if c], [t for t, c in zip(text, cover, strict=True) if not c]


@pytest.mark.parametrize(
    ("words", "cover", "real"),
    [
        ("my driver, AN [Captain Tsai of the 5th Army], spoke" + LONG, "AN", "Tsai"),
        ("a certain LODGER [the former American vice-consul Nemecek] used to buy wool" + LONG, "LODGER", "Nemecek"),
        ("He gave it to MIN FENG [Nemo Belan] at night" + LONG, "MIN FENG", "Nemo Belan"),
        ("I have asked “Comrade Emil” (i.e. the correspondent Anton Nemec) for it" + LONG, "Emil", "Anton Nemec"),
        ("He asked “the elder brother Nam” [Hoang Van Nemo] for it" + LONG, "Nam", "Hoang Van Nemo"),
        ("The letter came from Pablo Nemo (“El Gordo”) on Monday" + LONG, "El Gordo", "Pablo Nemo"),
        ("Then Nemov [“Ulises” in the papers of the police] went" + LONG, "Ulises", "Nemov"),
        ("I asked Laptov [Nemchenko] to replace me" + LONG, "Laptov", "Nemchenko"),
        ("I saw Ren Bishi [Shi Nan] there" + LONG, "Shi Nan", "Ren Bishi"),
        ("he said that Nemov [GRANIT] had gone" + LONG, "GRANIT", "Nemov"),
        ("F I L I N (V. Nemo)", "F I L I N", "V. Nemo"),
        ("Besa [NEMO]", "Besa", "NEMO"),
        ("GRANIT [Nemovsky]", "GRANIT", "Nemovsky"),
        ("from the man Bernard [Étienne Nemo, head of the office], that" + LONG, "Bernard", "Étienne Nemo"),
        ("the man is Mirov (namely [our] Comrade Wei Nemo) and he returns" + LONG, "Mirov", "Wei Nemo"),
    ],
)
def test_which_name_is_the_cover_name(every, words, cover, real):
    assert covered(every, words) == ([cover], [real])


@pytest.mark.parametrize(
    "words",
    [
        "he spoke with Roger [Nemo] about it" + LONG,
        "he spoke with Robert [Nemo Garcia] about it" + LONG,
        "the word of Nemov [General Gao’s headquarters] was" + LONG,
        "the UNO [Organizacja Narodów Zjednoczonych] wrote" + LONG,
        "he met Nemov (Popov) in the street" + LONG,
        "he met Johnson [Alexis Johnson] in the street" + LONG,
    ],
)
def test_who_is_no_bearer_of_a_cover_name(every, words):
    assert covered(every, words) == ([], [])


def test_another_spelling_and_the_bearer_in_one_bracket(every):
    words = "To Comrade FENG LI [FYN LI; Nemo]."
    notes = [(c.get("type"), c.span.of(words)) for c in every(words) if c.kind == "note"]
    assert notes == [("variant", "[FYN LI"), ("identity", "Nemo]")]


@pytest.mark.parametrize(
    ("words", "cover", "real"),
    [
        ("he asked Comrade Gromov [cover name for Orlen] for it" + LONG, "Gromov", "Orlen"),
        ("he asked Gromov [pseudonym of Viktor Orlen] for it" + LONG, "Gromov", "Viktor Orlen"),
    ],
)
def test_authority_files_that_know_both_names_confirm_what_the_words_say(every, words, cover, real):
    assert covered(every, words) == ([cover], [real])
    kinds = {(c.kind, c.certainty.name) for c in every(words) if c.recogniser == "pseudonyms"}
    assert kinds == {("person", "HIGH"), ("note", "HIGH")}

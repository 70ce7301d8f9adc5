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

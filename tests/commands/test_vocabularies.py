"""Word lists of an edition: added to the installed ones, and refused with file and line where they cannot be used."""

import pytest

ENTRY = '[[dateline]]\ntype = "sent"\nforms = ["Quuxed over on"]\n'


@pytest.fixture
def own(edition):
    """Write the word list of the edition."""

    def write(text: str | bytes) -> None:
        path = edition / "vocabularies" / "forms.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def test_a_new_label_is_understood_in_the_next_build(edition, teicable, own):
    source = next((edition / "source").glob("*.txt"))
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Sent 11:40\n9.1.50", "Quuxed over on 9.1.50"), encoding="utf-8")
    assert "S101" in teicable("build", "ed").stderr
    own(ENTRY)
    said = teicable("build", "ed").stderr
    assert "1 document converted" in said
    assert "S101" not in said
    assert b'<date type="sent"' in next((edition / "tei").glob("*.xml")).read_bytes()
    assert "0 documents converted" in teicable("build", "ed").stderr


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[[dateline]]\ntype = sent\n", "line 2", "quotation marks"),
        (b"# caf\xe9\n", "forms.toml:1 is not UTF-8", "save"),
        ("[[datelin]]\n", "no rule reads a table “datelin”", "[[dateline]]"),
        ("[dateline]\n", "no list of entries", "[[dateline]]"),
        (ENTRY.replace('["Quuxed over on"]', '"Quuxed"'), "no list of texts", "forms = ["),
        (ENTRY.replace("sent", "sentt"), "which no rule knows", "sent"),
        (ENTRY.replace("forms", "form"), "has a key “form”", "forms"),
        (ENTRY + 'patterns = ["("]\n', "no regular expression", "plain words"),
    ],
)
def test_a_list_that_cannot_be_used_stops_the_build(teicable, own, text, message, hint):
    own(text)
    said = teicable("build", "ed", code=2).stderr
    assert "forms.toml" in said
    assert message in said
    assert hint in said

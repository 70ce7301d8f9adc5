"""edition.toml: strict, with refusals that a person can act on."""

import json
import re
from importlib import resources

import pytest

from teicable.edition import manifest
from teicable.errors import ManifestError
from teicable.model.declaration import Declaration, Editor

FULL = """
format = 1
[edition]
title = "Korea  1950"
number = "2"
publisher = "A Press"
date = 2026-05-14
doi = "10.1234/abc"
address = "https://example.org/korea"
[licence]
uri = "https://creativecommons.org/licenses/by/4.0/"
text = "CC BY 4.0"
[language]
translation = "en"
original = "ru"
interface = "de"
[archive]
name = "An Archive"
[[editor]]
id = "ed1"
name = "Ada"
[[editor]]
id = "ed2"
name = "Bo"
role = "translator"
"""


def test_every_key_reaches_the_declaration():
    assert manifest.parse(FULL.encode()) == Declaration(
        title="Korea 1950",
        edition="2",
        publisher="A Press",
        date="2026-05-14",
        doi="10.1234/abc",
        address="https://example.org/korea/",
        licence="https://creativecommons.org/licenses/by/4.0/",
        licence_text="CC BY 4.0",
        language="en",
        original="ru",
        interface="de",
        archive="An Archive",
        editors=(Editor("ed1", "Ada"), Editor("ed2", "Bo", "translator")),
    )


def test_what_is_not_said_stays_empty():
    assert manifest.parse(b'format = 1\n[edition]\ntitle = "K"\n') == Declaration(title="K")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "does not begin with “format = 1”", "format = 1"),
        ("format = 2", ":1 has format the number 2", "update"),
        ("format = true", ":1 has format “true”", ""),
        ('format = 1\n[edition]\ntitel = "K"', ":3 has an unknown key “titel” in [edition]", "did you mean “title”?"),
        ("format = 1\n[editoin]", ":2 has an unknown key “editoin”", "did you mean “edition”?"),
        ("format = 1\n[zzz]", ":2 has an unknown key “zzz”", "knows: format, edition"),
        ('format = 1\n[edition]\ntitle = "K"\nnumber = 1', ":4 has number = the number 1", 'number = "1"'),
        ("format = 1\nedition = 3", ":2 has edition = the number 3", "[edition]"),
        ("format = 1\n[edition]\ntitle = ['K']", ":3 has title = a list of 1", ""),
        ('format = 1\n[archive]\nname = "x"', "gives the edition no title", "[edition]"),
        ('format = 1\n[edition]\ntitle = "K"\ndate = "14 May"', ":4 has date = “14 May”", "1950-05-14"[4:]),
        ('format = 1\n[edition]\ntitle = "K"\n[licence]\nuri = "free"', ":5 has uri = “free”", "https://"),
        ('format = 1\n[edition]\ntitle = "K"\n[editor]\nid = "x"', "[editor]", "[[editor]]"),
        ('format = 1\n[edition]\ntitle = "K"\n[[editor]]\nid = "x"', ":4 gives editor 1 no name", "name ="),
        (
            'format = 1\n[edition]\ntitle = "K"\n[[editor]]\nid = "a"\nname = "A"\n[[editor]]\nid = "a"\nname = "B"',
            ":8 gives an editor the id “a”, which is taken",
            "ed1",
        ),
        ('format = 1\n[edition]\ntitle = "K"\n[[editor]]\nid = "archive"\nname = "A"', ":5 gives an editor", ""),
        (
            'format = 1\n[edition]\ntitle = "K"\n[[editor]]\nid = "a"\nname = "A"\norcid = "0000-0002-1825-0098"',
            ":7 gives editor 1 the ORCID iD 0000-0002-1825-0098, which cannot be",
            "orcid.org",
        ),
        (
            'format = 1\n[edition]\ntitle = "K"\n[[editor]]\nid = "a"\nname = "A"\norcid = "https://orcid.org/x"',
            ":7 has orcid =",
            "an ORCID iD such as",
        ),
        ('format = 1\n[edition]\ntitle = "K"\n[rights]\ntext = "yes"', ":5 has text = “yes”", "permitted where"),
        ("format = ", "is not TOML", "quotation marks"),
    ],
)
def test_refusals_name_line_and_remedy(text, message, hint):
    with pytest.raises(ManifestError) as caught:
        manifest.parse(text.encode())
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ManifestError, match="not UTF-8"):
        manifest.parse(b"format = 1\n# \xff\n")


def test_what_repositories_ask_for():
    said = manifest.parse(
        b'format = 1\n[edition]\ntitle = "K"\nkeywords = "Korean War; diplomacy;"\n[rights]\ntext = "permitted"\n'
        b'document = "Public domain"\n[[editor]]\nid = "a"\nname = "Ada B"\n'
        b'sort = "B, Ada"\norcid = "0000-0002-1694-233X"'
    )
    assert (said.keywords, said.text_permitted, said.document_rights) == (
        ("Korean War", "diplomacy"),
        True,
        "Public domain",
    )
    assert (said.editors[0].sort, said.editors[0].orcid) == ("B, Ada", "0000-0002-1694-233X")
    assert not manifest.parse(b'format = 1\n[edition]\ntitle = "K"').text_permitted


def test_a_folder_without_manifest_is_no_edition(tmp_path):
    with pytest.raises(ManifestError, match="is no edition"):
        manifest.read(tmp_path)
    with pytest.raises(ManifestError, match="there is no folder"):
        manifest.read(tmp_path / "missing")


def test_the_json_schema_agrees_with_the_reader():
    schema = json.loads(resources.files("teicable.edition").joinpath("edition.schema.json").read_text(encoding="utf-8"))
    properties = schema["properties"]
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["format", "edition"]
    assert properties["format"]["const"] == manifest.FORMAT
    assert set(properties) == {"format", *manifest.TABLES, "editor"}
    tables = {**{name: (properties[name], forms) for name, forms in manifest.TABLES.items()}}
    tables["editor"] = (properties["editor"]["items"], manifest.EDITOR)
    for name, (table, forms) in tables.items():
        assert table["additionalProperties"] is False, name
        assert {key: value["pattern"] for key, value in table["properties"].items()} == {
            key: f"^{form}$" for key, form in forms.items()
        }
        assert all(value["type"] == "string" and value["description"] for value in table["properties"].values())
        assert all(re.compile(value["pattern"]) for value in table["properties"].values())
    assert properties["editor"]["items"]["required"] == ["id", "name"]
    assert properties["edition"]["required"] == ["title"]


def test_a_language_without_words_is_refused_and_one_of_the_edition_is_not(tmp_path):
    text = 'format = 1\n[edition]\ntitle = "K"\n[language]\ninterface = "fr"\n'
    (tmp_path / "edition.toml").write_text(text)
    with pytest.raises(ManifestError, match=":5 has interface = “fr”, a language without words") as refused:
        manifest.read(tmp_path)
    assert "there are: de, en, ko, ru, zh-Hans; for another one translate l10n/en.xml" in refused.value.hint
    (tmp_path / "transforms" / "l10n").mkdir(parents=True)
    (tmp_path / "transforms" / "l10n" / "fr.xml").write_text('<labels xml:lang="fr"/>')
    assert manifest.read(tmp_path).declaration.interface == "fr"

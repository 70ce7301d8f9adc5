"""Interface words: complete in every language, and every one that a stylesheet asks for exists."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from teicable import resources
from teicable.errors import StylesheetError
from teicable.render.labels import labels, languages

FILES = sorted(resources.transforms("l10n").glob("*.xml"))
STYLESHEETS = sorted(resources.transforms().rglob("*.xsl"))


def keys(path) -> list[str]:
    return [label.get("key") for label in etree.parse(path).getroot().iter("label")]


def test_languages():
    assert {"en", "ru"} <= set(languages())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_keys_in_every_language(path):
    assert keys(path) == keys(resources.transforms("l10n/en.xml"))
    assert len(keys(path)) == len(set(keys(path)))
    assert all((label.text or "").strip() for label in etree.parse(path).getroot().iter("label"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_placeholders_in_every_language(path):
    def placeholders(file):
        return {label.get("key"): set(re.findall(r"\{.*?\}", label.text)) for label in etree.parse(file).iter("label")}

    assert placeholders(path) == placeholders(resources.transforms("l10n/en.xml"))


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.stem)
def test_every_key_asked_for_exists(path):
    known = keys(resources.transforms("l10n/en.xml"))
    text = path.read_text(encoding="utf-8")
    for call, rest in re.findall(r"f:(?:label|fill)\('([^']+)'(\s*\|\||[,)])", text):
        if rest.strip() == "||":
            assert any(key.startswith(call) for key in known), call
        else:
            assert call in known


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_no_key_reaches_a_page(renderer, cable, lang):
    text = renderer.render(cable, "html", {"lang": lang, "next-href": "x", "tei-href": "x"}).data.decode()
    shown = re.sub(r"<[^>]*>", "|", text)
    dotted = {key for key in keys(resources.transforms("l10n/en.xml")) if "." in key}
    assert not set(shown.split("|")) & dotted


def test_no_literal_words_in_stylesheets():
    """Words of the interface come from labels; what stands literally is punctuation or a class name."""
    for path in STYLESHEETS:
        for element in etree.parse(path).iter("{http://www.w3.org/1999/XSL/Transform}text"):
            literal = re.sub(r"\{.*?\}", "", element.text or "", flags=re.DOTALL)
            assert not re.search(r"[A-Za-z]", literal), (path.name, element.sourceline)


def test_language_without_labels_falls_back_to_english(renderer, sample):
    assert "Source and rights" in renderer.render(sample("forms"), "html", {"lang": "fr"}).data.decode()


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n" / "fr.xml").write_text("<words/>")
    with pytest.raises(StylesheetError, match="labels"):
        labels(tmp_path)

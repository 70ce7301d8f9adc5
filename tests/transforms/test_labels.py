"""Interface words: complete in every language, and every one that a stylesheet asks for exists."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from teicable import resources
from teicable.errors import StylesheetError
from teicable.render.labels import labels, languages, words

FILES = sorted(resources.transforms("l10n").glob("*.xml"))
COMPLETE = ("en", "ru", "de")
PARTIAL = ("zh-Hans", "ko")
STYLESHEETS = sorted(resources.transforms().rglob("*.xsl"))


@cache
def keys(path) -> list[str]:
    return [label.get("key") for label in etree.parse(path).getroot().iter("label")]


def english() -> list[str]:
    return keys(resources.transforms("l10n/en.xml"))


def test_languages():
    assert set(languages()) == {*COMPLETE, *PARTIAL}


@pytest.mark.parametrize("lang", COMPLETE)
def test_same_keys_in_every_complete_language(lang):
    """Whoever adds a word to en.xml adds it to these too, at the same place."""
    path = resources.transforms(f"l10n/{lang}.xml")
    missing = [key for key in english() if key not in keys(path)]
    assert missing == [], f"l10n/{lang}.xml lacks them: add them at the same place as in en.xml"
    assert keys(path) == english()


@pytest.mark.parametrize("lang", PARTIAL)
def test_an_incomplete_language_says_what_nobody_checked(lang):
    path = resources.transforms(f"l10n/{lang}.xml")
    assert keys(path) == [key for key in english() if key in keys(path)]
    (remark, *_) = etree.parse(path).xpath("/comment()")
    assert "No native editor has read this file" in " ".join(remark.text.split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_key_twice_and_none_empty(path):
    assert len(keys(path)) == len(set(keys(path)))
    assert all((label.text or "").strip() for label in etree.parse(path).getroot().iter("label"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_placeholders_in_every_language(path):
    def placeholders(file):
        return {label.get("key"): set(re.findall(r"\{.*?\}", label.text)) for label in etree.parse(file).iter("label")}

    of = placeholders(resources.transforms("l10n/en.xml"))
    assert placeholders(path) == {key: of[key] for key in keys(path)}


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.stem)
def test_every_key_asked_for_exists(path):
    known = keys(resources.transforms("l10n/en.xml"))
    text = path.read_text(encoding="utf-8")
    for call, rest in re.findall(r"f:(?:label|fill)\('([^']+)'(\s*\|\||[,)])", text):
        if rest.strip() == "||":
            assert any(key.startswith(call) for key in known), call
        else:
            assert call in known


@pytest.mark.parametrize("lang", [*COMPLETE, *PARTIAL])
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


@pytest.mark.parametrize(("lang", "word"), [("de", "Abbrechen"), ("ko", "\ue0f0Stop\ue0f1"), ("", "\ue0f0Stop\ue0f1")])
def test_every_key_has_a_word(lang, word):
    """Its own, or an English one between signs where a language lacks some; where nobody has one, the key."""
    files = "<labels xml:lang='de'><label key='stop'>Abbrechen</label><label key='own'>Eigen</label></labels>"
    files += "<labels xml:lang='en'><label key='stop'>Stop</label><label key='go'>Go</label></labels>"
    found = words(etree.fromstring(f"<l10n>{files}</l10n>"), lang)
    assert found["stop"] == word
    assert found["own"] == ("Eigen" if lang == "de" else "own")
    assert found["go"].strip("\ue0f0\ue0f1") == "Go"


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n" / "fr.xml").write_text("<words/>")
    with pytest.raises(StylesheetError, match="labels"):
        labels(tmp_path)


@pytest.mark.parametrize(
    ("lang", "day", "heading"),
    [
        ("en", "14 May 1950", "Summary"),
        ("ru", "14 мая 1950", "Аннотация"),
        ("de", "14. Mai 1950", "Zusammenfassung"),
        ("zh-Hans", "1950年5月14日", "内容提要"),
        ("ko", "1950년 5월 14일", "요약"),
    ],
)
def test_days_and_words_of_each_language(page, sample, lang, day, heading):
    tree = page(sample("cable-1950-05-14-8600"), lang=lang)
    assert tree.get("lang") == lang
    assert day in tree.xpath('string(//p[@class="eyebrow"])')
    assert tree.xpath('string(//*[@id="page-summary"])') == heading


@pytest.mark.parametrize("lang", PARTIAL)
def test_english_in_place_of_a_missing_word_is_marked_as_english(page, sample, lang):
    tree = page(sample("forms"), lang=lang, tei_href="x.xml", next_href="y", next_title="Y")
    lacking = {label.text for label in etree.parse(resources.transforms("l10n/en.xml")).iter("label")} - {
        label.text for label in etree.parse(resources.transforms(f"l10n/{lang}.xml")).iter("label")
    }
    own = [text for text in tree.xpath("//body//text()[not(ancestor::article)]") if text.strip() in lacking]
    assert own
    assert {text.getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)") for text in own} == {"en"}
    assert not re.search("[\ue0f0\ue0f1]", etree.tostring(tree, encoding="unicode"))


@pytest.mark.parametrize("lang", COMPLETE)
def test_nothing_is_marked_where_every_word_is_there(renderer, sample, lang):
    data = renderer.render(sample("forms"), "html", {"lang": lang}).data.decode()
    assert "\ue0f0" not in data
    assert data.count('<span lang="en">') == renderer.render(sample("forms"), "html").data.decode().count(
        '<span lang="en">'
    )


def test_what_is_filled_into_an_english_label_keeps_its_language(page):
    """“Link to block p1” is English; a name in a label that is Chinese is not made English by it."""
    tree = page('<p xml:id="p1">x</p>', lang="zh-Hans")
    (link,) = tree.xpath('//article//a[contains(@class, "permalink")]')
    assert (link.get("aria-label"), link.get("lang")) == ("Link to block p1", "en")

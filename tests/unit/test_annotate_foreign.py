"""Words of the original: few, and never an English phrase among them."""

import pytest

from teicable.annotate import annotate
from teicable.annotate.foreign import verdict
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.origins import likely
from teicable.authorities import Authorities
from teicable.model.annotation import AnnotatedText, Segment, Zone
from teicable.model.source import source_text
from teicable.model.span import Span
from teicable.vocabularies import shipped


def one_segment(words, zone=Zone.PARAGRAPH):
    source = source_text("t.txt", words)
    return AnnotatedText(source, (Segment(Span(0, len(source.text)), zone),))


ENGLISH = [
    "to accept the plan",
    "on the other hand",
    "do not",
    "to be",
    "plan",
    "pod",
    "most",
    "a most generous one",
    "zone",
    "shifts",
    "kolkhoz",
    "reconnaissance",
    "anti-tank guns",
    "Moscow time",
    "unofficial",
    "tie-ups",
    "state-owned shops",
    "six months’ supply",
    "railways",
    "yesterday's",
    "kitchens",
    "shipyards at Karsa",
    "trusts",
    "military-political",
]


@pytest.mark.parametrize("words", ENGLISH)
@pytest.mark.parametrize("original", ["", "ru", "pl", "de"])
def test_english_never_becomes_foreign(claims, words, original):
    assert "foreign" not in dict(claims(f"they went [{words}] there", original=original))


@pytest.mark.parametrize(
    "words",
    ["pristupit k obiednineniiu", "obiedinenie", "pri etom bylo ogovoreno", "pod’yekhal", "ispolneniie", "chto delat’"],
)
def test_romanised_russian(claim, words):
    assert claim("foreign", f"they went [{words}] there", original="ru").get("xml:lang") == "ru-Latn"


@pytest.mark.parametrize(
    ("words", "code"),
    [("Привет", "ru"), ("안녕", "ko"), ("中国 人民", "zh"), ("ひらがな", "ja"), ("и так далее", "ru")],
)
def test_script_decides(claim, words, code):
    assert claim("foreign", f"they said [{words}] then").get("xml:lang") == code


def test_cyrillic_is_that_of_the_original(claim):
    assert claim("foreign", "they said [здравей] then", original="bg").get("xml:lang") == "bg"


def test_a_foreign_word_among_english_ones_is_not_a_foreign_phrase(claims):
    assert "foreign" not in dict(claims("they said [Привет or hello to all of them] then"))


@pytest.mark.parametrize("words", ["Nemo Nikto", "Sovkhoz", "3 pristupit", "rod", "12", "tip R-40"])
def test_names_numbers_and_single_short_words_are_left_to_an_editor(claims, words):
    assert "foreign" not in dict(claims(f"they said [{words}] then", original="ru"))


def test_the_language_of_the_document_weighs_more():
    words = ("obiedinenie",)
    plain, own = (verdict(words, shipped(), origin) for origin in ("", "ru"))
    assert plain is not None
    assert own is not None
    assert (plain.code, own.code) == ("ru-Latn", "ru-Latn")
    assert own.over_english > plain.over_english
    assert own.over_second > plain.over_second


def test_only_square_brackets_quote_the_original(claims):
    assert "foreign" not in dict(claims("they went (pristupit k obiednineniiu) there", original="ru"))


@pytest.mark.parametrize(
    ("words", "origin", "code"),
    [
        ("k tomu zhe", "ru", "ru-Latn"),
        ("odnu i tu zhe loshad’", "", "ru-Latn"),
        ("starik", "ru", "ru-Latn"),
        ("Klassenfeind", "", "de"),
        ("mangelnde Solidarität", "", "de"),
        ("hushuo badao", "", "zh-Latn-pinyin"),
        ("t’ung-chih", "", "zh-Latn-wadegile"),
        ("aktivna koegzistencija", "", "sr-Latn"),
        ("aktivna koegzistencija", "hr", "hr"),
        ("chungdan", "", "ko-Latn"),
        ("rozsada", "pl", "pl"),
        ("të mos botohet", "", "sq"),
        ("đứng ngoài", "", "vi"),
        ("échange de lettres", "", "fr"),
        ("in diesem Sinne", "", "de"),
    ],
)
def test_letters_tell_the_language(claim, words, origin, code):
    assert claim("foreign", f"they went [{words}] there", original=origin).get("xml:lang") == code
    assert claim("foreign", f"they went [{words}] there", likely=origin).get("xml:lang") == code


def test_a_word_attested_within_the_bracket(claims):
    found = claims("they went [ponablyusti – SIC] there", likely="ru")
    assert found == [("foreign", "[ponablyusti – SIC]"), ("sic", "ponablyusti"), ("note", "SIC")]


def test_one_word_is_certain_only_in_a_document_of_its_language(claim):
    unknown, own = (claim("foreign", "they went [ustuplena] there", likely=code).certainty for code in ("", "ru"))
    assert (unknown, own) == ("medium", "high")


@pytest.mark.parametrize(
    "words", ["to Vyshinsky on the", "sent to Pyongyang", "addtl", "anti-Titoist", "von Brentano", "Reichenbach"]
)
@pytest.mark.parametrize("original", ["", "ru", "de", "ko"])
def test_names_among_english_words_are_not_foreign(claims, words, original):
    assert "foreign" not in dict(claims(f"they went [{words}] there", likely=original))


def test_what_stays_open_is_reported_with_what_it_looks_like(known):
    text = one_segment("they sowed [rozsada] there")
    hints = [one.hint for one in annotate(text, Knowledge(shipped(), known))[1] if one.code == "A002"]
    assert hints[0].endswith("(its letters look like cs or pl)")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("Language\nPolish\n", "pl"),
        ("Language: Russian\n", "ru"),
        ("Central State Archive, Prague. Translated from Czech by A. Fenwick.", "cs"),
        ("Translated by A. Fenwick.", ""),
        ("Language of the note was plain.", ""),
    ],
)
def test_the_page_hints_at_the_language(page, code):
    assert likely(one_segment(page), shipped()) == code


def test_an_archive_hints_at_the_language():
    assert likely(one_segment("AVP RF, f. 059, op. 1, d. 2", Zone.SOURCE), shipped()) == "ru"
    assert likely(one_segment("a letter from Moscow"), shipped()) == ""


def test_figures_may_stand_in_a_phrase(claim):
    assert claim("foreign", "they went [do 15 oktiabria] there", original="ru").get("xml:lang") == "ru-Latn"
    assert claim("foreign", "tubes [truby [tipa K-7]] are due", original="ru").get("xml:lang") == "ru-Latn"


@pytest.mark.parametrize(
    ("words", "original", "code"),
    [
        ("v delo", "ru", "ru-Latn"),
        ("mel’kom", "ru", "ru-Latn"),
        ("zamolchalo", "ru", "ru-Latn"),
        ("pour la galerie", "fr", "fr"),
        ("sous toutes réserves", "fr", "fr"),
        ("mettre les points sur les i", "fr", "fr"),
        ("hŭisaeng", "ko", "ko-Latn"),
        ("pandŭsi", "ko", "ko-Latn"),
        ("mo qi", "zh", "zh-Latn-pinyin"),
        ("Sitzungspause", "", "de"),
        ("odlažú", "cs", "cs"),
    ],
)
def test_short_and_english_looking_phrases_of_the_original(claim, words, original, code):
    assert claim("foreign", f"they spoke of it there [{words}] again", original=original).get("xml:lang") == code


def test_the_phrases_of_a_document_have_one_language():
    words = (
        "between two fires [mezhdu dva ogunya], for reference [samo za spravka], without noise [bez da se vdiga shum]"
    )
    claims = annotate(one_segment(words), Knowledge(shipped(), Authorities()))[0].annotations
    assert [claim.get("xml:lang") for claim in claims if claim.kind == "foreign"] == ["bg-Latn"] * 3


def test_a_word_left_in_the_text_is_explained(claims):
    found = claims("one car in three went to the obkhodchiki [track walkers] then", original="ru")
    assert found == [("foreign", "obkhodchiki"), ("supplied", "[track walkers]")]
    quoted = claims("they call it “zavlačenje” [dragging it out] there", original="sr")
    assert quoted[0] == ("foreign", "zavlačenje")
    assert [kind for kind, _ in claims("the Quast [ambassador] left", original="ru")] == ["supplied"]


def test_words_of_the_original_are_announced(claim, claims):
    words = "he said neither (in the original: se hideg, se meleg) and smiled"
    assert claim("foreign", words, original="hu").get("xml:lang") == "hu"
    assert claim("foreign", "on the spot [Russian: na meste] he said").get("xml:lang") == "ru-Latn"
    assert "foreign" not in dict(claims("it is so (in the original: two copies) there", original="hu"))


def test_what_is_added_inside_a_phrase(claims):
    inside = claims("leaving the machines [brosaia mashiny [i tiagachi]] there", original="ru")
    assert [kind for kind, _ in inside] == ["foreign"]
    assert [k for k, _ in claims("for treatment [na lechenie [and rest]] there", original="ru")] == [
        "foreign",
        "supplied",
    ]


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Cable from the Bulgarian Legation in Karsa to Minister Nemo", "bg"),
        ("Telegram, Hungarian Embassy in North Korea to the Hungarian Foreign Ministry", "hu"),
        ("Cable, DPRK Foreign Ministry to Ambassador Nemo", "ko"),
        ("Telegram from Nemo to the Polish Ministry", ""),
        ("Telegram from the US Embassy to the Soviet Ambassador", ""),
        ("Report on the Chinese harvest", ""),
    ],
)
def test_the_office_that_sends_hints_at_the_language(headline, code):
    assert likely(one_segment(headline, Zone.HEADLINE), shipped()) == code


def test_a_letterhead_hints_at_the_language():
    assert likely(one_segment("LEGATION OF THE PEOPLE'S REPUBLIC OF BULGARIA", Zone.OFFICE), shipped()) == "bg"
    assert likely(one_segment("EMBASSY OF SWITZERLAND", Zone.OFFICE), shipped()) == ""

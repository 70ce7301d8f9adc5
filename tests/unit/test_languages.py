"""Tables of letters, English words, and ways of writing other scripts in Latin letters."""

import lzma
from pathlib import Path

import pytest

from teicable.languages import build, model
from teicable.languages.romanisation import pinyin, stripped, wade, wades, written


def test_groups_of_letters_know_the_bounds_of_a_word():
    assert model.grams("da") == ["^d", "da", "a$", "^da", "da$", "^da$"]
    assert model.grams("o-i") == ["^o", "o$", "^o$", "^i", "i$", "^i$"]
    assert model.grams("") == []


def test_the_lowest_cost_fits_best():
    costs = model.costs(["tovarishcheskaya", "vstrecha"])
    assert min(costs, key=costs.__getitem__) == "ru-Latn"
    assert set(model.costs([]).values()) == {0.0}


@pytest.mark.parametrize("word", ["volunteers", "harbour", "harbor", "unratified", "anti-tank", "abatis"])
def test_english_words(word):
    assert model.english(word)


@pytest.mark.parametrize("word", ["obiedinenie", "lodivodi", "vyshinsky", "hushuo", "anti-lodivodi"])
def test_other_words(word):
    assert not model.english(word)


@pytest.mark.parametrize(
    ("word", "count"), [("hushuo", 2), ("badao", 2), ("renmin", 2), ("loshad", 0), ("", 0), ("dà", 1)]
)
def test_syllables_of_chinese(word, count):
    assert pinyin(word) == count


@pytest.mark.parametrize(
    ("syllable", "older"),
    [
        ("zhong", "chung"),
        ("guo", "kuo"),
        ("tong", "t'ung"),
        ("zhi", "chih"),
        ("xie", "hsieh"),
        ("ren", "jen"),
        ("jun", "chün"),
    ],
)
def test_wade_and_giles(syllable, older):
    assert wade(syllable) == older
    assert wades(older)


@pytest.mark.parametrize(
    ("word", "code", "spelling"),
    [
        ("объединению", "ru-Latn", 'ob"edineniiu'),
        ("подъехал", "ru-Latn", 'pod"yekhal'),
        ("было", "ru-Latn", "bilo"),
        ("здравей", "bg-Latn", "zdravey"),
        ("동무", "ko-Latn", "dongmu"),
        ("동무", "ko-Latn", "tongmu"),
        ("wyższość", "pl", "wyzszosc"),
    ],
)
def test_ways_of_writing(word, code, spelling):
    assert spelling in set(written(word, code))


def test_diacritics_are_taken_off():
    assert stripped("łódź đứng Straße") == "lodz dung Strasse"


def test_tables_are_made_from_files(tmp_path: Path):
    (tmp_path / "a.po").write_text(
        'msgid ""\nmsgstr "Project-Id: x\\n"\n\nmsgid "hand"\nmsgstr "ruka %(n)s <b>moja</b>"\n', encoding="utf-8"
    )
    (tmp_path / "b.html").write_text("<head>not</head><body><p>ruka &amp; ruka</p></body>", encoding="utf-8")
    (tmp_path / "en.list").write_text("hand\nhand's\nMoscow\nx\n", encoding="utf-8")
    assert list(build.words_of(tmp_path / "a.po")) == ["ruka", "moja"]
    assert list(build.words_of(tmp_path / "b.html")) == ["ruka", "ruka"]
    arguments = [
        str(tmp_path),
        f"sr-Latn={tmp_path / 'a.po'}",
        f"sr-Latn={tmp_path / 'b.html'}",
        f"en={tmp_path / 'en.list'}",
    ]
    build.main(arguments)
    assert lzma.decompress((tmp_path / "english.txt.xz").read_bytes()) == b"hand\n"
    first = (tmp_path / "ngrams.tsv.xz").read_bytes()
    build.main(arguments)
    assert (tmp_path / "ngrams.tsv.xz").read_bytes() == first
    header, *rows = lzma.decompress(first).decode().splitlines()
    assert header.split() == ["en", "sr-Latn", "zh-Latn-pinyin", "zh-Latn-wadegile"]
    assert any(row.startswith("^ru\t") for row in rows)

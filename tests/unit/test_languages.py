"""Tables of letters, English words, and ways of writing other scripts in Latin letters."""

import gzip
from pathlib import Path

import pytest

from teicable import resources
from teicable.languages import build, model
from teicable.languages.lines import Lines
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
    assert gzip.decompress((tmp_path / "english.txt.gz").read_bytes()) == b"hand\n"
    first = (tmp_path / "ngrams.tsv.gz").read_bytes()
    build.main(arguments)
    assert (tmp_path / "ngrams.tsv.gz").read_bytes() == first
    header, *rows = gzip.decompress(first).decode().splitlines()
    assert header.split() == ["en", "sr-Latn", "zh-Latn-pinyin", "zh-Latn-wadegile"]
    assert any(row.startswith("^ru\t") for row in rows)


def test_lines_are_found_without_reading_the_others(tmp_path):
    table = tmp_path / "table.txt.gz"
    words = ["", "a", "ab", "abba", "abc", "b", "ba", "ł", "łódź"]
    table.write_bytes(gzip.compress("".join(f"{word}\n" for word in words).encode()))
    lines = Lines(table)
    assert all(word in lines for word in words)
    assert not any(word in lines for word in ("aa", "abb", "c", "\x00", "ab\nabba"))
    assert lines.beginning("ab") == ["ab", "abba", "abc"]
    assert lines.beginning("") == words


@pytest.mark.parametrize("name", ["ngrams.tsv.gz", "english.txt.gz", "slips.txt.gz"])
def test_tables_are_sorted_so_that_their_lines_are_found(name):
    words = Lines(resources.languages(name)).beginning("")
    assert words == sorted(words)


def test_slips_are_those_of_the_list_of_words():
    words = Lines(resources.languages("english.txt.gz")).beginning("")
    assert sorted(model.slips(words)) == Lines(resources.languages("slips.txt.gz")).beginning("")
    assert model.english("comission")
    assert not model.english("comrad")

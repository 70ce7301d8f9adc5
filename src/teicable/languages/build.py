"""How the tables beside this module were made; no part of conversion imports it.

``python -m teicable.languages.build FOLDER CODE=FILE…`` reads texts and word lists of known languages and writes
``ngrams.tsv.gz``, ``english.txt.gz`` and ``slips.txt.gz`` into the folder. The same files give the same tables. Read
are running text (plain or HTML), catalogues of messages (``.po``, the translations in them), lists of words one to a
line (``.list``) and spelling dictionaries (``.dic``, every seventh word). ``README.md`` beside this module names the
files that were used, and their licences.
"""

from __future__ import annotations

import gzip
import html
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from teicable import files
from teicable.languages.model import ENGLISH, FLOOR, STEP, grams, slips
from teicable.languages.romanisation import SYLLABLES, wade, written

_MOST = {2: 500, 3: 2400, 4: 3200}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HIDDEN = re.compile(r"%\(?\w*\)?[sd]?|\\n|\\|<[^>]+>|\{[^}]*\}|https?\S+|\S+@\S+")


def main(arguments: list[str]) -> None:
    """Make the tables."""
    folder = Path(arguments[0])
    texts: dict[str, list[Path]] = defaultdict(list)
    for argument in arguments[1:]:
        code, _, name = argument.partition("=")
        texts[code].append(Path(name))
    columns = {code: logarithms(_weighted(paths, code)) for code, paths in sorted(texts.items())}
    columns["zh-Latn-pinyin"] = logarithms(_chinese(pinyin=True))
    columns["zh-Latn-wadegile"] = logarithms(_chinese(pinyin=False))
    _write(folder / "ngrams.tsv.gz", _rows(columns))
    lists = [path for path in texts[ENGLISH] if path.suffix == ".list"]
    words = set(english(path.read_text(encoding="utf-8") for path in lists))
    _write(folder / "english.txt.gz", sorted(words))
    _write(folder / "slips.txt.gz", sorted(slips(words)))


def words_of(path: Path) -> Iterator[str]:
    """Yield the words of a file, in small letters."""
    if path.suffix == ".dic":
        koi8 = b"KOI8" in path.with_suffix(".aff").read_bytes()[:200].upper()
        lines = path.read_bytes().decode("koi8-r" if koi8 else "utf-8").splitlines()
        yield from (line.partition("/")[0].casefold() for line in lines[1::7])
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".po":
        text = translations(text)
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", text.partition("<body>")[2]))
    yield from (found.group().casefold().replace("’", "'") for found in _WORD.finditer(text))


def translations(text: str) -> str:
    """Return the translations that a catalogue of messages holds, without placeholders, markup and addresses."""
    found: list[str] = []
    header, translated = True, False
    for line in text.splitlines():
        if line.startswith("msgid"):
            header, translated = line == 'msgid ""' and not found, False
        elif line.startswith("msgstr"):
            translated = True
        if translated and not header and '"' in line:
            found.append(line.partition('"')[2].rpartition('"')[0])
    return _HIDDEN.sub(" ", " ".join(found))


def english(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of English lists, without names and possessives."""
    for text in texts:
        for line in text.splitlines():
            word = line.strip()
            if len(word) > 1 and word.isalpha() and word.isascii() and word.islower():
                yield word


def logarithms(words: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return minus the natural logarithm of the probability of each frequent group of letters."""
    counts: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, weight in words:
        for gram in grams(word):
            counts[len(gram)][gram] += weight
    table: dict[str, float] = {}
    for length, most in _MOST.items():
        total = sum(counts[length].values())
        chosen = sorted(counts[length].items(), key=lambda pair: (-round(pair[1], 6), pair[0]))[:most]
        table.update((gram, -math.log(count / total)) for gram, count in chosen)
    return table


def _weighted(paths: Iterable[Path], code: str) -> Iterator[tuple[str, float]]:
    """Yield Latin spellings; a word counts with the logarithm of its frequency, bare spellings for less."""
    found: Counter[str] = Counter(word for path in paths for word in words_of(path))
    latin = code not in ("ru-Latn", "bg-Latn", "mn-Latn", "ko-Latn")
    for word, count in sorted(found.items()):
        if latin and not all(c in "'’" or ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in word):
            continue
        for place, spelling in enumerate(written(word, code)):
            if spelling:
                yield spelling, (1 + math.log(count)) * (0.5 if place and latin else 1.0)


def _chinese(*, pinyin: bool) -> Iterator[tuple[str, float]]:
    """Yield words of one and two syllables; every syllable is taken to be as frequent as another."""
    syllables = sorted(SYLLABLES) if pinyin else sorted({wade(syllable) for syllable in SYLLABLES})
    for syllable in syllables:
        yield syllable, 4.0
        for other in syllables[::5]:
            yield f"{syllable}{'' if pinyin else '-'}{other}", 0.05
            yield f"{other}{'' if pinyin else '-'}{syllable}", 0.05


def _rows(columns: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "\t" + " ".join(columns)
    for gram in sorted({gram for column in columns.values() for gram in column}):
        levels = (round(min(column.get(gram, FLOOR), FLOOR) / STEP) for column in columns.values())
        yield gram + "\t" + "".join(chr(48 + level) for level in levels)


def _write(path: Path, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    files.write(path, gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1:])

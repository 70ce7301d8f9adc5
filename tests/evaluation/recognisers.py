"""How well each recogniser does by itself: what of its claims is in the gold.

A claim in the TEI names its rule (``@ana``), so a fact read from an inline element can be put to the account of the
rule that made it. Recall is the share of all facts of the field that this rule found; several rules share a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import score
from facts import Facts

from teicable.tei.claims import grounds_of

FIELDS = {
    "classification": "//t:text//t:seg[@type='classification']",
    "handling": "//t:text//t:seg[@type='handling']",
    "cable_number": "//t:text//t:idno[@type='cable']",
    "foreign": "//t:text//t:foreign",
    "supplied": "//t:text//t:supplied",
    "gaps": "//t:text//t:gap[t:desc]",
    "people": "persName",
    "places": "placeName",
}
NAMES = ("people", "places")


def claims(facts: Facts) -> Iterator[tuple[str, str, object]]:
    """Yield field, rule and value of the inline elements that bear a fact of the gold."""
    for field, path in FIELDS.items():
        for element in facts.elements(path) if field in NAMES else facts.all(path):
            if field == "foreign":
                value: object = {"text": facts.inner(element), "lang": facts.language(element)}
            elif field == "supplied":
                value = facts.inner(element)
            else:
                value = facts.words(element)
            yield field, grounds_of(element).get("rule", "none"), value
    for note, pair in facts.identities():
        yield "pseudonyms", grounds_of(note).get("rule", "none"), pair


def table(read: dict[str, Facts], golds: dict[str, dict], extra: dict[str, dict]) -> None:
    """Print right, wrong, precision and recall of each rule in each field, soft comparison."""
    right: dict[tuple[str, str], int] = defaultdict(int)
    wrong: dict[tuple[str, str], int] = defaultdict(int)
    support: dict[str, int] = defaultdict(int)
    for number, facts in read.items():
        made: dict[tuple[str, str], list[object]] = defaultdict(list)
        for field, rule, value in claims(facts):
            made[rule, field].append(value)
        for field in (*FIELDS, "pseudonyms"):
            support[field] += len(score.values(field, golds[number].get(field), True))
        for (rule, field), values in made.items():
            accepted = extra.get(number, {})
            found = values if field in score.LISTS else values[:1]
            if field == "people":
                found = longest(values)
            tp, fp, _ = score.compare(field, golds[number], {field: found}, accepted, True)
            right[rule, field] += len(tp)
            wrong[rule, field] += len(fp)
    print(f"\n{'recogniser':19}{'field':16}{'right':>6}{'wrong':>6}{'P':>8}{'R':>8}")
    for rule, field in sorted(right.keys() | wrong.keys()):
        hits, misses = right[rule, field], wrong[rule, field]
        precision = hits / (hits + misses) if hits + misses else 0.0
        recall = hits / support[field] if support[field] else 0.0
        print(f"{rule:19}{field:16}{hits:>6}{misses:>6}{precision:8.3f}{recall:8.3f}")


def longest(names: list[object]) -> list[object]:
    """Leave out a name that is part of a longer one: the gold has each person once."""
    words = [str(name).casefold() for name in names]
    return [n for n, word in zip(names, words, strict=True) if not any(word != o and word in o for o in words)]

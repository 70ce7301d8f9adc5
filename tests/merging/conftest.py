"""What the machine writes before and after a change, of cables that the development set holds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from teicable import annotate, authorities
from teicable.conversion import Context, convert
from teicable.model.declaration import Assignment, Declaration, Editor

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "evaluation" / "gold"
_PERSONS = """\
stalin=Stalin,pseudo:Filippov,pseudo:FENG XI,pseudo:Fyn Si
mao=Mao Zedong,variant:Mao Tse-tung
zhou-enlai=Zhou Enlai,variant:Chou En-lai
kim-il-sung=Kim Il Sung
shtykov=Shtykov
molotov=Molotov
pham-van-dong=Pham Van Dong
kulesza=Kulesza
ulbricht=Ulbricht
vyshinsky=Vyshinsky
"""
_PLACES = (
    "beijing=Beijing,variant:Peking\nmoscow=Moscow\npyongyang=Pyongyang\nhanoi=Hanoi\nseoul=Seoul\nwarsaw=Warsaw\n"
)


def _list(kind: str, entries: str) -> bytes:
    """Return an authority file."""
    name = {"person": "persName", "place": "placeName"}[kind]
    found = []
    for line in entries.splitlines():
        key, _, forms = line.partition("=")
        main, *others = forms.split(",")
        names = [f'<{name} type="main" xml:lang="en">{main}</{name}>']
        for other in others:
            type_, _, form = other.partition(":")
            names.append(f'<{name} type="{type_}" xml:lang="en">{form}</{name}>')
        found.append(f'<{kind} xml:id="{key}">{"".join(names)}</{kind}>')
    outer = f"list{kind.capitalize()}"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><{outer}>{"".join(found)}</{outer}></standOff></TEI>'
    ).encode()


@cache
def known(renamed: bool = False) -> authorities.Authorities:
    """Return authorities; ``renamed`` gives Stalin and Beijing other ids."""
    persons, places = _PERSONS, _PLACES
    if renamed:
        persons, places = persons.replace("stalin=", "stalin-iv="), places.replace("beijing=", "peking=")
    found, problems = authorities.read({"p.xml": _list("person", persons), "l.xml": _list("place", places)})
    assert not problems
    return found


EDITORS = (Editor("ed1", "E. Ditor"),)


@cache
def written(name: str, change: str = "", *, knowing: bool = True) -> bytes:
    """Return what the machine writes of a cable.

    ``change`` is what it does otherwise: ``fewer`` rules, other ``ids``, a corrected ``word``, one ``line`` more.
    """
    data = (GOLD / f"{name}.txt").read_bytes()
    if change == "word":
        data = corrected(data)
    elif change == "line":
        data = longer(data)
    context = replace(
        Context(),
        authorities=known(change == "ids") if knowing else authorities.Authorities(),
        declaration=Declaration(editors=EDITORS),
        assignment=Assignment(f"cable-{name}", "2026-01-15"),
    )
    rules = dict(annotate.ANNOTATORS)
    if change == "fewer":
        for rule in ("brackets", "dates", "unlisted"):
            del annotate.ANNOTATORS[rule]
    try:
        return next(iter(convert(f"{name}.txt", data, context).files.values()))
    finally:
        annotate.ANNOTATORS.clear()
        annotate.ANNOTATORS.update(rules)


def body(data: bytes) -> list[bytes]:
    """Return the long lines of a transcript: paragraphs of the cable."""
    return [line for line in data.splitlines(keepends=True) if len(line) > 150]


def corrected(data: bytes) -> bytes:
    """Correct one word in the middle of the first and of the last paragraph of a source."""
    for line in {body(data)[0], body(data)[-1]}:
        words = line.split(b" ")
        at = next(i for i in range(len(words) // 2, len(words)) if words[i].isalpha() and words[i].islower())
        words[at] = b"quite" + words[at]
        data = data.replace(line, b" ".join(words))
    return data


def longer(data: bytes) -> bytes:
    """Put a paragraph into a source that its first transcript had left out."""
    line = body(data)[0]
    end = b"\r\n" if line.endswith(b"\r\n") else b"\n"
    return data.replace(
        line, line + end + b"The train with the second consignment was late on account of the snow." + end
    )


CHANGES = {
    "authorities": (("", False), ("", True)),
    "rules": (("fewer", True), ("", True)),
    "worse rules": (("", True), ("fewer", True)),
    "ids": (("", True), ("ids", True)),
    "word": (("", True), ("word", True)),
    "line": (("", True), ("line", True)),
}
"""What happens between two conversions: how the cable was converted, and how it is now."""


@pytest.fixture
def states():
    """What the machine wrote and writes of a cable, by its number and what happened between."""

    def both(name: str, change: str) -> tuple[bytes, bytes]:
        before, after = CHANGES[change]
        return written(name, before[0], knowing=before[1]), written(name, after[0], knowing=after[1])

    return both

"""Identifiers of registers of names: what they look like, and how one that is mistyped is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


def _gnd(written: str) -> bool:
    """Tell whether the check digit of a GND number is right; “X” stands for ten.

    Digits count from the right by 2, 3, 4 …; persons (without hyphen) have what is lacking to a multiple of eleven,
    bodies and places (with one) what is left over.
    """
    plain = written.replace("-", "")
    total = sum(weight * int(digit) for weight, digit in enumerate(reversed(plain[:-1]), 2)) % 11
    wanted = total if "-" in written else (11 - total) % 11
    return plain[-1] == ("X" if wanted == 10 else str(wanted))


@dataclass(frozen=True, slots=True)
class Register:
    """A register: the form of its numbers, what an address of one begins with, how a right one looks."""

    form: re.Pattern[str]
    addresses: tuple[str, ...]
    example: str
    check: Callable[[str], bool] = lambda written: True


REGISTERS: Mapping[str, Register] = {
    "VIAF": Register(re.compile(r"[1-9]\d(\d{0,7}|\d{17,20})"), ("viaf.org/viaf/",), "digits, such as 9847974"),
    "GND": Register(
        re.compile(r"1[0-3]?\d{7}[0-9X]|[1-9]\d{0,7}-[0-9X]|3\d{7}[0-9X]"),
        ("d-nb.info/gnd/",),
        "digits, the last of which checks the others, such as 118540238 or 4005728-8",
        _gnd,
    ),
    "Wikidata": Register(
        re.compile(r"Q[1-9]\d*"), ("www.wikidata.org/entity/", "www.wikidata.org/wiki/"), "Q and digits, such as Q855"
    ),
    "LC": Register(
        re.compile(r"(n|nb|nr|no|ns|sh|sj)(\d{8}|\d{10})"),
        ("id.loc.gov/authorities/names/", "id.loc.gov/authorities/subjects/"),
        "letters and 8 or 10 digits without blanks, such as n79021164",
    ),
}
"""Registers by the type of ``idno``."""


def bare(register: str, written: str) -> str:
    """Return the number of a cell, which may hold the address of a page of the register."""
    plain = re.sub(r"^https?://", "", written.strip())
    start = next((one for one in REGISTERS[register].addresses if plain.startswith(one)), "")
    return plain.removeprefix(start).rstrip("/") if start else written.strip()


def wrong(register: str, number: str) -> str:
    """Return what is wrong with a number, or an empty string."""
    known = REGISTERS[register]
    if not known.form.fullmatch(number):
        return f"a number of {register} is {known.example}"
    return (
        "" if known.check(number) else f"its check digit does not fit the others: a digit of the {register} is mistyped"
    )

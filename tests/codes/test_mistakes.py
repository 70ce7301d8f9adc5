"""Typical mistakes of somebody who edits TEI by hand: each is told once, at its place, with the way out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from teicable import authorities, edition, resources
from teicable.validation.layers import Surroundings, validate

HERE = Path(__file__).resolve().parent / "mistakes"
CABLE = (HERE / "cable.xml").read_text(encoding="utf-8")
MISTAKES: list[dict[str, Any]] = tomllib.loads((HERE / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
MARK = "‸"


@pytest.fixture(scope="module")
def around() -> Surroundings:
    """An edition whose authority files are those of a new one."""
    folder = Path(str(edition.__file__)).parent / "scaffold" / "authorities"
    paths = [*folder.glob("*.xml"), resources.vocabulary() / "taxonomies.xml"]
    found, diagnostics = authorities.read({path.name: path.read_bytes() for path in paths})
    assert diagnostics == []
    return Surroundings(found, {"cable.xml"})


def marked(mistake: dict[str, Any]) -> str:
    """Return the file with the mistake, and the mark where the message has to point."""
    if "document" in mistake:
        return str(mistake["document"])
    text = CABLE
    for old, new in zip(mistake["change"][::2], mistake["change"][1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new, 1)
    if "cut" in mistake:
        text = text[: text.index(mistake["cut"]) + len(mistake["cut"])]
    return text


def written(mistake: dict[str, Any]) -> bytes:
    return marked(mistake).replace(MARK, "").encode(mistake.get("encoding", "utf-8"))


def test_the_cable_without_mistakes_is_silent(around: Surroundings) -> None:
    assert validate(CABLE.encode(), "cable.xml", around) == []


def test_the_table_is_whole() -> None:
    assert len({mistake["name"] for mistake in MISTAKES}) == len(MISTAKES) >= 60
    for mistake in MISTAKES:
        assert marked(mistake).count(MARK) == (1 if mistake["code"] else 0), mistake["name"]
        assert set(mistake) <= {"name", "change", "document", "cut", "encoding", "code", "says", "fix"}

"""What is deposited in the tests: the sample cables, under a declaration that leaves nothing unsaid."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from teicable.model.declaration import Declaration, Editor
from teicable.render.authorities import authorities
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

PROJECT = Path(__file__).resolve().parents[2]
FIXTURES = Path(__file__).parent.parent / "transforms" / "fixtures"
DECLARED = Declaration(
    title="Korea 1950",
    edition="1.1.0",
    publisher="Institute of Examples",
    date="2026-05-14",
    doi="10.1234/korea",
    address="https://example.org/korea/",
    licence="https://creativecommons.org/licenses/by/4.0/",
    licence_text="Creative Commons Attribution 4.0 International",
    language="en",
    original="ru",
    editors=(
        Editor(
            "ed1", "Emilia Northcote", "editor", "Northcote, Emilia", "0000-0002-1825-0097", "University of Examples"
        ),
        Editor("ed2", "Leopold Strand", "encoding"),
    ),
    description="Two telegrams on the road to war.",
    contact="korea@example.org",
    keywords=("Korean War", "diplomacy"),
    text_permitted=True,
    document_rights="Public domain in its country of origin.",
    translation_rights="© 2026 the translators.",
)
NAMES = ("cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms")


def absent(what: str) -> None:
    """Skip with the reason shown; fail where the judges are said to be there."""
    if os.environ.get("TEICABLE_JUDGES_REQUIRED") == "1":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def judge() -> Callable[[str], Path]:
    """Return a function that finds a schema which others made."""
    folder = Path(os.environ.get("TEICABLE_JUDGES", PROJECT.parent / "shared" / "schemas"))

    def find(name: str) -> Path:
        if not (folder / name).is_file():
            absent(f"{folder / name} is absent: set TEICABLE_JUDGES to the folder that holds it")
        return folder / name

    return find


@pytest.fixture(scope="session")
def depositor() -> Renderer:
    return Renderer(("facts", "deposit", "crosswalk"), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])


@pytest.fixture(scope="session")
def found(depositor: Renderer) -> list[bytes]:
    """The fact files of the sample cables."""
    return [facts(depositor, (FIXTURES / f"{name}.xml").read_bytes()).data for name in NAMES]


@pytest.fixture(scope="session")
def restricted() -> Declaration:
    return replace(DECLARED, text_permitted=False)


@pytest.fixture(scope="session")
def declared() -> Declaration:
    return DECLARED


@pytest.fixture(scope="session")
def records(depositor: Renderer, found: list[bytes]) -> dict[str, etree._Element]:
    """The records of the edition (under the empty key) and of each document."""
    from teicable.deposit.record import record

    keys = ("", "cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag")
    return {key: etree.fromstring(record(depositor, found, DECLARED, key)) for key in keys}

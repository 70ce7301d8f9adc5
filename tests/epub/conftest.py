"""An EPUB, opened: its files."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from teicable import resources
from teicable.model.declaration import Declaration, Editor
from teicable.render.authorities import authorities
from teicable.render.epub import TARGETS, Leaf, chapter, packed
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "transforms" / "fixtures"
CABLES = sorted(FIXTURES.glob("*.xml"))
INTRODUCTION = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Cables and their masks</title><author>A. Newcomer</author></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div><head>One</head>
<p>See <ref target="tei/cable-1950-07-13-3305.xml#p1">a place</ref>, <ref target="tei/cable-1950-07-13-3305.xml#p99">no
place</ref> and <ref target="tei/cable-x.xml">no document</ref>; <persName ref="person:stalin">Stalin</persName>,
<persName ref="person:nobody">Nobody</persName>.<ref
target="#n1">1</ref></p></div><note xml:id="n1" n="1" place="foot"><p>A note.</p></note></body></text></TEI>"""


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer(TARGETS, authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])


@pytest.fixture(scope="session")
def leaves(renderer) -> list[Leaf]:
    """What an EPUB needs of all fixtures."""
    read = [path.read_bytes() for path in CABLES]
    return [Leaf(facts(renderer, tei).data, chapter(renderer, tei).data) for tei in read]


@pytest.fixture(scope="session")
def declaration() -> Declaration:
    editors = (Editor("ed1", "A. Newcomer"), Editor("ed2", "B. Reader", "translator"))
    return Declaration(
        title="A book of “cables” & more", edition="2", publisher="A press", doi="10.1234/abc", editors=editors
    )


@pytest.fixture(scope="session")
def book(renderer, leaves, declaration) -> bytes:
    """The EPUB of all fixtures, with an introduction."""
    return packed(renderer, leaves, declaration, INTRODUCTION.encode()).data


@pytest.fixture(scope="session")
def files(book) -> dict[str, bytes]:
    """Its files by path."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def scaffold(tmp_path_factory) -> Callable[[], Path]:
    """Return a function that makes a new edition with the invented sample."""
    return lambda: Path(shutil.copytree(resources.scaffold(), tmp_path_factory.mktemp("epub") / "edition"))

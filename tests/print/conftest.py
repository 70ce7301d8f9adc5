from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from teicable.model.declaration import Declaration
from teicable.render.authorities import authorities
from teicable.render.book import Piece, bound, part
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

FIXTURES = Path(__file__).parents[1] / "transforms" / "fixtures"
CABLES = sorted(FIXTURES.glob("*.xml"))
MINIMAL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="cable-x" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title type="main">A cable</title></titleStmt><publicationStmt><publisher>x</publisher>
</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="cable">{body}</div></body></text></TEI>"""


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer(
        ("pdf", "typst", "text", "facts", "book"), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0]
    )


@pytest.fixture(params=CABLES, ids=lambda path: path.stem)
def cable(request) -> bytes:
    return request.param.read_bytes()


@pytest.fixture
def whole() -> Callable[[str], bytes]:
    return lambda body: MINIMAL.replace("{body}", body).encode()


@pytest.fixture(scope="session")
def declaration() -> Declaration:
    return Declaration(title="A book of “cables”", edition="2", archive="An archive", publisher="A press")


@pytest.fixture(scope="session")
def book(renderer, declaration):
    """The book of all fixtures."""
    return bound(renderer, [piece(renderer, path.read_bytes()) for path in CABLES], declaration)


def piece(renderer: Renderer, tei: bytes) -> Piece:
    return Piece(facts(renderer, tei).data, part(renderer, tei).data, tei)


@pytest.fixture
def words(tmp_path, absent) -> Callable[..., str]:
    """Read the words of a PDF as a reader's program does; lines and words divided at a line end joined."""
    if shutil.which("pdftotext") is None:
        absent("pdftotext is missing: what the PDFs say is NOT checked; install poppler-utils")

    def read(pdf: bytes, *options: str) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    return read

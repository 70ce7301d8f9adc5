from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from teicable.render.authorities import authorities
from teicable.render.rendering import Renderer, Rendering

FIXTURES = Path(__file__).parent / "fixtures"
MINIMAL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="cable-x" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title type="main">A cable</title></titleStmt><publicationStmt><publisher>x</publisher>
</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc><encodingDesc><tagsDecl>
<rendition xml:id="lsqb" scheme="css" scope="before">content: "[";</rendition>
<rendition xml:id="rsqb" scheme="css" scope="after">content: "]";</rendition>
<rendition xml:id="ldquo" scheme="css" scope="before">content: "\\201C";</rendition>
<rendition xml:id="rdquo" scheme="css" scope="after">content: "\\201D";</rendition>
</tagsDecl></encodingDesc></teiHeader><text><body><div type="cable">{body}</div></body></text></TEI>"""


@pytest.fixture(scope="session")
def tree() -> etree._Element:
    return authorities(FIXTURES.glob("authorities/*.xml"))[0]


@pytest.fixture(scope="session")
def renderer(tree: etree._Element) -> Renderer:
    return Renderer(("html", "chapter", "text", "facts", "site"), authorities=tree)


@pytest.fixture(scope="session")
def bare() -> Renderer:
    return Renderer(("html", "text", "facts"))


@pytest.fixture(params=["cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms"])
def cable(request: pytest.FixtureRequest) -> bytes:
    return (FIXTURES / f"{request.param}.xml").read_bytes()


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    return lambda name: (FIXTURES / f"{name}.xml").read_bytes()


def tei(body: str) -> bytes:
    return MINIMAL.replace("{body}", body).encode()


@pytest.fixture
def whole() -> Callable[[str], bytes]:
    """Wrap the body of a cable in a whole file."""
    return tei


@pytest.fixture
def page(renderer: Renderer) -> Callable[..., html.HtmlElement]:
    """Render the body of a cable, or a whole one, and return its HTML tree."""

    def make(body: str | bytes, **parameters: str) -> html.HtmlElement:
        whole = body if isinstance(body, bytes) else tei(body)
        named = {name.replace("_", "-"): value for name, value in parameters.items()}
        return html.document_fromstring(renderer.render(whole, "html", named).data.decode())

    return make


@pytest.fixture
def rendering(renderer: Renderer) -> Callable[[str], Rendering]:
    return lambda body: renderer.render(tei(body), "html", path="tei/x.xml")

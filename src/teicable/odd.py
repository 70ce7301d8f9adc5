"""Compile the ODD: from the one specification to everything that machines and editors read of it.

The work is done by the stylesheets in ``schema/build``; nothing here knows TEI.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from teicable import resources
from teicable.errors import TeicableError
from teicable.files import read
from teicable.xml.saxon import Transforms, Value


class Product(NamedTuple):
    """One generated file.

    Attributes:
        path: in ``schema/``.
        stylesheet: what makes it.
        parameters: of the stylesheet.
        source: the product it is made from; empty for the ODD itself.
    """

    path: str
    stylesheet: str
    parameters: Mapping[str, Value] = {}
    source: str = ""


PRODUCTS = (
    Product("teicable.rng", "odd2rng.xsl"),
    Product("teicable.xsd", "odd2xsd.xsl"),
    Product("teicable.sch", "odd2sch.xsl"),
    Product("teicable.customization.odd", "odd2customization.xsl"),
    Product("generated/guidelines.html", "odd2html.xsl"),
    Product("generated/elements.json", "odd2json.xsl", {"part": "elements"}),
    Product("generated/values.json", "odd2json.xsl", {"part": "values"}),
    Product("generated/rules.xsl", "sch2xslt.xsl", source="teicable.sch"),
)
"""Every file that is made from the ODD, each after the one it is made from."""


def compile_odd(odd: Path) -> dict[str, bytes]:
    """Return the generated files by their path in ``schema/``; the same ODD always gives the same bytes.

    Raises:
        TeicableError: the ODD cannot be read, is not UTF-8, or a stylesheet refuses it (a reference to nothing, an
            attribute without a place in the order of attributes).
    """
    try:
        source = read(odd).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TeicableError(f"{odd} is not UTF-8 (byte {error.start})", "save the file as UTF-8") from error
    names = sorted({product.stylesheet for product in PRODUCTS})
    transforms = Transforms({name: resources.schema(f"build/{name}") for name in names})
    texts = {"": source}
    for product in PRODUCTS:
        texts[product.path] = transforms.run(product.stylesheet, texts[product.source], product.parameters).text
    return {path: (text.rstrip("\n") + "\n").encode() for path, text in texts.items() if path}

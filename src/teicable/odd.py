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
    """One generated file: its path in ``schema/``, the stylesheet that makes it, and that stylesheet's parameters."""

    path: str
    stylesheet: str
    parameters: Mapping[str, Value]


PRODUCTS = (
    Product("teicable.rng", "odd2rng.xsl", {}),
    Product("teicable.customization.odd", "odd2customization.xsl", {}),
    Product("generated/elements.json", "odd2json.xsl", {"part": "elements"}),
    Product("generated/values.json", "odd2json.xsl", {"part": "values"}),
)
"""Every file that is made from the ODD."""


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
    texts = {p.path: transforms.run(p.stylesheet, source, p.parameters).text for p in PRODUCTS}
    return {path: (text.rstrip("\n") + "\n").encode() for path, text in texts.items()}

"""Check a tree against the rules that one document decides: Schematron, written in the ODD beside its elements.

The rules run as XSLT (``schema/generated/rules.xsl``). The id of a rule is its diagnostic code; ``teicable explain``
shows its page. What needs the edition around a document is a matter of `teicable.validation.references`.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Location, in_order
from teicable.xml.parse import parse
from teicable.xml.saxon import Transforms

UNANSWERED, UNPARSED = "V027", "V021"
"""The rules whose findings others would repeat: added words without ``resp``, and lines that nobody understood."""
_STEP = re.compile(r"([^/\[\]]+)\[(\d+)\]")


def check(tree: etree._ElementTree, path: str) -> list[Diagnostic]:
    """Return what the rules say against a document (``V`` codes); it need not be valid by the grammar."""
    findings = parse(_rules().run("rules", etree.tostring(tree, encoding="unicode")).text.encode())
    assert isinstance(findings, etree._ElementTree), findings
    return in_order(
        Diagnostic(
            finding.get("code", ""),
            finding.text or "",
            Location(path, _line(tree.getroot(), finding.get("path", "")), xpath=_shown(finding.get("path", ""))),
            finding.get("hint", ""),
        )
        for finding in findings.getroot()
    )


@cache
def _rules() -> Transforms:
    return Transforms({"rules": resources.schema("generated/rules.xsl")})


def _line(root: etree._Element, path: str) -> int:
    """Return the line of the element at a path of local names with their numbers, such as ``/TEI[1]/text[1]``."""
    element = root
    for name, number in _STEP.findall(path)[1:]:
        element = list(element.iterchildren("{*}" + name))[int(number) - 1]
    return element.sourceline if isinstance(element.sourceline, int) else 0


def _shown(path: str) -> str:
    return path.lstrip("/").replace("[1]", "")

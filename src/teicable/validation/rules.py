"""Check a tree against the rules that one document decides: Schematron, written in the ODD beside its elements.

The rules run as XSLT (``schema/generated/rules.xsl``). The id of a rule is its diagnostic code; ``teicable explain``
shows its page. What needs the edition around a document is a matter of `teicable.validation.references`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, in_order
from teicable.validation.remedies import Remedies
from teicable.xml.parse import parse
from teicable.xml.places import Places
from teicable.xml.saxon import Transforms

UNANSWERED, UNPARSED, UNCALLED, UNCOUNTED = "V027", "V021", "V028", "V006"
"""Rules whose findings others repeat or cause: words without ``resp``, lines nobody understood, notes not called, and
copies that a broken list does not give."""
_STEP = re.compile(r"([^/\[\]]+)\[(\d+)\]")


def check(tree: etree._ElementTree, path: str, places: Places | None = None) -> list[Diagnostic]:
    """Return what the rules say against a document (``V`` codes); it need not be valid by the grammar."""
    around = places or Places(tree, path)
    findings = parse(_rules().run("rules", etree.tostring(tree, encoding="unicode")).text.encode())
    assert isinstance(findings, etree._ElementTree), findings
    remedies = Remedies(around)
    found = []
    for finding in findings.getroot():
        path_, _, attribute = finding.get("path", "").partition("/@")
        element = _element(tree.getroot(), path_)
        if around.renamed(element):
            # What a rule wants of an element is a question only once it is clear which one is meant.
            continue
        where = replace(around.value(element, attribute) if attribute else around.of(element), xpath=_shown(path_))
        code = finding.get("code", "")
        hint, fix = remedies.hint(code, element) or finding.get("hint", ""), remedies.of(code, element)
        found.append(Diagnostic(code, finding.text or "", where, hint, fix, f"guidelines.html#rule.{code}"))
    return in_order(found)


@cache
def _rules() -> Transforms:
    return Transforms({"rules": resources.schema("generated/rules.xsl")})


def _element(root: etree._Element, path: str) -> etree._Element:
    """Return the element at a path of local names with their numbers, such as ``/TEI[1]/text[1]``."""
    element = root
    for name, number in _STEP.findall(path)[1:]:
        element = list(element.iterchildren("{*}" + name))[int(number) - 1]
    return element


def _shown(path: str) -> str:
    return path.lstrip("/").replace("[1]", "")

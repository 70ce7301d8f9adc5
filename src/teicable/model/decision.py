"""What an editor decided about a claim or a finding of the machine, and what still waits for such a decision."""

from __future__ import annotations

import base64
import hashlib
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from teicable.model.annotation import Certainty
from teicable.model.quotation import Quote

TELLING = (
    *("type", "unit", "quantity", "notBefore", "notAfter", "from", "to"),
    *("value", "ref", "when", "xml:lang", "reason"),
)
"""Attributes that say what an element claims, the most telling last."""


class Verdict(StrEnum):
    """What the editor says: it is so; it is not so; it is this instead."""

    ACCEPT = "accept"
    REJECT = "reject"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is decided about: these words, taken for this.

    Attributes:
        claim: the TEI element that the machine put round the words (``persName``), or the code of what it found
            (``S101``).
        value: what the element claims, as ``type=pseudo ref=person:stalin``; of a finding what it proposes.
        quote: the words.
    """

    claim: str
    value: str
    quote: Quote

    @property
    def finding(self) -> bool:
        """Whether it is a finding and no claim."""
        return len(self.claim) == 4 and self.claim[0].isupper() and self.claim[1:].isdigit()

    def key(self, document: str) -> str:
        """Return the short name of the subject, which stays as long as the words, and what stands round them."""
        parts = (document, self.claim, self.value, self.quote.prefix, self.quote.exact, self.quote.suffix)
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8")).digest()
        return base64.b32encode(digest).decode("ascii")[:7].lower()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``by`` is the id of the editor, ``when`` an ISO date.

    ``replacement`` is what the words are instead: an element with its attributes (``placeName ref=place:beijing``), or
    of a line that no rule understood what line it is (``dateline type=sent``). ``editor`` is what an edited file has
    where the question was whether that stays (`Open`); such a decision is about the file alone, conversion passes over
    it.
    """

    verdict: Verdict
    subject: Subject
    replacement: str = ""
    by: str = ""
    when: str = ""
    why: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A conflict that an editor has to decide: the machine now claims one thing, an edited file says another.

    ``editor`` is what the edited file has, as shown to the editor; ``when`` the ISO date on which it was found.
    """

    subject: Subject
    editor: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to decide, or decided, in one document: what `review` lists.

    Attributes:
        document: id.
        subject: what is to be decided about.
        place: file and line of the source.
        certainty: of the machine; of a finding low.
        code: of the finding that speaks of it, or an empty string.
        message: what the finding says.
        hint: what the finding proposes.
        rule, basis: of a claim.
        before, after: what stands round the words.
        decision: what was decided.
        editor: what an edited file has instead (`Open`).
        companions: claims that stand and fall with this one: of “Filippov [Stalin]” the bracket and the name in it.
    """

    document: str
    subject: Subject
    place: str
    certainty: Certainty
    code: str = ""
    message: str = ""
    hint: str = ""
    rule: str = ""
    basis: str = ""
    before: str = ""
    after: str = ""
    decision: Decision | None = None
    editor: str = ""
    companions: tuple[Item, ...] = ()

    @property
    def key(self) -> str:
        """The short name by which the editor decides."""
        return self.subject.key(self.document)


def value_of(attributes: Mapping[str, str], names: Iterable[str] = TELLING) -> str:
    """Return what some attributes claim, in one line; a value with blanks stands in quotation marks."""
    return " ".join(f"{name}={shlex.quote(attributes[name])}" for name in names if attributes.get(name))


def attributes_of(value: str) -> dict[str, str]:
    """Read what `value_of` wrote; words without “=” are left out.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    pairs = (part.partition("=") for part in shlex.split(value))
    return {name: content for name, sign, content in pairs if sign}

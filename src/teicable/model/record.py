"""The facts of a cable, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from teicable.model.annotation import Basis, Certainty
from teicable.model.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A value drawn from the source.

    ``value`` is normalised (an ISO date, a category, a number); ``surface`` is what the source has, white space
    folded; ``evidence`` is where, or ``None`` for what was concluded and not read.
    """

    value: str
    surface: str = ""
    evidence: Span | None = None
    basis: Basis = Basis.STATED
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Party:
    """Someone, some office or some place that a message passed: ``kind`` is person, org, place or role.

    ``gloss`` is the other name that the headline has in brackets: “Filippov [Stalin]”; ``resp`` the editor who says
    who it is.
    """

    kind: str
    name: str
    ref: str = ""
    pseudo: bool = False
    evidence: Span | None = None
    gloss: str = ""
    resp: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One step of the correspondence: TEI ``correspAction`` of ``type`` and ``subtype``, local times as written."""

    type: str
    subtype: str = ""
    parties: tuple[Party, ...] = ()
    date: Fact | None = None
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The steps of one message; ``message`` is the index of the enclosed message among those of the cable, or -1."""

    actions: tuple[Action, ...]
    message: int = -1
    context: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where one copy of the original lies.

    ``parts`` are pairs of kind (fond, opis, delo, papka, list) and value, in the order of the source; ``rest`` is what
    belongs to the shelfmark and has no kind: the own ways of other archives. An empty repository was not stated.
    """

    repository: str
    parts: tuple[tuple[str, str], ...] = ()
    rest: str = ""
    evidence: Span | None = None
    basis: Basis = Basis.STATED
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class CableRecord:
    """What the header of the TEI file repeats. Tuples keep source order; what the source does not say is absent.

    The first of ``shelfmarks`` is that of the original, others are of further copies; ``provenance`` is told in prose;
    ``page`` are address (``URI``) and record number (``record``) of the page. ``resp`` is the editor who states facts
    whose basis is the editor; ``accessed`` (ISO date) and ``donor`` are always an editor's.
    """

    title: Fact | None = None
    date: Fact | None = None
    doctype: Fact | None = None
    numbers: tuple[tuple[str, Fact], ...] = ()
    classification: tuple[Fact, ...] = ()
    handling: tuple[Fact, ...] = ()
    language: Fact | None = None
    languages: tuple[str, ...] = ()
    correspondences: tuple[Correspondence, ...] = ()
    shelfmarks: tuple[Shelfmark, ...] = ()
    provenance: tuple[Fact, ...] = ()
    translators: tuple[Fact, ...] = ()
    contributors: tuple[Fact, ...] = ()
    page: tuple[tuple[str, Fact], ...] = ()
    accessed: str = ""
    donor: str = ""
    resp: str = ""

"""What an edition says about itself; the headers of its files repeat it."""

from __future__ import annotations

from dataclasses import dataclass

STATES = ("draft", "candidate", "approved", "published")
"""How far a document has come (``revisionDesc/@status``), from the least."""


@dataclass(frozen=True, slots=True)
class Editor:
    """A person who answers for the edition: ``id`` is the ``xml:id`` that ``@resp`` points to.

    ``sort`` is the name as a list has it (“Northcote, Emilia”), for none is divided by guessing; it, ``orcid``
    (``0000-0002-1825-0097``) and ``affiliation`` enter what is deposited, not the TEI.
    """

    id: str
    name: str
    role: str = "editor"
    sort: str = ""
    orcid: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what of a cable; each is called as what it holds where nothing else is said."""

    id: str = "id"
    text: str = "text"
    title: str = "title"
    date: str = "date"
    summary: str = "summary"
    source: str = "source"
    rights: str = "rights"


@dataclass(frozen=True, slots=True)
class Declaration:
    """The part of ``edition.toml`` that enters the TEI. An empty string means: not stated.

    Attributes:
        title: of the edition or series.
        edition: number of the edition (``editionStmt/edition/@n``).
        publisher, date, doi: for ``publicationStmt``; the date is ISO.
        address: where the site of the edition will stand, with a stroke at its end; it enters pages, not the TEI.
        licence: URI of the licence of **our encoding**; ``licence_text`` its name. Never concluded from a source.
        language: BCP 47 code of the translation.
        original: BCP 47 code of the originals where a document does not show its own.
        interface: code of the language in which pages speak to their readers; it enters pages, not the TEI.
        archive: who wrote the words of the pages that brought the transcripts.
        editors: who answers for corrections and approvals.
        columns: of tables with one cable a row.
        encoding: of the sources that are text, where it is not UTF-8.
        description: what the edition is, in a few sentences; ``keywords`` its subjects. For repositories.
        contact: an e-mail address for questions about the edition; repositories show it.
        text_permitted: whether the holders of rights allow that documents and translations are passed on.
        document_rights, translation_rights: what holds for the words of all documents, and of their translations.
    """

    title: str = ""
    edition: str = ""
    publisher: str = ""
    date: str = ""
    doi: str = ""
    address: str = ""
    licence: str = ""
    licence_text: str = ""
    language: str = "en"
    original: str = ""
    interface: str = "en"
    archive: str = ""
    editors: tuple[Editor, ...] = ()
    columns: Columns = Columns()
    encoding: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    contact: str = ""
    text_permitted: bool = False
    document_rights: str = ""
    translation_rights: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What an editor states of one transcript because its page does not say it; ``resp`` is the id of the editor.

    ``accessed`` is an ISO date; empty strings: not stated. Without ``resp`` nothing is but the ``encoding``. Of a
    transcript with several cables ``cables`` says what holds for one alone: the one that has the ``number``, or, where
    no number is given, the one in the same place.
    """

    address: str = ""
    record: str = ""
    accessed: str = ""
    translators: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    shelfmark: str = ""
    provenance: str = ""
    donor: str = ""
    resp: str = ""
    encoding: str = ""
    number: str = ""
    cables: tuple[Particulars, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """The frozen address of one source in an edition: document id, and the ISO date of its first conversion.

    ``further`` are the ids of the other cables of a source that holds several, in their order.

    Empty strings: not assigned yet; conversion then proposes an id and writes no date.
    """

    id: str = ""
    converted: str = ""
    further: tuple[str, ...] = ()

"""The header: what the file is, where it comes from, how it was encoded. Profile and correspondence: ``profile``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from teicable import __version__
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.model.declaration import Declaration
from teicable.model.record import CableRecord, Fact, Party
from teicable.tei import shelfmarks
from teicable.tei.delimiters import Renditions, css
from teicable.tei.mixed import Element, child, fixed
from teicable.tei.outside import Outside

_EDITORIAL = (
    (
        "correction",
        "Words are corrected only where an editor or the translator does so; both readings stand in choice, the source "
        "reading in sic.",
    ),
    ("hyphenation", 'A word divided at a line end is joined; the hyphen stands as rendition of lb with break="no".'),
    (
        "interpretation",
        "Names, dates, numbers, markings and bracketed words were tagged by rule; ana names rule and basis, cert is "
        "given where certainty is less than high.",
    ),
    (
        "normalization",
        "White space is folded, soft hyphens and control characters are removed, letterspacing is recorded by hi; "
        "spelling is that of the source.",
    ),
    (
        "punctuation",
        "Brackets and quotation marks that delimit an element are recorded by rendition; all other punctuation stands "
        "as in the source.",
    ),
    (
        "quotation",
        "The quotation marks round an enclosed message are recorded by rendition of floatingText; all others stand as "
        "in the source.",
    ),
    (
        "stdVals",
        "Dates are ISO 8601, local as written, with no zone unless one is stated; a time is written to the second "
        "because TEI accepts no less, seconds of 00 are not stated.",
    ),
)
PREFIXES = (
    ("person", "listperson.xml"),
    ("place", "listplace.xml"),
    ("org", "listorg.xml"),
    ("bibl", "listbibl.xml"),
    ("class", "taxonomies.xml"),
    ("basis", "taxonomies.xml"),
    ("rule", "taxonomies.xml"),
)
"""Prefixes of references, each with the authority file in which its ids stand."""


@dataclass(frozen=True)
class Provenance:
    """Where the text comes from: file name, checksums of its bytes and of its canonical form.

    ``lines`` are those of the file that this document has, where several documents were made of it; ``encoding`` is
    how its bytes are to be read, where somebody had to say so.
    """

    filename: str
    sha256: str
    sha256_canonical: str
    lines: str = ""
    encoding: str = ""


def file_description(
    header: Element,
    record: CableRecord,
    outside: Outside,
    declaration: Declaration,
    provenance: Provenance,
) -> None:
    """Append ``fileDesc``."""
    description = child(header, "fileDesc")
    _title(child(description, "titleStmt"), record, outside, declaration)
    if declaration.edition:
        child(
            child(description, "editionStmt"), "edition", {"n": declaration.edition}, f"Edition {declaration.edition}"
        )
    _publication(child(description, "publicationStmt"), declaration)
    if declaration.title:
        child(child(description, "seriesStmt"), "title", {}, declaration.title)
    source = child(description, "sourceDesc")
    _manuscript(child(source, "msDesc", {"xml:id": "original"}), record)
    _transcript(child(source, "bibl", {"type": "transcript"}), record, outside, provenance)


def encoding_description(header: Element, outside: Outside, renditions: Renditions) -> None:
    """Append ``encodingDesc``; all other zones must have been written, for what is left is set aside here."""
    description = child(header, "encodingDesc")
    sampling = child(description, "samplingDecl")
    aside = outside.rest()
    for index in aside:
        outside.write(sampling, "ab", index, {"type": "setAside", "resp": "#archive"})
    if not aside:
        child(sampling, "p", {"resp": "#teicable"}, "Nothing was set aside.")
    editorial, *rest = _declarations()
    description.append(editorial)
    if renditions.declared:
        tags = child(description, "tagsDecl")
        for name, (scope, characters) in renditions.declared.items():
            child(tags, "rendition", {"xml:id": name, "scheme": "css", "scope": scope}, css(characters))
    description.extend(rest)


@cache
def _declarations() -> tuple[Element, ...]:
    """Return what every file declares alike: editorial practice, addresses, prefixes, the application."""
    editorial = fixed("editorialDecl", {"resp": "#teicable"})
    for name, words in _EDITORIAL:
        child(child(editorial, name), "p", {}, words)
    blocks = {"unit": "block", "delim": ":", "match": "text//(p|ab|item|note|floatingText)", "use": "@xml:id"}
    references = fixed("refsDecl")
    cable = child(references, "citeStructure", {"unit": "cable", "match": "/TEI", "use": "@xml:id"})
    child(cable, "citeStructure", blocks)
    prefixes = fixed("listPrefixDef")
    for name, file in PREFIXES:
        replacement = f"../authorities/{file}#$1"
        child(prefixes, "prefixDef", {"ident": name, "matchPattern": "([a-z0-9-]+)", "replacementPattern": replacement})
    identity = {"xml:id": "teicable", "ident": "teicable", "version": __version__}
    information = fixed("appInfo")
    child(child(information, "application", identity), "label", {}, "teicable")
    return editorial, references, prefixes, information


def _title(statement: Element, record: CableRecord, outside: Outside, declaration: Declaration) -> None:
    headline = outside.take(Zone.HEADLINE, 1)
    if headline:
        outside.write(statement, "title", headline[0], {"type": "main", "resp": "#archive"})
    else:
        child(statement, "title", {"type": "main", "resp": "#teicable"}, made_title(record))
    for editor in declaration.editors:
        answer = child(statement, "respStmt", {"xml:id": editor.id})
        child(answer, "resp", {}, editor.role)
        child(answer, "persName", {}, editor.name)
    translators = [fact.value for fact in record.translators]
    resp = _by_editor(record, record.translators[0]) if translators else "#teicable"
    answer = child(statement, "respStmt", {"xml:id": "translator", "resp": resp})
    child(answer, "resp", {}, "translation")
    for name in translators or ["not stated"]:
        child(answer, "persName", {}, name)
    if record.contributors:
        share = child(statement, "respStmt", {"resp": _by_editor(record, record.contributors[0])})
        child(share, "resp", {}, "contribution of the document")
        for fact in record.contributors:
            child(share, "persName", {}, fact.value)
    page = child(statement, "respStmt", {"xml:id": "archive", "resp": "" if declaration.archive else "#teicable"})
    child(page, "resp", {}, "words of the page that brought the transcript")
    child(page, "orgName", {}, declaration.archive or "not stated")


def made_title(record: CableRecord) -> str:
    """Make a title from kind, number, sender, addressee and date, for a source that has no headline."""
    from teicable.chronology import in_words

    kind = record.doctype.surface if record.doctype else "Cable"
    kind = kind.partition(" No")[0].capitalize()
    number = next((fact.value for name, fact in record.numbers if name == "cable"), "")
    actions = {(a.type, a.subtype): a for c in record.correspondences[:1] for a in c.actions}
    sender = _names(actions[("sent", "")].parties) if ("sent", "") in actions else ""
    addressee = _names(actions[("received", "to")].parties) if ("received", "to") in actions else ""
    route = f"{sender} to {addressee}" if sender and addressee else sender or (f"to {addressee}" if addressee else "")
    date = in_words(record.date.value) if record.date else ""
    head = f"{kind} No. {number}" if number else kind
    return ", ".join(part for part in (head, route, date) if part)


def _by_editor(record: CableRecord, fact: Fact) -> str:
    """Return who answers for a fact that does not stand on the page."""
    return f"#{record.resp}" if fact.basis is Basis.EDITOR and record.resp else ""


def _names(parties: tuple[Party, ...]) -> str:
    people = [p for p in parties if p.kind == "person"] or [p for p in parties if p.kind != "place"]
    return " and ".join(_readable(p.name) if p.kind == "person" else p.name for p in people[:2])


def _readable(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name


def _publication(statement: Element, declaration: Declaration) -> None:
    if declaration.publisher:
        child(statement, "publisher", {}, declaration.publisher)
    else:
        child(statement, "publisher", {"resp": "#teicable"}, "publisher not stated")
    if declaration.date:
        child(statement, "date", {"when": declaration.date}, declaration.date)
    if declaration.doi:
        child(statement, "idno", {"type": "DOI"}, declaration.doi)
    if declaration.licence:
        terms = child(statement, "availability", {"status": "free"})
        child(terms, "licence", {"target": declaration.licence}, declaration.licence_text or declaration.licence)
    else:
        terms = child(statement, "availability", {"status": "unknown"})
        words = "The edition states no licence for this encoding."
        child(terms, "p", {"resp": "#teicable"}, words)


def _manuscript(description: Element, record: CableRecord) -> None:
    shelfmarks.identifier(description, record)
    item = child(child(description, "msContents"), "msItem")
    for kind, fact in record.numbers:
        child(item, "idno", {"type": kind}, fact.value)
    language = record.language
    certainty = language.certainty if language else Certainty.LOW
    ground = {} if certainty is Certainty.HIGH else {"resp": "#teicable", "cert": str(certainty)}
    child(item, "textLang", {"mainLang": language.value if language else "und"} | ground)
    shelfmarks.history(description, record)


def _transcript(bibl: Element, record: CableRecord, outside: Outside, provenance: Provenance) -> None:
    child(bibl, "idno", {"type": "filename"}, provenance.filename)
    child(bibl, "idno", {"type": "sha256"}, provenance.sha256)
    child(bibl, "idno", {"type": "sha256-canonical"}, provenance.sha256_canonical)
    if provenance.encoding:
        child(bibl, "idno", {"type": "encoding"}, provenance.encoding)
    if provenance.lines:
        child(bibl, "idno", {"type": "lines"}, provenance.lines)
    for kind, fact in record.page:
        child(bibl, "idno", {"type": kind, "resp": _by_editor(record, fact)}, fact.value)
    if record.accessed:
        child(bibl, "date", {"type": "accessed", "when": record.accessed, "resp": f"#{record.resp}"})
    rights = outside.take(Zone.RIGHTS)
    terms = child(bibl, "availability", {"status": "restricted" if rights else "unknown"})
    for index in rights:
        outside.write(terms, "p", index, {"resp": "#archive"})
    if not rights:
        child(terms, "p", {"resp": "#teicable"}, "The transcript says nothing of rights.")
    for zone, kind in ((Zone.SOURCE, "source"), (Zone.DONOR, "donor")):
        for index in outside.take(zone):
            outside.write(bibl, "note", index, {"type": kind, "resp": "#archive"})
    if record.donor:
        child(bibl, "note", {"type": "donor", "resp": f"#{record.resp}"}, record.donor)
    child(bibl, "relatedItem", {"type": "translatedFrom", "target": "#original"})

"""Agreement: what the documents of one edition owe each other, and no file shows by itself.

From each file a small frozen value is kept, never the tree, so that an edition of many thousand files can be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI, fold
from teicable.diagnostics import Diagnostic, Location
from teicable.tei.mixed import get, source_line
from teicable.validation.layers import identifier


@dataclass(frozen=True, slots=True)
class Alias:
    """A cover name in the text: the name, whom ``@ref`` says it covers, and the line of the first place."""

    name: str
    bearer: str
    line: int


@dataclass(frozen=True, slots=True)
class Related:
    """A document that the archive's page lists: date (ISO), title, line; ``linked`` if a ``ref`` leads to it."""

    date: str
    title: str
    line: int
    linked: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What one document says that others may say too.

    Attributes:
        path: how the file is called in what is reported.
        document: ``xml:id`` of the document, else empty.
        date: of the document, ISO, without time; empty if not stated.
        number: the cable's own number, folded; empty if it has none.
        title: main title, folded.
        words: SHA-256 of the canonical text of its transcript.
        translation: the document is one of several translations of a cable, so that its twin is no surprise.
        aliases: cover names with their bearers, each pair once.
        related: documents listed on its page.
    """

    path: str
    document: str
    date: str
    number: str
    title: str
    words: str
    translation: bool
    aliases: tuple[Alias, ...]
    related: tuple[Related, ...]


def stated(root: etree._Element, path: str) -> Statement | None:
    """Return what a cable says; ``None`` for a file that is no cable (authority files have no such date)."""
    date = root.find(f"{_HEADER}/{_t('profileDesc')}/{_t('creation')}/{_t('date')}")
    if date is None:
        return None
    number = root.find(f"{_HEADER}//{_t('msItem')}/{_t('idno')}[@type='cable']")
    return Statement(
        path,
        document := get(root, "xml:id"),
        get(date, "when")[:10],
        "" if number is None else fold(_words(number)),
        fold(_words(root.find(f"{_HEADER}/{_t('fileDesc')}/{_t('titleStmt')}/{_t('title')}"))),
        identifier(root, "sha256-canonical"),
        document[-2:-1] == "-" and document[-1:].isalpha(),
        tuple(_aliases(root)),
        tuple(_related(root)),
    )


def check(statements: Iterable[Statement]) -> list[Diagnostic]:
    """Return what does not agree, at the later of the places.

    Codes: ``X301`` two documents look like one cable, ``X302`` a cover name has different bearers, ``X303`` a related
    document stands in the edition and is not linked.
    """
    known = sorted(statements, key=lambda one: (one.date, one.path))
    return [*_twins(known), *_bearers(known), *_present(known)]


def _t(name: str) -> str:
    return f"{{{TEI}}}{name}"


_HEADER = _t("teiHeader")


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _aliases(root: etree._Element) -> Iterator[Alias]:
    seen: set[tuple[str, str]] = set()
    for text in root.iterchildren(_t("text")):
        for name in text.iter(_t("persName")):
            pair = fold(_words(name)), get(name, "ref")
            if get(name, "type") == "pseudo" and pair[1] and pair not in seen:
                seen.add(pair)
                yield Alias(_words(name), pair[1], source_line(name))


def _related(root: etree._Element) -> Iterator[Related]:
    for bibl in root.iterfind(f"{_t('standOff')}/{_t('listBibl')}[@type='related']/{_t('bibl')}"):
        date, title, ref = (bibl.find(_t(name)) for name in ("date", "title", "ref"))
        when = "" if date is None else get(date, "when")
        linked = ref is not None or (title is not None and title.get("ref") is not None)
        yield Related(when[:10], fold(_words(title)), source_line(bibl), linked)


def _twins(known: list[Statement]) -> Iterator[Diagnostic]:
    """Report documents made of the same words, or of the same date and number; each with the first of them."""
    first: dict[tuple[str, ...], Statement] = {}
    for one in known:
        keys: list[tuple[str, ...]] = []
        if one.words:
            keys.append((one.words,))
        if one.date and one.number:
            keys.append((one.date, one.number))
        others = [first[key] for key in keys if key in first]
        for key in keys:
            first.setdefault(key, one)
        if others and not (one.translation and others[0].translation):
            what = "the same words" if one.words == others[0].words else f"the same date and number ({one.number})"
            yield Diagnostic(
                "X301",
                f"it has {what} as {others[0].document or others[0].path}",
                Location(one.path, 1),
                "keep one of the two; two translations of one cable get ids that end in -a and -b",
            )


def _bearers(known: list[Statement]) -> Iterator[Diagnostic]:
    """Report a cover name where it first covers somebody else than it did before, in date order."""
    bearers: dict[str, dict[str, Statement]] = defaultdict(dict)
    for one in known:
        for alias in one.aliases:
            before = bearers[fold(alias.name)]
            if alias.bearer not in before and before:
                bearer, other = next(iter(before.items()))
                where = "in this document" if other is one else f"in {other.document or other.path}"
                yield Diagnostic(
                    "X302",
                    f"“{alias.name}” is {alias.bearer} here, {bearer} {where}",
                    Location(one.path, alias.line),
                    "correct the one that is wrong; if the name was used for both, or the sources disagree, say so "
                    "with relation[@name='coverNameOf'] in authorities/listperson.xml",
                )
            before.setdefault(alias.bearer, one)


def _present(known: list[Statement]) -> Iterator[Diagnostic]:
    """Report related documents that are in the edition, by date and title."""
    documents = {(one.date, one.title): one for one in known if one.title}
    for one in known:
        for card in one.related:
            there = documents.get((card.date, card.title))
            if there is not None and there is not one and not card.linked:
                name = there.path.replace("\\", "/").rpartition("/")[2]
                yield Diagnostic(
                    "X303",
                    f"this related document is in the edition: {there.document or name}",
                    Location(one.path, card.line),
                    f'link it: <ref target="{name}"/> in this bibl',
                )

"""Take a table back that was worked on in OpenRefine or a spreadsheet: identifiers that were checked, corrected names.

Only what the table adds or corrects is taken, and all of it is looked at: each identifier has to have the form of its
register and to belong to one entry. Nothing is taken away because a cell is empty.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from lxml import etree

from teicable.authorities import TEI
from teicable.desk import table
from teicable.desk.identifiers import REGISTERS, bare, wrong
from teicable.desk.papers import AUTHORITIES, NAMES, Change, Found, Key, Papers, key
from teicable.desk.register import Part, Raw, appended
from teicable.diagnostics import Diagnostic, Edit, Location
from teicable.diagnostics.formats import counted
from teicable.errors import DeskError
from teicable.model.declaration import Editor
from teicable.validation import edits
from teicable.xml.places import Places

WRONG, PASSED = "X405", "X406"
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the line it begins on, and its cells by column."""

    line: int
    cells: Mapping[str, str]


def rows(data: bytes, path: str) -> list[Row]:
    """Read a table as spreadsheets write it: UTF-8, parted by commas, semicolons or tabs.

    Raises:
        DeskError: it is no such table, or no column tells which entry a row means.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeskError(f"{path} is not UTF-8 (byte {error.start})", "save or export it as CSV in UTF-8") from error
    heads = {sign: next(csv.reader(io.StringIO(text), delimiter=sign), []) for sign in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda sign: ("id" in heads[sign], len(heads[sign])))
    if "id" not in heads[delimiter]:
        hint = f"its first line names the columns, as `authorities export` writes them: {', '.join(table.COLUMNS)}"
        raise DeskError(f"{path} has no column id", hint)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    found, line = [], 2
    try:
        for cells in reader:
            known = {name: (value or "").strip() for name, value in cells.items() if isinstance(name, str)}
            found.append(Row(line, known))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DeskError(f"{path}:{line} is no row of a table: {error}", "save or export it as CSV anew") from error
    return found


def take(papers: Papers, given: list[Row], path: str, editor: Editor, today: str) -> Change:
    """Return the papers with identifiers and names of a table, for which an editor answers.

    Args:
        papers: the files.
        given: the rows.
        path: how the table is called in what is told.
        editor: who looked the identifiers up.
        today: the date, as ISO.
    """
    work = _Intake(path, editor, {one.key: one for one in papers.entries()})
    for row in given:
        work.row(row)
    for file in papers.within(AUTHORITIES):
        if work.edits[file]:
            signed = _signed(papers.places(file), editor, today, work.done(file))
            papers = papers.changed(file, [*work.edits[file], *signed])
    found = [*work.found, *work.shared(papers)]
    total = Counter[str]()
    for taken in work.taken.values():
        total += taken
    return Change(papers, tuple(found), (f"took {_told(total)}" if total else "the table says nothing new",))


@dataclass
class _Intake:
    """A table being taken in: what changes in each file, what was taken, and what stands against it."""

    path: str
    editor: Editor
    entries: Mapping[Key, Found]
    found: list[Diagnostic] = field(default_factory=list)
    edits: dict[str, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    taken: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    numbers: dict[tuple[str, str], tuple[Key, int]] = field(default_factory=dict)
    seen: dict[Key, int] = field(default_factory=dict)

    def row(self, row: Row) -> None:
        try:
            wanted = key(row.cells["id"])
        except DeskError as error:
            self.tell(PASSED, row, f"the row was passed over: {error.message}", error.hint)
            return
        entry = self.entries.get(wanted)
        if entry is None:
            self.tell(PASSED, row, f"the row was passed over: there is no entry {wanted}", "`add` makes a new entry")
        elif wanted in self.seen:
            message = f"the row was passed over: {wanted} has one already in line {self.seen[wanted]}"
            self.tell(PASSED, row, message, "join the rows of an entry, with | between several names")
        else:
            self.seen[wanted] = row.line
            if row.cells.get(table.STATE) in (None, "", table.state(entry)):
                self.name(row, entry)
            elif any(row.cells.get(c, stated) != stated for c, stated in self.names(entry).items()):
                message = f"the names of {wanted} were passed over: the file has changed since the table was exported"
                self.tell(PASSED, row, message, "export the table anew, or write the names in the file")
            for register in REGISTERS:
                if register in row.cells:
                    self.identify(row, entry, register)

    def identify(self, row: Row, entry: Found, register: str) -> None:
        """Take the identifier of one register."""
        number = bare(register, row.cells[register])
        present = table.numbers(entry, register)
        if number in map(table.said, present) or number == table.BETWEEN.join(map(table.said, present)):
            return
        if not number:
            message = f"{entry.key} has {register} {table.said(present[0])}, the table none; it stays"
            self.tell(PASSED, row, message, "if it is wrong, delete it in the file")
            return
        why = wrong(register, number)
        if why:
            self.tell(WRONG, row, f"“{number}” of {entry.key} is no number of {register}", why)
            return
        self.numbers[register, number] = (entry.key, row.line)
        if len(present) > 1:
            message = f"{entry.key} has several numbers of {register}; “{number}” was not taken"
            self.tell(PASSED, row, message, "decide in the file")
            return
        resp = f"#{self.editor.id}"
        if present:
            self.edits[entry.path] += _rewritten(entry.places, present[0], number)
            has = present[0].get("resp") is not None
            fix = (edits.valued if has else edits.given)(entry.places, present[0], "resp", resp)
            self.edits[entry.path] += fix.edits if fix and present[0].get("resp") != resp else ()
        else:
            written = Part("idno", number, {"type": register, "resp": resp}).written
            self.edits[entry.path] += appended(entry, [Raw("idno", register, written)])
        self.taken[entry.path][register] += 1

    def name(self, row: Row, entry: Found) -> None:
        """Take the names of an entry: one that is written otherwise at its place, and further ones."""
        for column, stated in self.names(entry).items():
            present = table.names(entry, column)
            old = [table.said(one) for one in present]
            new = [" ".join(name.split()) for name in row.cells.get(column, stated).split("|") if name.strip()]
            if old == new:
                continue
            if len(old) == len(new):
                changed = [(one, name) for one, name, was in zip(present, new, old, strict=True) if name != was]
                for one, name in changed:
                    self.edits[entry.path] += _rewritten(entry.places, one, name)
                    self.taken[entry.path]["names"] += 1
                continue
            added = list((Counter(new) - Counter(old)).elements())
            type_ = "pseudo" if column == "pseudonyms" else "variant"
            if column == "name" and old:
                self.tell(PASSED, row, f"{entry.key} was to have no main name, or several; it stays “{old[0]}”", "")
                continue
            type_ = "main" if column == "name" else type_
            parts = [
                Raw(n, type_, Part(n, name, {"type": type_}).written) for name in added for n in [NAMES[entry.key.kind]]
            ]
            self.edits[entry.path] += appended(entry, parts)
            self.taken[entry.path]["names"] += len(added)
            for name in (Counter(old) - Counter(new)).elements():
                message = f"{entry.key} has the name “{name}”, the table does not; it stays"
                self.tell(PASSED, row, message, "if it is wrong, delete it in the file")

    def names(self, entry: Found) -> dict[str, str]:
        return {column: table.stated(entry)[column] for column in table.NAME_COLUMNS}

    def shared(self, after: Papers) -> Iterator[Diagnostic]:
        """Yield an error for each new identifier that two entries would have."""
        for other in after.entries():
            for register in REGISTERS:
                for one in table.numbers(other, register):
                    number = table.said(one)
                    owner, line = self.numbers.get((register, number), (other.key, 0))
                    if owner != other.key:
                        message = f"{register} {number} would be that of {owner} and of {other.key}"
                        hint = f"look it up: one is wrong, or both are one (`authorities merge … {other.key} {owner}`)"
                        yield Diagnostic(WRONG, message, Location(self.path, line), hint)

    def tell(self, code: str, row: Row, message: str, hint: str) -> None:
        self.found.append(Diagnostic(code, message, Location(self.path, row.line), hint))

    def done(self, file: str) -> str:
        """Say what was taken into a file."""
        return _told(self.taken[file])


def _told(taken: Mapping[str, int]) -> str:
    registers = [f"{taken[register]} of {register}" for register in REGISTERS if taken.get(register)]
    told = [f"identifiers checked: {', '.join(registers)}"] if registers else []
    names = taken.get("names", 0)
    return "; ".join([*told, *([f"{counted(names, 'name', 'names')} corrected or added"] if names else [])])


def _rewritten(places: Places, element: etree._Element, words: str) -> list[Edit]:
    """Write other words into an element that holds nothing but words."""
    tag = places.tag(element)
    if tag is None or len(element) or tag.close <= tag.start:
        raise DeskError(f"{places.of(element)} holds more than words", "change this name or number in the file itself")
    start, end = tag.texts[0] if tag.texts else (tag.end, tag.close)
    return [Edit(start, end, escape(words))]


def _signed(places: Places, editor: Editor, today: str, done: str) -> Iterator[Edit]:
    """Yield what says in the head of a file who answers, and since when."""
    root = places.tree.getroot()
    statement = root.find(f".//{{{TEI}}}titleStmt")
    declared = {element.get("{http://www.w3.org/XML/1998/namespace}id") for element in root.iter(etree.Element)}
    if statement is not None and editor.id not in declared:
        who = f"<resp>{escape(editor.role)}</resp><persName>{escape(editor.name)}</persName>"
        fix = edits.appended(places, statement, f'<respStmt xml:id="{editor.id}">{who}</respStmt>')
        yield from fix.edits if fix else ()
    revision = root.find(f".//{{{TEI}}}revisionDesc")
    change = f'<change who="#{editor.id}" when="{today}">{escape(done)}</change>'
    if revision is None or not len(revision):
        raise DeskError(
            f"{places.path} does not say what was done to it", "add a revisionDesc with a change to its header"
        )
    dates = [one.get("when", "") for one in revision if one.get("when")]
    if dates and dates[0] > dates[-1]:
        first = places.tag(revision[0])
        assert first is not None, "the bytes are known"
        yield Edit(first.start, first.start, change + places.indent(first.start))
    else:
        fix = edits.appended(places, revision, change)
        yield from fix.edits if fix else ()

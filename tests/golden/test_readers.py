"""Files of every kind that is read: what the reader reads, and that the TEI is valid and gives it back.

All texts are invented. A file ``readers/X`` is to be read as ``readers/expected/X.txt``, or, a table, as one such file
for each of its rows.
"""

import io
import runpy
from pathlib import Path

import pytest

from teicable import readers
from teicable.conversion import Context, convert
from teicable.diagnostics import Severity
from teicable.model.declaration import Columns
from teicable.model.source import SourceText, canonical
from teicable.readers.table import Row, Table, is_table
from teicable.tei.decode import decode
from teicable.validation import layers
from teicable.xml.parse import parse

FOLDER = Path(__file__).with_name("readers")
COLUMNS = {"cables.csv": Columns("Record", "Transcript", "Headline", "When", "Regest", "Archive", "Rights")}


def sources() -> dict[str, bytes]:
    """Return the bytes of each file, and of each row of a table, by name."""
    found: dict[str, bytes] = {}
    for path in sorted(FOLDER.iterdir()):
        if path.is_file() and is_table(path):
            table = Table(path, path.name, COLUMNS.get(path.name, Columns()))
            found |= {row.name: table.read(row) for row in table.rows() if isinstance(row, Row)}
        elif path.is_file():
            found[path.name] = path.read_bytes()
    return found


SOURCES = sources()


MAKE = runpy.run_path(str(Path(__file__).with_name("make_readers.py")))


@pytest.mark.parametrize("name", MAKE["DOCUMENTS"])
def test_the_documents_are_those_that_the_script_makes(name):
    made = io.BytesIO()
    MAKE["packed"](made, MAKE["DOCUMENTS"][name]())
    assert made.getvalue() == (FOLDER / name).read_bytes()


def read(name: str) -> SourceText:
    found = readers.read(name, SOURCES[name])
    assert isinstance(found, SourceText), found
    return found


@pytest.mark.parametrize("name", SOURCES)
def test_the_reading(name):
    assert read(name).text == (FOLDER / "expected" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SOURCES)
def test_the_tei_is_valid_and_gives_the_reading_back(name):
    data = SOURCES[name]
    done = convert(name, data, Context())
    assert not [found for found in done.diagnostics if found.severity is Severity.ERROR]
    ((document, tei),) = done.files.items()
    assert decode(parse(tei).getroot()).text == canonical(read(name).text)
    around = layers.Surroundings(transcript=lambda _: data)
    found = layers.validate(tei, f"{document}.xml", around, layers.THOROUGH)
    assert not [one for one in found if one.severity is Severity.ERROR], found

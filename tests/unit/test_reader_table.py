"""Tables of transcripts: rows, what is wrong with rows, and that a table is never held as a whole."""

import json
import tracemalloc

import pytest

from teicable.model.declaration import Columns
from teicable.model.source import SourceText
from teicable.readers import read
from teicable.readers.table import Row, Table, Tables, table_of


@pytest.fixture
def table(tmp_path):
    def made(content: str | bytes, name: str = "cables.csv", columns: Columns | None = None) -> Table:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Table(path, name, columns or Columns())

    return made


def told(table: Table) -> list[tuple[str, int, str]]:
    return [(one.code, one.location.line, one.message) for one in table.rows() if not isinstance(one, Row)]


def records(table: Table) -> dict[str, dict[str, str]]:
    return {row.name: json.loads(table.read(row)) for row in table.rows() if isinstance(row, Row)}


def test_cells_may_hold_line_ends_commas_and_quotation_marks(table):
    found = records(table('id,text\r\n1,"He said ""come,""\r\nand went."\r\n\r\n2,x\r\n'))
    assert found == {
        "cables.csv#1": {"id": "1", "text": 'He said "come,"\r\nand went.'},
        "cables.csv#2": {"id": "2", "text": "x"},
    }


@pytest.mark.parametrize(("name", "sign"), [("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|")])
def test_other_signs_between_cells(table, name, sign):
    assert records(table(f"\ufeffid{sign}text\n1{sign}x, y\n", name)) == {f"{name}#1": {"id": "1", "text": "x, y"}}


def test_columns_are_named_by_the_edition(table):
    columns = Columns(id="Record", text="Words")
    assert records(table("Record,Words,Else\n1,x,y\n", columns=columns)) == {"cables.csv#1": {"id": "1", "text": "x"}}
    assert told(table("Record,Words,Else\n1,x,y\n", columns=columns))[0][0] == "R006"
    (left_out, *_) = (one for one in table("Record,Words,translator\n1,x,y\n", columns=columns).rows())
    assert "cables.csv#…" in left_out.hint


def test_a_table_without_a_column_it_needs(table):
    (found,) = table("id,Text\n1,x\n").rows()
    assert (found.code, found.location.line) == ("R012", 1)
    assert "did you mean “Text”?" in found.hint


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (b"1,x", "stands in line 2 already"),
        (b",x", "no usable id"),
        (b"3,", "has no text"),
        (b"3,x,y", "3 cells, the table 2 columns"),
        (b"3,\xff", "not UTF-8"),
        (b'3,"x" y', "cannot be read"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_others_are_read(table, row, said):
    made = table(b"id,text\n1,one\n" + row + b"\n4,four\n")
    ((code, line, message),) = told(made)
    assert (code, line) == ("R013", 3)
    assert said in message
    assert list(records(made)) == ["cables.csv#1", "cables.csv#4"]


def test_json_lines(table):
    lines = '{"id": 7, "text": "x", "rights": ["a", "b"]}\n\nnot json\n[1]\n'
    made = table(lines, "cables.jsonl")
    assert records(made) == {"cables.jsonl#7": {"id": "7", "text": "x", "rights": "a; b"}}
    assert [(code, line) for code, line, _ in told(made)] == [("R013", 3), ("R013", 4)]


def test_a_row_is_read_in_the_order_of_a_page():
    record = {"id": "7", "text": "One.\nTwo.", "title": "Cable, A to B", "date": "1 May 1951", "rights": "All."}
    found = read("cables.csv#7", json.dumps(record).encode())
    assert isinstance(found, SourceText)
    assert found.text == "1 May 1951\n\nCable, A to B\n\nOne.\nTwo.\n\nAll.\n"
    assert [trait.value for trait in found.traits] == ["headline-date", "headline", "rights"]
    assert found.stated == (("record", "7"),)
    assert str(found.location(found.text.index("Two."))) == "cables.csv#7:6:1"


def test_a_row_keeps_its_name_when_the_table_is_sorted(table, tmp_path):
    before = {r.name: r.sha256 for r in table("id,text\n1,one\n2,two\n").rows() if isinstance(r, Row)}
    after = {r.name: r.sha256 for r in table("text,id\ntwo,2\nnew,3\none,1\n").rows() if isinstance(r, Row)}
    assert before.items() <= after.items()


def test_rows_by_name(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1#x,one\n")
    tables = Tables(tmp_path, Columns())
    assert json.loads(tables.read("a.csv#1#x") or b"") == {"id": "1#x", "text": "one"}
    assert tables.read("a.csv#2") is None
    assert tables.read("../a.csv#1") is None
    assert table_of("a.txt#1") == ""


def test_a_long_table_is_never_held(table):
    words = "The boats have come to the northern harbour. " * 20
    made = table("id,text\n" + "".join(f"{number},{words}\n" for number in range(20_000)))
    size = made.path.stat().st_size
    tracemalloc.start()
    count = sum(isinstance(row, Row) for row in made.rows())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert most < size / 3, f"{most} of {size} bytes"

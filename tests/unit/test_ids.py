"""ids.toml: addresses are only ever added."""

import pytest

from teicable.edition import ids
from teicable.edition.ids import Address, Ids
from teicable.errors import ManifestError
from teicable.model.declaration import Assignment

DAY = "2026-05-14"


def test_a_new_source_gets_what_it_proposes():
    given = Ids().assigned({"a.txt": (("cable-1",), "sha")}, DAY)
    assert given.assignment("a.txt") == Assignment("cable-1", DAY)
    assert given.assignment("b.txt") == Assignment()


def test_two_new_sources_of_one_cable_get_letters_in_order_of_name():
    given = Ids().assigned(
        {"b.txt": (("cable-1",), "2"), "a.txt": (("cable-1",), "1"), "c.txt": (("cable-2",), "3")}, DAY
    )
    assert {name: address.id for name, address in given.addresses.items()} == {
        "a.txt": "cable-1-a",
        "b.txt": "cable-1-b",
        "c.txt": "cable-2",
    }


def test_a_later_source_never_changes_a_frozen_id():
    first = Ids().assigned({"z.txt": (("cable-1",), "1")}, DAY)
    later = first.assigned({"a.txt": (("cable-1",), "2"), "z.txt": (("cable-9",), "1")}, "2027-01-01")
    assert later.addresses["z.txt"] == first.addresses["z.txt"]
    assert later.addresses["a.txt"].id == "cable-1-b"


def test_letters_go_on_after_z():
    proposals = {f"{n:03}.txt": (("c",), str(n)) for n in range(28)}
    found = [address.id for _, address in sorted(Ids().assigned(proposals, DAY).addresses.items())]
    assert found[0] == "c-a"
    assert found[25:] == ["c-z", "c-aa", "c-ab"]
    assert len(set(found)) == 28


def test_a_renamed_source_keeps_its_id():
    known = Ids({"old.txt": Address("cable-1", DAY, "sha")})
    assert known.renamed({"new.txt": "sha"}).assignment("new.txt").id == "cable-1"
    assert known.renamed({"new.txt": "other"}).assignment("new.txt").id == ""
    # A copy is another document: the source it was copied from is still there.
    assert known.renamed({"old.txt": "sha", "new.txt": "sha"}).assignment("new.txt").id == ""
    # Two copies: nobody can say which of them is the renamed one.
    assert known.renamed({"a.txt": "sha", "b.txt": "sha"}).assignment("a.txt").id == ""


def test_what_is_written_is_read_again(tmp_path):
    given = Ids({"ü “x”.txt": Address("b", DAY, "1"), "a/b.txt": Address("a", DAY)})
    path = tmp_path / ids.NAME
    path.write_bytes(given.format())
    assert ids.read(path) == given
    assert ids.read(path).format() == given.format()
    assert given.format().decode().index("a/b.txt") < given.format().decode().index("ü")


def test_a_missing_file_holds_no_ids(tmp_path):
    assert ids.read(tmp_path / ids.NAME) == Ids()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = ", "cannot be read"),
        ('x = "y"', "needs id and converted"),
        ('["a"]\nid = "x"\n', "needs id and converted"),
        ('["a"]\nid = "x"\nconverted = "d"\nmore = "1"\n', "needs id and converted"),
        (
            '["a"]\nid = "x"\nconverted = "d"\nsha256 = "1"\n["b"]\nid = "x"\nconverted = "d"\nsha256 = "2"\n',
            "to “a” and to “b”",
        ),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, content, message):
    path = tmp_path / ids.NAME
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ManifestError, match=message):
        ids.read(path)


def test_an_unquoted_date_is_read(tmp_path):
    path = tmp_path / ids.NAME
    path.write_text('["a"]\nid = "x"\nconverted = 2026-05-14\n', encoding="utf-8")
    assert ids.read(path).assignment("a") == Assignment("x", "2026-05-14")


def test_the_further_cables_of_a_source_have_ids_of_their_own(tmp_path):
    first = Ids().assigned({"a.txt": (("cable-1", "cable-2"), "sha"), "b.txt": (("cable-2",), "shb")}, DAY)
    assert first.assignment("a.txt") == Assignment("cable-1", DAY, ("cable-2-a",))
    assert first.assignment("b.txt") == Assignment("cable-2-b", DAY)
    assert first.source_of("cable-2-a", ["a.txt", "b.txt"]) == "a.txt"
    path = tmp_path / "ids.toml"
    path.write_bytes(first.format())
    assert ids.read(path) == first


def test_a_source_that_turns_out_to_hold_a_second_cable_keeps_its_id():
    first = Ids().assigned({"a.txt": (("cable-1",), "sha")}, DAY)
    later = first.assigned({"a.txt": (("cable-1", "cable-2"), "sha")}, "2027-01-01")
    assert later.addresses["a.txt"] == Address("cable-1", DAY, "sha", ("cable-2",))


def test_an_id_of_two_sources_is_refused_also_among_further_ones(tmp_path):
    path = tmp_path / "ids.toml"
    table = '[{}]\nid = "{}"\nconverted = "2026-05-14"\nsha256 = "{}"\nfurther = ["x"]\n'
    path.write_text(table.format("a", "1", "s") + table.format("b", "2", "t"))
    with pytest.raises(ManifestError, match="“x”"):
        ids.read(path)

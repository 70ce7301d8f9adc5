"""Bags: the Library of Congress' own program takes them, and what was tampered with is named."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from teicable.cli import main
from teicable.deposit import bag

INFO = {"Source-Organization": "Institute of\nExamples", "Bagging-Date": "2026-05-14", "Contact-Email": ""}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "korea"
    for name, data in {
        "README.txt": b"x\n",
        "tei/a.xml": b"<a/>",
        "tei/100%.xml": b"",
        "\u0442\u0435\u043a\u0441\u0442.txt": b"y",
    }.items():
        (place / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "data" / name).write_bytes(data)
    bag.seal(place, INFO)
    return place


def test_what_stands_in_a_bag(folder):
    assert (folder / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    info = (folder / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    assert info == ["Source-Organization: Institute of Examples", "Bagging-Date: 2026-05-14", "Payload-Oxum: 7.4"]
    paths = [line.split("  ")[1] for line in (folder / "manifest-sha512.txt").read_text(encoding="utf-8").splitlines()]
    assert paths == [
        "data/README.txt",
        "data/tei/100%25.xml",
        "data/tei/a.xml",
        "data/\u0442\u0435\u043a\u0441\u0442.txt",
    ]
    assert bag.check(folder) == []


def test_two_bags_are_alike_byte_for_byte(folder, tmp_path):
    shutil.copytree(folder / "data", tmp_path / "other" / "data")
    bag.seal(tmp_path / "other", INFO)
    for path in folder.rglob("*.txt"):
        assert (tmp_path / "other" / path.relative_to(folder)).read_bytes() == path.read_bytes()


def test_the_program_of_the_library_of_congress_takes_it(folder):
    import bagit

    # RFC 8493 wants “%” of a name escaped, and that program does not know it (LibraryOfCongress/bagit-python).
    (folder / "data/tei/100%.xml").unlink()
    bag.seal(folder, INFO)
    assert bagit.Bag(str(folder)).is_valid()


@pytest.mark.parametrize(
    ("tamper", "code", "named"),
    [
        (lambda place: (place / "data/tei/a.xml").write_bytes(b"<b/>"), "D103", "data/tei/a.xml"),
        (lambda place: (place / "data/tei/a.xml").unlink(), "D102", "data/tei/a.xml"),
        (lambda place: (place / "data/new.txt").write_bytes(b"n"), "D104", "data/new.txt"),
        (lambda place: (place / "bag-info.txt").write_bytes(b"Contact-Name: E\n"), "D103", "bag-info.txt"),
        (lambda place: (place / "bagit.txt").unlink(), "D101", "no bagit.txt"),
        (lambda place: (place / "bagit.txt").write_bytes(b"BagIt-Version: 9\n"), "D101", "not understood"),
        (lambda place: (place / "manifest-sha256.txt").write_bytes(b"ab  ../secret\n"), "D105", "../secret"),
    ],
)
def test_tampering_is_found_and_named(folder, tamper, code, named):
    tamper(folder)
    found = bag.check(folder)
    assert any(one.code == code and named in one.message for one in found), found
    assert all(one.hint for one in found)


def test_a_bag_without_manifest_proves_nothing(folder):
    for path in folder.glob("manifest-*.txt"):
        path.unlink()
    assert [one.code for one in bag.check(folder)] == ["D101"]


def test_a_folder_of_packages_is_checked_one_by_one(folder, tmp_path):
    together = tmp_path / "together"
    for name in ("a", "b", "c"):
        shutil.copytree(folder, together / name)
    (together / "loose.txt").write_text("no package", encoding="utf-8")
    assert bag.bags(together) == [together / name for name in ("a", "b", "c")]
    assert bag.bags(folder) == [folder]
    (together / "b" / "bagit.txt").unlink()
    (together / "c" / "data" / "new.txt").write_bytes(b"n")
    done = CliRunner().invoke(main, ["deposit", "--check", str(together)])
    assert done.exit_code == 1
    said = done.output
    assert "D101" in said
    assert "ask for the package again" in said
    assert str(together / "b") in said
    assert "“data/new.txt” is not in manifest-sha256.txt" in said
    assert "(3 packages)" in said


def test_a_folder_without_any_package_is_no_bag(tmp_path):
    assert bag.bags(tmp_path) == [tmp_path]
    assert [one.code for one in bag.check(tmp_path)] == ["D101"]

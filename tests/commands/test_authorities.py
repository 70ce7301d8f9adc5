"""teicable authorities: one entry and all references in one step; what nobody edited stays unedited."""

from teicable.edition import desk
from teicable.edition.folder import open_edition

SAMPLE = "tei/cable-1950-01-09-17.xml"
KOREA = "cable-1950-07-13-3305"


def test_an_entry_is_added_and_shown(edition, teicable, snapshot):
    before = snapshot(edition)
    order = ("authorities", "add", "ed", "person:halden", "Halden@en", "--pseudo", "Falcon", "--note", "Invented.")
    dry = teicable(*order, "--dry-run")
    assert snapshot(edition) == before
    assert "nothing was written" in dry.stderr
    result = teicable(*order)
    assert result.stdout == dry.stdout
    assert (
        '+      <person xml:id="halden">\n+        <persName type="main" xml:lang="en">Halden</persName>\n'
        in result.stdout
    )
    assert "added person:halden, “Halden”, to authorities/listperson.xml" in result.stderr
    teicable("validate", "ed/authorities")


def test_a_name_that_another_bears_is_refused(edition, teicable, snapshot):
    before = snapshot(edition)
    result = teicable("authorities", "add", "ed", "person:lind", "Captain Lind", code=1)
    assert "listperson.xml:19:7: X401 person:orlov has the same cover name: “Captain Lind”" in result.stderr
    assert "nothing was written" in result.stderr
    assert snapshot(edition) == before
    teicable("authorities", "add", "ed", "person:lind", "Captain Lind", "--anyway")


def test_an_order_that_cannot_be_carried_out_ends_with_2(edition, teicable):
    result = teicable("authorities", "rename", "ed", "person:orlow", "person:x", code=2)
    assert "teicable: there is no entry person:orlow" in result.stderr
    assert "did you mean person:orlov?" in result.stderr


def test_a_build_after_a_rename_keeps_nothing_as_edited(korea, teicable, snapshot):
    teicable("build", "korea-1950")
    before = snapshot(korea / "tei")
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong")
    assert "changed 7 references in 3 files" in result.stderr
    renamed = snapshot(korea / "tei")
    assert renamed.keys() == before.keys()
    assert renamed["LEDGER"] != before["LEDGER"]
    built = teicable("build", "korea-1950")
    assert "2 documents converted" in built.stderr
    assert "edited" not in built.stderr
    assert snapshot(korea / "tei") == renamed
    teicable("authorities", "rename", "korea-1950", "person:mao-zedong", "person:mao")
    assert snapshot(korea / "tei") == before


def test_an_edited_file_stays_edited_and_loses_nothing(korea, teicable):
    teicable("build", "korea-1950")
    cable = korea / "tei" / f"{KOREA}.xml"
    edited = cable.read_text(encoding="utf-8").replace('status="draft"', 'status="candidate"')
    cable.write_text(edited, encoding="utf-8")
    teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong")
    renamed = edited.replace('"person:mao"', '"person:mao-zedong"')
    assert cable.read_text(encoding="utf-8") == renamed
    built = teicable("build", "korea-1950")
    assert "1 document converted" in built.stderr
    assert cable.read_text(encoding="utf-8") == renamed


def test_an_interrupted_order_can_be_given_again(korea, teicable, snapshot, monkeypatch):
    teicable("build", "korea-1950")
    start = snapshot(korea)
    order = ("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong")
    teicable(*order)
    whole = snapshot(korea)
    steps = [name for name in whole if whole[name] != start.get(name)]
    assert len(steps) == 4
    import os

    replace = os.replace
    for number in range(len(steps)):
        for name in steps:
            (korea / name).write_bytes(start[name])
        left = iter(range(number))

        def failing(source, target, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            replace(source, target)

        monkeypatch.setattr(os, "replace", failing)
        assert "interrupted" in teicable(*order, code=130).stderr
        monkeypatch.setattr(os, "replace", replace)
        assert not list(korea.rglob("*.tmp"))
        teicable(*order)
        assert snapshot(korea) == whole


def test_a_change_that_would_make_a_file_invalid_is_refused(korea, teicable, snapshot, monkeypatch):
    before = snapshot(korea)
    monkeypatch.setattr("teicable.desk.rename.turned", lambda papers, turn: (papers, {}))
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong", code=1)
    assert result.stdout == ""
    assert "listperson.xml" in result.stderr
    assert "nothing was written" in result.stderr
    assert snapshot(korea) == before


def test_a_file_changed_meanwhile_is_not_overwritten(korea, teicable, monkeypatch):
    path = korea / "authorities" / "listperson.xml"
    shown = desk.shown

    def slow(*given):
        path.write_bytes(path.read_bytes() + b"\n")
        return shown(*given)

    monkeypatch.setattr(desk, "shown", slow)
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:m", code=2)
    assert "listperson.xml was changed meanwhile" in result.stderr


def test_line_ends_marks_and_links_stay(korea, teicable, place):
    path = korea / "authorities" / "listperson.xml"
    other = place / "persons.xml"
    other.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.unlink()
    path.symlink_to(other)
    before = other.read_bytes()
    teicable("authorities", "add", "korea-1950", "person:zorin", "Zorin")
    assert path.is_symlink()
    data = other.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == before.count(b"\n") + 3
    assert open_edition(korea).authorities[0].by_key["person:zorin"].main == "Zorin"

"""teicable authorities: one entry and all references in one step; what nobody edited stays unedited."""

import os

import pytest

from teicable.edition import desk
from teicable.edition.folder import open_edition
from teicable.edition.written import Written

SAMPLE = "tei/cable-1950-01-09-17.xml"
KOREA = "cable-1950-07-13-3305"
PLAIN = ("--no-book", "--no-epub", "--no-search")


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
    assert "listperson.xml:27:7: X401 person:orlov has the same cover name: “Captain Lind”" in result.stderr
    assert "nothing was written" in result.stderr
    assert snapshot(edition) == before
    teicable("authorities", "add", "ed", "person:lind", "Captain Lind", "--anyway")


def test_an_order_that_cannot_be_carried_out_ends_with_2(edition, teicable):
    result = teicable("authorities", "rename", "ed", "person:orlow", "person:x", code=2)
    assert "teicable: there is no entry person:orlow" in result.stderr
    assert "did you mean person:orlov?" in result.stderr


def test_a_build_after_a_rename_keeps_nothing_as_edited(korea, teicable, snapshot):
    teicable("build", "korea-1950", *PLAIN)
    before = snapshot(korea / "tei")
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong")
    assert "changed 7 references in 3 files" in result.stderr
    renamed = snapshot(korea / "tei")
    assert renamed.keys() == before.keys()
    assert renamed["LEDGER"] != before["LEDGER"]
    built = teicable("build", "korea-1950", *PLAIN)
    assert "2 documents converted" in built.stderr
    assert "edited" not in built.stderr
    assert snapshot(korea / "tei") == renamed
    teicable("authorities", "rename", "korea-1950", "person:mao-zedong", "person:mao")
    assert snapshot(korea / "tei") == before


def test_an_edited_file_stays_edited_and_loses_nothing(korea, teicable):
    teicable("build", "korea-1950", *PLAIN)
    cable, copy = (korea / "tei" / folder / f"{KOREA}.xml" for folder in ("", ".written"))
    machine = copy.read_text(encoding="utf-8")
    edited = cable.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"')
    cable.write_text(edited, encoding="utf-8")
    teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong")
    renamed = edited.replace('"person:mao"', '"person:mao-zedong"')
    assert cable.read_text(encoding="utf-8") == renamed
    assert copy.read_text(encoding="utf-8") == machine.replace('"person:mao"', '"person:mao-zedong"')
    assert Written(open_edition(korea)).base(KOREA) == copy.read_bytes()
    built = teicable("build", "korea-1950", *PLAIN)
    assert "1 document converted" in built.stderr
    assert cable.read_text(encoding="utf-8") == renamed


ORDERS = [
    ("rename", "korea-1950", "person:mao", "person:mao-zedong"),
    ("merge", "korea-1950", "person:mao", "person:zhou-enlai"),
    ("split", "korea-1950", "person:stalin", "--into", "person:filippov", "--main", "Bearer", "--name", "Filippov"),
]


@pytest.mark.parametrize("order", ORDERS, ids=[order[0] for order in ORDERS])
def test_an_interrupted_order_can_be_given_again(korea, teicable, snapshot, monkeypatch, order):
    start = snapshot(korea)
    teicable("authorities", *order)
    whole = snapshot(korea)
    steps = [name for name in whole if whole[name] != start.get(name)]
    assert len(steps) >= 2
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
        assert "interrupted" in teicable("authorities", *order, code=130).stderr
        monkeypatch.setattr(os, "replace", replace)
        assert not list(korea.rglob("*.tmp"))
        teicable("authorities", *order)
        assert snapshot(korea) == whole


def test_a_change_that_would_make_a_file_invalid_is_refused(korea, teicable, snapshot, monkeypatch):
    before = snapshot(korea)
    monkeypatch.setattr("teicable.desk.rename.turned", lambda papers, turn: (papers, {}))
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:mao-zedong", code=1)
    assert result.stdout == ""
    assert "listperson.xml" in result.stderr
    assert "nothing was written" in result.stderr
    assert snapshot(korea) == before


DECISION = """format = 1

# looked up by hand
[[decision]]
verdict = "accept"
claim = "persName"
value = "type=pseudo ref=person:stalin"
quote = "FILIPPOV"
suffix = " [Stalin]"
"""


def test_a_decision_follows_a_rename_and_still_holds(korea, teicable):
    (korea / "review").mkdir()
    decision = korea / "review" / f"{KOREA}.toml"
    decision.write_text(DECISION, encoding="utf-8")
    teicable("build", "korea-1950", *PLAIN)
    teicable("authorities", "rename", "korea-1950", "person:stalin", "person:dzhugashvili")
    assert decision.read_text(encoding="utf-8") == DECISION.replace("person:stalin", "person:dzhugashvili")
    built = teicable("build", "korea-1950", *PLAIN)
    assert "A011" not in built.stderr
    assert "2 documents converted" in built.stderr
    cable = (korea / "tei" / f"{KOREA}.xml").read_text(encoding="utf-8")
    assert '<persName type="pseudo" ref="person:dzhugashvili">FILIPPOV</persName>' in cable


def test_a_stylesheet_that_names_the_entry_is_told(korea, teicable):
    (korea / "transforms").mkdir()
    (korea / "transforms" / "html.xsl").write_text("<x match=\"*[@ref = 'person:mao']\"/>", encoding="utf-8")
    result = teicable("authorities", "rename", "korea-1950", "person:mao", "person:m")
    assert "html.xsl:1:21: X407 “person:mao” stands here too" in result.stderr


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


def test_a_build_after_a_merge_keeps_nothing_as_edited(korea, teicable, snapshot):
    teicable("build", "korea-1950", *PLAIN)
    path = korea / "authorities" / "listperson.xml"
    double = (
        '      <person xml:id="chou"><persName type="main">Chou</persName>'
        '<persName type="pseudo">Sokol</persName></person>\n      <person xml:id="mao">'
    )
    path.write_text(path.read_text(encoding="utf-8").replace('      <person xml:id="mao">', double), encoding="utf-8")
    cable = korea / "tei" / f"{KOREA}.xml"
    cable.write_bytes(cable.read_bytes().replace(b'ref="person:zhou-enlai" ana', b'ref="person:chou" ana'))
    result = teicable("authorities", "merge", "korea-1950", "person:zhou-enlai", "person:chou")
    assert "person:chou is now person:zhou-enlai" in result.stderr
    assert b"chou" not in cable.read_bytes()
    built = teicable("build", "korea-1950", *PLAIN)
    assert "2 documents converted" in built.stderr
    assert "edited" not in built.stderr


def test_contradictions_refuse_a_merge(korea, teicable, snapshot):
    before = snapshot(korea)
    result = teicable("authorities", "merge", "korea-1950", "person:mao", "person:stalin", code=1)
    assert "X402 idno Wikidata: person:mao says “Q5816”, person:stalin says “Q855”" in result.stderr
    assert result.stdout == ""
    assert snapshot(korea) == before


def test_a_split_is_an_edit_that_the_build_keeps(korea, teicable):
    teicable("build", "korea-1950", *PLAIN)
    cable = korea / "tei" / "cable-1950-05-14-8600.xml"
    order = ("split", "korea-1950", "person:stalin", "--into", "person:filippov", "--main", "Bearer of Filippov")
    result = teicable("authorities", *order, "--name", "Filippov", "--both", "Stalin", "--documents", cable.stem)
    assert "moved 7 references from person:stalin" in result.stderr
    assert "X403 “FILIPPOV” still refers to person:stalin: the document was not chosen" in result.stderr
    data = cable.read_bytes()
    assert b"person:stalin" not in data
    built = teicable("build", "korea-1950", *PLAIN)
    assert "1 document converted" in built.stderr
    assert cable.read_bytes() == data


def test_entries_that_nothing_refers_to_are_listed(korea, teicable):
    result = teicable("authorities", "unused", "korea-1950")
    assert "listplace.xml:33:7: X404 nothing refers to place:dalian, “Dalian”" in result.stdout
    teicable("authorities", "unused", "korea-1950", "--strict", code=1)
    cable = korea / "tei" / f"{KOREA}.xml"
    cable.write_bytes(cable.read_bytes().replace(b'"person:zhou-enlai"', b'"person:zhou-enlaj"'))
    result = teicable("authorities", "unused", "korea-1950", code=1)
    assert "X103 ref=“person:zhou-enlaj” is in no authority file" in result.stdout
    assert "did you mean “person:zhou-enlai”?" in result.stdout


def test_a_table_goes_out_and_comes_back(korea, teicable, snapshot, place):
    teicable("authorities", "export", "korea-1950", "-o", "p.csv", "--kind", "person")
    table = place / "p.csv"
    text = table.read_text(encoding="utf-8")
    assert teicable("authorities", "export", "korea-1950").stdout.startswith(text[: text.index("\n")])
    before = snapshot(korea)
    result = teicable("authorities", "import", "korea-1950", "p.csv", "--checked-by", "ed1", code=2)
    assert "edition.toml names no editor “ed1”" in result.stderr
    manifest = korea / "edition.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + '\n[[editor]]\nid = "ed1"\nname = "A. Editor"\n', encoding="utf-8"
    )
    order = ("authorities", "import", "korea-1950", "p.csv", "--checked-by", "ed1")
    assert "the table says nothing new" in teicable(*order).stderr
    table.write_text(text.replace(",,,Q855,", ",,118540239,Q855,"), encoding="utf-8")
    result = teicable(*order, code=1)
    assert "p.csv:6: X405 “118540239” of person:stalin is no number of GND" in result.stderr
    assert snapshot(korea)["authorities/listperson.xml"] == before["authorities/listperson.xml"]
    table.write_text(text.replace(",,,Q855,", ",,118540238,Q855,"), encoding="utf-8")
    result = teicable(*order)
    assert '+        <idno type="GND" resp="#ed1">118540238</idno>' in result.stdout
    assert '<change who="#ed1" when="2026-02-02">identifiers checked: 1 of GND</change>' in result.stdout
    teicable("validate", "korea-1950/authorities")

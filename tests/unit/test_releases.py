"""releases.toml, what changed between two states of a document, and the number in edition.toml."""

import pytest
from lxml import etree

from teicable.edition import imprint, releases, versions
from teicable.edition.releases import Change, Release, Releases, State
from teicable.errors import ManifestError

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc>
<titleStmt><title>One</title></titleStmt>
<editionStmt><edition n="1">Edition 1</edition></editionStmt></fileDesc></teiHeader>
<text n="1"><body><div><p xml:id="p1">The boats left.</p><p xml:id="p2">They came back.</p></div></body></text></TEI>"""


def state(text=TEI):
    return versions.state(etree.fromstring(text))


def release(number, *changes):
    return Release(number, "2026-05-14", "ed1", "Ada “Q” Quill\\", "why", tuple(changes))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("boats", "ships", "words"),
        ("boats", '<choice><sic>boats</sic><corr resp="#ed1">ships</corr></choice>', "words"),
        ("left.", 'left.<note resp="#ed1">In the night.</note>', "words"),
        ("boats", "<name>boats</name>", "markup"),
        ("One", "Two", "header"),
        ('n="1">Edition 1', 'n="2">Edition 2', ""),
        ("</p><p", "</p>\n  <p", ""),
    ],
)
def test_what_changed_is_told(old, new, kind):
    before, after = state(), state(TEI.replace(old, new))
    assert versions.change(before, after) == kind
    assert versions.places(before.blocks, after.blocks) == (("p1",) if kind == "words" else ())


def test_a_block_that_is_gone_is_named_too():
    after = state(TEI.replace('<p xml:id="p2">They came back.</p>', ""))
    assert versions.places(state().blocks, after.blocks) == ("p2",)


def test_the_file_gives_back_what_was_written(tmp_path):
    said = Releases(
        (
            release("1.0.0", Change("a", "new", "A “title” \\ with\x7f", state=state()), Change("b", "new", "B")),
            release("1.1.0", Change("a", "words", "A", ("p1", "p2"), state=State("x", "y", "z", {"": "1", "p1": "2"}))),
            release("2.0.0", Change("a", "withdrawn", "A", why="a forgery"), Change("b", "moved", "B", to="c")),
        )
    )
    path = tmp_path / "releases.toml"
    path.write_bytes(said.format())
    assert releases.read(path) == said
    assert releases.read(tmp_path / "none") == Releases()


@pytest.mark.parametrize("text", ["[[release]]\nnumber = 1", "x =", '[[release]]\nnumber = "1"\ndate = "2026"'])
def test_a_damaged_file_is_refused(tmp_path, text):
    path = tmp_path / "releases.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match="cannot be read"):
        releases.read(path)


def test_a_chain_of_ids_leads_to_the_last():
    said = Releases(
        (
            release("1.0.0", Change("a", "new")),
            release("2.0.0", Change("b", "renamed"), Change("a", "moved", to="b")),
            release("3.0.0", Change("c", "renamed"), Change("b", "moved", to="c")),
        )
    )
    assert said.led("a") == said.led("b") == "c"
    assert set(said.current()) == {"c"}
    assert [(one.last.id, one.had.number) for one in said.gone({"c"})] == [("a", "1.0.0"), ("b", "2.0.0")]
    assert [one.had.number for one in said.gone(())] == ["1.0.0", "2.0.0", "3.0.0"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title = "K"', 'title = "K"\nnumber = "1.0.0"\ndate = "2026-05-14"'),
        ('title = "K"\n# number = "1"', 'title = "K"\ndate = "2026-05-14"\n# number = "1"\nnumber = "1.0.0"'),
        ("title = 'K'\nnumber = '1' # so", 'title = \'K\'\ndate = "2026-05-14"\nnumber = "1.0.0" # so'),
        ('date = 2026-01-01\ntitle = "K"', 'date = "2026-05-14"\ntitle = "K"\nnumber = "1.0.0"'),
    ],
)
def test_the_number_is_written_in_its_place(before, after):
    head, tail = "# said\nformat = 1\n\n[edition]\n", '\n\n[archive] # x\nname = "A"\n'
    made = imprint.stated((head + before + tail).encode(), "1.0.0", "2026-05-14").decode()
    assert sorted(made.splitlines()) == sorted((head + after + tail).splitlines())
    assert [line for line in made.splitlines() if line in (head + before + tail).splitlines()] == [
        line for line in (head + before + tail).splitlines() if line in made.splitlines()
    ]


def test_an_unusual_layout_is_refused():
    with pytest.raises(ManifestError, match="laid out"):
        imprint.stated(b'format = 1\nedition = {title = "K"}\n', "1.0.0", "2026-05-14")

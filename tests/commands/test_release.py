"""teicable release: a number for an edition, what changed in which document, and addresses that do not die."""

import re
import tomllib

import pytest
from lxml import etree, html

FIRST, SECOND, THIRD = (f"cable-1950-01-09-{number}" for number in (17, 18, 19))
EDITOR = '\n[[editor]]\nid = "ed1"\nname = "Ada Quill"\n'
PLAIN = ("--no-book", "--no-epub", "--no-search")
TODAY = "2026-02-02"


@pytest.fixture
def ready(once, place, teicable, another):
    """An edition of three documents, all of them candidates."""

    def candidates():
        teicable("init", "ed", "-q")
        manifest = place / "ed" / "edition.toml"
        manifest.write_text(manifest.read_text(encoding="utf-8") + EDITOR, encoding="utf-8")
        another("b.txt")
        another("c.txt", 19, "six")
        teicable("build", "ed", *PLAIN)
        teicable("status", "ed", "candidate", "--by", "ed1")
        return place / "ed"

    return once(candidates)


@pytest.fixture
def release(teicable):
    def run(number, *more, code=0):
        return teicable("release", "ed", number, "--by", "ed1", *PLAIN, *more, code=code)

    return run


def change(edition, document, old, new):
    path = edition / "tei" / f"{document}.xml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def page(edition, name):
    return html.document_fromstring((edition / "build" / "site" / f"{name}.html").read_text(encoding="utf-8"))


def words(element):
    return " ".join(element.text_content().split())


def revise(edition):
    """Correct a word, mark another, and take a document away."""
    change(edition, FIRST, "three days", '<choice><sic>three</sic><corr resp="#ed1">four</corr></choice> days')
    change(edition, SECOND, "three days", '<hi rend="italic">three</hi> days')
    (edition / "source" / "c.txt").unlink()
    (edition / "tei" / f"{THIRD}.xml").unlink()


def test_a_first_release_is_all_there_is(ready, release, teicable):
    before = (ready / "edition.toml").read_text(encoding="utf-8")
    result = release("1.0.0")
    assert result.stdout.split() == ["new", FIRST, "new", SECOND, "new", THIRD]
    after = (ready / "edition.toml").read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        'number = "1.0.0"',
        f'date = "{TODAY}"',
    ]
    said = tomllib.loads((ready / "releases.toml").read_text(encoding="utf-8"))["release"]
    assert [(one["number"], one["date"], one["by"], one["why"]) for one in said] == [
        ("1.0.0", TODAY, "ed1", "first published")
    ]
    for name in (FIRST, SECOND, THIRD):
        assert '<edition n="1.0.0">' in (ready / "tei" / f"{name}.xml").read_text(encoding="utf-8")
        assert "version 1.0.0" in words(page(ready, name).xpath("//p[@class='citation']")[0])
    assert page(ready, FIRST).xpath(f"//a[@href='versions.html#{FIRST}']")
    assert page(ready, "versions").xpath(f"//li[@id='{FIRST}']/ul/li")[0].text_content() == (
        "1.0.0, 2 February 2026: first published"
    )
    assert "0 documents converted, 0 pages made" in teicable("build", "ed", *PLAIN).stderr


def test_the_next_release_says_what_changed(ready, release, teicable):
    release("1.0.0")
    revise(ready)
    assert "X502" in teicable("build", "ed", *PLAIN).stderr
    assert words(page(ready, THIRD).xpath("//div[@id='page-content']/p[1]")[0]).startswith("Version 1.0.0")
    refused = release("2.0.0", code=1)
    assert "X503" in refused.stderr
    assert f"--withdrawn {THIRD}=REASON" in refused.stderr
    body = re.compile(r"<text\b.*", re.DOTALL)
    before = body.findall((ready / "tei" / f"{FIRST}.xml").read_text(encoding="utf-8"))
    result = release("1.1.0", "--withdrawn", f"{THIRD}=a forgery", "-m", "read again")
    assert "X504" in result.stderr
    assert [line.split(maxsplit=2)[:2] for line in result.stdout.splitlines()] == [
        ["words", "changed"],
        ["markup", "changed"],
        ["withdrawn", THIRD],
    ]
    assert f"{FIRST} (p1)" in result.stdout
    edited = (ready / "tei" / f"{FIRST}.xml").read_text(encoding="utf-8")
    assert '<edition n="1.1.0">Edition 1.1.0</edition>' in edited
    assert body.findall(edited) == before
    teicable("prove", "ed")
    again = teicable("build", "ed", *PLAIN).stderr
    assert "0 pages made" in again
    assert "X206" not in again
    assert "X502" not in again
    told = words(page(ready, "errata").xpath("//section[@aria-labelledby='version-1.1.0']")[0])
    assert "2 February 2026 · Ada Quill · read again" in told
    assert "a forgery" in told
    corrected = page(ready, "errata").xpath("//section[@aria-labelledby='corrections']//li")[0]
    assert words(corrected) == "three → four · Ada Quill · p1"
    assert [words(one) for one in page(ready, "versions").xpath(f"//li[@id='{FIRST}']/ul/li")] == [
        "1.1.0, 2 February 2026: words changed (p1)",
        "1.0.0, 2 February 2026: first published",
    ]


def test_a_withdrawn_document_leaves_a_page_and_nothing_else(ready, release):
    release("1.0.0")
    revise(ready)
    release("2.0.0", "--withdrawn", f"{THIRD}=a forgery")
    stone = page(ready, THIRD)
    said = words(stone.xpath("//main")[0])
    assert "withdrawn with version 2.0.0 (2 February 2026)" in said
    assert "Reason: a forgery" in said
    assert "version 1.0.0" in said
    assert stone.xpath("//meta[@name='robots']/@content") == ["noindex"]
    naming = [path for path in (ready / "build").rglob("*") if path.is_file() and THIRD.encode() in path.read_bytes()]
    assert [path.name for path in naming] == ["errata.html"]


def test_a_document_with_another_id_leaves_a_way_to_it(ready, release, teicable):
    release("1.0.0")
    path = ready / "tei" / f"{THIRD}.xml"
    text = path.read_text(encoding="utf-8").replace(f'xml:id="{THIRD}"', 'xml:id="cable-other"')
    path.rename(path.with_name("cable-other.xml")).write_text(text, encoding="utf-8")
    (ready / "source" / "c.txt").unlink()
    assert "X503" in release("2.0.0", "--moved", f"{THIRD}=cable-nowhere", code=1).stderr
    result = release("2.0.0", "--moved", f"{THIRD}=cable-other")
    assert f"{THIRD} → cable-other" in result.stdout
    way = page(ready, THIRD)
    assert way.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=cable-other.html"]
    assert way.xpath("//link[@rel='canonical']/@href") == ["cable-other.html"]
    assert way.xpath("//main//a/@href") == ["cable-other.html"]


def test_a_number_has_to_come_after_the_last(ready, release):
    release("1.1.0")
    kept = (ready / "releases.toml").read_bytes()
    refused = release("1.0.9", code=1)
    assert "X501 1.0.9 does not come after 1.1.0" in refused.stderr
    assert "1.1.1, 1.2.0 or 2.0.0" in refused.stderr
    assert "three parts" in release("2", code=2).stderr
    assert (ready / "releases.toml").read_bytes() == kept


def test_nothing_is_released_while_there_are_errors(ready, release, snapshot):
    change(ready, FIRST, "three days", "four days")
    before = snapshot(ready / "tei")
    assert "nothing was released" in release("1.0.0", code=1).stderr
    assert not (ready / "releases.toml").exists()
    assert snapshot(ready / "tei") == before


def test_drafts_are_not_released(ready, release, teicable):
    teicable("status", "-e", "ed", SECOND, "draft", "--by", "ed1")
    result = release("1.0.0")
    assert SECOND not in result.stdout
    assert "1 document is not released" in result.stderr
    teicable("status", "-e", "ed", THIRD, "draft", "--by", "ed1")
    assert "is a draft now" in release("1.1.0", code=1).stderr


def test_a_trial_writes_nothing(ready, release, snapshot):
    before = snapshot(ready)
    assert "1.0.0 would be released" in release("1.0.0", "--dry-run").stderr
    assert snapshot(ready) == before


def test_the_package_has_the_account_and_the_page(ready, release, teicable):
    release("1.0.0")
    revise(ready)
    release("2.0.0", "--withdrawn", f"{THIRD}=a forgery")
    manifest = ready / "edition.toml"
    rights = (
        '[licence]\nuri = "https://creativecommons.org/licenses/by/4.0/"\n\n[rights]\ntext = "permitted"\n\n[language]'
    )
    text = manifest.read_text(encoding="utf-8").replace("[language]", rights, 1)
    manifest.write_text(text.replace("# publisher =", "publisher ="), encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    teicable("deposit", "ed", "-o", "package")
    data = ready.parent / "package" / "data"
    assert (data / "edition" / "releases.toml").read_bytes() == (ready / "releases.toml").read_bytes()
    assert b"a forgery" in (data / "site" / f"{THIRD}.html").read_bytes()
    assert "edition/releases.toml" in (data / "README.txt").read_text(encoding="utf-8")


def test_a_header_that_was_never_numbered_gets_its_place(ready):
    from teicable.edition.imprint import stamped

    path = ready / "tei" / f"{FIRST}.xml"
    made = stamped(path.read_bytes(), str(path), "1.0.0", TODAY)
    assert isinstance(made, bytes)
    lines = [line for line in made.splitlines() if line not in path.read_bytes().splitlines()]
    assert [line.strip().decode() for line in lines] == [
        "<editionStmt>",
        '<edition n="1.0.0">Edition 1.0.0</edition>',
        "</editionStmt>",
        f'<date when="{TODAY}">{TODAY}</date>',
    ]
    assert etree.fromstring(made) is not None
    assert stamped(made, str(path), "1.0.0", TODAY) == made

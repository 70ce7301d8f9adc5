"""teicable validate --fix: each typical mistake is repaired in the file, and not a word is touched."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from teicable.commands.repairing import Repairs
from teicable.diagnostics import Diagnostic, Location
from teicable.tei.decode import decode
from teicable.xml.parse import parse
from teicable.xml.places import decoded

HERE = Path(__file__).resolve().parents[1] / "codes" / "mistakes"
CABLE = (HERE / "cable.xml").read_text(encoding="utf-8")
TABLES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.toml"))]
MISTAKES = [mistake for table in TABLES for mistake in table["mistake"] if mistake["code"]]
REPAIRED = [mistake for mistake in MISTAKES if mistake["fix"]]
DANGEROUS = "<TEI><p>a & b</p></TEI>"


def broken(mistake):
    text = CABLE
    for old, new in zip(mistake["change"][::2], mistake["change"][1::2], strict=True):
        text = text.replace(old, new, 1)
    return text.replace("‸", "")


@pytest.fixture
def cable(edition):
    """A cable with its transcript in an edition that knows the persons and places it names."""
    for path in (edition / "tei").glob("*.xml") if (edition / "tei").is_dir() else ():
        path.unlink()
    (edition / "tei").mkdir(exist_ok=True)
    (edition / "source" / "17.txt").write_bytes((HERE / "17.txt").read_bytes())
    return Path("ed/tei/cable.xml")


def codes(stderr):
    lines = [line for line in stderr.splitlines() if line.startswith("ed/")]
    return {line.split()[1] for line in lines}


@pytest.mark.parametrize("mistake", REPAIRED, ids=[mistake["name"] for mistake in REPAIRED])
def test_a_mistake_is_repaired(cable, teicable, mistake):
    data = broken(mistake).encode(mistake.get("encoding", "utf-8"))
    cable.write_bytes(data)
    result = teicable("validate", "--fix", cable, code=None)
    assert re.search(r"fixed [1-3] of ", result.stderr), result.stderr
    assert mistake["code"] not in codes(result.stderr), result.stderr
    # A word that the mistake put into the text is still told.
    assert codes(result.stderr) <= {"F001"}, result.stderr
    assert result.exit_code == (1 if codes(result.stderr) else 0)
    assert result.stdout.startswith(f"--- {cable}\n+++ {cable}\n@@ ")
    before, after = parse(data), parse(cable.read_bytes())
    if not isinstance(before, type(after)) or before.getroot().tag != after.getroot().tag:
        return
    assert words(after) in (words(before), words(parse(CABLE.encode())))
    assert letters(before) == letters(after)


def words(tree):
    return decode(tree.getroot()).text


def letters(tree):
    text = next(tree.getroot().iterchildren("{*}text"))
    return Counter("".join("".join(text.itertext()).split()))


def test_most_mistakes_are_repaired():
    assert len(REPAIRED) >= 0.65 * len(MISTAKES)


def test_what_is_not_safe_is_left(cable, teicable):
    rows = {mistake["name"]: mistake for mistake in MISTAKES}
    text = broken(rows["closed-but-never-opened"])
    cable.write_bytes(text.encode())
    assert teicable("validate", "--fix", cable, code=1).stdout == ""
    assert cable.read_bytes() == text.encode()
    teicable("validate", "--fix", "--unsafe-fixes", cable)
    assert cable.read_text(encoding="utf-8") == CABLE


def test_bytes_of_another_encoding_are_read_where_the_checksum_proves_it(cable, teicable):
    data = CABLE.encode().replace("upakovat’".encode(), b"upakovat\x92")
    cable.write_bytes(data)
    teicable("validate", "--fix", "--unsafe-fixes", cable)
    assert cable.read_text(encoding="utf-8") == CABLE
    cable.write_bytes(data.replace(b"\x92", b"\x93"))
    teicable("validate", "--fix", "--unsafe-fixes", cable, code=1)
    assert b"\x93" in cable.read_bytes()


def test_a_dry_run_writes_nothing(cable, teicable):
    text = CABLE.replace("<salute>", "<salut>").replace("</salute>", "</salut>")
    cable.write_bytes(text.encode())
    result = teicable("validate", "--fix", "--dry-run", cable)
    assert "+          <salute>Dear Comrade Vetrov!</salute>\n" in result.stdout
    assert "would fix 1 of 1 finding in 1 file" in result.stderr
    assert cable.read_bytes() == text.encode()
    assert "go with --fix" in teicable("validate", "--dry-run", cable, code=2).stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_the_rest_of_the_file_is_kept_to_the_byte(cable, teicable, encoding):
    whole = CABLE.replace("\n", "\r\n").replace("UTF-8", encoding[:6].upper()).replace("<p xml:id", "<p   xml:id")
    wrong = whole.replace("<salute>", "<Salute>").replace("</salute>", "</Salute>").replace("<num value", "<num vlaue")
    cable.write_bytes(wrong.encode(encoding))
    result = teicable("validate", "--fix", cable)
    assert "fixed 2 of 2 findings in 1 file" in result.stderr
    assert cable.read_bytes() == whole.encode(encoding)


def test_only_what_is_selected_is_repaired(cable, teicable):
    wrong = CABLE.replace("<num value", "<num vlaue").replace(' xml:id="p4"', "")
    cable.write_bytes(wrong.encode())
    teicable("validate", "--fix", "--select", "G", cable)
    assert cable.read_text(encoding="utf-8") == wrong.replace("vlaue", "value")


def test_several_blocks_get_ids_and_a_language_is_declared_once(cable, teicable):
    wrong = CABLE.replace(' xml:id="p4"', "").replace(' xml:id="i3"', "").replace(' xml:id="i4"', "")
    wrong = wrong.replace('<foreign xml:lang="ru-Latn"', '<foreign xml:lang="pl"').replace("<hi ", '<hi xml:lang="pl" ')
    cable.write_bytes(wrong.encode())
    assert "fixed 5 of 5 findings" in teicable("validate", "--fix", cable).stderr
    text = cable.read_text(encoding="utf-8")
    assert text.count('<language ident="pl">Polish</language>') == 1
    assert text.count("xml:id=") == CABLE.count("xml:id=")


def test_a_report_for_programs_stays_whole(cable, teicable):
    cable.write_bytes(CABLE.replace("<num value", "<num vlaue").encode())
    result = teicable("validate", "--fix", "--output-format", "json", cable)
    assert result.stdout == "[]\n"
    assert result.stderr.startswith("--- ")


def test_a_repaired_file_counts_as_edited(built, teicable):
    (path,) = (built / "tei").glob("*.xml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<p ", "<P ").replace("</p>", "</P>"), encoding="utf-8")
    teicable("validate", "--fix", "ed")
    kept = path.read_bytes()
    assert decoded(kept).count("<p ") == text.count("<p ")
    path.write_bytes(kept.replace(b'cert="medium"', b'cert="low"'))
    teicable("build", "ed", code=None)
    assert b'cert="low"' in path.read_bytes()


def test_a_file_that_nothing_can_help_stays(place, teicable):
    path = place / "x.xml"
    path.write_bytes(b"\xff\xfe<")
    teicable("validate", "--fix", "--unsafe-fixes", path, code=1)
    assert path.read_bytes() == b"\xff\xfe<"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            '<change who="#teicable" when="2026-01-15">converted</change>\n      '
            '<change who="#ed1" when="2026-02-02">checked</change>\n',
            '<change who="#teicable" when="2026-01-15">converted</change>\n      '
            '<change who="#ed1" when="2026-02-02">checked</change>\n      '
            '<change who="#ed1" when="2026-02-01">looked through</change>\n',
        ),
        ('<prefixDef ident="place" ', '<prefixDef ident="spot" '),
        ('<hi rend="letterspaced">', '<hi rend="letterspaced run-on">'),
    ],
    ids=["order of changes", "prefix", "run-on"],
)
def test_what_a_rule_finds_is_repaired(cable, teicable, right, wrong):
    assert right in CABLE
    cable.write_bytes(CABLE.replace(right, wrong).encode())
    assert "checked 1 file: nothing to report" in teicable("validate", "--fix", cable).stderr


def test_an_end_tag_in_capitals_is_no_reason_to_end_a_paragraph_twice(cable, teicable):
    cable.write_bytes(CABLE.replace("fair.</p>", "fair.</P>").replace('<p xml:id="p3"', '<P xml:id="p3"').encode())
    teicable("validate", "--fix", cable)
    assert cable.read_text(encoding="utf-8") == CABLE


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("fair.</p>", "fair./p>"),
        ("fair.</p>", "fair.</'p>"),
        ('<num value="2">two</num>', '<num v>alue="2">two</num>'),
        ("<label>2.</label>", '<"label>2.</label>'),
        ("<head>Copies:</head>", "<head>Copies:/head>"),
    ],
)
def test_what_is_left_of_a_tag_does_not_become_words(cable, teicable, right, wrong):
    """A file that nobody could read is not made readable by taking a broken tag for text."""
    assert right in CABLE
    text = CABLE.replace(right, wrong)
    cable.write_bytes(text.encode())
    teicable("validate", "--fix", cable, code=1)
    assert cable.read_bytes() == text.encode()


@pytest.mark.parametrize(
    "names",
    [
        ("less-than", "corpus-as-root", "id-with-a-blank"),
        ("wrong-namespace", "double-hyphen-in-comment", "paragraph-without-id"),
        ("document-type", "misspelt-type", "closed-under-another-name"),
        ("angle-brackets-of-the-source", "html-span", "date-with-one-digit"),
        ("local-instead-of-authority", "attributes-without-blank", "html-heading", "date-in-words", "misspelt-block"),
    ],
    ids=" ".join,
)
def test_several_mistakes_in_a_file_are_repaired(cable, teicable, names):
    rows = {mistake["name"]: mistake for mistake in MISTAKES}
    cable.write_bytes(broken({"change": [one for name in names for one in rows[name]["change"]]}).encode())
    result = teicable("validate", "--fix", cable, code=None)
    assert codes(result.stderr) <= {"F001"}, result.stderr


def test_the_files_counted_are_those_that_were_changed():
    wrong = [Diagnostic("G103", "no attribute", Location(name)) for name in ("a.xml", "b.xml")]
    repairs = Repairs(lambda: None, lambda code: True, fixed=wrong[:1])
    assert repairs.summary(wrong[1:]) == "fixed 1 of 2 findings in 1 file"

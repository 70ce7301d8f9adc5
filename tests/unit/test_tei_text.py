"""From claims to TEI and back: blocks, inline elements, delimiters, and the words of editors."""

import re

import pytest

from teicable.model.source import canonical, source_text
from teicable.tei.decode import decode
from teicable.tei.delimiters import Renditions, characters_of, css
from teicable.tei.proof import difference
from teicable.xml.parse import parse

TEXT = "The river commission has asked for three boats and the people will come tomorrow."
CABLE = (
    "14 May 1950\nCable, Orlen to Belsky\nTOP SECRET\nFrom Veltava.Sent 31.8.50 11:32\n"
    f"Convey the following:\n“Comrade Belsky!\n{TEXT}\nGromov [Orlen].”\n"
    f"1. {TEXT}\n2. {TEXT} [ illegible ] [[Two]] wag-\nons & <more>.\nG R O M O V\n"
    "5 copies\n1. Comr. Orlen\n2. Comr. Belsky\nAuthor(s):\n"
)


def back(tei: str) -> str:
    tree = parse(tei.encode())
    return decode(tree.getroot()).text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words",
    [
        CABLE,
        f"TOP SECRET\n{TEXT}\nNEMO\n[Translator’s note: Distribution list: Orlen (2), Nemo, file.]\n",
        f"{TEXT}\n",
        f"\n\n {TEXT}\n\n\t{TEXT}",
        f"x/KPA [Korean People’s Army]. {TEXT}",
        f"{TEXT}\nSOVIET AMBASSADORSent 03:15\n{TEXT}",
        f"TOP SECRET\n— — —\n{TEXT}\n*****\n{TEXT}\n***\nORLEN",
        f"Convey the following:\n„Comrade Belsky! {TEXT}“\nORLEN",
        "TOP SECRET\nORLEN\n",
        "]]> & < > \" ' “ ” [ ] ( )",
        f"{TEXT} [ 1 word illegible ] and [ … ] so[ sic ].",
        f"{TEXT}\nCopies: Orlen (2),Belsky;Nemo\n",
        f"1. {TEXT}\n2.{TEXT}\nORLEN",
    ],
)
def test_the_source_comes_back(converted, words):
    assert back(converted(words)) == canonical(source_text("t.txt", words).text)


@pytest.mark.parametrize(
    ("words", "tei"),
    [
        (
            "Gromov [Orlen]",
            r'<persName type="pseudo" ref="person:orlen"[^>]*>Gromov</persName> <note [^>]*type="identity"',
        ),
        ("c[omrade] Nemo", r"<expan [^>]*>c<ex [^>]*>omrade</ex></expan> <persName[^>]*>Nemo"),
        (
            "KPA [Korean People’s Army]",
            r"<choice><abbr [^>]*><orgName [^>]*>KPA</orgName></abbr>"
            r"<expan [^>]*><orgName [^>]*>Korean People’s Army</orgName></expan></choice>",
        ),
        ("Gorgarin [sic]", r'<sic [^>]*>Gorgarin</sic> <note [^>]*type="sic"[^>]*>sic</note>'),
        (
            "[1 word illegible]",
            r'<gap reason="illegible"[^>]*unit="word"[^>]*quantity="1"[^>]*><desc>1 word illegible</desc></gap>',
        ),
        ("[Page 3]", r'<pb n="3"[^>]*/><fw type="pageNum"[^>]*rendition="#lsqb #rsqb"[^>]*>Page 3</fw>'),
        ("wag-\nons", r'wag<lb break="no" rendition="#hyphen"[^>]*/>ons'),
        ("[[Two]] Four", r'<del [^>]*rendition="#ldsqb #rdsqb"[^>]*>Two</del> Four'),
    ],
)
def test_inline_forms(converted, words, tei):
    written = re.sub(r"\s+", " ", converted(f"{TEXT} It is {words} there."))
    assert re.search(tei, written), written


def test_a_cell_glued_to_the_one_before_it_is_marked(converted):
    assert 'rend="run-on"' in converted(f"From Veltava.Sent 31.8.50 11:32\n{TEXT}\nORLEN")
    assert 'rend="run-on"' not in converted(f"From Veltava\nSent 31.8.50 11:32\n{TEXT}\nORLEN")


def test_words_of_an_editor_are_not_words_of_the_source(converted):
    tei = converted(f"{TEXT}\nORLEN")
    edited = tei.replace("three boats", '<choice><sic>three</sic><corr resp="#ed1">four</corr></choice> boats')
    edited = edited.replace("tomorrow.", 'tomorrow.<note resp="#ed1">In fact they never came.</note>')
    assert edited != tei
    assert back(edited) == back(tei)


@pytest.mark.parametrize("answer", ["#translator", "#archive", ""])
def test_words_of_others_are(converted, answer):
    tei = converted(f"{TEXT}\nORLEN")
    assert back(tei.replace("tomorrow.", f'tomorrow.<note resp="{answer}">Never.</note>')) != back(tei)


def test_a_changed_word_shows(converted):
    tei = converted(f"{TEXT}\nORLEN")
    found = difference(back(tei.replace("three boats", "four boats")), f"{TEXT}\nORLEN")
    assert found is not None
    assert ("three boats" in found.message, "four boats" in found.message) == (True, True)
    assert TEXT[found.offset : found.offset + 5] == "three"


@pytest.mark.parametrize(
    ("decoded", "source", "offset"), [("a b", "a\n\n c", 4), ("a", "a b", 1), ("a b c", "a b", 3), ("", "a", 0)]
)
def test_the_place_of_a_difference(decoded, source, offset):
    found = difference(decoded, source)
    assert found is not None
    assert found.offset == offset


def test_white_space_is_no_difference():
    assert difference("a b", " a\n\tb ") is None


@pytest.mark.parametrize("characters", ["[", "“", '"', "\\", "«", "[[", "— — —", "é1", "“A", "…", "​"])
def test_delimiters_survive_as_css(characters):
    assert characters_of(css(characters)) == characters


def test_each_delimiter_is_declared_once():
    renditions = Renditions()
    assert renditions.left("[") == renditions.left("[") == "#lsqb"
    assert renditions.right("]") == "#rsqb"
    assert renditions.left("‹").startswith("#before-")
    assert len(renditions.declared) == 3


def test_rules_drawn_alike_share_a_rendition():
    renditions = Renditions()
    assert renditions.rule("***") == renditions.rule("***") != renditions.rule("---")


def test_every_block_has_an_address_and_none_is_given_twice(converted):
    tei = converted(CABLE)
    ids = re.findall(r'xml:id="([^"]+)"', tei)
    assert len(ids) == len(set(ids))
    assert all(
        'xml:id="' in block for block in re.findall(r"<(?:p|item|floatingText)\b[^>]*>", tei.split("<text n=")[1])
    )


def test_brackets_and_dash_beside_a_marking_are_no_part_of_it(converted):
    made = converted(
        f"(Secret) (Urgent)\nTop Secret – Immediate\n{'The boats will come to the town tomorrow. ' * 3}\nORLEN"
    )
    assert 'rendition="#lpar #rpar"' in made
    assert ">Secret</seg>" in made
    assert ">Urgent</seg>" in made
    assert ">Top Secret</seg>" in made
    assert ">Immediate</seg>" in made

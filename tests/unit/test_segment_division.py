"""Two whole cables on one page, and what only looks so."""

import pytest

from teicable.conversion import Context, convert
from teicable.model.source import canonical, shared, source_text
from teicable.segment import division, transcript
from teicable.tei.decode import decode
from teicable.vocabularies import shipped
from teicable.xml.parse import parse

PAGE = "April 16, 1957\nTelegrams between Orlen and Belsky on the Ferry\n"
ONE = """\
Secret
Ciphered Telegram No. 415
From KARSA, 16.IV.57, 12:00
To Comrade BELSKY
The director of the railway board asked me whether we would object to the ferry being extended by one call.
I request instructions.
ORLEN
Copies: Belsky, Tarn
"""
TWO = """\
Top Secret
URGENT
Ciphered Telegram No. 229
Sent 20.IV.57 at 23:15
KARSA, SOVIET AMBASSADOR
To your No. 415. Tell him that we have no objection and that the call should be tried in the summer.
BELSKY
Copies: Orlen, Tarn
"""
RULE = "\n* * * * *\n\n"
TAIL = "The telegrams speak of the ferry and of the people who want it.\nAuthor(s):\nAssociated Places\nRights\n"


@pytest.fixture
def parts(known):
    def read(text: str) -> list[str]:
        divided = division.divide(transcript.read(source_text("t.txt", text), shipped(), known))
        return [part.source.text for part in divided.parts]

    return read


def test_two_whole_cables_are_two(parts):
    assert parts(PAGE + ONE + RULE + TWO + TAIL) == [PAGE + ONE + RULE + TAIL, TWO]


def test_words_below_the_last_are_the_pages(parts):
    tail = (
        "The war minister of the time sends the adviser a telegram on the supply of the troops and asks for a check.\n"
    )
    assert parts(PAGE + ONE + RULE + TWO + tail) == [PAGE + ONE + RULE + tail, TWO]


def test_without_a_rule_between_them(parts):
    assert parts(ONE + "\n" + TWO) == [ONE + "\n", TWO]


def test_three(parts):
    third = TWO.replace("229", "230").replace("To your No. 415. ", "")
    assert parts(ONE + TWO + third) == [ONE, TWO, third]


def test_a_shelfmark_below_a_cable_is_its_own(parts):
    one, two = ("AVP RF, f. 021, op. 11, p. 8, d. 33, l. 5\n", "AVP RF, f. 021, op. 11, p. 8, d. 33, l. 6\n")
    assert parts(PAGE + ONE + one + RULE + TWO + two + TAIL) == [PAGE + ONE + one + RULE + TAIL, TWO + two]


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        ONE + TAIL,
        "Decision\nApprove the attached answer to the ambassador and send it to him at once.\nTARN\n" + TWO,
        ONE.replace("ORLEN\n", "The text of the answer that was sent to me stands here:\nORLEN\n") + TWO,
        ONE + "Draft\n" + TWO.replace("Ciphered Telegram", "Draft telegram"),
        ONE.replace("ORLEN\nCopies: Belsky, Tarn\n", "") + TWO,
        ONE.replace("The director", "“The director") + TWO.replace("BELSKY\nCopies", "BELSKY”\nCopies"),
        "Comrade Belsky!\nI am sending you the telegram that came from the people of Karsa in the night.\nTARN\n" + TWO,
        ONE + "Ciphered Telegram No. 229\nTARN\n",
        ONE + "Appendix\n" + TWO,
    ],
)
def test_what_stays_one(parts, text):
    assert len(parts(text)) == 1


def test_each_file_proves_its_own_lines_and_all_lines_are_proved(known):
    text = PAGE + ONE + RULE + TWO + TAIL
    result = convert("t.txt", text.encode(), Context(authorities=known))
    assert [d.code for d in result.diagnostics].count("S107") == 1
    assert list(result.files) == ["cable-1957-04-16-415", "cable-1957-04-20-229"]
    trees = [parse(tei, "t") for tei in result.files.values()]
    first, second = (decode(tree.getroot()).text for tree in trees)
    assert (first, second) == (canonical(PAGE + ONE + RULE + TAIL), canonical(TWO))
    source = source_text("t.txt", text)
    assert [canonical(shared(source, lines).text) for lines in ("1-13 22-25", "14-21")] == [first, second]
    for tei, lines in zip(result.files.values(), ("1-13 22-25", "14-21"), strict=True):
        assert f'<idno type="lines">{lines}</idno>' in tei.decode()
    one, two = (tei.decode() for tei in result.files.values())
    assert '<ref type="next" target="cable-1957-04-20-229.xml" resp="#teicable">' in one
    assert '<ref type="prev" target="cable-1957-04-16-415.xml" resp="#teicable">' in two


def test_lines_of_a_share_know_where_they_stand(known):
    divided = division.divide(
        transcript.read(source_text("t.txt", "\ufeff" + ONE + "x\u00ady\r\n" + TWO), shipped(), known)
    )
    second = divided.parts[-1].source
    assert second.location(second.text.index("URGENT")).line == ONE.count("\n") + 3
    assert second.location(second.text.index("Telegram")).column == 10


def test_cables_with_one_number_get_two_ids(known):
    result = convert("t.txt", (ONE + ONE).encode(), Context(authorities=known))
    assert list(result.files) == ["cable-1957-04-16-415", "cable-1957-04-16-415-b"]

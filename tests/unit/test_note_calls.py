"""Calls of notes: raised, in brackets or as a link, and what stands before them is read as without them."""

import pytest

from teicable.conversion import Context, convert
from teicable.model.source import canonical
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.tei.mixed import TEI, get
from teicable.xml.parse import parse

WAYS = {
    "raised": ("<sup>{}</sup>", "<sup>{}</sup> "),
    "raised, in brackets": ("<sup>[{}]</sup>", "[{}] "),
    "in brackets": ("[{}]", "[{}] "),
    "a link": ('<a href="#fn{0}">{0}</a>', '<a href="#fnref{0}">{0}</a> '),
    "glued": ("{}", "{}. "),
}


def page(call: str, mark: str) -> bytes:
    calls = [call.format(number) for number in range(1, 4)]
    marks = [mark.format(number) for number in range(1, 4)]
    return f"""<html><body><p>SECRET</p><p>CIPHERED TELEGRAM No. 318</p><p>To Comrade YELAGIN{calls[0]}</p>
<p>I report that the bridge at Sinuiju stands again.{calls[1]} It carries one track.</p><p>STEPANOV{calls[2]}</p><hr>
<p>{marks[0]}Deputy minister of transport.</p><p>{marks[1]}See document 4.</p><p>{marks[2]}Head of the mission.</p>
</body></html>""".encode()


@pytest.mark.parametrize(("call", "mark"), WAYS.values(), ids=WAYS)
def test_calls_are_tied_to_their_notes(call, mark):
    data = page(call, mark)
    done = convert("a.html", data, Context())
    assert not [found for found in done.diagnostics if found.code.startswith("S")]
    ((_, tei),) = done.files.items()
    root = parse(tei).getroot()
    text = root.find(f"{{{TEI}}}text")
    assert [get(ref, "target") for ref in text.iter(f"{{{TEI}}}ref")] == ["#n1", "#n2", "#n3"]
    assert [get(note, "xml:id") for note in text.iter(f"{{{TEI}}}note")] == ["n1", "n2", "n3"]
    assert ["".join(name.itertext()) for name in text.iter(f"{{{TEI}}}persName")] == ["YELAGIN", "STEPANOV"]
    assert text.find(f".//{{{TEI}}}signed") is not None
    assert decode(root).text == canonical(read("a.html", data).text)


def test_a_raised_digit_after_a_number_calls_and_none_else_does():
    words = "<p>It has 60<sup>1</sup> wagons, of which 1 burned; see part1 of my report.</p>"
    data = f"<html><body><p>SECRET</p>{words}<p>ORLOV</p><p><sup>1</sup> Not clear.</p></body></html>".encode()
    ((_, tei),) = convert("a.html", data, Context()).files.items()
    (call,) = parse(tei).getroot().find(f"{{{TEI}}}text").iter(f"{{{TEI}}}ref")
    assert call.tail.startswith(" wagons")

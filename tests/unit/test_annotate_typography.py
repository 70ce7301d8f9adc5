"""Words that the file sets off: marked inside a paragraph, never at the cost of another claim or of a character."""

import pytest

from teicable import conversion
from teicable.model.source import canonical
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.tei.mixed import TEI
from teicable.xml.parse import parse

PAGE = "<html><body><p>SECRET</p><p>To Comrade YELAGIN</p>{}<p>ARKADIN</p></body></html>"


def found(words: str, name: str = "hi") -> list[str]:
    data = PAGE.format(words).encode()
    ((_, tei),) = conversion.convert("a.html", data, conversion.Context()).files.items()
    root = parse(tei).getroot()
    assert decode(root).text == canonical(read("a.html", data).text)
    cable = root.find(f"{{{TEI}}}text")
    return [f"{e.get('rend') or ''} {''.join(e.itertext())}".strip() for e in cable.iter(f"{{{TEI}}}{name}")]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("<p>The rails have <i>not</i> come yet.</p>", ["italic not"]),
        ("<p>The rails have <u>not</u> <b>come</b> yet.</p>", ["underlined not", "bold come"]),
        ("<p>The rails <b><i>have not</i></b> come.</p>", ["bold italic have not"]),
        ("<p>The rails <em>have </em><em>not</em> come.</p>", ["italic have not"]),
        ("<p>The yard has twenty km<sup>2</sup> of ice.</p>", ["superscript 2"]),
        # The layout of the page, the habit of a word processor, a mark alone.
        ("<p><b>The rails have not come.</b></p>", []),
        ("<p>They come on the 14<sup>th</sup> of May.</p>", []),
        ("<p>The rails<b>,</b> have not come.</p>", []),
        # Words of the original stand in italics anyway.
        ("<p>The locomotive depot [<i>parovoznoe depo</i>] has burned down.</p>", []),
        ("<p>The locomotive depot <i>[parovoznoe depo]</i> has burned down.</p>", []),
    ],
)
def test_what_is_set_off(words, marked):
    assert found(words) == marked


def test_it_is_divided_where_a_name_begins():
    words = "<p>I told <i>the minister of Comrade Stepan</i> Yelagin of it.</p>"
    assert found(words) == ["italic the minister of Comrade", "italic Stepan"]
    assert "Stepan Yelagin" in found(words, "persName")


def test_two_paragraphs_in_italics_each_have_their_own():
    words = "<p>The rails <i>have come.</i></p><p><i>They were</i> too short for the bridge.</p>"
    assert found(words) == ["italic have come.", "italic They were"]

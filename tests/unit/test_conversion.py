"""The one task: total, pure, picklable, faithful."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teicable.authorities import Authorities
from teicable.conversion import Context, convert
from teicable.diagnostics import Severity
from teicable.model.declaration import Assignment, Declaration
from teicable.validation import grammar

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


def codes(data: bytes, context: Context | None = None) -> list[str]:
    return [found.code for found in convert("t.txt", data, context or Context()).diagnostics]


def test_a_file_over_the_limit_is_refused_unread():
    done = convert("t.txt", b"\xff" * 11, Context(max_size=10))
    assert [found.code for found in done.diagnostics] == ["R004"]
    assert not done.files


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "R003"), (b"\xff", "R002"), (b"%PDF-1.7", "R008"), (b"{\\rtf1", "R001")]
)
def test_a_refusal_makes_no_file(data, code):
    done = convert("t.txt", data, Context())
    assert ([found.code for found in done.diagnostics], dict(done.files)) == ([code], {})


def test_invisible_characters_are_reported():
    assert "R005" in codes(f"{TEXT} tele\u00adgram".encode())
    assert "R005" not in codes(TEXT.encode())


@pytest.mark.parametrize(
    ("source", "id"),
    [
        (f"14 May 1950\nCable, A to B\nIssuing No. 8600\n{TEXT}\nORLEN", "cable-1950-05-14-8600"),
        (f"CIPHERED TELEGRAM No. 7/sh\n{TEXT}\nORLEN", "cable-undated-7-sh"),
    ],
)
def test_the_id_is_made_of_date_and_number(source, id):
    assert list(convert("t.txt", source.encode(), Context()).files) == [id]


def test_without_number_the_text_decides():
    one, other, same = (
        next(iter(convert("t.txt", s.encode(), Context()).files)) for s in (TEXT, TEXT + " x", TEXT + "\n")
    )
    assert one == same != other
    assert one.startswith("cable-undated-")


def test_an_assigned_id_stays():
    context = Context(assignment=Assignment("cable-7", "2020-01-02"))
    done = convert("t.txt", TEXT.encode(), context)
    assert list(done.files) == ["cable-7"]
    assert b'when="2020-01-02"' in done.files["cable-7"]


def test_the_digest_covers_all_that_a_result_depends_on():
    context = Context()
    others = [
        replace(context, encoding="latin-1"),
        replace(context, max_size=1),
        replace(context, authorities=Authorities(digest="x")),
        replace(context, declaration=Declaration(title="x")),
        replace(context, assignment=Assignment("x")),
    ]
    assert len({one.digest for one in [context, *others]}) == len(others) + 1


def test_a_conversion_can_go_to_another_process():
    done = convert("t.txt", TEXT.encode(), Context())
    again = pickle.loads(pickle.dumps(done))
    assert (dict(again.files), again.diagnostics) == (dict(done.files), done.diagnostics)


def test_stages_on_request_only():
    assert not convert("t.txt", TEXT.encode(), Context()).stages
    stages = convert("t.txt", TEXT.encode(), Context(), stages=True).stages
    assert stages["1-source.txt"] == TEXT
    assert "\tparagraph\t" in stages["2-zones.tsv"]


def test_too_much_to_mark_is_converted_without_marks():
    done = convert("t.txt", b"The boats [and] " * 60_000, Context())
    assert {found.code for found in done.diagnostics} == {"A006", "S105"}
    assert all(b"<supplied" not in data for data in done.files.values())


FORMS = (
    'Gromov|[Orlen]|(Orlen)|\n|\n\n|“|”|"|«|[|]|[[|]]|(|)|Comrade Nemo!|Convey the following:|TOP SECRET|1. |2.|3. |'
    "Copies: A (2), B|5 copies|G R O M O V|14 May 1950|Sent 5:30|13.7.50|[1950]|April 16 [17]|"
    "KPA [Korean People’s Army]|c[omrade]|[sic]|[?]|[p. 3]|[ illegible ]|wag-\nons|***|Special no. 550|Author(s):|"
    "Source|[stamp: x]|&|<|]]>|\t| |.|SOVIET AMBASSADORSent 03:15|113|"
    "\u00a0|\u00ad|e\u0301|\x0c|[and|[North] Korea|The boats of the people have come."
)
SOUP = st.lists(st.sampled_from(FORMS.split("|")), max_size=14)


@given(SOUP, st.sampled_from(["", " ", "\n"]))
def test_no_mixture_of_forms_stops_a_conversion_or_loses_a_word(parts, glue):
    done = convert("t.txt", glue.join(parts).encode(), Context())
    errors = [found.code for found in done.diagnostics if found.severity is Severity.ERROR]
    assert errors in ([], ["R003"])


@given(st.binary(max_size=80))
def test_any_bytes_are_converted_or_refused(data):
    done = convert("t.txt", data, Context())
    refused = any(found.severity is Severity.ERROR for found in done.diagnostics)
    assert bool(done.files) != refused


def test_a_shelfmark_read_on_weak_grounds_is_reported():
    source = "The boats have come to the river.\nORLEN\nDocument Information\nSource\nVeltava River Archive, box 3\n"
    found = [d for d in convert("t.txt", source.encode(), Context()).diagnostics if d.code == "S106"]
    assert [(d.location.line, "Veltava River Archive" in d.message) for d in found] == [(5, True)]


def test_a_paragraph_of_a_million_characters_is_converted_without_marks():
    done = convert("t.txt", b"Mao Zedong asked for the boats and the men of the river. " * 18_000, Context())
    assert {found.code for found in done.diagnostics} == {"A006", "S105"}
    assert all(b"<persName" not in data.partition(b"<body>")[2] for data in done.files.values())


def test_a_quotation_mark_alone_on_its_line_stays_a_character():
    text = "To Comrade Vetrov.\n\n“\nThe delegation has arrived.\nIt will stay for three days.\n”\n\nORLOV\n"
    result = convert("a.txt", text.encode(), Context())
    (tei,) = result.files.values()
    assert "“" in tei.decode()
    assert not [one for one in result.diagnostics if one.code == "F001"]


def test_a_name_does_not_part_supplied_letters_from_the_word_they_complete():
    source = "No. 5\n\nTo Comrade ORLOV\n\nOn August 13, Comrade[Nicolae]Gavrilescu was invited to dinner.\n\nARKADIN\n"
    ((_, tei),) = convert("a.txt", source.encode(), Context()).files.items()
    tree = etree.ElementTree(etree.fromstring(tei))
    assert grammar.check(tree, "a.xml") == []
    assert not tree.findall(".//{*}expan//{*}persName")


@pytest.mark.parametrize("blank", ["", " "])
def test_a_note_that_is_nothing_but_a_date_keeps_its_number_where_it_stood(blank):
    source = f"No. 5\n\nTo Comrade ORLOV\n\nThe boats came here1 .\n\nARKADIN\n[1]{blank}April 12, 1957\n"
    result = convert("a.txt", source.encode(), Context())
    assert "F001" not in {found.code for found in result.diagnostics}
    ((_, tei),) = result.files.items()
    label = etree.fromstring(tei).find(".//{*}note/{*}label")
    assert (label.tail, label.getnext().tag) == (blank or None, "{http://www.tei-c.org/ns/1.0}date")


def test_a_list_glued_to_the_words_before_it_stays_glued():
    note = "[Translator’s note:Distribution for this cable is as follows: Stalin (2), Molotov, Zhdanov.]"
    result = convert("a.txt", f"No. 5\n\nTo Comrade ORLOV\n\nThe boats came.\n\nARKADIN\n{note}\n".encode(), Context())
    assert "F001" not in {found.code for found in result.diagnostics}
    ((_, tei),) = result.files.items()
    assert etree.fromstring(tei).findall(".//{*}list/{*}head[@rend='run-on']")


@pytest.mark.parametrize("blank", ["", " "])
def test_what_cannot_be_read_behind_a_list_of_recipients_stands_where_it_stood(blank):
    source = (
        f"No. 5\n\nTo Comrade ORLOV\n\nThe boats came.\n\nARKADIN\n\nCopies: Stalin (2), Molotov,{blank}[…]\nBulganin\n"
    )
    result = convert("a.txt", source.encode(), Context())
    assert result.files
    assert "F001" not in {found.code for found in result.diagnostics}

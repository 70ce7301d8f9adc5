"""Who held an office, there and then, is proposed and never written."""

import pytest

from teicable import authorities
from teicable.authorities import Office
from teicable.conversion import Context, convert
from teicable.model.decision import Decision, Subject, Verdict
from teicable.model.declaration import Assignment
from teicable.model.quotation import Quote

CABLE = """CIPHERED TELEGRAM No. 311

{to}

{date}

The delegation leaves tomorrow. Receive it and report.

ORLEN
"""
OFFICE = '<affiliation ref="place:{}" {}><roleName>{}</roleName></affiliation>'
LISTS = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>
<listPerson>
  <person xml:id="belsky"><persName type="main">Anton Belsky</persName>
    {OFFICE.format("veltava", 'notBefore="1949-10" notAfter="1950-06-30"', "ambassador of the USSR")}
  </person>
  <person xml:id="tarn"><persName type="main">Josef Tarn</persName>
    {OFFICE.format("veltava", 'notBefore="1950-06-30" notAfter="1952"', "Soviet Ambassador")}
    {OFFICE.format("karsa", "", "Soviet Ambassador")}
  </person>
</listPerson>
<listPlace><place xml:id="veltava"><placeName type="main">Veltava</placeName></place>
<place xml:id="karsa"><placeName type="main">Karsa</placeName></place></listPlace></standOff></TEI>"""


def proposed(date: str, to: str = "VELTAVA\n\nSOVIET AMBASSADOR") -> str:
    known, _ = authorities.read({"lists.xml": LISTS.encode()})
    result = convert("a.txt", CABLE.format(date=date, to=to).encode(), Context(authorities=known))
    return " ".join(d.message for d in result.diagnostics if d.code == "A010")


@pytest.mark.parametrize(
    ("date", "who"),
    [
        ("14 May 1950", ["person:belsky"]),
        ("30 June 1950", ["person:belsky", "person:tarn"]),
        ("31 December 1952", ["person:tarn"]),
        ("1 January 1953", []),
        ("30 September 1949", []),
    ],
)
def test_office_place_and_time_must_fit(date, who):
    told = proposed(date)
    assert [key for key in ("person:belsky", "person:tarn") if key in told] == who


def test_an_office_elsewhere_or_without_time_is_nobodys():
    assert proposed("14 May 1950", "KARSA\n\nSOVIET AMBASSADOR") == ""


def test_nothing_is_written_into_the_file():
    known, _ = authorities.read({"lists.xml": LISTS.encode()})
    result = convert(
        "a.txt",
        CABLE.format(date="14 May 1950", to="VELTAVA\n\nSOVIET AMBASSADOR").encode(),
        Context(authorities=known),
    )
    assert b"person:belsky" not in next(iter(result.files.values()))


@pytest.mark.parametrize(
    ("date", "held"),
    [("1950-05-14", True), ("1949-10-01", True), ("1949-09-30", False), ("1950-07-01", False), ("", False)],
)
def test_an_office_has_two_ends(date, held):
    assert Office("ambassador", (), "1949-10", "1950-06-30").held(date) is held
    assert Office("ambassador").held(date) is False


@pytest.mark.parametrize(("verdict", "replacement", "ref"), [
    ("accept", "", ' ref="person:belsky" resp="#ed1"'),
    ("replace", "ref=person:tarn", ' ref="person:tarn" resp="#ed1"'),
    ("reject", "", ""),
])  # fmt: skip
def test_an_editor_says_who_it_was(verdict, replacement, ref):
    known, _ = authorities.read({"lists.xml": LISTS.encode()})
    about = Subject("A010", "ref=person:belsky", Quote("SOVIET AMBASSADOR", "VELTAVA ", " 14 May"))
    decisions = {"c": (Decision(Verdict(verdict), about, replacement, "ed1"),)}
    context = Context(authorities=known, assignment=Assignment("c"), decisions=decisions)
    cable = CABLE.format(date="14 May 1950", to="VELTAVA\n\nSOVIET AMBASSADOR").encode()
    result = convert("a.txt", cable, context)
    assert not [d for d in result.diagnostics if d.code == "A010" and not d.decided]
    assert f"<persName{ref}><roleName>" in result.files["c"].decode().partition('type="received"')[2]

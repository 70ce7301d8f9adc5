"""What editors decided is applied at every conversion, whatever else has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from teicable import authorities
from teicable.conversion import Context, Conversion, convert
from teicable.model.decision import Decision, Subject, Verdict
from teicable.model.declaration import Assignment
from teicable.model.quotation import Quotable
from teicable.model.span import Span

SOURCE = """CIPHERED TELEGRAM No. 3305

From Peking. Sent 14.5.50 11:32

EA-10 / 44 xx

TO FILIPPOV

I report that Filippov [Stalin] spoke with Zhou Enlai at the Liangtse bridge. He said [tak i tak] of Orlov
and of Orlov again, and that the comrades in Andong wait.

ROSHCHIN
"""
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="stalin"><persName type="main">Stalin</persName><persName type="pseudo">Filippov</persName></person>
<person xml:id="zhou"><persName type="main">Zhou Enlai</persName></person>
<person xml:id="orlov-p"><persName type="main">Pavel Orlov</persName><persName type="variant">Orlov</persName></person>
<person xml:id="orlov-i"><persName type="main">Ivan Orlov</persName><persName type="variant">Orlov</persName></person>
</listPerson></standOff></TEI>"""
PLACES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPlace>
<place xml:id="beijing"><placeName type="main">Beijing</placeName><placeName type="variant">Peking</placeName></place>
<place xml:id="liangtse"><placeName type="main">Liangtse</placeName></place>
</listPlace></standOff></TEI>"""


def known(persons: str = PERSONS, places: str = PLACES):
    return authorities.read({"listperson.xml": persons.encode(), "listplace.xml": places.encode()})[0]


def subject(claim: str, value: str, words: str, number: int = 0, source: str = SOURCE) -> Subject:
    start = -1
    for _ in range(number + 1):
        start = source.index(words, start + 1)
    return Subject(claim, value, Quotable(source).quote(Span(start, start + len(words))))


def decided(verdict: str, about: Subject, replacement: str = "") -> Decision:
    return Decision(Verdict(verdict), about, replacement, "ed1", "2026-11-22")


def converted(*decisions: Decision, source: str = SOURCE, **context: object) -> tuple[Conversion, str]:
    base = Context(authorities=known(), assignment=Assignment("cable-1"), decisions={"cable-1": decisions})
    result = convert("x.txt", source.encode(), replace(base, **context))
    return result, result.files["cable-1"].decode().partition("\n  <text")[2]


def codes(result: Conversion, *, decided: bool = False) -> list[str]:
    return [d.code for d in result.diagnostics if bool(d.decided) is decided]


FILIPPOV = subject("persName", "type=pseudo ref=person:stalin", "Filippov")


class TestAccept:
    def test_the_claim_stands_without_a_trace_of_the_machine(self):
        _, tei = converted(decided("accept", FILIPPOV))
        assert '<persName type="pseudo" ref="person:stalin">Filippov</persName>' in tei

    def test_it_stands_where_no_rule_would_make_it_any_more(self):
        without = known(PERSONS.replace('<persName type="pseudo">Filippov</persName>', ""))
        _, tei = converted(decided("accept", FILIPPOV), authorities=without)
        assert '<persName type="pseudo" ref="person:stalin">Filippov</persName>' in tei

    def test_a_bracket_is_kept_as_what_it_was(self):
        _, tei = converted(decided("accept", subject("foreign", "xml:lang=ru-Latn", "[tak i tak]")))
        assert '<foreign xml:lang="ru-Latn" rendition="#lsqb #rsqb" resp="#translator">tak i tak</foreign>' in tei

    def test_a_finding_is_not_told_again(self):
        about = subject("A001", "", "Orlov")
        result, tei = converted(decided("accept", about))
        assert codes(result).count("A001") == codes(converted()[0]).count("A001") - 1
        assert "A001" in codes(result, decided=True)
        assert "orlov-" not in tei


class TestReject:
    def test_the_words_stay_without_the_claim(self):
        _, tei = converted(decided("reject", subject("persName", "ref=person:zhou", "Zhou Enlai")))
        assert "with Zhou Enlai at" in tei

    def test_another_claim_about_the_words_is_not_rejected(self):
        _, tei = converted(decided("reject", subject("persName", "ref=person:other", "Zhou Enlai")))
        assert 'ref="person:zhou"' in tei


class TestReplace:
    def test_a_reference(self):
        _, tei = converted(decided("replace", FILIPPOV, "type=pseudo ref=person:orlov-p"))
        assert '<persName type="pseudo" ref="person:orlov-p">Filippov</persName>' in tei

    def test_an_element(self):
        about = subject("persName", "ref=person:zhou", "Zhou Enlai")
        _, tei = converted(decided("replace", about, "placeName ref=place:liangtse"))
        assert '<placeName ref="place:liangtse">Zhou Enlai</placeName>' in tei

    def test_a_bracket_becomes_another(self):
        about = subject("foreign", "xml:lang=ru-Latn", "[tak i tak]")
        _, tei = converted(decided("replace", about, "note type=translator"))
        assert 'type="translator"' in tei
        assert "tak i tak</note>" in tei

    def test_a_bracket_becomes_a_name_between_brackets(self):
        about = subject("foreign", "xml:lang=ru-Latn", "[tak i tak]")
        _, tei = converted(decided("replace", about, "persName ref=person:zhou"))
        assert 'said [<persName ref="person:zhou">tak i tak</persName>]' in tei

    def test_a_name_of_several_entries(self):
        result, tei = converted(decided("replace", subject("A001", "", "Orlov"), "persName ref=person:orlov-i"))
        assert tei.count('<persName ref="person:orlov-i">Orlov</persName>') == 1
        assert codes(result).count("A001") == 1

    def test_a_line(self):
        about = subject("S101", "", "EA-10 / 44 xx")
        before, _ = converted()
        result, tei = converted(decided("replace", about, "field"))
        assert "S101" in codes(before)
        assert "S101" not in codes(result)
        assert '<seg type="field">EA-10 / 44 xx</seg>' in tei.replace(' ana="rule:layout basis:layout"', "")


class TestLost:
    @pytest.mark.parametrize(
        ("decision", "changes", "said"),
        [
            (decided("accept", FILIPPOV), {"source": SOURCE.replace("Filippov", "Philippov")}, "not found any more"),
            (
                decided("accept", FILIPPOV),
                {"authorities": known(PERSONS.replace('"stalin"', '"stalin-iosif"'))},
                "no authority file has person:stalin any more",
            ),
            (
                decided("replace", subject("S101", "", "EA-10 / 44 xx"), "field"),
                {"source": SOURCE.replace("44 xx\n\n", "44 xx and that is all that there is to say. He went home.\n")},
                "no line of the cable any more",
            ),
            (decided("replace", FILIPPOV, "choice"), {}, "<choice> cannot be written here"),
        ],
    )
    def test_is_told_with_the_words(self, decision, changes, said):
        result, _ = converted(decision, **changes)
        (found,) = [d for d in result.diagnostics if d.code == "A011"]
        assert said in found.message
        assert f"“{decision.subject.quote.exact}”" in found.message
        assert "by ed1 on 2026-11-22" in found.message

    def test_of_two_that_cross_one_is_told(self):
        crossing = subject("A004", "", "Enlai at the Liangtse")
        result, _ = converted(
            decided("accept", subject("persName", "ref=person:zhou", "Zhou Enlai")),
            decided("replace", crossing, "placeName ref=place:liangtse"),
        )
        assert codes(result).count("A011") == 1


def test_decisions_are_part_of_the_context():
    assert Context().digest != Context(decisions={"cable-1": (decided("accept", FILIPPOV),)}).digest


def test_decisions_hold_when_lines_are_inserted_and_authorities_change():
    decisions = (
        decided("accept", FILIPPOV),
        decided("reject", subject("persName", "ref=person:zhou", "Zhou Enlai")),
        decided("replace", subject("A001", "", "Orlov", 1), "persName ref=person:orlov-i"),
    )
    _, before = converted(*decisions)
    more = PERSONS.replace("</listPerson>", '<person xml:id="fil"><persName>Filippov</persName></person></listPerson>')
    source = SOURCE.replace("TO FILIPPOV\n", "TO FILIPPOV\n\nA line that nobody expected.\n")
    result, after = converted(*decisions, source=source, authorities=known(more))
    assert "A011" not in codes(result)
    for tei in (before, after):
        assert '<persName type="pseudo" ref="person:stalin">Filippov</persName>' in tei
        assert "with Zhou Enlai at" in tei
        assert tei.count('<persName ref="person:orlov-i">Orlov</persName>') == 1

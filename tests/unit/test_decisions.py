"""Quotations that are found again, and the file in which decisions are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teicable.errors import TeicableError
from teicable.model.decision import Decision, Open, Subject, Verdict, attributes_of, value_of
from teicable.model.quotation import Quotable, Quote
from teicable.model.source import canonical
from teicable.model.span import Span
from teicable.review import log

TEXT = "CIPHERED TELEGRAM\n\nTo Filippov [Stalin].\n\nI report that Filippov and the Filippovs\n  of Peking came."


def span_of(text: str, words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def quoted(text: str, words: str, number: int = 0) -> Quote:
    return Quotable(text).quote(span_of(text, words, number))


class TestQuote:
    def test_says_words_and_context_in_canonical_form(self):
        assert quoted(TEXT, "Filippovs\n  of") == Quote(
            "Filippovs of", " I report that Filippov and the ", " Peking came."
        )

    @pytest.mark.parametrize("number", [0, 1])
    def test_is_found_where_it_was(self, number):
        assert Quotable(TEXT).find(quoted(TEXT, "Filippov", number)) == span_of(TEXT, "Filippov", number)

    @pytest.mark.parametrize(
        "changed",
        [
            "A line above.\n" + TEXT,
            TEXT.replace("CIPHERED", "DECIPHERED"),
            TEXT.replace("I report", "We report"),
            TEXT.replace(" and the Filippovs", ", and with him"),
            TEXT.replace("I report that", "I do not say that").replace("and the", "or the"),
        ],
        ids=["line above", "far away", "before", "after", "both sides"],
    )
    def test_survives_a_change(self, changed):
        quote = quoted(TEXT, "Filippov", 1)
        found = Quotable(changed).find(quote)
        if changed.count("Filippov") > 2 and "do not say" in changed:
            assert found is None  # two are left, and neither has its context
        else:
            assert found is not None
            assert found.of(changed) == "Filippov"
            assert found.start > changed.index("Stalin")

    def test_is_not_found_where_it_is_gone_or_part_of_a_word(self):
        quote = quoted(TEXT, "Peking")
        assert Quotable(TEXT.replace("Peking", "Tientsin")).find(quote) is None
        assert Quotable("They came to Pekingese").find(quote) is None

    def test_is_not_guessed_among_several(self):
        assert Quotable("Mao met Mao.").find(Quote("Mao", "Chairman ", " spoke")) is None

    def test_only_place_is_found_without_any_context(self):
        assert Quotable("Mao met Zhou.").find(Quote("Zhou")) == Span(8, 12)

    def test_grows_until_it_tells_the_place(self):
        text = "one " + "again " * 40 + "Mao " + "again " * 40 + "Mao " + "again " * 40
        for number in range(2):
            assert Quotable(text).find(quoted(text, "Mao", number)) == span_of(text, "Mao", number)

    @given(st.text(alphabet="ab \n.", min_size=1, max_size=60), st.data())
    def test_every_span_of_words_is_found_again_or_nowhere(self, text, data):
        start = data.draw(st.integers(0, len(text)))
        span = Span(start, data.draw(st.integers(start, len(text)))).trimmed(text)
        if span:
            quotable = Quotable(text)
            quote = quotable.quote(span)
            assert quote.exact == canonical(span.of(text))
            assert quotable.find(quote) in (span, None)

    def test_is_shown_with_its_surroundings(self):
        assert Quotable(TEXT).shown(span_of(TEXT, "Peking"), 12) == ("…of ", "Peking", " came.")


def test_values_are_read_as_they_were_written():
    attributes = {"type": "pseudo", "ref": "person:stalin", "reason": "two words"}
    assert value_of(attributes) == "type=pseudo ref=person:stalin reason='two words'"
    assert attributes_of(value_of(attributes)) == attributes


ONE = Subject("persName", "type=pseudo ref=person:stalin", Quote("Filippov", 'to “Cde" ', "\\ [Stalin]"))
OTHER = Subject("S101", "", Quote("EA-10 / 44 xx"))
ACCEPTED = Decision(Verdict.ACCEPT, ONE, "", "ed1", "2026-11-22", "see no. 12")
REPLACED = Decision(Verdict.REPLACE, OTHER, "dateline type=sent", "ed1", "2026-11-22")
CONFLICT = Open(Subject("placeName", "ref=place:beijing", Quote("Peking")), "placeName ref=place:peking", "2026-11-22")


class TestLog:
    def test_gives_back_what_was_put_in(self):
        kept = log.Log().deciding([ACCEPTED, REPLACED]).opening([CONFLICT])
        again = log.read(kept.format(), "review/x.toml")
        assert again.decisions == (ACCEPTED, REPLACED)
        assert again.open == (CONFLICT,)
        assert again.format() == kept.format()

    def test_is_read_by_people(self):
        written = log.Log().deciding([REPLACED]).format().decode()
        assert written.endswith(
            '[[decision]]\nverdict = "replace"\nclaim = "S101"\nquote = "EA-10 / 44 xx"\n'
            'replacement = "dateline type=sent"\nby = "ed1"\nwhen = 2026-11-22\n'
        )

    def test_keeps_comments_of_people(self):
        written = log.Log().deciding([ACCEPTED, REPLACED]).format().decode()
        written = written.replace('[[decision]]\nverdict = "accept"', '# ask Anna\n[[decision]]\nverdict = "accept"')
        written = written.replace('by = "ed1"', 'by = "ed1"  # with Anna', 1)
        changed = log.read(written.encode(), "x").opening([CONFLICT]).without({OTHER}).format().decode()
        assert "# ask Anna\n[[decision]]" in changed
        assert "# with Anna" in changed
        assert "S101" not in changed

    def test_a_later_decision_takes_the_place_of_an_earlier_and_of_a_conflict(self):
        rejected = Decision(Verdict.REJECT, CONFLICT.subject, by="ed1")
        kept = log.Log().opening([CONFLICT]).deciding([ACCEPTED]).deciding([rejected])
        assert (kept.open, kept.decisions) == ((), (ACCEPTED, rejected))
        assert kept.opening([]).decisions == (ACCEPTED, rejected)

    def test_a_known_conflict_stays_as_it_is(self):
        first = log.Log().opening([CONFLICT])
        later = Open(CONFLICT.subject, CONFLICT.editor, "2027-01-01")
        assert first.opening([later]) == first

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("[[decision]]", "does not begin with “format = 1”"),
            ("format = 1\n[[decisions]]\n", "unknown key “decisions”"),
            ('format = 1\n[[decision]]\nverdict = "accept"\nclaim = "S101"\n', "entry 1, lacks “quote”"),
            ('format = 1\n[[decision]]\nverdict = "yes"\nclaim = "S101"\nquote = "x"\n', "verdict “yes”"),
            ('format = 1\n[[decision]]\nverdict = "replace"\nclaim = "S101"\nquote = "x"\n', "by nothing"),
            ('format = 1\n[[decision]]\nverdict = "accept"\nclaim = 7\nquote = "x"\n', "claim = 7"),
            ('format = 1\ndecision = [{verdict = "accept"}]\n', "not written one below the other"),
            ('format = 1\n[[decision]]\nverdict = "accept\n', "is not TOML"),
        ],
    )
    def test_what_cannot_be_used_is_refused(self, content, said):
        with pytest.raises(TeicableError) as refused:
            log.read(content.encode(), "review/x.toml")
        assert said in refused.value.message
        assert refused.value.message.startswith("review/x.toml")
        assert refused.value.hint


def test_keys_depend_on_document_and_subject():
    assert ONE.key("cable-1") == ONE.key("cable-1")
    assert len({ONE.key("cable-1"), ONE.key("cable-2"), OTHER.key("cable-1")}) == 3

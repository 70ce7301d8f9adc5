"""Saved web pages: what a person reads there, and what is left out."""

import pytest

from teicable.model.source import SourceText
from teicable.readers import read


def page(body: str, head: str = "", name: str = "a.html", encoding: str = "utf-8") -> SourceText:
    found = read(name, f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    assert isinstance(found, SourceText), found
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one\n two</p><p>three</p>", "one two\n\nthree\n"),
        ("<p><style>.cs1{color:red}</style><p class='cs1'>one</p></p>", "one\n"),
        ("<p>&laquo;one&raquo;&nbsp;&mdash; two</p>", "«one» — two\n"),
        ("<table><tr><td>AMBASSADOR</td><td>Sent 03:15</td></tr></table>", "AMBASSADOR\nSent 03:15\n"),
        ("<p>MILNIKIEL<sup>1</sup>, EYES ONLY</p>", "MILNIKIEL1, EYES ONLY\n"),
        ("<ol><li>one</li><li><p>two</p></li></ol>", "1. one\n\n2. two\n"),
        ("<ol start=4 type=i><li>one<li>two</ol>", "iv. one\nv. two\n"),
        ("<ol reversed><li>one<li>two</ol>", "2. one\n1. two\n"),
        ("<ol style='list-style: none'><li>one</ol>", "one\n"),
        ("<ul><li>one<li>two</ul>", "one\ntwo\n"),
        ("<ol><li></li></ol><p>one</p>", "one\n"),
        ("<p>one<br>two <b>three</b>four</p>", "one\ntwo threefour\n"),
        ("<p>Not printed. <a href='#fnref1'>↩</a></p>", "Not printed.\n"),
        ("<p>one <a href='#n1'>1</a> <a href='b.html'>↑</a></p>", "one 1 ↑\n"),
        ("<pre>\n  one\n\n two</pre>", "  one\n\n two\n"),
        ("one <span> two</span> <!-- not this --> three", "one two three\n"),
    ],
)
def test_words_stand_as_a_browser_shows_them(body, text):
    assert page(body).text == text


def test_what_is_left_out_is_counted():
    found = page("<nav>Home</nav><p>one</p><script>x = 1</script><p hidden>draft</p>", "<title>Cable</title>")
    assert found.text == "one\n"
    (remark,) = found.remarks
    assert remark.code == "R006"
    for part in ("navigation (4 characters)", "scripts and styles (3", "hidden parts (5", "head of the page (5"):
        assert part in remark.message


def test_the_parts_of_the_archives_page_are_known_and_put_in_order():
    body = """<div class=text-block><p>A cable asks.</p></div>
        <div class=content-block><p class=date>3 March 1951</p><h1 class=title>Cable, A to B</h1></div>
        <div id=documentTabs><div class="tab-pane active"><p>Come at once.</p></div>
        <div class=tab-pane><p>Приезжайте.</p></div></div>"""
    found = page(body)
    assert found.text.split("\n\n") == ["3 March 1951", "Cable, A to B", "Come at once.", "A cable asks.\n"]
    zones = {trait.value: trait.span.of(found.text) for trait in found.traits if trait.kind == "zone"}
    assert zones == {"headline-date": "3 March 1951", "headline": "Cable, A to B", "summary": "A cable asks."}
    (remark,) = found.remarks
    assert (remark.code, remark.location.line) == ("R007", 4)
    assert "Приезжайте." in remark.message


def test_what_the_page_knows_for_nothing():
    found = page('<p>one <i>two <b>three</b></i><a href="https://x.example/">four</a></p>')
    known = [(trait.kind, trait.span.of(found.text), trait.value) for trait in found.traits]
    assert known == [("bold", "three", ""), ("italic", "two three", ""), ("link", "four", "https://x.example/")]


def test_places_are_those_of_the_file():
    found = page("\n<p>one\ntwo</p>\n\n<p>three</p>")
    assert found.location(found.text.index("two")).line == 3
    assert found.location(found.text.index("three")).line == 5
    assert [found.line(found.text.index(word)) for word in ("one", "two", "three")] == [1, 1, 3]


def test_the_address_of_the_page():
    assert page("<p>one</p>", '<link rel=canonical href="https://x.example/1">').stated == (
        ("URI", "https://x.example/1"),
    )
    saved = read("a.htm", b"<!-- saved from url=(0019)https://x.example/2 --><html><p>one</p></html>")
    assert saved.stated == (("URI", "https://x.example/2"),)


def test_a_hidden_mail_address_is_noted():
    found = page('<p>write to <a href="/cdn-cgi/l/email-protection">[email&#160;protected]</a></p>')
    assert found.text == "write to [email protected]\n"
    assert "a mail address" in found.remarks[0].message


def test_the_encoding_that_the_page_names():
    found = page("<p>café</p>", "<meta charset=windows-1252>", encoding="windows-1252")
    assert found.text == "café\n"


@pytest.mark.parametrize(("data", "code"), [(b"<html><body><script>x</script></body></html>", "R003")])
def test_a_page_without_words(data, code):
    (found,) = read("a.html", data)
    assert found.code == code


def test_a_page_nested_without_end_is_refused():
    (found,) = read("a.html", b"<html>" + b"<div>" * 5000 + b"<p>one</p>")
    assert found.code == "R008"


def test_nothing_is_fetched_and_no_entity_is_declared():
    data = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>one &x; two</p></html>'
    found = read("a.html", data)
    assert isinstance(found, SourceText)
    assert "root" not in found.text


def test_words_that_look_like_markup_are_no_page():
    found = read("a.txt", b"<p>Sent 1 May</p>\n")
    assert isinstance(found, SourceText)
    assert found.text == "<p>Sent 1 May</p>\n"


@pytest.mark.parametrize("end", ["</body></html>", "</html>"])
def test_words_after_the_end_of_the_page_are_read(end):
    found = read("a.html", f"<html><body><p>one</p>{end}<div id=documentTabs><p>two</p></div>three".encode())
    assert found.text.split() == ["one", "two", "three"]

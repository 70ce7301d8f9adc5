"""One test for each construct of the vocabulary: what a reader sees of it."""

from __future__ import annotations

import pytest

BRACKETS = 'rendition="#lsqb #rsqb"'

# (name, TEI inside a paragraph, CSS-like path of the element, its visible text)
PHRASES = [
    (
        "foreign",
        f'<foreign xml:lang="ru-Latn" {BRACKETS}>pri etom</foreign>',
        '//i[@class="foreign"][@lang="ru-Latn"]',
        "[pri etom]",
    ),
    (
        "supplied",
        f'<supplied reason="omitted" {BRACKETS}>and</supplied>',
        '//span[@class="supplied omitted"]',
        "[and]",
    ),
    (
        "expansion",
        f"<expan>c<ex {BRACKETS}>omrade</ex></expan>",
        '//span[@class="expan"]',
        "c[omrade]",
    ),
    (
        "choice of readings",
        f"<choice><sic>16</sic><corr {BRACKETS}>17</corr></choice>",
        '//span[@class="choice"]',
        "16 [17]",
    ),
    (
        "abbreviation",
        f"<choice><abbr>KPA</abbr><expan {BRACKETS}>Korean Army</expan></choice>",
        '//abbr[@title="Korean Army"]',
        "KPA",
    ),
    (
        "gap in words",
        f'<gap reason="illegible" {BRACKETS}><desc>1 word illegible</desc></gap>',
        '//span[@class="gap illegible"]',
        "[1 word illegible]",
    ),
    ("gap without words", '<gap reason="redacted"/>', '//span[@class="gap redacted"]', "not declassified"),
    ("struck out", "<del>Two</del>", '//del[@class="del"]', "Two"),
    ("added by hand", "<add>291</add>", '//ins[@class="add"]', "291"),
    ("doubtful", '<unclear cert="low">Ivanov</unclear>', '//span[@class="unclear uncertain"]', "Ivanov"),
    ("letterspaced", '<hi rend="letterspaced">SHTYKOV</hi>', '//span[@class="hi letterspaced"]', "SHTYKOV"),
    ("raised", '<hi rend="superscript">2</hi>', '//sup[@class="hi superscript"]', "2"),
    ("bold and italic", '<hi rend="bold italic">not</hi>', '//b[@class="hi bold italic"]', "not"),
    ("unclosed", '<foreign xml:lang="ru-Latn" rendition="#lsqb">lodki</foreign>', '//i[@lang="ru-Latn"]', "[lodki"),
    (
        "cover name",
        '<persName type="pseudo" ref="person:stalin">Filippov</persName>',
        '//a[@class="persName pseudo name"][@href="#person-stalin"][contains(@title, "Joseph Stalin")]',
        "Filippov",
    ),
    (
        "place",
        '<placeName ref="place:beijing">PEKING</placeName>',
        '//a[@class="placeName name"][@href="#place-beijing"][@title="Beijing"]',
        "PEKING",
    ),
    ("unknown name", "<persName>Ivanov</persName>", '//span[@class="persName name"][not(@title)]', "Ivanov"),
    (
        "identity",
        f'<note xml:id="n9" type="identity" {BRACKETS}>Stalin</note>',
        '//span[@class="note identity"][@id="n9"]',
        "[Stalin]",
    ),
    (
        "date",
        '<date when="1950-05-14T05:30:00">5:30 am</date>',
        '//time[@class="date"][@datetime="1950-05-14T05:30"]',
        "5:30 am",
    ),
    ("yearless date", '<date when="--08-31">31 August</date>', '//time[@datetime="08-31"]', "31 August"),
    ("joined word", 'wag<lb break="no" rendition="#hyphen"/>ons', '//p[@id="p1"]', "wagons"),
    ("page", '<pb n="241"/>x', '//span[@class="pb"][@id="page-241"]', "Page 241"),
]


@pytest.mark.parametrize(("name", "markup", "path", "text"), PHRASES, ids=[case[0] for case in PHRASES])
def test_phrase(page, name, markup, path, text):
    (found,) = page(f'<p xml:id="p1">{markup}</p>').xpath(path)
    assert found.text_content().strip() == text


def test_delimiters_are_text_in_spans(page):
    tree = page(f'<p><foreign xml:lang="ru-Latn" {BRACKETS}>lodki</foreign></p>')
    assert tree.xpath('//i/span[@class="delim"]/text()') == ["[", "]"]


def test_enclosed_message_is_a_captioned_section_in_its_quotation_marks(page, sample):
    (section,) = page(sample("cable-1950-05-14-8600")).xpath('//section[@id="m1"]')
    (caption,) = section.xpath("p[@id = ../@aria-labelledby]")
    assert caption.text_content() == "Enclosed message: from Filippov (Joseph Stalin) to Mao Zedong"
    assert section.xpath('string(.//p[contains(@class, "line-salute")])') == "“Cde. Mao Zedong!"
    assert section.xpath('string(.//p[contains(@class, "line-signed")])') == "Filippov [Stalin].”"
    assert "“" not in section.xpath('string(.//p[@id="p1"])')


def test_quotation_mark_stands_before_the_printed_number(page, sample):
    (label,) = page(sample("cable-1950-07-13-3305")).xpath('//section[@id="m1"]//li[1]/span[@class="label"]')
    assert label.text_content() == "“1."


def test_form_keeps_source_order_one_line_each(page, sample):
    lines = page(sample("cable-1950-05-14-8600")).xpath('//article//div[contains(@class, "form")][1]/*')
    assert [line.text_content() for line in lines[:4]] == [
        "MFA USSR",
        "Tenth Department",
        "Top Secret",
        "Making copies is prohibited",
    ]
    assert "line-classification" in lines[2].get("class")


def test_run_on_shares_a_line(page):
    tree = page('<opener>\n<seg type="office">A</seg>\n<seg type="office" rend="run-on">B</seg>\n<seg>C</seg></opener>')
    assert [line.text_content() for line in tree.xpath('//div[contains(@class, "opener")]/p')] == ["AB", "C"]


def test_rule_and_what_was_set_aside(page):
    tree = page('<head>X</head><milestone unit="rule"/><milestone unit="setAside"/><p>y</p>')
    assert len(tree.xpath("//article//hr")) == 1
    assert tree.xpath('string(//div[@class="div cable"])') == "Xy"


def test_printed_numbers_are_not_numbered_anew(page, sample):
    (ordered,) = page(sample("cable-1950-07-13-3305")).xpath("//article//ol")
    assert [label.text_content().strip("“ ") for label in ordered.xpath('li/span[@class="label"]')] == ["1.", "2."]


def test_foot_note_and_call_are_tied(page, sample):
    tree = page(sample("forms"))
    (call,) = tree.xpath('//a[@role="doc-noteref"]')
    (note,) = tree.xpath('//aside[@role="doc-footnote"][@id="n7"]')
    assert (call.get("href"), call.get("id"), call.text) == ("#n7", "call-n7", "x/")
    assert note.xpath('a[@role="doc-backlink"]/@href') == ["#call-n7"]


def test_correspondence_is_a_sentence(page, sample):
    tree = page(sample("cable-1950-07-13-3305"))
    (sentence,) = tree.xpath('//p[@class="correspondence"]')
    assert sentence.text_content() == (
        "From Filippov (Joseph Stalin) via Nikolai Roshchin, Beijing to Zhou Enlai or Mao Zedong, Beijing "
        "Copies to Joseph Stalin and Vyacheslav Molotov"
    )
    assert tree.xpath('string(//p[@class="times"])') == "sent 13 July 1950, 03:15"


def test_summary_stands_apart_and_is_attributed(page, sample):
    tree = page(sample("cable-1950-05-14-8600"))
    assert not tree.xpath('//article//section[contains(@class, "summary")]')
    (summary,) = tree.xpath('//div[@class="about"]/section[@class="summary"]')
    assert "its author is not stated" in summary.xpath('string(p[@class="attribution"])')
    assert len(tree.xpath('//section[@class="related"]/ul/li')) == 2


def test_unparsed_line_says_so(page, sample):
    (line,) = page(sample("forms")).xpath('//article//span[contains(@class, "unparsed")]')
    assert line.text == "12"
    assert "review" in line.get("title")


def test_names_without_authorities_are_plain(bare, sample):
    text = bare.render(sample("cable-1950-05-14-8600"), "html").data.decode()
    assert 'href="#person-' not in text
    assert '<section class="names"' not in text
    assert "top secret" in text


def test_unhandled_element_is_visible_and_reported(page, rendering):
    body = '<p xml:id="p1">a <figure>b</figure></p>'
    (found,) = page(body).xpath('//span[contains(@class, "unhandled")][@data-element="figure"]')
    assert found.text == "b"
    (diagnostic,) = rendering(body).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("T001", "note")
    assert "“figure” at or in “p1”" in diagnostic.message
    assert diagnostic.location.path == "tei/x.xml"
    assert diagnostic.location.xpath == "/TEI[1]/text[1]/body[1]/div[1]/p[1]/figure[1]"


def test_samples_have_no_unhandled_element(renderer, cable):
    assert renderer.render(cable, "html").diagnostics == ()


def test_blocks_in_a_paragraph_do_not_break_it(page):
    tree = page('<p xml:id="p1">Says: <floatingText xml:id="m1"><body><p>Inner.</p></body></floatingText> so.</p>')
    (outer,) = tree.xpath('//*[@id="p1"]')
    assert outer.tag == "div"
    assert outer.xpath("section/p[last()]")[0].text == "Inner."


def test_a_link_never_stands_in_a_link(page):
    tree = page('<p><persName ref="person:mao">Mao of <placeName ref="place:china">China</placeName></persName></p>')
    assert tree.xpath("//article//a[not(contains(@class, 'permalink'))]")
    assert not tree.xpath("//a//a")


def test_navigation(page, sample):
    tree = page(sample("forms"), prev_href="a.html", prev_title="A", next_href="b.html", next_title="B")
    assert tree.xpath("//nav/a/@href") == ["a.html", "b.html"]
    assert tree.xpath("//link[@rel='prev' or @rel='next']/@href") == ["a.html", "b.html"]


def test_the_way_along_an_exchange_names_the_correspondents(page, sample):
    exchange = (
        '<exchange><between><pair one="Mao Zedong" other="Joseph Stalin"/>'
        '<pair one="Zhou Enlai" other="Joseph Stalin"/><document side="prev" href="a.html" lang="de" title="A"/>'
        '<document side="next" href="b.html" title="B"/></between>'
        '<answers><document href="q.html" title="Q"/></answers>'
        '<answered><document href="r.html" title="R"/></answered></exchange>'
    )
    replies, between = page(sample("forms"), exchange=exchange).xpath("//nav")
    assert replies.get("aria-label") == "In the exchange"
    assert [a.text_content() for a in replies.xpath("a")] == ["Answers Q", "Answered by R"]
    assert between.xpath("string(p[@id = ../@aria-labelledby])") == (
        "Between Mao Zedong and Joseph Stalin · Between Zhou Enlai and Joseph Stalin"
    )
    assert [(a.get("href"), a.text_content(), a.xpath("string(span[2]/@lang)")) for a in between.xpath("a")] == [
        ("a.html", "Earlier A", "de"),
        ("b.html", "Later B", "en"),
    ]
    assert not between.xpath("a/@rel"), "the neighbours in time are prev and next"


def test_a_printed_page_number_is_not_doubled(page):
    tree = page('<p><pb n="241"/><fw type="pageNum" rendition="#lsqb #rsqb">Page 241</fw> x</p>')
    assert tree.xpath("string(//article//p)").strip() == "[Page 241] x"


def test_running_heads_do_not_interrupt_the_reading(page):
    page_break = '<fw type="pageNum">1</fw> <pb n="2"/><fw type="header">Papers of the Mission</fw>'
    tree = page(f"<p>all traffic {page_break} that comes</p>")
    assert " ".join(tree.xpath("string(//article//p)").split()) == "all traffic Page 2 that comes"


def test_a_cable_without_text_is_a_page(page):
    tree = page('<head>No. 1</head><gap reason="missing"/>')
    assert tree.xpath('string(//article//span[contains(@class, "gap")])') == "missing"


def test_glosses_in_one_bracket(page):
    tree = page(
        '<p><note type="variant" xml:lang="ru-Latn" rendition="#lsqb">FYN SI</note>; '
        '<note type="identity" rendition="#rsqb">Stalin</note></p>'
    )
    assert tree.xpath("string(//article//p)") == "[FYN SI; Stalin]"
    assert tree.xpath('//span[@class="note variant"]/@lang') == ["ru-Latn"]


def test_note_with_paragraphs_inside_a_paragraph(page):
    tree = page('<p xml:id="p1">a<note type="translator" rendition="#lsqb #rsqb"><p>one</p><p>two</p></note></p>')
    (outer,) = tree.xpath('//*[@id="p1"]')
    assert outer.tag == "div"
    assert outer.xpath('string(.//span[starts-with(@class, "note")])') == "[one two]"


def test_unhandled_block_and_line(page):
    tree = page("<opener><figure>a</figure></opener><figure>b</figure>")
    assert [found.tag for found in tree.xpath('//*[contains(@class, "unhandled")]')] == ["span", "div"]


def test_a_bare_header_is_enough(renderer, whole):
    for target in ("html", "text", "facts"):
        assert renderer.render(whole("<p>x</p>"), target).data


def test_what_the_cable_answers_is_stated(page, sample):
    (fact,) = page(sample("forms")).xpath('//dl/div[dt = "Refers back to"]')
    assert fact.xpath("string(dd)") == "To my [telegram] No. 3241."


def test_a_copy_list_of_several_lines_is_one_item_a_line(page, renderer, whole):
    items = "<head>Copies:</head> <item>Stalin{}</item> <item>Molotov</item>"
    seg = '<closer>\n<seg type="distribution"><list type="distribution">{}</list></seg>\n</closer>'
    lines, inline = seg.format(items.format("")), seg.format(items.format(" (2),"))
    assert "inline" not in page(lines).xpath('//article//div[contains(@class, "list")]/@class')[0].split()
    assert "inline" in page(inline).xpath('//article//div[contains(@class, "list")]/@class')[0].split()
    read = [renderer.render(whole(body), "text").data.decode() for body in (lines, inline)]
    assert "Copies:\nStalin\nMolotov\n" in read[0]
    assert "Copies: Stalin (2), Molotov\n" in read[1]


def test_a_dashed_frame_is_explained(page):
    tree = page('<opener><seg type="unparsed">Foo: <date>1 May</date></seg></opener><p>x</p>')
    assert tree.xpath('string(//article//span[contains(@class, "unparsed")]/@title)').startswith("No rule understood")
    (legend,) = tree.xpath('//p[@class="legend"]')
    assert legend.text_content() == "dashed frame No rule understood this line; it awaits review"
    assert not page("<p>x</p>").xpath('//p[@class="legend"]')

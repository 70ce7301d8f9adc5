"""What is not well-formed is told in an editor's words, with the way out."""

import time

import pytest

from teicable.diagnostics import Diagnostic
from teicable.xml.parse import parse
from teicable.xml.slips import slips


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        ("<a>\n<div>\n<p>x\n</div></a>", "<p> opened in line 3 is not closed before </div>", "write </p>"),
        ("<a>\n<p>x", "the file ends before <p>, opened in line 2, is closed", "the end of the file is missing"),
        ("<a>x & y</a>", "an “&” stands alone", "write &amp; for &"),
        ("<a>AT&T</a>", "an “&” stands alone", "write &amp; for &"),
        ("<a>&nbsp;</a>", "XML does not know “&nbsp;”", "write the character itself"),
        ("<a b=c/>", "no quotation marks", 'name="value"'),
        ('<a b="c>\n<b d="e"/></a>', "its closing quotation mark is missing", "where it ends"),
        ('<a b="c" b="d"/>', "the attribute “b” is given twice", "keep one"),
        ("<a b/>", "the attribute “b” has no value", 'b="…"'),
        ("<a>3 < 4</a>", "a “<” stands in the text", "&lt;"),
        ("<a/><b/>", "after the end of the outermost element", "move it inside"),
        ("plain", "no XML", "TEI file"),
        ("", "the file is empty", "earlier version"),
        (' <?xml version="1.0"?><a/>', "before “<?xml", "delete"),
        ("<?xml version=1.0?><a/>", "is no XML declaration", 'version="1.0"'),
        ("<?xml version='1.0'?>><a/>", "“>” stands before the outermost element", "delete"),
        ("<a><b>x< /b></a>", "“< /b>” is no tag", "write </b>"),
        ("<a><b>x<“b></a>", "“<“b>” is no tag", "write </b>"),
        ("<a><b>x<<b></a>", "“<<b>” is no tag", "write </b>"),
        ("<a><b>x</b&</a>", "the end tag “</b” has no “>”", "write </b>"),
        ("<a><b>x</b--</a>", "the end tag “</b” has no “>”", "write </b>"),
        ("<a><b>x</b\x02</a>", "the control character U+0002", "delete it"),
        ("<a><b n<'1' m='2'>x</b></a>", "a “<” stands within the tag “<b”", "what is meant"),
        ("<a><b n=<1'>x</b></a>", "its closing quotation mark is missing", "where it ends"),
        ("<a><b<<c>x</c></b></a>", "the tag “<b” has no “>”", "where the tag ends"),
        ("<a><b n='1'/>x</b></a>", "</b> closes a tag that “/>” had closed already", "without “/”"),
        ("<a><b n='1’>x</b></a>", "closed by a curly mark (’)", "close it with '"),
        ("<a>\n<<<<<<< HEAD\n<b/>\n=======\n<c/>\n>>>>>>> x\n</a>", "git could not merge", "keep one of the two"),
        ("<a><persname>x</persName><persname/></a>", "the start tag is misspelt", "write <persName>"),
        ("<a><b>x&/b></a>", "“&/b>” is no tag", "write </b>"),
        ("<a><b>x</b</a>", "the end tag “</b” has no “>”", "write </b>"),
        ("<a><b n='1</b></a>", "its closing quotation mark is missing", "where it ends"),
        ("<a><bx='1'>x</b></a>", "is no tag", "name="),
        ("<a><?x=1?></a>", "“<?x=1?>” is no instruction", "blank"),
        ("<a xmlns='http:>//x'/>", "the namespace 'http:>//x' is no address", "as TEI does"),
        ("<a><!-- x</a>", "has no end", "-->"),
        ("<a>]]></a>", "“]]>” stands in the text", "]]&gt;"),
        ("<a b=“c”/>", "typographic quotation marks", 'b="c"'),
        ("<a><b>x</c></b></a>", "</c> closes what was never opened", "delete </c>"),
        ("<a><b><c>x</b></c></a>", "<c> opened in line 1 is not closed before </b>", "cross"),
        ("<x:a/>", "the prefix “x:” is not declared", "without “x:”"),
        ("<a>&#0;</a>", "invalid xmlChar value 0", "mend the markup at this place"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(data, message, hint):
    found = parse(data.encode(), "a.xml")
    assert isinstance(found, Diagnostic)
    assert found.code == "G001"
    assert message in found.message
    assert hint in found.hint
    assert len(slips(data.encode(), "a.xml")) <= 1
    assert found.hint.endswith("nothing else was checked")


@pytest.mark.parametrize(
    "data",
    [
        "<" * 40_000,
        "< " * 40_000,
        "<a>" * 40_000,
        "<a>" * 20_000 + "</b>" * 20_000,
        "<a b='1' " * 20_000,
        "<a b=" * 20_000,
        "<a>" + "<b>&/x>" * 20_000,
        "<a>" + "<x:b>" * 20_000,
        "<a>" + "&" * 40_000,
        "<!--" * 20_000,
        "<a>" + "</a " * 20_000,
        "<a>" + "</a&" * 20_000,
        "<a>" + "<b<" * 20_000,
        "<a>" + "<<b>" * 20_000,
        "<a>\n" + "<<<<<<< x\n=======\n>>>>>>> y\n" * 5_000,
        "<persname>" * 10_000 + "</persName>" * 10_000,
    ],
)
def test_nonsense_is_read_in_seconds(data):
    begun = time.process_time()
    found = slips(data.encode(), "a.xml")
    assert 1 <= len(found) <= 100
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "iso-8859-1"])
@pytest.mark.parametrize("name", ["h" * 1001, "\u0a20\u200c" * 501], ids=["Latin", "letters with the bytes of blanks"])
def test_a_name_is_too_long_in_every_encoding(name, encoding):
    for text in (f"<{name}/>", f"<a {name}=''/>"):
        declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{text}'
        try:
            data = declared.encode(encoding)
        except UnicodeEncodeError:
            continue
        found = parse(data, "a.xml")
        assert isinstance(found, Diagnostic)
        assert found.code in ("G001", "G003")
    short = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><{"h" * 1000}/>'
    assert parse("\ufeff<h/>".encode("utf-16-le"), "a.xml").getroot().tag == "h"
    assert encoding in ("utf-16-le", "utf-32") or not isinstance(parse(short.encode(encoding)), Diagnostic)

"""Reading back what the machine decided."""

from lxml import etree

from teicable.tei.claims import Claim, claims

TEXT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader><encodingDesc><tagsDecl>'
    '<rendition xml:id="lsqb" scheme="css" scope="before">content: "[";</rendition>'
    '<rendition xml:id="rsqb" scheme="css" scope="after">content: "]";</rendition>'
    "</tagsDecl></encodingDesc></teiHeader>"
    "<text><body><div>{}</div></body></text></TEI>"
)


def of(content: str) -> list[Claim]:
    return list(claims(etree.fromstring(TEXT.format(content))))


def test_a_claim_has_its_block_words_and_grounds():
    (claim,) = of(
        '<p xml:id="p3">who <foreign xml:lang="ru-Latn" rendition="#lsqb #rsqb" ana="rule:foreign basis:morphology" '
        'cert="low">po sushchestvu</foreign></p>'
    )
    assert claim == Claim(1, "p3", "foreign", "xml:lang=ru-Latn", "[po sushchestvu]", "foreign", "morphology", "low")


def test_a_certain_claim_says_so():
    (claim,) = of('<p xml:id="p1"><persName ref="person:a" ana="rule:names basis:authority">A</persName></p>')
    assert (claim.value, claim.certainty) == ("ref=person:a", "high")


def test_the_form_has_no_block():
    (claim,) = of('<opener><seg type="office" ana="rule:markings basis:vocabulary">MFA USSR</seg></opener>')
    assert claim.block == ""


def test_what_an_editor_approved_is_no_claim():
    assert of('<p><persName ref="person:a" resp="#ed1">A</persName></p>') == []

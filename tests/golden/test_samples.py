"""The two real telegrams of the sample edition: what conversion makes of them, byte for byte and fact by fact."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from teicable.conversion import Context, convert
from teicable.edition.folder import open_edition
from teicable.edition.ids import read as read_ids
from teicable.model.source import sha256_canonical
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.validation import layers
from teicable.xml.parse import parse

EDITION = Path(__file__).parents[2] / "editions" / "korea-1950"
MAY, JULY = "1950-05-14_vyshinsky-to-mao_8600.txt", "1950-07-13_filippov-to-zhou_3305.txt"
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}

if not EDITION.is_dir():
    pytest.skip("the sample edition is not part of the source distribution", allow_module_level=True)


@pytest.fixture(scope="module")
def documents():
    edition = open_edition(EDITION)
    ids = read_ids(edition.ids)
    context = Context(authorities=edition.authorities[0], declaration=edition.manifest.declaration)
    made = {}
    for name in (MAY, JULY):
        data = (EDITION / "source" / name).read_bytes()
        made[name] = convert(name, data, replace(context, assignment=ids.assignment(name)))
    return made


def tree(conversion):
    (data,) = conversion.files.values()
    return parse(data).getroot()


def texts(root, path):
    return [
        " ".join("".join(e.itertext()).split()) if hasattr(e, "itertext") else str(e)
        for e in root.xpath(path, namespaces=NAMES)
    ]


@pytest.mark.parametrize("name", [MAY, JULY])
def test_conversion_gives_the_committed_file_and_nothing_to_review(documents, name):
    ((document, data),) = documents[name].files.items()
    assert data == (EDITION / "tei" / f"{document}.xml").read_bytes()
    assert documents[name].diagnostics == ()


@pytest.mark.parametrize("name", [MAY, JULY])
def test_every_character_comes_back_from_the_tei_alone(documents, name):
    root = tree(documents[name])
    source = read(name, (EDITION / "source" / name).read_bytes())
    stated = texts(root, "//t:bibl[@type='transcript']/t:idno[@type='sha256-canonical']")
    assert stated == [sha256_canonical(source.text)] == [sha256_canonical(decode(root).text)]


@pytest.mark.parametrize("name", [MAY, JULY])
def test_every_layer_is_silent(documents, name):
    edition = open_edition(EDITION)
    (data,) = documents[name].files.values()
    source = (EDITION / "source" / name).read_bytes()
    around = layers.Surroundings(edition.authorities[0], frozenset(), lambda _: source)
    assert layers.validate(data, "x.xml", around) == []


@pytest.mark.parametrize("name", [MAY, JULY])
def test_no_line_is_left_without_a_meaning(documents, name):
    assert texts(tree(documents[name]), "//t:*[@type='unparsed']") == []


def test_the_form_of_the_may_telegram(documents):
    root = tree(documents[MAY])
    assert texts(root, "//t:seg[@type='office']") == ["MFA USSR", "Tenth Department"]
    assert texts(root, "//t:seg[@type='classification']") == ["Top Secret"]
    assert texts(root, "//t:seg[@type='handling']") == ["Making copies is prohibited", "SPECIAL"]
    assert texts(root, "//t:idno[@type='special'][ancestor::t:text]") == ["550"]
    assert texts(root, "//t:seg[@type='sheet']") == ["113"]
    assert texts(root, "//t:idno[@type='cable'][ancestor::t:text]") == ["8600"]
    assert texts(root, "//t:date[@type='received']/@when") == ["1950-05-14T04:10:00"]
    assert texts(root, "//t:date[@type='sent']/@when") == ["1950-05-14T05:30:00"]
    assert texts(root, "//t:div/t:head") == ["CIPHERED TELEGRAM"]
    assert len(root.xpath("//t:milestone[@unit='rule']", namespaces=NAMES)) == 2
    assert texts(root, "//t:addrLine") == ["Destination: PEKING To Whom: SovAmbassador", "For Mao Zedong."]


def test_the_enclosed_message_of_the_may_telegram(documents):
    root = tree(documents[MAY])
    message = "//t:floatingText[@rendition='#ldquo #rdquo']"
    assert texts(root, f"{message}//t:salute") == ["Cde. Mao Zedong!"]
    assert texts(root, f"{message}//t:signed") == ["Filippov Stalin."]
    assert texts(root, "//t:foreign[@xml:lang='ru-Latn']") == [
        "pristupit k obiednineniiu",
        "pri etom bilo ogovoreno",
        "ispolneniie telegraf’te",
    ]
    assert texts(root, "//t:ab[@type='instruction']") == ["Telegraph the fulfillment ispolneniie telegraf’te."]
    assert texts(root, "//t:correspDesc[@corresp='#m1']//t:persName/@ref") == ["person:stalin", "person:mao"]


def test_the_end_of_the_may_telegram(documents):
    root = tree(documents[MAY])
    assert texts(root, "//t:div/t:closer/t:signed") == ["VYSHINSKY"]
    assert texts(root, "//t:closer/t:measure[@quantity='5']") == ["5 copies"]
    assert texts(root, "//t:closer/t:dateline/t:date/@when") == ["1950-05-14"]
    recipients = ["Comr. Stalin", "Comr. Molotov", "Comr. Vyshinsky", "Comr. 10th department", "Comr. Copy"]
    assert texts(root, "//t:trailer/t:list/t:item") == recipients
    assert texts(root, "//t:trailer//t:item[1]/t:persName/@ref") == ["person:stalin"]
    (summary,) = texts(root, "//t:abstract[@resp='#archive']")
    assert summary.startswith("The cable contains Stalin’s personal response")
    assert texts(root, "//t:listBibl[@type='related']/t:bibl/t:date/@when") == ["1950-05-13", "1950-05-12"]
    assert texts(root, "//t:listBibl[@type='related']/t:bibl/t:title") == [
        "Ciphered Telegram, Roshchin to Cde. Filippov [Stalin]",
        "Ciphered Telegram, Shtykov to Vyshinsky",
    ]
    assert len(texts(root, "//t:listBibl[@type='related']/t:bibl/t:note[@type='summary']")) == 2


def test_the_form_of_the_july_telegram(documents):
    root = tree(documents[JULY])
    assert texts(root, "//t:creation/t:date[@n='1']") == ["July 13, 1950"]
    title = "Ciphered telegram, Filippov [Stalin] to Zhou Enlai or Mao Zedong (via Roshchin)"
    assert texts(root, "//t:titleStmt/t:title[@n='2']") == [title]
    assert texts(root, "//t:head[not(parent::t:list)]/t:idno[@type='cable']") == ["3305"]
    assert texts(root, "//t:addrLine") == ["BEIJING", "SOVIET AMBASSADOR"]
    assert texts(root, "//t:seg[@type='handling']") == ["Only by ciphered telegraph"]
    assert texts(root, "//t:dateline[@rend='run-on']/t:date/@when") == ["1950-07-13T03:15:00"]
    assert texts(root, "//t:ab[@type='instruction']")[0] == "Transmit to ZHOU ENLAI or MAO ZEDONG the following:"
    assert texts(root, "//t:correspAction[@type='forwarded']/t:*/@ref") == ["person:roshchin", "place:beijing"]
    received = "//t:correspAction[@subtype='to']"
    assert texts(root, f"{received}/t:persName/@ref") == ["person:zhou-enlai", "person:mao"]
    assert texts(root, f"{received}/t:note[@type='alternative']") == ["Zhou Enlai or Mao Zedong"]


def test_the_text_and_the_page_of_the_july_telegram(documents):
    root = tree(documents[JULY])
    items = root.xpath("//t:floatingText//t:list[@rend='numbered']/t:item", namespaces=NAMES)
    assert [len(item.findall(f"{{{NAMES['t']}}}p")) for item in items] == [6, 3]
    assert texts(root, "//t:div/t:closer/t:signed/t:persName[@type='pseudo']/@ref") == ["person:stalin"]
    assert texts(root, "//t:div/t:closer//t:note[@type='identity']") == ["Stalin"]
    assert texts(root, "//t:list[@type='distribution']/t:item") == ["Stalin (2),", "Molotov"]
    assert texts(root, "//t:num[@type='copies']/@value") == ["2"]
    assert len(texts(root, "//t:ab[@type='setAside']")) == 8
    assert (
        len(texts(root, "//t:bibl[@type='transcript']/t:availability[@status='restricted']/t:p[@resp='#archive']")) == 2
    )
    assert root.xpath("//t:licence", namespaces=NAMES) == []


@pytest.mark.parametrize("name", [MAY, JULY])
def test_filippov_is_a_cover_name_wherever_he_occurs(documents, name):
    root = tree(documents[name])
    places = root.xpath("//t:text//t:persName[translate(., 'FILPOV', 'filpov') = 'filippov']", namespaces=NAMES)
    assert places
    for place in places:
        assert (place.get("type"), place.get("ref")) == ("pseudo", "person:stalin")
        following = place.getnext()
        assert following is not None
        assert (etree.QName(following).localname, following.get("type")) == ("note", "identity")
        assert following[0].get("ref") == "person:stalin"

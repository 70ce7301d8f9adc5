"""The way of a message: headline first, then signature, address lines, salutation."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


@pytest.fixture
def way(described):
    """Steps of the cable: type, names of those who took part."""

    def read(source: str, index: int = 0):
        record = described(source)
        return {
            f"{a.type}/{a.subtype}".rstrip("/"): [p.name for p in a.parties]
            for a in record.correspondences[index].actions
        }

    return read


@pytest.mark.parametrize(
    ("title", "sender", "relay", "addressee"),
    [
        ("Cable, Orlen to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Telegram from Orlen to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Ciphered Telegram, Orlen to Gromov [Orlen]", ["Orlen"], None, ["Gromov"]),
        ("Cable, Orlen to Belsky (via Nemo)", ["Orlen"], ["Nemo"], ["Belsky"]),
        ("Cable, Orlen to Belsky [via Nemo]", ["Orlen"], ["Nemo"], ["Belsky"]),
        ("Telegram from the Embassy in Karsa (Orlen) to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Telegram from Orlen (Nemo) to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Cable, Orlen and Nemo to Belsky", ["Orlen", "Nemo"], None, ["Belsky"]),
        ("Cable from Orlen to Cde. Belsky regarding boats", ["Orlen"], None, ["Belsky"]),
        ("Letter from Orlen to Belsky concerning the Ferry Company", ["Orlen"], None, ["Belsky"]),
        ("Telegram from Orlen to Belsky, Forwarding a Telegram from Nemo to Gromov", ["Orlen"], None, ["Belsky"]),
        ("CABLE, ORLEN TO BELSKY [GROMOV]", ["ORLEN"], None, ["BELSKY"]),
        ("CIPHERED TELEGRAM NO. 6311, ORLEN TO BELSKY", ["ORLEN"], None, ["BELSKY"]),
        ("TELEGRAM NOS. 11–12 FROM ORLEN TO BELSKY", ["ORLEN"], None, ["BELSKY"]),
        ("Cable from Orlen to State Secretary Belsky", ["Orlen"], None, ["Belsky"]),
        ("CABLE FROM THE VELTAVAN EMBASSY IN HUNGARY TO BELSKY", ["VELTAVAN EMBASSY IN HUNGARY"], None, ["BELSKY"]),
        ("Cable, Orlen to Nemo with Message for Belsky", ["Orlen"], ["Nemo"], ["Belsky"]),
        ("Cable, Orlen to Belsky with Draft Letter", ["Orlen"], None, ["Belsky"]),
        ("Politburo Decision with Approved Message from Orlen [Nemo] to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Telegram from Soviet Ambassador to Egypt Orlen, On the Boats", ["Orlen"], None, []),
        ("Telegram from Polish Ambassador in Egypt Orlen to Belsky", ["Orlen"], None, ["Belsky"]),
        ("Telegram from R. Orlen, Soviet Ambassador to Egypt, to Belsky", ["R. Orlen"], None, ["Belsky"]),
        ("The Political Adviser in Korea (Orlen) to Belsky/1/", ["Orlen"], None, ["Belsky"]),
        ("From the Journal of R. Orlen, Soviet Ambassador to Egypt, Conversation with Nemo", ["R. Orlen"], None, []),
    ],
)
def test_headlines(way, title, sender, relay, addressee):
    steps = way(f"14 May 1950\n{title}\n{TEXT}\nNEMO")
    assert (steps["sent"], steps.get("forwarded"), steps["received/to"]) == (sender, relay, addressee)


def test_an_address_joins_two_offices_by_a_bracketed_and(way):
    line = "[To] the Central Committee [and] the Ministry of Ferries:"
    assert way(f"{line}\nTop Secret\n{TEXT}\nNEMO")["received/to"] == ["Central Committee", "Ministry of Ferries"]


def test_who_signs_stands_before_the_bracket(way):
    assert way(f"TOP SECRET\n{TEXT}\nTarn [Orlen]")["sent"] == ["Tarn"]


def test_an_alternative_addressee_is_kept_as_such(described):
    record = described(f"14 May 1950\nCable, Orlen to Belsky or Nemo\n{TEXT}\nORLEN")
    action = next(a for a in record.correspondences[0].actions if a.type == "received")
    assert (action.alternative, [p.name for p in action.parties]) == ("Belsky or Nemo", ["Belsky", "Nemo"])


def test_without_headline_signature_and_salutation_speak(way):
    steps = way(f"TOP SECRET\nComrade Belsky!\n{TEXT}\nGROMOV")
    assert (steps["sent"], steps["received/to"]) == (["GROMOV"], ["Belsky"])


def test_letters_of_a_spaced_signature_are_joined(way):
    assert way(f"TOP SECRET\n{TEXT}\nN E M O S")["sent"] == ["NEMOS"]


def test_received_before_sent_on_an_outgoing_form_is_its_encipherment(described):
    form = "MFA USSR\nReceived 4:10 am, 14 May 1950\nSent 5:30 am, 14 May 1950\n"
    actions = {(a.type, a.subtype): a for a in described(f"{form}{TEXT}\nORLEN").correspondences[0].actions}
    assert actions["transmitted", "encipherment"].date.value == "1950-05-14T04:10:00"
    assert actions["sent", ""].date.value == "1950-05-14T05:30:00"
    assert actions["received", "to"].date is None


def test_copies_name_each_recipient_once(way):
    end = "ORLEN\n5 copies\n1. Comr. Orlen\n2. Comr. Belsky\n3. Comr. Nemo\nCopies: Orlen (2), Belsky\n"
    assert way(f"{TEXT}\n{end}")["received/copy"] == ["Orlen", "Belsky", "Nemo"]


def test_an_enclosed_message_has_a_way_of_its_own(way):
    source = f"Convey the following:\n“Comrade Belsky!\n{TEXT}\nGromov [Orlen].”\nORLEN\n"
    assert (way(source, 1)["sent"], way(source, 1)["received/to"]) == (["Gromov"], ["Belsky"])


def test_an_enclosed_message_without_signature_has_none(described):
    assert len(described(f"Convey the following:\n“{TEXT}\n{TEXT}”\nORLEN\n").correspondences) == 1


def test_dispatched_below_arrived_is_no_sending(described):
    form = "Arrived: 11.VIII.56 19:20\nProcessed: 11.VIII.56 21:00\nDispatched: 12.VIII.56 07:30\n"
    actions = {a.type: a for a in described(f"{form}{TEXT}\nORLEN").correspondences[0].actions}
    assert actions["sent"].date is None
    assert actions["received"].date.value == "1956-08-11T19:20:00"


def test_dispatched_before_received_is_the_sending(described):
    form = "Dispatched from Veltava on 09.18.1956 at 21:15 and received on 09.19.1956 at 6:40\n"
    actions = {a.type: a for a in described(f"SECRET\n{form}{TEXT}\nORLEN").correspondences[0].actions}
    assert actions["sent"].date.value == "1956-09-18T21:15:00"
    assert actions["received"].date.value == "1956-09-19T06:40:00"


def test_the_place_of_origin_is_the_senders(described):
    record = described(f"SECRET\nFrom Veltava\nTo Comrade Belsky, Karsa\n{TEXT}\nNEMO")
    places = {a.type: [p.name for p in a.parties if p.kind == "place"] for a in record.correspondences[0].actions}
    assert places == {"sent": ["Veltava"], "received": ["Karsa"]}


@pytest.mark.parametrize(
    ("title", "sender", "addressee"),
    [
        ("Telegram, Orlen to the Foreign Ministry, Hanoi", ["Orlen"], ["Foreign Ministry"]),
        ("Cable from the Karsan Embassy in Burma, 'Premier Nemo's Remarks on Boats'", ["Karsan Embassy in Burma"], []),
        ("Telegram from Soviet Embassy in Vienna (Nemo) & Reply, <Draft>", ["Nemo"], []),
    ],
)
def test_what_a_headline_has_beside_the_names(way, title, sender, addressee):
    steps = way(f"14 May 1950\n{title}\n{TEXT}")
    assert (steps["sent"], steps["received/to"]) == (sender, addressee)


def test_number_and_markings_that_only_the_headline_has(described):
    record = described(f"14 May 1950\nTelegram from Karsa to Veltava, TOP SECRET, No. 41.307, Urgent\n{TEXT}\nNEMO")
    assert [(kind, fact.value) for kind, fact in record.numbers] == [("cable", "41.307")]
    assert [fact.value for fact in record.classification] == ["top-secret"]
    assert [fact.value for fact in record.handling] == ["urgent"]


def test_hour_and_weekday_in_a_headline_are_no_senders(way):
    steps = way(f"14 May 1950\nTelegram from the Embassy in Karsa (Orlen), 6:15 p.m., Thursday\n{TEXT}\nNEMO")
    assert steps["sent"] == ["Orlen"]


def test_received_below_sent_is_the_addressees(described):
    form = "River Commission\nSent: 29.3.55 11h00\nReceived: 29.3.55 09h30\n"
    actions = {a.type: a for a in described(f"{form}{TEXT}\nNEMO").correspondences[0].actions}
    assert actions["received"].date.value == "1955-03-29T09:30:00"
    assert "transmitted" not in actions


def test_a_rank_before_a_name_is_no_relay(way):
    steps = way(f"14 May 1950\nCable, Orlen to Belsky\nTo\nMinister B e l s k y\n{TEXT}\nORLEN")
    assert "forwarded" not in steps


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Cable, Granit [Molotov] to Belsky", [True]),
        ("Cable, Molotov [Granit] to Belsky", [False]),
        ("Cable, Nemo [Granit] to Belsky", [False]),
        ("Cable, Granit [Nemo] to Belsky", [True]),
    ],
)
def test_which_name_of_the_headline_is_the_cover_name(described, title, marked):
    record = described(f"14 May 1950\n{title}\nThe agent Granit asks for boats. {TEXT}\nGRANIT")
    assert [p.pseudo for p in record.correspondences[0].actions[0].parties] == marked


def test_towns_in_a_headline_stand_for_nobody(described):
    """“Telegram from Jakarta to Bucharest” names where the offices are; a person called like a town is one."""
    record = described("Telegram from Jakarta to Bucharest, SECRET\n\n" + TEXT + "\n\nORLEN\n")
    parties = [(a.type, [(p.kind, p.name) for p in a.parties]) for a in record.correspondences[0].actions]
    assert ("sent", [("place", "Jakarta")]) in [(kind, who[:1]) for kind, who in parties]
    assert ("received", [("place", "Bucharest")]) in parties
    record = described("Telegram from Orlen to Comrade London\n\n" + TEXT + "\n\nORLEN\n")
    parties = [(a.type, [(p.kind, p.name) for p in a.parties]) for a in record.correspondences[0].actions]
    assert ("received", [("person", "London")]) in parties

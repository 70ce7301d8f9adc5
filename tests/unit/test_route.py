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
    ],
)
def test_headlines(way, title, sender, relay, addressee):
    steps = way(f"14 May 1950\n{title}\n{TEXT}\nNEMO")
    assert (steps["sent"], steps.get("forwarded"), steps["received/to"]) == (sender, relay, addressee)


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

"""The text between form and closing lines: enclosed messages, numbered items, wrapped lines."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


def test_a_message_enclosed_in_curly_quotation_marks(zones, groups):
    source = f"Transmit to Belsky the following:\n“Comrade Belsky!\n{TEXT}\nGromov [Orlen].”\nORLEN\n"
    assert zones(source) == [
        ("instruction", "Transmit to Belsky the following:"),
        ("salutation", "“Comrade Belsky!"),
        ("paragraph", TEXT),
        ("signature", "Gromov [Orlen].”"),
        ("signature", "ORLEN"),
    ]
    assert groups(source, "message") == [f"“Comrade Belsky! / {TEXT} / Gromov [Orlen].”"]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("„", "”")])
def test_every_pair_of_quotation_marks(divided, opening, closing):
    text, found = divided(f"Convey the following:\n{opening}Comrade Belsky!\n{TEXT}\nGromov{closing}\nORLEN\n")
    assert [(g.first, g.last, g.left, g.right) for g in text.groups] == [(1, 4, 1, 1)]
    assert found == []


def test_opening_marks_repeated_on_each_paragraph_open_nothing(groups):
    source = f"Convey the following:\n“Comrade Belsky!\n“{TEXT}\n“{TEXT}\nGromov”\nORLEN\n"
    assert groups(source, "message") == [f"“Comrade Belsky! / “{TEXT} / “{TEXT} / Gromov”"]


def test_a_quotation_inside_the_message_does_not_end_it(groups):
    inner = "He said: “The boats are here.”"
    source = f"Convey the following:\n“Comrade Belsky!\n{inner}\n{TEXT}\nGromov”\nORLEN\n"
    assert groups(source, "message") == [f"“Comrade Belsky! / {inner} / {TEXT} / Gromov”"]


def test_a_message_that_is_never_closed_stays_text_and_is_reported(divided):
    text, found = divided(f"Convey the following:\n“Comrade Belsky!\n{TEXT}\nGROMOV\n")
    assert not text.groups
    assert [(d.code, d.location.line, d.location.column) for d in found] == [("S102", 2, 1)]


def test_a_quotation_that_nothing_announces_is_no_message(divided):
    text, found = divided(f"{TEXT}\n“The boats” are three.\nThe last one is “gone”.\nORLEN\n")
    assert (text.groups, found) == ((), [])


def test_a_message_within_one_paragraph(groups):
    assert groups(f"Convey the following:\n“{TEXT}”\nORLEN\n", "message") == [f"“{TEXT}”"]


def test_a_message_that_is_all_there_is(divided):
    text, _ = divided(f"“Comrade Belsky!\n{TEXT}\nGromov”")
    assert [(g.first, g.last) for g in text.groups] == [(0, 3)]


def test_numbered_paragraphs_are_a_list(groups):
    source = f"{TEXT}\n1. {TEXT}\n2. {TEXT}\n3. {TEXT}\nORLEN\n"
    assert groups(source, "item") == [f"{n}. / {TEXT}" for n in (1, 2, 3)]
    assert len(groups(source, "list")) == 1


def test_an_item_of_several_paragraphs(groups):
    source = f"{TEXT}\n1. {TEXT}\nMore of it in the two.\n2. {TEXT}\nORLEN\n"
    assert groups(source, "item") == [f"1. / {TEXT} / More of it in the two.", f"2. / {TEXT}"]


def test_what_follows_the_last_item_goes_on_with_the_text(groups):
    source = f"{TEXT}\n1. {TEXT}\n2. {TEXT}\nMore of it in the two.\nORLEN\n"
    assert groups(source, "item")[-1] == f"2. / {TEXT}"


@pytest.mark.parametrize("numbers", [("1.",), ("2.", "3."), ("1950.", "1951.")])
def test_a_lone_number_is_no_list(groups, numbers):
    source = TEXT + "".join(f"\n{number} {TEXT}" for number in numbers) + "\nORLEN\n"
    assert groups(source, "list") == []


@pytest.mark.parametrize("form", ["{}.", "{})", "{}.)", "({})"])
def test_shapes_of_item_numbers(groups, form):
    source = f"{TEXT}\n{form.format(1)} {TEXT}\n{form.format(2)} {TEXT}\nORLEN\n"
    assert [item.split(" / ")[0] for item in groups(source, "item")] == [form.format(1), form.format(2)]


WRAPPED = (
    "The commission has asked the ministry for three boats of\n"
    "the larger kind, and the people of the place will come\n"
    "at the end of the week to see what can be done there.\n"
    "The second boat is not what the people of the town have\n"
    "been told of, and it may be that nobody knows about it\n"
    "at all.\n"
)


def test_lines_of_a_fixed_width_are_joined(zones):
    paragraphs = [words for zone, words in zones(f"TOP SECRET\n\n{WRAPPED}\n{WRAPPED}ORLEN\n") if zone == "paragraph"]
    assert [words.endswith("at all.") for words in paragraphs] == [True, True]


def test_unwrapped_paragraphs_are_not_joined(zones):
    assert [zone for zone, _ in zones(f"{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}")] == ["paragraph"] * 4


def test_a_rule_between_paragraphs(zones):
    assert [zone for zone, _ in zones(f"{TEXT}\n* * * * *\n{TEXT}\nORLEN")] == [
        "paragraph",
        "rule",
        "paragraph",
        "signature",
    ]


def test_numbers_go_on_behind_an_enclosed_message(groups):
    source = f"1. {TEXT}\n2. He writes as follows:\n“{TEXT}\nGromov.”\n3. {TEXT}\n4. {TEXT}\nORLEN\n"
    assert len(groups(source, "item")) == 4


@pytest.mark.parametrize("numbers", [("1.", "1.", "1."), ("1.", "2.", "4. [sic]"), ("(1)", "(2)", "(2)")])
def test_numbers_repeated_or_left_out(groups, numbers):
    source = "".join(f"{number} {TEXT}\n" for number in numbers) + "ORLEN\n"
    assert len(groups(source, "item")) == 3


def test_points_of_an_item_are_no_items_of_the_list(groups):
    source = f"1. {TEXT}\n1) {TEXT}\n2) {TEXT}\n2. {TEXT}\n3. {TEXT}\nORLEN\n"
    assert [item.split(" / ")[0] for item in groups(source, "item")] == ["1.", "2.", "3."]


def test_a_full_line_goes_on_where_blank_lines_part_the_paragraphs(zones):
    printed = (
        "The river commission has asked for three boats, which the people of the mission counted on the 23rd and\n"
        "270,000 nails.\n\n"
        "The families of the specialists in the harbour have asked for coal and matches (41 women and boys).\n"
        "Yesterday they came.\n\nThe answer is not known:\nboats, nails.\n\nThe people will come tomorrow.\n"
    )
    paragraphs = [words for zone, words in zones(printed) if zone == "paragraph"]
    assert [words.split()[0] for words in paragraphs] == ["The", "The", "The", "boats,", "The"]

"""The reading text: one paragraph a line, a blank line between, the form line by line."""

from __future__ import annotations

import pytest


def lines(renderer, data: bytes) -> list[str]:
    return renderer.render(data, "text").data.decode().split("\n")


def test_form_is_a_block_of_lines(renderer, sample):
    found = lines(renderer, sample("cable-1950-05-14-8600"))
    start = found.index("MFA USSR")
    assert found[start : start + 3] == ["MFA USSR", "Tenth Department", "Top Secret"]


def test_paragraphs_are_lines_with_a_blank_between(renderer, sample):
    found = lines(renderer, sample("cable-1950-07-13-3305"))
    place = found.index("The English ask the Soviet government to express its opinion.")
    assert found[place - 1] == found[place + 1] == ""
    assert found[place - 2].startswith("“1. The English have officially")


def test_list_items_begin_with_their_number(renderer, sample):
    found = lines(renderer, sample("cable-1950-05-14-8600"))
    assert "1. Comr. Stalin" in found
    assert found[-2:] == ["5. Comr. Copy", ""]


def test_no_trailing_blanks_no_markup(renderer, cable):
    text = renderer.render(cable, "text").data.decode()
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert "<" not in text
    assert "\n\n\n\n" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("line", ["", "\r\n"], ids=["as it is", "lines of Windows"])
def test_words_are_the_same_in_every_encoding(renderer, sample, encoding, line):
    text = sample("cable-1950-07-13-3305").decode()
    declared = text.replace("UTF-8", "UTF-16", 1) if encoding == "utf-16" else text.partition("?>")[2].lstrip()
    data = (declared.replace("\n", line) if line else declared).encode(encoding)
    data = b"\xff\xfe" + data if encoding == "utf-16-le" else data
    assert lines(renderer, data) == lines(renderer, text.encode())

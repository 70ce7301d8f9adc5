"""The face of the pages: every file that the style sheet names is there, is shipped and covers its alphabet once."""

from __future__ import annotations

import re

from teicable import resources
from teicable.render.rendering import fonts, style

FACES = re.findall(r"@font-face \{(.*?)\}", style(faces=True))


def ranges(face: str) -> list[range]:
    written = re.search(r"unicode-range: ([^;]+);", face)
    assert written
    pairs = (part.strip().removeprefix("U+").partition("-") for part in written[1].split(","))
    return [range(int(first, 16), int(last or first, 16) + 1) for first, _, last in pairs]


def test_each_face_has_its_file_and_each_file_its_face():
    named = {match[1] for face in FACES if (match := re.search(r'url\("\.\./fonts/([^"]+)"\)', face))}
    assert len(named) == len(FACES) == 9
    assert named == {name for name in fonts() if name.endswith(".woff2")}
    assert all(data.startswith(b"wOF2") for name, data in fonts().items() if name in named)


def test_the_licence_stands_beside_the_fonts():
    assert b"SIL OPEN FONT LICENSE" in fonts()["OFL.txt"].upper()


def test_no_character_is_of_two_alphabets():
    for style_of in ("font-style: normal; font-weight: 400", "font-style: italic", "font-weight: 600"):
        covered = [character for face in FACES if style_of in face for part in ranges(face) for character in part]
        assert len(covered) == len(set(covered)) > 1000
        assert {ord(c) for c in "aé“”—…ОбъединениеěŭâǒЯ№"} <= set(covered)


def test_a_single_page_names_no_font_file():
    assert "@font-face" not in style()


def test_an_edition_brings_its_own_faces(tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.woff2").write_bytes(b"wOF2")
    assert set(fonts(tmp_path)) == {*fonts(), "own.woff2"}
    assert not resources.transforms("fonts").joinpath("own.woff2").exists()

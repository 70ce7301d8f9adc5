"""What a browser makes of the pages: nothing wider than a telephone, and something to be seen."""

from __future__ import annotations

import struct
import zlib

import pytest

PROBE = """(() => {
  const limit = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .hidden, .scroll') &&
    e.getBoundingClientRect().right > limit + 1).map(e => e.tagName + '.' + e.className);
  const labelled = '.line > :first-child.labelled .form-value, .addrLine.labelled .form-value';
  const fits = label => label.offsetWidth <= parseFloat(getComputedStyle(label).minWidth) + 1;
  const beside = e => e.parentElement.querySelector('.form-label');
  const values = [...document.querySelectorAll(labelled)].filter(e => beside(e) && fits(beside(e)));
  const edges = values.map(e => Math.round(e.getClientRects()[0].left));
  return [limit, document.documentElement.scrollWidth, wide.slice(0, 5), new Set(edges).size < 2];
})()"""


def pixels(png: bytes) -> tuple[int, int, set[bytes]]:
    """Decode width, height and the distinct colours of an 8-bit RGB or RGBA PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) in ((8, 2), (8, 6))
    data, position = b"", 8
    while position < len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        if png[position + 4 : position + 8] == b"IDAT":
            data += png[position + 8 : position + 8 + length]
        position += length + 12
    size = 3 if kind == 2 else 4
    raw, colours, above = zlib.decompress(data), set(), bytearray(width * size)
    for row in range(height):
        start = row * (width * size + 1)
        line = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + width * size]), above, size)
        colours |= {bytes(line[i : i + 3]) for i in range(0, len(line), size)}
        above = line
    return width, height, colours


def _unfiltered(method: int, line: bytearray, above: bytearray, size: int) -> bytearray:
    for i, value in enumerate(line):
        left = line[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        match method:
            case 1:
                guess = left
            case 2:
                guess = above[i]
            case 3:
                guess = (left + above[i]) // 2
            case 4:
                whole = left + above[i] - corner
                guess = min((left, above[i], corner), key=lambda near: abs(whole - near))
            case _:
                return line
        line[i] = (value + guess) & 255
    return line


def test_nothing_is_wider_than_a_telephone_and_the_form_is_aligned(kinds, tab):
    tab.screen(360, 900)
    for page in kinds:
        tab.load(page)
        assert tab.run(PROBE) == [360, 360, [], True], page.name


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_drawn(site, tab, width):
    tab.screen(width, 800)
    tab.load(min(site.glob("cable-*.html")))
    drawn_width, height, colours = pixels(tab.picture())
    assert (drawn_width, height) == (width, 800)
    assert bytes.fromhex("fdfcf8") in colours, "the paper is not that of the style sheet"
    assert len(colours) > 50


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (700, False)])
def test_a_line_stands_beside_what_became_of_it_and_both_are_shown_when_called(site, tab, width, beside):
    (page, *_) = sorted(site.glob("transcript/*.html"))
    tab.screen(width, 900)
    tab.load(page)
    tab.run("location.hash = 'L2'")
    seen = tab.run("""(() => {
      const row = document.querySelector('.row:has(#L2)');
      const box = (what) => row.querySelector(what).getBoundingClientRect();
      const line = box('.lines'), became = box('.became');
      return [line.right < became.left, line.bottom <= became.top,
        getComputedStyle(row).backgroundColor != getComputedStyle(row.nextElementSibling).backgroundColor];
    })()""")
    assert seen == [beside, not beside, True]

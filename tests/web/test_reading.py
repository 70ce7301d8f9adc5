"""What a browser does with a document page: switches, notes beside their calls, cards at the foot of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from teicable.render.authorities import authorities
from teicable.render.rendering import Renderer, style

FIXTURES = Path(__file__).parents[1] / "transforms" / "fixtures"
KNOWN = """
const box = (what) => document.querySelector(what).getBoundingClientRect().toJSON();
const shown = (what) => getComputedStyle(document.querySelector(what)).display !== 'none';
const bearer = () => getComputedStyle(document.querySelector('[data-bearer]'), '::after').content;
"""
SETTLED = """(async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let before = NaN; before !== scrollY || document.getAnimations().some((a) => a.playState === 'running');) {
    before = scrollY;
    await drawn();
  }
})()"""
"""Nothing moves any more, whatever time that takes on this computer."""


@pytest.fixture
def ask(tab, tmp_path):
    """Ask a page, in a window of some width, what an expression is worth after something was done."""
    tree = authorities(FIXTURES.glob("authorities/*.xml"))[0]
    renderer = Renderer(("html",), authorities=tree)

    def answer(name: str, width: int, probe: str, act: str = ""):
        cable = (FIXTURES / f"{name}.xml").read_bytes()
        page = tmp_path / "page.html"
        page.write_bytes(renderer.render(cable, "html", {"css-inline": style(faces=True)}).data)
        tab.screen(width, 900)
        tab.load(page)
        tab.run(f"(() => {{ {KNOWN} {act} }})()")
        tab.run(SETTLED)
        return tab.run(f"(() => {{ {KNOWN} return {probe}; }})()")

    return answer


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (800, False)])
def test_a_note_stands_beside_its_call_where_there_is_room(ask, width, beside):
    note, call, text, seen = ask(
        "forms",
        width,
        "[box('#n7').left, box('article').right, [box('#n7').top, box('#call-n7').top], box('#n7').right]",
    )
    assert (note > call) is beside
    assert (abs(text[0] - text[1]) < 20) is beside
    assert seen <= width


def test_switches_work_without_a_script_of_ours(ask):
    insertions, bearers = (
        f"document.querySelector('#reading-{switch}').click();" for switch in ("insertions", "bearers")
    )
    assert ask("cable-1950-05-14-8600", 1000, "shown('article .foreign')") is True
    assert ask("cable-1950-05-14-8600", 1000, "shown('article .foreign')", insertions) is False
    assert ask("cable-1950-05-14-8600", 1000, "bearer()", bearers) == "none", "the gloss of the translator says it"
    assert "Joseph Stalin" in ask("cable-1950-05-14-8600", 1000, "bearer()", bearers + insertions)


def test_a_card_comes_without_moving_the_page(ask):
    act = "scrollTo({ top: 200, behavior: 'instant' }); document.querySelector('article a.persName').click()"
    scrolled, top, bottom = ask(
        "cable-1950-05-14-8600", 1000, "[scrollY, box(':target').top, box(':target').bottom]", act
    )
    assert scrolled == 200
    assert 400 < top < bottom <= 900


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (700, False)])
def test_an_original_stands_beside_its_translation_where_there_is_room(ask, width, beside):
    paragraphs, others, jump, right = ask(
        "original-and-translation",
        width,
        "[[box('#op1'), box('#p1')], [box('#op2'), box('#p3')], shown('.jump'), document.documentElement.scrollWidth]",
    )
    for original, translation in (paragraphs, others):
        assert (abs(original["top"] - translation["top"]) < 1) is beside
        assert (original["right"] < translation["left"]) is beside
    assert jump is not beside
    assert right <= width


@pytest.mark.parametrize("width", [1280, 360])
def test_the_address_of_a_paragraph_is_seen_when_the_keyboard_reaches_it(ask, width):
    """A link without words, named for those who hear the page, that leads to the paragraph it stands beside."""
    name, target, seen, left = ask(
        "cable-1950-05-14-8600",
        width,
        "((a) => [a.getAttribute('aria-label'), a.hash, getComputedStyle(a).opacity, a.getBoundingClientRect().left])"
        "(document.activeElement)",
        "document.querySelector('#p1 > .permalink').focus({ focusVisible: true })",
    )
    assert (name, target) == ("Link to block p1", "#p1")
    assert seen == "1"
    assert left >= 0

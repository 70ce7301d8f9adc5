"""Every page in every light and width: what others' judges say of it, and what a reader may expect of any page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from teicable.edition.server import Server

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MODES = [(1280, False), (1280, True), (320, False), (320, True)]
ALIKE = (".lines > li", ".spec", ".names > li", ".rules tbody > tr", ".review article", "main > article:not(.document)")
"""What a page may hold hundreds of, all of one make: lines of a file, elements of the handbook, things to decide."""

THIN = f"""for (const alike of {json.dumps(ALIKE)}) {{
  document.querySelectorAll(alike).forEach((e, i) => {{ if (i > 15 && i % 25) e.remove(); }});
}}"""

AXE = f"""(async () => {{
  const found = await axe.run(document, {{ preload: false, resultTypes: ['violations'], runOnly: {json.dumps(TAGS)} }});
  const told = (v) => v.nodes.map((n) => `${{v.id}}: ${{n.html.slice(0, 200)}} ${{n.failureSummary}}`);
  return found.violations.flatMap(told);
}})()"""

STILL = """(async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const told = [], wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) told.push(`${wide} pixels wide`);
  const shifts = await new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 20);
  });
  if (shifts >= 0.01) told.push(`moves while it loads: ${shifts}`);
  return told;
})()"""

KEYBOARD = """(() => {
  const told = [], first = document.activeElement, box = first.getBoundingClientRect();
  const target = first.hash && document.getElementById(first.hash.slice(1));
  if (!target) told.push('the first stop is no way to the contents');
  if (box.top < 0 || box.left < 0 || box.width < 24) told.push('the way to the contents stays hidden');
  for (const stop of document.querySelectorAll('a[href], summary, button, input, select, [tabindex="0"]')) {
    stop.focus({ preventScroll: true });
    const look = getComputedStyle(stop), line = stop.querySelector('.way');
    // A drawn line shows itself by its ink: a frame round a curve would show its neighbours.
    const inked = line && parseFloat(getComputedStyle(line).opacity) > 0.9;
    const framed = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1.5;
    if (document.activeElement === stop && !inked && !framed)
      told.push(`no focus to be seen on ${stop.outerHTML.slice(0, 120)}`);
  }
  return told.slice(0, 5);
})()"""

MOVING = """[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s' ||
  getComputedStyle(e).animationName !== 'none').length + document.getAnimations().length +
  (getComputedStyle(document.documentElement).scrollBehavior === 'auto' ? 0 : 1)"""

DEAD = """[...document.querySelectorAll('button, select, input, textarea, [role=button], a[href="#"], a:not([href])')]
  .filter((e) => e.checkVisibility() && !e.matches('.reading input')).map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def visit(tab, axe):
    """Open a page and return what is wrong with it, as long as the test sees to its window."""

    def look(address: str) -> list[str]:
        tab.open(address)
        tab.until("document.readyState === 'complete'")
        told = [*tab.run(STILL), *tab.console]
        asked = {request for request in tab.requests if not request.startswith(("file:", "data:", "blob:"))}
        return [*told, *(f"asks for {request}" for request in sorted(asked)), *_judged(tab, axe)]

    return look


def _judged(tab, axe: str) -> list[str]:
    tab.run(THIN)
    tab.run(f"{axe};0")
    return tab.run(AXE)


def _name(page: Path) -> str:
    return f"{page.parent.name}/{page.name}"


@pytest.fixture
def unscripted(tab) -> Iterator[None]:
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    yield
    tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_no_page_breaks_a_rule_of_html(vnu, everything):
    assert vnu(everything) == []


@pytest.mark.parametrize(("width", "dark"), MODES)
def test_nothing_keeps_people_from_a_page(visit, tab, kinds, width, dark):
    """Opened from its folder: no violation, nothing beside the window, nothing that jumps, nothing from elsewhere."""
    tab.screen(width, 900, dark=dark)
    told = {_name(page): found for page in kinds if (found := visit(page.as_uri()))}
    assert told == {}


@pytest.mark.parametrize(("width", "dark"), MODES)
def test_nor_from_what_a_page_shows_on_demand(tab, axe, site, width, dark):
    """All switches the other way round, a card called, everything unfolded, a target marked."""
    tab.screen(width, 900, dark=dark)
    told = {}
    for page in sorted(site.glob("cable-1950-*.html")):
        tab.open(page.as_uri())
        tab.until("document.readyState === 'complete'")
        tab.run("document.querySelectorAll('.reading input').forEach((e) => e.click())")
        tab.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        tab.run("document.querySelector('article a.name[href^=\"#\"], article .permalink')?.click()")
        if found := _judged(tab, axe):
            told[_name(page)] = found
    assert told == {}


@pytest.mark.parametrize(("width", "dark"), MODES)
def test_nor_from_the_search_with_its_facets(tab, axe, site, width, dark):
    server = Server(site, "127.0.0.1", 0)
    server.start()
    try:
        tab.screen(width, 900, dark=dark)
        tab.open(f"{server.address}search.html?q=the")
        tab.until("document.querySelectorAll('.results > li').length > 1")
        tab.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        assert _judged(tab, axe) == []
        assert tab.run("document.documentElement.scrollWidth") == width
        assert {
            request for request in tab.requests if not request.startswith((server.address, "blob:", "data:"))
        } == set()
        assert tab.console == []
    finally:
        server.stop()


def test_a_page_is_used_by_keyboard(tab, kinds):
    """The first stop leads past the navigation; every stop shows that it is the one."""
    tab.screen(1280, 900)
    told = {}
    for page in kinds:
        tab.open(page.as_uri())
        tab.until("document.readyState === 'complete'")
        for kind in ("keyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        tab.run(THIN)
        if found := tab.run(KEYBOARD):
            told[_name(page)] = found
    assert told == {}


def test_nothing_moves_for_those_who_want_it_still(tab, kinds):
    tab.screen(1280, 900)
    tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    moving = []
    for page in kinds:
        tab.open(page.as_uri())
        tab.until("document.readyState === 'complete'")
        moving += [_name(page)] if tab.run(MOVING) else []
    assert moving == []


def test_without_scripts_a_page_is_read_and_left(tab, unscripted, kinds, site):
    """Its words are there, ways lead on, and nothing is offered that would do nothing."""
    tab.screen(1280, 900)
    told = {}
    for page in kinds:
        tab.open(page.as_uri())
        tab.until("document.readyState === 'complete'")
        found = tab.run(DEAD)
        found += [] if tab.run("document.querySelector('main').innerText.length > 60") else ["no words"]
        found += [] if tab.run("document.querySelector('h1').checkVisibility()") else ["no title"]
        if site in page.parents and page.parent.name != "handbook":
            ways = tab.run("[...document.querySelectorAll('.banner a')].filter((e) => e.checkVisibility()).length")
            found += [] if ways else ["no ways"]
        if found:
            told[_name(page)] = found
    assert told == {}

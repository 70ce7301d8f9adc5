"""Every page in every light and width: what others' judges say of it, and what a reader may expect of any page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from teicable import resources
from teicable.edition.server import Server

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = [1280, 320]
FONT = (resources.transforms() / "fonts" / "libertinus-serif-latin-regular.woff2").as_uri()
ALIKE = (".lines > li", ".spec", ".names > li", ".rules tbody > tr", ".review article", "main > article:not(.document)")
"""What a page may hold hundreds of, all of one make: lines of a file, elements of the handbook, things to decide."""

THIN = f"""for (const alike of {json.dumps(ALIKE)}) {{
  document.querySelectorAll(alike).forEach((e, i) => {{ if (i > 15 && i % 25) e.remove(); }});
}}"""

AXE = """(async (only) => {
  const found = await axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: only });
  // A footnote is no landmark, but outside an article axe-core goes by its element, aside, and not by its role.
  const meant = (v) => v.nodes.filter((n) => v.id !== 'landmark-unique' || !n.html.includes('role="doc-footnote"'));
  const told = (v) => meant(v).map((n) => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`);
  return found.violations.flatMap(told);
})"""
EVERYTHING = json.dumps({"type": "tag", "values": TAGS})
COLOURS = json.dumps({"type": "rule", "values": ["color-contrast", "link-in-text-block"]})
"""The rules that ask for the colour of something."""

BOXES = """[...document.querySelectorAll('body *')].map((e) => {
  const { x, y, width, height } = e.getBoundingClientRect(), { visibility, opacity } = getComputedStyle(e);
  const seen = width || height ? `${[x + scrollX, y + scrollY, width, height]} ${visibility} ${opacity}` : 'none';
  return `${e.localName}.${e.className} ${seen}`;
})"""

DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))"

TOP = "scrollTo({ top: 0, behavior: 'instant' })"
"""Where a page is measured: one that still glides to a target has other boxes from one moment to the next."""

RESTING = "!document.getAnimations().some((a) => a.playState === 'running')"

STILL = """(async () => {
  const told = [], shifts = [], wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) told.push(`${wide} pixels wide`);
  await new Promise((done) => {
    // What was observed comes in the order of its happening: with our mark, all before it has come.
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) entry.entryType === 'mark' ? done() : shifts.push(entry);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    observer.observe({ type: 'mark' });
    performance.mark('asked');
  });
  if (shifts.reduce((sum, entry) => sum + entry.value, 0) < 0.01) return told;
  const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const words = (node) => (node?.outerHTML ?? node?.textContent ?? 'something gone since').slice(0, 120);
  for (const { value, sources } of shifts)
    for (const { node, previousRect, currentRect } of sources)
      told.push(`moves while it loads (${value.toFixed(3)}): ${words(node)} ` +
        `from ${rect(previousRect)} to ${rect(currentRect)}`);
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
def judged(tab, axe):
    """Return what is wrong with the page that is open, in the dark and in the light.

    All rules are tried in the light. In the dark every box has to be where it is in the light, and of the same elements
    in the same places only the colours remain to be asked for.
    """

    def lit(width: int, *, dark: bool) -> None:
        tab.screen(width, 900, dark=dark)
        tab.run(TOP)
        tab.run(DRAWN)
        tab.until(RESTING)

    def judge(width: int) -> list[str]:
        tab.run(THIN)
        tab.run(f"{axe};0")
        # Letters that came too late for the first drawing are used from the first change on: it does not count.
        lit(width, dark=False)
        lit(width, dark=True)
        boxes = tab.run(BOXES)
        found = [f"in the dark: {told}" for told in tab.run(f"{AXE}({COLOURS})")]
        lit(width, dark=False)
        pairs = zip(boxes, tab.run(BOXES), strict=True)
        found += [f"in the dark {dark}, in the light {light}" for dark, light in pairs if dark != light][:5]
        return found + tab.run(f"{AXE}({EVERYTHING})")

    return judge


def _late(tab, page: Path) -> list[str]:
    """Open a page that comes piece by piece; return what moved, what it asked for elsewhere, what the console said."""
    tab.load_late(page)
    asked = {request for request in tab.requests if not request.startswith(("file:", "data:", "blob:"))}
    return [*tab.run(STILL), *tab.console, *(f"asks for {request}" for request in sorted(asked))]


def _name(page: Path) -> str:
    return f"{page.parent.name}/{page.name}"


@pytest.fixture
def unscripted(tab) -> Iterator[None]:
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    yield
    tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_no_page_breaks_a_rule_of_html(vnu, everything):
    assert vnu(everything) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_keeps_people_from_a_page(tab, judged, kinds, width):
    """Opened from its folder, piece by piece: nothing beside the window, nothing that jumps, nothing from elsewhere.

    And no violation. What jumped is named, with its places.
    """
    told = {}
    for page in kinds:
        tab.screen(width, 900)
        if found := [*_late(tab, page), *judged(width)]:
            told[_name(page)] = found
    assert told == {}


def test_what_jumps_is_named(tab, tmp_path):
    """A page whose picture comes late, above its words."""
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><title>x</title><main><p style='height: 400px'>Words that were there first.</main>",
        encoding="utf-8",
    )
    tab.screen(1280, 900)
    tab.load(page)
    tab.run(DRAWN)
    tab.run("document.querySelector('p').insertAdjacentHTML('beforebegin', '<div style=\"height: 300px\"></div>')")
    tab.run(DRAWN)
    (told,) = tab.run(STILL)
    assert re.fullmatch(r"moves while it loads \(0\.\d+\): .*Words that were there first.* from 8 16 .* to 8 .*", told)


@pytest.mark.parametrize(
    "head",
    [
        "<script defer src='late.js'></script>",
        "<style>main::before { content: url('late.svg'); }</style>",
        "<style>main:has(.last) { padding-top: 9em; }</style>",
        f"<style>@font-face {{ font-family: x; src: url('{FONT}'); font-display: swap; }}"
        "main { font: 24px/2 x, monospace; }</style>",
    ],
    ids=["script", "picture", "rest", "letters"],
)
def test_what_jumps_when_something_comes_late_is_seen(tab, tmp_path, head):
    """Whatever the speed of this computer."""
    words = "<p>Words that were there first, as long as it takes to go on to another line.</p>" * 9
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title>{head}<main>{words}<p class='last'>x</p></main>", encoding="utf-8")
    (tmp_path / "late.js").write_text("document.querySelector('main').prepend(document.createElement('hr'), 'late')")
    (tmp_path / "late.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>")
    tab.screen(320, 900)
    assert any("moves while it loads" in told for told in _late(tab, page))


@pytest.mark.parametrize("width", WIDTHS)
def test_nor_from_what_a_page_shows_on_demand(tab, judged, site, width):
    """All switches the other way round, a card called, everything unfolded, a target marked."""
    told = {}
    for page in sorted(site.glob("cable-1950-*.html")):
        tab.screen(width, 900)
        tab.load(page)
        tab.run("document.querySelectorAll('.reading input').forEach((e) => e.click())")
        tab.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        tab.run("document.querySelector('article a.name[href^=\"#\"], article .permalink')?.click()")
        if found := judged(width):
            told[_name(page)] = found
    assert told == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nor_from_the_search_with_its_facets(tab, judged, site, width):
    server = Server(site, "127.0.0.1", 0)
    server.start()
    try:
        tab.screen(width, 900)
        tab.open(f"{server.address}search.html?q=the")
        tab.until("document.querySelectorAll('.results > li').length > 1")
        tab.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        assert judged(width) == []
        assert tab.run("document.documentElement.scrollWidth") == width
        assert {
            request for request in tab.requests if not request.startswith((server.address, "blob:", "data:"))
        } == set()
        assert tab.console == []
    finally:
        server.stop()


def test_a_page_is_used_by_keyboard_and_keeps_still_for_those_who_want_it(tab, kinds):
    """The first stop leads past the navigation; every stop shows that it is the one."""
    told = {}
    for page in kinds:
        tab.screen(1280, 900)
        tab.load(page)
        for kind in ("keyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        tab.run(THIN)
        found = tab.run(KEYBOARD)
        tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
        found += ["moves for those who want it still"] if tab.run(MOVING) else []
        if found:
            told[_name(page)] = found
    assert told == {}


def test_without_scripts_a_page_is_read_and_left(tab, unscripted, kinds, site):
    """Its words are there, ways lead on, and nothing is offered that would do nothing."""
    tab.screen(1280, 900)
    told = {}
    for page in kinds:
        tab.load(page)
        found = tab.run(DEAD)
        found += [] if tab.run("document.querySelector('main').innerText.length > 60") else ["no words"]
        found += [] if tab.run("document.querySelector('h1').checkVisibility()") else ["no title"]
        if site in page.parents and page.parent.name != "handbook":
            ways = tab.run("[...document.querySelectorAll('.banner a')].filter((e) => e.checkVisibility()).length")
            found += [] if ways else ["no ways"]
        if found:
            told[_name(page)] = found
    assert told == {}

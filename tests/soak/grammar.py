"""Break valid files at random, and compare what libxml2 decides with what the program says.

Told are: files that libxml2 refuses and the program cannot explain; files that libxml2 accepts and the explainer does
not (nobody would see it, since it is asked on failure only, but one of the two is mistaken); messages without a column;
and several messages for one change.

    python tests/soak/grammar.py --until 20000             go on to 20,000 mutations, and write the report
    python tests/soak/grammar.py --from 500 --until 501    one mutation again

Each mutation has a number, from which it follows. The state (tests/soak/state.json, not tracked) is written every
thousand, so that a run can be stopped and taken up again. No test and no continuous integration runs this.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.validation import grammar
from teicable.validation.explain import Explanation
from teicable.validation.patterns import rules
from teicable.xml.parse import parse
from teicable.xml.places import Places
from teicable.xml.slips import slips

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
TEI = "{http://www.tei-c.org/ns/1.0}"
WORDS = ("words", " ", "12", "—", "\n  ")
VALUES = (
    "",
    "x",
    "two words",
    "1950-05-14",
    "14.5.1950",
    "1950-02-30",
    "#n1",
    "person:orlov",
    "en",
    "ru_Latn",
    "4",
    "two",
)
VALUES += (
    "low",
    "Low",
    "p 1",
    "illegible",
    "sent",
    "-1",
    "1e5",
    "+1.5",
    "http://example.org/a b",
    "http://[",
    "%",
    "é",
)
FOREIGN = ("b", "br", "name", "div1", "persname", "frobnicate")


def documents() -> list[bytes]:
    """Return the valid files, in a fixed order."""
    folders = (PROJECT / "tests" / "schema" / "fixtures" / "valid", PROJECT / "tests" / "codes" / "mistakes")
    return [path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.xml"))]


def mutated(source: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Return a file with one to three changes, and what they were; one file of four has its characters changed."""
    if chance.random() < 0.25:
        return spoilt(source, chance)
    tree = parse(source)
    assert isinstance(tree, etree._ElementTree)
    done = [chance.choice(MUTATIONS)(tree, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True), ", ".join(done)


def spoilt(source: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Return a file with one character of markup changed, and what was done."""
    text = source.decode()
    place = chance.choice([index for index, character in enumerate(text) if character in "<>&\"'/= "])
    new = chance.choice(("", "", "<", ">", "&", '"', "'", "/", "x", "“", "--", "&nbsp;", " ", "\x02", text[place] * 2))
    story = f"characters “{text[place - 8 : place]}[{text[place]}→{new}]{text[place + 1 : place + 9]}”"
    return (text[:place] + new + text[place + 1 :]).encode(), story


def _any(tree: etree._ElementTree, chance: random.Random) -> etree._Element:
    return chance.choice(list(tree.iter(etree.Element)))


def _below(tree: etree._ElementTree, chance: random.Random) -> etree._Element | None:
    elements = list(tree.getroot().iterdescendants(etree.Element))
    return chance.choice(elements) if elements else None


def rename(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _any(tree, chance)
    old = etree.QName(element).localname
    new = chance.choice((*sorted(rules()), *FOREIGN, old[:-1] or "x", old + "s", old.upper()))
    element.tag = TEI + new
    return f"<{old}> is called <{new}>"


def delete(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _below(tree, chance)
    if element is None:
        return "nothing"
    element.getparent().remove(element)
    return f"<{etree.QName(element).localname}> is deleted"


def unwrap(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _below(tree, chance)
    if element is None:
        return "nothing"
    etree.strip_tags(element.getparent(), element.tag)
    return f"<{etree.QName(element).localname}> is unwrapped"


def move(tree: etree._ElementTree, chance: random.Random) -> str:
    element, target = _below(tree, chance), _any(tree, chance)
    if element is None or element is target or element in target.iterancestors():
        return "nothing"
    target.insert(chance.randint(0, len(target)), element)
    return f"<{etree.QName(element).localname}> is moved into <{etree.QName(target).localname}>"


def swap(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _below(tree, chance)
    if element is None or element.getprevious() is None:
        return "nothing"
    element.getprevious().addprevious(element)
    return f"<{etree.QName(element).localname}> stands one place earlier"


def insert(tree: etree._ElementTree, chance: random.Random) -> str:
    target, name = _any(tree, chance), chance.choice(sorted(rules()))
    target.insert(chance.randint(0, len(target)), etree.Element(TEI + name))
    return f"an empty <{name}> is put into <{etree.QName(target).localname}>"


def write(tree: etree._ElementTree, chance: random.Random) -> str:
    target, words = _any(tree, chance), chance.choice(WORDS)
    if len(target) and chance.random() < 0.5:
        child = chance.choice(list(target))
        child.tail = (child.tail or "") + words
    else:
        target.text = (target.text or "") + words
    return f"“{words}” is written into <{etree.QName(target).localname}>"


def value(tree: etree._ElementTree, chance: random.Random) -> str:
    target, words = _any(tree, chance), chance.choice(VALUES)
    names = list(target.attrib) or ["type"]
    name = chance.choice(names)
    target.set(name, words)
    return f"{name} of <{etree.QName(target).localname}> is “{words}”"


def attribute(tree: etree._ElementTree, chance: random.Random) -> str:
    target = _any(tree, chance)
    names = [
        *sorted({name for rule in rules().values() for name in rule.attributes if ":" not in name}),
        "lang",
        "key",
        "id",
    ]
    name, words = chance.choice(names), chance.choice(VALUES)
    target.set(name, words)
    return f"<{etree.QName(target).localname}> gets {name}=“{words}”"


def forget(tree: etree._ElementTree, chance: random.Random) -> str:
    target = _any(tree, chance)
    if not target.attrib:
        return "nothing"
    name = chance.choice(list(target.attrib))
    del target.attrib[name]
    return f"{name} of <{etree.QName(target).localname}> is deleted"


def repeat(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _below(tree, chance)
    if element is None or len(list(element.iter())) > 30:
        return "nothing"
    element.addnext(parse(etree.tostring(element, with_tail=False)).getroot())
    return f"<{etree.QName(element).localname}> stands twice"


def elsewhere(tree: etree._ElementTree, chance: random.Random) -> str:
    element = _any(tree, chance)
    element.tag = chance.choice(("{http://www.w3.org/1999/xhtml}span", "p"))
    return f"an element is in another namespace: {element.tag}"


MUTATIONS = (rename, delete, unwrap, move, swap, insert, write, value, attribute, forget, repeat, elsewhere)


def examined(data: bytes) -> tuple[str, list[Diagnostic], str]:
    """Return what libxml2 says of the file, what the program finds but for equal ids, and the last words of libxml2."""
    tree = parse(data)
    if isinstance(tree, Diagnostic):
        return "refused", slips(data, "x.xml"), tree.message
    validator = grammar._grammar()
    accepted = validator.validate(tree)
    last = validator.error_log.last_error
    everything = Explanation(tree, Places(tree, "x.xml", data)).all()
    # Equal ids are told one by one, and by another layer. Whether libxml2 refuses them is not compared.
    found = [one for one in everything if one.code != "G107"]
    verdict = "valid" if accepted else "refused" if found or not everything else "refused, for equal ids alone"
    return verdict, found, last.message if last is not None and not accepted else ""


def run(first: int, until: int, state: dict[str, Any], sources: list[bytes]) -> Iterator[tuple[int, str, str]]:
    """Yield number, kind and story of each disagreement."""
    counts = collections.Counter(state.get("counts", {}))
    times: list[float] = []
    for number in range(first, until):
        chance = random.Random(f"grammar {number}")
        data, done = mutated(chance.choice(sources), chance)
        begun = time.perf_counter()
        verdict, found, said = examined(data)
        accepted = verdict != "refused"
        times.append(time.perf_counter() - begun)
        counts["mutations"] += 1
        counts[verdict] += 1
        counts["messages"] += 0 if accepted else len(found)
        changes = len([one for one in done.split(", ") if one != "nothing"])
        counts["files with more messages than changes"] += not accepted and len(found) > changes
        state["slowest"] = max(float(state.get("slowest", 0)), times[-1])
        if accepted and found:
            counts["only the explainer refuses"] += 1
            yield number, "only the explainer refuses", f"{done}: {found[0].code} {found[0].message}"
        elif not accepted and not found:
            counts["only libxml2 refuses"] += 1
            yield number, "only libxml2 refuses", f"{done}: {said}"
        elif not accepted and any(one.location.column == 0 for one in found):
            counts["without a column"] += 1
            yield number, "without a column", f"{done}: {found[0].message}"
        elif not accepted and changes == 1 and len(found) > 1:
            counts["several messages for one change"] += 1
            told = "; ".join(f"{one.code} {one.message}" for one in found[:4])
            yield number, "several messages for one change", f"{done}: {len(found)} messages: {told}"
        state.update(counts=dict(counts), next=number + 1)


def main() -> int:
    """Run, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--from", dest="first", type=int, help="the number of the first mutation; else where it stopped"
    )
    parser.add_argument("--until", type=int, default=100_000)
    parser.add_argument("--state", type=Path, default=HERE / "state.json")
    options = parser.parse_args()
    once = options.first is not None
    state: dict[str, Any] = {}
    if not once and options.state.is_file():
        state = json.loads(options.state.read_text(encoding="utf-8"))
    kept = state.setdefault("kept", {})
    sources = documents()
    first = options.first if once else int(str(state.get("next", 0)))
    step = 1000
    for start in range(first, options.until, step):
        for number, kind, story in run(start, min(start + step, options.until), state, sources):
            examples = kept.setdefault(kind, [])
            if len(examples) < 40:
                examples.append([number, story])
            if once:
                print(number, kind, story)
        if not once:
            options.state.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf-8")
            print(start + step, state["counts"], file=sys.stderr, flush=True)
    if not once:
        report(state)
    return 0


def report(state: dict[str, Any]) -> None:
    """Write what a run found, for people."""
    counts = state["counts"]
    lines = [
        "# What breaking valid files at random found",
        "",
        "`make soak` goes on; `tests/soak/grammar.py` says how.",
        "",
    ]
    lines += ["| | |", "|---|---:|", *(f"| {name} | {number:,} |" for name, number in sorted(counts.items()))]
    lines += [f"| longest explanation, in seconds | {state['slowest']:.2f} |", ""]
    for kind, examples in sorted(state["kept"].items()):
        lines += [f"## The first of “{kind}”", ""]
        lines += [f"- {number}: {' '.join(story.split())[:300]}" for number, story in examples[:12]] + [""]
    (HERE / "reports").mkdir(exist_ok=True)
    notes = (HERE / "reports" / "notes.md").read_text(encoding="utf-8").strip()
    (HERE / "reports" / "grammar.md").write_text("\n".join([*lines, notes]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

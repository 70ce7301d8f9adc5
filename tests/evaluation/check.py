#!/usr/bin/env python3
"""Verify the gold: every surface string of NNN.json occurs in NNN.txt, the body file agrees with the counts.

check.py [-v]      exit status 1 if anything is wrong; -v also lists brackets that no gold list accounts for
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent / "gold"
SCALARS = [
    "title",
    "cable_number",
    "sender",
    "sender_real",
    "via",
    "date",
    "date_sent",
    "date_received",
    "classification",
    "salutation",
    "signed",
    "numbered_items",
    "distribution_total",
    "body_word_count",
    "body_first_words",
    "body_last_words",
]
LISTS = [
    "addressees",
    "handling",
    "pseudonyms",
    "foreign",
    "supplied",
    "gaps",
    "notes",
    "distribution",
    "people",
    "places",
]
KEYS = ["id", *SCALARS, *LISTS, "archive"]
SURFACE = ["title", "cable_number", "sender", "sender_real", "via", "classification", "salutation", "signed"]
ARCHIVE = ["repository", "fond", "opis", "delo", "papka", "list"]
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?$")


def clean(s):
    """NFC, no control or format characters (except white space), white space folded."""
    s = "".join(c for c in s if c in "\n\r\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(unicodedata.normalize("NFC", s).split())


def unbracket(s):
    return clean(s.replace("[", "").replace("]", ""))


def brackets(s):
    """Top-level square brackets, innermost included, without their delimiters."""
    stack, out = [], []
    for i, c in enumerate(s):
        if c == "[":
            stack.append(i)
        elif c == "]" and stack:
            out.append(s[stack.pop() + 1 : i])
    return out


def check(n, extra, verbose):
    err = []
    raw = (HERE / f"{n}.txt").read_bytes().decode("utf-8")
    g = json.loads((HERE / f"{n}.json").read_text("utf-8"))
    body = (HERE / "body" / f"{n}.txt").read_text("utf-8")
    text = clean(raw)
    low, _flat = text.casefold(), unbracket(raw)

    def need(key, s, hay=text):
        if clean(s) not in hay:
            err.append(f"{key}: not in the text: {s!r}")

    if sorted(g) != sorted(KEYS):
        err.append(f"keys differ: {sorted(set(g) ^ set(KEYS))}")
    if g["id"] != n:
        err.append("id differs from the file name")
    for k in SURFACE:
        if g[k] is not None:
            need(k, g[k])
    for k in LISTS:
        if not isinstance(g[k], list):
            err.append(f"{k}: not a list")
        seen = [json.dumps(x, sort_keys=True) for x in g[k]]
        if len(seen) != len(set(seen)):
            err.append(f"{k}: repeated entry")
    for k in ("addressees", "handling", "supplied", "gaps", "notes"):
        for s in g[k]:
            need(k, s)
    clean(body)
    for k in ("people", "places"):
        for s in g[k]:
            need(k, s, unbracket(body))
    for s in g["foreign"]:
        need("foreign", s["text"])
        if not re.match(r"[a-z]{2,3}(-[A-Za-z0-9]+)*$", s["lang"]):
            err.append(f"foreign: odd language code {s['lang']!r}")
    for p in g["pseudonyms"]:
        for s in p.values():
            need("pseudonyms", s.casefold(), low)
    for d in g["distribution"]:
        need("distribution", d["name"])
        if not (isinstance(d["copies"], int) and d["copies"] > 0):
            err.append(f"distribution: copies {d}")
    if g["archive"]:
        if sorted(g["archive"]) != sorted(ARCHIVE):
            err.append("archive: keys differ")
        for k, s in g["archive"].items():
            if s is not None:
                need("archive." + k, s)
    for k in ("date", "date_sent", "date_received"):
        if g[k] is not None and not DATE.match(g[k]):
            err.append(f"{k}: {g[k]!r} is not ISO")

    words = body.split()
    if g["body_word_count"] != len(words):
        err.append(f"body_word_count {g['body_word_count']}, body has {len(words)}")
    if (g["body_first_words"] or "") != " ".join(words[:5]) or (g["body_last_words"] or "") != " ".join(words[-5:]):
        err.append("body_first_words or body_last_words disagree with the body")
    if body != unicodedata.normalize("NFC", body):
        err.append("body is not NFC")
    # the body is the text with pieces left out: each paragraph must be found, in order; a paragraph that a page
    # break or a line-end hyphen interrupts is looked for line by line, then character by character
    pos = 0
    for line in body.splitlines():
        line = clean(line)
        if not line:
            continue
        at = text.find(line, pos)
        if at >= 0:
            pos = at + len(line)
            continue
        i = pos = max(text.find(line[:20], pos), pos)
        for c in line.replace(" ", ""):
            i = text.find(c, i) + 1
            if not i:
                err.append(f"body line not in the text: {line[:60]!r}")
                break
        else:
            if i - pos > len(line) + 40:
                err.append(f"body line only found scattered: {line[:60]!r}")
            pos = i
    e = extra.get(n)
    if not e or not e.get("what"):
        err.append("extra.json has no description")
    else:
        for k in ("variant_glosses", "expansions", "sic", "deletions", "stamps", "handwritten", "reference_numbers"):
            for s in e.get(k, []):
                need("extra." + k, s)
        for k, v in e.get("accept", {}).items():
            if k not in KEYS or not isinstance(v, list):
                err.append(f"accept: {k}")
        for k, v in e.get("same", {}).items():
            for gold in v:
                have = [x["name"] for x in g[k]] if k == "distribution" else g[k]
                if gold not in have:
                    err.append(f"same: {gold!r} is not in {k}")
    if verbose:
        known = set(
            map(
                clean,
                g["supplied"]
                + g["notes"]
                + [x["text"] for x in g["foreign"]]
                + [x["real"] for x in g["pseudonyms"]]
                + [x.strip("[]") for x in g["gaps"]],
            )
        )
        for k in ("variant_glosses", "expansions", "sic", "stamps", "handwritten"):
            known |= set(map(clean, e.get(k, [])))
        known = {s.casefold() for s in known}
        for b in brackets(raw):
            if clean(b).strip("[]").casefold() not in known:
                print(f"  {n}: bracket in no list: [{clean(b)}]")
    return err, len(words)


def main():
    verbose = "-v" in sys.argv[1:]
    extra = json.loads((HERE / "extra.json").read_text("utf-8"))
    names = sorted(p.stem for p in HERE.glob("[0-9][0-9][0-9].json"))
    if (
        names != sorted(p.stem for p in HERE.glob("[0-9][0-9][0-9].txt"))
        or names != sorted(p.stem for p in (HERE / "body").glob("*.txt"))
        or names != sorted(extra)
    ):
        sys.exit("texts, gold files, bodies and extra.json do not match one to one")
    bad = total = 0
    for n in names:
        err, words = check(n, extra, verbose)
        total += words
        for e in err:
            print(f"{n}: {e}")
        bad += len(err)
    print(f"{len(names)} cables, {total} body words, {bad} problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

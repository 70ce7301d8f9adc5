#!/usr/bin/env python3
"""Score predictions against the gold.

    score.py PRED_DIR [--json] [-v] [--files 001-028]
    score.py --self

PRED_DIR holds NNN.json with the keys of the gold; a missing file counts as an empty prediction.  The body itself is
scored, by words, when a prediction has a key "body" or PRED_DIR/body/NNN.txt exists; it stays outside the averages.
Strict: equal after NFC and white-space folding.  Soft: also case-blind, without punctuation and spaces; dates by day;
the word count within two per cent.  -v lists every difference (+ invented, - missed).
"""

import argparse
import difflib
import json
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
ARCHIVE = ["repository", "fond", "opis", "delo", "papka", "list"]
FIELDS = [
    "title",
    "cable_number",
    "sender",
    "sender_real",
    "addressees",
    "via",
    "date",
    "date_sent",
    "date_received",
    "classification",
    "handling",
    "salutation",
    "signed",
    "pseudonyms",
    "foreign",
    "supplied",
    "gaps",
    "notes",
    "numbered_items",
    "distribution",
    "distribution_total",
    "archive",
    "people",
    "places",
    "body_word_count",
    "body_first_words",
    "body_last_words",
]
DATES = {"date", "date_sent", "date_received"}
INTS = {"numbered_items", "distribution_total"}
SERBO_CROATIAN = {"sr", "hr", "bs", "sh", "hbs"}


def fold(s):
    s = unicodedata.normalize("NFC", str(s))
    return " ".join("".join(c for c in s if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf")).split())


def norm(s, soft):
    s = fold(s)
    if not soft:
        return s
    t = "".join(c for c in s.casefold() if unicodedata.category(c)[0] in "LNM")
    return t or s


def first(d, *names):
    return next((d[k] for k in names if d.get(k) not in (None, "")), "")


def key(field, v, soft):
    """One value as a comparable string, None if the value is void; a value of the wrong shape matches nothing."""
    if v is None or v == "" or v == [] or v == {}:
        return None
    try:
        return shaped(field, v, soft)
    except (AttributeError, TypeError, ValueError):
        return "? " + json.dumps(v, sort_keys=True, ensure_ascii=False, default=str)


def shaped(field, v, soft):
    if field in ("people", "places"):
        return norm(str(v).replace("[", "").replace("]", ""), soft) or None
    if field == "pseudonyms":
        a, b = (first(v, "name", "pseudonym", "surface"), first(v, "real", "person")) if isinstance(v, dict) else v
        return norm(a, soft).casefold() + " = " + norm(b, soft).casefold()
    if field == "foreign":
        if isinstance(v, str):
            v = {"text": v}
        lang = str(first(v, "lang", "language")).lower().split("-")[0]
        return norm(first(v, "text", "surface"), soft) + " @" + ("sh" if lang in SERBO_CROATIAN else lang)
    if field == "distribution":
        if isinstance(v, str):
            v = {"name": v}
        a, n = (first(v, "name", "recipient"), first(v, "copies", "count") or 1) if isinstance(v, dict) else v
        return f"{norm(a, soft)} ({n})"
    if field in DATES and soft:
        return fold(v)[:10]
    return norm(v, soft)


def values(field, v, soft):
    if field == "archive":
        out = [f"{k}={norm(v[k], soft)}" for k in ARCHIVE if v.get(k)] if isinstance(v, dict) else []
    elif field in LISTS:
        v = v if isinstance(v, list) else [] if v is None else [v]
        out = [key(field, x, soft) for x in v]
    else:
        if isinstance(v, list):
            v = v[0] if len(v) == 1 else None if not v else " ".join(map(str, v))
        if field in INTS and v in (0, "0"):
            v = None
        out = [key(field, v, soft)]
    return {x for x in out if x}


def compare(field, gold, pred, extra, soft):
    """Return (true positives, false positives, false negatives), each a set."""
    g, p = values(field, gold.get(field), soft), values(field, pred.get(field), soft)
    accept = extra.get("accept", {}).get(field, [])
    if field == "archive":
        accept = {f"{k}={norm(x, soft)}" for k, x in accept}
    else:
        accept = {key(field, x, soft) for x in accept}
    if field in LISTS or field == "archive":
        for goldname, others in extra.get("same", {}).get(field, {}).items():
            copies = (
                [x["copies"] for x in gold["distribution"] if x["name"] == goldname] if field == "distribution" else []
            )
            goldkey = key(field, [goldname, copies[0]] if copies else goldname, soft)
            for other in others:
                otherkey = key(field, [other, copies[0]] if copies else other, soft)
                if otherkey in p and otherkey not in g:
                    p = (p - {otherkey}) | {goldkey}
        return g & p, p - g - accept, g - p
    if g and p and p <= accept:
        p = set(g)
    if not g:
        p -= accept
    if soft and field == "body_word_count" and g and p:
        try:
            a, b = int(next(iter(g))), float(next(iter(p)))
            if abs(a - b) <= a * 0.02:
                p = set(g)
        except ValueError:
            pass
    return g & p, p - g, g - p


def body_counts(gold, pred):
    a, b = fold(gold).split(), fold(pred).split()
    tp = sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return tp, len(b) - tp, len(a) - tp


def ratios(tp, fp, fn):
    return {
        "support": tp + fn,
        "tp": tp,
        "fp": fp,
        "fn": fn,
        "precision": tp / (tp + fp) if tp + fp else 0.0,
        "recall": tp / (tp + fn) if tp + fn else 0.0,
        "f1": 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 0.0,
    }


def score(names, preds, bodies, verbose=False):
    extra = json.loads((HERE / "extra.json").read_text("utf-8"))
    golds = {n: json.loads((HERE / f"{n}.json").read_text("utf-8")) for n in names}
    result = {"files": len(names), "missing": [n for n in names if preds.get(n) is None]}
    for mode in ("strict", "soft"):
        count = {f: [0, 0, 0] for f in FIELDS}
        for n in names:
            for f in FIELDS:
                parts = compare(f, golds[n], preds.get(n) or {}, extra.get(n, {}), mode == "soft")
                for i, part in enumerate(parts):
                    count[f][i] += len(part)
                if verbose and mode == "strict":
                    for sign, part in zip("+-", parts[1:], strict=False):
                        for x in sorted(part):
                            print(f"{n} {f} {sign} {x}", file=sys.stderr)
        fields = {f: ratios(*c) for f, c in count.items() if any(c)}
        result[mode] = {
            "fields": fields,
            "micro": ratios(*(sum(c[i] for c in count.values()) for i in range(3))),
            "macro": {
                k: sum(r[k] for r in fields.values()) / max(len(fields), 1) for k in ("precision", "recall", "f1")
            },
        }
    if any(b is not None for b in bodies.values()):
        total = [0, 0, 0]
        for n in names:
            for i, x in enumerate(body_counts((HERE / "body" / f"{n}.txt").read_text("utf-8"), bodies.get(n) or "")):
                total[i] += x
        result["body_words"] = ratios(*total)
    return result


def load(folder, names):
    preds, bodies = {}, {}
    for n in names:
        preds[n] = bodies[n] = None
        path = folder / f"{n}.json"
        if path.is_file():
            try:
                data = json.loads(path.read_text("utf-8"))
                preds[n] = data if isinstance(data, dict) else None
            except ValueError as e:
                print(f"{path.name}: {e}", file=sys.stderr)
        if preds[n] and isinstance(preds[n].get("body"), str):
            bodies[n] = preds[n]["body"]
        elif (folder / "body" / f"{n}.txt").is_file():
            bodies[n] = (folder / "body" / f"{n}.txt").read_text("utf-8")
    return preds, bodies


def table(r):
    print(f"{r['files']} files" + (f", no prediction for {' '.join(r['missing'])}" if r["missing"] else ""))
    print(f"{'field':19}{'support':>8} |{'P':>7}{'R':>7}{'F1':>7}  strict |{'P':>7}{'R':>7}{'F1':>7}  soft")

    def row(name, support, a, b):
        cells = ["".join(f"{x[k]:7.3f}" for k in ("precision", "recall", "f1")) for x in (a, b)]
        print(f"{name:19}{support:>8} |{cells[0]}         |{cells[1]}")

    for f in FIELDS:
        a, b = r["strict"]["fields"].get(f), r["soft"]["fields"].get(f)
        if a or b:
            row(f, (a or b)["support"], a or ratios(0, 0, 0), b or ratios(0, 0, 0))
    row("micro average", r["strict"]["micro"]["support"], r["strict"]["micro"], r["soft"]["micro"])
    row("macro average", "", r["strict"]["macro"], r["soft"]["macro"])
    if "body_words" in r:
        b = r["body_words"]
        print(f"body, by words: support {b['support']}, P {b['precision']:.3f}, R {b['recall']:.3f}, F1 {b['f1']:.3f}")


def main():
    ap = argparse.ArgumentParser(description="Score predictions against the gold.")
    ap.add_argument("folder", nargs="?", type=Path)
    ap.add_argument("--self", action="store_true", help="score the gold against itself")
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--files", help="e.g. 001-028 or 029-036")
    ap.add_argument("-v", action="store_true", help="list every difference")
    o = ap.parse_args()
    names = sorted(p.stem for p in HERE.glob("[0-9][0-9][0-9].json"))
    if o.files:
        lo, _, hi = o.files.partition("-")
        names = [n for n in names if lo <= n <= (hi or lo)]
    if not o.self and not (o.folder and o.folder.is_dir()):
        ap.error("name a folder of predictions, or --self")
    r = score(names, *load(HERE if o.self else o.folder, names), o.v)
    print(json.dumps(r, indent=1)) if o.json else table(r)
    if o.self and not (
        r["strict"]["micro"]["f1"]
        == r["soft"]["micro"]["f1"]
        == r["strict"]["macro"]["f1"]
        == r["soft"]["macro"]["f1"]
        == r["body_words"]["f1"]
        == 1.0
    ):
        sys.exit("the gold does not agree with itself")


if __name__ == "__main__":
    main()

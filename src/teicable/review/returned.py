"""``decisions.toml``: what an editor decided on the page, as it comes back."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from typing import Any

from teicable.errors import DecisionError
from teicable.model.decision import Verdict

_KEYS = ("key", "document", "quote", "verdict", "replacement", "by", "why")


@dataclass(frozen=True, slots=True)
class Returned:
    """One decision of the page: the key of the item, its words for those who read the file, what was decided."""

    key: str
    document: str
    quote: str
    verdict: Verdict
    replacement: str = ""
    by: str = ""
    why: str = ""


def read(data: bytes, path: str) -> tuple[Returned, ...]:
    """Read the file, called ``path`` where it cannot be used.

    Raises:
        DecisionError: it is not what the page gave, or was changed so that nobody can tell what it means.
    """
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DecisionError(f"{path} cannot be read: {error}", "save it from the page again") from error
    entries = content.get("decision", [])
    if content.get("format") != 1 or not isinstance(entries, list) or set(content) - {"format", "decision"}:
        raise DecisionError(f"{path} is no file of decisions", "save it from the page of `teicable review --html`")
    return tuple(_entry(entry, f"{path}, decision {number},") for number, entry in enumerate(entries, 1))


def _entry(entry: Any, place: str) -> Returned:
    if not isinstance(entry, dict):
        raise DecisionError(f"{place} is no table", "write [[decision]] on a line before each")
    for key, value in entry.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1, 0.5)
            hint = f"did you mean “{near[0]}”?" if near else f"keys: {', '.join(_KEYS)}"
            raise DecisionError(f"{place} has an unknown key “{key}”", hint)
        if not isinstance(value, str):
            raise DecisionError(f"{place} has {key} = {value}, which is no text", f'write {key} = "…"')
    for key in ("key", "document", "quote", "verdict"):
        if not entry.get(key):
            raise DecisionError(f"{place} lacks “{key}”", "save the file from the page again")
    if entry["verdict"] not in set(Verdict):
        raise DecisionError(
            f"{place} has the verdict “{entry['verdict']}”", f"a verdict is one of: {', '.join(Verdict)}"
        )
    return Returned(**{**entry, "verdict": Verdict(entry["verdict"])})

"""A grade or an instruction on a line of the form: “(TOP SECRET) –”."""

from __future__ import annotations

import re

from teicable.model.span import Span
from teicable.tei.delimiters import Renditions
from teicable.tei.inline import Inline
from teicable.tei.mixed import Element, put

_MARKING = re.compile(r"(?P<left>\(?)(?P<words>[^()\n]*?[^()\s,;:/–—-])(?P<right>\)?(?:\s*[-–—,;:/]{1,2})?)")


def fill(seg: Element, inline: Inline, renditions: Renditions, content: Span) -> None:
    """Write a marking by itself; brackets round it and a dash to the next become ``@rendition``."""
    found = _MARKING.fullmatch(inline.characters, *content)
    inner = Span(*found.span("words")) if found else content
    if found is None or len(list(inline.within(content))) != len(list(inline.within(inner))):
        inline.fill(seg, content)
        return
    left, right = (" ".join(found[side].split()) for side in ("left", "right"))
    right = f" {right}" if right and found["right"][0].isspace() else right
    ends = [renditions.left(left)] if left else []
    ends += [renditions.right(right)] if right else []
    if ends:
        put(seg, "rendition", " ".join(ends))
    inline.fill(seg, inner)

"""Number, weekday and hour that open the text of a Brazilian telegram: “346 – FRIDAY – 1800hs – The President …”.

They stand in the first paragraph and stay there; the number is that of the telegram, the hour that of sending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teicable import chronology
from teicable.chronology import Moment
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies

_NUMBER = re.compile(
    r"(?:{no}[ \t]*)?(?P<number>\d{1,4})[ \t]*[-–—]{1,2}[ \t]*(?=[^\W\d_])".replace("{no}", r"(?:N[oº°]\.?)")
)
_DASH = re.compile(r"[ \t]*[-–—]{1,2}[ \t]*")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What opens a text: where its number stands, and its hour."""

    number: Span
    hour: Moment


def hour(text: str, span: Span, vocabularies: Vocabularies) -> Beginning | None:
    """Return number and hour if a line or paragraph opens with number, weekday and hour, else ``None``."""
    number = _NUMBER.match(text, *span)
    day = vocabularies["weekday"].match(text, number.end()) if number else None
    dash = _DASH.match(text, day[1], span.end) if day else None
    if not number or not dash or not dash.group():
        return None
    moment = chronology.match(text, dash.end(), span.end)
    if moment is None or not moment.time or moment.date:
        return None
    return Beginning(Span(*number.span("number")), moment)

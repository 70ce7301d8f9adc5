"""What annotators may know beside the text."""

from __future__ import annotations

from dataclasses import dataclass

from teicable.authorities import Authorities
from teicable.chronology import Order
from teicable.vocabularies import Vocabularies


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Word lists, authorities, and what was decided for the document as a whole.

    There is one for each document, so that what was found by it can be kept until the next document comes.

    Attributes:
        order: of day and month in dates written with numbers; ``order_shown`` whether the document shows it.
        year: the one year that full dates of the page have, or 0.
        day: ISO date that the headline gives, or an empty string.
        original: BCP 47 code of the language the document was translated from, or an empty string.
        likely: the same, as the page suggests it (field “Language”, “translated from”, an archive); only a hint.
    """

    vocabularies: Vocabularies
    authorities: Authorities
    order: Order = Order.DAY_FIRST
    order_shown: bool = True
    year: int = 0
    day: str = ""
    original: str = ""
    likely: str = ""

"""What brackets become: phrases of known languages, and English ones, of which none may be taken for foreign."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from teicable.annotate import annotate
from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Authorities
from teicable.model.annotation import AnnotatedText, Segment, Zone
from teicable.model.source import source_text
from teicable.model.span import Span
from teicable.vocabularies import shipped

HERE = Path(__file__).resolve().parent
ORIGINS = ("", "ru", "pl", "cs", "de", "hu", "ro", "bg", "sr", "es", "pt", "fr", "sq", "vi", "zh", "ko")


@dataclass(frozen=True)
class Score:
    """How many were found, found with the right language, and there to be found."""

    found: int
    right: int
    total: int

    def line(self, name: str) -> str:
        precision = self.right / self.found if self.found else 1.0
        return f"{name:<42}{self.total:>5} | {precision:6.3f} {self.right / self.total:6.3f}"


def phrases() -> list[tuple[str, str]]:
    """Return the foreign phrases and their languages."""
    rows = (HERE / "phrases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows]


def english() -> list[str]:
    """Return what is English, or a name, an abbreviation or a phrase at home in English."""
    return (HERE / "english.txt").read_text(encoding="utf-8").splitlines()


def reading(phrase: str, origin: str = "") -> tuple[str, str]:
    """Return what a bracket is taken for, and its language; empty strings if it stays open."""
    source = source_text("t.txt", f"they agreed upon it there [{phrase}] and so on.")
    text = AnnotatedText(source, (Segment(Span(0, len(source.text)), Zone.PARAGRAPH),))
    claims = annotate(text, Knowledge(shipped(), Authorities(), likely=origin))[0].annotations
    return next(((c.kind, c.get("xml:lang")) for c in claims if c.kind in ("foreign", "supplied")), ("", ""))


def foreign_score(*, known: bool) -> Score:
    """Read the foreign phrases, with or without knowing the language of the document."""
    listed = phrases()
    read = [(reading(phrase, code.partition("-")[0] if known else ""), code) for phrase, code in listed]
    found = [(language, code) for (kind, language), code in read if kind]
    return Score(len(found), sum(language == code for language, code in found), len(listed))


def mistaken(origin: str) -> list[str]:
    """Return the English brackets that are taken for foreign."""
    return [phrase for phrase in english() if reading(phrase, origin)[0] == "foreign"]


def table() -> None:
    """Print precision and recall."""
    print(f"\n{'brackets by themselves':<42}{'n':>5} | {'P':>6} {'R':>6}")
    print(foreign_score(known=True).line("foreign, language of the document known"))
    print(foreign_score(known=False).line("foreign, language of the document unknown"))
    listed = english()
    taken = {phrase for origin in ORIGINS for phrase in mistaken(origin)}
    print(f"{'English taken for foreign':<42}{len(listed):>5} | {len(taken)}")

"""Say which words of a transcript became what: its lines, divided where the blocks of the TEI file begin.

The TEI alone gives the words of its source back, block by block (``decode``); the transcript knows its lines. Both have
the same characters other than blanks, so that counting these is all there is to align. Where the transcript is not at
hand, or the two differ, every block is a line of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teicable.model.source import SourceText
from teicable.tei.decode import stretches


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line that belong to one block.

    Attributes:
        line: number of the line; 0 where the lines of the source are not known.
        words: the characters as they stand there.
        block: the element that holds them; ``None`` only if the file has none.
        first: whether the line begins with them.
    """

    line: int
    words: str
    block: etree._Element | None
    first: bool = True


def lineation(root: etree._Element, source: SourceText | None) -> tuple[Run, ...]:
    """Return the lines of a transcript with what became of them, blank lines with the block before them."""
    text, blocks = stretches(root)
    if source is None or "".join(source.text.split()) != "".join(text.split()):
        return tuple(_rebuilt(text, blocks))
    return tuple(_runs(source, blocks))


def _runs(source: SourceText, blocks: list[tuple[int, etree._Element]]) -> Iterator[Run]:
    starts = [start for start, _ in blocks]
    count = 0
    for span in source.lines:
        line, words = source.line(span.start), span.of(source.text)
        begin = 0
        for offset, character in enumerate(words):
            if character.isspace():
                continue
            # Where another block begins in the middle of a line, the blanks before it end the one before.
            if offset > begin and words[begin:offset].strip() and starts[_at(starts, count)] == count:
                yield Run(line, words[begin:offset], _block(blocks, starts, count - 1), first=begin == 0)
                begin = offset
            count += 1
        yield Run(line, words[begin:], _block(blocks, starts, max(0, count - 1)), first=begin == 0)


def _rebuilt(text: str, blocks: list[tuple[int, etree._Element]]) -> Iterator[Run]:
    starts = [start for start, _ in blocks]
    begin = count = 0
    for offset, character in enumerate(text):
        if not character.isspace():
            if offset > begin and starts and starts[_at(starts, count)] == count:
                yield Run(0, text[begin:offset].strip(), _block(blocks, starts, count - 1))
                begin = offset
            count += 1
    if text:
        yield Run(0, text[begin:].strip(), _block(blocks, starts, count - 1))


def _at(starts: list[int], count: int) -> int:
    return max(0, bisect_right(starts, count) - 1)


def _block(blocks: list[tuple[int, etree._Element]], starts: list[int], count: int) -> etree._Element | None:
    return blocks[_at(starts, count)][1] if blocks else None

"""Sources that come to an edition for the first time: conversion proposes what their documents are called.

What a source gave then is what it would give again under the same ids, so that it need not be converted twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from teicable.edition.worker import Converted

AT_HAND = 2000
"""Of how many sources what they gave is kept until their ids are known; more would take too much memory."""

Proposals = dict[str, tuple[tuple[str, ...], str]]
"""Ids of documents and SHA-256 by the name of the source."""


def heard(results: Iterable[Converted], progress: Callable[[int], None]) -> tuple[Proposals, dict[str, Converted]]:
    """Return what new sources propose, and what the first of them gave.

    Nothing is kept of a source of which a cable was refused: its other cables propose ids in the wrong places.
    """
    proposals: Proposals = {}
    first: dict[str, Converted] = {}
    for number, result in enumerate(results, 1):
        progress(number)
        if result.documents:
            proposals[result.name] = (tuple(result.documents), result.sha256)
            if len(first) < AT_HAND and not result.unfaithful:
                first[result.name] = result
    return proposals, first

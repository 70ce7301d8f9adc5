"""A property that is found once, when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self, TypeVar, overload

_Found = TypeVar("_Found")


class Once(cached_property[_Found]):
    """A cached property as it is from Python 3.12 on: that of 3.11 takes a lock, which costs more than most finding.

    What it is found from does not change, so that of two threads that ask at once both find the same.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> _Found: ...
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | _Found:
        if instance is None:
            return self
        found: _Found = self.func(instance)
        instance.__dict__[self.attrname or ""] = found
        return found

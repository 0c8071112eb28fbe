"""Places in a source text: every word of a declaration remembers where it was written."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of a source text: code-point offsets, `end` exclusive."""

    start: int
    end: int


NOWHERE = Span(0, 0)


class Located(Struct, Generic[T], frozen=True):
    """A value and the words it was read from."""

    value: T
    span: Span = NOWHERE


class Text(Located[str], frozen=True):
    """Words and where they stand."""


class Placed(Struct, frozen=True, eq=False):
    """What is equal wherever it was written: `span` does not count."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._what() == other._what()

    def __ne__(self, other: object) -> bool:  # Struct has one of its own, which asks no __eq__
        return not self == other

    def __hash__(self) -> int:
        return hash(self._what())

    def _what(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name != "span")

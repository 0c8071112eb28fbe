"""Places in a source text: every word of a declaration remembers where it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of a source text: code-point offsets, `end` exclusive."""

    start: int
    end: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and the words it was read from."""

    value: T
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Text(Located[str]):
    """Words and where they stand."""

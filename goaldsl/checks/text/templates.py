"""Words of an empty form that were never filled in: 指标2, ……, ≥**%, （100字以内）. Lists: `templates.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goaldsl.checks.text.lexicon import expression, words
from goaldsl.checks.text.markup import without_emphasis


class LeftOver(NamedTuple):
    """A piece of a text that comes from the empty form; `kind` is whole, blank or instruction."""

    kind: str
    start: int
    end: int


def is_unfilled(text: str) -> bool:
    """Whether a cell holds nothing but the words of the empty form."""
    return expression("templates", "whole").fullmatch(text.strip()) is not None


def may_hold_left_overs(prose: str) -> bool:
    """Whether a text may hold a blank or an instruction: a quick look for a whole declaration."""
    return any(mark in prose for mark in words("templates", "marks"))


def left_overs(text: str) -> Iterator[LeftOver]:
    """What is left of the empty form in a text; a text that is nothing else is taken as a whole."""
    if is_unfilled(text):
        yield LeftOver("whole", 0, len(text))
        return
    for kind in ("blank", "instruction"):
        for match in expression("templates", kind).finditer(without_emphasis(text)):
            yield LeftOver(kind, *match.span())

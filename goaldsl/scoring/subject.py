"""What a scoring sentence talks about: the indicator a rule stands under."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.catalog import load
from goaldsl.model.target import Direction, Target
from goaldsl.model.unit import Unit

Units = Callable[[str], Unit]
"""How a unit word is looked up; an unknown word is a unit of its own."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator as its rule sees it.

    `lowest` and `highest` bound the values that can occur, in the target's unit: a share ends at 0 and 100 %, a
    growth rate nowhere.
    """

    name: str
    target: Target | None
    score: Decimal | None
    direction: Direction
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None


def packaged_unit(word: str) -> Unit:
    """A unit of the packaged catalog."""
    return load().unit(word)

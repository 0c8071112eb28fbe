"""What is asked at the end of the year: one quantity, or one choice, and what its answers can be."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goaldsl.model.target import Direction
from goaldsl.model.unit import Unit
from goaldsl.scoring.function.interval import Interval


class Asked(StrEnum):
    """What kind of answer a question wants."""

    AMOUNT = "amount"  # the actual value, in the indicator's unit
    DATE = "date"  # when it was done; counted in days after the deadline
    LATENESS = "lateness"  # how long after the planned time, in `unit`
    CHANGE = "change"  # by how much it differs from last year, in %
    COUNT = "count"  # how often something occurred
    GRADE = "grade"  # which of the grade words
    ITEM = "item"  # whether something holds: YES or NO


@dataclass(frozen=True, slots=True)
class Question:
    """A quantity or a choice that a rule asks for.

    `domain`: the values that can occur; `grain`: their distance where only whole units occur; `met`: where the target
    is met; `target`: the one number the target names; `day`: the deadline that a date is measured from.
    """

    asked: Asked
    name: str
    direction: Direction = Direction.ASCENDING
    unit: Unit | None = None
    domain: Interval = Interval()
    grain: Fraction | None = None
    met: Interval | None = None
    target: Fraction | None = None
    day: datetime.date | None = None

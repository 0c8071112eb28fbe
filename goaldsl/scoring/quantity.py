"""The quantity a term asks for: what it is called, where it counts as met and how far it can run.

Steps, bands and tolerances are measured here, so that sentences, findings and scores agree on one meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from goaldsl.model.rule import Basis, BasisKind, Step
from goaldsl.model.target import DeadlineTarget, Direction, PeriodTarget, QuantityTarget, RangeTarget
from goaldsl.model.unit import Unit
from goaldsl.scoring.subject import Subject, Units

PERCENT = Unit("%", "rate", Fraction(1, 100))
TIME = frozenset({"months", "hours"})
"""年季月 and 周天时: two scales, either of which measures lateness."""

BASIS_NAMES = {
    BasisKind.ATTAINMENT: "完成率",
    BasisKind.DEVIATION: "偏差率",
    BasisKind.LATE: "逾期时间",
    BasisKind.CHANGE: "变动率",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Met from `low` to `high` (None: on that side without end), possible from `lowest` to `highest`.

    `unit` is None where the target has none, or where the step says what is counted. `time`: lateness.
    """

    name: str
    direction: Direction
    low: Fraction | None = None
    high: Fraction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    unit: Unit | None = None
    time: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a number to compare with."""
        return self.low is not None or self.high is not None

    @property
    def reference(self) -> Fraction | None:
        """The target as one number."""
        return self.low if self.low is not None else self.high

    @property
    def rate(self) -> bool:
        return self.unit is not None and self.unit.dimension == "rate"

    @property
    def room(self) -> Fraction | None:
        """How far the actual value can miss the target; None without end."""
        sides: list[Fraction | None] = []
        if self.low is not None:
            sides.append(None if self.lowest is None else max(self.low - self.lowest, Fraction(0)))
        if self.high is not None:
            sides.append(None if self.highest is None else max(self.highest - self.high, Fraction(0)))
        reached = [side for side in sides if side is not None]
        return max(reached) if reached and len(reached) == len(sides) else None


def asked(basis: Basis, subject: Subject) -> Quantity:
    """The quantity of a term with this basis under this indicator."""
    actual = _actual(subject)
    match basis.kind:
        case BasisKind.ACTUAL:
            return actual
        case BasisKind.ATTAINMENT:
            return _relative(actual, BASIS_NAMES[basis.kind], Fraction(100), Fraction(0))
        case BasisKind.DEVIATION:
            return _relative(actual, BASIS_NAMES[basis.kind], Fraction(0), Fraction(-100))
        case BasisKind.LATE:
            return _lateness(BASIS_NAMES[basis.kind])
        case BasisKind.CHANGE:
            return _change(actual)
        case BasisKind.COUNT:
            zero = Fraction(0)
            return Quantity(f"{basis.word}发生数", Direction.DESCENDING, high=zero, lowest=zero)


def _actual(subject: Subject) -> Quantity:
    target = subject.target
    lowest, highest = _exact(subject.lowest), _exact(subject.highest)
    match target:
        case QuantityTarget():
            amount = Fraction(target.amount)
            low = None if subject.direction is Direction.DESCENDING else amount
            high = None if subject.direction is Direction.ASCENDING else amount
            return Quantity(subject.name, subject.direction, low, high, lowest, highest, target.unit)
        case RangeTarget():
            low, high = Fraction(target.low), Fraction(target.high)
            return Quantity(subject.name, Direction.BOTH, low, high, lowest, highest, target.unit)
        case DeadlineTarget() | PeriodTarget():
            return _lateness(subject.name)
        case _:
            return Quantity(subject.name, subject.direction)


def _lateness(name: str) -> Quantity:
    return Quantity(name, Direction.DESCENDING, high=Fraction(0), lowest=Fraction(0), time=True)


def _relative(actual: Quantity, name: str, at_target: Fraction, at_zero: Fraction) -> Quantity:
    """A share of the target: 100 at the target is 完成率, 0 is 偏差率; `at_zero` is where it stands at A = 0."""
    reference = actual.reference
    low = at_target if actual.low is not None else None
    high = at_target if actual.high is not None else None
    bounded = reference is not None and reference > 0 and actual.lowest == 0
    return Quantity(name, actual.direction, low, high, at_zero if bounded else None, None, PERCENT)


def _change(actual: Quantity) -> Quantity:
    """Of a rate the change is the rate itself; of anything else the target only tells which way is better."""
    name = BASIS_NAMES[BasisKind.CHANGE]
    if actual.rate:
        return Quantity(name, actual.direction, actual.low, actual.high, None, None, actual.unit)
    zero = Fraction(0)
    low = None if actual.direction is Direction.DESCENDING else zero
    high = None if actual.direction is Direction.ASCENDING else zero
    return Quantity(name, actual.direction, low, high, None, None, PERCENT)


def _exact(bound: Decimal | None) -> Fraction | None:
    return None if bound is None else Fraction(bound)


def is_share(word: str | None, quantity: Quantity, unit: Units) -> bool:
    """Whether `N%` is a share of the target here: on a rate it is percentage points."""
    if word is None or quantity.rate or quantity.time or not quantity.known:
        return False
    return unit(word).dimension == "rate"


def percent_of_target(step: Step, unit: Units) -> Decimal:
    """A step that is a share of the target, in percent: 5‰ is 0.5."""
    scale = unit(step.unit).scale if step.unit and not step.of_target else PERCENT.scale
    share = Fraction(step.amount) * scale / PERCENT.scale
    return Decimal(share.numerator) / Decimal(share.denominator)


def is_late(step: Step, quantity: Quantity, unit: Units) -> bool:
    """Whether the step counts lateness: of a deadline, or in weeks under a target that is no time."""
    if quantity.time:
        return True
    measured = quantity.unit is not None and quantity.unit.dimension in TIME
    return not measured and step.unit is not None and unit(step.unit).dimension in TIME


def converts(unit: Unit, other: Unit) -> bool:
    """Whether amounts in one unit can be said in the other."""
    if not unit.known or not other.known:
        return unit.symbol == other.symbol
    return unit.dimension == other.dimension and unit.counted == other.counted


def length(step: Step, quantity: Quantity, unit: Units) -> Fraction | None:
    """The step in the quantity's own unit; None when that cannot be said."""
    amount = Fraction(step.amount)
    if step.of_target or is_share(step.unit, quantity, unit):
        share = Fraction(percent_of_target(step, unit)) / 100
        return None if quantity.reference is None else abs(quantity.reference) * share
    if step.unit is None:
        return amount
    if quantity.unit is None:
        return None
    word = unit(step.unit)
    return amount * word.scale / quantity.unit.scale if converts(word, quantity.unit) else None

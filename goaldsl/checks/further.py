"""What checks of second targets (中期, 半年, 上年, 地区) share: their names, and pairs of numbers of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from goaldsl.checks.check import Check
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import Code, Finding, Message, Related
from goaldsl.model.declaration import FurtherTarget, Indicator
from goaldsl.model.target import QuantityTarget
from goaldsl.parse.keywords import CLAUSES, ClauseKind
from goaldsl.review.places import Place

Told = Callable[[Indicator, QuantityTarget, FurtherTarget, QuantityTarget], Place | None]
"""What to say of a number for the year and a further one, and where; None where they agree."""


def called(said: FurtherTarget) -> str:
    """What it is called: 中期, or the area."""
    return said.area.value if said.area is not None else CLAUSES[ClauseKind(said.scope.value)].chinese


def pair_check(code: Code, told: Told, *, remedy: Message) -> Check:
    """A check of each further number beside the one for the year, which is shown with it."""

    def check(facts: Facts) -> Iterator[Finding]:
        for row, target, said, further in _pairs(facts):
            if (found := told(row, target, said, further)) is not None:
                place, message = found
                beside = Related(target.span, Message("本年度的", "that of the year"))
                yield Finding(code, place, message, remedy=remedy, related=(beside,))

    return Check(code, check)


def _pairs(facts: Facts) -> Iterator[tuple[Indicator, QuantityTarget, FurtherTarget, QuantityTarget]]:
    """Each row with a number for the year, and a further number of it."""
    for row in facts.indicators:
        for said in row.further:
            if isinstance(row.target, QuantityTarget) and isinstance(said.target, QuantityTarget):
                yield row, row.target, said, said.target


def size(target: QuantityTarget, whole: QuantityTarget) -> Fraction | None:
    """The number in base units; one without unit is in that of the year. None for another dimension."""
    unit = target.unit or whole.unit
    if unit is None or whole.unit is None:
        return Fraction(target.amount) if unit is None else None
    alike = unit.dimension == whole.unit.dimension and unit.counted == whole.unit.counted
    return Fraction(target.amount) * unit.scale if alike else None


def shown(said: FurtherTarget) -> str:
    """The cell of a further target."""
    return said.type + said.value + said.unit if said.unit or len(said.type) == 1 else said.value


def annual(row: Indicator) -> str:
    """What is promised for the year."""
    return row.printed.type + row.printed.value + row.printed.unit

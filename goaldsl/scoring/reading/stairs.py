"""Steps that begin or break off on the way, said as stretches of results: each stair is a band of its own.

每低1个百分点扣1分，低于35%的不得分 breaks off; 完成50个得2分，每增加10个加1分 begins below the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from goaldsl.model.rule import Band, Bands, Deduct, Points, PointsKind, Rule, Term
from goaldsl.model.target import Direction
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import length
from goaldsl.scoring.reading.cases import Case, Meaning, outcome
from goaldsl.scoring.reading.conditions import End, Stretch, value
from goaldsl.scoring.reading.regions import from_target
from goaldsl.scoring.reading.row import FULL, Row, exact
from goaldsl.scoring.reading.said import About, Does, Statements

_MOST = 40


def broken_off(rule: Rule, stretch: Stretch, row: Row) -> Rule | None:
    """A deduction that ends at a threshold, in stairs; None where it is no plain one of the row's own quantity."""
    (term, *more), quantity = rule.terms, row.quantity
    end, at = threshold(stretch, row)
    plain = not more and isinstance(term.shape, Deduct) and term.basis == Term(term.shape).basis
    if not plain or rule.modifiers != type(rule.modifiers)() or quantity.direction is Direction.BOTH:
        return None
    assert isinstance(term.shape, Deduct)
    step, lost = length(term.shape.step, quantity, row.unit), resolve(term.shape.points, row.score)
    target = quantity.reference
    if end is None or at is None or not step or not lost or target is None or row.score is None:
        return None
    way, full = (1 if row.falling else -1), Fraction(row.score)
    if (at - target) * way < 0:
        return None  # what the target itself earns cannot be nothing
    closed = end.closed if end.hard else row.choose(stretch.start, "without", "with") == "with"  # 80%以下
    sign, edge = ("<", "<" if closed else "<=") if row.falling else (">", ">" if closed else ">=")
    bands: list[Band] = []
    for stair in range(_MOST):
        limit, points = target + way * step * (stair + 1), full - lost * stair
        if points <= 0:
            return None
        last = (limit - at) * way > 0 or (limit == at and sign == edge)
        said = FULL if stair == 0 else Points(PointsKind.POINTS, exact(points, stretch.start))
        bands.append(Band(edge if last else sign, exact(at if last else limit, stretch.start), None, said))
        if last:
            return Rule((Term(Bands(tuple(bands))),))
    return None


def threshold(stretch: Stretch, row: Row) -> tuple[End | None, Fraction | None]:
    """Where 低于60%不得分 or 减少40%以上不得分 lies on the axis of the row, and how it is said."""
    if stretch.off:
        limit = next((one for one in from_target(stretch, row, row.quantity) if one is not None), None)
        return stretch.low or stretch.high, None if limit is None else limit.at
    end = stretch.low if row.falling else stretch.high
    return end, None if end is None else value(end.token, row, row.quantity)


def climbing(listed: Sequence[Case], said: Statements, row: Row) -> Meaning | None:
    """Points at a first limit and more for each step beyond, up to all of them at the target."""
    if len(listed) != 2 or row.falling or row.score is None or not row.numeric:
        return None
    first, more = listed
    each, stretches = more.effect.each, first.when.stretches
    if not (first.gains and first.valued and len(stretches) == 1 and more.effect.does is Does.ADD and each):
        return None
    low, target, measure = stretches[0].low, row.quantity.reference, each.measure
    if (
        low is None
        or measure is None
        or target is None
        or not set(each.ways) <= {"over", "done"}
        or more.when.whole
    ):
        return None
    start, step = value(low.token, row, row.quantity), value(measure, row, row.quantity)
    base, added = resolve(outcome(first.effect, row), row.score), more.effect.amount
    if (
        start is None
        or not step
        or base is None
        or added is None
        or start >= target
        or said.note(About.STARTED)
    ):
        return None
    gain = resolve(row.points(added), row.score) or Fraction(0)
    stairs = (target - start) / step
    if stairs.denominator != 1 or stairs > _MOST or base + stairs * gain != Fraction(row.score):
        return None
    place = first.start
    bands = [
        Band(
            ">=",
            exact(start + stair * step, place),
            None,
            Points(PointsKind.POINTS, exact(base + stair * gain, place)),
        )
        for stair in range(int(stairs), -1, -1)
    ]
    return Meaning((Term(Bands(tuple(bands))),))

"""Clauses with their conditions read: what the meanings are made from."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.model.rule import Modifiers, Points, PointsKind, Term
from goaldsl.scoring.reading.conditions import Condition, condition, is_target, value
from goaldsl.scoring.reading.dates import days_late
from goaldsl.scoring.reading.row import FULL, NOTHING, Row
from goaldsl.scoring.reading.said import Amount, Clause, Does, Effect, Measure, StopError

_DAY = ("底", "末", "月", "月份", "日", "号")
_VALUES = frozenset((Does.GAIN, Does.LOSE, Does.OWE, Does.NOTHING, Does.KEEP))


class Case(Struct, frozen=True):
    """A clause and its condition."""

    clause: Clause
    when: Condition

    @property
    def effect(self) -> Effect:
        return self.clause.effect

    @property
    def start(self) -> int:
        return self.clause.start

    @property
    def stepwise(self) -> bool:
        return self.effect.each is not None

    @property
    def valued(self) -> bool:
        """Whether it gives or takes points at once."""
        return self.effect.does in _VALUES and not self.stepwise

    @property
    def gains(self) -> bool:
        nothing_lost = self.effect.does is Does.LOSE and self.effect.amount == Amount(Measure.POINTS)
        return self.effect.does in (Does.GAIN, Does.KEEP) or nothing_lost


class Meaning(Struct, frozen=True):
    """The terms of a rule and what of its modifiers they bring along."""

    terms: tuple[Term, ...]
    modifiers: Modifiers = Modifiers()


def cases(clauses: tuple[Clause, ...], row: Row) -> tuple[Case, ...]:
    """Every clause with its condition read."""
    clauses = _undated(clauses, row)
    return tuple(Case(clause, _any(clause, requirement(clause, row), row)) for clause in clauses)


def _undated(clauses: tuple[Clause, ...], row: Row) -> tuple[Clause, ...]:
    """年底结余率低于10%: under a number, the one date of a sentence that is no deadline is part of a name."""
    dates = {token.text for clause in clauses for token in clause.condition if token.kind == "d"}
    if not row.numeric or len(dates) != 1 or not dates.pop().endswith(_DAY):
        return clauses
    return tuple(
        replace(
            clause,
            condition=tuple(replace(t, kind="w") if t.kind == "d" else t for t in clause.condition),
        )
        for clause in clauses
    )


def _any(clause: Clause, when: Condition, row: Row) -> Condition:
    """有一项不合格不得分: a single case of it is no number, it is missing the target."""
    if clause.effect.does is not Does.NOTHING or len(when.stretches) != 1 or not (when.missed or row.zero):
        return when
    stretch = when.stretches[0]
    single = stretch.bare and stretch.number.kind == "Q" and stretch.number.value == 1
    return replace(when, stretches=()) if single else when


def outcome(effect: Effect, row: Row) -> Points:
    """The points that an effect leaves."""
    match effect.does:
        case Does.KEEP:
            return FULL
        case Does.NOTHING:
            return NOTHING
    if effect.amount is None:
        raise StopError(effect.start)
    if effect.does is Does.LOSE and effect.amount == Amount(Measure.POINTS):
        return FULL
    points = row.points(effect.amount)
    match effect.does:
        case Does.LOSE:
            return lost(points, row)
        case Does.OWE:
            return replace(points, amount=-points.amount)
        case _:
            return points


def lost(points: Points, row: Row) -> Points:
    """What is left when so many points are lost."""
    match points.kind:
        case PointsKind.FULL:
            return NOTHING
        case PointsKind.PERCENT:
            return replace(points, amount=100 - points.amount)
        case PointsKind.FRACTION:
            return replace(points, amount=points.over - points.amount)
        case _:
            return Points(PointsKind.LESS, points.amount)


_GENERIC = (
    "要求",
    "标准",
    "规定",
    "按时",
    "按期",
    "及时",
    "如期",
    "到位",
    "标",
    "完成",
    "目标",
    "计划",
    "任务",
    "指标",
)
_DENYING = ("没有", "没", "未能", "未", "不", "无", "达到", "达", "的", "逾期", "延期", "到")


def denied(when: Condition) -> bool:
    """Whether the words only say that it is missed: 未达标, 没有按要求完成."""
    bare = "".join(token.text for token in when.tokens if token.kind == "w")
    for sign in _DENYING:
        bare = bare.replace(sign, "")
    return not bare or any(bare.endswith(generic) for generic in _GENERIC)


def requirement(clause: Clause, row: Row) -> Condition:
    """The condition; a requirement in front of 未…扣分 is not part of it: 建立2家调委会，未建立扣1分."""
    whole = condition(clause.condition)
    if (
        clause.effect.does not in (Does.LOSE, Does.NOTHING)
        or clause.effect.each
        or not whole.stretches
        or not row.numeric
    ):
        return whole
    comma = max((place for place, token in enumerate(clause.condition) if token.kind == ","), default=None)
    if comma is None:
        return whole
    last, first = condition(clause.condition[comma + 1 :]), condition(clause.condition[:comma])
    if last.stretches or not last.missed or len(first.stretches) != 1:
        return whole
    stretch, quantity = first.stretches[0], row.quantity
    own = is_target(stretch, row) or (
        stretch.low is not None and value(stretch.low.token, row, quantity) == quantity.low is not None
    )
    if not own:
        raise StopError(stretch.start)
    return last


def meets(case: Case, row: Row) -> bool:
    """Whether the condition says that the target is met: in words, or by its own number."""
    when = case.when
    if when.otherwise or len(when.stretches) > 1:
        return False
    if when.stretches:
        number = when.stretches[0].number
        if row.dated and number.kind == "d":
            return days_late(number, row) == 0
        return is_target(when.stretches[0], row) if row.numeric else False
    return True

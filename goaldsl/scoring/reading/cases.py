"""Clauses with their conditions read: what the meanings are made from."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.model.rule import Modifiers, Points, PointsKind, Term
from goaldsl.scoring.reading.conditions import Condition, compared, condition, is_target, value
from goaldsl.scoring.reading.dates import days_late
from goaldsl.scoring.reading.row import FULL, NOTHING, Row
from goaldsl.scoring.reading.said import Amount, Clause, Does, Effect, Measure, StopError
from goaldsl.scoring.reading.tokens import Token

_TWO_RATES = re.compile("率[、和及][^，,;。]*率")
_A_YEAR = {"每季": 4, "每月": 12, "每个月": 12, "每半年": 2, "每年": 1, "全年": 1}
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


def cases(clauses: tuple[Clause, ...], row: Row, *, counted: bool = False) -> tuple[Case, ...]:
    """Every clause with its condition read; `counted`: how often something is done is a limit."""
    clauses = tuple(_counted_out(clause, row) for clause in _undated(clauses, row))
    repeated = counted or _repeated(clauses)
    clauses = tuple(_a_year(clause) if repeated else clause for clause in clauses)
    for clause in clauses:
        _one_rate(clause, row)
    read = [requirement(clause, row, repeated) for clause in clauses]
    several = sum(bool(when.stretches) for when in read) > 1
    listed = [
        Case(clause, _scoped(when if several else _any(clause, when, row), row))
        for clause, when in zip(clauses, read, strict=True)
    ]
    for case in listed:
        _most(case, row)
    if sum(bool(case.when.named) for case in listed) > 2 or any(_beyond(case) for case in listed):
        listed = [_at_target(case, row) for case in listed]
    ways = {way for case in listed if case.effect.each for way in case.effect.each.ways}
    return tuple(_as_far(case, ways, row) for case in listed)


def _most(case: Case, row: Row) -> None:
    """Stops at 至多得10分, 不超过10分: what is said of the points says nothing of the actual value."""
    alone = [token for token in case.when.whole if token.kind not in ",:"]
    limit = alone[0] if case.gains and len(alone) == 1 and alone[0].kind == "c" else None
    if limit is not None and limit.meaning == "<=" and (limit.text == "至多" or not row.falling):
        raise StopError(case.start)


def _beyond(case: Case) -> bool:
    """小于目标值得10分: the target itself does not earn it."""
    whole = case.when.whole
    strict = case.gains and not case.stepwise and case.when.named in ("<", ">")
    return strict and any(token.kind == "T" for token in whole)


def _at_target(case: Case, row: Row) -> Case:
    """超过目标值得满分，等于目标值得80%: the target as a limit."""
    named = next((t for t in case.when.whole if t.kind == "c"), None)
    reference = row.quantity.reference if row.numeric else None
    if named is None or case.when.stretches or reference is None:
        return case
    number = replace(named, kind="n", value=reference)
    return replace(case, when=replace(case.when, stretches=(compared(number, named.meaning),), named=""))


def _as_far(case: Case, ways: set[str], row: Row) -> Case:
    """减少40%以上不得分 beside 每减少10%扣1分: as far from the target as the steps are counted; so is 超过5天 of ten days."""
    if case.stepwise or case.effect.does is not Does.NOTHING or len(case.when.stretches) != 1:
        return case
    stretch, whole = case.when.stretches[0], case.when.whole
    if row.falling and "over" in ways and not stretch.off and stretch.low is not None:
        at = value(stretch.low.token, row, row.quantity)
        if at is not None and row.quantity.high is not None and at < row.quantity.high:
            return replace(case, when=replace(case.when, stretches=(replace(stretch, off="over"),)))
    before = next((token for token in whole if token.end == stretch.start and token.kind == "o"), None)
    if before is None or stretch.off or before.meaning not in ways or before.meaning not in ("short", "over"):
        return case
    return replace(case, when=replace(case.when, stretches=(replace(stretch, off=before.meaning),)))


def _counted_out(clause: Clause, row: Row) -> Clause:
    """完成一半, 完成三分之二以上: of the target."""
    reference = row.quantity.reference if row.numeric else None
    if reference is None or not any(token.kind in "Kh" for token in clause.condition):
        return clause
    half, kind = Fraction(1, 2), "n" if reference else "w"  # of nothing it is a name: 平均数的1/2
    parts = tuple(
        replace(token, kind=kind, value=reference * (half if token.kind == "h" else token.value))
        if token.kind in "Kh"
        else token
        for token in clause.condition
    )
    return replace(clause, condition=parts)


def _times(clause: Clause) -> int:
    """How often a year the words in front of a number say; 0 where they say nothing."""
    words = "".join(token.text for token in clause.condition if token.kind == "w")
    return next((times for word, times in _A_YEAR.items() if word in words), 0)


def _repeated(clauses: tuple[Clause, ...]) -> bool:
    """每年组织3次得1分, 每年组织2次不得分: how often is what is scored."""
    return sum(_times(clause) > 0 and any(t.kind == "Q" for t in _told(clause)) for clause in clauses) > 1


def _told(clause: Clause) -> tuple[Token, ...]:
    """The condition with what may be a step without 每."""
    return clause.condition + (clause.effect.each.raw if clause.effect.each else ())


def _a_year(clause: Clause) -> Clause:
    """每季度1次 is four times a year."""
    times = _times(clause)
    if times < 2:
        return clause
    return replace(
        clause,
        condition=tuple(
            replace(token, value=token.value * times) if token.kind == "Q" else token
            for token in clause.condition
        ),
    )


def _one_rate(clause: Clause, row: Row) -> None:
    """及时率、准确率低于95%: two rates in one row, one number does not say both."""
    if clause.condition and row.numeric:
        words = row.shadow.text[clause.condition[0].start : clause.condition[-1].end]
        if _TWO_RATES.search(words) and not _TWO_RATES.search(row.subject.name):
            raise StopError(clause.start)


def _scoped(when: Condition, row: Row) -> Condition:
    """35岁及以下的不低于20%, 50人以上企业覆盖率达到90%: a number of another kind only says which ones."""
    if len(when.stretches) < 2 or not row.numeric:
        return when
    own = when.stretches[-1]
    if row.same_unit(own.number) is None and own.number.kind != "%":
        return when
    joined = any(
        when.stretches[0].end <= token.start < own.start and token.kind in ",&" for token in when.whole
    )
    others = [s for s in when.stretches[:-1] if s.number.kind != "Q" or row.same_unit(s.number) is not None]
    return (
        when
        if joined or others
        else replace(when, stretches=(own,), context=tuple(s.number.start for s in when.stretches[:-1]))
    )


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


def requirement(clause: Clause, row: Row, repeated: bool = False) -> Condition:
    """The condition; a requirement in front of 未…扣分 is not part of it: 建立2家调委会，未建立扣1分."""
    whole = condition(clause.condition, repeated=repeated)
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


def items(case: Case, row: Row) -> bool:
    """四项指数均下降的得10分 where none may miss: how many there are."""
    return row.zero and case.gains and all(stretch.bare for stretch in case.when.stretches)


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

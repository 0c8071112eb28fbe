"""Stretches of results with their points, measured on the axis of the row's quantity."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.model.rule import Points
from goaldsl.model.target import Direction
from goaldsl.scoring.quantity import Quantity
from goaldsl.scoring.reading.cases import Case, meets, outcome
from goaldsl.scoring.reading.conditions import End, Stretch, value
from goaldsl.scoring.reading.dates import days_late
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.said import Does, StopError
from goaldsl.scoring.reading.tokens import Token

_ATTAINED = ("完成", "达到", "全部", "实际", "任务", "培训", "比例", "部分", "预算", "数", "额")
_FALLING = ("低于", "少于", "下降", "降低", "降", "减少", "差")
_PAST = ("超过", "超出", "高于")
_BEYOND = ("超", "超支", "超额", "超预算", "超成本", "超概算")


class Limit(Struct, frozen=True):
    """An end of a band on the axis, as the sentence writes it."""

    at: Fraction
    closed: bool
    hard: int
    token: Token


class Region(Struct, frozen=True):
    """A stretch of results with its points."""

    low: Limit | None
    high: Limit | None
    points: Points
    case: Case

    def covers(self, low: Fraction | None, high: Fraction | None) -> bool:
        """Whether the open stretch from `low` to `high` lies inside."""
        inside_low = self.low is None or (low is not None and low >= self.low.at)
        inside_high = self.high is None or (high is not None and high <= self.high.at)
        return inside_low and inside_high

    def within(self, other: Region) -> bool:
        """Whether it is the narrower one."""
        low = other.low is None or (self.low is not None and self.low.at >= other.low.at)
        high = other.high is None or (self.high is not None and self.high.at <= other.high.at)
        return low and high


def region_of(case: Case, listed: Sequence[Case], row: Row, quantity: Quantity) -> Region:
    points = outcome(case.effect, row)
    if not case.when.stretches:
        late = quantity.time and case.when.missed and case is not listed[0]
        if not meets(case, row) or late or not case.gains or quantity.reference is None:
            raise StopError(case.start)
        unit = "天" if quantity.time else None
        token = Token("n", case.start, case.effect.start, "", value=quantity.reference, unit=unit)
        low = None if quantity.low is None else Limit(quantity.low, True, 2, token)
        high = None if quantity.high is None else Limit(quantity.high, True, 2, token)
        return Region(low, high, points, case)
    if len(case.when.stretches) > 1:
        raise StopError(case.when.stretches[1].start)
    stretch = case.when.stretches[0]
    if stretch.off and not quantity.time and not _beyond(case):
        return Region(*from_target(stretch, row, quantity), points, case)
    low, high = (_limit(end, case, row, quantity, listed) for end in (stretch.low, stretch.high))
    if stretch.bare and low is not None:
        if not case.gains and not any(other.when.stretches for other in listed if other is not case):
            raise StopError(stretch.start)  # 发生3起扣5分
        upward = (row.falling or row.zero) == (not case.gains and case.effect.does is not Does.NOTHING)
        if quantity.direction is Direction.BOTH:
            high = low
        else:
            low, high = (low, None) if upward else (None, low)
    if quantity.time and low is None and high is not None and high.at > 0:
        hard = 0 if case.gains else 3  # 推迟10天以内扣1分: not on the day itself
        low = Limit(Fraction(0), False, hard, Token("n", stretch.start, stretch.end, "", unit="天"))
    if low is not None and row.ranked and low.at <= 1:
        low = None  # nobody stands before the first: 第1-3名
    if stretch.low is None and high is not None and _beyond(case):
        low = Limit(_whole(quantity), False, 3, replace(high.token, value=Fraction(100)))
    return Region(low, high, points, case)


def from_target(stretch: Stretch, row: Row, quantity: Quantity) -> tuple[Limit | None, Limit | None]:
    """少1人, 低5个百分点以内: where that lies, counted from the target away."""
    short = stretch.off == "short"
    reference = quantity.low if short else quantity.high
    if reference is None or quantity.direction is Direction.BOTH:
        raise StopError(stretch.start)

    def counted(end: End | None) -> Limit | None:
        if end is None:
            return None
        away = value(end.token, row, quantity)
        of_rate = quantity.rate and end.token.unit in ("%", "‰")
        if away is None:
            raise StopError(end.token.start)
        if of_rate and quantity.unit and reference * quantity.unit.scale != 1:
            points = (
                row.choose(end.token.start, "points", "share") == "points"
            )  # 低5%, in points or of the target?
            away = away if points else away * reference * quantity.unit.scale
        at = reference - away if short else reference + away
        return Limit(at, end.closed, end.hard, replace(end.token, kind="n", value=at, unit=None))

    near, far = counted(stretch.low), counted(stretch.high)
    if stretch.bare:
        far = None
    at_target = Limit(reference, False, 3, Token("n", stretch.start, stretch.end, "", value=reference))
    near = near or at_target  # 5个以内 does not begin at the target itself
    return (far, near) if short else (near, far)


def _whole(quantity: Quantity) -> Fraction:
    assert quantity.reference is not None
    return quantity.reference


def _beyond(case: Case) -> bool:
    """超支10%以内, 超过预算10%: beyond the target, not of it."""
    if any(token.text in _BEYOND for token in case.when.tokens):
        return True
    whole = case.when.whole
    return any(
        one.text in _PAST and other.kind == "T" for one, other in zip(whole, whole[1:], strict=False)
    ) and any(token.kind == "%" for token in whole)


def beyond_too(case: Case, listed: Sequence[Case]) -> Case:
    """超过10%的, 5%-10% behind 超预算5%以内: of the same kind."""
    whole, earlier = case.when.whole, listed[: listed.index(case)]
    past = any(one.text in _PAST and other.kind == "%" for one, other in zip(whole, whole[1:], strict=False))
    alone = all(token.kind in "%n~aqc" for token in whole) and any(_beyond(other) for other in earlier)
    if not (alone or past and any(_beyond(other) for other in listed)):
        return case
    mark = Token("o", case.start, case.start, "超支", "over")
    return replace(case, when=replace(case.when, tokens=(*case.when.tokens, mark)))


def _limit(end: End | None, case: Case, row: Row, quantity: Quantity, listed: Sequence[Case]) -> Limit | None:
    if end is None:
        return None
    token = end.token
    if quantity.time:
        return _late_limit(end, row)
    if any(way in ("late", "early", "off") for way in case.when.ways()):
        raise StopError(token.start)
    if _relative(case, token) and quantity.rate and token.kind == "%" and quantity.reference != 100:
        raise StopError(token.start)
    _about_target(case, token, row, quantity)
    if _beyond(case):
        if not row.falling or token.kind != "%" or quantity.rate:
            raise StopError(token.start)
        token = replace(token, value=token.value + 100)
    elif _falls(case) and not any(_falls(one) and one.gains and meets(one, row) for one in listed):
        raise StopError(token.start)  # 下降10%, of what? where 下降3%以上 is the target, it is of that
    at = value(token, row, quantity)
    if at is None:
        raise StopError(token.start)
    return Limit(at, end.closed, end.hard, token)


def _late_limit(end: End, row: Row) -> Limit:
    """A limit of lateness, ordered by its length; a month of the calendar counts as thirty days to order it."""
    token = end.token
    if token.kind == "d":
        days = days_late(token, row)
        if days is None or days < 0:
            raise StopError(token.start)
        token = replace(token, kind="Q", value=Fraction(days), unit="天")
    if not row.is_time(token) or token.unit is None:
        raise StopError(token.start)
    unit = row.unit(token.unit)
    return Limit(
        token.value * unit.scale * (30 * 24 if unit.dimension == "months" else 1), end.closed, end.hard, token
    )


def _about_target(case: Case, token: Token, row: Row, quantity: Quantity) -> None:
    """A share under a target that is none: only the share of the target, not 节约5% or 偏差率10%."""
    if token.kind != "%" or quantity.rate:
        return
    if _relative(case, token):
        return
    for each in case.when.tokens:
        own = each.text in row.subject.name or any(word in each.text for word in _ATTAINED)
        if (each.kind == "w" and each.text != "()" and not own) or each.meaning in (
            "deviation",
            "change",
            "early",
        ):
            raise StopError(each.start)


def _falls(case: Case) -> bool:
    return any(token.kind == "o" and token.text in _FALLING for token in case.when.tokens)


def _relative(case: Case, token: Token) -> bool:
    """目标值的80%."""
    whole = case.when.whole
    place = next((place for place, each in enumerate(whole) if each.start == token.start), 0)
    return place > 1 and whole[place - 1].text == "的" and whole[place - 2].kind == "T"


def nested(one: Region, other: Region) -> bool:
    return one.within(other) or other.within(one)


def holds(region: Region, at: Fraction) -> bool:
    low = region.low is None or region.low.at < at or (region.low.at == at and region.low.closed)
    high = region.high is None or region.high.at > at or (region.high.at == at and region.high.closed)
    return low and high


def end_at(region: Region, at: Fraction) -> Limit:
    if region.low is not None and region.low.at == at:
        return region.low
    assert region.high is not None
    return region.high

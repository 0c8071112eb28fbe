"""From the parser's relations to intervals and days: 大于等于95%, 80%（含）-90%, 80%≤x<90%, 2026年12月底前."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from goaldsl.scoring.recognition.shadow import counted
from goaldsl.scoring.recognition.statements import Amount, Day, Edge, Interval, Stop
from goaldsl.scoring.recognition.vocabulary import words

_EQUAL = ("等于", "恰为", "=", "==")
_WEAK = frozenset(("达到", "达", "满", "控制在", "为", "是"))
"""Words that say nothing against 以上 or 以下 behind the number."""

_NUMBER = re.compile(r"\d+")


@cache
def _sides() -> dict[str, tuple[str, bool]]:
    """Which end of the interval a comparison gives, and whether it takes the number in."""
    sides = {
        "at_least": ("low", True),
        "more": ("low", False),
        "at_most": ("high", True),
        "less": ("high", False),
    }
    return {word: side for meaning, side in sides.items() for word in words("comparison", meaning)}


def read(node: Any) -> tuple[Interval | None, Day | None]:
    """The interval or the day of a relation."""
    match type(node).__name__:
        case "Deadline":
            return None, _day(node)
        case "Double":
            return _double(node), None
        case "Flipped":
            return _flipped(node), None
        case "Between":
            return _between(node), None
        case _:
            return _bounds(node), None


def _day(node: Any) -> Day:
    if node.dotted:
        whole = [int(part) for part in _NUMBER.findall(node.dotted)]
        return Day(whole[0], whole[1], whole[2], node._tx_position, node._tx_position_end)
    year, month, day = (
        _NUMBER.search(text or "") for text in (node.year, node.month, getattr(node, "day", None))
    )
    place = node._tx_position
    if node.year and year is None and node.year.startswith("次"):
        raise Stop(place)
    return Day(
        int(year[0]) if year else None,
        int(month[0]) if month else 12,
        int(day[0]) if day else None,
        place,
        node._tx_position_end,
    )


def amount(node: Any, unit: str = "") -> Amount:
    """The number of a measure with the words behind it."""
    number = Decimal(counted(node.number))
    return Amount(number, node.unit or unit, node._tx_position, node._tx_position_end, bool(node.share))


def _included(*words: str | None) -> bool | None:
    said = [word for word in words if word]
    return None if not said else not any("不" in word for word in said)


def _double(node: Any) -> Interval:
    """80%≤x<90%, 90%>x≥80%."""
    left, right = node.left, node.right
    if (left[0] in "<≤") != (right[0] in "<≤"):
        raise Stop(node._tx_position)
    first, second = (
        Edge(amount(node.low, node.high.unit), left in ("≤", "<=", "≥", ">=")),
        Edge(amount(node.high, node.low.unit), right in ("≤", "<=", "≥", ">=")),
    )
    return _ordered(Interval(first, second) if left[0] in "<≤" else Interval(second, first), node)


def _flipped(node: Any) -> Interval:
    """95%≤满意度."""
    edge = Edge(amount(node.measure), node.sign not in ("<", ">"))
    return Interval(low=edge) if node.sign[0] in "<≤" else Interval(high=edge)


def _between(node: Any) -> Interval:
    first = Edge(amount(node.low, node.high.unit or ""), _included(node.lowin))
    second = Edge(amount(node.high, node.low.unit or ""), _included(node.highin))
    falling = first.amount.number > second.amount.number
    return _ordered(Interval(second, first) if falling else Interval(first, second), node)


def _bounds(node: Any) -> Interval:
    first = _bound(node.first)
    if node.second is None:
        return first
    second = _bound(node.second)
    if first.low and second.high and not (first.high or second.low):
        return _ordered(Interval(first.low, second.high), node)
    if first.high and second.low and not (first.low or second.high):
        return _ordered(Interval(second.low, first.high), node)
    raise Stop(node._tx_position)


def _ordered(interval: Interval, node: Any) -> Interval:
    assert interval.low
    assert interval.high
    if interval.low.amount.number >= interval.high.amount.number:
        raise Stop(node._tx_position)
    return interval


def _bound(node: Any) -> Interval:
    measured = amount(node.measure)
    op, post = (node.op or "").removesuffix("了"), node.post or ""
    included = _included(node.before, node.after)
    if op in _EQUAL:
        if post:
            raise Stop(node._tx_position)
        return Interval(Edge(measured, True), Edge(measured, True))
    side, strict = _sides().get(op, ("", True))
    if post:
        behind = _behind(post)
        if side and side != behind[0] and op not in _WEAK:
            raise Stop(node._tx_position)
        if side != behind[0] or op in _WEAK:
            side, soft = behind
            return _one_sided(side, Edge(measured, soft if included is None else included))
    if not side:
        return Interval(bare=measured)
    return _one_sided(side, Edge(measured, strict if included is None else included))


def _behind(post: str) -> tuple[str, bool | None]:
    """What 以上, 以下, 以内 say; whether 以下 takes its end in is left open."""
    if "上" in post:
        return "low", True
    if "下" in post:
        return "high", True if post[0] in "及或含" else None
    if "外" in post:
        return "low", False
    return "high", True


def _one_sided(side: str, edge: Edge) -> Interval:
    return Interval(low=edge) if side == "low" else Interval(high=edge)

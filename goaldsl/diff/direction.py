"""Two promises compared: the one definition of easier and harder, for every kind of target (the table of the guide).

Exactly one verdict for every pair. Read in the order of `Relation`: equal sets, one inside the other, opposite rays,
overlap, nothing in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.diff.promise import Promise, Sort
from goaldsl.diff.wording import alike
from goaldsl.model.unit import Unit
from goaldsl.scoring.function.interval import FIRST, LAST, Interval, before
from goaldsl.scoring.quantity import TIME, converts

_FACTOR = 5
"""From this factor on, another unit of the same dimension looks like a misprint."""
_DAY = 24


class Relation(StrEnum):
    """How a new promise stands to the old one."""

    SAME = "same"
    NOTATION = "notation"  # the same set, one sign not printed
    TIGHTENED = "tightened"
    RELAXED = "relaxed"
    REVERSED = "reversed"
    SHIFTED = "shifted"
    REPLACED = "replaced"
    EARLIER = "earlier"
    LATER = "later"
    LOST = "lost"  # a number became words
    GAINED = "gained"
    WORD = "word"
    GIVEN = "given"
    MISSING = "missing"
    UNIT = "unit"  # another dimension
    REVIEW = "review"


MIRRORED = {
    Relation.TIGHTENED: Relation.RELAXED,
    Relation.RELAXED: Relation.TIGHTENED,
    Relation.EARLIER: Relation.LATER,
    Relation.LATER: Relation.EARLIER,
    Relation.LOST: Relation.GAINED,
    Relation.GAINED: Relation.LOST,
    Relation.GIVEN: Relation.MISSING,
    Relation.MISSING: Relation.GIVEN,
}
"""What a relation becomes when the years are swapped; the others stay."""

EASIER = frozenset((Relation.RELAXED, Relation.LATER, Relation.LOST, Relation.MISSING))
HARDER = frozenset((Relation.TIGHTENED, Relation.EARLIER))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The relation, and why; how far the bound moved, positive where it became harder; `doubt`: what a person should
    look at although the relation is certain."""

    relation: Relation
    reason: Message | None = None
    magnitude: Fraction | None = None
    doubt: Message | None = None


def compare(old: Promise, new: Promise) -> Verdict:
    """What became of the old promise."""
    sorts = (old.sort, new.sort)
    if sorts == (Sort.NONE, Sort.NONE):
        return Verdict(Relation.SAME)
    if Sort.UNREADABLE in sorts:
        return _unreadable(old, new)
    if old.sort is Sort.NONE:
        return Verdict(Relation.GIVEN)
    if new.sort is Sort.NONE:
        return Verdict(Relation.MISSING)
    if sorts == (Sort.WORD, Sort.WORD):
        return Verdict(Relation.SAME if alike(old.text, new.text) else Relation.WORD)
    if new.sort is Sort.WORD:
        return Verdict(Relation.LOST)
    if old.sort is Sort.WORD:
        return Verdict(Relation.GAINED)
    if sorts == (Sort.NUMBER, Sort.NUMBER):
        return _numbers(old, new)
    if Sort.NUMBER in sorts:
        return _number_and_time(old, new)
    return _dates(old, new)


def _review(zh: str, en: str) -> Verdict:
    return Verdict(Relation.REVIEW, Message(zh, en))


def _unreadable(old: Promise, new: Promise) -> Verdict:
    if old.sort is new.sort and alike(old.text, new.text):
        return Verdict(Relation.SAME)
    return _review("指标值读不懂，比不出来", "a target cannot be read")


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _numbers(old: Promise, new: Promise) -> Verdict:
    apart = _units(old.unit, new.unit)
    if apart is not None:
        return apart
    if old.signed != new.signed:
        if old.bound == new.bound:
            return Verdict(Relation.NOTATION, Message("有一边没有印符号", "one side prints no sign"))
        return _review("有一边没有印符号，数又不同", "one side prints no sign, and the numbers differ")
    relation = sets(*_within(old, new), old.ray * new.ray)
    reason = None if old.signed else Message("两边都未印符号，按“=”比", "no sign on either side")
    return Verdict(relation, reason, magnitude(old, new), _misprint(old, new))


def _units(old: Unit | None, new: Unit | None) -> Verdict | None:
    """Why two numbers cannot be compared; None when they can."""
    if old is None and new is None:
        return None
    if old is None or new is None:
        return _review("有一边没有计量单位", "one side has no unit")
    if converts(old, new):
        return None
    if not (old.known and new.known):
        word = (old if not old.known else new).symbol
        return _review(f"单位表里没有“{word}”，比不出来", f"{word} is no known unit")
    if old.dimension in TIME and new.dimension in TIME:
        return _review("天与月怎样换算没有说明", "days and months do not convert")
    return Verdict(Relation.UNIT)


def _within(old: Promise, new: Promise) -> tuple[Interval, Interval]:
    """Both sets within the values that can occur; the wider of two domains holds for both."""
    start = min(old.domain.start, new.domain.start)
    end = max(old.domain.end, new.domain.end)
    for each in (old.where, new.where):
        if any(not cut.infinite and cut.x < 0 for cut in (each.start, each.end)):
            start = FIRST
    domain = Interval(start, end)
    return _plain(old.where & domain), _plain(new.where & domain)


_EMPTY = Interval(LAST, FIRST)


def _plain(where: Interval) -> Interval:
    return _EMPTY if where.empty else where


def sets(old: Interval, new: Interval, rays: int) -> Relation:
    """The relation of two sets; `rays` is negative where one runs up and the other down."""
    if old == new:
        return Relation.SAME
    if new.empty or (not old.empty and old.start <= new.start and new.end <= old.end):
        return Relation.TIGHTENED
    if old.empty or (new.start <= old.start and old.end <= new.end):
        return Relation.RELAXED
    if rays < 0:
        return Relation.REVERSED
    return Relation.REPLACED if (old & new).empty else Relation.SHIFTED


def magnitude(old: Promise, new: Promise) -> Fraction | None:
    """The relative change of the bound, positive where harder; None without a bound or a direction."""
    if not old.bound or new.bound is None or old.ray != new.ray or not old.ray:
        return None
    return (new.bound - old.bound) / abs(old.bound) * old.ray


def _misprint(old: Promise, new: Promise) -> Message | None:
    """Another unit of the same dimension and a number that does not follow: 1 % became 0.9 ‰."""
    if old.unit is None or new.unit is None or old.unit.scale == new.unit.scale:
        return None
    if not old.bound or not new.bound or (old.bound > 0) != (new.bound > 0):
        return None
    factor = max(new.bound / old.bound, old.bound / new.bound)
    if factor < _FACTOR:
        return None
    zh = f"换了单位，前后相差 {round(factor)} 倍：是不是印错了？"
    return Message(zh, f"the unit changed and the value by a factor of {round(factor)}: a misprint?")


# ── dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _number_and_time(old: Promise, new: Promise) -> Verdict:
    """A span against a number of days is compared as lengths; a date against a length is not."""
    number, other = (old, new) if old.sort is Sort.NUMBER else (new, old)
    if number.unit is None or number.unit.dimension not in TIME:
        return Verdict(Relation.UNIT)
    length = other.length
    if length is None or number.unit.dimension == "months" or number.ray >= 0:
        return _review("一边是日期，一边是时长，比不出来", "a date against a length of time")
    inside = Interval(FIRST, before(length * _DAY + 1))
    one, two = (old.where, inside) if number is old else (inside, new.where)
    there = min(one.end, two.end).x
    if one.end.x.__floor__() == two.end.x.__floor__():
        return Verdict(Relation.SAME)
    return Verdict(Relation.LATER if there == one.end.x else Relation.EARLIER)


def _dates(old: Promise, new: Promise) -> Verdict:
    assert old.day is not None and new.day is not None and old.bound is not None and new.bound is not None
    if old.when.across or new.when.across:
        odd = _outside(old, new)
        if odd is not None:
            return odd
    before_, after_ = old.bound, new.bound
    if old.when.of_project(old.day) or new.when.of_project(new.day):
        before_, after_ = Fraction(old.day.toordinal()), Fraction(new.day.toordinal())
    if after_ > before_:
        return Verdict(Relation.LATER)
    if after_ < before_:
        return Verdict(Relation.EARLIER)
    if (old.start is None) == (new.start is None) and _starts(old) != _starts(new):
        return _review("结束日期相同，开始日期变了", "the same end, another start")
    return Verdict(Relation.SAME)


def _starts(each: Promise) -> int | None:
    if each.start is None:
        return None
    first = each.when.year if each.when.across and each.when.year is not None else 0
    return (each.start.year - first) * 10_000 + each.start.month * 100 + each.start.day


def _outside(old: Promise, new: Promise) -> Verdict | None:
    """A deadline outside its own form's year: one of the two forms is wrong."""
    assert old.day is not None and new.day is not None
    outside = (old.when.outside(old.day), new.when.outside(new.day))
    if not any(outside):
        return None
    if all(outside):
        same = old.bound == new.bound or old.day == new.day
        return (
            Verdict(Relation.SAME) if same else _review("两边的时限都不在本年度内", "both outside their year")
        )
    side, each = ("原表", old) if outside[0] else ("新表", new)
    return _review(
        f"{side}是 {each.when.year} 年度的，时限却写 {each.day}",
        f"the form of {each.when.year} sets a deadline in another year",
    )

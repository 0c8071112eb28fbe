"""What the kinds that hold a target against last year's result share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Change, Kind, row_change
from goaldsl.diff.changes.rows import row_gone
from goaldsl.diff.changes.targets import relation, shown, target_change
from goaldsl.diff.changes.texts import TENTH
from goaldsl.diff.direction import EASIER, Relation
from goaldsl.diff.numbers import decimal
from goaldsl.diff.promise import Promise, Sort, promise
from goaldsl.diff.view import Achieved, Row, Side
from goaldsl.diff.wording import bare
from goaldsl.scoring.quantity import converts

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired

_THREE_TENTHS = Fraction(3, 10)
_HIGH_RATE = Fraction(95, 100)
_YEARS = 2  # before this one


def below(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A target a tenth or more below the result, less than three."""
    short = _shortfall(paired)
    if short is not None and TENTH <= short < _THREE_TENTHS:
        yield _below(kind, paired, short)


def far_below(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A target three tenths or more below the result."""
    short = _shortfall(paired)
    if short is not None and short >= _THREE_TENTHS:
        yield _below(kind, paired, short)


def _shortfall(paired: Paired) -> Fraction | None:
    """By what share the target lies below last year's result; None where that says nothing: budgets, deadlines, rates
    from 95 %."""
    if not paired.sure or paired.new is None or paired.achieved is None or paired.follows_budget:
        return None
    if not paired.forms.across:
        return None
    target, reached = paired.new.promise, paired.achieved.value
    if reached is None or not reached.bound or target.bound is None or _high(target) or not target.ray:
        return None
    if not _comparable(target, reached):
        return None
    return (reached.bound - target.bound) / abs(reached.bound) * target.ray


def _comparable(target: Promise, reached: Promise) -> bool:
    if target.sort is not Sort.NUMBER or reached.sort is not Sort.NUMBER:
        return False
    if target.unit is None or reached.unit is None:
        return target.unit is reached.unit
    return converts(target.unit, reached.unit)


def _high(target: Promise) -> bool:
    """A rate from 95 % on has no room to rise."""
    rate = target.unit is not None and target.unit.dimension == "rate"
    return rate and target.ray > 0 and target.bound is not None and target.bound >= _HIGH_RATE


def _missed(paired: Paired) -> bool:
    """Whether last year's target was not met."""
    return paired.forms.across and paired.achieved is not None and paired.achieved.met is False


def _below(kind: Kind, paired: Paired, short: Fraction) -> Change:
    """A target below the result."""
    assert paired.new is not None and paired.achieved is not None
    share = f"{decimal(short * 100, 1)}%"
    said = f"今年目标 {paired.new.promise.text}，去年实际 {paired.achieved.text}，低 {share}"
    english = f"target {paired.new.promise.text}, reached {paired.achieved.text} last year: {share} below"
    return row_change(
        kind,
        Message(said, english),
        paired,
        "target",
        shown(paired.old) if paired.old else None,
        shown(paired.new),
        actions=(Action.KEEP,) if paired.verdict.relation is Relation.SAME else (Action.UPDATE,),
        magnitude=-short,
    )


def dropped(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A missed row that is gone, with or without a reason."""
    if paired.old is None or paired.achieved is None or paired.sure or not _missed(paired):
        return
    gone = row_gone(kind, paired, paired.old, paired.match.retired)
    said = f"去年目标 {paired.old.promise.text}，实际 {paired.achieved.text}，没有完成"
    retired = paired.match.retired
    reason = retired.reason.value if retired and retired.reason else ""
    how = f"今年停用：{reason}" if reason else "今年取消"
    english = f"target {paired.old.promise.text}, reached {paired.achieved.text}: missed, now dropped"
    yield replace(gone, reason=Message(f"{said} → {how}", english))


def lowered(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A missed row that is easier now."""
    if relation(paired) not in EASIER or not _missed(paired):
        return
    assert paired.old is not None and paired.new is not None and paired.achieved is not None
    said = f"去年目标 {paired.old.promise.text}，实际 {paired.achieved.text}，没有完成 → 今年 {paired.new.promise.text}"
    english = f"missed last year ({paired.achieved.text}), now {paired.new.promise.text}"
    yield replace(target_change(kind, paired), reason=Message(said, english))


def unmoved(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A target that stands for the third year and was exceeded in both years before."""
    if not _unmoved(paired):
        return
    assert paired.new is not None and paired.achieved is not None
    said = f"目标三年都是 {paired.new.promise.text}，前两年都超额（去年实际 {paired.achieved.text}）"
    english = f"{paired.new.promise.text} for three years, exceeded in both before ({paired.achieved.text})"
    change = target_change(kind, paired)
    yield replace(change, reason=Message(said, english), actions=(Action.KEEP,), magnitude=None)


def _unmoved(paired: Paired) -> bool:
    if not paired.sure or paired.new is None or paired.old is None or paired.follows_budget:
        return False
    if _high(paired.new.promise) or paired.verdict.relation not in (Relation.SAME, Relation.NOTATION):
        return False
    if not paired.forms.across or not _exceeded(paired.old.promise, paired.achieved):
        return False
    year = paired.forms.old.year
    for side in paired.forms.earlier[: _YEARS - 1]:
        found = _earlier(paired.old, side, paired)
        if year is None or side.declaration.year is None or side.declaration.year.value != year - 1:
            return False
        if found is None or found[0].where != paired.new.promise.where or not _exceeded(*found):
            return False
    return len(paired.forms.earlier) >= _YEARS - 1


def _exceeded(target: Promise, achieved: Achieved | None) -> bool:
    reached = achieved.value if achieved else None
    if reached is None or reached.bound is None or target.bound is None or not target.ray:
        return False
    return _comparable(target, reached) and (reached.bound - target.bound) * target.ray > 0


def _earlier(old: Row, side: Side, paired: Paired) -> tuple[Promise, Achieved | None] | None:
    """What the same row promised and reached a year before."""
    year = side.declaration.year.value if side.declaration.year else None
    for at, row in enumerate(side.declaration.indicators):
        if row.category == old.indicator.category and bare(row.name.value, year) == old.key:
            said = promise(row.name.value, row.target, row.direction, paired.forms.catalog)
            return said, side.achieved.get(at)
    return None

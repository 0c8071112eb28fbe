"""更严还是更松：一套算法，对任何两个指标值都只有一个结论。"""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.diff.direction import MIRRORED, Relation, compare
from goaldsl.diff.promise import When, promise
from goaldsl.model.target import (
    CalendarDate,
    DeadlineTarget,
    Direction,
    Operator,
    PeriodTarget,
    Precision,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
    UnreadableTarget,
)

UNITS = ("", "%", "‰", "篇", "万件", "人", "人次", "元", "万元", "天", "个月", "公里", "元/亩", "某某")
NAMES = ("合格率", "增长率", "完成篇数", "支出金额")
WHEN = (When(2025, True), When(2026, True))


def _quantity(operator: Operator, amount: Decimal, unit: str) -> QuantityTarget:
    return QuantityTarget(operator, amount, f"{amount:f}", load().unit(unit) if unit else None, unit)


amounts = st.decimals(min_value=-5, max_value=120, places=1)
quantities = st.builds(_quantity, st.sampled_from(Operator), amounts, st.sampled_from(UNITS))


@st.composite
def ranges(draw: st.DrawFn) -> RangeTarget:
    low, high = sorted((draw(amounts), draw(amounts)))
    unit = draw(st.sampled_from(UNITS))
    return RangeTarget(low, high, f"{low}～{high}", load().unit(unit) if unit else None, unit)


days = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))


def _day(day: datetime.date) -> CalendarDate:
    return CalendarDate(day, Precision.DAY, day.isoformat())


deadlines = st.builds(lambda day: DeadlineTarget(_day(day), day.isoformat()), days)
periods = st.builds(
    lambda one, other: PeriodTarget(_day(min(one, other)), _day(max(one, other)), f"{one}～{other}"),
    days,
    days,
)
words = st.builds(QualityTarget, st.sampled_from(("效果明显", "效果一般", "有效保障")))
unreadable = st.builds(
    UnreadableTarget, st.sampled_from((None, Operator.AT_LEAST)), st.sampled_from(("按月安排", "**"))
)
targets: st.SearchStrategy[Target | None] = st.one_of(
    st.none(), quantities, ranges(), deadlines, periods, words, unreadable
)


def _direction(target: Target | None, leaning: Direction) -> Direction:
    if isinstance(target, RangeTarget):
        return Direction.BOTH
    if isinstance(target, QuantityTarget):
        return {
            Operator.AT_MOST: Direction.DESCENDING,
            Operator.LESS: Direction.DESCENDING,
            Operator.EXACTLY: Direction.BOTH,
            Operator.EQUAL: leaning,
        }.get(target.sense, Direction.ASCENDING)
    return Direction.ASCENDING


def _relation(
    old: Target | None, new: Target | None, name: str, leaning: Direction, mirrored: bool = False
) -> Relation:
    when = WHEN[::-1] if mirrored else WHEN
    one = promise(name, old, _direction(old, leaning), load(), when[0])
    other = promise(name, new, _direction(new, leaning), load(), when[1])
    return compare(one, other).relation


leanings = st.sampled_from((Direction.ASCENDING, Direction.DESCENDING))


@given(targets, targets, st.sampled_from(NAMES), leanings)
@settings(max_examples=600, deadline=None)
def test_swapping_the_years_mirrors(
    old: Target | None, new: Target | None, name: str, leaning: Direction
) -> None:
    """任何一对都有结论；两年对调，严变松、松变严，其余不变。"""
    there = _relation(old, new, name, leaning)
    back = _relation(new, old, name, leaning, mirrored=True)
    assert back is MIRRORED.get(there, there)


@settings(deadline=None)
@given(targets, st.sampled_from(NAMES), leanings)
def test_the_same_target_is_the_same(target: Target | None, name: str, leaning: Direction) -> None:
    """同一年里，一个指标值和自己比，没有变化。"""
    one = promise(name, target, _direction(target, leaning), load())
    assert compare(one, one).relation is Relation.SAME


@given(st.sampled_from(Operator), st.sampled_from(Operator), amounts, amounts, st.sampled_from([("万元", "元"), ("%", "‰"), ("吨", "公斤")]), leanings)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_units_do_not_matter(one: Operator, other: Operator, old: Decimal, new: Decimal, units: tuple[str, str], leaning: Direction) -> None:  # fmt: skip
    """换算单位不改变结论。"""
    large, small = units
    factor = Decimal(int(load().unit(large).scale / load().unit(small).scale))
    before = _quantity(one, old, large)
    there = _relation(before, _quantity(other, new, large), "增长率", leaning)
    here = _relation(before, _quantity(other, new * factor, small), "增长率", leaning)
    assert there is here


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("合格率", (Operator.EQUAL, "100", "%"), (Operator.AT_LEAST, "100", "%"), Relation.SAME),
        ("完成篇数", (Operator.MORE, "2", "篇"), (Operator.AT_LEAST, "3", "篇"), Relation.SAME),
        ("办件量", (Operator.MORE, "2", "万件"), (Operator.AT_LEAST, "20001", "件"), Relation.SAME),
        ("增长率", (Operator.MORE, "2", "%"), (Operator.AT_LEAST, "3", "%"), Relation.TIGHTENED),
        ("完成篇数", (Operator.AT_LEAST, "3", "篇"), (Operator.AT_LEAST, "2", "篇"), Relation.RELAXED),
        ("支出金额", (Operator.AT_MOST, "3", "万元"), (Operator.AT_MOST, "40000", "元"), Relation.RELAXED),
        ("来访批次", (Operator.AT_LEAST, "3", "批"), (Operator.AT_MOST, "3", "批"), Relation.REVERSED),
        ("班子职数", (Operator.EXACTLY, "5", "人"), (Operator.EXACTLY, "7", "人"), Relation.REPLACED),
        ("培训人次", (Operator.AT_LEAST, "5", "人"), (Operator.AT_LEAST, "5", "人次"), Relation.UNIT),
        ("培训人次", (Operator.AT_LEAST, "5", "人"), (Operator.AT_LEAST, "5", ""), Relation.REVIEW),
        ("满意度", (Operator.AT_LEAST, "0", "%"), (Operator.AT_LEAST, "90", "%"), Relation.TIGHTENED),
    ],
)  # fmt: skip
def test_examples(
    name: str, old: tuple[Operator, str, str], new: tuple[Operator, str, str], expected: Relation
) -> None:
    """审核人常见的几对。"""
    one, other = (_quantity(operator, Decimal(amount), unit) for operator, amount, unit in (old, new))
    assert _relation(one, other, name, Direction.ASCENDING) is expected


def test_another_unit_that_does_not_fit_is_doubted() -> None:
    """1% 改成 0.9‰：收紧是确定的，也要问是不是印错了。"""
    one = promise("受害率", _quantity(Operator.AT_MOST, Decimal(1), "%"), Direction.DESCENDING, load())
    other = promise("受害率", _quantity(Operator.AT_MOST, Decimal("0.9"), "‰"), Direction.DESCENDING, load())
    verdict = compare(one, other)
    assert verdict.relation is Relation.TIGHTENED
    assert verdict.doubt is not None and "11 倍" in verdict.doubt.zh


def _deadline(text: str, year: int) -> Target:
    return DeadlineTarget(_day(datetime.date.fromisoformat(text)), text)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2025-12-31", "2026-12-31", Relation.SAME),
        ("2025-06-30", "2026-09-30", Relation.LATER),
        ("2025-06-30", "2026-03-31", Relation.EARLIER),
        ("2026-12-31", "2026-12-31", Relation.REVIEW),
    ],
)
def test_deadlines_move_with_their_year(old: str, new: str, expected: Relation) -> None:
    """跨年比时限，按各自年度里的日子比；写到别的年度去的，要人看。"""
    assert _relation(_deadline(old, 2025), _deadline(new, 2026), "完成时间", Direction.DESCENDING) is expected


def test_leap_years_end_like_others() -> None:
    """闰年的 2 月底和 12 月底与平年是同一天。"""
    for month_end in ("02-29 02-28", "12-31 12-31"):
        leap, common = month_end.split()
        one = promise(
            "完成时间", _deadline(f"2024-{leap}", 2024), Direction.DESCENDING, load(), When(2024, True)
        )
        other = promise(
            "完成时间", _deadline(f"2025-{common}", 2025), Direction.DESCENDING, load(), When(2025, True)
        )
        assert compare(one, other).relation is Relation.SAME

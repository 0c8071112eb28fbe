"""每种规则的得分，与照句子直接写的算式一致。"""

from __future__ import annotations

import datetime
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.scoring.function.curve import Curve, Segment, joined
from goaldsl.scoring.function.interval import Interval, before, closed
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import Verdict, compare
from goaldsl.scoring.function.pieces import Staircase, at_least, at_most
from goaldsl.scoring.function.score import Uncomputable
from goaldsl.scoring.function.steps import CalendarSteps, EvenSteps
from goaldsl.scoring.function.table import exactly
from tests.scoring.function.answers import curve, function, score
from tests.scoring.indicators import read, subject

rates = st.fractions(min_value=0, max_value=100, max_denominator=40)
amounts = st.fractions(min_value=0, max_value=40, max_denominator=40)
_EVERY = settings(max_examples=80, deadline=None)


@given(amounts)
@_EVERY
def test_ratio(actual: Fraction) -> None:
    line = "数量指标 房屋修缮面积 >= 30 平方米 分值 10 赋分 按比例"
    assert score(line, actual) == (10 if actual >= 30 else 10 * actual / 30)


@given(rates)
@_EVERY
def test_ratio_with_a_pass_mark(actual: Fraction) -> None:
    line = "质量指标 完成率 >= 80% 分值 10 赋分 按比例 及格 60%"
    share = actual / 80
    expected = (
        10
        if share >= 1
        else 0
        if share < Fraction(6, 10)
        else 10 * (share - Fraction(6, 10)) / Fraction(4, 10)
    )
    assert score(line, actual) == expected


@given(rates)
@_EVERY
def test_ratio_with_a_cutoff(actual: Fraction) -> None:
    line = "质量指标 完成率 >= 80% 分值 10 赋分 按比例 低于 60% 不得分"
    share = actual / 80
    assert score(line, actual) == (10 if share >= 1 else 0 if share < Fraction(6, 10) else 10 * share)


@given(rates)
@_EVERY
def test_ratio_over_another_number(actual: Fraction) -> None:
    """满意度 95% 以下按实际满意度/90%*10 分：照算会多于 10 分，得分以分值为限。"""
    line = "服务对象满意度指标 群众满意度 >= 95% 分值 10 赋分 按比例 以 90% 为基数"
    assert score(line, actual) == (10 if actual >= 95 else min(10 * actual / 90, 10))


@given(amounts)
@_EVERY
def test_reverse_ratios(actual: Fraction) -> None:
    line = "经济成本指标 支出总额 <= 5 万元 分值 20 赋分 按比例 "
    over = max(20 * (1 - (actual - 5) / 5), Fraction(0))
    assert score(line + "线性", actual) == (20 if actual <= 5 else over)
    assert score(line + "反比", actual) == (20 if actual <= 5 else 20 * Fraction(5) / actual)


@given(rates, st.sampled_from(("", " 不足按一步", " 不足按比例")))
@_EVERY
def test_deduction(actual: Fraction, rounding: str) -> None:
    line = f"服务对象满意度指标 群众满意度 >= 95% 分值 10 赋分 每低2%扣0.5分{rounding}"
    steps = max(95 - actual, Fraction(0)) / 2
    rounded: dict[str, Fraction] = {
        "": Fraction(floor(steps)),
        " 不足按一步": Fraction(ceil(steps)),
        " 不足按比例": steps,
    }
    counted = rounded[rounding]
    assert score(line, actual) == max(10 - counted * Fraction(1, 2), Fraction(0))


@given(amounts)
@_EVERY
def test_deduction_of_a_share_of_the_target(actual: Fraction) -> None:
    line = "经济成本指标 支出总额 <= 8 万元 分值 20 赋分 每超10%扣2分 最多扣 15"
    steps = floor(max(actual - 8, Fraction(0)) / 8 * 10)
    assert score(line, actual) == max(20 - min(2 * steps, 15), 0)


@given(rates)
@_EVERY
def test_deduction_on_both_sides(actual: Fraction) -> None:
    line = "社会效益指标 入住率 60～80% 分值 10 赋分 每1%扣1分"
    away = max(60 - actual, actual - 80, Fraction(0))
    assert score(line, actual) == max(10 - floor(away), 0)


@given(st.integers(-40, 400))
@_EVERY
def test_lateness_in_days(days: int) -> None:
    line = "时效指标 工作完成时间 截止 2026-12-31 分值 10 赋分 每推迟10天扣1分 允许 3天"
    assert score(line, days) == (10 if days <= 3 else max(10 - days // 10, 0))


@given(st.integers(0, 700))
@_EVERY
def test_lateness_in_months_goes_by_the_calendar(days: int) -> None:
    """12 月 31 日的期限：到 1 月 31 日满一个月，2 月 28 日满两个月。"""
    done = datetime.date(2026, 12, 31) + datetime.timedelta(days)
    months = (done.year - 2026) * 12 + done.month - 12
    last = (done + datetime.timedelta(1)).month != done.month
    full = months if last else months - 1
    line = "时效指标 工作完成时间 截止 2026-12-31 分值 10 赋分 每推迟1个月扣1分"
    assert score(line, days) == max(10 - max(full, 0), 0)


@given(rates)
@_EVERY
def test_bands(actual: Fraction) -> None:
    line = "服务对象满意度指标 满意度 >= 95% 分值 10 赋分 按区间 >= 95% 10, > 80% 8, >= 60% 5"
    expected = 10 if actual >= 95 else 8 if actual > 80 else 5 if actual >= 60 else 0
    assert score(line, actual) == expected


@given(rates)
@_EVERY
def test_interpolation(actual: Fraction) -> None:
    line = "质量指标 任务完成率 >= 100% 分值 10 赋分 插值 60% 0, 80% 8, 100% 10"
    lower = (actual - 60) / 20 * 8
    expected = 0 if actual < 60 else lower if actual < 80 else 8 + (actual - 80) / 20 * 2
    assert score(line, actual) == expected


@given(st.integers(0, 12))
@_EVERY
def test_award_and_bonus(count: int) -> None:
    award = "数量指标 论文篇数 >= 3 篇 分值 6 赋分 每2篇得2分 最多 5"
    assert score(award, count) == min(2 * (count // 2), 5)
    bonus = "数量指标 论文篇数 >= 3 篇 分值 10 赋分 按比例 基础分 80% 加分 1 每 1篇 最多 2"
    assert score(bonus, count) == (8 + min(count - 3, 2) if count >= 3 else Fraction(8 * count, 3))


@pytest.mark.parametrize(
    ("rule", "word", "points"),
    [
        ("分档 效果明显 10, 效果一般 5", "效果一般", 5),
        ("分档 效果明显 满分, 效果一般 扣3", "效果一般", 7),
        ("分档 效果明显 10, 效果一般 5", "没有效果", 0),
        ("分档 效果明显 10 否则 2", "没有效果", 2),
        ("直接赋分", "是", 10),
        ("直接赋分 否则 3", "否", 3),
    ],
)
def test_words(rule: str, word: str, points: int) -> None:
    assert score(f"社会效益指标 执行力不断提高 定性 效果明显 分值 10 赋分 {rule}", word) == points


@given(st.fractions(min_value=0, max_value=20, max_denominator=50), st.sampled_from(
    ("按比例 线性", "按比例 反比", "每超10%扣2分", "每超2000元扣1分", "按区间 <= 5万元 20, <= 60000元 8", "直接赋分")
))  # fmt: skip
@_EVERY
def test_the_unit_does_not_matter(actual: Fraction, rule: str) -> None:
    """指标值写 5 万元还是 50000 元，得分一样。"""
    wide = f"经济成本指标 支出总额 <= 5 万元 分值 20 赋分 {rule}"
    fine = f"经济成本指标 支出总额 <= 50000 元 分值 20 赋分 {rule}"
    assert score(wide, actual) == score(fine, actual * 10_000)


@given(st.fractions(min_value=0, max_value=100, max_denominator=7))
@_EVERY
def test_a_share_of_the_target_is_the_same_on_every_scale(actual: Fraction) -> None:
    """完成率每低 1% 与实际值每少计划值的 1% 是一回事。"""
    head = "数量指标 培训人次 >= 50 人次 分值 10 赋分 "
    assert score(head + "完成率 每低3%扣1分", actual) == score(head + "每少3%扣1分", actual)


_stairs = st.builds(
    Staircase,
    st.builds(EvenSteps, st.integers(-5, 5).map(Fraction), st.fractions(Fraction(1, 4), 4, max_denominator=4), st.sampled_from((1, -1))),
    st.integers(-6, 6).map(Fraction),
    st.integers(-3, 3).map(Fraction),
    st.booleans(),
)  # fmt: skip
_GRID = [Fraction(step, 8) for step in range(-80, 81)]


@given(_stairs, st.fractions(-12, 12, max_denominator=4))
@_EVERY
def test_a_staircase_is_understood_without_walking_it(stairs: Staircase, level: Fraction) -> None:
    """台阶在哪里够到某个分数，推算的与一点一点数的一样。"""
    for x in _GRID:
        assert (x in at_least(stairs, level)) == (stairs.at(x) >= level)
        assert (x in at_most(stairs, level)) == (stairs.at(x) <= level)
        near = Fraction(1, 1000)
        assert stairs.limit(x, from_right=True) == stairs.at(x + near)
        assert stairs.limit(x, from_right=False) == stairs.at(x - near)


@given(_stairs, st.integers(-8, 0), st.integers(0, 8))
@_EVERY
def test_bounds_cut_a_staircase_exactly(stairs: Staircase, low: int, high: int) -> None:
    """扣完为止、最高不过分值，都在该断的地方断。"""
    whole = joined([Segment(closed(Fraction(-10), Fraction(10)), stairs)])
    kept = whole.clamped(Fraction(low), Fraction(high))
    for x in _GRID:
        assert kept.at(x) == min(max(stairs.at(x), low), high)


def test_a_million_steps_are_no_work() -> None:
    found, question = curve("经济成本指标 支出总额 <= 814.87 万元 分值 20 赋分 每超1元扣0.00001分")
    assert isinstance(found, Curve)
    assert question.target == Fraction("814.87")
    assert len(found.segments) == 3
    assert found.at(Fraction("815.87")) == 20 - Fraction(10_000, 100_000)


@given(
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31)), st.integers(1, 14), st.integers(0, 60)
)
@_EVERY
def test_calendar_steps(day: datetime.date, months: int, count: int) -> None:
    """满几个月，按日历数。"""
    steps = CalendarSteps(day, months)
    there = day + datetime.timedelta(int(steps.position(count)))
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months * count
    assert there.day == day.day or (there + datetime.timedelta(1)).day == 1
    assert steps.full(steps.position(count)) == count == steps.begun(steps.position(count))
    assert steps.full(steps.position(count) + 1) == count
    assert steps.begun(steps.position(count) + 1) == count + 1


def test_months_reach_beyond_the_last_year() -> None:
    """一个月扣 0.00001 分也算得出扣完的日子。"""
    steps = CalendarSteps(datetime.date(9990, 1, 31), 1)
    assert steps.position(1_000_000) > 30_000_000
    assert steps.full(steps.position(1_000_000)) == 1_000_000


def test_intervals_know_their_ends() -> None:
    assert Fraction(95) not in Interval(end=before(Fraction(95)))
    assert Fraction(95) in closed(Fraction(95), None)


def test_sums_are_compared_where_they_differ() -> None:
    """几项相加的规则：哪一项改严了，从哪个次数看得出。"""
    head = "质量指标 安全生产 定性 无事故 分值 10 赋分 发生 一般事故 每1起扣{}分 + 发生 重大事故 每1起扣{}分"
    old, harder, mixed = (function(head.format(*points)) for points in ((1, 5), (2, 5), (2, 3)))
    assert compare(old, old).verdict is Verdict.EQUAL
    order = compare(harder, old)
    assert (order.verdict, compare(old, harder).verdict) == (Verdict.LESS, Verdict.GREATER)
    assert order.less == 1
    assert compare(mixed, old).verdict is Verdict.INCOMPARABLE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("时效指标 完成时间 截止 2026-12-31 分值 10 赋分 每推迟1个工作日扣1分", "按天、周还是月计"),
        ("时效指标 完成时间 <= 12 个月 分值 10 赋分 每超10天扣1分", "步长与指标值怎样换算"),
        ("经济成本指标 支出总额 <= 5 万元 分值 20 赋分 按比例", "线性还是反比"),
        ("社会效益指标 制度建设 定性 健全 分值 10 赋分 人工 酌情扣分", "由人评判"),
        ("数量指标 调研篇数 >= 3 篇 赋分 按比例", "没有分值"),
    ],
)
def test_what_is_left_open_is_said(line: str, why: str) -> None:
    """算不出来的，说出缺什么，不猜。"""
    indicator, _ = read(line)
    assert indicator.rule is not None
    found = lower(indicator.rule, subject(indicator))
    assert isinstance(found, Uncomputable)
    assert why in found.reason.zh and found.reason.en


def test_what_can_be_computed_is_kept() -> None:
    """一项由人评判，其余各项照算。"""
    indicator, _ = read("数量指标 论文篇数 >= 3 篇 分值 6 赋分 按比例 + 人工 质量低劣的酌情扣分")
    assert indicator.rule is not None
    found = lower(indicator.rule, subject(indicator))
    assert isinstance(found, Uncomputable) and found.rest is not None
    (question,) = found.rest.questions
    assert found.rest.points({question: Fraction(2)}) == exactly(Fraction(4))

"""年终自评刚好在限上的数：多一点少一点，结果不同。"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from goaldsl.catalog import load
from goaldsl.catalog.accumulation import accumulates
from goaldsl.catalog.extension import Extension
from goaldsl.evaluation.execution import execution
from goaldsl.evaluation.progress import Progress, progress
from goaldsl.model.actuals import Funds
from tests.score.cases import HEAD, declared, evaluated, filled_in, read

ROW = "数量指标 甲 >= 10 篇 分值 10 赋分 按比例\n"
MIDDLE = datetime.date(2026, 6, 30)


def found(row: str, answer: str, head: str = HEAD, budget: str | None = None) -> set[str]:
    """The codes that one row with its answer brings."""
    declaration = declared(row, head)
    text = filled_in({"甲": answer}) if budget is None else filled_in({"甲": answer}, budget)
    return {each.code.code for each in evaluated(declaration, text)[1]}


@pytest.mark.parametrize(
    ("spent", "points"), [("0", "0"), ("99.99", "10.00"), ("99.9", "9.99"), ("100", "10"), ("120", "10")]
)
def test_execution_is_never_above_its_points(spent: str, points: str) -> None:
    """执行率超过 100% 也只得满分。"""
    profile = declared(ROW).profile
    funds = Funds("年度资金总额", adjusted=Decimal(100), executed=Decimal(spent))
    result = execution(funds, profile)
    assert result.points == Decimal(points)
    assert result.rate == Fraction(spent) / 100


def test_no_rate_of_a_budget_of_nothing() -> None:
    """预算数是 0，没有执行率，也没有得分。"""
    profile = declared(ROW).profile
    for funds in (
        Funds("总额", adjusted=Decimal(0), executed=Decimal(0)),
        Funds("总额", executed=Decimal(1)),
    ):
        result = execution(funds, profile)
        assert (result.rate, result.exact, result.points) == (None, None, None)


@pytest.mark.parametrize(("spent", "asked"), [("89.99", True), ("90", False), ("90.01", False)])
def test_reason_for_execution_at_the_mark(spent: str, asked: bool) -> None:
    """四川：执行率低于 90% 才要写原因，刚好 90% 不用。"""
    budget = f'["预算"]\n"全年预算数" = 100\n"全年执行数" = {spent}\n'
    codes = found(ROW, '"实际完成值" = 10\n', HEAD + "分值方案 四川\n", budget)
    assert ("GA110" in codes) is asked


@pytest.mark.parametrize(("value", "asked"), [("129", False), ("130", True), ("131", True)])
def test_over_achievement_at_the_threshold(value: str, asked: bool) -> None:
    """方案 130%：刚好 130% 就要说明，129% 不用。"""
    catalog = load(Extension(named={"profile": {"zhijiang": {"over_achievement": 130}}}))
    declaration = declared("数量指标 甲 >= 100 篇 分值 10 赋分 按比例\n", catalog=catalog)
    _, findings = evaluated(declaration, filled_in({"甲": f'"实际完成值" = {value}\n'}))
    assert ("GA111" in {each.code.code for each in findings}) is asked


def test_less_of_what_should_be_less_is_no_over_achievement() -> None:
    """越少越好的，少了不算超额；多了另有扣分。"""
    catalog = load(Extension(named={"profile": {"zhijiang": {"over_achievement": 130}}}))
    row = "经济成本指标 甲 <= 100 万元 分值 10 赋分 每超10%扣1分\n"
    answer = '"实际完成值" = 150\n"偏差原因及改进措施" = "材料涨价。"\n'
    _, findings = evaluated(declared(row, catalog=catalog), filled_in({"甲": answer}))
    assert findings == []


@pytest.mark.parametrize(
    ("rule", "lowest"),
    [
        ("每推迟10天扣1分", 0),
        ("每推迟10天扣1分 可倒扣", 0),
        ("每推迟10天扣1分 可倒扣 最多扣 15", 0),
        ("每推迟10天扣1分 可倒扣 最多扣 10", 0),
        ("每推迟10天扣1分 最多扣 4", 6),
        ("直接赋分 否则 2", 2),
    ],
)
def test_a_deadline_never_met(rule: str, lowest: int) -> None:
    """到年底没有完成：按标准能得的最低分；可倒扣的扣得再多也不低于 0，最多扣 4 分的还得 6 分。"""
    row = f"时效指标 甲 截止 2026-06-30 分值 10 赋分 {rule}\n"
    answer = '"实际完成日期" = "未完成"\n"偏差原因及改进措施" = "会签晚。"\n'
    evaluation, _ = evaluated(declared(row), filled_in({"甲": answer}))
    assert evaluation.rows[0].points == lowest
    assert evaluation.total == 10 + lowest


def test_lateness_goes_below_nothing_where_the_rule_says_so() -> None:
    """完成了、只是太晚的，可倒扣的照扣到负数，总分也少：和没有完成不同。"""
    row = "时效指标 甲 截止 2026-01-01 分值 10 赋分 每推迟10天扣1分 可倒扣 最多扣 15\n"
    answer = '"实际完成日期" = 2026-05-01\n"偏差原因及改进措施" = "会签晚。"\n'
    evaluation, _ = evaluated(declared(row), filled_in({"甲": answer}))
    assert (evaluation.rows[0].points, evaluation.total) == (Decimal(-2), Decimal(8))


@pytest.mark.parametrize(
    ("given", "wrong"), [("-0.01", True), ("0", False), ("10", False), ("10.01", True), ("9.99", False)]
)
def test_points_by_hand_stay_within_the_row(given: str, wrong: bool) -> None:
    """由人评定的，0 分到分值，含两头。"""
    row = "社会效益指标 甲 定性 效果明显 分值 10 赋分 人工 酌情扣分\n"
    answer = f'"实际完成值" = "较好"\n"评定得分" = {given}\n"偏差原因及改进措施" = "仍有差距。"\n'
    declaration = declared(row)
    actuals, findings, _ = read(declaration, filled_in({"甲": answer}))
    from goaldsl.evaluation.evaluate import evaluate

    codes = {each.code.code for each in [*findings, *evaluate(declaration, actuals, load())[1]]}
    assert bool(codes & {"GA107", "GA109"}) is wrong


@pytest.mark.parametrize(
    ("grade", "given", "wrong"),
    [
        ("基本达成目标", "8", False),
        ("基本达成目标", "7.99", True),
        ("部分实现目标", "7.99", False),
        ("部分实现目标", "8", True),
        ("部分实现目标", "6", False),
        ("实现目标程度较低", "6", True),
        ("实现目标程度较低", "0", False),
    ],
)
def test_grades_at_their_limits(grade: str, given: str, wrong: bool) -> None:
    """80% 归上一档，60% 归上一档。"""
    row = "社会效益指标 甲 定性 效果明显 分值 10 赋分 按评判等级\n"
    answer = f'"评判等级" = "{grade}"\n"评定得分" = {given}\n"偏差原因及改进措施" = "仍有差距。"\n'
    assert ("GA109" in found(row, answer)) is wrong


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        ("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"), ("0", "差"),
    ],
)  # fmt: skip
def test_the_mark_of_the_year_at_its_limits(points: str, grade: str) -> None:
    """刚好 90 分是优，刚好 60 分是中。"""
    row = "社会效益指标 甲 定性 效果明显 分值 100 赋分 人工 酌情扣分\n"
    answer = f'"实际完成值" = "较好"\n"评定得分" = {points}\n"偏差原因及改进措施" = "仍有差距。"\n'
    declaration = declared(row, "部门 某局\n年度 2026\n表样 重庆\n")  # no points for spending the budget
    evaluation, _ = evaluated(declaration, filled_in({"甲": answer}))
    assert (evaluation.total, evaluation.full) == (Decimal(points), Decimal(100))
    assert evaluation.grade == grade


@pytest.mark.parametrize(("given", "wrong"), [("6.67", False), ("6.66", True), ("10", True)])
def test_points_beside_a_rule(given: str, wrong: bool) -> None:
    """能算的，填的得分要与算出的相同。"""
    row = "数量指标 甲 >= 3 篇 分值 10 赋分 按比例\n"
    answer = f'"实际完成值" = 2\n"评定得分" = {given}\n"偏差原因及改进措施" = "人手不足。"\n'
    assert ("GA117" in found(row, answer)) is wrong


# ── 年中 ──
def state(rows: str, answers: dict[str, str], at: datetime.date = MIDDLE, spent: str = "50") -> Progress:
    declaration = declared(rows)
    budget = f'["预算"]\n"全年预算数" = 100\n"全年执行数" = {spent}\n'
    actuals, _, _ = read(declaration, filled_in(answers, budget), so_far=True)
    return progress(declaration, actuals, load(), at)


def test_what_is_exceeded_does_not_make_up_for_the_rest() -> None:
    """一个指标完成 200%，另一个是 0：目标完成一半，不是全部。"""
    rows = ROW + ROW.replace("甲", "乙")
    answers = {"甲": '"实际完成值" = 20\n', "乙": '"实际完成值" = 0\n'}
    assert state(rows, answers).goals == Fraction(1, 2)


def test_goals_are_weighted_by_points() -> None:
    """按分值加权；成本不算进目标完成。"""
    rows = (
        ROW + ROW.replace("甲", "乙").replace("分值 10", "分值 30") + "经济成本指标 丙 <= 10 万元 分值 20\n"
    )
    answers = {name: f'"实际完成值" = {value}\n' for name, value in (("甲", 10), ("乙", 0), ("丙", 9))}
    assert state(rows, answers).goals == Fraction(1, 4)


@pytest.mark.parametrize(("spent", "apart"), [("60", False), ("40", False), ("60.01", True), ("39.99", True)])
def test_goals_and_money_ten_points_apart(spent: str, apart: bool) -> None:
    """刚好差 10 个百分点不预警，两边都一样。"""
    assert state(ROW, {"甲": '"实际完成值" = 5\n'}, spent=spent).apart is apart


@pytest.mark.parametrize(
    ("at", "elapsed"), [("2026-01-01", "1/365"), ("2026-12-31", "1"), ("2026-07-02", "183/365")]
)
def test_elapsed(at: str, elapsed: str) -> None:
    """当天算在内。"""
    assert state(ROW, {}, datetime.date.fromisoformat(at)).elapsed == Fraction(elapsed)


@pytest.mark.parametrize(("at", "late"), [("2026-05-31", False), ("2026-06-01", True)])
def test_the_last_day_is_not_late(at: str, late: bool) -> None:
    """期限当天不算逾期，第二天算。"""
    row = "时效指标 甲 截止 2026-05-31 分值 10 赋分 每推迟10天扣1分\n"
    assert state(row, {}, datetime.date.fromisoformat(at)).rows[0].behind is late


@pytest.mark.parametrize(("value", "behind"), [("181", False), ("180", True)])
def test_in_step_with_the_year(value: str, behind: bool) -> None:
    """刚好跟上进度不算落后，用得刚好也不算快。"""
    row = "数量指标 甲 >= 365 次 分值 10 赋分 按比例\n"
    assert state(row, {"甲": f'"实际完成值" = {value}\n'}).rows[0].behind is behind
    cost = "经济成本指标 甲 <= 365 万元 分值 10 赋分 每超10%扣1分\n"
    assert state(cost, {"甲": '"实际完成值" = 181\n'}).rows[0].ahead is False
    assert state(cost, {"甲": '"实际完成值" = 182\n'}).rows[0].ahead is True


@pytest.mark.parametrize(
    ("name", "unit", "ascending", "grows"),
    [
        ("培训人次", "人次", True, True),
        ("支出总额", "万元", False, True),
        ("开放天数", "天", True, True),
        ("办结天数", "天", False, False),
        ("累计停电时间", "小时", False, True),
        ("平均住院日", "天", False, False),
        ("户均补助", "元", True, False),
        ("合格率", "%", True, False),
        ("成本", "元/亩", False, False),
        ("考核成绩", "分", True, False),
        ("道路长度", "公里", True, True),
    ],
)
def test_what_accumulates(name: str, unit: str, ascending: bool, grows: bool) -> None:
    """次数、支出、里程越积越多；比率、平均数、单价、限期、评分不是。"""
    assert accumulates(name, load().unit(unit), ascending=ascending) is grows

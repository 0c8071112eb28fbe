"""年中监控：落后于时间进度的、已得不了满分的，按评分函数算；执行率的预警线按方案。"""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from goaldsl.catalog import load
from goaldsl.evaluation.progress import Progress, progress
from goaldsl.service.monitoring import report
from tests.score.cases import HEAD, declared, filled_in, read

SICHUAN = HEAD + "分值方案 四川\n"
MIDDLE = datetime.date(2026, 6, 30)


def state(rows: str, answers: dict[str, str], at: datetime.date = MIDDLE, spent: str = "50") -> Progress:
    declaration = declared(rows, HEAD)
    budget = f'["预算"]\n"全年预算数" = 100\n"全年执行数" = {spent}\n'
    actuals, findings, _ = read(declaration, filled_in(answers, budget), so_far=True)
    assert [finding.message.zh for finding in findings] == []
    return progress(declaration, actuals, load(), at)


@pytest.mark.parametrize(
    ("row", "answer", "behind", "reachable"),
    [
        ("数量指标 甲 >= 10 篇 分值 10 赋分 按比例", '"实际完成值" = 4', True, 10),
        ("数量指标 甲 >= 10 篇 分值 10 赋分 按比例", '"实际完成值" = 5', False, 10),
        ("质量指标 甲率 >= 95% 分值 10 赋分 每低1%扣1分", '"实际完成值" = 60', False, 10),
        ("经济成本指标 甲 <= 100 万元 分值 20 赋分 每超10%扣2分", '"实际完成值" = 40', False, 20),
        ("经济成本指标 甲 <= 100 万元 分值 20 赋分 每超10%扣2分", '"实际完成值" = 80', False, 20),
        ("经济成本指标 甲 <= 100 万元 分值 20 赋分 每超10%扣2分", '"实际完成值" = 125', False, 16),
        ("社会效益指标 甲 定性 平稳 分值 5 赋分 发生 上访 每1起扣2分", '"上访发生数" = 1', False, 3),
        ("时效指标 甲 截止 2026-05-31 分值 10 赋分 每推迟10天扣1分", "", True, 7),
        ("时效指标 甲 截止 2026-12-31 分值 10 赋分 每推迟10天扣1分", "", False, 10),
        ("社会效益指标 甲 定性 效果明显 分值 5 赋分 分档 效果明显 5, 效果一般 2", "", False, 5),
    ],
)
def test_row(row: str, answer: str, behind: bool, reachable: int) -> None:
    """6 月 30 日，年过去 49.59%：数目按时间进度比，比率可以回升，超支、出事、误期回不来。"""
    name = row.split()[1]
    found = state(row + "\n", {name: answer + "\n"}).rows[0]
    assert (found.behind, found.reachable) == (behind, Fraction(reachable))
    assert found.lost is (reachable < int(found.score or 0))


def test_manual_points_are_not_foretold() -> None:
    """由人评定的不预测。"""
    found = state("质量指标 甲率 >= 90% 分值 5 赋分 人工 酌情扣分\n", {}).rows[0]
    assert found.reachable is None and not found.lost


@pytest.mark.parametrize(
    ("at", "spent", "mark", "behind"),
    [
        (datetime.date(2026, 4, 29), "10", None, False),
        (datetime.date(2026, 4, 30), "24.9", 4, True),
        (datetime.date(2026, 6, 30), "40", 6, False),
        (datetime.date(2026, 8, 31), "59", 8, True),
        (datetime.date(2026, 12, 31), "81", 10, False),
    ],
)
def test_marks_of_sichuan(at: datetime.date, spent: str, mark: int | None, behind: bool) -> None:
    """四川的预警线：4、6、8、10 月底 25%、40%、60%、80%，月底到了才算。"""
    declaration = declared("数量指标 甲 >= 10 篇 分值 90 赋分 按比例\n", SICHUAN)
    budget = f'["预算"]\n"全年预算数" = 100\n"全年执行数" = {spent}\n'
    actuals, _, _ = read(declaration, budget, so_far=True)
    found = progress(declaration, actuals, load(), at)
    assert (found.mark.month if found.mark else None, found.execution_behind) == (mark, behind)


def test_goals_and_money_apart() -> None:
    """目标完成与预算执行相差超过 10 个百分点，预警。"""
    rows = "数量指标 甲 >= 10 篇 分值 10 赋分 按比例\n"
    assert state(rows, {"甲": '"实际完成值" = 7\n'}).apart
    assert not state(rows, {"甲": '"实际完成值" = 6\n'}).apart


def test_overdue_is_said() -> None:
    """过了期限还没有完成的，说期限已过。"""
    found = state("时效指标 甲 截止 2026-05-31 分值 10 赋分 每推迟10天扣1分\n", {})
    assert "✗ 甲：没有填；期限已过，还没有完成；最多还能得 7 分（满分 10）" in report(found, "zh")


def test_report() -> None:
    """给人看的一页。"""
    rows = "数量指标 甲 >= 10 篇 分值 10 赋分 按比例\n经济成本指标 乙 <= 100 万元 分值 20 赋分 每超10%扣2分\n"
    text = report(state(rows, {"甲": '"实际完成值" = 4\n', "乙": '"实际完成值" = 125\n'}), "zh")
    assert text.splitlines() == [
        "截至 2026年6月30日，全年过去 49.59%",
        "预算执行率 50%",
        "! 甲：到目前 4篇；完成目标的 40%；落后于进度",
        "✗ 乙：到目前 125万元；用去目标的 125%；快于进度；最多还能得 16 分（满分 20）",
        "2 个指标，1 个落后于进度，1 个快于进度，1 个已得不了满分",
    ]

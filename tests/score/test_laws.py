"""自评的规律：总分等于各行之和，得分在 0 与分值之间，完成得越好得分不减，等级按线划分。"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.catalog import Extension, load
from goaldsl.model.evaluation import Evaluation
from goaldsl.numbers import rounded
from goaldsl.scoring.points import plain
from tests.score.cases import declared, evaluated, filled_in

RISING = (
    "数量指标 甲 >= 7 篇 分值 10 赋分 按比例",
    "数量指标 甲 >= 7 篇 分值 10 赋分 按比例 及格 60%",
    "数量指标 甲 >= 7 篇 分值 10 赋分 每少1篇扣3分",
    "数量指标 甲 >= 7 篇 分值 10 赋分 按区间 >= 7 10, >= 5 8, >= 2 3",
    "数量指标 甲 > 7 篇 分值 10 赋分 达标 否则 2",
    "数量指标 甲 >= 7 篇 分值 10 赋分 每1篇得2分 最多 10",
    "数量指标 甲 >= 7 篇 分值 10 赋分 插值 2 0, 7 10",
    "数量指标 甲 >= 7 篇 分值 10",
)
FALLING = (
    "经济成本指标 甲 <= 7 万元 分值 10 赋分 按比例 线性",
    "经济成本指标 甲 <= 7 万元 分值 10 赋分 按比例 反比",
    "经济成本指标 甲 <= 7 万元 分值 10 赋分 每超10%扣2分",
    "经济成本指标 甲 <= 7 万元 分值 10 赋分 每超1万元扣4分",
)
_values = st.integers(0, 20)


def points(row: str, value: int) -> Decimal:
    evaluation, _ = evaluated(declared(row + "\n"), filled_in({"甲": f'"实际完成值" = {value}'}))
    found = evaluation.rows[0].points
    assert found is not None
    return found


@pytest.mark.parametrize("row", (*RISING, *FALLING))
@settings(max_examples=25, deadline=None)
@given(value=_values, more=_values)
def test_better_never_earns_less(row: str, value: int, more: int) -> None:
    """得分在 0 与分值之间；正向指标多了不减，反向指标多了不加。"""
    low, high = sorted((value, more))
    first, second = points(row, low), points(row, high)
    assert min(first, second) >= 0 and max(first, second) <= 10
    assert first <= second if row in RISING else first >= second


@settings(max_examples=40, deadline=None)
@given(st.lists(_values, min_size=4, max_size=4), st.integers(0, 10_000))
def test_total_is_the_sum_of_what_is_printed(values: list[int], executed: int) -> None:
    """先取整后相加：总分等于表上各行得分与执行率得分之和，分类小计合起来也是。"""
    rows = "".join(row.replace(" 甲 ", f" 甲{at} ") + "\n" for at, row in enumerate(RISING[:4]))
    budget = f'["预算"]\n"全年预算数" = 100\n"全年执行数" = {plain(Decimal(executed) / 100)}\n'
    answers = {f"甲{at}": f'"实际完成值" = {value}' for at, value in enumerate(values)}
    evaluation, _ = evaluated(declared(rows), filled_in(answers, budget))
    printed = [row.points or Decimal(0) for row in evaluation.rows]
    spent = evaluation.execution.points
    assert spent is not None and spent == rounded(Fraction(executed, 1000), 2)
    assert evaluation.total == sum(printed, spent)
    assert sum(evaluation.by_level1.values()) == sum(printed)
    assert evaluation.full == 50
    assert evaluation.grade == graded(evaluation)


def graded(evaluation: Evaluation) -> str:
    """优 from 90 of 100 on, 良 from 80, 中 from 60."""
    assert evaluation.total is not None
    share = evaluation.total * 100 / evaluation.full
    return next(name for name, line in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if share >= line)


def test_sum_before_rounding() -> None:
    """方案写明的，各行不先取整，只把合计取整：6.666… 三次是 20，不是 20.01。"""
    own = {"profile": {"zhijiang": {"round_rows": False}}}
    rows = "".join(f"数量指标 甲{at} >= 3 篇 分值 10 赋分 按比例\n" for at in range(3))
    answers = filled_in({f"甲{at}": '"实际完成值" = 2' for at in range(3)})
    catalog = load(Extension(named=own))
    assert evaluated(declared(rows), answers)[0].total == Decimal("30.01")
    assert evaluated(declared(rows, catalog=catalog), answers)[0].total == Decimal("30.00")


def test_over_achievement_wants_a_word() -> None:
    """方案要求的：达到目标的 130% 要写超额说明；写了就不报。"""
    catalog = load(Extension(named={"profile": {"zhijiang": {"over_achievement": 130}}}))
    declaration = declared("数量指标 举办活动次数 >= 12 次 分值 10 赋分 按比例\n", catalog=catalog)
    answer = '"实际完成值" = 96\n'
    _, findings = evaluated(declaration, filled_in({"举办活动次数": answer}))
    assert [(each.code.code, each.message.zh) for each in findings] == [
        ("GA111", "“举办活动次数”完成了目标的 800%，没有写超额完成说明")
    ]
    said = answer + '"超额完成说明" = "与宣传月合办，次数大增。"\n'
    assert evaluated(declaration, filled_in({"举办活动次数": said}))[1] == []
    below = filled_in({"举办活动次数": '"实际完成值" = 15\n'})
    assert evaluated(declaration, below)[1] == []


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("0.125", 2, "0.13"), ("0.375", 2, "0.38"), ("2.5", 0, "3"), ("9.994", 2, "9.99"), ("20/3", 1, "6.7")],
)
def test_rounding_goes_half_up(value: str, places: int, shown: str) -> None:
    """四舍五入，不是银行家舍入。"""
    assert str(rounded(Fraction(value), places)) == shown


def test_no_execution_points() -> None:
    """方案不计执行率的，不必填预算，总分不含执行率。"""
    head = "部门 某局\n年度 2026\n表样 重庆\n"
    declaration = declared("指标 培训次数 >= 3 次 分值 100\n", head=head)
    assert declaration.profile.execution == 0
    evaluation, findings = evaluated(declaration, '["指标"."培训次数"]\n"实际完成值" = 3\n')
    assert evaluation.total == 100
    assert findings == []

"""第二个指标值和任务：每种表样上，有地方印的印出来、一格不丢，没有地方印的说出来；表格没有空洞。"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.forms import lay_out
from goaldsl.forms.public import masked
from goaldsl.model.declaration import Scope
from goaldsl.model.table import Table
from tests.forms.test_grid import FORMS, slots

WORDS = {"中期": Scope.MIDTERM, "半年": Scope.HALF_YEAR, "上年": Scope.LAST_YEAR, "前年": Scope.YEAR_BEFORE}
_SAID = st.lists(st.sampled_from((*WORDS, "地区 甲县", "地区 乙县")), unique=True, max_size=6)


def compiled(text: str) -> Compiled:
    return Compiler(load(), Defaults(), frozenset()).compile("某局.goal", text.encode())


def table(text: str) -> Table:
    declaration = compiled(text).declaration
    assert declaration is not None
    return lay_out(declaration)


def cells(found: Table) -> list[str]:
    return [cell.text for row in found.rows for cell in row.cells]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=6, deadline=None)
@given(said=st.lists(_SAID, min_size=1, max_size=3), tasks=st.integers(0, 3))
def test_printed_or_told(form: str, said: list[list[str]], tasks: int) -> None:
    text = f"表样 {form}\n指标体系 mof-2021\n年度 2026\n"
    text += "".join(f"任务 任务{at}\n  内容 内容{at}\n  预算 {at}0 万元\n" for at in range(tasks))
    written: list[tuple[str, str]] = []
    for at, words in enumerate(said):
        text += f"数量指标 指标{at} >= 1 次\n"
        for number, word in enumerate(words):
            value = f"{at + 1}{number}7"
            text += f"  {word} >= {value} 次\n"
            written.append((word, f"≥{value}次"))
    found = compiled(text)
    assert found.declaration is not None
    printed = lay_out(found.declaration)
    slots(printed)
    assert abs(sum((column.width for column in printed.columns), Decimal(0)) - 100) < 1
    keys = {column.key for column in found.declaration.form.columns}
    told = [each.finding.message.zh for each in found.diagnostics if each.finding.code.code == "GC549"]
    for word, value in written:
        scope = WORDS.get(word, Scope.AREA)
        if scope in keys:
            assert cells(printed).count(value) == 1, f"{word} {value} 没有印"
        else:
            assert value not in cells(printed)
            assert any(f"{word.split()[0]}指标值" in each for each in told), f"{word} 没有说"
    shown = [f"内容{at}" for at in range(tasks) if f"内容{at}" in cells(printed)]
    if found.declaration.form.tasks:
        assert len(shown) == tasks
    else:
        assert shown == []
        assert any("任务" in each for each in told) is (tasks > 0)


def test_labels() -> None:
    """没有写中期的，一栏不多，字样不变；写了的，“指标值”印成“年度指标值”。"""
    plain = table("表样 项目2015\n年度 2026\n数量指标 甲 >= 3 篇\n")
    both = table("表样 项目2015\n年度 2026\n数量指标 甲 >= 3 篇\n  中期 >= 9 篇\n数量指标 乙 >= 3 篇\n")
    heads = [[cell.text for row in each.rows if row.header for cell in row.cells] for each in (plain, both)]
    assert heads[0] == ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"]
    assert heads[1] == ["绩效指标", "一级指标", "二级指标", "三级指标", "中期指标值", "年度指标值"]
    assert [cell.text for cell in both.rows[-1].cells] == ["乙", "", "≥3篇"]


def test_tasks_stand_where_the_paper_has_them() -> None:
    """任务表在部门名称之后、预算之前；金额印表上的单位，没有的格空着。"""
    found = table(
        "部门 某局\n表样 部门整体\n年度 2026\n预算 20.5 万元\n年度目标\n  - 甲\n"
        "任务 培训\n  内容 培训乡镇干部\n  预算 125000 元\n任务 办会\n数量指标 甲 >= 3 篇\n"
    )
    rows = [[cell.text for cell in row.cells] for row in found.rows]
    assert rows[1:4] == [
        ["年度主要任务", "任务名称", "主要内容", "预算金额（万元）", "其中：财政拨款", "其他资金"],
        ["培训", "培训乡镇干部", "12.5", "", ""],
        ["办会", "", "", "", ""],
    ]
    assert rows[4] == ["预算金额（万元）", "20.5"]


def test_published_without_telephones() -> None:
    """公开时遮住任务内容、中期文字里的电话，金额和指标值的数不动。"""
    telephone = "137" + "00001640"
    found = compiled(
        f"部门 某局\n表样 通用\n年度 2026\n任务 培训\n  内容 联系人 {telephone}\n  预算 {telephone} 元\n"
        f"数量指标 发放金额 >= {telephone} 元\n  中期 >= {telephone}\n社会效益指标 乙 定性 好\n  中期 拨打{telephone}\n"
    ).declaration
    assert found is not None
    public = masked(found)
    (task,) = public.tasks
    assert task.content is not None and task.content.value == "联系人 137****1640"
    assert task.budget is not None and task.budget.text.value == f"{telephone} 元"
    shown = [each.value for row in public.indicators for each in row.further]
    assert shown == [telephone, "拨打137****1640"]

"""不论哪种表样、哪些指标、怎样排列：表格没有空洞，没有重叠；分类格不跨两个一级指标；每行的分类读得回来。"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.forms import lay_out
from goaldsl.model.declaration import Declaration
from goaldsl.model.table import Cell, Table

FORMS = tuple(load().ids("form"))
_LEVEL1 = {
    "数量指标": "产出指标", "质量指标": "产出指标", "时效指标": "产出指标", "经济成本指标": "成本指标",
    "社会效益指标": "效益指标", "经济效益指标": "效益指标", "服务对象满意度指标": "满意度指标", "": "",
}  # fmt: skip
_ROWS = st.lists(st.sampled_from(sorted(_LEVEL1)), max_size=8)
_FIELDS = st.sets(
    st.sampled_from(("部门 某某局\n", "填表人 张某\n", "填表日期 2026-01-05\n", "单位负责人 李某\n"))
)


def declared(form: str, rows: list[str], fields: set[str]) -> Declaration:
    """One indicator for each class; no class is a level-3 row of its own."""
    text = f"表样 {form}\n指标体系 mof-2021\n年度 2026\n" + "".join(sorted(fields))
    text += "".join(f"{level2 or '指标'} 指标{at} >= {at} 次\n" for at, level2 in enumerate(rows, 1))
    compiled = Compiler(load(), Defaults(), frozenset()).compile("某局.goal", text.encode())
    assert compiled.declaration is not None
    return compiled.declaration


def slots(table: Table) -> list[list[Cell]]:
    """The grid with every slot taken; a slot left over or taken twice fails."""
    grid: list[list[Cell | None]] = [[None] * len(table.columns) for _ in table.rows]
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            for down in range(cell.rowspan):
                for right in range(cell.colspan):
                    assert at + down < len(grid), f"“{cell.text}”伸出表外"
                    assert cell.column + right < len(table.columns), f"“{cell.text}”伸出表外"
                    assert grid[at + down][cell.column + right] is None, f"“{cell.text}”压在别的格上"
                    grid[at + down][cell.column + right] = cell
    filled = [[cell for cell in row if cell is not None] for row in grid]
    assert [len(row) for row in filled] == [len(table.columns)] * len(grid), "表格有空洞"
    return filled


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=12, deadline=None)
@given(rows=_ROWS, fields=_FIELDS)
def test_grid(form: str, rows: list[str], fields: set[str]) -> None:
    table = lay_out(declared(form, rows, fields))
    grid = slots(table)
    keys = [column.key for column in table.columns]
    (head,) = (at for at, row in enumerate(table.rows) if row.header)
    body = grid[head + 1 : head + 1 + len(rows)]
    names = keys.index("name")
    assert [row[names].text for row in body] == [f"指标{at}" for at in range(1, len(rows) + 1)]
    if "level1" in keys:
        assert [row[keys.index("level1")].text for row in body] == [_LEVEL1[level2] for level2 in rows]
    if "level2" in keys:
        assert [row[keys.index("level2")].text for row in body] == rows
    for key in {"level1", "level2"} & set(keys):
        for one, other, first, second in zip(body, body[1:], rows, rows[1:], strict=False):
            same_cell = one[keys.index(key)] is other[keys.index(key)]
            merged = load().form(form).merge  # type: ignore[union-attr]
            same_class = _LEVEL1[first] == _LEVEL1[second] and (key == "level1" or first == second)
            assert same_cell is (merged and same_class)


@pytest.mark.parametrize("form", FORMS)
def test_widths(form: str) -> None:
    """各栏的宽度合起来是整张表。"""
    table = lay_out(declared(form, ["数量指标"], set()))
    assert round(sum(column.width for column in table.columns)) == 100

"""不论哪种表样、哪些指标、怎样排列：表格没有空洞，没有重叠；分类格不跨两个一级指标；每行的分类读得回来。

行里有指标，也有只写了分类的空行；分类相同的相邻两行是不是一格，看表样合并不合并。
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import Extension, load
from goaldsl.compiler import Compiler
from goaldsl.forms import lay_out
from goaldsl.model.declaration import Declaration
from goaldsl.model.table import Cell, Role, Table

FORMS = tuple(load().ids("form"))
_LEVEL1 = {
    "数量指标": "产出指标", "质量指标": "产出指标", "时效指标": "产出指标", "经济成本指标": "成本指标",
    "社会效益指标": "效益指标", "经济效益指标": "效益指标", "服务对象满意度指标": "满意度指标", "": "",
}  # fmt: skip
Entry = tuple[str, bool]  # the class, and whether an indicator stands there
_ROWS = st.lists(st.tuples(st.sampled_from(sorted(_LEVEL1)), st.booleans()), max_size=8)
_FIELDS = st.sets(
    st.sampled_from(("部门 某某局\n", "填表人 张某\n", "填表日期 2026-01-05\n", "单位负责人 李某\n"))
)


def declared(form: str, rows: list[Entry], fields: set[str]) -> Declaration:
    """One indicator for each entry, or the empty row of its class; no class is a level-3 row of its own."""
    text = f"表样 {form}\n指标体系 mof-2021\n年度 2026\n" + "".join(sorted(fields))
    for at, (level2, filled) in enumerate(rows, 1):
        text += f"{level2 or '指标'} 指标{at} >= {at} 次\n" if filled or not level2 else f"{level2}\n"
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


def block(table: Table) -> list[dict[str, Cell]]:
    """The rows of indicators by the key of their column; the whole grid is held to have no hole."""
    grid = slots(table)
    (head,) = (at for at, row in enumerate(table.rows) if row.header)
    signed = (at for at, row in enumerate(grid) if any(cell.role is Role.SIGNATURE for cell in row))
    end = next(signed, len(grid))
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in grid[head + 1 : end]]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=12, deadline=None)
@given(rows=_ROWS, fields=_FIELDS)
def test_grid(form: str, rows: list[Entry], fields: set[str]) -> None:
    table = lay_out(declared(form, rows, fields))
    body = block(table)
    classes = [level2 for level2, _ in rows]
    names = [f"指标{at}" if filled or not level2 else "" for at, (level2, filled) in enumerate(rows, 1)]
    assert [row["name"].text for row in body] == names
    merged = load().form(form).merge  # type: ignore[union-attr]
    for key, said in (("level1", [_LEVEL1[level2] for level2 in classes]), ("level2", classes)):
        if key not in {column.key for column in table.columns}:
            continue
        assert [row[key].text for row in body] == said
        for one, other, first, second in zip(body, body[1:], classes, classes[1:], strict=False):
            same_class = _LEVEL1[first] == _LEVEL1[second] and (key == "level1" or first == second)
            assert (one[key] is other[key]) is (merged and same_class)


def test_a_class_of_the_same_name_under_another_first_level() -> None:
    """“其他指标”在产出、效益下面都有：相邻也不合成一格。"""
    own = {"level": [{"name": name, "names": [], "class": [{"name": "其他指标", "names": [f"{name[:2]}其他"]}]} for name in ("产出指标", "效益指标")]}  # fmt: skip
    catalog = load(
        Extension(named={"taxonomy": {"own": {"name": "自己的", "names": [], "source": "", **own}}})
    )
    text = "表样 general\n指标体系 own\n产出其他 甲 >= 1 次\n产出其他 乙 >= 1 次\n效益其他 丙 >= 1 次\n"
    declaration = Compiler(catalog, Defaults(), frozenset()).compile("某局.goal", text.encode()).declaration
    assert declaration is not None
    body = block(lay_out(declaration))
    assert [(row["level1"].text, row["level2"].text) for row in body] == [
        ("产出指标", "其他指标"),
        ("产出指标", "其他指标"),
        ("效益指标", "其他指标"),
    ]
    assert body[0]["level2"] is body[1]["level2"] is not body[2]["level2"]


@pytest.mark.parametrize("form", FORMS)
def test_widths(form: str) -> None:
    """各栏的宽度合起来是整张表。"""
    table = lay_out(declared(form, [("数量指标", True)], set()))
    assert round(sum(column.width for column in table.columns)) == 100

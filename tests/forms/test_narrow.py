"""本单位自己的窄表：栏少、栏目挤在一行，写的每个栏目照样印一次，指标值连符号带单位印全，分类读得回来。"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import Catalog, Extension, load
from goaldsl.compiler import Compiler
from goaldsl.forms import lay_out
from goaldsl.model.table import Role, Table
from tests.forms.test_grid import block, slots

# What each field holds; the amounts are those that the form prints.
FIELDS = {
    "project": ("项目名称", "修路"), "supervisor": ("主管部门", "县交通局"), "implementer": ("实施单位", "公路中心"),
    "project_kind": ("项目属性", "新增"), "budget": ("年度资金总额", "100"), "fiscal_funds": ("财政拨款", "80"),
    "contact": ("联系人", "李某"), "goals": ("年度目标", "修好乡村道路"), "unit_head": ("单位负责人", "张某"),
}  # fmt: skip
_LEVEL2 = ("数量指标", "质量指标", "社会效益指标")
_LEVEL1 = {"数量指标": "产出指标", "质量指标": "产出指标", "社会效益指标": "效益指标"}
_COLUMNS = st.sampled_from((
    ("name", "value"), ("name", "value_unit"), ("level2", "name", "value"), ("name", "value", "unit"),
    ("level1", "name", "value"), ("name", "type", "value"), ("level1", "level2", "name", "value_unit"),
    ("level1", "level2", "name", "value"), ("name", "score", "unit", "type", "value"), ("level2", "name", "type", "value"),
    ("level1", "level2", "name", "type", "value", "unit", "explanation", "criterion", "remark"),
))  # fmt: skip


def form(
    columns: tuple[str, ...], widths: list[int], margin: str, rows: dict[str, tuple[str, int]]
) -> Catalog:
    """A project's own form: its columns, and its fields by key with their place and printed row."""
    total = sum(widths[: len(columns)])
    own: dict[str, Any] = {
        "id": "narrow", "name": "窄表", "names": ["窄"], "title": "窄表", "year_line": "", "margin_label": margin,
        "taxonomy": "mof-2021", "profile": "mof-2021", "points": "nowhere", "source": "",
        "columns": [
            {"key": key, "label": f"〔{key}〕", "width": Decimal(width * 100) / total}
            for key, width in zip(columns, widths, strict=False)
        ],
        "field": [
            {"key": key, "label": FIELDS[key][0], "place": place, "row": row} for key, (place, row) in rows.items()
        ],
    }  # fmt: skip
    return load(Extension(named={"form": {"narrow": own}}))


def printed(catalog: Catalog, rows: list[str], filled: set[str], more: tuple[str, str] = ("", "")) -> Table:
    """The table; `more` stands before and behind the rows."""
    text = "表样 窄\n年度 2026\n" + more[0]
    text += "".join(f"{label} {words}\n" for key, (label, words) in FIELDS.items() if key in filled)
    text += "".join(f"{level2} 指标{at} >= {at} 次\n" for at, level2 in enumerate(rows, 1)) + more[1]
    declaration = Compiler(catalog, Defaults(), frozenset()).compile("某局.goal", text.encode()).declaration
    assert declaration is not None
    return lay_out(declaration)


def read(table: Table) -> dict[str, list[str]]:
    """What stands right of each label, or behind it where it is signed."""
    found: dict[str, list[str]] = {}
    for row in table.rows:
        if row.header:
            break
        for label, value in zip(row.cells[::2], row.cells[1::2], strict=True):
            assert (label.role, value.column) == (Role.LABEL, label.column + label.colspan)
            assert value.role in (Role.VALUE, Role.TEXT)
            found.setdefault(label.text, []).append(value.text)
    for row in table.rows:
        for cell in row.cells:
            if cell.role is Role.SIGNATURE:
                label_text, _, words = cell.text.partition("：")
                found.setdefault(label_text, []).append(words)
    for line in (*table.above, *table.below):
        found.setdefault(line.label, []).append(line.text)
    return found


_places = st.tuples(
    st.sampled_from(("header", "header", "header", "sign-off", "above", "below")), st.integers(0, 2)
)


@settings(max_examples=120, deadline=None)
@given(
    columns=_COLUMNS,
    widths=st.lists(st.integers(1, 9), min_size=9, max_size=9),
    margin=st.sampled_from(("", "绩效指标")),
    fields=st.dictionaries(st.sampled_from(sorted(FIELDS)), _places),
    rows=st.lists(st.sampled_from(_LEVEL2), min_size=1, max_size=4),
    data=st.data(),
)
def test_every_value_is_printed_once(
    columns: tuple[str, ...],
    widths: list[int],
    margin: str,
    fields: dict[str, tuple[str, int]],
    rows: list[str],
    data: st.DataObject,
) -> None:
    """填了的栏目、表样没有而自己加的栏目各印一次，就在它的名称右边；没有填的不印；指标的分类、名称、符号、数、单位都读得回来。"""
    filled = data.draw(st.sets(st.sampled_from(sorted(fields)))) if fields else set()
    more = data.draw(
        st.sampled_from((("", ""), ("廉政监督员 王某\n", ""), ("廉政监督员 王某\n", "归档柜 三号\n")))
    )
    table = printed(form(columns, widths, margin, fields), rows, filled, more)
    slots(table)
    assert read(table) == {FIELDS[key][0]: [FIELDS[key][1]] for key in filled} | {
        label: [words] for label, _, words in (line.strip().partition(" ") for line in more) if label
    }
    for at, (level2, row) in enumerate(zip(rows, block(table), strict=True), 1):
        cells = {key: cell.text for key, cell in row.items()}
        assert cells["name"] == f"指标{at}"
        assert cells.get("level1", _LEVEL1[level2]) == _LEVEL1[level2]
        assert cells.get("level2", level2) == level2
        value = cells.get("value", "") + cells.get("value_unit", "")
        assert cells.get("type", "") + value + cells.get("unit", "") == f"≥{at}次"


def places(
    widths: list[int], names: tuple[str, ...], place: str, margin: str = ""
) -> list[list[tuple[int, int]]]:
    """Where the cells of some fields of one row begin and how many columns they take."""
    keys = ("name", "value", "unit", "type", "level1", "level2", "explanation", "criterion")[: len(widths)]
    fields = dict.fromkeys(names, (place, 1))
    table = printed(form(keys, widths, margin, fields), ["数量指标"], set(names))
    (head,) = (at for at, row in enumerate(table.rows) if row.header)
    rows = table.rows[:head] if place == "header" else table.rows[head + 2 :]
    return [[(cell.column, cell.colspan) for cell in row.cells] for row in rows]


TWO, THREE = ("project", "supervisor"), ("project", "supervisor", "implementer")


@pytest.mark.parametrize(
    ("widths", "names", "place", "cells"),
    [
        # 八栏两个栏目，各四栏：名称两栏（每栏 12.5%，一栏不够 15%），值两栏
        ([5] * 8, TWO, "header", [[(0, 2), (2, 2), (4, 2), (6, 2)]]),
        # 六栏两个栏目，各三栏：名称一栏（16.7%），值两栏
        ([5] * 6, TWO, "header", [[(0, 1), (1, 2), (3, 1), (4, 2)]]),
        # 八栏三个栏目：三、三、二栏，最窄的也有名称和值
        ([5] * 8, THREE, "header", [[(0, 2), (2, 1), (3, 2), (5, 1), (6, 1), (7, 1)]]),
        # 第一栏占了一大半，前一个栏目也有名称和值两格；最后一栏占了一大半，后一个也有
        ([90, 5, 2, 3], TWO, "header", [[(0, 1), (1, 1), (2, 1), (3, 1)]]),
        ([2, 3, 5, 90], TWO, "header", [[(0, 1), (1, 1), (2, 1), (3, 1)]]),
        # 四栏三个栏目：一行放两个，第三个另起一行
        ([5] * 4, THREE, "header", [[(0, 1), (1, 1), (2, 1), (3, 1)], [(0, 1), (1, 3)]]),
        # 三栏两个栏目：放不下，一行一个
        ([5] * 3, TWO, "header", [[(0, 1), (1, 2)], [(0, 1), (1, 2)]]),
        ([5] * 2, THREE, "header", [[(0, 1), (1, 1)], [(0, 1), (1, 1)], [(0, 1), (1, 1)]]),
        # 签字只要一格
        ([5] * 4, TWO, "sign-off", [[(0, 2), (2, 2)]]),
        ([5] * 3, THREE, "sign-off", [[(0, 1), (1, 1), (2, 1)]]),
        ([5] * 2, THREE, "sign-off", [[(0, 1), (1, 1)], [(0, 2)]]),
    ],
)
def test_places_of_neighbours(
    widths: list[int], names: tuple[str, ...], place: str, cells: list[list[tuple[int, int]]]
) -> None:
    """同一行的栏目平分表宽，每个至少一格名称一格值；放不下的另起一行。"""
    assert places(widths, names, place) == cells


def test_a_narrow_margin_is_not_wide_enough_for_a_label() -> None:
    """左侧竖排的合并格只有 4%，栏目名称再占一栏。"""
    assert places([5] * 4, ("project",), "header", margin="绩效指标") == [[(0, 2), (2, 3)]]

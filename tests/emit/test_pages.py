"""分页：先估后排，估错了重排；结果只由表决定。"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goaldsl.emit import engine, pages, pdf
from goaldsl.emit.markup import Layout
from goaldsl.emit.pdf import render_pdf
from goaldsl.model.table import Table
from tests.emit.forms import ENTRIES, FIVE_PAGES, zhijiang
from tests.emit.pictures import texts

Draw = Callable[[Table, Layout], Any]
LONG = "负责全县会议的安排、组织和会务工作；负责重要公务活动的联络、协调和服务保障工作。"


def counting() -> tuple[Draw, list[Layout]]:
    """The engine, and what it was asked for."""
    layouts: list[Layout] = []
    draw = pdf._engine(engine.weasyprint(), pdf.Metadata())

    def counted(table: Table, layout: Layout) -> Any:
        layouts.append(layout)
        return draw(table, layout)

    return counted, layouts


@pytest.mark.parametrize(
    "table",
    [
        zhijiang(),
        FIVE_PAGES,
        zhijiang(ENTRIES[:5]),
        replace(zhijiang(), landscape=True),
        replace(FIVE_PAGES, landscape=True),
    ],
    ids=["两页", "五页", "一页多", "横排", "横排多页"],
)
def test_a_right_forecast_needs_one_layout(table: Table) -> None:
    """估得准就只排一次。"""
    draw, layouts = counting()
    pages.paginate(table, draw)
    assert len(layouts) == 1


@pytest.mark.parametrize(
    "guess", [frozenset(), frozenset({6}), frozenset({20})], ids=["没估", "估早", "估晚"]
)
def test_a_wrong_forecast_gives_the_same_pages(
    monkeypatch: pytest.MonkeyPatch, guess: frozenset[int]
) -> None:
    """估错了结果也一样。"""
    right = render_pdf(zhijiang())
    monkeypatch.setattr(pages, "page_starts", lambda table: guess)
    assert render_pdf(zhijiang()) == right


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ENTRIES), min_size=6, max_size=30), st.integers(1, 4))
def test_cells_are_cut_where_pages_begin(entries: list[Any], times: int) -> None:
    """排定以后切口都在页头。"""
    draw, layouts = counting()
    table = zhijiang(tuple(sorted(entries)), duties=LONG * times)
    document = pages.paginate(table, draw)
    rows = [[int(name[1:]) for name in page.anchors if name.startswith("r")] for page in document.pages]
    begun = {min(numbers) for numbers in rows[1:] if numbers}
    crossed = {row for row in begun if 5 <= row < 4 + len(entries)}
    assert crossed <= layouts[-1].starts
    assert len(layouts) <= 3
    assert sorted(number for numbers in rows for number in numbers) == [0, 1, 2, *range(4, 5 + len(entries))]


def test_duties_longer_than_a_page() -> None:
    """比一页还长的职责分在两页，一字不少。"""
    printed = texts(render_pdf(zhijiang(duties=LONG * 80)))
    assert "部门（单位）职责（续）" in printed[1]
    assert "".join(printed).count(LONG) + "".join(printed).count("（续）" + LONG) >= 78
    assert sum(page.count("公务活动") for page in printed) == 80
    assert "部门（单位）职责" in printed[0]


def test_a_name_longer_than_a_page() -> None:
    """比一页还长的指标名称也分得开。"""
    name = "对口帮扶村集体经济发展壮大项目实施方案编制完成情况" * 40
    long = (*ENTRIES[3][:2], name, *ENTRIES[3][3:])
    printed = texts(render_pdf(zhijiang((*ENTRIES[:3], long, *ENTRIES[4:6]))))
    assert sum(page.count("壮大项目") for page in printed) >= 38  # 换页处可能切断两处
    assert all("三级指标" in page for page in printed)


def test_a_form_without_indicators() -> None:
    """一行表头也没有的表。"""
    table = zhijiang()
    only = Table("表", "", table.columns, table.rows[:2])
    assert "部门（单位）职责" in texts(render_pdf(only))[0]
    assert texts(render_pdf(Table("空表", "", table.columns, ())))[0].startswith("空表")

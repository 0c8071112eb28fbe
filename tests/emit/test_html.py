"""网页：一个文件，印什么就是什么，谁也混不进标签。"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from goaldsl.emit.html import render_html
from goaldsl.model.table import Cell, Line, Role, Row, Table
from tests.emit.forms import COLUMNS, ENTRIES, zhijiang
from tests.emit.reading import read

FORM = zhijiang()
PAGE = render_html(FORM)


def one_cell(text: str, role: Role = Role.TEXT) -> Table:
    return Table("表", "", COLUMNS, (Row((Cell(text, 0, colspan=10, role=role),)),))


def test_the_grid_reads_back() -> None:
    """读回来的格子与表一样。"""
    slots = read(PAGE).slots
    for number, row in enumerate(FORM.rows):
        for cell in row.cells:
            if cell.text == "绩效指标":
                continue
            for down in range(cell.rowspan):
                for across in range(cell.colspan):
                    assert slots[number + down, cell.column + across] == cell.text
    assert {slots[row, 0] for row in range(4, 4 + len(ENTRIES))} == {"绩效指标"}


def test_headings_head_columns_labels_head_rows() -> None:
    """表头对列，行名对行。"""
    scopes = read(PAGE).scopes
    assert scopes["三级指标"] == scopes["评（扣）分标准"] == "col"
    assert scopes["部门（单位）职责"] == "row"
    assert scopes["产出指标"] == scopes["绩效指标"] == "rowgroup"


def test_nothing_is_fetched() -> None:
    """只有这一个文件。"""
    grid = read(PAGE)
    assert not grid.tags & {"script", "link", "img", "iframe", "object", "base"}
    assert not {name for name, _ in grid.attributes} & {"src", "href", "onclick", "onload"}
    assert "url(" not in PAGE
    assert "@import" not in PAGE
    assert "http" not in PAGE
    assert len(PAGE.encode()) < 60_000


def test_title_language_and_encoding_are_stated() -> None:
    """标题语言和字符集都写明。"""
    assert PAGE.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert '<meta charset="utf-8">' in PAGE
    assert "<title>部门（单位）整体支出绩效目标表 （2026年度）</title>" in PAGE
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in PAGE


def test_a_narrow_screen_repeats_the_headings() -> None:
    """窄屏上每个值旁边有列名。"""
    assert {("data-label", "指标值类型"), ("data-label", "指标解释")} <= read(PAGE).attributes


def test_lines_outside_the_grid_have_their_colon() -> None:
    """表外的行有标点。"""
    table = replace(
        FORM, above=(Line("填报单位：", "县委办"), Line("", "单位：万元")), below=(Line("填表人", "龙桂香"),)
    )
    page = render_html(table)
    assert "<p>填报单位：县委办</p><p>单位：万元</p>" in page
    assert "<p>填表人：龙桂香</p>" in page


def test_a_landscape_form_is_printed_on_landscape_paper() -> None:
    """横向的表印在横放的纸上。"""
    assert "size:A4 landscape" in render_html(replace(FORM, landscape=True))
    assert "size:A4 portrait" in PAGE


def test_notes_and_year_may_be_absent() -> None:
    """说明和年度可以没有。"""
    page = render_html(replace(FORM, notes=(), notes_title="", subtitle=""))
    assert 'class="notes"' not in page
    assert 'class="year"' not in page


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60)


@given(TEXT, st.sampled_from(Role))
def test_markup_in_the_text_stays_text(text: str, role: Role) -> None:
    """内容里的标签只是文字。"""
    usual = read(render_html(one_cell("职责", role)))
    grid = read(render_html(one_cell(text, role)))
    assert grid.tags <= usual.tags | {"p", "span", "td", "th"}
    assert {name for name, _ in grid.attributes} <= {name for name, _ in usual.attributes} | {"scope"}


@given(PRINTABLE)
def test_the_text_is_kept_to_the_letter(text: str) -> None:
    """内容一字不差。"""
    assert read(render_html(one_cell(text))).slots[0, 0] == text


def test_control_characters_are_kept_out() -> None:
    """控制字符和半个字不会写进网页。"""
    page = render_html(one_cell("职\x00责\x1b[31m\ud800完"))
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", page)
    page.encode()


def test_long_forms_and_long_texts() -> None:
    """一千行也不慢，一行二十万字也不慢。"""
    assert render_html(zhijiang(ENTRIES * 50)).count("<tr>") > 1000
    assert len(render_html(one_cell("长" * 200_000))) > 200_000

"""把一张表切成几段、几页：切来切去，一格不多，一格不少。"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from goaldsl.emit.sections import CONTINUED, Piece, crossing, pieces, sections
from goaldsl.model.table import Cell, Column, Role, Row, Table
from tests.emit.forms import ENTRIES, zhijiang

FORM = zhijiang()
LAST = len(FORM.rows) - 1


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """随意的表：每列从上到下由高低不一的格子排满，中间可能有几行表头。"""
    height, width = draw(st.integers(1, 12)), draw(st.integers(1, 4))
    headings = draw(st.sets(st.integers(0, height - 1), max_size=3))
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for column in range(width):
        row = 0
        while row < height:
            span = draw(st.integers(1, height - row))
            rows[row].append(Cell(f"第{column}列第{row}行", column, rowspan=span, role=Role.LABEL))
            row += span
    columns = tuple(Column(str(number), Decimal(1)) for number in range(width))
    return Table(
        "表", "", columns, tuple(Row(tuple(cells), number in headings) for number, cells in enumerate(rows))
    )


def slots(rows: list[list[Piece]]) -> list[tuple[int, int]]:
    return [
        (row + down, piece.cell.column + across)
        for row, line in enumerate(rows)
        for piece in line
        for down in range(piece.cell.rowspan)
        for across in range(piece.cell.colspan)
    ]


@given(tables(), st.sets(st.integers(0, 12)))
def test_the_pieces_fill_the_grid(table: Table, page_starts: set[int]) -> None:
    """切开以后仍然铺满整张表。"""
    filled = slots(pieces(table, sections(table), page_starts))
    assert len(filled) == len(set(filled))
    assert set(filled) == {
        (row, column) for row in range(len(table.rows)) for column in range(len(table.columns))
    }


@given(tables(), st.sets(st.integers(0, 12)))
def test_no_piece_crosses_a_section_or_a_page(table: Table, page_starts: set[int]) -> None:
    """没有一格跨过段头和页头。"""
    parts = sections(table)
    heads = {row for part in parts for row in (part.start, part.body)} | page_starts
    for row, line in enumerate(pieces(table, parts, page_starts)):
        for piece in line:
            assert not heads & set(range(row + 1, row + piece.cell.rowspan))


@given(tables(), st.sets(st.integers(1, 11)))
def test_a_cut_cell_is_labelled_on_every_page(table: Table, page_starts: set[int]) -> None:
    """每一页上每个跨页的格子都有名称。"""
    rows = pieces(table, sections(table), page_starts)
    for row, line in enumerate(table.rows):
        for cell in line.cells:
            printed = [
                piece.cell.text
                for below in range(row, row + cell.rowspan)
                for piece in rows[below]
                if piece.cell.column == cell.column and piece.cell.text
            ]
            pages = 1 + sum(row < start < row + cell.rowspan for start in page_starts)
            assert printed == [cell.text] + [cell.text + CONTINUED] * (pages - 1)


@given(tables())
def test_sections_follow_one_another(table: Table) -> None:
    """各段首尾相接。"""
    parts = sections(table)
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])][: len(parts)]
    assert parts[-1].end == len(table.rows)


def test_a_heading_in_the_middle_makes_three_sections() -> None:
    """表头在中间的表分三段。"""
    head, block, sign_off = sections(FORM)
    assert (head.start, head.headings, head.end) == (0, 0, 3)
    assert (block.start, block.headings, block.end) == (3, 1, 4 + len(ENTRIES))
    assert (sign_off.headings, sign_off.end) == (0, len(FORM.rows))


def test_without_a_margin_cell_the_sign_off_is_no_indicator() -> None:
    """没有绩效指标边栏时审核一行也不算在指标里。"""
    rows = tuple(
        Row(tuple(cell for cell in row.cells if cell.text != "绩效指标"), row.header) for row in FORM.rows
    )
    block = sections(Table("表", "", FORM.columns, rows))[1]
    assert block.end == 4 + len(ENTRIES)


def test_no_line_between_the_margin_cell_and_its_head() -> None:
    """边栏与表头之间不画线。"""
    rows = pieces(FORM, sections(FORM))
    top, rest = rows[3][0], rows[4][0]
    assert (top.cell.text, top.joined_below) == ("", True)
    assert (rest.cell.text, rest.joined_above, rest.joined_below) == ("绩效指标", True, False)


def test_only_a_cut_cell_asks_for_another_layout() -> None:
    """只有切断了合并格才要重排。"""
    parts = sections(FORM)
    assert crossing(FORM, parts, {10})
    assert not crossing(FORM, parts, {LAST})
    assert not crossing(FORM, parts, {1, 2})

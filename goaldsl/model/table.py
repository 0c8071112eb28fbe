"""The grid every official form is printed on and read from: cells with spans, in reading order."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a cell is, so that a printer can choose its type and alignment."""

    HEADER = "header"  # a column heading
    LABEL = "label"  # a row heading: 部门（单位）名称, 产出指标
    VALUE = "value"  # a short value, centred
    TEXT = "text"  # running text, left-aligned
    SIGNATURE = "signature"  # a cell to be signed


class Cell(Struct, frozen=True):
    """A cell at `column` (from 0). `text` holds paragraphs separated by newlines; "" is an empty cell.

    `origin`: where a cell that was read stands in its file, in words (第 7 行第 3 列); "" in a table to be printed.
    `marked`: it differs from what stood there before.
    """

    text: str
    column: int
    rowspan: int = 1
    colspan: int = 1
    role: Role = Role.VALUE
    origin: str = ""
    marked: bool = False


class Row(Struct, frozen=True):
    """The cells that begin in this row, by column. `header` rows are repeated on each page their block reaches."""

    cells: tuple[Cell, ...]
    header: bool = False


class Column(Struct, frozen=True):
    """A column: `key` is the property it shows ("name", "criterion"), `width` a share of the table in percent."""

    key: str
    width: Decimal


class Line(Struct, frozen=True):
    """A line above or below the grid: `填表人：` and its value, or a text alone (label "")."""

    label: str
    text: str


class Table(Struct, frozen=True):
    """One official form, ready to print.

    The grid has `columns`; each row's cells leave free exactly the slots that spans from above cover.
    `above` lines stand between title and grid, `below` after it; `notes` (说明) are paragraphs after that.
    """

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    notes_title: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False
    language: str = "zh-CN"

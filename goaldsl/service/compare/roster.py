"""The roster of departments (单位.csv): names as they were and are, offices, who should have handed in a form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from python_calamine import CalamineError, CalamineWorkbook

from goaldsl.diff.counterparts import Entry
from goaldsl.parse.encoding import read

NAMES = ("单位.csv", "单位.xlsx")
_COLUMNS = {
    "name": ("名称", "单位名称", "单位", "部门", "部门名称"),
    "short": ("简称",),
    "former": ("曾用名", "原名", "上年名称"),
    "code": ("代码", "编码", "单位代码", "单位编码", "部门编码"),
    "office": ("归口股室", "股室", "归口科室", "归口处室", "业务股室"),
    "budget": ("预算", "预算金额", "预算（万元）"),
    "contact": ("联系人", "联系电话"),
}


def read_roster(name: str, data: bytes) -> tuple[Entry, ...] | None:
    """The departments of a roster; None for a file that is none. Codes are text."""
    rows = _sheet(data) if name.lower().endswith((".xlsx", ".xls", ".et")) else _text(name, data)
    if not rows:
        return None
    places = _places(rows[0])
    if "name" not in places:
        return None
    return tuple(entry for row in rows[1:] if (entry := _entry(row, places)).name)


def _places(heads: Sequence[str]) -> dict[str, int]:
    """The place of each column that is known."""
    bare = [head.strip().lstrip("\ufeff") for head in heads]
    return {key: at for key, words in _COLUMNS.items() for at, head in enumerate(bare) if head in words}


def _entry(row: Sequence[str], places: dict[str, int]) -> Entry:
    def cell(key: str) -> str:
        at = places.get(key)
        return row[at].strip() if at is not None and at < len(row) else ""

    former = tuple(word for word in re.split(r"[、，,；;/\s]+", cell("former")) if word)
    return Entry(
        cell("name"), cell("short"), former, cell("code"), cell("office"), cell("budget"), cell("contact")
    )


def _text(name: str, data: bytes) -> list[list[str]]:
    source, _ = read(name, data)
    separator = "\t" if "\t" in source.text.partition("\n")[0] else ","
    return [row for row in csv.reader(io.StringIO(source.text), delimiter=separator) if any(row)]


def _sheet(data: bytes) -> list[list[str]]:
    try:
        cells = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    except (CalamineError, ValueError, IndexError):
        return []
    return [[_plain(cell) for cell in row] for row in cells if any(str(cell).strip() for cell in row)]


def _plain(cell: object) -> str:
    """Numbers without the point that a spreadsheet adds."""
    return str(cell).removesuffix(".0")


def in_order(entries: Sequence[Entry], names: Iterable[str]) -> dict[str, int]:
    """The place of each department in the roster, those not in it last."""
    places = {entry.name: at for at, entry in enumerate(entries)}
    return {name: places.get(name, len(entries)) for name in names}

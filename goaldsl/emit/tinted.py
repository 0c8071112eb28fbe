"""The official table with its changed cells tinted, and marked in words for those who print black and white."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from goaldsl.diff.published import Change, Form, Report, Row
from goaldsl.model.table import Cell, Role, Table

_COLUMNS = {
    "target": ("value", "value_unit"),
    "score": ("score",),
    "rule": ("criterion",),
    "name": ("name",),
    "explanation": ("explanation",),
    "remark": ("remark",),
    "source": ("source",),
    "class": ("level2",),
    "indicator": ("name",),
}
_QUIET = frozenset(("GD170", "GD171", "GD172", "GD174", "GD180", "GD181", "GD182", "GD132"))


def tinted(table: Table, report: Report, form: Form) -> Table:
    """The table of the new form, what it said before beside what it says now."""
    rows = [row for row in form.rows if row.name.after is not None]
    places = {column.key: at for at, column in enumerate(table.columns)}
    name_at = places.get("name", -1)
    free = [(row, name) for row in rows for name in (row.name.after or "").split("、")]
    grid = []
    for line in table.rows:
        cell = next(
            (each for each in line.cells if each.column == name_at and each.role is not Role.HEADER), None
        )
        found = next((pair for pair in free if cell is not None and pair[1] == cell.text), None)
        if found is None or line.header:
            grid.append(line)
            continue
        free.remove(found)
        marks = _marks(found[0], [report.changes[at] for at in found[0].changes], places)
        cells = tuple(_marked(each, marks.get(each.column)) for each in line.cells)
        grid.append(structs.replace(line, cells=cells))
    gone = [row for row in form.rows if row.name.after is None]
    notes = [
        f"今年没有了：{row.name.before} {row.before.text if row.before else ''}".rstrip() for row in gone
    ]
    subtitle = f"{table.subtitle}　改动处加底色，〔〕内是原来的内容".strip("　")
    return structs.replace(table, rows=tuple(grid), subtitle=subtitle, notes=(*notes, *table.notes))


def _marks(row: Row, found: Sequence[Change], places: dict[str, int]) -> dict[int, str]:
    """What to write into the cells of a row, by column."""
    marks: dict[int, str] = {}
    for change in found:
        same = (
            change.before is not None and change.after is not None and change.before.text == change.after.text
        )
        if change.code in _QUIET or same:
            continue
        column = next((places[key] for key in _COLUMNS.get(change.field, ()) if key in places), None)
        if column is None:
            column = places.get("name", 0)
        marks.setdefault(column, _words(change, row))
    return marks


def _words(change: Change, row: Row) -> str:
    if change.code == "GD122" and row.link == "none":
        return "〔新增〕"
    if row.link in ("suspected", "apart"):
        word = "同一个吗？" if row.link == "suspected" else "换口径，"
        return f"〔{word}原 {row.name.before} {row.before.text if row.before else ''}〕"
    before = change.before.text if change.before and change.before.text else "空"
    return f"〔{change.word}，原 {before}〕"


def _marked(cell: Cell, mark: str | None) -> Cell:
    if mark is None or cell.rowspan > 1:
        return cell
    return structs.replace(cell, text=f"{cell.text}\n{mark}".strip(), marked=True)

"""Excel workbooks (.xlsx, .xlsm): openpyxl's existing cells as they are shown, never its rows."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Document, Grid, Page, Unreadable, refusal, remark
from goaldsl.ingest.readers.assembly import CELL_LIMIT, HEIGHT_LIMIT, WIDTH_LIMIT, GridBuilder
from goaldsl.ingest.readers.number_formats import shown
from goaldsl.ingest.readers.package import Package, damaged, parse_xml

MAIN_PART = "xl/workbook.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MERGE_LIMIT = 2_000_000  # slots under merged areas


@dataclass
class _Found:
    """What openpyxl does not tell: words under merged areas, formulas nobody has calculated."""

    covered: list[str] = field(default_factory=list)
    uncalculated: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)


def read_xlsx(package: Package, data: bytes) -> Document:
    """Each visible sheet is a page of one grid."""
    found = _Found()
    for name in sorted(package.names):
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _bound(package, name)
    try:
        workbook = _load(data)
    except Unreadable:
        return _by_calamine(package, data)
    pages = []
    parts = _sheet_parts(package)
    for index, sheet in enumerate(workbook.worksheets):
        if sheet.sheet_state != "visible":
            found.hidden.append(f"工作表“{sheet.title}”")
            continue
        uncalculated = _scan(package.read(parts[index]), sheet, found) if index < len(parts) else set()
        rows = _rows(sheet, found, uncalculated)
        pages.append(Page(sheet.title, (Grid(rows, sheet.title),)))
    return Document("xlsx", tuple(pages), tuple(_remarks(found)))


def _by_calamine(package: Package, data: bytes) -> Document:
    """openpyxl refuses workbooks over a detail of their styles; calamine gives their values, not how they show."""
    from goaldsl.ingest.readers.xls import read_xls

    if any(
        _reaches_far(package.read(name)) for name in package.names if name.startswith("xl/worksheets/sheet")
    ):
        raise damaged()
    return read_xls(data)


def _reaches_far(part: bytes) -> bool:
    """Whether a sheet has a cell out of bounds, over which calamine would ask for all memory."""
    from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

    for cell in parse_xml(part).iter(_S + "c"):
        try:
            letters, row = coordinate_from_string(cell.get("r", "A1"))
        except ValueError:
            return True
        if row > HEIGHT_LIMIT or column_index_from_string(letters) > WIDTH_LIMIT:
            return True
    return False


def _load(data: bytes) -> Any:
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of drawings it drops
        try:
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        except Exception as error:  # openpyxl lets through whatever its parsers raise
            raise damaged() from error


def _sheet_parts(package: Package) -> list[str]:
    """The parts of the sheets in the workbook's order."""
    workbook, links = package.xml(MAIN_PART), package.xml("xl/_rels/workbook.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in links}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    found = []
    for sheet in workbook.iter(_S + "sheet"):
        target = targets.get(sheet.get(relation), "")
        found.append(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    return [name for name in found if name in package.names and "worksheets" in name]


def _bound(package: Package, name: str) -> None:
    """Refuse a sheet that is too large before anything builds it."""
    cells = slots = 0
    for _, element in etree.iterparse(io.BytesIO(package.read(name)), events=("end",), resolve_entities=False, no_network=True, recover=True):  # fmt: skip
        if element.tag == _S + "c":
            cells += 1 if len(element) else 0
        elif element.tag == _S + "mergeCell":
            slots += _area(element.get("ref", ""))
        if element.tag in (_S + "c", _S + "row"):
            element.clear()
        if cells > CELL_LIMIT or slots > _MERGE_LIMIT:
            raise refusal(
                codes.TOO_LARGE,
                f"工作表太大（超过 {CELL_LIMIT} 个有内容的单元格），不像一张表，没有读取",
                f"a sheet has more than {CELL_LIMIT} cells and was not read",
                Message("请只留下申报表那一张工作表。", "Keep only the sheet with the form."),
            )


def _area(reference: str) -> int:
    from openpyxl.utils import range_boundaries

    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return 0
    return int((right - left + 1) * (bottom - top + 1))


def _scan(part: bytes, sheet: Any, found: _Found) -> set[str]:
    """Formulas without a stored value, and values in cells that a merged area covers."""
    uncalculated = set()
    anchors = {str(area.coord).split(":")[0] for area in sheet.merged_cells.ranges}
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    for cell in root.iter(_S + "c"):
        reference, value = cell.get("r", ""), cell.find(_S + "v")
        if cell.find(_S + "f") is not None and (value is None or not (value.text or "").strip()):
            uncalculated.add(reference)
            found.uncalculated.append(f"{sheet.title}!{reference}")
        filled = (value is not None and (value.text or "").strip()) or cell.find(_S + "is") is not None
        if filled and reference not in anchors and _is_covered(sheet, reference):
            found.covered.append(f"{sheet.title}!{reference}")
    return uncalculated


def _is_covered(sheet: Any, reference: str) -> bool:
    return any(reference in area for area in sheet.merged_cells.ranges)


def _rows(sheet: Any, found: _Found, uncalculated: set[str]) -> Any:
    hidden_columns = _hidden_columns(sheet)
    spans = {area.coord.split(":")[0]: area for area in sheet.merged_cells.ranges}
    by_row: dict[int, list[Any]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001  the only door to existing cells alone
        if type(cell).__name__ == "MergedCell" or (cell.value is None and cell.coordinate not in spans):
            continue
        if row > HEIGHT_LIMIT or column > WIDTH_LIMIT:
            if cell.value is not None:
                found.beyond.append(f"{sheet.title}!{cell.coordinate}")
            continue
        by_row.setdefault(row, []).append(cell)
    builder = GridBuilder()
    last = max(by_row, default=0)
    numbers: dict[int, int] = {}  # visible rows: number in the file to number in the grid
    for row in range(1, last + 1):
        dimension = sheet.row_dimensions.get(row)
        if dimension is not None and dimension.hidden:
            if row in by_row:
                words = next((str(cell.value) for cell in by_row[row] if cell.value is not None), "")
                found.hidden.append(f"{sheet.title} 第 {row} 行（{words[:20]}）" if words else "")
            continue
        numbers[row] = len(numbers)
        builder.new_row()
        for cell in by_row.get(row, ()):
            _add(builder, sheet, cell, spans.get(cell.coordinate), hidden_columns, uncalculated)
    for column in hidden_columns:
        if any(
            cell.column == column and cell.value is not None for cells in by_row.values() for cell in cells
        ):
            from openpyxl.utils import get_column_letter

            found.hidden.append(f"{sheet.title} {get_column_letter(column)} 列")
    return builder.finished()


def _add(
    builder: GridBuilder, sheet: Any, cell: Any, area: Any, hidden: frozenset[int], uncalculated: set[str]
) -> None:
    right = area.max_col if area else cell.column
    columns = [each for each in range(cell.column, min(right, WIDTH_LIMIT) + 1) if each not in hidden]
    if not columns:
        return
    rows = 1
    if area:
        rows = sum(
            1
            for row in range(area.min_row, min(area.max_row, HEIGHT_LIMIT) + 1)
            if not _is_hidden(sheet, row)
        )
    text = "" if cell.coordinate in uncalculated else shown(cell.value, cell.number_format or "General")
    place = columns[0] - 1 - sum(1 for each in hidden if each < columns[0])
    builder.add(text, place, rows, len(columns), f"{sheet.title}!{cell.coordinate}")


def _is_hidden(sheet: Any, row: int) -> bool:
    dimension = sheet.row_dimensions.get(row)
    return dimension is not None and bool(dimension.hidden)


def _hidden_columns(sheet: Any) -> frozenset[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min:
            found.update(range(dimension.min, min(dimension.max or dimension.min, WIDTH_LIMIT) + 1))
    return frozenset(found)


def _remarks(found: _Found) -> list[Finding]:
    made = []
    hidden = [each for each in found.hidden if each]
    if hidden:
        made.append(
            remark(
                codes.HIDDEN_PARTS,
                f"隐藏的内容没有读入：{_listed(hidden)}",
                f"hidden parts were not imported: {_listed(hidden)}",
                Message("要读入就先取消隐藏。", "Unhide them to have them read."),
            )
        )
    if found.uncalculated:
        made.append(
            remark(
                codes.UNCALCULATED,
                f"公式没有算出的结果，按空格处理：{_listed(found.uncalculated)}",
                f"formulas without a stored result were read as empty: {_listed(found.uncalculated)}",
                Message("在 Excel 或 WPS 里打开、保存一次。", "Open and save the file once in Excel or WPS."),
            )
        )
    if found.covered:
        made.append(
            remark(
                codes.UNDER_MERGE,
                f"合并单元格下面还有字，没有读入：{_listed(found.covered)}",
                f"there are values under merged cells: {_listed(found.covered)}",
            )
        )
    if found.beyond:
        made.append(
            remark(
                codes.BEYOND_BOUNDS,
                f"离表太远的单元格没有读入：{_listed(found.beyond)}",
                f"cells far outside the form were not read: {_listed(found.beyond)}",
            )
        )
    return made


def _listed(words: list[str]) -> str:
    more = f" 等 {len(words)} 处" if len(words) > 5 else ""
    return "、".join(words[:5]) + more

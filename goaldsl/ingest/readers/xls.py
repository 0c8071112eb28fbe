"""Old workbooks (.xls, .et): calamine in a process of its own, with a memory limit, for it can abort the process.

Run as a program it reads the workbook from standard input and writes its cells as JSON.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

from goaldsl.diagnostics import Message
from goaldsl.ingest.document import Document, Grid, Page

_TIMEOUT = 30
_MEMORY = 1024 * 1024 * 1024


def read_xls(data: bytes) -> Document:
    """Each visible sheet is a page of one grid."""
    from goaldsl.ingest import file_codes as codes
    from goaldsl.ingest.document import remark
    from goaldsl.ingest.readers.assembly import GridBuilder

    pages, hidden = [], []
    for sheet in _asked(data):
        if not sheet["visible"]:
            hidden.append(f"工作表“{sheet['name']}”")
            continue
        spans = {
            (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet["merges"]
        }
        covered = {
            (row, column)
            for top, left, bottom, right in sheet["merges"]
            for row in range(top, min(bottom, top + 2000) + 1)
            for column in range(left, min(right, left + 400) + 1)
        } - set(spans)
        builder = GridBuilder()
        under = []
        for at, row in enumerate(sheet["rows"]):
            builder.new_row()
            for column, text in enumerate(row):
                if (at, column) in covered:
                    under += [text] if text else []
                elif text or (at, column) in spans:
                    down, across = spans.get((at, column), (1, 1))
                    builder.add(text, column, down, across, f"{sheet['name']}!{_letters(column)}{at + 1}")
        hidden += [f"合并单元格下的“{text}”" for text in under]
        pages.append(Page(sheet["name"], (Grid(builder.finished(), sheet["name"]),)))
    remarks = (
        (
            remark(
                codes.HIDDEN_PARTS,
                f"隐藏的内容没有读入：{'、'.join(hidden[:5])}",
                f"hidden parts were not imported: {', '.join(hidden[:5])}",
                Message("要读入就先取消隐藏。", "Unhide them to have them read."),
            ),
        )
        if hidden
        else ()
    )
    return Document("xls", tuple(pages), remarks)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _asked(data: bytes) -> list[dict[str, Any]]:
    """The sheets as the child process tells them."""
    from goaldsl.ingest.readers.package import damaged

    try:
        done = subprocess.run(
            [sys.executable, "-m", "goaldsl.ingest.readers.xls"],
            input=data,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
        sheets: list[dict[str, Any]] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError, OSError) as error:
        raise damaged() from error
    return sheets


def _tell() -> None:
    """The child's part."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = []
    for meta in workbook.sheets_metadata:
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        sheets.append(
            {
                "name": meta.name,
                "visible": meta.visible is SheetVisibleEnum.Visible,
                "rows": [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)],
                "merges": [(*start, *end) for start, end in sheet.merged_cell_ranges or ()],
            }
        )
    sys.stdout.buffer.write(json.dumps(sheets).encode())


def _text(value: Any) -> str:
    from goaldsl.ingest.readers.number_formats import shown

    return shown(value, "General")


if __name__ == "__main__":
    _tell()

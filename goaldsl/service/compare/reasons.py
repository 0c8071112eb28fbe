"""The reasons that a department wrote into the 对照表: as JSON, or in the sheet that came back."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from goaldsl.service.compare.accepting import Wanted

_NAME = ("三级指标", "指标名称", "指标")
_REASON = ("调整理由及依据（文号）", "调整理由及依据", "单位说明", "理由")
_AFTER = ("（今年没有）", "（新增）", "（取消）")


class NoReasonsError(Exception):
    """The file holds no reasons that can be read."""


def read_reasons(name: str, data: bytes) -> list[Wanted]:
    """The reasons in a file; raises `NoReasonsError`."""
    if name.lower().endswith(".json"):
        return list(_json(data))
    if name.lower().endswith((".xlsx", ".xls", ".et")):
        return list(_sheet(data))
    raise NoReasonsError("只认得 .json 和 .xlsx")


def _json(data: bytes) -> Iterator[Wanted]:
    """A list of `{code, name, reason}`, or `{"reasons": [...]}`; `code` may be left out."""
    try:
        content: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, UnicodeDecodeError) as error:
        raise NoReasonsError(f"不是 JSON（{error}）") from error
    entries = content.get("reasons") if isinstance(content, dict) else content
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise NoReasonsError("要一个列表，每项有 code、name、reason")
    for entry in entries:
        code, name, reason = (str(entry.get(key) or "").strip() for key in ("code", "name", "reason"))
        if reason and (code or name):
            yield Wanted(code, name, reason)


def _sheet(data: bytes) -> Iterator[Wanted]:
    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    except (CalamineError, ValueError, IndexError) as error:
        raise NoReasonsError(f"表格打不开（{error}）") from error
    texts = [[str(cell).strip() for cell in row] for row in rows]
    places = next((found for row in texts if (found := _places(row)) is not None), None)
    if places is None:
        raise NoReasonsError("没有“三级指标”和“调整理由及依据（文号）”两栏")
    for row in texts:
        name, reason = (row[at] if at < len(row) else "" for at in places)
        if name and reason and name not in _NAME and reason not in _REASON:
            yield Wanted("", _bare(name), reason)


def _places(row: Sequence[str]) -> tuple[int, int] | None:
    name = next((at for at, cell in enumerate(row) if cell in _NAME), None)
    reason = next((at for at, cell in enumerate(row) if cell.replace("\n", "") in _REASON), None)
    return None if name is None or reason is None else (name, reason)


def _bare(name: str) -> str:
    """The name without what the table adds."""
    name = name.partition("\n")[0]
    for ending in _AFTER:
        name = name.removesuffix(ending)
    return name

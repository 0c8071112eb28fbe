"""The table of tasks among the head rows (年度主要任务): 任务名称, 主要内容, 预算金额 with 财政拨款 and 其他资金."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goaldsl.ingest.reading.lines import Line, Piece
from goaldsl.ingest.reading.result import Fate, FormRead, TaskRead
from goaldsl.ingest.reading.vocabulary import squash

_HEADS = {
    "任务名称": "name", "主要内容": "content", "任务内容": "content", "工作内容": "content",
    "预算金额": "budget", "金额": "budget", "总额": "budget", "财政拨款": "fiscal", "其他资金": "other",
}  # fmt: skip
_AMOUNTS = frozenset(("budget", "fiscal", "other"))
_UNIT = re.compile(r"[(（]\s*(?:单位[:：])?\s*([万亿千]?元)\s*[)）]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]|^其中[:：]")
_TOTAL = re.compile("(?:金额)?合计|总计|小计")
_BARE = re.compile(r"[\d,，.]+")


def without_tasks(lines: Sequence[Line], form: FormRead) -> list[Line]:
    """The lines without the table of tasks, which is read into the form."""
    at = next((at for at, line in enumerate(lines) if _is_head(line)), None)
    if at is None:
        return list(lines)
    columns, head = {_key(piece): piece for piece in lines[at].filled if _key(piece)}, [lines[at]]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is not None and below.filled and all(_key(piece) in _AMOUNTS for piece in below.filled):
        columns |= {_key(piece): piece for piece in below.filled}
        head.append(below)
    unit = next(
        (match[1] for line in head for piece in line.filled if (match := _UNIT.search(piece.text))), ""
    )
    first = at + len(head)
    last = first
    while last < len(lines) and lines[last].grid == lines[at].grid and _row(lines[last], columns, unit, form):
        last += 1
    if last == first:
        return list(lines)
    for line in head:
        for piece in line.filled:
            form.mark(piece.number, Fate.PLACED, "表头")
    return [*lines[:at], *lines[last:]]


def _key(piece: Piece) -> str:
    return _HEADS.get(_BRACKETS.sub("", squash(piece.text)), "")


def _is_head(line: Line) -> bool:
    keys = {_key(piece) for piece in line.filled}
    return "name" in keys and bool(keys & {"content", "budget"})


def _row(line: Line, columns: dict[str, Piece], unit: str, form: FormRead) -> bool:
    """Whether the line is a task, or an empty row for one; a task is read."""
    name = columns["name"]
    if any(piece.column < name.column or _TOTAL.match(squash(piece.text)) for piece in line.filled):
        return False
    if not line.filled:
        return True
    cells = {
        key: piece for piece in line.filled for key, head in columns.items() if piece.column == head.column
    }
    if "name" not in cells or len(cells) < len(line.filled):
        return False
    said = {key: piece.text.strip() for key, piece in cells.items()}
    for key in _AMOUNTS & said.keys():
        said[key] += f" {unit}" if unit and _BARE.fullmatch(said[key]) else ""
    form.tasks.append(TaskRead(said, line.filled[0].origin, tuple(piece.number for piece in line.filled)))
    for piece in line.filled:
        form.mark(piece.number, Fate.PLACED, piece.text)
    return True

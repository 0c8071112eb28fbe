"""`goaldsl rule … --report`: a sentence with its row and scores as a line of 句子.md, to be sent on without a network.

No name of a department or an indicator goes into it: what helps to read the next sentence is the wording alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from goaldsl.project.files import write
from goaldsl.scoring.function.table import Range
from goaldsl.scoring.function.words import number
from goaldsl.scoring.notation import dsl
from goaldsl.service.rule import Looked

NAME = "句子.md"
_HEAD = """# 评分句

交给维护人的句子：读错了的、没有读懂的。最后一栏是读成的规则；得分不对的，请在后面写上照句子应得几分。

| 句子 | 指标值 | 分值 | 实际 → 得分 | 读作 |
|---|---|---|---|---|
"""


def report(
    sentence: str,
    target: str,
    score: str,
    looked: Looked,
    scores: Sequence[tuple[str, Range | None]],
    folder: Path,
) -> Path:
    """Add a line to 句子.md of a folder; a line that stands there already is not repeated."""
    path = folder / NAME
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    read = "没有读懂" if looked.rule is None else dsl(looked.rule)
    cells = (sentence, target, score, "；".join(_scored(*each) for each in scores), read)
    line = "| " + " | ".join(" ".join(cell.replace("|", "｜").split()) for cell in cells) + " |\n"
    if line not in text:
        write(path, f"{text.rstrip()}\n{line}".encode())
    return path


def _scored(actual: str, points: Range | None) -> str:
    return f"{actual} → {number(points.low) if points is not None and points.exact else '由人评判'}"

"""Rows written below their class, as an outline would have it: one message, and a fix that puts the class before each.

数量指标
  培训人次 >= 300 人次 分值 10
"""

from __future__ import annotations

from typing import Any, NamedTuple

from textx import TextXSyntaxError

from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span, Text
from goaldsl.parse import codes
from goaldsl.parse.shadow import Shadow


class Outline(NamedTuple):
    """A class word alone, and the indented lines below it that begin with no clause, as places in the shadow."""

    head: Text
    lines: tuple[tuple[int, int], ...]
    alone: bool  # nothing else stands below the class


def outlined(model: Any, shadow: Shadow, outline: Outline) -> Finding | None:
    """What is to be said of such lines; None where they would be no indicators of that class either."""
    if not all(_is_row(model, outline.head.value, shadow.text[start:end]) for start, end in outline.lines):
        return None
    head, count = outline.head.value, len(outline.lines)
    first = shadow.span(*outline.lines[0])
    first = Span(first.start, first.start + len(shadow.original[first.start : first.end].splitlines()[0]))
    return Finding(
        codes.SYNTAX,
        first,
        Message(
            f"“{head}”和它的指标分写成了两行" if count == 1 else f"“{head}”下面缩进写了 {count} 个指标",
            f"the indicator stands below “{head}”, not behind it",
        ),
        label=Message("前面要写分类，顶格", "the class goes before it, at the margin"),
        remedy=Message(
            f"每个指标一行，分类写在最前面，如：{head} 名称 >= 3 篇 分值 10。",
            f"One indicator a line, its class first: {head} NAME >= 3 篇 score 10.",
        ),
        fix=Fix(
            Message(f"每一行前面写“{head}”", f"write {head} before each"),
            tuple(_edits(shadow, outline)),
            safe=False,
        ),
    )


def _is_row(model: Any, head: str, line: str) -> bool:
    try:
        row = model.model_from_str(f"\x01{head} {line.strip()}\n").marked.head
    except TextXSyntaxError:
        return False
    return row.name is not None and bool(row.target or row.clauses)


def _edits(shadow: Shadow, outline: Outline) -> list[Edit]:
    """The class at the margin before each row; its own line goes where nothing else is below it."""
    rows = [shadow.span(start, end).start for start, end in outline.lines]
    margins = [shadow.original.rfind("\n", 0, place) + 1 for place in rows]
    edits = [
        Edit(Span(margin, row), f"{outline.head.value} ") for margin, row in zip(margins, rows, strict=True)
    ]
    if outline.alone:
        edits[0] = Edit(Span(outline.head.span.start, rows[0]), f"{outline.head.value} ")
    return edits

"""Two labels on one line, as some forms print them: 填表人 张某　联系电话 0745-6820000 is two fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from goaldsl.bind.codes import TWO_LABELS
from goaldsl.catalog import folded
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span, Text
from goaldsl.parse.syntax import FieldLine
from goaldsl.source import Source

_GAP = r"(?:[ \xa0]*[\u3000\t][ \u3000\t\xa0]*|[ \xa0]{2,})"  # a wide blank, a tab, or two blanks
_NEXT = re.compile(
    rf"(?P<gap>{_GAP}|(?P<narrow>[ \xa0]))(?P<label>[^\s:：]{{2,20}})(?P<behind>[ \t]*[:：]|(?=\s)|$)"
)


def fields_of(line: FieldLine, labels: Collection[str], source: Source) -> Iterator[FieldLine]:
    """The fields that a line holds, usually the one. `labels`, folded: what may begin another."""
    start = line.label.span.end
    if line.text is None or line.lines:
        yield line
        return
    text, end = source.text, line.text.span.end
    found = [
        match
        for match in _NEXT.finditer(text, start, end)
        if folded(match["label"]) in labels and (match["narrow"] is None or match["behind"].strip())
    ]
    if not found:
        yield line
        return
    edges = [*(match.start() for match in found[1:]), end]
    yield replace(line, text=_text(text, line.text.span.start, found[0].start()))
    for match, edge in zip(found, edges, strict=True):
        label = Text(match["label"], Span(match.start("label"), match.end("label")))
        body = _text(text, match.end(), edge)
        yield FieldLine(label, body, (), Span(label.span.start, edge), line.extent)


def told(parts: list[FieldLine]) -> Finding:
    """What is said of a line that was read as several fields."""
    names = "、".join(f"“{part.label.value}”" for part in parts)
    edits = tuple(
        Edit(Span(_end(before), after.label.span.start), "\n")
        for before, after in zip(parts, parts[1:], strict=False)
    )
    return Finding(
        TWO_LABELS,
        parts[1].label.span,
        Message(
            f"一行写了 {len(parts)} 栏：{names}，分开读了", f"{len(parts)} fields on one line, read apart"
        ),
        remedy=Message("一栏一行。", "One field a line."),
        fix=Fix(Message("分成几行", "break the line"), edits),
    )


def _end(part: FieldLine) -> int:
    return part.text.span.end if part.text is not None else part.label.span.end


def _text(text: str, start: int, end: int) -> Text | None:
    words = text[start:end] if end > start else ""
    bare = words.strip().lstrip(":：").strip()
    if not bare:
        return None
    at = start + words.index(bare)
    return Text(bare, Span(at, at + len(bare)))

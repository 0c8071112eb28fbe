"""Findings on an imported form, told of the paper: which row and column of the sender's file, and what to type there.

A clerk who sent a Word file knows no keywords, no indentation and no --fix.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from goaldsl.diagnostics import Diagnostic, Finding, Message
from goaldsl.ingest.writing.goal_file import GoalFile
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source

# words of the language and of the command line, which mean nothing on paper
LANGUAGE = re.compile(
    r"`|--\w|goaldsl|\.goal|\.toml|缩进|行首|顶格|关键词|关键字|说明\[|赋分 |评分标准 “|“?(?:定性|截止|分值|赋分|备注|解释|指标体系|表样|表名|句式|停用|对应目标) [^，。]|写在行|这一行|本行|注释|引号|[#\\]|\bfmt\b|\bscore \d|\brule\b"
)
_CELLS = (
    (re.compile(r"分值|分数|满分"), "分值"),
    (re.compile(r"单位"), "计量单位"),
    (re.compile(r"指标值|符号|定量|定性|截止|日期"), "指标值"),
    (re.compile(r"评分|扣分|赋分|标准|句子"), "评（扣）分标准"),
    (re.compile(r"解释"), "指标解释"),
    (re.compile(r"名称"), "三级指标"),
)


def told(diagnostic: Diagnostic, source: Source, goal: GoalFile) -> Diagnostic:
    """The same finding with its place in the source file, without what only `.goal` files have."""
    finding = diagnostic.finding
    where = place_of(finding.span, source, goal)
    zh, en = _plain(finding.message)
    related = tuple(
        Message(*_related(each.message, place_of(each.span, source, goal))) for each in finding.related
    )
    prefix = f"{where}：" if where else ""
    return replace(
        diagnostic,
        finding=replace(
            finding,
            span=NOWHERE,
            message=Message(prefix + zh, prefix + en),
            label=None,
            notes=tuple(note for note in (*finding.notes, *related) if not LANGUAGE.search(note.zh)),
            remedy=_remedy(finding, where),
            fix=None,
            related=(),
        ),
    )


def place_of(span: Span, source: Source, goal: GoalFile) -> str:
    """The place in the sender's file of what stands at a span of the text; "" for the form as a whole."""
    if span == NOWHERE:
        return ""
    line = source.position(span.start).line
    while line > 0 and line not in goal.origins:
        line -= 1
        if line and not source.line(line).strip():
            return ""
    return goal.origins.get(line, "")


def _plain(message: Message) -> tuple[str, str]:
    return tuple(re.sub(r"`([^`]*)`", r"“\1”", words) for words in message)  # type: ignore[return-value]


def _related(message: Message, where: str) -> tuple[str, str]:
    zh, en = _plain(message)
    return (f"{where}：{zh}", f"{where}: {en}") if where else (zh, en)


def _remedy(finding: Finding, where: str) -> Message:
    """What to type: the finding's own words where they speak of the form, else the cell to look at."""
    if finding.remedy is not None and not LANGUAGE.search(finding.remedy.zh):
        return finding.remedy
    column = next((name for pattern, name in _CELLS if pattern.search(finding.message.zh)), "")
    cell = f"{where}“{column}”一格" if where and column else where or "表里"
    return Message(
        f"在原表{cell}改正，再重新报送。",
        f"Correct it in the form ({where or 'see above'}) and send it again.",
    )

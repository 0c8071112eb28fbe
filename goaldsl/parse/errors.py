"""The exact word at fault in a line that does not parse, what could stand there, and the word probably meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from textx import TextXSyntaxError

from goaldsl.catalog.guess import Guess
from goaldsl.catalog.similar import similar
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span
from goaldsl.parse import codes
from goaldsl.parse.expected import at_clause, described, spellings
from goaldsl.parse.keywords import CLAUSE_WORDS
from goaldsl.parse.shadow import Shadow
from goaldsl.parse.syntax import LineMark

_WORD = re.compile(r"[^\s,;:\d\[\]][^\s,;:\[]*|[\d.]+[^\s,;:\d]*|\S")
_OTHER_STATEMENT = re.compile(
    r"(?:说明|accept)\[|(?:句式|wording|停用|retired|说明|accept|待核|unsure)(?=[\s:]|$)"
)
_LIST_ITEM = re.compile(r"-(?= )|\d{1,3}[,.)]|\(\d{1,3}\)|[①-⑳]|[一二三四五六七八九十]{1,3},")
_BARE_POINTS = re.compile(r"(?<=\s)\d+(?:\.\d+)?\s*分(?=\s|$)")
_GLUED = re.compile(
    "|".join(re.escape(word) for word in sorted(CLAUSE_WORDS, key=len, reverse=True) if not word.isascii())
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a line stops making sense: the word, whether something is missing behind it, what could stand there."""

    line: str
    start: int
    end: int
    missing: bool
    expected: tuple[str, ...]

    @property
    def word(self) -> str:
        return self.line[self.start : self.end]


def explain(model: Any, shadow: Shadow, start: int, end: int, mark: LineMark) -> Finding:
    """Read one broken line alone and strictly; say which word is at fault and what could stand there."""
    line = shadow.text[start:end].rstrip()
    head = mark is LineMark.HEAD
    if head and _OTHER_STATEMENT.match(line):
        mark = LineMark.OTHER
    fault = _fault(model, line, mark)
    span = shadow.span(start + fault.start, start + fault.end)
    typed = shadow.original[span.start : span.end]
    item = _LIST_ITEM.match(line) if head and fault.start == 0 else None
    if item:
        return _unindented(Span(span.start, span.start + item.end()), typed[: item.end()])
    if fault.word in (",", ";") and at_clause(fault.expected):
        return _needless(span, typed)
    points = _BARE_POINTS.search(line, fault.start) if head else None
    if points:
        return _points_without_word(shadow, start + points.start(), start + points.end())
    glued = _glued(fault)
    if glued:
        return _to_part(span, glued)
    guess = None if fault.missing else _meant(fault)
    if guess is not None and guess != fault.word:
        return misspelt(span, typed, guess)
    return _unexpected(span, typed, fault, head)


def _fault(model: Any, line: str, mark: str) -> _Fault:
    place = len(line)
    expected: tuple[str, ...] = ()
    try:
        model.model_from_str(mark + line + "\n")
    except TextXSyntaxError as error:
        position = getattr(error.__cause__, "position", error.col - 1)
        place = min(max(0, position - len(mark)), len(line))
        expected = tuple(
            str(rule.rule_name or getattr(rule, "to_match", "")) for rule in error.expected_rules or ()
        )
    rest = line[place:]
    place += len(rest) - len(rest.lstrip())
    match = _WORD.match(line, place)
    if match:
        return _Fault(line, match.start(), match.end(), False, expected)
    words = list(_WORD.finditer(line))
    last = words[-1] if words else None
    return _Fault(line, last.start() if last else 0, len(line), True, expected)


def _glued(fault: _Fault) -> str:
    """The clause keyword that its text was written onto without a blank: 解释考核调研情况."""
    match = _GLUED.match(fault.word) if at_clause(fault.expected) else None
    return match[0] if match and len(match[0]) < len(fault.word) else ""


def _meant(fault: _Fault) -> str | None:
    """The keyword that was probably meant, rather than one of its aliases."""
    keywords = spellings(fault.expected)
    return similar(fault.word, keywords.common) or similar(fault.word, keywords.aliases)


def _to_part(span: Span, keyword: str) -> Finding:
    cut = Span(span.start + len(keyword), span.start + len(keyword))
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"“{keyword}”和后面的内容连在一起了", f"“{keyword}” runs into its content"),
        label=Message(f"“{keyword}”后面要空一格", f"a blank is needed behind {keyword}"),
        remedy=Message(f"在“{keyword}”后面空一格，或写冒号。", f"Put a blank or a colon behind “{keyword}”."),
        fix=Fix(
            Message(f"在“{keyword}”后面空一格", f"put a blank behind {keyword}"),
            (Edit(cut, " "),),
            safe=False,
        ),
    )


def _points_without_word(shadow: Shadow, start: int, end: int) -> Finding:
    """`>= 30 人次 6分`: points that no keyword announces."""
    span = shadow.span(start, end)
    typed = shadow.original[span.start : span.end]
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"“{typed}”是不是“分值 {typed}”？", f"is {typed} meant as points: 分值 {typed}?"),
        remedy=Message(f"写成“分值 {typed}”。", f"Write 分值 {typed}."),
        fix=Fix(
            Message("前面写“分值”", "write 分值 before it"),
            (Edit(Span(span.start, span.start), "分值 "),),
            safe=False,
        ),
    )


def _needless(span: Span, typed: str) -> Finding:
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"这里不用“{typed}”", f"no “{typed}” here"),
        label=Message("改成空格", "a blank instead"),
        remedy=Message("目标、分值、赋分之间空一格就行。", "Target, points and rule stand apart by a blank."),
        fix=Fix(Message("改成空格", "a blank instead"), (Edit(span, " "),), safe=False),
    )


def misspelt(span: Span, typed: str, meant: str) -> Finding:
    """A word that is not known, and the one that was probably meant."""
    unknown = Message(f"不认识“{typed}”", f"unknown word “{typed}”")
    return Guess(meant).onto(Finding(codes.SYNTAX, span, unknown))


def _unindented(span: Span, typed: str) -> Finding:
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"“{typed}”开头的条目没有缩进", f"the item that begins with “{typed}” is not indented"),
        label=Message("前面要空两格", "indent it by two blanks"),
        notes=(
            Message(
                "顶格的是新的一行栏目或指标；条目属于上面的“职责”“年度目标”。",
                "A line from the margin is a new field or indicator; items belong to the block above.",
            ),
        ),
        remedy=Message("在行首空两格。", "Put two blanks in front."),
        fix=Fix(
            Message("行首空两格", "indent the line"), (Edit(Span(span.start, span.start), "  "),), safe=False
        ),
    )


def _unexpected(span: Span, typed: str, fault: _Fault, head: bool) -> Finding:
    if fault.missing:
        message = Message(f"“{typed}”后面缺内容", f"something is missing behind “{typed}”")
    else:
        message = Message(f"这里读不懂“{typed}”", f"“{typed}” cannot be read here")
    shown = described(fault.expected)
    if not shown:
        label = Message("这里读不下去", "cannot be read from here on")
    else:
        label = Message(
            "这里应写：" + "、".join(each.zh for each in shown),
            "expected: " + ", ".join(each.en for each in shown),
        )
    return Finding(codes.SYNTAX, span, message, label=label, remedy=_remedy(fault, head))


def _remedy(fault: _Fault, head: bool) -> Message:
    """How such a line is written, by what could stand at the fault."""
    if "PartLineAhead" in fault.expected or "PartAhead" in fault.expected:
        return Message(
            "任务下面缩进写：内容 ……，预算 12.5 万元，财政拨款 10 万元，其他资金 2.5 万元。",
            "Below a task write: content …, budget 12.5 万元, fiscal 10 万元, other 2.5 万元.",
        )
    if "RatioWord" in fault.expected:
        return Message(
            "写一条规则，如：赋分 按比例，赋分 每低1%扣0.5分，赋分 分档 明显 10, 一般 5；或写带“分”字的整句评分标准。",
            "Write a rule: rule ratio, rule deduct 0.5 per 1%, rule grade 明显 10, 一般 5; or the official sentence.",
        )
    if not head and fault.start == 0:
        return Message(
            "缩进的一行以子句开头，如：解释 ……；要接着写上一行的文字，比上一行再缩进一层。",
            "An indented line begins with a clause; to continue the line above, indent deeper than it.",
        )
    if head and fault.start == 0 and "ClassWord" in fault.expected:
        return Message(
            "顶格的一行以指标分类（如数量指标）、栏目（如部门）或设置（如年度）开头。",
            "A line begins with a class (数量指标), a field (部门) or a setting (年度).",
        )
    return Message(
        "一行指标的写法：数量指标 名称 >= 3 篇 分值 10 赋分 按比例。",
        "An indicator reads: 数量指标 NAME >= 3 篇 score 10 rule ratio.",
    )

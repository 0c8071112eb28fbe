"""A clause that a name or a quality word took in: `定性 明显 分直 10` would print 分直 10, `定性 提高 中期 显著提高` all of it."""

from __future__ import annotations

import re

from goaldsl.catalog.similar import similar
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span
from goaldsl.parse import codes
from goaldsl.parse.errors import misspelt
from goaldsl.parse.keywords import CLAUSES, ClauseKind, Keyword
from goaldsl.parse.shadow import Shadow

_WORD = r"(?<=[ \t])(?P<word>[^\s\d:,;]{2,9})[ \t:]++"
_POINTS = re.compile(_WORD + r"\d{1,3}(?:\.\d+)?分?$")
_RULE = re.compile(
    _WORD + r"(?:按比例|按区间|分档|达标|直接赋分|逐项|插值|每\S*扣|(?:ratio|pass|grade|bands|deduct)\b)"
)


_MIDTERM = re.compile(
    r"(?<=[ \t])(?:中期|中期指标值|中期目标值|实施期指标值|实施期目标值|midterm)[ \t:]++(?=[^\s:])"
)


def further_within(shadow: Shadow, start: int, end: int) -> Finding | None:
    """Words alone behind 中期 on the line of another text; a number or a sign would have told."""
    match = _MIDTERM.search(shadow.text, start, end)
    if match is None:
        return None
    span = shadow.span(match.start(), end)
    words = shadow.original[span.start : span.end]
    return Finding(
        codes.SWALLOWED,
        span,
        Message(
            f"“{words}”会当成前面的文字印进表格", f"“{words}” would be printed as part of the text before it"
        ),
        remedy=Message(
            "另起一行并缩进；或者写成“中期 定性 ……”。", "Put it on an indented line, or write: midterm is …."
        ),
        fix=Fix(
            Message("写明“定性”", "write 定性"),
            (Edit(Span(shadow.origin(match.end()), shadow.origin(match.end())), "定性 "),),
            safe=False,
        ),
    )


def nearly_clause(shadow: Shadow, start: int, end: int) -> Finding | None:
    """What is to be said of the words between two places; None where no keyword is nearly there."""
    text = shadow.text[start:end]
    for pattern, kind in ((_POINTS, ClauseKind.SCORE), (_RULE, ClauseKind.RULE)):
        match = pattern.search(text)
        guess = similar(match["word"], _usual(CLAUSES[kind])) if match else None
        if match and guess and guess != match["word"]:
            span = shadow.span(start + match.start("word"), start + match.end("word"))
            return misspelt(span, shadow.original[span.start : span.end], guess)
    return None


def _usual(keyword: Keyword) -> tuple[str, ...]:
    return (keyword.chinese, keyword.english)

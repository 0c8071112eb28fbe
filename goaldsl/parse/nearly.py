"""A misspelt clause keyword that a name or a quality word took in: `定性 明显 分直 10` would print 分直 10."""

from __future__ import annotations

import re

from goaldsl.catalog.similar import similar
from goaldsl.diagnostics import Finding
from goaldsl.parse.errors import misspelt
from goaldsl.parse.keywords import CLAUSES, ClauseKind, Keyword
from goaldsl.parse.shadow import Shadow

_WORD = r"(?<=[ \t])(?P<word>[^\s\d:,;]{2,9})[ \t:]++"
_POINTS = re.compile(_WORD + r"\d{1,3}(?:\.\d+)?分?$")
_RULE = re.compile(
    _WORD + r"(?:按比例|按区间|分档|达标|直接赋分|逐项|插值|每\S*扣|(?:ratio|pass|grade|bands|deduct)\b)"
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

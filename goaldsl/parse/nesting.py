"""Brackets within brackets: beyond a depth that no person writes, a sentence is refused before a parser runs into it."""

from __future__ import annotations

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import Span
from goaldsl.parse import codes

DEEPEST = 16
_OPENING = frozenset("(（[【〔{｛〈《「『")
_CLOSING = frozenset(")）]】〕}｝〉》」』")


def too_deep(text: str, start: int = 0, end: int | None = None) -> int | None:
    """Where brackets are nested deeper than `DEEPEST`; None where they are not."""
    depth = 0
    for at in range(start, len(text) if end is None else end):
        if text[at] in _OPENING:
            depth += 1
            if depth > DEEPEST:
                return at
        elif text[at] in _CLOSING and depth:
            depth -= 1
    return None


def nested(text: str, span: Span) -> Finding | None:
    """What is to be said of the brackets in a sentence of the original text."""
    at = too_deep(text, span.start, span.end)
    if at is None:
        return None
    return Finding(
        codes.NESTED,
        Span(at, at + 1),
        Message(f"括号套了不止 {DEEPEST} 层", f"brackets are nested more than {DEEPEST} deep"),
        notes=(Message("这一句不再往下读，照原文印出。", "The sentence is printed as it is, and not read."),),
        remedy=Message(
            "去掉多余的括号，或把算法分成几句写。", "Remove needless brackets, or write several sentences."
        ),
    )

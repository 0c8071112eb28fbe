"""The tokens of a sentence: what each stretch of its shadow is, with numbers read."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

SIGNS = {
    "Q": "a number with its unit: 3篇, 95%", "P": "points, or a number in 分: 10分", "n": "a bare number",
    "K": "a fraction: 三分之一, 1/3", "d": "a date: 12月31日前", "#": "the number of an item: 1、", "v": "an interval: [80%,90%)", "u": "/次 behind points", "w": "a noun",
}  # fmt: skip
"""The kinds of token that are no words of the lexicon; the others: `lexicon.KINDS`."""

FREE = frozenset("wtotTVRpSFgDabq&h")
"""What may be part of a name."""


class Token(Struct, frozen=True):
    """A stretch of the shadow: `kind` is a sign, `meaning` that of its word, `unit` behind a number."""

    kind: str
    start: int
    end: int
    text: str
    meaning: str = ""
    value: Fraction = Fraction(0)
    unit: str | None = None


def signs(tokens: list[Token] | tuple[Token, ...]) -> str:
    """The kinds of tokens, a sign each: what patterns are matched against."""
    return "".join(token.kind for token in tokens)

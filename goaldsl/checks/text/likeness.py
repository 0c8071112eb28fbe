"""How much of one text stands in another, letter for letter; linear in both."""

from __future__ import annotations

import re
from fractions import Fraction

_RUN = 4  # characters: two texts share a run this long when words were copied, seldom by chance
_NOT_WORDS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """The text without punctuation and blanks."""
    return _NOT_WORDS.sub("", text)


def runs(text: str) -> set[str]:
    """All runs of a bare text."""
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}


def copied_share(text: str, original: set[str]) -> Fraction:
    """The share of a bare text's runs that stand in `original`; 0 for a text shorter than a run."""
    count = len(text) - _RUN + 1
    if count <= 0:
        return Fraction(0)
    return Fraction(sum(text[at : at + _RUN] in original for at in range(count)), count)

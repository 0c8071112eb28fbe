"""Marks of web pages and of Markdown, as they come along with pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_EMPHASIS = (
    r"(?<![\d*])(?P<marks>\*\*|__)(?=[^\s，,、；;*_])(?P<inner>[^*_\n]{0,60}[^\s，,、；;*_])(?P=marks)"
)
_MARKUP = re.compile(
    _EMPHASIS
    + r"|</?(?:p|br|b|i|u|strong|em|span|div|font|table|tr|td|th|li|ul|ol|a|h[1-6]|sup|sub|img)\b[^<>\n]*>"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|ensp|emsp|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
_EMPHASIZED = re.compile(_EMPHASIS)
_MEANING = {
    "&lt;": "<",
    "&gt;": ">",
    "&amp;": "&",
    "&quot;": '"',
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&middot;": "·",
}


class Mark(NamedTuple):
    """A piece of markup in a text, and the words that are meant."""

    start: int
    end: int
    meaning: str


def marks(text: str) -> Iterator[Mark]:
    """The pieces of markup in a text: tags, entities, `**…**`, a written-out line break."""
    for match in _MARKUP.finditer(text):
        yield Mark(*match.span(), match["inner"] or _MEANING.get(match[0], ""))


def without_emphasis(text: str) -> str:
    """The text with blanks for the asterisks of `**…**`, of the same length."""
    return _EMPHASIZED.sub(lambda match: f"  {match['inner']}  ", text)

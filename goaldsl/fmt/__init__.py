"""The one layout of a `.goal` text: edits over what was typed, never printed from the model.

SyntaxFile ──words──▶ edits of blanks and widths ─┐
     └──────lines──▶ indentation, comments ───────┴─▶ text ──compiler──▶ the same statements, or nothing is written
"""

from __future__ import annotations

from collections.abc import Callable

from goaldsl.fmt.meaning import same
from goaldsl.fmt.page import laid_out
from goaldsl.fmt.words import edits
from goaldsl.parse.syntax import SyntaxFile

__all__ = ["formatted"]


def formatted(syntax: SyntaxFile, read: Callable[[str], SyntaxFile]) -> str | None:
    """The text in its canonical layout; None where that would change what the file says.

    `read` is the parser, which reads the new text again. Where blanks and widths within the lines cannot be put
    right without a change of meaning, the lines are only placed.
    """
    for changes in (edits(syntax), []):
        text = laid_out(syntax, changes)
        if text == syntax.source.text or same(syntax, read(text)):
            return text
    return None

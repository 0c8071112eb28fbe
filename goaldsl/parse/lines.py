"""The lines of a text: what each begins or continues, how far it is indented, where its comment stands."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from goaldsl.model.place import Span

TAB = 4

# The name of an indicator in quotation marks may hold `#`.
_QUOTED = re.compile(r"""\s*[^\s"#][^\s"]*\s+"[^"\n]*\"""")
_COMMENT = re.compile(r"(?:(?<=\s)|^)#")


class LineKind(StrEnum):
    """What a line is for its neighbours."""

    STATEMENT = "statement"  # at the margin
    INDENTED = "indented"  # clauses or an item of the statement above
    CONTINUED = "continued"  # deeper than that: more of the line above
    COMMENT = "comment"  # nothing but a comment
    BLANK = "blank"


class Line(NamedTuple):
    """A line without its end: its place in the text, the columns before its first word, its comment from the `#`."""

    kind: LineKind
    span: Span
    indent: int
    comment: Span | None = None


def comment_start(line: str) -> int:
    """Where the comment of a line begins: `#` behind white space or at the start, outside a quoted name; -1: none."""
    if "#" not in line:
        return -1
    quoted = _QUOTED.match(line)
    found = _COMMENT.search(line, quoted.end() if quoted else 0)
    return found.start() if found else -1


def indentation(line: str) -> int:
    """Columns of blanks before the first word; a tab reaches to the next multiple of four."""
    blanks = line[: len(line) - len(line.lstrip())]
    if "\t" not in blanks:
        return len(blanks)
    column = 0
    for blank in blanks:
        column += TAB - column % TAB if blank == "\t" else 1
    return column


class Layout:
    """Tells the kinds of the lines of one text, from the first to the last."""

    def __init__(self, margin: int) -> None:
        self._margin = margin  # a file may be indented as a whole
        self._inner = -1  # the indentation of the lines of this statement

    def kind(self, indent: int) -> LineKind:
        """The kind of the next line with words, by its indentation."""
        if indent == self._margin:
            self._inner = -1
            return LineKind.STATEMENT
        if self._inner < 0 or indent <= self._inner:
            self._inner = indent
            return LineKind.INDENTED
        return LineKind.CONTINUED

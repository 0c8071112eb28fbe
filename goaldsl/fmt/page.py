"""Where the lines of a text stand: the margin, two blanks, four; comments with them; paragraphs one blank line apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goaldsl.diagnostics import Edit
from goaldsl.parse.lines import Line, LineKind
from goaldsl.parse.syntax import SyntaxFile

_STEP = "  "
_LEVELS = {LineKind.STATEMENT: 0, LineKind.INDENTED: 1, LineKind.CONTINUED: 2}
_BEFORE_COMMENT = "  "


def laid_out(syntax: SyntaxFile, edits: Iterable[Edit]) -> str:
    """The text with `edits` within its lines, and every line in its place."""
    waiting = sorted(edits, key=lambda edit: edit.span)
    shown: list[str] = []
    at = 0
    for line, level in _levels(syntax.lines):
        first = at
        while at < len(waiting) and waiting[at].span.end <= line.span.end:
            at += 1
        text = _line(syntax.source.text, line, level, waiting[first:at])
        if text or (shown and shown[-1]):
            shown.append(text)
    while shown and not shown[-1]:
        shown.pop()
    return "\n".join([*shown, ""]) if shown else ""


def _levels(lines: Iterable[Line]) -> Iterator[tuple[Line, int]]:
    """Each line with how deep it belongs; a comment on its own goes with the lines above it."""
    worded = [line.indent for line in lines if line.kind in _LEVELS]
    margin = min(worded, default=0)
    inner = -1  # the indentation of the lines of this statement
    for line in lines:
        if line.kind is LineKind.STATEMENT:
            inner = -1
        elif line.kind is LineKind.INDENTED:
            inner = line.indent
        if line.kind in _LEVELS:
            yield line, _LEVELS[line.kind]
        elif line.indent <= margin:
            yield line, 0
        else:
            yield line, 1 if inner < 0 or line.indent <= inner else 2


def _line(text: str, line: Line, level: int, edits: list[Edit]) -> str:
    end = line.comment.start if line.comment else line.span.end
    parts, at = [], line.span.start
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    words = _stripped("".join([*parts, text[at:end]]))
    comment = text[line.comment.start : line.comment.end].rstrip() if line.comment else ""
    between = _BEFORE_COMMENT if words and comment else ""
    return _STEP * level + words + between + comment if words or comment else ""


def _stripped(words: str) -> str:
    """Without the blanks around, but with the one that a backslash escapes at the end."""
    bare = words.strip()
    behind = words[len(words.rstrip()) :]
    backslashes = len(bare) - len(bare.rstrip("\\"))
    return bare + behind[:1] if backslashes % 2 and behind else bare

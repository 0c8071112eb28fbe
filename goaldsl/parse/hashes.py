"""Comments that eat a text: `解释 #1楼修缮` prints an empty cell, `修缮 #1楼` half a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span, Text
from goaldsl.model.rule import Manual, Rule
from goaldsl.parse import codes
from goaldsl.parse.lines import Line, LineKind
from goaldsl.parse.syntax import Clause, DoubtLine, FieldLine, IndicatorLine, Statement, WordingLine


def eaten(text: str, lines: Iterable[Line], statements: Iterable[Statement]) -> Iterator[Finding]:
    """A finding for each comment that was probably meant to be printed."""
    comments = [line.comment for line in lines if line.comment and line.kind is not LineKind.COMMENT]
    if not comments:
        return
    starts = [comment.start for comment in comments]
    for span, empty in sorted(set(_texts(statements))):
        at = bisect_left(starts, span.start)
        while at < len(comments) and starts[at] <= _line_end(text, span.end):
            if _told(text, comments[at], empty):
                yield _finding(text, comments[at], empty)
            at += 1


def _texts(statements: Iterable[Statement]) -> Iterator[tuple[Span, bool]]:
    """Every text that is printed, or the word behind which one is wanted and nothing stands."""
    for statement in statements:
        if isinstance(statement, FieldLine):
            for text in (*((statement.text,) if statement.text else ()), *statement.lines):
                yield text.span, False
            if statement.text is None and not statement.lines:
                yield statement.label.span, True
        elif isinstance(statement, WordingLine):
            yield statement.template.span, False
        elif isinstance(statement, DoubtLine):
            yield statement.text.span, False
        elif isinstance(statement, IndicatorLine):
            for clause in statement.clauses:
                yield from _of_clause(clause)


def _of_clause(clause: Clause) -> Iterator[tuple[Span, bool]]:
    value = clause.value
    if isinstance(value, Text):
        yield (value.span, False) if value.value else (clause.keyword.span, True)
    elif isinstance(value, Rule) and isinstance(value.terms[-1].shape, Manual):
        yield value.span, False


def _line_end(text: str, place: int) -> int:
    ends = [at for sign in "\r\n" if (at := text.find(sign, place)) >= 0]
    return min(ends, default=len(text))


def _told(text: str, comment: Span, empty: bool) -> bool:
    """Behind a text a comment is one when a blank follows the sign, or another sign; a bare # comments on nothing."""
    follows = text[comment.start + 1 : comment.start + 2]
    return _is_bare(text, comment) or follows.isalnum() or (empty and bool(follows.strip()))


def _is_bare(text: str, comment: Span) -> bool:
    return not text[comment.start + 1 : comment.end].strip()


def _finding(text: str, comment: Span, empty: bool) -> Finding:
    words = text[comment.start : comment.end].strip()
    where = Span(comment.start, comment.start + len(words))
    zh = "会成注释，这一栏印出来是空的" if empty else "会成注释，不会印出来"
    en = "is a comment, the cell is printed empty" if empty else "is a comment and not printed"
    other = "不印，删去。" if _is_bare(text, comment) else "真是注释，在 # 后面空一格。"
    instead = "delete it" if _is_bare(text, comment) else "put a blank behind the # of a comment"
    return Finding(
        codes.EATEN,
        where,
        Message(f"“{words}”{zh}", f"“{words}” {en}"),
        notes=(Message("空格后面的 # 起是注释。", "A # behind a blank begins a comment."),),
        remedy=Message(f"要印出来，写成 \\#；{other}", f"Write \\# to print it; {instead}."),
        fix=Fix(
            Message("写成 \\#", "write \\#"), (Edit(Span(comment.start, comment.start), "\\"),), safe=False
        ),
    )

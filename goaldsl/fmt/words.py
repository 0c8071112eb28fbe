"""Blanks and widths between the words of a line: `篇数≥３篇　分值10` reads `篇数 ≥ 3 篇 分值 10`. Texts stay as typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goaldsl.diagnostics import Edit
from goaldsl.model.place import NOWHERE, Located, Span
from goaldsl.model.target import QuantityTarget
from goaldsl.parse.keywords import ClauseKind
from goaldsl.parse.syntax import (
    AreaTarget,
    Clause,
    FieldLine,
    IndicatorLine,
    SyntaxFile,
    TaskLine,
    WordingLine,
)
from goaldsl.width import figures, half_width

_COLONS = (":", "：")


def edits(syntax: SyntaxFile) -> list[Edit]:
    """What changes within the lines; nothing across a line's end."""
    text = syntax.source.text
    return [edit for edit in _edits(syntax, text) if text[edit.span.start : edit.span.end] != edit.text]


def _edits(syntax: SyntaxFile, text: str) -> Iterator[Edit]:
    for statement in syntax.statements:
        if isinstance(statement, TaskLine):
            yield from _task(statement, text)
        if isinstance(statement, IndicatorLine):
            yield from _indicator(statement, text)
        elif isinstance(statement, FieldLine) and statement.text is not None:
            yield from _between(text, statement.label.span, statement.text.span)
        elif isinstance(statement, WordingLine):
            yield from _between(text, statement.kind.span, statement.template.span)


def _indicator(line: IndicatorLine, text: str) -> Iterator[Edit]:
    parts = [line.head.span]
    if line.name is not None:
        parts.append(_quoted(text, line.name.span))
    if line.target is not None:
        parts.append(line.target.span)
    parts += [clause.span for clause in line.clauses]
    yield from _apart(parts, text)
    if isinstance(line.target, QuantityTarget):
        yield from _quantity(line.target, text)
    for clause in line.clauses:
        yield from _clause(clause, text)


def _task(line: TaskLine, text: str) -> Iterator[Edit]:
    parts = [line.keyword.span]
    if line.name is not None:
        parts.append(_quoted(text, line.name.span))
    yield from _apart([*parts, *(clause.span for clause in line.clauses)], text)
    for clause in line.clauses:
        if clause.text.value:
            yield from _between(text, clause.keyword.span, clause.text.span)


def _apart(parts: list[Span], text: str) -> Iterator[Edit]:
    """One blank between neighbours."""
    for one, other in zip(parts, parts[1:], strict=False):
        yield from _between(text, one, other)


def _quoted(text: str, name: Span) -> Span:
    """A name with the quotation marks around it."""
    marks = text[name.start - 1 : name.start], text[name.end : name.end + 1]
    return Span(name.start - 1, name.end + 1) if marks[0] in ('"', "＂") and marks[1] in ('"', "＂") else name


def _quantity(target: QuantityTarget, text: str) -> Iterator[Edit]:
    operator, amount, unit = target.operator_span, target.amount_span, target.unit_span
    if amount == NOWHERE:
        return
    if operator not in (NOWHERE, amount) and operator.start < operator.end:
        yield Edit(operator, half_width(text[operator.start : operator.end]))
        yield from _between(text, operator, amount)
    yield Edit(amount, figures(text[amount.start : amount.end]))
    if unit != NOWHERE and amount.end <= unit.start:
        yield from _between(text, amount, unit, "" if target.unit_text[:1] in ("%", "‰") else " ")
        yield Edit(unit, figures(text[unit.start : unit.end]))


def _clause(clause: Clause, text: str) -> Iterator[Edit]:
    value = clause.value
    if clause.kind is ClauseKind.ACCEPT:
        return
    if isinstance(value, QuantityTarget):
        yield from _quantity(value, text)
    if isinstance(value, tuple):
        span = value[0].span if value else NOWHERE
        yield from _areas(value, text)
    elif isinstance(value, Located):
        span = value.span
    else:
        span = getattr(value, "span", NOWHERE)
    if span == NOWHERE or span.start >= span.end:
        return
    yield from _between(text, clause.keyword.span, span)
    if clause.kind is ClauseKind.SCORE:
        yield Edit(span, figures(text[span.start : span.end]))


def _areas(areas: Iterable[object], text: str) -> Iterator[Edit]:
    for each in areas:
        if isinstance(each, AreaTarget):
            yield from _between(text, _quoted(text, each.area.span), each.target.span)
            if isinstance(each.target, QuantityTarget):
                yield from _quantity(each.target, text)


def _between(text: str, one: Span, other: Span, blank: str = " ") -> Iterator[Edit]:
    """One blank between two neighbours on a line; behind a full-width colon none."""
    gap = text[one.end : other.start]
    bare = gap.strip()
    if one.end > other.start or "\n" in gap or "\r" in gap or (bare and bare not in _COLONS):
        return
    wanted = {"": blank, ":": ": ", "：": "："}[bare]
    yield Edit(Span(one.end, other.start), wanted)

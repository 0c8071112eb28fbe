"""What a file says, statement by statement, before anyone asked what the words mean.

`span` of a statement is what it says on its first line; `extent` reaches from its head to its last indented line.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from goaldsl.diagnostics import Finding
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Located, Span, Text
from goaldsl.model.rule import Rule
from goaldsl.model.target import Target
from goaldsl.parse.keywords import ClauseKind, TaskPart
from goaldsl.parse.lines import Line
from goaldsl.source import Source


class LineMark(StrEnum):
    """How the grammar knows a line that it reads alone and strictly."""

    HEAD = "\x01"
    CLAUSE = "\x02"
    OTHER = "\x03"  # a statement that is neither an indicator nor a field
    TASK = "\x04"


class AreaTarget(Struct, frozen=True):
    """What is promised of one area."""

    area: Text
    target: Target

    @property
    def span(self) -> Span:
        return Span(self.area.span.start, self.target.span.end)


ClauseValue = Located[Decimal] | Rule | Text | tuple[Text, ...] | Acceptance | Target | tuple[AreaTarget, ...]


class Clause(Struct, frozen=True):
    """A clause of an indicator; `value` has the type its kind asks for (see `lowering`)."""

    kind: ClauseKind
    keyword: Text
    value: ClauseValue
    span: Span


class IndicatorLine(Struct, frozen=True):
    """An indicator or a removed one (`retired`); `name` is None when the head line could not be read."""

    span: Span  # the head line
    extent: Span
    head: Text
    name: Text | None
    target: Target | None
    clauses: tuple[Clause, ...]
    retired: bool = False


class TaskClause(Struct, frozen=True):
    """A clause of a task; `text` is "" where nothing stands behind the keyword."""

    part: TaskPart
    keyword: Text
    text: Text
    span: Span


class TaskLine(Struct, frozen=True):
    """`任务 名称`, with its content and its amounts; `name` is None where it is left out."""

    keyword: Text
    name: Text | None
    clauses: tuple[TaskClause, ...]
    span: Span  # the head line
    extent: Span


class HeadingLine(Struct, frozen=True):
    """A class word alone on its line."""

    head: Text
    span: Span
    extent: Span


class FieldLine(Struct, frozen=True):
    """`标签 值`, with the indented lines below it."""

    label: Text
    text: Text | None
    lines: tuple[Text, ...]
    span: Span
    extent: Span


class WordingLine(Struct, frozen=True):
    """`句式 按比例 …`."""

    kind: Text
    template: Text
    span: Span
    extent: Span


class AcceptanceLine(Struct, frozen=True):
    """`说明[CODE]：理由` from the margin: it holds for the whole file."""

    acceptance: Acceptance
    span: Span
    extent: Span


class DoubtLine(Struct, frozen=True):
    """`待核 …` from the margin: a doubt of an import about the head of the form."""

    text: Text
    span: Span
    extent: Span


Statement = IndicatorLine | HeadingLine | FieldLine | WordingLine | AcceptanceLine | DoubtLine | TaskLine


class SyntaxFile(Struct, frozen=True):
    """All statements of a file that could be read, and its lines, as many as the text has.

    `complete` is False when something in them was lost.
    """

    source: Source
    lines: tuple[Line, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    complete: bool

"""What a text was read as, in lines a budget officer can compare with what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from goaldsl.catalog import load
from goaldsl.diagnostics import Finding
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Located, Text
from goaldsl.model.rule import Rule
from goaldsl.model.target import (
    CalendarDate,
    DeadlineTarget,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.parse import parse
from goaldsl.parse.encoding import read
from goaldsl.parse.keywords import CLAUSES, TASK_PARTS, ClauseKind
from goaldsl.parse.syntax import (
    AreaTarget,
    Clause,
    DoubtLine,
    FieldLine,
    HeadingLine,
    IndicatorLine,
    Statement,
    SyntaxFile,
    TaskLine,
    WordingLine,
)
from goaldsl.scoring.notation import dsl


def parsed(text: str) -> SyntaxFile:
    """The syntax of a text, with the remarks on its encoding."""
    return parsed_bytes(text.encode())


def parsed_bytes(data: bytes) -> SyntaxFile:
    source, remarks = read("试.goal", data)
    syntax = parse(source, load())
    return replace(syntax, findings=(*remarks, *syntax.findings))


def reading(syntax: SyntaxFile) -> list[str]:
    """One line for each statement."""
    return [_statement(each) for each in syntax.statements]


def reported(syntax: SyntaxFile) -> list[str]:
    """One line for each finding: place, words, code, message, what was probably meant."""
    ordered = sorted(syntax.findings, key=lambda finding: finding.span)
    return [_finding(syntax, finding) for finding in ordered]


def _finding(syntax: SyntaxFile, finding: Finding) -> str:
    position = syntax.source.position(finding.span.start)
    word = syntax.source.slice(finding.span)
    label = f"（{finding.label.zh}）" if finding.label else ""
    return f"{position.line}:{position.column} “{word}” {finding.code.code} {finding.message.zh}{label}"


def _statement(statement: Statement) -> str:
    if isinstance(statement, IndicatorLine):
        name = f"「{statement.name.value}」" if statement.name else "（读不出名称）"
        parts = [f"目标 {target(statement.target)}"] if statement.target else []
        parts += [_clause(clause) for clause in statement.clauses]
        head = f"{'停用 ' if statement.retired else ''}{statement.head.value}{name}"
        return head + ("：" + "；".join(parts) if parts else "")
    if isinstance(statement, HeadingLine):
        return f"标题 {statement.head.value}"
    if isinstance(statement, FieldLine):
        return f"栏目 {statement.label.value}" + "".join(_field_parts(statement))
    if isinstance(statement, WordingLine):
        return f"句式 {statement.kind.value}：{statement.template.value}"
    if isinstance(statement, DoubtLine):
        return f"待核 {statement.text.value}"
    if isinstance(statement, TaskLine):
        return _task(statement)
    return _acceptance(statement.acceptance)


def _field_parts(line: FieldLine) -> Iterator[str]:
    if line.text is not None:
        yield f"：{line.text.value}"
    for each in line.lines:
        yield f" ／ {each.value}"


def _clause(clause: Clause) -> str:
    name = CLAUSES[clause.kind].chinese
    value = clause.value
    if isinstance(value, Acceptance):
        return _acceptance(value)
    if isinstance(value, Rule):
        return f"{name} {dsl(value)}"
    if clause.kind is ClauseKind.RULE and isinstance(value, Text):
        return f"句子 {value.value}"
    if isinstance(value, tuple):
        return f"{name} " + "、".join(_listed(each) for each in value)
    if not isinstance(value, Text | Located):
        return f"{name} {target(value)}"
    return f"{name} {value.value}".rstrip()


def _listed(each: Text | AreaTarget) -> str:
    return f"[{each.value}]" if isinstance(each, Text) else f"[{each.area.value}] {target(each.target)}"


def _task(line: TaskLine) -> str:
    name = f"「{line.name.value}」" if line.name else "（没有名称）"
    parts = [f"{TASK_PARTS[clause.part].chinese} {clause.text.value}".rstrip() for clause in line.clauses]
    return f"任务{name}" + ("：" + "；".join(parts) if parts else "")


def _acceptance(value: Acceptance) -> str:
    what = f" {value.what}" if value.what else ""
    return f"说明[{value.code.value}{what}] {value.reason.value}".rstrip()


def target(value: Target) -> str:
    """The kind of a target and what it says."""
    if isinstance(value, QuantityTarget):
        sign = value.operator.value if value.operator else "无符号"
        words = f"{sign} {value.amount_text} {value.unit_text}".rstrip()
        return words if str(value.amount) == value.amount_text else f"{words}（即 {value.amount}）"
    if isinstance(value, RangeTarget):
        return f"区间 {value.low} 到 {value.high} {value.unit_text}".rstrip() + f"（印 {value.text}）"
    if isinstance(value, DeadlineTarget):
        return f"期限 {_day(value.day)}（印 {value.text}）"
    if isinstance(value, PeriodTarget):
        return f"起止 {_day(value.start)} 到 {_day(value.end)}（印 {value.text}）"
    if isinstance(value, QualityTarget):
        return f"定性 {value.word}".rstrip()
    operator = value.operator.value + " " if value.operator else ""
    return f"读不出 {operator}{value.text} {value.unit_text}".rstrip()


def _day(day: CalendarDate) -> str:
    return f"{day.last.isoformat()}/{day.precision.value}"

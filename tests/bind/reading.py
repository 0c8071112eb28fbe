"""What a text means, in lines a budget officer can compare with what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import load
from goaldsl.diagnostics import Finding
from goaldsl.model.declaration import Declaration, Field, Money, Period, Task
from goaldsl.model.target import CalendarDate, DeadlineTarget, QuantityTarget, Target, UnreadableTarget
from goaldsl.parse import parse
from goaldsl.parse.keywords import CLAUSES, ClauseKind
from goaldsl.source import Source


def bound(text: str, defaults: Defaults | None = None) -> tuple[Declaration, list[Finding]]:
    """The declaration and what binding (not parsing) says of it."""
    syntax = parse(Source("试.goal", text, text.encode()), load())
    return bind(syntax, load(), defaults or Defaults())


def reading(declaration: Declaration) -> Iterator[str]:
    """One line for each part that the text fills."""
    if declaration.year:
        yield f"年度 {declaration.year.value}"
    if declaration.title:
        yield f"表名 {declaration.title.value}"
    for field in declaration.fields:
        yield from _field(field)
    for task in declaration.tasks:
        yield f"任务「{task.name.value}」" + "；".join(_task(task))
    rows = declaration.indicators
    for index in range(len(rows) + 1):
        yield from (
            f"空行 {row.category.level1}/{row.category.level2}"
            for row in declaration.empty_rows
            if row.before == index
        )
        if index < len(rows):
            row = rows[index]
            place = "/".join(row.category) if row.category else "无分类"
            printed = row.printed
            cells = (
                printed.type,
                printed.value,
                printed.unit,
                printed.score,
                printed.explanation,
                printed.criterion,
                printed.remark,
            )
            marks = f"（{'、'.join(row.generated)} 由程序写）" if row.generated else ""
            yield f"{place}「{row.name.value}」{' | '.join(cells)} {row.direction.value}{marks}"
            for each in row.further:
                area = f" {each.area.value}" if each.area else ""
                shown = f"{each.type} | {each.value} | {each.unit}"
                yield f"　{CLAUSES[ClauseKind(each.scope.value)].chinese}{area} {shown}{_meant(each.target)}"
    for gone in declaration.retired:
        yield f"停用 {'/'.join(gone.category) if gone.category else '无分类'}「{gone.name.value}」{gone.reason.value if gone.reason else ''}"


def _field(field: Field) -> Iterator[str]:
    yield f"{field.spec.key}【{field.spec.label}】{'' if field.items else field.text.value}{_value(field)}{' 接排' if field.join else ''}"
    for item in field.items:
        mark = "（编号由程序写）" if item.number_generated else ""
        label = f" 标签 {item.label.value}" if item.label else ""
        yield f"　{item.number}|{item.text.value}{mark}{label}"


def _task(task: Task) -> Iterator[str]:
    if task.content is not None:
        yield f"内容 {task.content.value}"
    for word, amount in (("预算", task.budget), ("财政拨款", task.fiscal), ("其他资金", task.other)):
        if amount is not None:
            yuan = f"{amount.money.yuan.normalize():f} 元" if amount.money else "读不懂"
            yield f"{word} 印 {amount.printed} = {yuan}"


def _meant(target: Target) -> str:
    if isinstance(target, DeadlineTarget):
        return f" = {target.day.last.isoformat()}"
    if isinstance(target, QuantityTarget):
        return f" = {target.amount} {target.unit.symbol if target.unit else ''}".rstrip()
    return " 读不出" if isinstance(target, UnreadableTarget) else ""


def _value(field: Field) -> str:
    value = field.value
    if isinstance(value, Money):
        return f" = {value.yuan.normalize():f} 元"
    if isinstance(value, CalendarDate):
        return f" = {value.last.isoformat()}/{value.precision.value}"
    if isinstance(value, Period):
        return f" = {value.start.last.isoformat()} 到 {value.end.last.isoformat()}"
    return ""


def reported(text: str, findings: list[Finding]) -> list[str]:
    """One line for each finding: place, words, code, message, what was probably meant."""
    source = Source("试.goal", text)
    lines = []
    for finding in sorted(findings, key=lambda finding: finding.span):
        position = source.position(finding.span.start)
        label = f"（{finding.label.zh}）" if finding.label else ""
        related = (
            f"，另见第 {'、'.join(str(source.position(each.span.start).line) for each in finding.related)} 行"
            if finding.related
            else ""
        )
        lines.append(
            f"{position.line}:{position.column} “{source.slice(finding.span)}” {finding.code.code} {finding.message.zh}{label}{related}"
        )
    return lines

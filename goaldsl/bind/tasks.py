"""Tasks (年度主要任务): amounts read like those of the head of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goaldsl.bind import codes
from goaldsl.bind.money import AmountUnits, in_cell, money
from goaldsl.bind.row_codes import INDENTED_TASK
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding, Message
from goaldsl.model.declaration import Field, Task, TaskAmount, UnitSaid
from goaldsl.model.form import FieldSpec, FieldType, Form, Place
from goaldsl.model.place import Span, Text
from goaldsl.parse.keywords import TASK_PARTS, TaskPart
from goaldsl.parse.syntax import TaskLine

_NOBODY = AmountUnits(None, None)
_UNLABELLED = FieldSpec("", "", (), FieldType.MONEY, Place.HEADER)
AMOUNTS = (TaskPart.BUDGET, TaskPart.FISCAL, TaskPart.OTHER)


class TaskBinding:
    """Binds the tasks of one file; what is wrong with them gathers in `findings`."""

    def __init__(self, catalog: Catalog, form: Form, units: AmountUnits) -> None:
        self.catalog = catalog
        self.form = form
        self.units = units
        self.findings: list[Finding] = []

    def tasks(self, lines: Iterable[TaskLine]) -> tuple[Task, ...]:
        """The tasks with a name; the others have been reported."""
        return tuple(self._task(line, line.name) for line in lines if line.name is not None)

    def _task(self, line: TaskLine, name: Text) -> Task:
        said = {clause.part: clause for clause in line.clauses if clause.text.value}
        amounts = {
            part.value: self._amount(part, said[part].text, said[part].keyword.value)
            for part in AMOUNTS
            if part in said
        }
        content = said[TaskPart.CONTENT].text if TaskPart.CONTENT in said else None
        return Task(name, content, span=line.span, **amounts)

    def _amount(self, part: TaskPart, text: Text, label: str) -> TaskAmount:
        amount = task_amount(part, text, label, self.form, self.units, self.catalog)
        if amount.money is None:
            word = TASK_PARTS[part]
            self.findings.append(
                Finding(
                    codes.FIELD_VALUE,
                    text.span,
                    Message(f"任务的“{word.chinese}”读不懂“{text.value}”", f"“{text.value}” cannot be read"),
                    notes=(Message("内容照样印出，但不能核对。", "It is printed but cannot be checked."),),
                    remedy=Message("金额写成 12.5 万元。", "Write an amount as 12.5 万元."),
                )
            )
        return amount


def task_amount(
    part: TaskPart, text: Text, label: str, form: Form, units: AmountUnits, catalog: Catalog
) -> TaskAmount:
    """An amount of a task behind `label` as typed, and what its cell shows."""
    spec = _spec(part, form)
    value = money(text.value, spec, label, units, catalog)
    if value is not None and value.said is UnitSaid.LABEL:  # 预算（元） 80000 is 预算 80000元
        text = Text(in_cell(text.value, value, _UNLABELLED, _NOBODY, catalog), text.span)
        value = money(text.value, spec, "", units, catalog)
    shown = text.value if value is None else in_cell(text.value, value, spec, units, catalog)
    return TaskAmount(text, value, shown)


def _spec(part: TaskPart, form: Form) -> FieldSpec:
    """The column of the task table as a field: its label may say a unit."""
    label = next((column.label for column in form.tasks if column.key == part.value), "")
    place = Place.HEADER if label else Place.NOWHERE
    return FieldSpec(part.value, label, (label,), FieldType.MONEY, place)


def indented_task(field: Field) -> Finding | None:
    """`任务 名称` written as an item of the block 年度主要任务: it would print with its content run into it."""
    found = ((each, match) for each in field.items if (match := _AS_ITEM.match(each.text.value)))
    item, match = next(found, (None, None))
    if item is None or match is None:
        return None
    start = item.span.start
    return Finding(
        INDENTED_TASK,
        Span(start, start + len(match[1])),
        Message(
            f"“{field.label.value}”下面的“任务 ……”会当成文字印出来",
            f"a task below {field.label.value} would be printed as text",
        ),
        remedy=Message(
            "“任务 名称”顶格写，内容和预算写在它下面，空两格。",
            "Write 任务 NAME at the margin, its content and budget below it, indented by two blanks.",
        ),
    )


_AS_ITEM = re.compile(r"(任务名称|任务|task)[\s:：]")

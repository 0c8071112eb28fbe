"""Further targets and tasks of an interchange file: the cells that they print are made again."""

from __future__ import annotations

from goaldsl.bind.money import AmountUnits
from goaldsl.bind.printed import target_cells
from goaldsl.bind.tasks import task_amount
from goaldsl.catalog import Catalog
from goaldsl.model.declaration import FurtherTarget, Scope, Task
from goaldsl.model.form import Form
from goaldsl.model.place import Text
from goaldsl.parse.keywords import TaskPart
from goaldsl.published import declaration as published
from goaldsl.published import target as targets

_AMOUNTS = {"amount": TaskPart.BUDGET, "fiscal": TaskPart.FISCAL, "other": TaskPart.OTHER}


def further_targets(row: published.Indicator, form: Form, catalog: Catalog) -> tuple[FurtherTarget, ...]:
    """The further targets of a row, in the order of time; the areas as they stand in the file."""
    timed = ((scope, getattr(row, scope.value), None) for scope in Scope if scope is not Scope.AREA)
    areas = ((Scope.AREA, each.target, Text(each.area)) for each in row.areas)
    found = []
    for scope, declared, area in (*timed, *areas):
        if declared is not None:
            target = targets.decode_alone(declared, catalog.unit)
            found.append(FurtherTarget(scope, target, *target_cells(target, form), area))
    return tuple(found)


def task(declared: published.Task, form: Form, units: AmountUnits, catalog: Catalog) -> Task:
    """A task with its amounts, read as they were typed."""
    typed: dict[str, str] = dict(declared.unread.items())
    for key in _AMOUNTS:
        amount: published.Amount | None = getattr(declared, key)
        if amount is not None:
            typed[key] = amount.text
    read = {
        _AMOUNTS[key]: task_amount(_AMOUNTS[key], Text(text), "", form, units, catalog)
        for key, text in typed.items()
    }
    content = Text(declared.content) if declared.content else None
    budget, fiscal, other = (read.get(part) for part in _AMOUNTS.values())
    return Task(Text(declared.name), content, budget, fiscal, other)

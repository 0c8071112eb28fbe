"""What the kinds that look at tasks (年度主要任务) share: tasks of two forms paired by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Change, Kind, State
from goaldsl.diff.wording import alike, bare, masked
from goaldsl.model.declaration import Task, TaskAmount
from goaldsl.model.place import NOWHERE, Span
from goaldsl.parse.keywords import TASK_PARTS, TaskPart

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Comparison


def gone(kind: Kind, forms: Comparison) -> Iterator[Change]:
    """Tasks of the old form that the new one has not; nothing where its edition has no table of tasks."""
    for old, new in _pairs(forms):
        if old is not None and new is None and forms.new.declaration.form.tasks:
            name = old.name.value
            message = Message(f"任务“{name}”没有了{_cost(old)}", f"the task {name} is gone")
            yield Change(kind, message, "task", _state(old), None, (Action.DELETE,), previous=old.span)


def came(kind: Kind, forms: Comparison) -> Iterator[Change]:
    """Tasks that are new; nothing where the old edition had no table of tasks."""
    for old, new in _pairs(forms):
        if old is None and new is not None and forms.old.declaration.form.tasks:
            name = new.name.value
            message = Message(f"新增任务“{name}”{_cost(new)}", f"a new task {name}")
            yield Change(kind, message, "task", None, _state(new), (Action.CREATE,), span=new.span)


def changed(kind: Kind, forms: Comparison) -> Iterator[Change]:
    """What is said otherwise of a task of both forms: its content, its amounts."""
    for old, new in _pairs(forms):
        if old is None or new is None:
            continue
        for part in TaskPart:
            before, after = (_text(task, part) for task in (old, new))
            if _same(forms, old, new, part):
                continue
            word = TASK_PARTS[part]
            yield Change(
                kind,
                Message(
                    f"任务“{new.name.value}”的{word.chinese} {before or '（空）'} → {after or '（空）'}",
                    f"{word.english} of the task {new.name.value}: {before} → {after}",
                ),
                f"task.{part.value}",
                State(before),
                State(after),
                span=_span(new, part),
                previous=_span(old, part),
            )


def _pairs(forms: Comparison) -> Iterator[tuple[Task | None, Task | None]]:
    """Each task of either form with the one of the same name, the first of several."""
    years = [view.year if forms.across else None for view in (forms.old, forms.new)]
    sides: list[dict[str, Task]] = []
    for view, year in zip((forms.old, forms.new), years, strict=True):
        named: dict[str, Task] = {}
        for task in view.declaration.tasks:
            named.setdefault(bare(task.name.value, year), task)
        sides.append(named)
    for key in dict.fromkeys((*sides[0], *sides[1])):
        yield sides[0].get(key), sides[1].get(key)


def _same(forms: Comparison, old: Task, new: Task, part: TaskPart) -> bool:
    one, other = getattr(old, part.value), getattr(new, part.value)
    if isinstance(one, TaskAmount) and isinstance(other, TaskAmount) and one.money and other.money:
        return one.money.yuan == other.money.yuan
    years = (forms.old.year, forms.new.year) if forms.across else (None, None)
    return alike(masked(_text(old, part), years[0]), masked(_text(new, part), years[1]))


def _text(task: Task, part: TaskPart) -> str:
    value = getattr(task, part.value)
    if isinstance(value, TaskAmount):
        return value.text.value
    return value.value if value is not None else ""


def _span(task: Task, part: TaskPart) -> Span:
    value = getattr(task, part.value)
    text = value.text if isinstance(value, TaskAmount) else value
    return text.span if text is not None and text.span != NOWHERE else task.span


def _state(task: Task) -> State:
    return State(task.name.value)


def _cost(task: Task) -> str:
    return f"，预算 {task.budget.text.value}" if task.budget else ""

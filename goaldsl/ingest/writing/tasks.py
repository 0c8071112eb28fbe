"""Tasks that were read, as statements of a `.goal` file."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.ingest.reading.result import TaskRead
from goaldsl.ingest.writing.proving import Prover
from goaldsl.ingest.writing.statements import names, one_line, squeezed, texts
from goaldsl.model.declaration import Task, TaskAmount
from goaldsl.parse.keywords import TASK_PARTS, TaskPart


def task_lines(task: TaskRead, prover: Prover) -> list[str] | None:
    """The lines of a task that come back as they were read; None where none do."""
    for name in names(task.said["name"]):
        lines = [f"任务 {name}", *_clauses(task)]
        declaration = prover.declaration(prover.head + "\n".join(lines) + "\n")
        found = declaration.tasks if declaration else ()
        if len(found) == 1 and _same(found[0], task):
            return lines
    return None


def _clauses(task: TaskRead) -> Iterator[str]:
    for part in TaskPart:
        text = task.said.get(part.value, "")
        if text:
            words = next(texts(text)) if part is TaskPart.CONTENT else one_line(text)
            yield f"  {TASK_PARTS[part].chinese} {words}"


def _same(found: Task, task: TaskRead) -> bool:
    back = {"name": found.name.value, "content": found.content.value if found.content else ""}
    for part in TaskPart:
        amount = getattr(found, part.value)
        if isinstance(amount, TaskAmount):
            back[part.value] = amount.text.value
    return all(squeezed(back.get(key, "")) == squeezed(text) for key, text in task.said.items())

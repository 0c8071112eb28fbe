"""Tasks (`任务 名称`) from the parser's tree: the name, what the task is about, what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.place import Span, Text
from goaldsl.parse import codes
from goaldsl.parse.keywords import TASK_PARTS, TaskPart, normalised, task_part
from goaldsl.parse.shadow import Shadow
from goaldsl.parse.swallowed import amount_in_name, parts_swallowed
from goaldsl.parse.syntax import TaskClause, TaskLine


class TaskLowering:
    """Lowers the tasks of one file; what is wrong with them gathers in `findings`."""

    def __init__(self, shadow: Shadow, findings: list[Finding]) -> None:
        self.shadow = shadow
        self.findings = findings

    def task(self, node: Any, head: Text, name: Text | None) -> TaskLine:
        """The task; one without a name is reported, each thing is said of it once."""
        parts = [*(node.parts or ()), *(part for line in node.lines or () for part in line.parts or ())]
        clauses = [self._clause(part) for part in parts]
        end = max((part._tx_position_end for part in node.parts or ()), default=None)
        if end is None:
            end = node.name._tx_position_end if node.name is not None else self._after(node)
        if name is None:
            self.findings.append(_nameless(head))
        else:
            finding = amount_in_name(self.shadow, node.name._tx_position, node.name._tx_position_end)
            self.findings += [finding] if finding else []
        extent = self.shadow.span(node._tx_position, node._tx_position_end)
        span = self.shadow.span(node._tx_position, end)
        return TaskLine(head, name, tuple(self._unrepeated(clauses)), span, extent)

    def _after(self, node: Any) -> int:
        end: int = node._tx_position + len(node.keyword)
        return end

    def _clause(self, node: Any) -> TaskClause:
        start = node._tx_position
        keyword = self.shadow.words(start, start + len(normalised(node.keyword)))
        end = node._tx_position_end
        part = task_part(node.keyword)
        if part is TaskPart.CONTENT:
            text = self._rest(end - len(node.text), end) if node.text is not None else None
        else:
            amount = node.amount
            text = None if amount is None else self.shadow.words(amount._tx_position, amount._tx_position_end)
        return TaskClause(part, keyword, text or _nothing(keyword), self.shadow.span(start, end))

    def _rest(self, start: int, end: int) -> Text:
        finding = parts_swallowed(self.shadow, start, end)
        if finding is not None:
            self.findings.append(finding)
        return self.shadow.words(start, end)

    def _unrepeated(self, clauses: list[TaskClause]) -> Iterator[TaskClause]:
        first: dict[TaskPart, TaskClause] = {}
        for clause in clauses:
            if clause.part not in first:
                first[clause.part] = clause
                yield clause
            else:
                self.findings.append(_repeated(first[clause.part], clause))


def _nothing(keyword: Text) -> Text:
    return Text("", Span(keyword.span.end, keyword.span.end))


def _nameless(head: Text) -> Finding:
    return Finding(
        codes.SYNTAX,
        head.span,
        Message("“任务”后面缺名称", "a task without a name"),
        label=Message("这里应写：任务名称", "expected: the name of the task"),
        remedy=Message(
            "写成：任务 基层培训，内容和预算写在下面，缩进。",
            "Write 任务 NAME; its content and budget stand below it, indented.",
        ),
    )


def _repeated(first: TaskClause, other: TaskClause) -> Finding:
    keyword = TASK_PARTS[other.part]
    return Finding(
        codes.REPEATED,
        other.span,
        Message(f"“{keyword.chinese}”写了两次", f"“{keyword.english}” stands twice"),
        notes=(Message("只采用第一处。", "Only the first one counts."),),
        remedy=Message(
            "只留一个；是另一项任务的，前面写一行“任务 名称”。",
            "Keep one; if it is another task's, write 任务 NAME before it.",
        ),
        related=(Related(first.span, Message("第一次写在这里", "first written here")),),
    )

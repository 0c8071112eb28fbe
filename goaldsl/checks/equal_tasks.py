"""Tasks that bear one name.

## 作用
两项任务的名称相同。两行都照样印出。

## 为什么
同一项任务写了两次，钱就算了两遍；要是两回事，名称要看得出来。

## 示例
```goal
部门 某县科技局
表样 部门整体
年度 2026
任务 实用技术培训 预算 8 万元
任务 实用技术培训 预算 8 万元
```

## 改法
合并成一项，或者在名称里写明区别。

## 依据
财预〔2015〕88号：绩效目标要指向明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.catalog import folded
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.declaration import Task

CODE = documented(
    "GC462",
    "equal-tasks",
    Message("任务重名", "two tasks of one name"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    groups: dict[str, list[Task]] = {}
    for task in facts.declaration.tasks:
        groups.setdefault(folded(task.name.value), []).append(task)
    for first, *others in groups.values():
        if others:
            name = quoted(first.name.value)
            yield Finding(
                CODE,
                others[0].name.span,
                Message(
                    f"任务{name}写了 {len(others) + 1} 次", f"the task {name} stands {len(others) + 1} times"
                ),
                remedy=Message("合并成一项，或写明区别。", "Make them one, or tell them apart."),
                related=(
                    Related(first.name.span, Message("第一次写在这里", "first written here")),
                    *(Related(each.name.span, Message("又写在这里", "and here")) for each in others[1:]),
                ),
            )


CHECK = Check(CODE, check)

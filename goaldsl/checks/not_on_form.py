"""What is written in the file and stands nowhere on its form.

## 作用
申报表里写了分值、解释、评分标准、备注、数据来源、第二个指标值（中期、半年、上年、地区）或任务，而所用的表样没有印它们的地方。

## 为什么
写的人以为交上去了，收表的人看不到；核对合计、年底取数时对不上。

## 示例
```goal
表样 项目2015
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  解释 当年印发的篇数
```

## 改法
换用有这一栏的表样；要印的写进表上有的栏目；只供自己年底用的，写 `说明[GC549]：……`，它仍留在交换文件里。

## 依据
各地表样的栏目。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.declaration import Declaration, Scope
from goaldsl.model.form import PointsPlace
from goaldsl.model.place import Located
from goaldsl.parse.keywords import CLAUSES, ClauseKind
from goaldsl.review.places import Place, in_each_place

CODE = documented(
    "GC549",
    "not-on-form",
    Message("表上没有地方印", "no place on the form"),
    WARNING,
    __doc__,
)


_RARE = frozenset((*(scope.value for scope in Scope), "task"))
"""What few editions have; the edition is named."""


def check(facts: Facts) -> Iterator[Finding]:
    declaration = facts.declaration
    columns = {column.key for column in declaration.form.columns}
    for key, what, english, places in _kinds(declaration, columns):
        yield from _told(facts, key, what, english, places)


def _told(facts: Facts, key: str, what: str, english: str, places: list[Place]) -> Iterator[Finding]:
    declaration = facts.declaration
    other = _printing(facts, key) if places else None
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(
            f"{count} 处{what}在这种表样上没有地方印", f"{count} times the form has no place for {english}"
        ),
        notes=(
            Message(
                f"表样“{declaration.form.name}”没有这一栏；写的内容只留在交换文件里。",
                "The edition has no such column; what is written stays in the interchange file only.",
            ),
        ),
        remedy=Message(
            f"换用有这一栏的表样{f'，如“{other}”' if other else ''}，或写进表上有的栏目。",
            f"Choose an edition that has it{f', such as {other}' if other else ''}, or write it elsewhere.",
        ),
    )


def _printing(facts: Facts, key: str) -> str | None:
    """An edition that has the further column, or a table of tasks."""
    if key not in _RARE:
        return None
    forms = (facts.catalog.form(identity) for identity in facts.catalog.ids("form"))
    return next(
        (
            form.names[2] if len(form.names) > 2 else form.name
            for form in forms
            if form is not None
            and (form.tasks if key == "task" else key in {column.key for column in form.columns})
        ),
        None,
    )


def _kinds(declaration: Declaration, columns: set[str]) -> Iterator[tuple[str, str, str, list[Place]]]:
    """Each kind of text the form cannot show, with the places where it is written."""
    rows = declaration.indicators
    if declaration.form.points is PointsPlace.NOWHERE and "score" not in columns:
        yield (
            "score",
            "分值",
            "points",
            [_place(row.score, row.name.value, "分值", "points") for row in rows if row.score],
        )
    for key, what, english in (
        ("explanation", "解释", "an explanation"),
        ("criterion", "评分标准", "a scoring sentence"),
        ("remark", "备注", "a remark"),
        ("source", "数据来源", "the source of data"),
    ):
        if key not in columns:
            found = ((getattr(row, key), row.name.value) for row in rows)
            yield (
                key,
                what,
                english,
                [_place(text, name, what, english) for text, name in found if text is not None],
            )
    for scope in Scope:
        if scope.value not in columns:
            keyword = CLAUSES[ClauseKind(scope.value)]
            what, english = f"{keyword.chinese}指标值", f"{keyword.english} targets"
            said = [(row, each) for row in rows for each in row.further if each.scope is scope]
            yield (
                scope.value,
                what,
                english,
                [(each.span, _said(row.name.value, what, english)) for row, each in said],
            )
    if not declaration.form.tasks:
        tasks = [
            (task.span, Message(f"任务{quoted(task.name.value)}，表上没有地方印", "no place for the task"))
            for task in declaration.tasks
        ]
        yield "task", "任务", "tasks", tasks


def _place(text: Located[Any], name: str, what: str, english: str) -> Place:
    return text.span, _said(name, what, english)


def _said(name: str, what: str, english: str) -> Message:
    return Message(f"{quoted(name)}的{what}，表上没有地方印", f"{quoted(name)}: no place for {english}")


CHECK = Check(CODE, check, of_form=True)

"""What is written in the file and stands nowhere on its form.

## 作用
申报表里写了分值、解释、评分标准、备注、数据来源、中期目标或任务，而所用的表样没有印它们的地方。

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
from goaldsl.model.declaration import Declaration
from goaldsl.model.form import PointsPlace
from goaldsl.model.place import Located
from goaldsl.review.places import Place, in_each_place

CODE = documented(
    "GC549",
    "not-on-form",
    Message("表上没有地方印", "no place on the form"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    declaration = facts.declaration
    columns = {column.key for column in declaration.form.columns}
    for what, english, places in _kinds(declaration, columns):
        yield from _told(declaration, what, english, places)


def _told(declaration: Declaration, what: str, english: str, places: list[Place]) -> Iterator[Finding]:
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
            "换用有这一栏的表样，或写进表上有的栏目。",
            "Choose an edition that has it, or write it elsewhere.",
        ),
    )


def _kinds(declaration: Declaration, columns: set[str]) -> Iterator[tuple[str, str, list[Place]]]:
    """Each kind of text the form cannot show, with the places where it is written."""
    rows = declaration.indicators
    if declaration.form.points is PointsPlace.NOWHERE and "score" not in columns:
        yield (
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
                what,
                english,
                [_place(text, name, what, english) for text, name in found if text is not None],
            )
    midterm = [row for row in rows if row.midterm is not None]
    yield (
        "中期目标",
        "a midterm target",
        [(row.span, _said(row.name.value, "中期目标", "midterm")) for row in midterm],
    )
    tasks = declaration.tasks
    yield "任务", "a task", [(task.span, _said(task.name.value, "任务", "task")) for task in tasks]


def _place(text: Located[Any], name: str, what: str, english: str) -> Place:
    return text.span, _said(name, what, english)


def _said(name: str, what: str, english: str) -> Message:
    return Message(f"{quoted(name)}的{what}，表上没有地方印", f"{quoted(name)}: no place for {english}")


CHECK = Check(CODE, check)

"""只有序号、没有内容的条目。

## 作用
职责、年度目标等栏目里，写了序号或“- ”而没有内容的条目。

## 为什么
多半是表格模板里没有填的空行；印出来是光秃秃的序号，审核时分不清是没有还是漏填。

## 示例
```goal
项目名称 乡村道路建设养护项目
年度 2021
表样 项目2015
年度目标
  1.完成乡村道路建设养护里程300公里；
  2.
  3.
```

## 改法
写上内容，或删去这一条。

## 依据
财预〔2015〕88号：绩效目标内容完整。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts, is_empty
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC155",
    "empty-item",
    Message("只有序号的空条目", "an item with nothing but its number"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for field in facts.declaration.fields:
        if is_empty(field):
            continue  # goals-missing says it once for the whole block
        empty = [item for item in field.items if not item.text.value.strip()]
        yield from in_each_place(
            CODE,
            (
                (item.span, Message(f"“{item.number.strip()}”后面没有内容", "nothing follows"))
                for item in empty
            ),
            partial(_message, field.spec.label),
            notes=(Message("印出来是光秃秃的序号。", "Only the bare number is printed."),),
            remedy=Message("写上内容，或删去这一条。", "Write the item, or remove the line."),
        )


def _message(label: str, count: int) -> Message:
    return Message(f"“{label}”有 {count} 条只有序号", f"{count} empty items under “{label}”")


CHECK = Check(CODE, check)

"""年度目标里有一条没有指标支撑。

## 作用
文件里用“对应目标”的，检查每一条带标签（或按序号引用时带序号）的年度目标是否至少有一个指标对应。没有用“对应目标”的文件不检查。

## 为什么
没有指标支撑的目标年底无从考核；也可能是指标漏写了“对应目标”。

## 示例
```goal
部门 县委办公室
年度 2026
表样 芷江
年度目标
  - [调研] 完成调研报告3篇
  - [办文] 县委文件按时印发
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  对应目标 调研
```
“办文”没有指标对应。

## 改法
为它写一个指标，或在已有的指标下写 `对应目标 办文`。

## 依据
财预〔2015〕88号：绩效指标是绩效目标的细化；审核的相关性要求指标与目标密切相关。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.catalog import folded
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message
from goaldsl.model.declaration import Item
from goaldsl.model.place import Span
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC251",
    "objective-unused",
    Message("目标没有指标支撑", "an objective without an indicator"),
    UNFINISHED_WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    used = {_bare(word.value) for indicator in facts.indicators for word in indicator.supports}
    if not used:
        return iter(())
    by_number = any(_bare(item.number) in used for item in facts.goals if item.number)
    return in_each_place(
        CODE,
        (
            (
                _place(item),
                Message(f"目标“{name}”没有指标对应", f"no indicator serves the objective “{name}”"),
            )
            for item in facts.goals
            if (name := _name(item, by_number)) and not {_bare(item.number), _label(item)} & used
        ),
        lambda count: Message(f"有 {count} 条目标没有指标对应", f"no indicator serves {count} objectives"),
        notes=(
            Message(
                "指标是目标的细化（财预〔2015〕88号）；没有指标的目标年底无从考核。",
                "Indicators refine the objectives (财预〔2015〕88号).",
            ),
        ),
        remedy=Message(
            "为它写一个指标，或在已有的指标下写“对应目标”。", "Write an indicator, or let one support it."
        ),
    )


def _name(item: Item, by_number: bool) -> str:
    """How the file may refer to an objective, "" when it never does."""
    if item.label is not None:
        return item.label.value
    return item.number.strip() if by_number else ""


def _label(item: Item) -> str | None:
    return _bare(item.label.value) if item.label else None


def _place(item: Item) -> Span:
    return item.label.span if item.label else item.span


def _bare(word: str) -> str:
    """A reference without the marks around a number: 1、 and (1) are 1."""
    return folded(word).strip("()、.:：[]．")


CHECK = Check(CODE, check, counts=True)

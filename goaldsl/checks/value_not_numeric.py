"""Words where the form wants a number.

## 作用
有符号（定量），后面却不是数，如 `>= 按月安排`、`<= 2026年12月31日`。

## 为什么
表样规定定量指标的指标值只能填数字，系统也只收数字；词不能比大小。

## 示例
```goal-error
时效指标 工作完成时间 <= 2026年12月31日
```

## 改法
日期写 `截止 2026年12月31日`；说不成数的写 `定性 按月安排`；是数的只留数和单位。
模板里的 `**` 没有填，另有提示。

## 依据
表样说明“指标值：指标类型为定量时，只能填写数字”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Check, Place, documented, in_each_place
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import ERROR, Edit, Finding, Fix, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import Operator, UnreadableTarget

CODE = documented(
    "GC505",
    "value-not-numeric",
    Message("定量指标的指标值不是数", "a quantity that is no number"),
    ERROR,
    __doc__,
)

_DATE = re.compile(
    r"\d{4}\s*(?:年\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日?|底|末)?|底|末)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)"
)
_PLACEHOLDER = re.compile(r"[*＊×_…]|XX|xx|某")
_UNTIL = frozenset({Operator.AT_MOST, Operator.LESS})


def check(facts: Facts) -> Iterator[Finding]:
    rows = [
        (indicator, target)
        for indicator in facts.indicators
        if isinstance(target := indicator.target, UnreadableTarget)
        and target.operator is not None
        and not _PLACEHOLDER.search(target.text)
    ]
    yield from in_each_place(
        CODE,
        (_place(indicator, target) for indicator, target in rows),
        lambda count: Message(f"{count} 个定量指标的指标值不是数", f"{count} quantities are no numbers"),
        notes=(
            Message(
                "表样说明：指标类型为定量时，只能填写数字。", "The form says: digits only for a quantity."
            ),
        ),
        remedy=Message(
            "日期写“截止 …”，词写“定性 …”，其余只留数和单位。",
            "Write 截止 before a date, 定性 before words, else only number and unit.",
        ),
        fix=Fix(
            Message("日期改用截止，词改用定性", "use 截止 for dates, 定性 for words"),
            tuple(_edit(target) for _, target in rows),
            safe=all(_is_deadline(target) for _, target in rows),
        ),
    )


def _place(indicator: Indicator, target: UnreadableTarget) -> Place:
    name, text = quoted(indicator.name.value), target.text + target.unit_text
    if _DATE.match(target.text):
        zh = f"{name}的指标值“{text}”是日期，不能跟在“{indicator.printed.type}”后面"
        return target.span, Message(zh, f"{name}: {text} is a date, no number")
    zh = f"{name}的指标值“{text}”不是数，不能跟在“{indicator.printed.type}”后面"
    return target.span, Message(zh, f"{name}: {text} is no number")


def _is_deadline(target: UnreadableTarget) -> bool:
    """Until a date: 截止 says the same."""
    return target.operator is Operator.AT_MOST and _DATE.fullmatch(target.text) is not None


def _edit(target: UnreadableTarget) -> Edit:
    deadline = target.operator in _UNTIL and _DATE.match(target.text)
    return Edit(Span(target.operator_span.start, _text_start(target)), "截止 " if deadline else "定性 ")


def _text_start(target: UnreadableTarget) -> int:
    """Where the words begin, behind the operator and the blanks."""
    return max(target.operator_span.end, target.span.end - len(target.text) - len(target.unit_text))


CHECK = Check(CODE, check)

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

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled, left_overs
from goaldsl.diagnostics import ERROR, Edit, Finding, Fix, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import Operator, UnreadableTarget
from goaldsl.review.places import Place, in_each_place

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
_BETWEEN = re.compile(r"\d[\d.]*\s*%?\s*[-—~～至]+\s*\d")
_UNTIL = frozenset({Operator.AT_MOST, Operator.LESS})
_DIGITS_ONLY = Message(
    "表样说明：指标类型为定量时，只能填写数字。", "The form says: digits only for a quantity."
)

Unreadable = tuple[Indicator, UnreadableTarget]


def check(facts: Facts) -> Iterator[Finding]:
    rows = [
        (indicator, target)
        for indicator in facts.indicators
        if isinstance(target := indicator.target, UnreadableTarget)
        and target.operator is not None
        and not is_unfilled(target.text)
        and not any(left_overs(target.text))
    ]
    if rows:
        yield from _dates([row for row in rows if _DATE.match(row[1].text)])
        yield from _words([row for row in rows if not _DATE.match(row[1].text)])


def _dates(rows: list[Unreadable]) -> Iterator[Finding]:
    until = [target for _, target in rows if target.operator in _UNTIL]
    same = all(target.operator is Operator.AT_MOST and _DATE.fullmatch(target.text) for target in until)
    yield from in_each_place(
        CODE,
        (_place(row, "是日期", "is a date") for row in rows),
        lambda count: Message(f"{count} 个指标值是日期，前面却有符号", f"{count} dates behind an operator"),
        notes=(_DIGITS_ONLY,),
        remedy=Message("期限写“截止”，如：截止 2026年12月31日。", "Write a deadline: 截止 2026年12月31日."),
        fix=Fix(
            Message("改用“截止”", "write 截止"), tuple(_edit(target, "截止 ") for target in until), safe=same
        )
        if until
        else None,
    )


def _words(rows: list[Unreadable]) -> Iterator[Finding]:
    words = [target for _, target in rows if not _BETWEEN.match(target.text)]
    yield from in_each_place(
        CODE,
        (_place(row, "不是数", "is no number") for row in rows),
        lambda count: Message(f"{count} 个定量指标的指标值不是数", f"{count} quantities are no numbers"),
        notes=(_DIGITS_ONLY,),
        remedy=Message(
            "说不成数的写“定性 …”，区间写 90～95%，其余只留数和单位。",
            "Write 定性 before words, 90～95% for a range, else only number and unit.",
        ),
        fix=Fix(
            Message("改用“定性”", "write 定性"), tuple(_edit(target, "定性 ") for target in words), safe=False
        )
        if words
        else None,
    )


def _place(row: Unreadable, zh: str, en: str) -> Place:
    indicator, target = row
    name, text = quoted(indicator.name.value), target.text + target.unit_text
    behind = f"不能跟在“{indicator.printed.type}”后面"
    return target.span, Message(f"{name}的指标值“{text}”{zh}，{behind}", f"{name}: {text} {en}")


def _edit(target: UnreadableTarget, word: str) -> Edit:
    """The operator and the blanks behind it give way to the word."""
    start = max(target.operator_span.end, target.span.end - len(target.text) - len(target.unit_text))
    return Edit(Span(target.operator_span.start, start), word)


CHECK = Check(CODE, check)

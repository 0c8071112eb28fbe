"""An indicator without a target.

## 作用
指标没有写指标值。

## 为什么
没有指标值，就不知道做到什么程度算完成，年底也没法评分。

## 示例
```goal
数量指标 培训班次 分值 10
```

## 改法
写上符号、数值和单位，如 `>= 4 期`；说不成数的写 `定性` 和要达到的程度，如 `定性 明显提高`；
有期限的写 `截止 2026-12-31`。

## 依据
财预〔2015〕88号：绩效指标要细化、量化，不能量化的用定性表述，并具有可衡量性。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import suggested_operator
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled
from goaldsl.checks.value_in_name import swallowed
from goaldsl.diagnostics import UNFINISHED, Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span

CODE = documented(
    "GC101", "target-missing", Message("没有指标值", "an indicator without a target"), UNFINISHED, __doc__
)


_VALUE_IN_NAME = re.compile(r"\s(-?\d\S*)$")


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if (
            row.target is None
            and not is_unfilled(row.name.value)
            and row is not facts.execution_row
            and swallowed(facts, row) is None
            and not _judged_by_sentence(row)
        ):
            yield row.name.span, _said(row), _edit(facts, row)


def _edit(facts: Facts, row: Indicator) -> Edit | None:
    value = _VALUE_IN_NAME.search(row.name.value)
    if value is None:
        return None
    at = row.name.span.start + value.start(1)
    return Edit(Span(at, at), f"{suggested_operator(row, value[1], facts)} ")


def _said(row: Indicator) -> Message:
    name = quoted(row.name.value)
    if value := _VALUE_IN_NAME.search(row.name.value):
        zh = f"{name}没有指标值，“{value[1]}”算在名称里了"
        return Message(zh, f"{name} has no target; {value[1]} is part of the name")
    return Message(f"{name}没有指标值", f"{name} has no target")


def _judged_by_sentence(indicator: Indicator) -> bool:
    """Lists that follow no tree (项目决策, 项目管理) ask their questions in the scoring sentence alone."""
    return indicator.category is None and bool(indicator.printed.criterion)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标没有指标值", "{count} indicators have no target"),
    notes=(
        Message(
            "没有指标值，就不知道做到什么程度算完成。", "Without a target nobody can tell when it is met."
        ),
    ),
    remedy=Message(
        "写上符号、数值和单位，如 >= 4 期；或者写：定性 明显提高；期限写：截止 2026-12-31。",
        "Write an operator, a number and a unit, or 定性 and a word, or 截止 and a date.",
    ),
    mend=Message("在数和日期前加符号", "write an operator before it"),
    safe=False,
)

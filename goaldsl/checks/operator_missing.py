"""A bare number on a form that prints operator, number and unit in one cell.

## 作用
指标值只写了数，没有符号，如 `10辆`、`250万`。

## 为什么
不知道是不低于、不超过还是正好，就没法判断完成没有，成本也没有封顶。

## 示例
```goal
表样 项目2015
成本指标 项目总投入 250万元
```

## 改法
在数前面加符号：产出一般用 `>=`，成本用 `<=`，日期用 `截止`。提示里给出的是按分类推测的，改前核对。

## 依据
财预〔2015〕88号：绩效指标要细化、量化，具有可衡量性。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.bare_numbers import bare_numbers
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message

CODE = documented(
    "GC504",
    "operator-missing",
    Message("指标值没有符号", "a number without operator"),
    UNFINISHED_WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if "type" in facts.columns:
        return
    yield from bare_numbers(CODE, facts)


CHECK = Check(CODE, check)

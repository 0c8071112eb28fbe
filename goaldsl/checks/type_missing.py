"""A bare number on a form with a column for the type.

## 作用
表样有“指标值类型”一栏，指标值只写了数，没有符号，也没有写“定性”。

## 为什么
不知道是不低于、不超过还是正好，就没法判断完成没有；类型一栏也会空着。

## 示例
```goal
表样 芷江
数量指标 雾炮车配备车辆数 10辆
```

## 改法
在数前面加符号：产出一般用 `>=`，成本用 `<=`，日期用 `截止`。提示里给出的是按分类推测的，改前核对。

## 依据
表样说明“指标值类型：指标类型为定量（≥、>、=、≤、< 五个符号之一）或定性”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.bare_numbers import bare_numbers
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message

CODE = documented(
    "GC503",
    "type-missing",
    Message("没有指标值类型", "a number without type"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if "type" not in facts.columns:
        return
    yield from bare_numbers(CODE, facts)


CHECK = Check(CODE, check)

"""A class alone on its line: the paper form's row with nothing in it.

## 作用
二级指标单独成行，后面没有指标名称。照纸质表的样子印一个空行。这一类按方案必须有的，只报缺少（GC107），不再重复。

## 为什么
公开的表里常留着空的分类行，读者分不清是不适用还是漏填。

## 示例
```goal
生态效益指标
```

## 改法
写上指标名称和指标值；不适用就删去这一行。

## 依据
财预〔2015〕88号：指标应当细化、完整。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import HINT, Finding, Message

CODE = documented(
    "GB111",
    "class-without-indicator",
    Message("这一类没有写指标", "a class without an indicator"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = {need.level2 or need.level1 for need in facts.missing_classes if not need.waivable}
    for row in facts.declaration.empty_rows:
        if row.category.level2 in missing or row.category.level1 in missing:
            continue
        word = row.text.value
        yield Finding(
            CODE,
            row.text.span,
            Message(
                f"“{word}”这一类没有写指标，印成空行", f"“{word}” has no indicator; an empty row is printed"
            ),
            remedy=Message(
                "写上指标名称和指标值；不适用就删去这一行。",
                "Write an indicator behind it, or remove the line.",
            ),
        )


CHECK = Check(CODE, check)

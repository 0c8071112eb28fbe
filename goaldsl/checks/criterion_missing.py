"""An empty cell under 评（扣）分标准.

## 作用
表样有“评（扣）分标准”一栏，这个指标既没有写赋分规则，也没有写评分标准。

## 为什么
没有评分标准，年底得几分全凭印象，审核时也会退回。

## 示例
```goal
表样 芷江
数量指标 培训班次 >= 4 期 分值 10
  解释 当年举办的培训班期数
```

## 改法
写 `赋分 按比例`、`赋分 每低1%扣0.5分` 一类的规则，评分句由程序写好；或者把整句评分标准写在 `赋分` 后面。

## 依据
表样说明“评（扣）分标准：填写指标完成情况评（扣）分标准”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC104",
    "criterion-missing",
    Message("没有评分标准", "an indicator without scoring sentence"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    label = facts.columns.get("criterion")
    if label is None:
        return
    places = (
        (
            indicator.name.span,
            Message(
                f"{quoted(indicator.name.value)}没有写“{label}”",
                f"{quoted(indicator.name.value)} has no scoring rule",
            ),
        )
        for indicator in facts.indicators
        if not indicator.printed.criterion.strip()
        and indicator.scoring is None
        and not is_unfilled(indicator.name.value)
    )
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(f"{count} 个指标没有写“{label}”", f"{count} indicators have no scoring rule"),
        notes=(
            Message(
                "没有评分标准，年底就没法评分。", "Without it nobody can score the result at the year's end."
            ),
        ),
        remedy=Message(
            "写：赋分 按比例，或者把整句评分标准写在“赋分”后面。",
            "Write a rule such as 赋分 按比例, or the whole sentence behind 赋分.",
        ),
    )


CHECK = Check(CODE, check, counts=True)  # the cell may stand on a line that cannot be read

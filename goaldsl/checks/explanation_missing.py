"""An empty cell under 指标解释.

## 作用
表样有“指标解释”一栏，这个指标没有写。

## 为什么
只看名称，不同的人会算出不同的数。解释写明含义、计算方法和数据口径，年底才有据可查。

## 示例
```goal
表样 芷江
质量指标 培训合格率 >= 95% 分值 10 赋分 每低1%扣0.5分
```

## 改法
在指标下面写 `解释 考试合格人数/参训人数×100%`。表样只有“指标值说明”一栏的，可以不填，不报。

## 依据
表样说明“指标解释：是三级指标名称的概念性定义，反映该指标衡量的具体内容、计算方法和数据口径等”。
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
    "GC103",
    "explanation-missing",
    Message("没有指标解释", "an indicator without explanation"),
    UNFINISHED,
    __doc__,
)

_OPTIONAL = "值说明"  # 指标值说明 speaks of the value and is filled in only where the number needs words


def check(facts: Facts) -> Iterator[Finding]:
    label = facts.columns.get("explanation")
    if label is None or label.endswith(_OPTIONAL):
        return
    places = (
        (
            indicator.name.span,
            Message(
                f"{quoted(indicator.name.value)}没有写“{label}”",
                f"{quoted(indicator.name.value)} is not explained",
            ),
        )
        for indicator in facts.indicators
        if not indicator.printed.explanation.strip() and not is_unfilled(indicator.name.value)
    )
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(f"{count} 个指标没有写“{label}”", f"{count} indicators have no explanation"),
        notes=(
            Message(
                "表样要求写明指标的具体内容、计算方法和数据口径。",
                "The form asks for content, calculation and data of each indicator.",
            ),
        ),
        remedy=Message("在指标下面缩进一行，写：解释 ……", "Add an indented line: 解释 …"),
    )


CHECK = Check(CODE, check, counts=True)  # the cell may stand on a line that cannot be read

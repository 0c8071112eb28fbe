"""An explanation that only says the name again.

## 作用
指标解释去掉“考核、主要考察、情况、程度”一类套话和重复的指标值以后，没有名称之外的字。
写了算法、口径、范围的不报；满意度另有检查。

## 为什么
“考核调研报告完成篇数情况”没有告诉任何人什么算一篇、按哪个口径数。解释是年底算实际值的依据。

## 示例
```goal
表样 芷江
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
  解释 考核调研报告完成篇数情况。
```

## 改法
写清楚算什么、怎么算，例如“经县委领导签批或在市级以上刊物登载的调研报告篇数”。

## 依据
表样说明“指标解释：是三级指标名称的概念性定义，反映该指标衡量的具体内容、计算方法和数据口径等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.framing import adds_nothing
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC120",
    "explanation-repeats-name",
    Message("解释只是重复名称", "an explanation that repeats the name"),
    HINT,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        if (
            row.explanation is not None
            and "满意" not in row.name.value  # what lacks there is the method: GC321
            and adds_nothing(row.explanation.value, row.name.value)
        ):
            yield row.explanation.span, _said(row.explanation.value, row.name.value)


def _said(explanation: str, name: str) -> Message:
    is_rate = name.endswith("率")
    return Message(
        f"解释{quoted(explanation)}没有说出名称以外的内容" + ("，也没有写谁除以谁" if is_rate else ""),
        f"the explanation says no more than the name {quoted(name)}"
        + (": divided by what?" if is_rate else ""),
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 条指标解释只是把名称再说一遍", "{count} explanations only repeat the name"),
    notes=(
        Message(
            "表样说明要求解释写出“衡量的具体内容、计算方法和数据口径”。",
            "The form's notes ask for content, method and scope.",
        ),
    ),
    remedy=Message("写清楚算什么、怎么算、按什么口径。", "Say what is counted, how, and what is included."),
)

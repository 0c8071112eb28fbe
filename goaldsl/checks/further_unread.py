"""A second target that is no certain value.

## 作用
中期、半年、上年、前年或某个地区的指标值，带“约、左右”，或者读不出数、日期。照原样印出。

## 为什么
不确定的值不能核对，也不能与本年度的比较。

## 示例
```goal
表样 项目2015
年度 2026
数量指标 培训人次 >= 300 人次
  中期 约900人次
```

## 改法
写一个确定的值：`中期 >= 900 人次`；定性的写成文字。

## 依据
财预〔2015〕88号：绩效目标要细化量化。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.further import called, shown
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import UnreadableTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC474",
    "further-unread",
    Message("第二个指标值读不出确定的值", "a second target that cannot be read"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        for said in row.further:
            if isinstance(said.target, UnreadableTarget):
                message = Message(
                    f"{quoted(row.name.value)}{called(said)}的“{shown(said)}”不是确定的值",
                    f"{row.name.value}, {called(said)}: {shown(said)} is no certain value",
                )
                yield said.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 处第二个指标值不是确定的值", "{count} second targets are no certain values"),
    notes=(Message("照原样印出，不核对。", "They are printed as typed and not checked."),),
    remedy=Message("写一个确定的值，如：中期 >= 900 人次。", "Write a value such as midterm >= 900 人次."),
)

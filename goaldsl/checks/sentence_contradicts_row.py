"""A verbatim scoring sentence whose points or target are not those of its indicator.

## 作用
评分标准的句子读懂了，可它说的指标值或分值，与同一行写的不是一个数。

## 为什么
一行里两个数，审核看一个，年终算另一个；指标值后来改了、句子忘了改，最容易这样。

## 示例
```goal-error
数量指标 培训班次 >= 4 期 分值 8
  赋分 完成5期得8分，每少1期扣2分，扣完为止。
```

## 改法
核对哪个数是对的，改成一致；或者删去句子，写规则，句子由程序写出，不会再对不上。

## 依据
表样说明：评（扣）分标准按该指标对应分值确定；财预〔2021〕101号：指标值与评分标准应当一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import ERROR, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.scoring import Disagreement, Remark
from goaldsl.review.places import Place

CODE = documented(
    "GR122",
    "sentence-contradicts-row",
    Message("评分标准与指标值或分值不一致", "the sentence contradicts the target or the points"),
    ERROR,
    __doc__,
)

_ABOUT = {
    Disagreement.TARGET: Message("指标值", "target"),
    Disagreement.POINTS: Message("分值", "points"),
}


def _places(facts: Facts) -> Iterator[Place]:
    for row, remarks in facts.disagreements:
        for remark in remarks:
            yield _place(facts, row, remark)


def _place(facts: Facts, row: Indicator, remark: Remark) -> Place:
    name, about = quoted(row.name.value), _ABOUT[remark.about]
    span = facts.within(row.criterion, *remark.span) if row.criterion else row.span
    return span, Message(
        f"{name}的{about.zh}是 {remark.known}，评分标准说的是“{remark.said}”",
        f"{name}: the {about.en} is {remark.known}, the sentence says “{remark.said}”",
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 处评分标准与指标值或分值不一致",
        "{count} sentences contradict the target or the points",
    ),
    remedy=Message("核对后改成一致。", "Make them agree."),
)

"""A scoring sentence that no rule could be read from.

## 作用
评分标准的句子没有读成规则，年终要由人按句子打分，检查和曲线也都没有。

## 为什么
算不出来的标准，不同的人会打出不同的分；句子常常是缺了数、有两种读法，或者一句里混着几件事。

## 示例
```goal
表样 芷江
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  赋分 视完成情况酌情给分。
```

## 改法
改成规则，如 `赋分 按比例`、`赋分 每少1篇扣2分`；或者把句子写清楚：达到什么得满分，差多少扣几分。确要由人评的，写 `赋分 人工 …` 或 `赋分 按评判等级`。

## 依据
表样说明列出的四种赋分方式：直接赋分、按完成比例、按评判等级、满意度赋分。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.scored import place
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.scoring import Unread, refused
from goaldsl.review.places import Place

CODE = documented(
    "GR121",
    "sentence-not-understood",
    Message("评分句没有读懂", "a scoring sentence that was not understood"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator in facts.indicators:
        if isinstance(indicator.scoring, Unread) and not refused(indicator.scoring):
            yield place(indicator), _label(indicator, indicator.scoring)


def _label(indicator: Indicator, read: Unread) -> Message:
    name = quoted(indicator.name.value)
    if read.parting is not None:
        return Message(
            f"{name}的评分句有两种读法：{read.parting}", f"{name}: two readings part: {read.parting}"
        )
    if read.understood:
        return Message(
            f"{name}的评分句只读懂到“{read.understood[-12:]}”为止",
            f"{name}: understood up to “{read.understood[-12:]}”",
        )
    return Message(f"{name}的评分句没有读懂", f"{name}: the sentence was not understood")


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 个评分句没有读懂，年终要由人打分", "{count} scoring sentences were not understood"
    ),
    notes=(
        Message(
            "句子照样印出；只是不能计算，也不能检查。",
            "They are printed, but cannot be computed or checked.",
        ),
    ),
    remedy=Message(
        "改成规则，如：赋分 每少1篇扣2分；或把句子写清楚：达到什么得满分，差多少扣几分。",
        "Write a rule, or say what earns full points and what each shortfall costs.",
    ),
)

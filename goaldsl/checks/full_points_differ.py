"""A scoring sentence whose full points are not the indicator's.

## 作用
评分标准里写的满分（“得满分6分”）不等于分值；某一档得分比分值还多；或者各档、各项全加起来也到不了分值。
写了加分、折算、按比例计算的不比；能读成规则的句子由 GR122 核对。

## 为什么
分值和评分标准各写各的，总分就不是表上的总分。

## 示例
```goal
表样 芷江
时效指标 完成时限 截止 2026年11月30日 分值 5
  赋分 在2026年11月30日前完成得满分6分，推迟的视情况酌情扣分。
```

## 改法
核对后改分值或评分标准。评分标准里写“得满分”，不写数，改分值时就不会漏。

## 依据
表样说明“符合要求的得满分，不符合要求的不得分或者扣相应的分数”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Text
from goaldsl.review.places import Place
from goaldsl.scoring.points import plain

CODE = documented(
    "GC523",
    "full-points-differ",
    Message("评分标准与分值对不上", "a sentence that disagrees with the points"),
    WARNING,
    __doc__,
)

_FULL = re.compile(r"满分(?:为|值|得|计|是)?\s*(\d+(?:\.\d+)?)\s*分")
_POINTS = re.compile(
    r"(?P<lost>扣减?|减|少|低|每[^，,；;。]*)?(?:(?<!不)[得计给记])?\s*(\d+(?:\.\d+)?)\s*分(?![之钟贝]|值)"
)
_AWARD = re.compile(r"(?<!不)[得计给记](\d+(?:\.\d+)?)分")
_OTHERWISE = re.compile(r"加\s*\d|加分|折算|换算|百分制|比例|公式|[×*÷/]|每|酌情|权重|满分|占|标准分|乘|率的")


def _places(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        if (
            row.criterion is not None
            and "分" in row.criterion.value
            and row.score is not None
            and row.criterion.span not in facts.contradicted
        ):
            yield from _in_sentence(facts, row, row.criterion, row.score.value)


def _in_sentence(facts: Facts, row: Indicator, criterion: Text, score: Decimal) -> Iterator[Place]:
    name, text = quoted(row.name.value), criterion.value
    wrong = next((match for match in _FULL.finditer(text) if Decimal(match[1]) != score), None)
    over = next((match for match in _AWARD.finditer(text) if Decimal(match[1]) > score), None)
    if wrong is not None and "折算" not in text and "百分制" not in text:
        message = Message(
            f"{name}的分值是 {plain(score)}，评分标准写“{wrong[0]}”",
            f"{name} has {plain(score)} points, the sentence says {wrong[1]}",
        )
        yield facts.within(criterion, *wrong.span()), message
    elif over is not None and not re.search(r"加\s*\d|加分|折算|换算|百分制", text):
        message = Message(
            f"{name}的分值是 {plain(score)}，评分标准“{over[0]}”比分值还多",
            f"{name} has {plain(score)} points, the sentence gives {over[1]}",
        )
        yield facts.within(criterion, *over.span()), message
    elif _AWARD.search(text) and not _OTHERWISE.search(text):
        total = sum((Decimal(match[2]) for match in _POINTS.finditer(text) if not match["lost"]), Decimal(0))
        if total < score:
            message = Message(
                f"{name}的分值是 {plain(score)}，评分标准里的得分全加起来只有 {plain(total)}",
                f"{name} has {plain(score)} points, the sentence gives at most {plain(total)}",
            )
            yield criterion.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 条评分标准与分值对不上", "{count} scoring sentences disagree with the points"),
    remedy=Message("核对后改分值或评分标准。", "Correct the points or the sentence."),
)

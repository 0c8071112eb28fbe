"""Words without a measure where a measure is promised.

## 作用
- 定性指标值只写“逐步、有所、较好、一定程度”，又没有在评分标准里写各档是什么；
- 数的前后留着活口：“力争达到95%”“约50人”“95%左右”；
- 评分标准里的“酌情扣分”“视情况扣分”。

## 为什么
没有尺度，做多做少都算完成；扣多扣少由人说了算，同样的结果可以得不同的分。

## 示例
```goal
表样 芷江
社会效益指标 窗口服务质量 定性 有所提高 分值 10
  赋分 根据完成情况酌情扣分
```

## 改法
写出数，或写出能对照的档次（“效果明显、一般、较差”各得几分）；“酌情”改成扣几分。

## 依据
财预〔2015〕88号：绩效目标细化量化，“不能以量化形式表述的，可采用定性的分级分档形式表述”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.lexicon import alternatives, pattern
from goaldsl.checks.text.written import Written
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.rule import Grade
from goaldsl.model.target import QualityTarget
from goaldsl.review.places import Place

CODE = documented("GC323", "vague-words", Message("没有尺度的字词", "words without a measure"), HINT, __doc__)

_HEDGED = frozenset({"goals", "explanation", "criterion"})


def _places(facts: Facts) -> Iterator[Place]:
    for text in facts.texts:
        if text.part == "value" and (place := _degree(facts, text)):
            yield place
        elif text.part in _HEDGED:
            yield from _hedges(facts, text)
            if text.part == "criterion" and (match := pattern("vague", "scoring").search(text.words)):
                message = Message(f"“{match[0]}”没有说扣多少", f"“{match[0]}” does not say how much")
                yield facts.within(text.text, *match.span()), message


def _degree(facts: Facts, text: Written) -> Place | None:
    row = text.indicator
    if row is None or not isinstance(row.target, QualityTarget) or text.words in row.printed.criterion:
        return None
    if row.rule is not None and any(isinstance(term.shape, Grade) for term in row.rule.terms):
        return None
    match = pattern("vague", "degrees").search(text.words)
    if match is None:
        return None
    return facts.within(text.text, *match.span()), Message(
        f"“{text.words}”没有说做到什么程度", f"“{text.words}” says no degree"
    )


def _hedges(facts: Facts, text: Written) -> Iterator[Place]:
    for match in _hedge().finditer(text.words):
        yield (
            facts.within(text.text, *match.span()),
            Message(f"“{match[0]}”留着活口", f"“{match[0]}” leaves a way out"),
        )


@cache
def _hedge() -> re.Pattern[str]:
    before, after = alternatives("vague", "before"), alternatives("vague", "after")
    number = r"(?<!\d)\d[\d,.]{0,15}\s{0,2}(?:[%％]|[万亿]?[^\W\d_a-zA-Z]{1,2}?)?"
    wishes = alternatives("vague", "wishes")
    return re.compile(
        f"(?<![预合条节公签制契违履续邀]){before}(?:在|于|为)?{number}"
        f"|{wishes}[^，,；;。、]{{0,14}}?{number}|{number}{after}"
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 处用了没有尺度的字词", "{count} words without a measure"),
    notes=(
        Message(
            "财预〔2015〕88号要求绩效目标细化量化，不能量化的分级分档。",
            "财预〔2015〕88号 asks for numbers, or else for grades.",
        ),
    ),
    remedy=Message(
        "写出数，或写出能对照的档次；“酌情”改成扣几分。",
        "Write a number, or grades that can be told apart.",
    ),
)

"""An explanation or a scoring sentence with another number than the target.

## 作用
解释里写“不低于90%”，或评分标准里写“达到90%得满分”，指标值却是 95%；期限的指标，写的是另一个日子。
单位相同、说的是同一件事、整段只有这一个数时才比；分档、步长（每少1次）、分项相加（1次…1次…1次）不算。

## 为什么
同一张表上两个数，年底不知道按哪个评。多半是改了指标值，忘了改下面的文字。

## 示例
```goal
表样 芷江
数量指标 党员培训次数 >= 3 次 分值 6
  解释 计划全年组织党员培训不少于2次
  赋分 按要求开展3次培训得满分，每少开展1次扣2分
```

## 改法
核对后改成一致。用规则写赋分（`赋分 按比例`），评分句里的数由程序生成，就不会再错。

## 依据
表样说明“指标解释：……反映该指标衡量的具体内容、计算方法和数据口径等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.stated_targets import Statement
from goaldsl.checks.text.years import mentions
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import DeadlineTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC522",
    "text-differs-from-target",
    Message("文字里的数与指标值不一致", "a text with another number than the target"),
    WARNING,
    __doc__,
)

_PARTS = {
    "explanation": Message("解释", "the explanation"),
    "criterion": Message("评分标准", "the scoring sentence"),
}


def _places(facts: Facts) -> Iterator[Place]:
    yield from (
        *(
            _number(facts, each)
            for each in facts.statements
            if not each.repeats and each.text.span not in facts.contradicted
        ),
        *_days(facts),
    )


def _number(facts: Facts, each: Statement) -> Place:
    words = each.text.value[each.quantity.start : each.quantity.end]
    printed = each.row.printed
    return facts.within(each.text, each.quantity.start, each.quantity.end), _said(
        each.part, words, printed.type + printed.value + printed.unit
    )


def _days(facts: Facts) -> Iterator[Place]:
    """Deadlines that differ within the year; another year is told by the checks of years."""
    for row in facts.indicators:
        if not isinstance(row.target, DeadlineTarget):
            continue
        day = row.target.day.last
        for part, text in (("explanation", row.explanation), ("criterion", row.criterion)):
            if text is None or text.span in facts.contradicted:
                continue
            said = [each for each in mentions(text.value) if each.deadline]
            if len(said) == 1 and said[0].deadline != day and said[0].year == day.year:
                words = text.value[said[0].start : said[0].end]
                yield facts.within(text, said[0].start, said[0].end), _said(part, words, row.target.text)


def _said(part: str, words: str, target: str) -> Message:
    where = _PARTS[part]
    return Message(
        f"{where.zh}写“{words}”，指标值是 {target}", f"{where.en} says “{words}”, the target is {target}"
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 处文字里的数与指标值不一致", "{count} texts have another number than the target"
    ),
    remedy=Message("核对后改成一致。", "Make them agree."),
)

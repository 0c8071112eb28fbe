"""A sentence that gives or takes points on the other side of its target.

## 作用
指标值说越多越好（`>=`），评分标准却说 `每超过1%扣1分`、`5次及以下得满分`；或者指标值说不超过（`<=`），评分标准却说 `每少1次扣1分`、
`大于等于50万元得满分`。

## 为什么
两处必有一处写反，程序不知道是哪一处：照写的印出，不能计算，年终要由人打分。

## 示例
```goal-error
表样 芷江
质量指标 验收合格率 >= 95 % 分值 10
  评分标准 达到95%得满分，每超过1个百分点扣1分。
```

## 改法
二选一：指标值写反了的，改符号（`<= 95 %`）；句子写反了的，改成相反的说法（每低于1个百分点）。

## 依据
财预〔2015〕88号：绩效指标的评分标准应与绩效目标相匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Finding, Message, Severities, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.scoring import Unread, reading_in
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.validity.sides import better, place_of_sign, turned_sign

CODE = documented(
    "GR123",
    "sentence-counts-other-side",
    Message("评分标准的方向与指标值相反", "the sentence counts on the other side of the target"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for row in facts.indicators:
        read = reading_in(row.scoring)
        if isinstance(read, Unread) and read.opposed is not None:
            yield _finding(facts, row, read)


def _finding(facts: Facts, row: Indicator, read: Unread) -> Finding:
    assert read.opposed is not None
    start, end = read.opposed
    words, subject = read.sentence.value[start:end], subject_of(row, facts.catalog)
    way, name = better(subject), quoted(row.name.value)
    return Finding(
        CODE,
        facts.within(read.sentence, start, end),
        Message(
            f"{name}按指标值{way.zh}，评分标准说的却是相反的一边（{words}）",
            f"by its target {name} {way.en}, the sentence counts the other side ({words})",
        ),
        notes=(
            Message(
                "不知道哪一处写反了：照写的印出，不能计算，年终要由人打分。",
                "Nobody can tell which is wrong: it is printed as typed and not computed.",
            ),
        ),
        remedy=Message(
            f"两个改法选一个：{turned_sign(subject)}；句子写反了的，把“{words}”改成相反的说法。",
            "Turn the operator, or turn the words of the sentence.",
        ),
        related=place_of_sign(subject),
    )


CHECK = Check(CODE, check)

"""A satisfaction indicator that does not say how satisfaction is found out.

## 作用
满意度指标的解释、评分标准、备注、数据来源里，都没有说怎么得来：问卷、访谈、好评机、12345 …… 有一个就行。
还没有写解释的、表样没有解释一栏的不报。

## 为什么
没有问过人的满意度是填出来的。问谁、问多少人、谁来问，年底要有佐证。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 每低1%扣0.5分
  解释 考核社会公众对部门履职的满意度情况
```

## 改法
在解释里写明，或加一行 `数据来源 问卷调查，样本不少于200份`。

## 依据
表样说明“满意度赋分。适用于对服务对象、受益群体的满意程度询问调查”，“指标解释：……计算方法和数据口径等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.lexicon import pattern
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.declaration import Indicator
from goaldsl.review.places import Place

CODE = documented(
    "GC321",
    "satisfaction-without-method",
    Message("满意度没有写怎么得来", "satisfaction without a method"),
    HINT,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    if not facts.asks_meaning:
        return
    for row in facts.indicators:
        if "满意" in row.name.value and row.explanation is not None and not _tells_method(row):
            message = Message(
                f"{quoted(row.name.value)}没有写怎么得来", f"{quoted(row.name.value)}: found out how?"
            )
            yield row.name.span, message


def _tells_method(row: Indicator) -> bool:
    texts = (row.explanation, row.criterion, row.remark, row.source)
    method = pattern("evidence", "satisfaction")
    return any(method.search(text.value) for text in texts if text)


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个满意度指标没有写怎么得来", "{count} satisfaction indicators name no method"),
    notes=(
        Message(
            "问谁、问多少人、谁来问，年底要有佐证。",
            "Whom one asks, how many and who asks must be shown at the year's end.",
        ),
    ),
    remedy=Message(
        "在解释里写明，或加一行：数据来源 问卷调查，样本不少于200份。",
        "Say it in the explanation, or add 数据来源 with the survey and its sample.",
    ),
)

"""A name that urges something on and names nothing that can be measured.

## 作用
三级指标的名称像口号：以“促进、提升、加强”一类的动词开头，或以“不断提高”一类的话收尾，没有说量什么。
以“率、数、情况、效果、水平”等结尾的，指标值已经说出量什么的（500 人、截止某日），不报。

## 为什么
名称要说量什么，做到什么程度写在指标值里。“促进经济发展”谁都能说做到了。

## 示例
```goal
表样 芷江
经济效益指标 促进芷江经济发展 定性 效果明显 分值 10 赋分 分档 效果明显 10, 效果一般 5
```

## 改法
换成看得见的量，例如“新增规上企业数”“群众办事平均跑动次数”；确实只能定性的，写成名词，例如“营商环境改善程度”。

## 依据
表样说明：三级指标“是对指标含义的简要描述，要求简洁明确、通俗易懂。如房屋修缮面积、验收合格率等”。
财预〔2015〕88号：绩效指标细化、量化。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.lexicon import alternatives, words
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.target import (
    DeadlineTarget,
    PeriodTarget,
    QuantityTarget,
    RangeTarget,
    Target,
    UnreadableTarget,
)
from goaldsl.review.places import Place

CODE = documented(
    "GC322", "name-is-slogan", Message("名称像口号", "a name that reads like a slogan"), HINT, __doc__
)

_BRACKETS = re.compile(r"[（(][^（()）]*[)）]\s*$")
_CLAUSE_END = re.compile(r"[，,。；;]")
_SHORTEST = 5  # characters: 改善民生 may be a short title, 服务质量 begins with a noun


def _places(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        if _is_slogan(row.name.value) and not _counts_something(row.target):
            message = Message(
                f"{quoted(row.name.value)}没有说量什么",
                f"{quoted(row.name.value)} does not say what is measured",
            )
            yield row.name.span, message


def _is_slogan(name: str) -> bool:
    bare = _BRACKETS.sub("", name).rstrip("。；;，,！! ")
    if len(bare) < _SHORTEST:
        return False
    verbs, clauses = words("slogans", "verbs"), _CLAUSE_END.split(bare)
    if bare.endswith(words("slogans", "measures")):  # 增加就业机会,提高农民收入 urges twice
        return len(clauses) > 1 and all(clause.startswith(verbs) for clause in clauses)
    return bare.startswith(verbs) or _urging_end().search(bare) is not None


def _counts_something(target: Target | None) -> bool:
    """带动就业 >= 500 人 is plain enough; 100 % of a slogan is not."""
    if isinstance(target, QuantityTarget | RangeTarget):
        return target.unit is not None and target.unit.dimension != "rate"
    if isinstance(target, UnreadableTarget):
        return target.text[:1].isdigit() and not target.text.endswith(("%", "％"))
    return isinstance(target, DeadlineTarget | PeriodTarget)


@cache
def _urging_end() -> re.Pattern[str]:
    adverbs, endings = alternatives("slogans", "adverbs"), alternatives("slogans", "endings")
    return re.compile(f"{adverbs}{endings}$|提质增效$|降本增效$")


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标的名称像口号，没有说量什么", "{count} names read like slogans"),
    notes=(
        Message(
            "表样说明要求三级指标“简洁明确”，如“房屋修缮面积”“验收合格率”。",
            "The form's notes ask for plain names such as 房屋修缮面积.",
        ),
    ),
    remedy=Message(
        "换成看得见的量，例如“新增规上企业数”“群众办事平均跑动次数”；只能定性的，写成“……程度”“……水平”。",
        "Name something that can be counted, or at least a degree.",
    ),
)

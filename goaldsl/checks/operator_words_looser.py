"""An explanation that says “at least” where the sign says “equal” and nothing more is possible.

## 作用
比率的指标值是 = 100%，解释写“不低于100%”；或者指标值是 > 3，解释写“不少于3”。

## 为什么
100% 以上不存在，意思没有变，只是两处说法不一样；“> 3”与“不少于3”只差 3 本身。

## 示例
```goal
表样 芷江
质量指标 培训合格率 = 100 % 分值 10 赋分 按比例
  解释 计划培训合格率不低于100%
```

## 改法
解释写“达到100%”，与符号一致。

## 依据
表样说明“指标值类型：指标类型为定量（≥、>、=、≤、<）或定性”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.operator_words import clashes
from goaldsl.diagnostics import HINT, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC530",
    "operator-words-looser",
    Message("解释的说法与符号略有出入", "words looser than the sign"),
    HINT,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for clash in clashes(facts):
        if clash.harmless:
            yield clash.place, clash.message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 条解释的说法与符号略有出入", "{count} explanations are looser than the sign"),
    remedy=Message("解释写“达到……”，与符号一致。", "Say it as the sign does."),
)

"""An explanation whose operator words say the opposite of the target's sign.

## 作用
指标值是 ≥，解释写“不超过”；是 ≤，解释写“不低于”；是 =，解释写“不少于”（比率的 100% 除外，见 GC530）。
只看解释里与指标值相同的那个数。

## 为什么
多做、少做算不算完成，两处说法不一样，评分时各取所需。

## 示例
```goal
表样 芷江
数量指标 培训人数 = 300 人 分值 10
  解释 全年计划培训不少于300人
```

## 改法
核对后改成一致：只要做到就行的用 ≥，有上限的用 ≤，必须正好的才用 =。

## 依据
表样说明“指标值类型：指标类型为定量（≥、>、=、≤、<）或定性”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.operator_words import clashes
from goaldsl.diagnostics import WARNING, Edit, Message

CODE = documented(
    "GC529",
    "operator-words-differ",
    Message("解释的说法与符号相反", "words against the sign"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    """For =, the sign that the words mean; where the signs are opposite a person must decide."""
    for clash in clashes(facts):
        if not clash.harmless:
            yield clash.place, clash.message, Edit(clash.sign, clash.meant) if clash.meant else None


CHECK = mending_check(
    CODE,
    _places,
    several=Message(
        "{count} 条解释的说法与指标值的符号不一致", "{count} explanations say another comparison"
    ),
    remedy=Message(
        "做到就行用 ≥，有上限用 ≤，必须正好才用 =；改符号或改解释。", "Correct the sign or the words."
    ),
    mend=Message("把符号改成解释说的", "write the sign that the words mean"),
    safe=False,
)

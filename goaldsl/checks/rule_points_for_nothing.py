"""Points for having done nothing.

## 作用
一件没做、一分没完成，照规则还有分。写明“否则…分”“最多扣…分”的不算。

## 为什么
多半是扣分太轻，扣到底也扣不完：2.5 分、每低 1% 扣 0.02 分，完成 0% 还有 0.5 分。

## 示例
```goal
表样 衡阳
质量指标 模范机关创建覆盖率 = 100 % 分值 2.5 赋分 每低1%扣0.02分
```

## 改法
扣分加重，或改用 `按比例`；确实要保底的，写 `最多扣 2`。

## 依据
财预〔2020〕10号：未完成的指标不得分或按完成比例计分。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks import rule_never_differs, rule_not_monotone
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.rule import Pass
from goaldsl.scoring.function.analysis import Witness, worst
from goaldsl.scoring.function.words import actual, number

CODE = documented(
    "GR113",
    "rule-points-for-nothing",
    Message("什么也没做还有分", "points for having done nothing"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found = _left(rule)
    if found is None or rule.question is None:
        return
    name, where = row.name, actual(rule.question, found.x)
    left, full = number(found.points), number(rule.full)
    yield Message(
        f"{name}{where.zh}，照规则还得 {left} 分（分值 {full} 分）",
        f"{name}: {where.en} still gives {left} of {full} points",
    )


@remembered
def _left(rule: Scored) -> Witness | None:
    """What is left at the worst that can happen, where nobody said that it should be."""
    modifiers = rule.rule.modifiers
    if rule.curve is None or rule.question is None or rule_never_differs.constant(rule):
        return None
    if modifiers.cap is not None or modifiers.otherwise is not None or rule_not_monotone.fall(rule):
        return None
    if any(isinstance(term.shape, Pass) for term in rule.rule.terms):
        return None
    return next((left for left in worst(rule.curve, rule.question) if left.points >= rule.full / 10), None)


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则什么也没做还有分", "{count} rules give points for nothing"),
    remedy=Message(
        "扣分加重，或改用 按比例；要保底的写 最多扣 几分。",
        "Deduct more, use ratio, or say cap if some points are meant to stay.",
    ),
)

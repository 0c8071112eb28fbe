"""A cliff next to the target: the smallest miss costs more than half the points.

## 作用
离指标值只差一点，一下子丢掉一半以上的分。写 `直接赋分` 的不算：它本来就是不达标不得分。

## 为什么
94.9% 和 95% 做得一样好，得分差一半，评分就成了在界限上争执；也容易诱使人凑数。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 按区间 >= 95% 10, >= 90% 4, >= 80% 2
```

## 改法
界限旁边的两档拉近，或用 `按比例`、`插值`；本意是不达标不得分的，写 `直接赋分`。

## 依据
财预〔2021〕101号：得分反映目标完成程度。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.scoring.function.analysis import Jump, jumps
from goaldsl.scoring.function.pieces import is_constant
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.words import actual, number

CODE = documented(
    "GR112",
    "rule-cliff",
    Message("差一点就丢一半以上的分", "the smallest miss costs more than half the points"),
    HINT,
    __doc__,
)
_NEAR = Fraction(1, 10)  # of the target
_FINE = Fraction(1, 100)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    jump = _cliff(rule)
    if jump is None or rule.question is None:
        return
    name, where = row.name, actual(rule.question, jump.x)
    high, low = number(jump.near), number(jump.far)
    yield Message(
        f"{name}在{where.zh}这一点上，得分从 {high} 分一下子变成 {low} 分",
        f"{name}: at {where.en} the score falls from {high} to {low} points at once",
    )


@remembered
def _cliff(rule: Scored) -> Jump | None:
    question = rule.question
    if rule.curve is None or question is None or question.asked is not Asked.AMOUNT or not question.target:
        return None
    target = abs(question.target)
    if question.grain is not None and question.grain > target * _FINE:
        return None
    segments = rule.curve.segments
    flat = all(is_constant(segment.piece) for segment in segments)
    if flat and len({segment.piece.at(Fraction(1)) for segment in segments}) < 3:
        return None  # 直接赋分: all or nothing on purpose
    return next(
        (
            jump
            for jump in jumps(rule.curve, question)
            if jump.near - jump.far > rule.full / 2 and abs(jump.x - question.target) <= target * _NEAR
        ),
        None,
    )


CHECK = rule_check(
    CODE,
    _told,
    several=Message(
        "{count} 条规则差一点就丢一半以上的分",
        "{count} rules take half the points for the smallest miss",
    ),
    remedy=Message(
        "把界限旁边的两档拉近，或用 按比例、插值；本意如此的写 直接赋分。",
        "Bring the two sides closer, use ratio or points; if it is meant, write pass.",
    ),
)

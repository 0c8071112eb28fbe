"""A verbatim scoring sentence that says something else than the declared rule.

## 作用
同一个指标既写了规则（赋分），又照抄了官方句子（评分标准），两者算出来的分不一样。

## 为什么
印在表上的是句子，年终算分用的是规则；两种说法并存，到时候各说各的。

## 示例
```goal-error
服务对象满意度指标 群众满意度 >= 95% 分值 10 赋分 每低1%扣0.5分
  评分标准 满意度达95%及以上得10分，每低1个百分点扣1分，扣完为止。
```

## 改法
只留一个：留规则，句子由程序写出；或者把句子写在赋分后面，规则由程序读出。

## 依据
表样说明：评（扣）分标准“填写指标完成情况评（扣）分标准”，一个指标只有一个标准。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import ERROR, Finding, Message, Related
from goaldsl.model.declaration import Indicator
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Declared, Stated
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import Verdict, compare
from goaldsl.scoring.function.score import Answer, ScoreFunction
from goaldsl.scoring.function.words import points, when
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.resolution import resolved

CODE = documented(
    "GR120",
    "sentence-contradicts-rule",
    Message("评分标准与规则不一致", "the sentence contradicts the rule"),
    ERROR,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for indicator in facts.indicators:
        scoring = indicator.scoring
        if not isinstance(scoring, Declared) or not isinstance(scoring.beside, Stated):
            continue
        finding = _finding(facts, indicator, scoring.rule, scoring.beside)
        if finding is not None:
            yield finding


def _finding(facts: Facts, indicator: Indicator, rule: Rule, beside: Stated) -> Finding | None:
    said, unit = beside.rule, facts.catalog.unit
    row = subject_of(indicator, facts.catalog)
    if resolved(said, row, unit) == resolved(rule, row, unit):
        return None
    one, other = lower(rule, row, unit), lower(said, row, unit)
    if not isinstance(one, ScoreFunction) or not isinstance(other, ScoreFunction):
        return None
    order = compare(one, other)
    if order.verdict is Verdict.EQUAL:
        return None
    name = quoted(indicator.name.value)
    witness = _witness(one, other, order.less if order.less is not None else order.more)
    return Finding(
        CODE,
        beside.sentence.span,
        Message(
            f"{name}的评分标准与规则不一致{witness.zh}",
            f"{name}: the sentence contradicts the rule{witness.en}",
        ),
        notes=(
            Message(
                f"规则是“{dsl(rule)}”，句子说的是“{dsl(said)}”。",
                f"The rule is “{dsl(rule, english=True)}”, the sentence says “{dsl(said, english=True)}”.",
            ),
        ),
        remedy=Message(
            "留规则，删去评分标准；或者只把句子写在赋分后面。",
            "Keep the rule and drop the sentence, or write only the sentence behind 赋分.",
        ),
        related=(Related(rule.span, Message("规则在这里", "the rule is here")),),
    )


def _witness(one: ScoreFunction, other: ScoreFunction, answer: Answer | None) -> Message:
    """An actual value for which they differ, and both scores."""
    left, right = one.only, other.only
    if answer is None or left is None or right is None:
        return Message("", "")
    first, second = one.points({left.question: answer}), other.points({right.question: answer})
    place = (
        when(left.question, answer)
        if isinstance(answer, Fraction)
        else Message(f"“{answer}”时", f"“{answer}”")
    )
    return Message(
        f"：{place.zh}，按规则得 {points(first.high).zh}，按句子得 {points(second.high).zh}",
        f": {place.en} gives {points(first.high).en} by the rule, {points(second.high).en} by the sentence",
    )


CHECK = Check(CODE, check)

"""A rate whose explanation does not say what is divided by what.

## 作用
指标是百分率，解释里看不出谁占谁（没有“占、/、÷、之比、比例”一类的字）。满意度、只重复名称的解释另有检查；没有写解释的、表样没有解释一栏的不报。

## 为什么
“覆盖率100%”用村数算和用人数算，结果可以差很多。分子、分母定了，年底才只有一个答案。

## 示例
```goal
表样 芷江
质量指标 服务窗口规范率 >= 95 % 分值 10 赋分 按比例
  解释 政务大厅服务窗口设置规范情况。
```

## 改法
写成“…数÷…总数×100%”，例如“检查合格的窗口数÷窗口总数×100%”。

## 依据
表样说明“指标解释：……反映该指标衡量的具体内容、计算方法和数据口径等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.framing import adds_nothing
from goaldsl.checks.text.lexicon import pattern
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Text
from goaldsl.review.places import Place

CODE = documented(
    "GC320",
    "share-without-base",
    Message("比率没有写分子、分母", "a rate without numerator and denominator"),
    HINT,
    __doc__,
)

_RATES = ("率", "占比", "比例", "比重", "覆盖面")


def _places(facts: Facts) -> Iterator[Place]:
    if not facts.asks_meaning:
        return
    for row, explanation in _rates(facts):
        if not _tells_base(row) and not adds_nothing(explanation.value, row.name.value):
            message = Message(
                f"{quoted(row.name.value)}没有写谁除以谁",
                f"{quoted(row.name.value)}: what is divided by what?",
            )
            yield explanation.span, message


def _rates(facts: Facts) -> Iterator[tuple[Indicator, Text]]:
    for row, target in facts.quantities:
        is_rate = target.unit is not None and target.unit.dimension == "rate"
        if is_rate and row.explanation is not None and row.name.value.endswith(_RATES):
            yield row, row.explanation


def _tells_base(row: Indicator) -> bool:
    base = pattern("evidence", "shares")
    return any(base.search(text.value) for text in (row.explanation, row.remark, row.source) if text)


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 个比率的解释没有写分子、分母",
        "{count} rates are explained without numerator and denominator",
    ),
    notes=(
        Message(
            "表样说明要求解释写出“计算方法和数据口径”；分子、分母不同，结果就不同。",
            "The form's notes ask for the method; another base gives another result.",
        ),
    ),
    remedy=Message("写成“…数÷…总数×100%”。", "Write it as a quotient: number of … ÷ number of all …."),
)

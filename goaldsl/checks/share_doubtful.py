"""率的指标值不像一个率。

## 作用
名称以“率”收尾的，都当作部分占全体（增长率、周转率一类会超过 100% 的除外，见 `grammar/rates.toml`），指标值却：

- 以“分”为单位（满意率、好评率按分评定的除外）；
- 没有单位，数又不大于 1（0.95 是 95% 还是 0.95%，看不出来）；
- 只有 1% 或更低，却写着越多越好；
- 超过 100%（名称说得准的，由 GC303 报）。

## 为什么
这样的数多半错了位置、单位或名称；年底照它算，得分全错。

## 示例
```goal
质量指标 甲级病案率 >= 194%
```

## 改法
核对数值和单位；确实会超过 100% 的，写 `说明[GC306]：理由`。

## 依据
财预〔2015〕88号：绩效目标要合理可行；表样说明“计量单位：为数字后字符串，如个、所、只、%等”。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.catalog.leanings import less_is_better
from goaldsl.catalog.rates import RateDomain, likely_share
from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC306",
    "share-doubtful",
    Message("率的指标值不像", "a rate with a doubtful value"),
    WARNING,
    __doc__,
)
_RATED = ("满意", "好评", "评价", "认可")  # asked in points as well
_UPWARDS = (Operator.AT_LEAST, Operator.MORE)


def _places(facts: Facts) -> Iterator[Place]:
    for row, target in facts.quantities:
        if (place := _place(facts, row, target)) is not None:
            yield place


def _place(facts: Facts, row: Indicator, target: QuantityTarget) -> Place | None:
    name, unit = row.name.value, target.unit
    if not likely_share(name):
        return None
    certain = facts.catalog.rate_domain(name) is RateDomain.SHARE
    said = f"{target.amount_text}{target.unit_text}"
    if unit is None:
        doubted = 0 < target.amount <= 1 and not certain  # of a certain one, GC204 says that the % is missing
        return _doubt(target.span, name, f"{said} 是百分之几，看不出来") if doubted else None
    if unit.dimension == "points" and not any(word in name for word in _RATED):
        return _doubt(target.unit_span, name, f"是率，指标值却是 {said}")
    if unit.dimension != "rate":
        return None
    share = Fraction(target.amount) * unit.scale
    if share > 1 and not certain:
        return _doubt(target.span, name, f"是 {said}，超过了 100%")
    low = 0 < share <= Fraction(1, 100) and unit.scale == Fraction(1, 100)
    if low and target.sense in _UPWARDS and not less_is_better(name):
        return _doubt(target.span, name, f"只要 {said}，多半少写了两位")
    return None


def _doubt(span: Span, name: str, said: str) -> Place:
    return span, Message(f"{quoted(name)}{said}", f"{quoted(name)}: a doubtful value")


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个率的指标值不像", "{count} rates have a doubtful value"),
    notes=(Message("率是部分占全体，在 0 到 100% 之间。", "Such a rate lies between 0 and 100 %."),),
    remedy=Message("核对数值、单位和名称；写成 95% 这样。", "Check value, unit and name; write it like 95%."),
)

"""A share that is not a percentage.

## 作用
名称是“……合格率”“……满意度”一类，部分占全体，单位却不是 % 或 ‰。

## 为什么
率要用百分率表示；写成别的单位，多半是名称或单位写错了一个。

## 示例
```goal
质量指标 培训合格率 >= 95 人
```

## 改法
改成 `%`；或者数的就是人、次，把名称改成“培训合格人数”。
满意度按分数、星级评定的，孕产妇死亡率按“/10万”计的，不报。

## 依据
表样说明“计量单位：为数字后字符串，如个、所、只、%等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QuantityTarget, RangeTarget
from goaldsl.model.unit import Unit
from goaldsl.review.places import Place

CODE = documented(
    "GC204",
    "share-unit",
    Message("率的单位不是百分率", "a share that is not a percentage"),
    WARNING,
    __doc__,
)

_ALLOWED = frozenset({"rate", "points", "grade"})  # satisfaction is also measured in points and stars


def _places(facts: Facts) -> Iterator[Place]:
    for indicator, target in facts.shares:
        if _wrong(target.unit) and not indicator.name.value.endswith(
            "面"
        ):  # 覆盖面 is also counted: 12 个乡镇
            yield target.unit_span if target.unit else target.span, _said(indicator, target)


def _wrong(unit: Unit | None) -> bool:
    if unit is None:
        return True
    return unit.known and unit.dimension not in _ALLOWED and "/" not in unit.dimension


def _said(indicator: Indicator, target: QuantityTarget | RangeTarget) -> Message:
    name = quoted(indicator.name.value)
    if target.unit is None:
        return Message(f"{name}是率，指标值没有写 %", f"{name} is a share; the % is missing")
    return Message(
        f"{name}是率，单位却是“{target.unit_text}”", f"{name} is a share, but its unit is {target.unit_text}"
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个率的单位不是 % 或 ‰", "{count} shares are not given in % or ‰"),
    notes=(
        Message("这类名称是部分占全体，用百分率表示。", "Such a name is a part of a whole, said in percent."),
    ),
    remedy=Message("单位改成 %，或者改名称。", "Write %, or change the name."),
)

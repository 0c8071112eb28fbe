"""人 under a name that says 人次, and the reverse.

## 作用
名称写“人次”，单位是“人”；或者名称写“人数”，单位是“人次”。

## 为什么
一个人来三回是 1 人、3 人次。口径不一，年底的数就对不上。

## 示例
```goal
数量指标 干部考察人次 >= 300 人
```

## 改法
按实际统计的口径，改单位或者改名称。

## 依据
表样说明“指标解释：反映该指标衡量的具体内容、计算方法和数据口径等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message
from goaldsl.model.target import QuantityTarget

CODE = documented(
    "GC205",
    "person-times",
    Message("人与人次混用", "persons and visits mixed up"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    for row, target in facts.quantities:
        if "人" in row.name.value and (right := _right_unit(row.name.value, target)):
            message = Message(
                f"{quoted(row.name.value)}的单位是“{target.unit_text}”，与名称不一致",
                f"{quoted(row.name.value)}: the unit {target.unit_text} does not fit the name",
            )
            yield target.unit_span, message, Edit(target.unit_span, right)


def _right_unit(name: str, target: QuantityTarget) -> str | None:
    """The unit that the name asks for, None when it has it or asks for neither."""
    unit = target.unit
    if unit is None or unit.dimension != "count":
        return None
    visits, persons = "人次" in name, "人数" in name or "人员数" in name
    multiple = target.unit_text.rstrip("人次名位")
    if visits and not persons and unit.counted == "人":
        return multiple + "人次"
    if persons and not visits and unit.counted == "人次":
        return multiple + "人"
    return None


CHECK = mending_check(
    CODE,
    _places,
    several=Message(
        "{count} 个指标的名称和单位把人与人次混用了", "{count} indicators mix up persons and visits"
    ),
    notes=(Message("一个人来三回，是 1 人、3 人次。", "One person who comes three times: 1 人, 3 人次."),),
    remedy=Message("按实际统计的口径，改单位或者改名称。", "Change the unit or the name."),
    mend=Message("照名称改单位", "make the unit follow the name"),
    safe=False,
)

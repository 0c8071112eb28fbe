"""A unit behind a qualitative target.

## 作用
定性指标的指标值后面多写了计量单位，如 `定性 效果明显 次`。

## 为什么
表样规定定性指标的计量单位为空；这样写，“次”会印进指标值里。

## 示例
```goal-error
社会效益指标 群众办事便利程度 定性 明显提高 次
```

## 改法
删去单位。

## 依据
表样说明“计量单位：指标类型为定量时可填，指标类型为定性设置为空不可填”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import ERROR, Edit, Message
from goaldsl.model.place import Span
from goaldsl.model.target import QualityTarget

CODE = documented(
    "GC501",
    "unit-on-quality",
    Message("定性指标写了计量单位", "a unit on a qualitative target"),
    ERROR,
    __doc__,
)


_NUMERALS = tuple("0123456789一二三四五六七八九十ⅠⅡⅢⅣⅤⅥ")  # Ⅲ 类, 前三 名


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if (
            isinstance(target := row.target, QualityTarget)
            and len(words := target.word.split()) == 2
            and not words[0].endswith(_NUMERALS)
            and _is_unit(words[1], facts)
        ):
            unit = Span(target.word_span.end - len(words[1]), target.word_span.end)
            message = Message(
                f"{quoted(row.name.value)}是定性指标，不能有计量单位“{facts.declaration.source.slice(unit)}”",
                f"{quoted(row.name.value)} is qualitative and takes no unit",
            )
            yield unit, message, Edit(unit, "")


def _is_unit(word: str, facts: Facts) -> bool:
    """A word that is nothing but a unit; 项目 and 课题 are also words of prose."""
    if len(word) > 1 and not word.endswith("次"):
        return False
    return facts.catalog.unit(word).known


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个定性指标写了计量单位", "{count} qualitative targets have a unit"),
    notes=(
        Message(
            "表样说明：指标类型为定性时，计量单位不可填。",
            "The form says: no unit where the target is qualitative.",
        ),
    ),
    remedy=Message("删去单位。", "Remove the unit."),
    mend=Message("删去单位", "remove the unit"),
    safe=False,
)

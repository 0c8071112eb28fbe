"""名称说的是坏事，指标值却写成越多越好。

## 作用
名称数的是坏事或要压短的时间（差错率、投诉件数、安全事故起数、受理时限……），指标值却用 `>=` 或 `>`。
“查处”“办结”“化解”一类办了多少的，不在此列；成本指标另有 GC203。字词见 `grammar/lexicon/leanings.toml`，与 `=` 往哪边算是同一份。

## 为什么
照这样写，差错越多越算完成。多半是符号打反了。

## 示例
```goal
质量指标 文件差错率 >= 2% 分值 5
```

## 改法
改成 `<=`；数的其实是办了多少的，把名称写全（如“投诉办结件数”）。

## 依据
财预〔2015〕88号：绩效目标应符合客观实际，指向明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.bind.printed import SIGNS
from goaldsl.catalog.leanings import less_is_better
from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import CEILINGS, turned
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.scoring import refused

CODE = documented(
    "GC424",
    "adverse-name-high",
    Message("坏事写成了越多越好", "something bad that should be high"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    costs = {row.span for row in facts.economic_costs}
    for row, target in facts.quantities:
        if (
            target.sense in CEILINGS
            and target.amount
            and row.span not in costs
            and less_is_better(row.name.value)
            and not refused(
                row.scoring
            )  # a rule that counts the other side has been reported with both remedies
        ):
            message = Message(
                f"{quoted(row.name.value)}写“{SIGNS[target.sense]}”，就是越多越好",
                f"{quoted(row.name.value)} is bad, but “{SIGNS[target.sense]}” wants it high",
            )
            yield turned(row, target, message)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标说的是坏事，却写成越多越好", "{count} bad things should be high"),
    remedy=Message(
        "要少的写 <=；数的是办了多少的，把名称写全，如“投诉办结件数”。",
        "Write <=, or say in the name that it counts what was handled.",
    ),
    mend=Message("改成不超过", "make it a ceiling"),
    safe=False,
)

"""Two indicators of one class with the same name.

## 作用
同一个二级指标下，名称相同，或只差“的”“情况”“工作”一类不改变意思的字。

## 为什么
同一件事算了两回分；两行的指标值不一样时，不知道以哪个为准。

## 示例
```goal
表样 芷江
质量指标 重点工作办结率 = 100 % 分值 5
质量指标 重点工作的办结率 >= 95 % 分值 5
```

## 改法
是同一件事就留一行；是两件事就在名称里写出区别。

## 依据
财预〔2015〕88号：绩效目标指向明确；表样说明：三级指标要求简洁明确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.declaration import Indicator
from goaldsl.model.taxonomy import Category

CODE = documented(
    "GC526",
    "equal-names",
    Message("指标名称相同", "two indicators of the same name"),
    WARNING,
    __doc__,
)

_EMPTY_WORDS = re.compile(r"[的地]|情况$|工作(?!人员|日|组|站|室|者|量|餐|证|服)|[\s“”\"、，,]")


def check(facts: Facts) -> Iterator[Finding]:
    rows: dict[tuple[Category | None, str], list[Indicator]] = {}
    for row in facts.indicators:
        if not is_unfilled(row.name.value):
            rows.setdefault((row.category, _core(row.name.value)), []).append(row)
    for same in rows.values():
        if len(same) > 1:
            yield _finding(same)


def _core(name: str) -> str:
    return _EMPTY_WORDS.sub("", name).replace("（", "(").replace("）", ")") or name


def _finding(same: list[Indicator]) -> Finding:
    first, *others = same
    names = "、".join(dict.fromkeys(quoted(row.name.value) for row in same))
    equal = "同名" if len({row.name.value for row in same}) == 1 else "只差虚字"
    return Finding(
        CODE,
        others[0].name.span,
        Message(f"{len(same)} 个指标{equal}：{names}", f"{len(same)} indicators of the same name: {names}"),
        notes=(Message("同一件事会算两回分。", "The same thing would earn points twice."),),
        remedy=Message(
            "是同一件事就留一行；是两件事就在名称里写出区别。",
            "Keep one of them, or say in the names how they differ.",
        ),
        related=tuple(
            Related(row.name.span, Message("同一个名称", "the same name")) for row in (first, *others[1:])
        ),
    )


CHECK = Check(CODE, check, counts=True)

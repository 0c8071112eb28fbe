"""Classes every form must fill.

## 作用
分值方案规定必设的一、二级指标，这份表里没有。

## 为什么
产出和效益每个项目都要设置，数量、质量原则上都要设置；缺一类，目标就不完整，审核会退回。

## 示例
```goal
数量指标 培训班次 >= 4 期
质量指标 培训合格率 >= 95%
```
没有成本指标、效益指标。

## 改法
补上所缺的一类。不设成本指标等情形有另外的分值方案，写一行 `分值方案 …`。
各行都不分类的表样不报；没有满意度指标另有提示（GC108）。

## 依据
财预〔2021〕101号：产出、效益指标每个项目都要设置，数量、质量指标原则上都要设置。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.model.profile import RequiredClass

CODE = documented(
    "GC107",
    "class-missing",
    Message("缺少必设的指标", "a required class is missing"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = [need for need in facts.missing_classes if not need.waivable]
    if not missing:
        return
    names = [_name(need) for need in missing]
    yield Finding(
        CODE,
        facts.form_place,
        Message(f"没有{'、'.join(names)}", f"there is no {', '.join(names)}"),
        notes=tuple(
            Message(f"{source}。", f"{source}.") for source in dict.fromkeys(need.source for need in missing)
        ),
        remedy=Message(
            f"补上{'、'.join(names)}；方案不同的，写一行“分值方案 …”。",
            "Add such indicators, or name the profile in use: 分值方案 ….",
        ),
    )


def _name(need: RequiredClass) -> str:
    return need.level2 or need.level1


CHECK = Check(CODE, check, counts=True)

"""年度目标没有一处可以衡量。

## 作用
整个年度目标没有数字、日期、比率，也没有“全覆盖”“零事故”“全部办结”这样可以核实的说法。年份、文号、“十五五”“二十届四中全会”不算。

## 为什么
到年底，“加强”“推进”“做好”说完成也行，说没完成也行。

## 示例
```goal
部门 县直机关工委
年度 2026
表样 芷江
年度目标
  1、加强对党建工作的研究和指导。
  2、加强对党员和党务干部的教育培训。
```

## 改法
至少把最主要的几项写出数量、比率或时限，并与下面的指标一致，例如“举办党务干部培训3期”。

## 依据
财预〔2015〕88号：绩效目标应当细化量化，从数量、质量、成本、时效等方面进行细化，尽量定量表述。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.measures import promises_measure
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message

CODE = documented(
    "GC350",
    "no-measurable-promise",
    Message("年度目标没有可以衡量的内容", "nothing in the goals can be measured"),
    UNFINISHED_WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    field = facts.declaration.field("goals")
    if field is None or not facts.goals or any(promises_measure(item.text.value) for item in facts.goals):
        return
    yield Finding(
        CODE,
        field.label.span,
        Message(
            f"“{field.spec.label}”里没有数字、日期或比率",
            f"there is no number, date or share under “{field.spec.label}”",
        ),
        notes=(
            Message(
                "到年底无从判断完成没有；财预〔2015〕88号要求绩效目标细化量化，尽量定量表述。",
                "At the year's end nobody can tell whether they were met (财预〔2015〕88号).",
            ),
        ),
        remedy=Message(
            "把主要的几项写出数量、比率或时限，并与下面的指标一致，例如“举办党务干部培训3期”。",
            "Give the main ones a number, a share or a date, the same as in the indicators below.",
        ),
    )


CHECK = Check(CODE, check, counts=True)

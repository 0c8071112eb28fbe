"""部门名称与填报单位不是同一个单位。

## 作用
“部门”和“填报单位”都写了的，比较两处是不是同一个单位。只差地区、简称、编码，或“本级”“机关”“办公室”的，不报。

## 为什么
同一张表前后写两个单位，公开后分不清绩效由谁负责；多半是拿别的单位的表改的。

## 示例
```goal
填报单位 某县水利局
部门 某县林业局
年度 2026
表样 芷江
```

## 改法
改成同一个单位；确由下属单位代填的，用 `说明[GC254]：…` 写明。

## 依据
财预〔2015〕88号：绩效目标由部门及其所属单位按“谁申请资金，谁设定目标”设定。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.unit_names import same_unit
from goaldsl.diagnostics import WARNING, Finding, Message, Related

CODE = documented(
    "GC254",
    "unit-name-differs",
    Message("部门与填报单位不一致", "department and filling unit differ"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    department, filler = (facts.declaration.field(key) for key in ("department", "filler_unit"))
    if department is None or filler is None:
        return
    one, other = department.text.value.strip(), filler.text.value.strip()
    if not one or not other or same_unit(one, other):
        return
    yield Finding(
        CODE,
        department.text.span,
        Message(
            f"部门写“{one}”，填报单位写“{other}”", f"the department is “{one}”, the filling unit “{other}”"
        ),
        notes=(
            Message(
                "两处应是同一个单位：谁申请资金，谁设定目标（财预〔2015〕88号）。",
                "They should be one body: who asks for the money sets the goals (财预〔2015〕88号).",
            ),
        ),
        remedy=Message("核对后改成同一个单位。", "Make them the same."),
        related=(Related(filler.text.span, Message("填报单位在这里", "the filling unit is here")),),
    )


CHECK = Check(CODE, check)

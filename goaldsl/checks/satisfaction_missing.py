"""No satisfaction indicator, which may be right.

## 作用
表里没有满意度指标一类，而分值方案给它留了位置。

## 为什么
直接服务公众的部门和项目要问服务对象满不满意；不直接服务公众的可以不设，但要说明理由。

## 示例
```goal
数量指标 培训班次 >= 4 期
质量指标 培训合格率 >= 95%
社会效益指标 就业人数 >= 100 人
经济成本指标 培训成本 <= 20 万元
```

## 改法
补上满意度指标，写明用什么办法调查；确实不直接服务公众的，在 `部门` 之前写
`说明[GC108]：本项目不直接服务公众`，分值改用 `分值方案 国家2021不设满意度`。

## 依据
财预〔2021〕101号：直接服务公众的要设置满意度指标。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message

CODE = documented(
    "GC108",
    "satisfaction-missing",
    Message("没有满意度指标", "no satisfaction indicator"),
    UNFINISHED_WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = [need for need in facts.missing_classes if need.waivable]
    if not missing:
        return
    names = "、".join(need.level2 or need.level1 for need in missing)
    yield Finding(
        CODE,
        facts.form_place,
        Message(f"没有{names}", f"there is no {names}"),
        notes=tuple(Message(f"{need.source}。", f"{need.source}.") for need in missing),
        remedy=Message(
            "补上这类指标；不适用的，在“部门”之前顶格写：说明[GC108]：不适用的理由。",
            "Add one; if it does not apply, write 说明[GC108]：reason at the head of the file.",
        ),
    )


CHECK = Check(CODE, check, counts=True)

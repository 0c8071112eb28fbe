"""职责、年度目标一类的栏目漏填。

## 作用
检查表样要求填写的文字栏目（部门职责、年度目标等）是否漏写，或写了栏目名而没有内容。

## 为什么
指标是年度目标的细化。没有目标，审核人无从判断指标是否对路、是否齐全。草案里只作建议；送审、批复时必须填。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
职责
  负责全县档案的接收、保管和利用。
年度目标
数量指标 接收档案 >= 2000 卷 分值 10
```
“年度履职目标”是空的。

## 改法
在栏目下面缩进书写，一条一行。

## 依据
财预〔2015〕88号：绩效目标审核首先看完整性，即内容完整、目标明确；表样规定的必填栏目。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts, is_empty
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.model.form import FieldSpec, FieldType, Place
from goaldsl.model.place import Span
from goaldsl.review.places import one_finding

CODE = documented(
    "GC150",
    "goals-missing",
    Message("职责或年度目标漏填", "duties or goals are missing"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = list(_missing(facts))
    names = "、".join(f"“{spec.label}”" for spec, _, _ in missing)
    return one_finding(
        CODE,
        ((span, label) for _, span, label in missing),
        lambda _: Message(f"{names}没有填写", f"nothing is written under {names}"),
        notes=(
            Message(
                "指标是年度目标的细化；财预〔2015〕88号要求绩效目标内容完整、指向明确。",
                "Indicators refine the goals of the year; 财预〔2015〕88号 asks for complete goals.",
            ),
        ),
        remedy=Message(
            "在栏目名下面缩进书写，一条一行；条目前写“- ”由表样编号，也可以自己写序号。",
            "Write the items below the label, indented, one a line; “- ” lets the form number them.",
        ),
    )


def _missing(facts: Facts) -> Iterator[tuple[FieldSpec, Span, Message]]:
    for spec, field in facts.unfilled:
        if spec.type is FieldType.LINES and field is None:
            yield spec, facts.form_place, Message(f"缺“{spec.label}”一栏", f"{spec.label} is left out")
    for field in facts.declaration.fields:
        if field.spec.type is FieldType.LINES and field.spec.place is not Place.NOWHERE and is_empty(field):
            yield field.spec, field.label.span, Message("下面没有内容", "nothing follows")


CHECK = Check(CODE, check, counts=True, of_form=True)

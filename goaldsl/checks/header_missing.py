"""表头必填的栏目漏填：项目名称、主管部门、资金总额等。

## 作用
检查表样要求填写的表头栏目。部门（单位）名称、职责和年度目标另有检查，这里不重复。

## 为什么
项目支出表靠项目名称、主管部门和资金总额与预算对应，缺一项就对不上账。

## 示例
```goal
表样 项目
年度 2026
项目名称 社区老年助餐服务
主管部门 某区民政局
```
表样要求的“年度资金总额（万元）”没有写。

## 改法
补上提示列出的栏目。

## 依据
表样的必填栏目；财预〔2015〕88号附表。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.model.form import FieldType, Place

CODE = documented(
    "GC153",
    "header-missing",
    Message("表头栏目漏填", "a required field of the header is missing"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = [
        (spec, field)
        for spec, field in facts.unfilled
        if spec.place in (Place.ABOVE, Place.HEADER)
        and spec.type is not FieldType.LINES
        and spec.key != "department"
    ]
    if not missing:
        return
    names = "、".join(f"“{spec.label}”" for spec, _ in missing)
    written = [field.label.span for _, field in missing if field]
    yield Finding(
        CODE,
        written[0] if written else facts.form_place,
        Message(f"表头还缺：{names}", f"the header lacks {names}"),
        notes=(Message("表样规定这几栏必填。", "The form requires them."),),
        remedy=Message("补上内容，一栏一行。", "Fill them in, a line each."),
    )


CHECK = Check(CODE, check, counts=True, of_form=True)

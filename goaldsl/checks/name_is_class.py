"""指标名称只是把分类再写一遍。

## 作用
三级指标的名称就是一级、二级指标的名称，或只差“指标”二字，例如 `数量指标 数量`、`质量指标 质量指标`。

## 为什么
这样的一行只有分类，没有指标：看不出考核什么，也无从评分。多半是表格模板里没有改的字样。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
质量指标 质量 = 100% 分值 10
```

## 改法
写出考核的具体内容，例如“档案数字化合格率”。

## 依据
表样说明：三级指标是对指标含义的简要描述，要求简洁明确、通俗易懂。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC157",
    "name-is-class",
    Message("名称只是分类", "a name that is only the class"),
    WARNING,
    __doc__,
)

_SATISFACTION = "满意度指标"  # 服务对象满意度 alone says what is measured


def check(facts: Facts) -> Iterator[Finding]:
    levels = facts.declaration.taxonomy.levels
    printed = {level.name for level in levels}
    printed |= {child.name for level in levels for child in level.children}
    short = {name.removesuffix("指标") for name in printed if not name.endswith(_SATISFACTION)}
    return in_each_place(
        CODE,
        (
            (
                row.name.span,
                Message(f"“{row.name.value}”只是分类，不是指标", f"“{row.name.value}” is a class"),
            )
            for row in facts.indicators
            if row.name.value in printed or row.name.value in short
        ),
        lambda count: Message(f"{count} 行的名称只是分类", f"the names of {count} rows are only classes"),
        notes=(
            Message(
                "看不出考核什么；表样说明要求三级指标是“对指标含义的简要描述”。",
                "It does not say what is measured; the form's notes ask for a short description.",
            ),
        ),
        remedy=Message("写出考核的具体内容，例如“档案数字化合格率”。", "Say what is measured."),
    )


CHECK = Check(CODE, check)

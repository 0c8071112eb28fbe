"""A class that must have a row lost its last one.

## 作用
方案要求必设的一类，去年有指标，今年一个也没有了。

## 为什么
必设的类空着，申报表不完整。

## 示例
去年：

```goal
部门 某某局
年度 2025
表样 芷江
数量指标 培训班次 >= 4 期 分值 30
服务对象满意度指标 学员满意度 >= 95% 分值 10
```

今年：

```goal
部门 某某局
年度 2026
表样 芷江
数量指标 培训班次 >= 4 期 分值 30
```

## 改法
补上这一类的指标。

## 依据
分值方案所据的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Category, Change, FormChange, Kind, State, documented
from goaldsl.diff.changes.classes import lost_classes
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD152",
    "coverage-lost",
    Message("缺少必设指标", "a required class is empty now"),
    Message("缺少必设指标", "required class lost"),
    (Category.STRUCTURE,),
    "wee",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    if not (forms.old.declaration.complete and forms.new.declaration.complete):
        return
    for name, last in lost_classes(forms):
        yield Change(
            kind,
            Message(f"必设的“{name}”今年没有指标了", f"the required class {name} has no indicator now"),
            "classes",
            State(last.name.value),
            None,
            (Action.DELETE,),
            previous=last.name.span,
        )


CHANGE = FormChange(KIND, find)

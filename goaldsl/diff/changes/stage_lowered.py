"""The new form claims a lower stage.

## 作用
新表的 `状态` 比旧表低：批复改成送审，送审改成草案。

## 为什么
口径看旧表的状态：送审的文件不能自己降低门槛。

## 示例
去年：

```goal
部门 某某局
年度 2026
状态 批复
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
状态 草案
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
恢复状态；要调整已批复的表，另开调整申请。

## 依据
财预〔2015〕88号：批复的绩效目标一般不予调整。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message, Preset
from goaldsl.diff.change import Category, Change, FormChange, Kind, State, documented
from goaldsl.diff.changes.texts import STAGE
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD190",
    "stage-lowered",
    Message("状态降低了", "the stage was lowered"),
    Message("状态降低", "stage lowered"),
    (Category.STRUCTURE,),
    "wee",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    old, new = forms.old.declaration.preset, forms.new.declaration.preset
    order = tuple(Preset)
    if not forms.across and order.index(new) < order.index(old):
        yield Change(
            kind,
            Message(f"状态由“{STAGE[old]}”降为“{STAGE[new]}”", f"stage {old.value} → {new.value}"),
            "stage",
            State(STAGE[old]),
            State(STAGE[new]),
        )


CHANGE = FormChange(KIND, find)

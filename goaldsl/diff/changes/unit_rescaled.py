"""The same amount in a larger or smaller unit.

## 作用
同一种量换了大小：元改成万元、公斤改成吨；换算以后数值没有变。

## 为什么
不影响承诺；历年汇总时要换算。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 粮食增产 >= 3500 公斤 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 粮食增产 >= 3.5 吨 分值 10
```

## 改法
不必改。

## 依据
《绩效目标申报表》填报说明：指标值按实际情况填写，计量单位规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, Kind, RowChange, documented
from goaldsl.diff.changes.targets import relation, rescaled, target_change
from goaldsl.diff.comparison import Paired
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD111",
    "unit-rescaled",
    Message("换了计量单位的大小", "another size of unit"),
    Message("单位换算", "rescaled"),
    (Category.WORDING,),
    "·nn",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    if relation(paired) in (Relation.SAME, Relation.NOTATION) and rescaled(paired):
        yield target_change(kind, paired, magnitude=False)


CHANGE = RowChange(KIND, find)

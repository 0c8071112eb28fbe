"""The two forms use different trees of classes.

## 作用
两年用的指标体系不同。两棵树里对应的类算同一类，不逐行报换类。

## 为什么
2015 年的体系里成本在产出之下，2021 年的单列。

## 示例
去年：

```goal
部门 某某局
年度 2025
指标体系 财政部2015
成本指标 设备购置成本 <= 20 万元 分值 10
```

今年：

```goal
部门 某某局
年度 2026
指标体系 财政部2021
经济成本指标 设备购置成本 <= 20 万元 分值 10
```

## 改法
不必改。

## 依据
财预〔2015〕88号、财预〔2021〕101号。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, FormChange, Kind, State, documented
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD153",
    "taxonomy-changed",
    Message("换了指标体系", "another taxonomy"),
    Message("换了指标体系", "another taxonomy"),
    (Category.STRUCTURE,),
    "nnn",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    old, new = forms.old.declaration.taxonomy, forms.new.declaration.taxonomy
    if old.id != new.id:
        mapped = sum(1 for row in forms.old.rows if row.category != row.indicator.category)
        yield Change(
            kind,
            Message(
                f"指标体系由“{old.name}”换成“{new.name}”，{mapped} 行按对应的类比较",
                f"taxonomy {old.id} → {new.id}; {mapped} row(s) compared by the class they map to",
            ),
            "taxonomy",
            State(old.name),
            State(new.name),
        )


CHANGE = FormChange(KIND, find)

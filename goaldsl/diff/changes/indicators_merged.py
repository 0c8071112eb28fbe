"""Several rows of last year became one.

## 作用
今年一个指标的 `上年名称` 写了几个。

## 为什么
合并以后与原来几个的和比。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 线上培训人次 >= 500 人次 分值 5
数量指标 集中培训人次 >= 200 人次 分值 5
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 700 人次 分值 10
  上年名称 线上培训人次，集中培训人次
```

## 改法
不必改。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.rows import merged

KIND = documented(
    "GD126",
    "indicators-merged",
    Message("几个指标并成一个", "indicators were merged"),
    Message("合并", "merged"),
    (Category.STRUCTURE,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, merged)

"""One row of last year became several.

## 作用
今年几个指标的 `上年名称` 是同一个。

## 为什么
拆分以后，几个指标加起来与原来比。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 700 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 线上培训人次 >= 500 人次 分值 5
  上年名称 培训人次
数量指标 集中培训人次 >= 200 人次 分值 5
  上年名称 培训人次
```

## 改法
不必改。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.rows import split

KIND = documented(
    "GD125",
    "indicator-split",
    Message("一个指标拆成几个", "an indicator was split"),
    Message("拆分", "split"),
    (Category.STRUCTURE,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, split)

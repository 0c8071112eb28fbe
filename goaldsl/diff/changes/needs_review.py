"""What cannot be decided, with the reason.

## 作用
程序判断不了：少了单位、少了符号又换了数、时限不在本年度、评分标准没有读懂、`上年名称` 找不到、同名的行分不清……每一条都说明原因。

## 为什么
判断不了的，从来不当作没有变化。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 300 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 300 分值 10
```

## 改法
照原因补上缺的，或由审核人写明意见。

## 依据
财预〔2020〕10号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.doubts import doubts

KIND = documented(
    "GD199",
    "needs-review",
    Message("要由人看", "a person must look"),
    Message("要人看", "needs review"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)

CHANGE = RowChange(KIND, doubts)

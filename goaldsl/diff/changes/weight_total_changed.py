"""The total of points, or that of a first level, changed.

## 作用
总分或某个一级指标的小计与去年不同。总分不同时，各指标按占总分的比重比。

## 为什么
一级指标的分值由方案规定，变了要么换了方案，要么结构变了。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 30
社会效益指标 满足基层需要 定性 明显 分值 30
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 20
社会效益指标 满足基层需要 定性 明显 分值 40
```

## 改法
与分值方案核对。

## 依据
分值方案所据的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, FormChange, Kind, documented
from goaldsl.diff.changes.points import moved_totals, points_state
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD133",
    "weight-total-changed",
    Message("总分或一级指标的分值变了", "the totals changed"),
    Message("总分变动", "totals"),
    (Category.SCORING, Category.STRUCTURE),
    "nwe",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    lines = moved_totals(forms)
    if not lines or not (forms.old.declaration.complete and forms.new.declaration.complete):
        return
    words = "，".join(f"{name} {old:f}→{new:f}" for name, old, new in lines)
    total = forms.totals
    yield Change(
        kind,
        Message(
            f"{words}" + ("；各指标按占总分的比重比" if forms.as_shares else ""),
            f"{words}" + ("; rows are compared as shares" if forms.as_shares else ""),
        ),
        "totals",
        points_state(total[0]),
        points_state(total[1]),
    )


CHANGE = FormChange(KIND, find)

"""A time that must be reached exactly, or not exceeded, or not undercut: nothing says which.

## 作用
时间、时限一类的指标写了 `=` 或没有写符号，名称、分类和评分标准都看不出是越短越好还是越长越好。

## 为什么
目标 5 个工作日，实际 12 个工作日，算完成还是没完成？说不清方向，年底就不能算分。

## 示例
```goal
时效指标 服务周期 = 5 个工作日
```

## 改法
越短越好写 `<=`，越长越好写 `>=`，多了少了都不行写 `恰为`。

## 依据
财预〔2015〕88号：绩效指标要细化、量化，具有可衡量性。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import UNFINISHED_WARNING, Message
from goaldsl.model.target import Direction
from goaldsl.review.places import Place

CODE = documented(
    "GC533",
    "direction-unsaid",
    Message("没有说越长越好还是越短越好", "nothing says which way is better"),
    UNFINISHED_WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for row, target in facts.quantities:
        if row.direction is Direction.UNDECIDED:
            message = Message(
                f"{quoted(row.name.value)}的 {target.amount_text}{target.unit_text}"
                "，是不得超过、不得少于，还是正好？",
                f"{quoted(row.name.value)}: at most, at least or exactly {target.amount_text}{target.unit_text}?",
            )
            yield target.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 个指标没有说越多越好还是越少越好", "{count} targets do not say which way is better"
    ),
    notes=(Message("说不清的，年底不能算分。", "Until it is said, nothing is scored."),),
    remedy=Message("不得超过写 <=，不得少于写 >=，正好写“恰为”。", "Write <=, >= or 恰为 before the number."),
)

"""The one note on a file with a line that could not be read.

## 作用
文件里有读不懂的行。读得懂的各行照常检查，但数合计、看缺什么的检查暂不进行。

## 为什么
读不懂的那一行可能正是缺的那个指标，这时报“合计不对”“缺少某类”，多半是错报。

## 示例
```goal-error
数量指标 培训班次 >= 4 期 分直 10
```

## 改法
先改正读不懂的行，再检查一遍。

## 依据
语言指南，“检查与说明”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import HINT, Finding, Message
from goaldsl.model.place import NOWHERE

CODE = documented(
    "GC110",
    "incomplete-file",
    Message("有读不懂的行，统计类检查暂不进行", "some checks wait for the unreadable lines"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.declaration.complete:
        yield Finding(
            CODE,
            NOWHERE,
            Message(
                "本文件有读不懂的行，合计、缺类等统计类检查暂不进行",
                "the file has lines that cannot be read; checks that count over it wait",
            ),
            remedy=Message("先改正读不懂的行。", "Correct those lines first."),
        )


CHECK = Check(CODE, check)

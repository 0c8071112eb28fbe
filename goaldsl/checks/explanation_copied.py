"""The same explanation under several indicators.

## 作用
几个不同的指标用了同一句解释。

## 为什么
不同的指标量的不是一回事，一句话不可能都解释得了；多半是复制以后忘了改。

## 示例
```goal
表样 芷江
社会效益指标 群众办事便利度 定性 明显提高 分值 10
  解释 考核部门履职对社会发展所带来的影响情况。
社会效益指标 政务公开透明度 定性 明显提高 分值 10
  解释 考核部门履职对社会发展所带来的影响情况。
```

## 改法
分别写出各自衡量的内容和算法。

## 依据
表样说明“指标解释：是三级指标名称的概念性定义”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.likeness import bare
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Finding, Message
from goaldsl.model.place import Text
from goaldsl.review.places import one_finding

CODE = documented(
    "GC121",
    "explanation-copied",
    Message("几个指标用了同一句解释", "one explanation under several indicators"),
    HINT,
    __doc__,
)

_SHORTEST = 6  # characters: 上级文件, 年度计划 may well explain several rows


def check(facts: Facts) -> Iterator[Finding]:
    rows: dict[str, list[tuple[str, Text]]] = {}
    for row in facts.indicators:
        if row.explanation is not None and len(words := bare(row.explanation.value)) >= _SHORTEST:
            rows.setdefault(words, []).append((row.name.value, row.explanation))
    for same in rows.values():
        if len({name for name, _ in same}) > 1:
            yield from _finding(same)


def _finding(same: list[tuple[str, Text]]) -> Iterator[Finding]:
    words = quoted(same[0][1].value)
    return one_finding(
        CODE,
        ((text.span, Message(f"用在{quoted(name)}", f"explains {quoted(name)}")) for name, text in same),
        lambda count: Message(
            f"{count} 个指标用了同一句解释：{words}", f"{count} indicators share one explanation: {words}"
        ),
        remedy=Message("分别写出各自衡量的内容和算法。", "Say for each what it measures and how."),
    )


CHECK = Check(CODE, check)

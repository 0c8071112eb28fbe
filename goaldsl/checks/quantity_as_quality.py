"""A number passed off as a quality.

## 作用
写了 `定性`，指标值却是一个数，如 `定性 95%`、`定性 3次`。

## 为什么
数写成定性，就不能按数比较、按比例评分。

## 示例
```goal
质量指标 培训合格率 定性 95%
```

## 改法
把 `定性` 换成符号，如 `>= 95%`。

## 依据
表样说明“指标类型为定量（五个符号之一）或定性”；财预〔2015〕88号：能量化的要量化。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import suggested_operator
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import QualityTarget

CODE = documented(
    "GC502",
    "quantity-as-quality",
    Message("定性指标的指标值是数", "a number as a quality"),
    WARNING,
    __doc__,
)

_NUMBER = re.compile(r"([≥≤＞＜＝><=]*)\s*\d+(?:[.,]\d+)*\s*(%|％|‰|[^\s\d%％‰]{0,6})")
_QUALITATIVE = frozenset({"grade", "rank", "points"})
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
_GRADES = ("类", "级", "等", "档", "星")  # 3类, 4A级 say how good something is


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if isinstance(target := row.target, QualityTarget) and _is_number(target.word, facts):
            message = Message(
                f"{quoted(row.name.value)}写的是定性，指标值却是数“{target.word}”",
                f"{quoted(row.name.value)} is called qualitative, but {target.word} is a number",
            )
            yield target.span, message, _edit(row, target, facts)


def _is_number(word: str, facts: Facts) -> bool:
    if not any(character.isdigit() for character in word):
        return False
    match = _NUMBER.fullmatch(word.strip())
    if match is None or not match[2] or match[2].endswith(_GRADES) or _YEAR.match(word):
        return False
    unit = facts.catalog.unit(match[2])
    return unit.known and unit.dimension not in _QUALITATIVE


def _edit(indicator: Indicator, target: QualityTarget, facts: Facts) -> Edit:
    """定性 and the blanks behind it give way to an operator, unless the word brings its own."""
    match = _NUMBER.match(target.word)
    own = match is not None and bool(match[1])
    operator = "" if own else suggested_operator(indicator, target.word, facts) + " "
    return Edit(Span(target.span.start, target.word_span.start), operator)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个定性指标的指标值是数", "{count} qualitative targets are numbers"),
    remedy=Message("把“定性”换成符号，如 >= 95%。", "Write an operator instead of 定性: >= 95%."),
    mend=Message("换成符号", "write an operator"),
    safe=False,
)

"""指标值写进了名称。

## 作用
没有指标值，名称的最后一截（前面空着格）却像指标值：效果显著、按时完成、不高于上年、明显提高……

## 为什么
名称从分类后面一直读到符号或“定性”为止。少写一个“定性”，指标值就印在名称一栏里，指标值一栏空着，年底也没有可对照的。

## 示例
```goal
质量指标 提高医疗质量 效果显著
```

## 改法
在它前面写“定性”：`质量指标 提高医疗质量 定性 效果显著`；有数的写符号、数和单位。

## 依据
财预〔2015〕88号：绩效指标要细化、量化，不能量化的用定性表述，并具有可衡量性。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goaldsl.catalog.data import packaged
from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Edit, Message, Severities, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span

CODE = documented(
    "GC111",
    "value-in-name",
    Message("指标值写进了名称", "a value swallowed by the name"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    __doc__,
)
_LAST = re.compile(r"\S[ \t\u3000\xa0]+(\S+)$")


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if (span := swallowed(facts, row)) is not None:
            words = facts.declaration.source.slice(span)
            message = Message(
                f"“{words}”像指标值，却算在名称{quoted(row.name.value)}里了",
                f"“{words}” looks like a value, but is part of the name",
            )
            yield span, message, Edit(Span(span.start, span.start), "定性 ")


def swallowed(facts: Facts, row: Indicator) -> Span | None:
    """The last word of a name that looks like a value, where there is no target."""
    if row.target is not None:
        return None
    match = _LAST.search(row.name.value)
    if match is None or not _like_value().search(match[1]):
        return None
    return facts.within(row.name, match.start(1), match.end(1))


@cache
def _like_value() -> re.Pattern[str]:
    words = packaged("lexicon/values.toml")
    starts, ends, whole = (("|".join(words[key])) for key in ("starts", "ends", "whole"))
    return re.compile(f"^(?:{starts})|(?:{ends})(?:了|的)?$|^(?:{whole})$")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标的指标值写进了名称", "{count} values stand in names"),
    remedy=Message("在它前面写“定性”，如：定性 效果显著。", "Write 定性 before it."),
    mend=Message("在前面加“定性”", "write 定性 before it"),
    safe=False,
)

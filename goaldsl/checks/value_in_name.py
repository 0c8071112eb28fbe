"""指标值写进了名称。

## 作用
没有指标值，名称的最后一截（前面空着格）却像指标值：效果显著、按时完成、不高于上年、明显提高、共3篇、90（含）~95%、12月31日（含）前……

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

from goaldsl.catalog import Catalog
from goaldsl.catalog.data import packaged
from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quantities import quantities
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Edit, Message, Severities, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.parse.numerals import CHARACTERS
from goaldsl.width import figures

CODE = documented(
    "GC111",
    "value-in-name",
    Message("指标值写进了名称", "a value swallowed by the name"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    __doc__,
)
_LAST = re.compile(r"\S[ \t\u3000\xa0]+(\S+)$")
_NOTE = re.compile(r"\([^()]*\)")
_TAIL = re.compile(r"(?:之间|左右|上下|[以之][上下内前]|[前内整起])$")
_DAY = re.compile(r"(?:\d|[一二三四五六七八九十])(?:月|日|季度|年)\S*(?:前|内|底|末|日|时|度|完成)$")
_SHARE = re.compile(rf"(?:百分之[{CHARACTERS}]+|[{CHARACTERS}]+\S?\(含\S*)$")
_POINTS = re.compile(r"\d\S*\)(?:分值|权重):?\d+(?:\.\d+)?$")  # 100%（含）分值10: no blank before the clause
_SHORT = 4  # characters before the number: 人民币, 确保, 每年
_WHOM = frozenset({"岁", "周岁"})


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if (span := swallowed(facts, row)) is not None:
            words = facts.declaration.source.slice(span)
            message = Message(
                f"“{words}”像指标值，却算在名称{quoted(row.name.value)}里了",
                f"“{words}” looks like a value, but is part of the name",
            )
            figure = like_figure(words, facts.catalog)
            yield span, message, None if figure else Edit(Span(span.start, span.start), "定性 ")


def swallowed(facts: Facts, row: Indicator) -> Span | None:
    """The last word of a name that looks like a value, where there is no target."""
    if row.target is not None:
        return None
    match = _LAST.search(row.name.value)
    if match is None or not (_like_value().search(match[1]) or like_figure(match[1], facts.catalog)):
        return None
    return facts.within(row.name, match.start(1), match.end(1))


def like_figure(words: str, catalog: Catalog) -> bool:
    """Whether words are a number with its unit or a day, and little else: 共3篇, 90（含）~95%, 12月31日（含）前."""
    half = figures(words).replace("（", "(").replace("）", ")")
    if _SHARE.search(half) or _POINTS.search(half) or _DAY.search(_NOTE.sub("", half)):
        return True
    bare = _TAIL.sub("", _NOTE.sub("", half))
    said = list(quantities(bare, catalog.unit))
    return bool(said and said[-1].unit.symbol not in _WHOM and not said[-1].rest and said[0].start <= _SHORT)


@cache
def _like_value() -> re.Pattern[str]:
    words = packaged("lexicon/values.toml")
    starts, ends, whole = (("|".join(words[key])) for key in ("starts", "ends", "whole"))
    return re.compile(f"^(?:{starts})|(?:{ends})(?:了|的)?$|^(?:{whole})$")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标的指标值写进了名称", "{count} values stand in names"),
    remedy=Message(
        "在它前面写“定性”，如：定性 效果显著。有数的写成符号、数和单位（>= 3 篇）、区间或期限。",
        "Write 定性 before it; a number behind a sign, a range, or a deadline.",
    ),
    mend=Message("在前面加“定性”", "write 定性 before it"),
    safe=False,
)

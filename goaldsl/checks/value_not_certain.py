"""A value that is nobody's target: 约30万人次, 19/20, 按月.

## 作用
指标值写了，却不是一个确定的数、日期或词：带“约、左右、近、余”，是分数，是 Excel 里的日期序列号，或者别的读不准的写法。

## 为什么
照样印在表上，但没法判断完成没有，年底也不能算分。

## 示例
```goal
数量指标 门诊诊疗人次 约30万人次
```

## 改法
写成确定的数，如 `>= 30 万人次`；区间写 `3～5 次`；期限写 `截止 2026-12-31`；说不成数的写 `定性 按月完成`。

## 依据
财预〔2015〕88号：绩效指标要细化、量化，具有可衡量性。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.excel_day import excel_day
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled, left_overs
from goaldsl.diagnostics import WARNING, Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QuantityTarget, UnreadableTarget

CODE = documented(
    "GC534",
    "value-not-certain",
    Message("指标值不确定", "a value that is no certain target"),
    WARNING,
    __doc__,
)

_SPAN = re.compile(r"(\d[\d.]*\s*[%‰]?)\s*[-—–]+\s*(\d[\d.]*.*)")


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if row.target is not None and (text := _text(row, facts)):
            meant = _meant(row, text)
            yield row.target.span, _said(row, text), Edit(row.target.span, meant) if meant else None


def _text(row: Indicator, facts: Facts) -> str:
    """The doubtful value of a row, "" where there is none."""
    target = row.target
    if isinstance(target, UnreadableTarget) and target.operator is None:
        doubtful = not is_unfilled(target.text) and not any(left_overs(target.text))
        return target.text if doubtful else ""
    return target.amount_text if excel_day(row) and isinstance(target, QuantityTarget) else ""


def _meant(row: Indicator, text: str) -> str:
    """What was probably meant; "" where only the author knows."""
    if day := excel_day(row):
        return f"截止 {day:%Y-%m-%d}"
    span = _SPAN.fullmatch(text)
    if span and not text.startswith(("19", "20")):  # 2023-06 is a month
        return f"{span[1]}～{span[2]}"
    return ""


def _said(row: Indicator, text: str) -> Message:
    name, meant = quoted(row.name.value), _meant(row, text)
    if day := excel_day(row):
        return Message(
            f"{name}的“{text}”像是 Excel 的日期序列号，即 {day.year}年{day.month}月{day.day}日",
            f"{name}: {text} looks like the serial number of {day} in Excel",
        )
    asked = f"，是不是 {meant}？" if meant else ""
    return Message(f"{name}的指标值“{text}”不是确定的目标{asked}", f"{name}: {text} is no certain target")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标值不是确定的数、日期或词", "{count} values are no certain target"),
    notes=(Message("照样印出，但不能检查、不能算分。", "It is printed, but nothing can check or score it."),),
    remedy=Message(
        "写成确定的数（>= 30 万人次）、区间（3～5 次）、期限（截止 2026-12-31），或者“定性”加一个词。",
        "Write a number, a range, 截止 and a date, or 定性 and a word.",
    ),
    mend=Message("改成读得准的写法", "write it so that it can be read"),
    safe=False,
)

"""Texts longer than the platform takes.

## 作用
超过预算管理一体化系统的字数上限：指标名称 300 字，指标值 1000 字，解释、评分标准、备注、年度目标 2000 字。

## 为什么
超过上限，系统存不进去，或者只存前一段。

## 示例
年度目标写了 2368 个字，比上限多 368 个字。

## 改法
压缩文字。标点、空格都算字数；年度目标按印出的全文算。

## 依据
财办〔2023〕12号《预算管理一体化规范（2.0版）》：绩效目标各字段的长度。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Finding, Message, Severities, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.review.places import one_finding

CODE = documented(
    "GC508",
    "too-long",
    Message("字数超过系统上限", "a text longer than the platform takes"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    __doc__,
)

_NAME, _VALUE, _TEXT = 300, 1000, 2000
_GOALS = ("goals", "long_term_goals")


def check(facts: Facts) -> Iterator[Finding]:
    found = [*_long_cells(facts), *_long_goals(facts)]
    if not found:
        return
    found.sort(key=lambda entry: entry[0] - entry[1], reverse=True)
    length, limit, what, _ = found[0]
    yield from one_finding(
        CODE,
        (
            (span, Message(f"{what}有 {length} 字，上限 {limit} 字", f"{length} characters, at most {limit}"))
            for length, limit, what, span in found
        ),
        lambda _: Message(
            f"{what}有 {length} 字，超过系统上限 {limit} 字",
            f"{length} characters; the platform takes {limit}",
        ),
        notes=(
            Message(
                "上限：名称 300 字，指标值 1000 字，其他文字 2000 字。",
                "Limits: names 300, values 1000, texts 2000 characters.",
            ),
        ),
        remedy=Message("压缩文字。", "Shorten the text."),
    )


def _long_cells(facts: Facts) -> Iterator[tuple[int, int, str, Span]]:
    """Length, limit, what it is and where."""
    for indicator in facts.indicators:
        yield from _long_cells_of(indicator)


def _long_cells_of(indicator: Indicator) -> Iterator[tuple[int, int, str, Span]]:
    name, printed = indicator.name, indicator.printed
    if len(name.value) > _NAME:
        yield len(name.value), _NAME, f"指标名称{quoted(name.value)}", name.span
    if len(printed.value) > _VALUE and indicator.target is not None:
        yield len(printed.value), _VALUE, f"{quoted(name.value)}的指标值", indicator.target.span
    for what, text, place in (
        ("解释", printed.explanation, indicator.explanation),
        ("评分标准", printed.criterion, indicator.criterion),
        ("备注", printed.remark, indicator.remark),
    ):
        if len(text) > _TEXT:
            yield len(text), _TEXT, f"{quoted(name.value)}的{what}", place.span if place else name.span


def _long_goals(facts: Facts) -> Iterator[tuple[int, int, str, Span]]:
    for key in _GOALS:
        field = facts.declaration.field(key)
        if field is None:
            continue
        length = sum(len(item.number) + len(item.text.value) for item in field.items) or len(field.text.value)
        if length > _TEXT:
            yield length, _TEXT, f"“{field.label.value}”", field.label.span


CHECK = Check(CODE, check)

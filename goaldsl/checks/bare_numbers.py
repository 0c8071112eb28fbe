"""Numbers without an operator: what to say of them, whichever column the form has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import suggested_operator
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Code, Edit, Finding, Fix, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import UnreadableTarget
from goaldsl.review.places import in_each_place

_SPAN = re.compile(r"(\d[\d.]*\s*[%‰]?)\s*[-—–]+\s*(\d[\d.]*.*)")


def bare_numbers(code: Code, facts: Facts) -> Iterator[Finding]:
    """One finding for all of them, with the operator that each class suggests as a fix."""
    rows = [
        (indicator, target, _suggested(indicator, target.text, facts))
        for indicator in facts.indicators
        if isinstance(target := indicator.target, UnreadableTarget) and target.operator is None
    ]
    yield from in_each_place(
        code,
        (
            (
                target.span,
                Message(
                    f"{quoted(indicator.name.value)}的指标值“{target.text}”没有符号，是不是 {whole}？",
                    f"{quoted(indicator.name.value)}: {target.text} has no operator; {whole}?",
                ),
            )
            for indicator, target, whole in rows
        ),
        lambda count: Message(f"{count} 个指标值只有数，没有符号", f"{count} targets have no operator"),
        notes=(
            Message(
                "没有符号，不知道是不低于、不超过还是正好。",
                "Without it nobody knows whether more or less is better.",
            ),
        ),
        remedy=Message(
            "在数前面写 >=、<= 或 =，日期写“截止”。",
            "Write >=, <= or = before the number, 截止 before a date.",
        ),
        fix=Fix(
            Message("按分类加上符号", "add the operator the class suggests"),
            tuple(Edit(target.span, whole) for _, target, whole in rows),
            safe=False,
        ),
    )


def _suggested(indicator: Indicator, text: str, facts: Facts) -> str:
    """The target that was probably meant: 3-5 次 is a span, other numbers lack an operator."""
    span = _SPAN.fullmatch(text)
    if span and not text.startswith(("19", "20")):  # 2023-06 is a month
        return f"{span[1]}～{span[2]}"
    return f"{suggested_operator(indicator, text, facts)} {text}"

"""年度目标照抄职责。

## 作用
逐句比较年度目标与职责。三分之一以上的文字照抄职责的，报一条，列出照抄的条目。带数字的句子和很短的套话（如“完成上级交办的其他工作”）不算。

## 为什么
职责写单位长期做什么，年度目标写今年做到什么程度。照抄职责的目标每年都一样，到年底无从判断完成没有。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
职责
  1、负责全县各级各类档案的接收、保管、整理和提供利用工作。
年度目标
  1、负责全县各级各类档案的接收、保管、整理和提供利用工作。
```

## 改法
写今年要完成的事、数量、质量和时限，例如“年底前接收2025年度文书档案2000卷，数字化率达到90%”。

## 依据
财预〔2015〕88号：绩效目标要指向明确、细化量化；审核的相关性要求目标依据职责和年度计划设定，而不是重复职责。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.likeness import bare, copied_share, runs
from goaldsl.checks.text.measures import promises_measure
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.declaration import Item
from goaldsl.review.places import one_finding

CODE = documented(
    "GC250",
    "goals-copy-duties",
    Message("年度目标照抄职责", "the goals copy the duties"),
    WARNING,
    __doc__,
)
_SENTENCE_END = re.compile(r"[。；;\n]")
_SHORTEST = 12  # characters: shorter sentences are phrases every department writes
_SAME = Fraction(4, 5)
_TOO_MUCH = Fraction(1, 3)


def check(facts: Facts) -> Iterator[Finding]:
    duties = runs(bare("\n".join(item.text.value for item in facts.declaration.items("duties"))))
    if not duties or not facts.goals:
        return
    copied = [_copied_characters(item, duties) for item in facts.goals]
    total = sum(len(bare(item.text.value)) for item in facts.goals)
    if not sum(copied) or sum(copied) < total * _TOO_MUCH:
        return
    share = round(100 * sum(copied) / Fraction(total))
    yield from one_finding(
        CODE,
        (
            (item.span, _told(item, characters))
            for item, characters in zip(facts.goals, copied, strict=True)
            if characters
        ),
        lambda count: Message(
            f"年度目标有 {count} 条照抄职责，占文字的 {share}%",
            f"{count} goals copy the duties, {share}% of the text",
        ),
        notes=(
            Message(
                "职责写长期做什么，目标写今年做到什么程度；财预〔2015〕88号要求目标细化、量化。",
                "Duties say what is done for years, goals what is reached this year (财预〔2015〕88号).",
            ),
        ),
        remedy=Message(
            "改写成今年要完成的事项，写明数量、质量和时限，例如“完成调研报告3篇”。",
            "Write what will be done this year: how much, how well, until when.",
        ),
    )


def _told(item: Item, copied: int) -> Message:
    if 10 * copied >= 9 * len(bare(item.text.value)):
        return Message("与职责相同", "stands in the duties")
    return Message("有一部分与职责相同", "a part of it stands in the duties")


def _copied_characters(item: Item, duties: set[str]) -> int:
    """How many characters of an item are sentences of the duties."""
    sentences = (bare(part) for part in _SENTENCE_END.split(item.text.value) if not promises_measure(part))
    return sum(
        len(sentence)
        for sentence in sentences
        if len(sentence) >= _SHORTEST and copied_share(sentence, duties) >= _SAME
    )


CHECK = Check(CODE, check, counts=True)

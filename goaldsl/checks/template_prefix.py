"""A name or a goal that still begins as the sample in the empty form did.

## 作用
名称前面还留着模板的序号（“指标1工程完工率”），或以“如：”“例：”开头。

## 为什么
“指标1”是模板的行号，“如：”说明后面是样例；都不是名称的一部分，印出来会被当成没有改过的模板。

## 示例
```goal
表样 项目2015
质量指标 指标1工程完工率 = 100 %
```

## 改法
删去这几个字。可以自动改；是样例的，换成本单位自己的内容。

## 依据
表样说明：三级指标是对指标含义的简要描述，要求简洁明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.lexicon import expression
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import is_unfilled
from goaldsl.diagnostics import HINT, Edit, Message

CODE = documented(
    "GC123",
    "template-prefix",
    Message("开头是模板的字样", "a beginning left over from the empty form"),
    HINT,
    __doc__,
)

_BEGINNINGS = {"name": ("numbered", "sample"), "value": ("sample",), "goals": ("sample",)}


def _places(facts: Facts) -> Iterator[Mended]:
    for text in facts.texts:
        if (
            text.part in _BEGINNINGS
            and (match := expression("templates", *_BEGINNINGS[text.part]).match(text.words))
            and not is_unfilled(text.words)
        ):
            span = facts.within(text.text, *match.span())
            message = Message(
                f"{quoted(text.words)}开头的“{match[0]}”是模板的字样",
                f"“{match[0]}” comes from the empty form",
            )
            yield span, message, Edit(span, "")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 处开头留着模板的字样", "{count} beginnings come from the empty form"),
    remedy=Message("删去这几个字。", "Take these words out."),
    mend=Message("删去开头的模板字样", "take the beginning out"),
)

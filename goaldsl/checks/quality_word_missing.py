"""`定性` without the word that says what is to be reached.

## 作用
写了 `定性`，后面没有写要达到的程度。

## 为什么
定性指标的指标值就是那个词，例如“明显提高”；空着等于没有目标。

## 示例
```goal
社会效益指标 群众办事便利程度 定性
```

## 改法
在 `定性` 后面写要达到的程度，并让它是评分标准里得满分的那一档。

## 依据
表样说明“指标值：指标类型为定性时，不受限制”；财预〔2015〕88号：定性表述应具有可衡量性。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import UNFINISHED, Message
from goaldsl.model.target import QualityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC102",
    "quality-word-missing",
    Message("定性指标没有写要达到的程度", "a qualitative target without its word"),
    UNFINISHED,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator in facts.indicators:
        if isinstance(indicator.target, QualityTarget) and not indicator.target.word.strip():
            message = Message(
                f"{quoted(indicator.name.value)}写了“定性”，没有写要达到的程度",
                f"{quoted(indicator.name.value)} is qualitative, but says nothing more",
            )
            yield indicator.target.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个定性指标没有写要达到的程度", "{count} qualitative targets say nothing"),
    remedy=Message(
        "在“定性”后面写一个词，如：定性 明显提高。", "Write the word behind 定性, such as 明显提高."
    ),
)

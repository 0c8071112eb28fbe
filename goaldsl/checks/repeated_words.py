"""The same words typed twice in a row.

## 作用
找出连着写了两遍的字词（“按计划计划在年底前完成”）和数（“854万854万”）。后一遍是更长的词的开头（机关机关党组织）、
动词重叠（讨论讨论）、“一个一个”一类不报。

## 为什么
多半是改稿时没有删净，或者粘贴了两次；数写两遍，读的人不知道以哪个为准。

## 示例
```goal
部门 县政务服务中心
时效指标 工作完成时间 截止 2026-12-31
  赋分 按计划计划在2026年12月31日前完成得10分，每推迟10天扣1分，扣完为止。
```

## 改法
核对后删去一遍。不自动改：两遍也可能是漏了中间的字。

## 依据
表样说明：三级指标要求“简洁明确、通俗易懂”；财预〔2015〕88号：绩效目标指向明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.repeats import repeating_lines, repeats
from goaldsl.diagnostics import HINT, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC525", "repeated-words", Message("字词重复", "words written twice in a row"), HINT, __doc__
)


def _places(facts: Facts) -> Iterator[Place]:
    lines = repeating_lines(facts.prose)
    if not lines:
        return
    for text in facts.texts:
        if text.words not in lines:
            continue
        for start, end in repeats(text.words):
            group = text.words[start : (start + end) // 2]
            message = Message(f"“{group}”连写了两遍", f"“{group}” stands twice in a row")
            yield facts.within(text.text, start, end), message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 处字词连写了两遍", "{count} places where words stand twice"),
    remedy=Message("核对后删去一遍。", "Take one of the two out."),
)

"""Marks of a web page or of Markdown in a text.

## 作用
文字里夹着网页代码（`<p>`、`&nbsp;`）和 Markdown 记号（`**重点**`）。

## 为什么
多半是从网页、聊天窗口粘贴来的。表上会照样印出这些符号。

## 示例
```goal
部门 县档案馆
年度目标
  完成**档案数字化**3万件
```

## 改法
删去这些符号。可以自动改。

## 依据
表样说明：三级指标要求“简洁明确、通俗易懂”；财预〔2015〕88号：绩效目标指向明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.markup import marks
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message

CODE = documented(
    "GC527", "stray-markup", Message("夹着网页代码", "marks of a web page in a text"), WARNING, __doc__
)

_SIGNS = ("<", "&", "**", "__", "\\")  # no markup without one of them


def _places(facts: Facts) -> Iterator[Mended]:
    if not any(sign in facts.prose for sign in _SIGNS):
        return
    for text in facts.texts:
        for mark in marks(text.words):
            span = facts.within(text.text, mark.start, mark.end)
            words = quoted(text.words[mark.start : mark.end])
            message = Message(f"文字里夹着{words}", f"{words} stands in the text")
            yield span, message, Edit(span, mark.meaning)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("文字里有 {count} 处网页代码或记号", "{count} marks of a web page"),
    notes=(Message("表上会照样印出。", "They would be printed as they are."),),
    remedy=Message("删去这些符号。", "Take them out."),
    mend=Message("删去这些符号", "take them out"),
)

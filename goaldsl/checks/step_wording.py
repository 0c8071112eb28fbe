"""每少于1次, where 每少1次 is meant.

## 作用
评分标准里把“每少1次”写成了“每少于1次”，“每低1%”写成了“每低于1%”。

## 为什么
“少于”是比较，“少”才是差额。“每少于1次扣2分”照字面读是次数不足1次时才扣，读不出差一次扣多少。

## 示例
```goal
表样 衡阳
数量指标 业务培训次数 >= 3 次 分值 3
  赋分 培训3次以上得满分，每少于1次扣1分
```

## 改法
去掉“于”字。可以自动改。

## 依据
表样说明“评（扣）分标准：填写指标完成情况评（扣）分标准”，说明举的各种写法没有“每少于”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import HINT, Edit, Message
from goaldsl.model.place import Span

CODE = documented(
    "GC524", "step-wording", Message("“每少于”应作“每少”", "“each less than” for “each less”"), HINT, __doc__
)

_SLIP = re.compile(r"每(?:少|低|高|超|多|晚|迟)于(?=\s*[\d一二三四五六七八九十])")


def _places(facts: Facts) -> Iterator[Mended]:
    if "于" not in facts.prose or not _SLIP.search(facts.prose):
        return
    for text in facts.texts:
        for match in _SLIP.finditer(text.words):
            span, words = facts.within(text.text, *match.span()), match[0]
            message = Message(f"“{words}”应作“{words[:-1]}”", f"“{words}” should read “{words[:-1]}”")
            yield span, message, Edit(Span(span.end - 1, span.end), "")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 处“每少”写成了“每少于”", "{count} times “each less than” for “each less”"),
    notes=(Message("“少于”是比较，“少”才是差额。", "少于 compares, 少 counts what is lacking."),),
    remedy=Message("去掉“于”字。", "Take 于 out."),
    mend=Message("去掉“于”字", "take 于 out"),
)

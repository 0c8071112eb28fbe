"""A bracket or quotation mark that is never closed, or never opened.

## 作用
文字里括号、引号、书名号不成对：有“（”没有“）”，两个都打成了“。全角半角混用、“1）”一类的序号不报。

## 为什么
多半是删改时丢了一半；丢的可能不止是括号。

## 示例
```goal
部门 县档案馆
年度目标
  完成档案数字化3万件（其中婚姻档案1万件
```

## 改法
补上另一半，或删去多余的一个。

## 依据
表样说明：三级指标要求“简洁明确、通俗易懂”；财预〔2015〕88号：绩效目标指向明确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC528",
    "unbalanced-brackets",
    Message("括号引号不成对", "a bracket without its other half"),
    HINT,
    __doc__,
)

_MARK = re.compile(r"[（）()【】《》“”]")
_ENUMERATOR = re.compile(
    r"(?:^|(?<=[\s；;。，,、：:！？.]))(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})[)）]"
)
_PAIRS = {"）": "（", "】": "【", "》": "《", "”": "“"}
_OPENERS = frozenset(_PAIRS.values())
_NEVER_NESTED = frozenset("“《")
_NAMES = {
    "（": "左括号", "）": "右括号", "【": "左方括号", "】": "右方括号",
    "《": "左书名号", "》": "右书名号", "“": "左引号", "”": "右引号",
}  # fmt: skip
_FULL_WIDTH = str.maketrans("()", "（）")


def _places(facts: Facts) -> Iterator[Place]:
    for text in facts.texts:
        if _MARK.search(text.words):
            at = _odd_one(_ENUMERATOR.sub(lambda match: " " * len(match[0]), text.words))
            if at is not None:
                mark = text.words[at].translate(_FULL_WIDTH)
                message = Message(
                    f"{quoted(text.words)}里有一个{_NAMES[mark]}不成对", f"a {mark} has no other half"
                )
                yield facts.within(text.text, at, at + 1), message


def _odd_one(words: str) -> int | None:
    """Where the first mark without its other half stands; marks of different kinds may cross."""
    open_marks: dict[str, list[int]] = {opener: [] for opener in _OPENERS}
    for match in _MARK.finditer(words.translate(_FULL_WIDTH)):
        mark = match[0]
        if mark in _OPENERS:
            if mark in _NEVER_NESTED and open_marks[mark]:
                return match.start()
            open_marks[mark].append(match.start())
        elif open_marks[_PAIRS[mark]]:
            open_marks[_PAIRS[mark]].pop()
        else:
            return match.start()
    return min((places[0] for places in open_marks.values() if places), default=None)


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 处括号、引号不成对", "{count} brackets without their other half"),
    remedy=Message("补上另一半，或删去多余的一个。", "Add the other half, or take it out."),
)

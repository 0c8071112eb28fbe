"""条目自带的序号有跳号或重号。

## 作用
职责、年度目标等栏目里，自带序号的条目逐条核对：7 后面是 9、①后面是④、同一个序号出现两次，都会指出位置。
下一层序号（一、之下的（一），1、之下的(1)）各自从头数；标点不同（1、与 1.）不算跳号。

## 为什么
跳号多半是删改时漏了一条，也可能是复制时丢了一条；重号使“对应目标 3”一类的说法有两个意思。

## 示例
```goal
部门 县委办公室
年度 2026
表样 芷江
职责
  7、负责全县外事工作、港澳事务、档案工作及对台工作的管理；
  9、承办县委和市委办公室交办的其他工作任务。
```
7 后面是 9，缺 8。

## 改法
核对是漏了一条还是号写错了。程序不会改序号；想由表样编号，把序号换成“- ”。

## 依据
财预〔2015〕88号：绩效目标审核的完整性，即内容完整。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.declaration import Item
from goaldsl.model.place import Span
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC154",
    "numbering",
    Message("序号跳号或重号", "a gap or a repeat in the numbering"),
    WARNING,
    __doc__,
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_COUNTER = re.compile(r"\d+|[一二三四五六七八九十]+")


class _Style(NamedTuple):
    """How a number is written; `marks` are the signs around it, told apart only inside one kind."""

    numeral: str
    kind: str
    marks: str


@dataclass(slots=True)
class _Level:
    """A run of numbers of one style, as far as it has been read."""

    style: _Style
    last: int
    printed: str

    def goes_on_with(self, style: _Style, value: int) -> bool:
        """1、 goes on with 2. (a slip of the pen), but 1. inside 1、 begins a run of its own."""
        return style == self.style or (style[:2] == self.style[:2] and value == self.last + 1)


def check(facts: Facts) -> Iterator[Finding]:
    for field in facts.declaration.fields:
        yield from in_each_place(
            CODE,
            _breaks(field.items),
            partial(_message, field.spec.label),
            notes=(Message("照原样印出，不会自动改号。", "They are printed as they are, never repaired."),),
            remedy=Message(
                "核对是漏了一条，还是号写错了；想自动编号，把序号换成“- ”。",
                "See whether an item is lost or a number is wrong; “- ” numbers the items for you.",
            ),
        )


def _message(label: str, count: int) -> Message:
    return Message(f"“{label}”的序号有 {count} 处不连续", f"{count} breaks in the numbers of “{label}”")


def _breaks(items: Sequence[Item]) -> Iterator[tuple[Span, Message]]:
    levels: list[_Level] = []
    restart = False
    for item in items:
        if not item.number or item.number_generated:
            restart = True
            continue
        printed = item.number.strip()
        style, value = _read(printed)
        level = _enter(levels, style, value)
        if level is None:
            levels.append(_Level(style, value, printed))
        else:
            if value != level.last + 1 and not (value == 1 and restart):
                yield _at(item), _break(level, value, printed)
            level.last, level.printed = value, printed
        restart = False


def _enter(levels: list[_Level], style: _Style, value: int) -> _Level | None:
    """The run a number goes on with, deeper ones closed; None when it opens a deeper one."""
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].goes_on_with(style, value):
            del levels[depth + 1 :]
            return levels[depth]
    return None


def _read(printed: str) -> tuple[_Style, int]:
    """How a number is written, and its value: （3） is 3 in brackets."""
    if unicodedata.category(printed[0]) == "No":
        return _Style("①", "", ""), int(unicodedata.numeric(printed[0]))
    match = _COUNTER.search(printed)
    assert match is not None
    before = unicodedata.normalize("NFKC", printed[: match.start()])
    marks = before + unicodedata.normalize("NFKC", printed[match.end() :])
    if match[0].isdecimal():
        return _Style("1", before, marks), int(match[0])
    return _Style("一", before, marks), _chinese(match[0])


def _chinese(words: str) -> int:
    """十二 is 12, 二十 is 20."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS[ones[-1]]
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones[-1]] if ones else 0)


def _break(level: _Level, value: int, printed: str) -> Message:
    if value == level.last:
        return Message(f"序号“{printed}”出现两次", f"the number {printed} stands twice")
    if value < level.last:
        return Message(
            f"序号“{level.printed}”后面是“{printed}”，倒回去了",
            f"the number {printed} follows {level.printed}",
        )
    lost = range(level.last + 1, value)
    words = str(lost[0]) if len(lost) == 1 else f"{lost[0]}～{lost[-1]}"
    return Message(
        f"序号“{level.printed}”后面是“{printed}”，缺 {words}",
        f"the number {printed} follows {level.printed}: {words} is missing",
    )


def _at(item: Item) -> Span:
    return Span(item.span.start, item.span.start + len(item.number.rstrip()))


CHECK = Check(CODE, check, counts=True)

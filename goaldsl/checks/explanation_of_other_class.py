"""An explanation that speaks of another class than the indicator's.

## 作用
效益指标的解释说的是另一类效益，例如社会效益指标解释成“对可持续发展所带来的影响”；或者解释里写着另一类的全名。

## 为什么
不是指标归错了类，就是解释从别的行复制来没有改；评分的人会照解释去看另一件事。

## 示例
```goal
表样 芷江
社会效益指标 提供强有力的人力资源保障 定性 效果明显 分值 15
  解释 考核部门履职对可持续发展所带来的直接或间接影响情况。
```

## 改法
核对这一行该归哪一类：归类对就改解释，解释对就改分类。

## 依据
表样说明“指标解释：是三级指标名称的概念性定义”；各类效益的含义见指标体系。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.lexicon import table
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Text
from goaldsl.review.places import Place

CODE = documented(
    "GC220",
    "explanation-of-other-class",
    Message("解释说的是另一类", "an explanation of another class"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    if not _effect().search(facts.prose) and "效益指标" not in facts.prose:
        return
    for row in facts.indicators:
        if row.explanation is None or row.category is None:
            continue
        own, said = row.category.level2, _named(row.explanation)
        if own in _effects() and said is not None and said[0] != own and not _speaks_of(own, row):
            name, start, end = said
            words = row.explanation.value[start:end]
            if words in row.name.value:
                continue
            message = Message(
                f"{quoted(row.name.value)}列在{own}，解释说的是“{words}”，属于{name}",
                f"{quoted(row.name.value)} stands under {own}, its explanation speaks of {name}",
            )
            yield facts.within(row.explanation, start, end), message


def _named(explanation: Text) -> tuple[str, int, int] | None:
    """The class that an explanation speaks of, and where."""
    match = _effect().search(explanation.value)
    if match is None:
        return None
    group = next(number for number, words in enumerate(match.groups(), 1) if words)
    return list(_effects())[group - 1], match.start(group), match.end(group)


def _speaks_of(own: str, row: Indicator) -> bool:
    assert row.explanation is not None
    return any(word in row.explanation.value or word in row.name.value for word in _effects()[own])


@cache
def _effects() -> dict[str, tuple[str, ...]]:
    """The classes of effects and the words that name them."""
    return {name: tuple(words) for name, words in table("explanations", "classes").items()}


@cache
def _effect() -> re.Pattern[str]:
    """对…所带来的影响, or a class by its full name; one group for each class."""
    classes = "|".join(
        f"({'|'.join(map(re.escape, words))}|{re.escape(name)})" for name, words in _effects().items()
    )
    return re.compile(
        f"(?:对[^，。；,;]{{0,12}}?|属于|反映|考核|考察|衡量)(?:{classes})"
        "(?=(?:方面)?(?:所|的)?(?:带来|产生|造成|形成|起到)?的?(?:直接或间接|直接|间接|积极|长远)?的?(?:影响|作用|贡献)|指标)"
    )


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 条解释说的不是本行的分类", "{count} explanations speak of another class"),
    remedy=Message(
        "归类对就改解释，解释对就改分类。", "Correct the explanation, or move the row to that class."
    ),
)

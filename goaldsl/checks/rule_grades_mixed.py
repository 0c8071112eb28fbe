"""Grades that do not belong to the target's word.

## 作用
定性指标的指标值是一个等级词，赋分的各档里却没有它，或者它不是得分最高的一档；或者各档混用了两套说法
（“有效推动”“无推动”和“效果良好”“效果一般”）。

## 为什么
指标值是“有效推动”，评出来的却是“效果良好”，谁也说不清差了几档。

## 示例
```goal
表样 芷江
社会效益指标 推动机关党建 定性 效果显著 分值 10 赋分 分档 效果明显 10, 效果一般 5
```

## 改法
各档用同一套说法，最高一档就是指标值。

## 依据
财预〔2021〕101号：定性指标按评判等级赋分，等级与指标值对应。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.checks.text.grades import is_vague_grade
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.rule import Grade
from goaldsl.model.target import QualityTarget
from goaldsl.scoring.function.words import number
from goaldsl.scoring.points import resolve

CODE = documented(
    "GR109",
    "rule-grades-mixed",
    Message("各档与指标值不是一套说法", "grades of another scale than the target"),
    WARNING,
    __doc__,
)
_SHORT = 2


def _told(row: ScoredRow) -> Iterator[Message]:
    found = _fault(row.rule)
    if found is not None:
        yield Message(row.name + found.zh, row.name + found.en)


@remembered
def _fault(rule: Scored) -> Message | None:
    shape, target = rule.rule.terms[0].shape, rule.subject.target
    if not isinstance(shape, Grade) or not isinstance(target, QualityTarget) or len(shape.grades) < 2:
        return None
    words = [grade.word for grade in shape.grades]
    listed = "、".join(words)
    earned = {grade.word: resolve(grade.points, rule.subject.score) or 0 for grade in shape.grades}
    best = max(words, key=lambda word: earned[word])
    if target.word in earned and earned[target.word] < earned[best]:
        return Message(
            f"的指标值“{target.word}”只得 {number(earned[target.word] + rule.full * 0)} 分，最高的一档是“{best}”",
            f": the target “{target.word}” is not the top grade, “{best}” is",
        )
    families = _families(words)
    if families is not None:
        one, other = families
        return Message(
            f"的各档混用了两套说法：“{one}”和“{other}”", f": the grades mix two scales, “{one}” and “{other}”"
        )
    akin = any(word in target.word or target.word in word for word in words)
    general = all(len(word) <= _SHORT for word in words)  # 优, 良, 中, 差 go with any words
    if not akin and not general and is_vague_grade(target.word):
        return Message(
            f"的指标值“{target.word}”不在各档（{listed}）里",
            f": the target “{target.word}” is none of the grades ({listed})",
        )
    return None


def _families(words: list[str]) -> tuple[str, str] | None:
    """One word each of two scales: words that share a pair of characters, with words of another such pair in between
    (有效推动, 效果良好, 效果一般, 无推动)."""
    pairs: dict[str, list[str]] = {}
    for word in words:
        for at in range(len(word) - 1):
            pairs.setdefault(word[at : at + 2], []).append(word)
    shared = [members for members in pairs.values() if 2 <= len(members) < len(words)]
    for outer in shared:
        inner = words[words.index(outer[0]) + 1 : words.index(outer[-1])]
        if len(outer) == 2 and len(inner) >= 2 and any(set(inner) == set(other) for other in shared):
            return outer[0], inner[0]
    return None


CHECK = rule_check(
    CODE,
    _told,
    several=Message(
        "{count} 条规则的各档与指标值对不上", "{count} rules grade by other words than their target's"
    ),
    remedy=Message(
        "各档用同一套说法，最高一档就是指标值。", "Use one scale, with the target's word at its top."
    ),
)

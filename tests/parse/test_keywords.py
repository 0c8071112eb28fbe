"""关键词表和语法是一回事：表里的每个写法，语法在每个该认的地方都认。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from goaldsl.parse import parse_rule
from goaldsl.parse.keywords import BASES, CLAUSES, FURTHER, MODIFIERS, SHAPES, ClauseKind, Keyword
from goaldsl.parse.syntax import IndicatorLine
from tests.parse.reading import parsed, reading

VALUES = {
    ClauseKind.SCORE: "10",
    ClauseKind.RULE: "按比例",
    ClauseKind.SUPPORTS: "调研",
    ClauseKind.WAS: "旧名",
    ClauseKind.ID: "A01",
    ClauseKind.ACCEPT: "[GC501]：理由",
    ClauseKind.AREA: "甲县 >= 3 篇",
    **dict.fromkeys((ClauseKind.ANNUAL, *FURTHER[:-1]), ">= 3 篇"),
}
CONTEXTS = {
    "名称": "数量指标 甲",
    "数量": "数量指标 甲 >= 3",
    "单位": "数量指标 甲 >= 3 篇",
    "百分号": "质量指标 甲 >= 95%",
    "定性": "社会效益指标 甲 定性 明显 提高",
    "期限": "时效指标 甲 截止 2026-12-31",
    "区间": "数量指标 甲 90..110 人",
    "没有符号的数": "数量指标 车辆 10辆",
    "读不出的目标": "数量指标 甲 >= 按月安排",
    "分值": "数量指标 甲 >= 3 篇 分值 10",
    "规则": "数量指标 甲 >= 3 篇 赋分 按比例",
    "标签": "数量指标 甲 >= 3 篇 对应目标 调研, 办文",
    "编号": "数量指标 甲 >= 3 篇 编号 A01",
}


def spellings(table: Mapping[Any, Keyword]) -> list[tuple[Any, str]]:
    return [(kind, spelling) for kind, keyword in table.items() for spelling in keyword.spellings]


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
@pytest.mark.parametrize(("kind", "spelling"), spellings(CLAUSES))
def test_clause_keywords(kind: ClauseKind, spelling: str, context: str) -> None:
    """写在名称、目标或别的子句后面，都起作用，也不改动前面的内容。"""
    blank = "" if kind is ClauseKind.ACCEPT else " "
    syntax = parsed(f"{context} {spelling}{blank}{VALUES.get(kind, '文字')}\n")
    (line,) = syntax.statements
    assert isinstance(line, IndicatorLine)
    assert line.clauses
    assert line.clauses[-1].kind is kind or syntax.findings[0].code.code == "GS006"
    assert {finding.code.code for finding in syntax.findings} <= {"GS006"}
    assert reading(syntax)[0].startswith(reading(parsed(context + "\n"))[0])


SHAPED = {
    "pass": "{}",
    "ratio": "{}",
    "deduct": "{} 1 每 1%",
    "award": "{} 1 每 1 篇",
    "grade": "{} 好 10, 中 5",
    "bands": "{} >= 95% 10, >= 80% 5",
    "points": "{} 60% 0, 100% 10",
    "checklist": "{} 有制度 5, 有专人 5",
    "judged": "{} 优 10-9",
    "manual": "{} 由考核组评定",
}
MODIFIED = {
    "floor": "按比例 {} 60%",
    "cutoff": "按比例 {} 60%",
    "tolerance": "按比例 {} 3%",
    "cap": "每低1%扣1 {} 5",
    "base": "按比例 {} 8",
    "bonus": "按比例 {} 1 每 10%",
    "started": "每低1%扣1 {}",
    "pro rata": "每低1%扣1 {}",
    "signed": "每低1%扣1 {}",
    "else": "分档 好 10 {} 2",
    "linear": "按比例 {}",
    "inverse": "按比例 {}",
    "full": "分档 好 {}",
    "less": "分档 好 {} 3",
}


@pytest.mark.parametrize(("kind", "spelling"), spellings(SHAPES))
def test_shape_keywords(kind: str, spelling: str) -> None:
    """每种规则的每个写法都成规则，同一种规则读成一样。"""
    rule = parse_rule(SHAPED[kind].format(spelling))
    assert rule is not None
    assert rule == parse_rule(SHAPED[kind].format(SHAPES[kind].chinese))


@pytest.mark.parametrize(("kind", "spelling"), spellings(BASES))
def test_basis_keywords(kind: str, spelling: str) -> None:
    rule = parse_rule(f"{spelling} {'投诉 ' if kind == 'count' else ''}每1次扣1")
    assert rule is not None
    assert rule.terms[0].basis.kind == kind


@pytest.mark.parametrize(("kind", "spelling"), [pair for pair in spellings(MODIFIERS) if pair[0] in MODIFIED])
def test_modifier_keywords(kind: str, spelling: str) -> None:
    rule = parse_rule(MODIFIED[kind].format(spelling))
    assert rule is not None
    assert rule == parse_rule(MODIFIED[kind].format(MODIFIERS[kind].chinese))


@pytest.mark.parametrize(
    ("kind", "spelling"), [pair for pair in spellings(MODIFIERS) if pair[0] in ("over", "short")]
)
def test_direction_keywords(kind: str, spelling: str) -> None:
    """每超、每少的各种说法；英文写在 per 后面。"""
    rule = parse_rule(f"deduct 1 per {spelling} 1%" if spelling.isascii() else f"每{spelling}1%扣1分")
    canonical = parse_rule("每超1%扣1分" if kind == "over" else "每少1%扣1分")
    assert rule is not None
    assert rule == canonical


def test_remaining_keywords() -> None:
    """“每”和“以……为基数”各有自己的位置。"""
    assert parse_rule("扣分 1 每 1%") == parse_rule("deduct 1 per 1%")
    assert parse_rule("按比例 以 90% 为基数") == parse_rule("ratio of 90%") is not None
    assert set(MODIFIERS) == {*MODIFIED, "over", "short", "per", "of"}
    assert set(SHAPES) == set(SHAPED)

"""One rule, several spellings, one canonical form in each language and one published form (记法.md)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goaldsl.parse import parse_rule
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.resolution import resolved
from tests.scoring.indicators import read, rows, subject
from tests.scoring.publishing import data, rule_from_data

TABLE = Path(__file__).parent / "记法.md"
INDICATOR, _ = read("质量指标 群众满意度 >= 95 % 分值 10 赋分 按比例")


@pytest.mark.parametrize(("typed", "chinese", "english", "published"), rows(TABLE))
def test_notation(typed: str, chinese: str, english: str, published: str) -> None:
    rule = parse_rule(typed)
    assert rule is not None
    assert (dsl(rule), dsl(rule, english=True)) == (chinese, english)
    assert json.dumps(data(rule, subject(INDICATOR)), ensure_ascii=False) == published
    assert rule_from_data(json.loads(published)) == resolved(rule, subject(INDICATOR))


def test_a_share_of_the_target_is_told_from_percentage_points() -> None:
    """同样写“每少10%”，在人次上是计划值的10%，在百分率上是10个百分点。"""
    people, _ = read("数量指标 培训人次 >= 500 人次 分值 10 赋分 每少10%扣1分")
    rate, _ = read("质量指标 合格率 >= 95% 分值 10 赋分 每少10%扣1分")
    assert people.rule
    assert rate.rule
    of_target = {"amount": "10", "unit": "%", "of_target": True}
    assert data(people.rule, subject(people))["step"] == of_target
    assert data(rate.rule, subject(rate))["step"] == {"amount": "10", "unit": "%"}


def test_an_unknown_kind_of_rule_is_refused() -> None:
    """不认识的规则种类不会悄悄变成别的。"""
    with pytest.raises(ValueError, match="lottery"):
        rule_from_data({"kind": "lottery"})

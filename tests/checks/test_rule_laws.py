"""规则检查（GR1）对任何规则、任何指标都查得完，说的实际值和得分都对得上。"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import load
from goaldsl.checks import rule_exceeds_points, rule_full_below_target, rule_not_monotone
from goaldsl.checks.facts import Facts
from goaldsl.checks.registry import CHECKS
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.place import Located
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Declared
from goaldsl.parse import parse
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.subject import Subject
from goaldsl.source import Source
from tests.scoring.strategies import rules, subjects

_EVERY = settings(max_examples=120, deadline=None)


@cache
def _template() -> Declaration:
    text = "表样 芷江\n年度 2026\n数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例\n"
    return bind(parse(Source("指标.goal", text), load()), load(), Defaults())[0]


def _facts(rule: Rule, subject: Subject) -> Facts:
    declaration = _template()
    score = Located(subject.score or Decimal(10))
    indicator: Indicator = replace(
        declaration.indicators[0],
        scoring=Declared(rule),
        target=subject.target,
        direction=subject.direction,
        score=score,
    )
    return Facts(replace(declaration, indicators=(indicator,)), load())


@given(rules(), subjects())
@_EVERY
def test_every_rule_can_be_examined(rule: Rule, subject: Subject) -> None:
    """查得完；每条意见有中文、英文和改法，一个指标同一项最多说一次。"""
    facts = _facts(rule, subject)
    for check in CHECKS:
        if check.code.code.startswith("GR1"):
            found = list(check.check(facts))
            assert len(found) <= 1
            assert all(finding.message.zh and finding.message.en and finding.remedy for finding in found)


@given(st.lists(st.tuples(rules(), subjects()), min_size=1, max_size=3))
@_EVERY
def test_witnesses_are_true(pairs: list[tuple[Rule, Subject]]) -> None:
    """指出的实际值，照规则算出来正是那个分。"""
    for rule, subject in pairs:
        for _, row in _facts(rule, subject).score_functions:
            if row.curve is None:
                continue
            excess = rule_exceeds_points.excess(row)
            if excess is not None:
                only = row.function.as_written.only
                assert only is not None and isinstance(only.values, Curve)
                assert only.values.at(excess.x) == excess.points > row.full
            fallen = rule_not_monotone.fall(row)
            if fallen is not None:
                worse, good = fallen
                assert row.curve.at(worse.x) == worse.points > good.points == row.curve.at(good.x)
            generous = rule_full_below_target.generous(row)
            if generous is not None:
                assert row.curve.at(generous) == row.full

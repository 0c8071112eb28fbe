"""推算的话：任何规则、任何答案都说得出；说到的加减就是得分，说不清的只说按评分标准计算。"""

from __future__ import annotations

import os
import re
from fractions import Fraction
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goaldsl.actuals.force import InForce
from goaldsl.catalog import load
from goaldsl.catalog.toml_reading import read_toml
from goaldsl.evaluation.derivation import derived
from goaldsl.model.rule import Modifiers, Rule
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.subject import Subject
from tests.interchange.declarations import ROOT
from tests.interchange.declarations import declared as whole
from tests.score.cases import read
from tests.scoring.function.answers import answer
from tests.scoring.strategies import rules, subjects, terms

EXAMPLES = 300 if os.environ.get("CI") else 30  # a desk need not draw them all


def force(rule: Rule, subject: Subject) -> InForce | None:
    function = lower(rule, subject, load().unit)
    return InForce(rule, subject, function, load().unit) if isinstance(function, ScoreFunction) else None


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data(), rules(), subjects())
def test_every_score_can_be_told(data: st.DataObject, rule: Rule, subject: Subject) -> None:
    """每个得分都说得出来，以逗号或“计算”结束，接“得几分”。"""
    found = force(rule, subject)
    assume(found is not None)
    assert found is not None and found.function is not None
    known = {question: answer(data.draw, question) for question in found.function.questions}
    words = derived(found, known, found.function.points(known).low)
    assert words.endswith(("，", "按评分标准计算"))
    assert "None" not in words and "Fraction" not in words


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data(), terms, subjects())
def test_deductions_told_are_deducted(data: st.DataObject, term: object, subject: Subject) -> None:
    """说“扣 x 分”的，得分就是分值减 x。"""
    rule = Rule((term,), Modifiers())  # type: ignore[arg-type]
    found = force(rule, subject)
    assume(found is not None)
    assert found is not None and found.function is not None
    known = {question: answer(data.draw, question) for question in found.function.questions}
    exact = found.function.points(known).low
    match = re.search(r"，扣 (-?[\d.]+) 分，$", derived(found, known, exact))
    if match and subject.score is not None:
        assert exact == Fraction(subject.score) - Fraction(match[1])


def test_example_of_the_guide() -> None:
    """指南里的例子读得通。"""
    guide = (ROOT / "grammar" / "guide" / "年终自评.md").read_text("utf-8")
    example = re.search(r'```\n("部门".*?)```', guide, re.DOTALL)
    assert example is not None
    text = example[1].replace("某局", "中共芷江侗族自治县委员会办公室")
    assert read_toml(text).findings == ()
    goal = Path(ROOT / "goals" / "2026" / "县委办公室.goal")
    _, findings, _ = read(whole(goal.read_text("utf-8")), text, so_far=True)
    assert [finding.message.zh for finding in findings] == []

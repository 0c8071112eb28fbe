"""偷换目标：自评与批复的申报表逐项对照，改过指标值、分值、标准、目标文字，增删指标，都是强制性问题。"""

from __future__ import annotations

import pytest

from goaldsl.catalog import load
from goaldsl.diagnostics import Finding, Severity
from goaldsl.emit.declaration import document
from goaldsl.emit.self_evaluation import self_evaluation
from goaldsl.evaluation.substitution import substitutions
from goaldsl.model.place import Span
from tests.score.cases import HEAD, declared, evaluated, filled_in

GOALS = "年度目标\n  1、完成调研报告3篇\n"
ROWS = """数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
服务对象满意度指标 群众满意度 >= 95% 分值 10 赋分 每低1%扣0.5分
"""
ANSWERS = {"调研报告完成篇数": '"实际完成值" = 3\n', "群众满意度": '"实际完成值" = 96\n'}


def changes(rows: str, head: str = HEAD + GOALS, answers: dict[str, str] | None = None) -> list[Finding]:
    """What an evaluation of `rows` changed of the approved ROWS."""
    evaluation, _ = evaluated(declared(rows, head), filled_in(answers or ANSWERS))
    approved = document(declared(ROWS, HEAD + GOALS), load(), "0.1.0")
    made = self_evaluation(evaluation, "0.1.0")
    return list(substitutions(made, approved, lambda row: Span(0, 0) if row is None else Span(row, row + 1)))


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.message.zh) for finding in findings]


def test_nothing_changed() -> None:
    """照批复的目标自评，没有问题；行的先后不论。"""
    assert changes(ROWS) == []
    assert changes("\n".join(reversed(ROWS.splitlines())) + "\n") == []


def test_lowered_target() -> None:
    """改低指标值：只报一次，不把跟着变的句子另报。"""
    assert told(changes(ROWS.replace(">= 95%", ">= 90%"))) == [
        ("GA202", "“群众满意度”的指标值批复为“≥95%”，自评用的是“≥90%”")
    ]


def test_moved_points() -> None:
    assert told(changes(ROWS.replace("3 篇 分值 10", "3 篇 分值 6"))) == [
        ("GA203", "“调研报告完成篇数”的分值批复为“10”，自评用的是“6”")
    ]


def test_softer_rule() -> None:
    """放宽评分标准。"""
    (found,) = changes(ROWS.replace("扣0.5分", "扣0.1分"))
    assert found.code.code == "GA204"
    assert "每下降1%扣0.5分" in found.message.zh or "扣0.5分" in found.message.zh
    assert "扣0.1分" in found.message.zh
    assert found.span == Span(1, 2)


def test_dropped_and_added_indicator() -> None:
    """换掉一个指标：原来的没有自评，新的没有批复。"""
    answers = {"调研报告完成篇数": '"实际完成值" = 3\n', "干部满意度": '"实际完成值" = 96\n'}
    found = told(changes(ROWS.replace("群众满意度 ", "干部满意度 "), answers=answers))
    assert [code for code, _ in found] == ["GA205", "GA206"]
    assert "批复的指标“群众满意度”没有自评" in found[0][1]


def test_moved_class() -> None:
    (found,) = changes(ROWS.replace("数量指标 调研", "质量指标 调研"))
    assert told([found]) == [("GA208", "“调研报告完成篇数”的二级指标批复为“数量指标”，自评用的是“质量指标”")]


def test_changed_goal() -> None:
    """改写年度目标。"""
    (found,) = changes(ROWS, head=HEAD + GOALS.replace("3篇", "若干"))
    assert told([found]) == [("GA207", "年度目标原为“1、完成调研报告3篇”，现为“1、完成调研报告若干”")]


@pytest.mark.parametrize("head", [HEAD.replace("2026", "2025"), HEAD.replace("某局", "另一个局")])
def test_another_declaration(head: str) -> None:
    """拿错了批复：只说拿错了，不逐项报不同。"""
    assert [code for code, _ in told(changes(ROWS, head + GOALS))] == ["GA201"]


def test_all_are_errors() -> None:
    for finding in changes(ROWS.replace(">= 95%", ">= 90%").replace("3 篇 分值 10", "3 篇 分值 6")):
        assert finding.code.severities.frozen is Severity.ERROR

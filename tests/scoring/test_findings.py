"""What is reported about rules that cannot mean what they say (赋分问题.md), and the pages of these codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goaldsl.diagnostics import Code, Severity, codes_in
from goaldsl.scoring import amount_codes, shape_codes
from tests.scoring.indicators import read, rows

HERE = Path(__file__).parent
_EXPECTED = re.compile(r"(GB\d{3}) “(.*?)” (.*?)(?= GB\d|$)")


@pytest.mark.parametrize(("line", "expected"), rows(HERE / "赋分问题.md"))
def test_finding(line: str, expected: str) -> None:
    _, findings = read(line)
    about_rules = [finding for finding in findings if finding.code.code.startswith("GB3")]
    promised = _EXPECTED.findall(expected)
    assert bool(promised) != (expected == "（不报）")
    found = [(finding.code.code, line[finding.span.start : finding.span.end]) for finding in about_rules]
    assert found == [(code, words) for code, words, _ in promised]
    for finding, (_, _, said) in zip(about_rules, promised, strict=True):
        remedy = finding.remedy.zh if finding.remedy else ""
        assert said in finding.message.zh + remedy


@pytest.mark.parametrize("code", codes_in(shape_codes, amount_codes), ids=lambda code: code.code)
def test_the_example_of_each_page_is_reported(code: Code) -> None:
    """说明页里的示例真的会报出这个代码，五个小节齐全。"""
    assert re.findall(r"^## (.+)$", code.page, re.MULTILINE) == ["作用", "为什么", "示例", "改法", "依据"]
    example = re.search(r"```goal-error\n(.*?)\n```", code.page, re.DOTALL)
    assert example
    _, findings = read(example.group(1))
    assert code in [finding.code for finding in findings]


def test_the_offered_fix_makes_the_rule_clear() -> None:
    """“按比例”补上“线性”以后不再报；这样的改动不会自动去做。"""
    line = "经济成本指标 支出总额 <= 5 万元 分值 20 赋分 按比例"
    _, findings = read(line)
    fix = next(finding.fix for finding in findings if finding.code.code == "GB301")
    assert fix is not None
    assert not fix.safe
    (edit,) = fix.edits
    mended = line[: edit.span.start] + edit.text + line[edit.span.end :]
    assert mended.endswith("按比例 线性")
    _, left = read(mended)
    assert not [finding for finding in left if finding.code.code.startswith("GB3")]


def test_a_rate_scored_by_weeks_is_only_a_hint() -> None:
    """及时率按周扣分是真实的写法，只提示，不算错误。"""
    _, findings = read("时效指标 工作完成及时率 = 100% 分值 5 赋分 每推迟1周扣0.5分")
    about_rules = [finding for finding in findings if finding.code.code.startswith("GB3")]
    assert [finding.code.severities.frozen for finding in about_rules] == [Severity.HINT]

"""填报的问题指到行列，说清缘由；改好的不报：案例在 填报问题.md。"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from goaldsl.catalog import load
from goaldsl.diagnostics import Finding
from goaldsl.evaluation.accepting import not_accepted
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.source import Source
from tests.score.cases import declared, read

TEXT = (Path(__file__).parent / "填报问题.md").read_text(encoding="utf-8")
_GOAL = re.search(r"```goal\n(.*?)```", TEXT, re.DOTALL)
assert _GOAL is not None
ROWS = _GOAL[1]
_BLOCK = re.compile(r"^```toml\n(.*?)^```\n(.*?)(?=^```|^## |\Z)", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"^- (\d+):(\d+) (\w+) “(.*?)” (.+)$", re.MULTILINE)
_SOUND = {
    "调研报告完成篇数": '"实际完成值" = 3',
    "举办活动次数": '"实际完成值" = 12',
    "工作完成时间": '"实际完成日期" = 2026-12-20',
    "政府公信力": '"实际完成值" = "效果明显"',
    "方便群众": '"评判等级" = "基本达成目标"\n"评定得分" = 10',
    "群众满意度": '"实际完成值" = 96',
    "部门预算支出金额": '"实际完成值" = 99',
    "三公经费": '"实际完成值" = 3\n"上年实际数" = 4',
}
_BUDGET = '["预算"]\n"全年预算数" = 100\n"全年执行数" = 100\n'


class Case(NamedTuple):
    """A text, and what is found in it: place, code, words, message."""

    text: str
    expected: list[tuple[str, ...]]


CASES = [Case(text, _ITEM.findall(rest)) for text, rest in _BLOCK.findall(TEXT)]


def completed(text: str) -> str:
    """The text with sound answers for everything it does not speak of."""
    rows = "".join(
        f'["指标"."{name}"]\n{answer}\n'
        for name, answer in _SOUND.items()
        if f'"{name}"]' not in text and not (name == "群众满意度" and "群众满意率" in text)
    )
    english = rows.replace('["指标".', "[indicators.") if "[indicators." in text else rows
    return text + ("" if '["预算"]' in text else _BUDGET) + english


def found(text: str) -> tuple[list[Finding], Source]:
    declaration = declared(ROWS)
    actuals, findings, source = read(declaration, completed(text))
    return not_accepted([*findings, *evaluate(declaration, actuals, load())[1]], actuals), source


def test_all_blocks_are_cases() -> None:
    """每个块不是列出问题，就是写明不报。"""
    assert len(CASES) == TEXT.count("\n```toml\n")
    assert [
        rest for _, rest in _BLOCK.findall(TEXT) if "（不报）" not in rest and not _ITEM.search(rest)
    ] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text.replace("\n", " ")[:50])
def test_findings(case: Case) -> None:
    findings, source = found(case.text)
    told = {
        (str(place.line), str(place.column), finding.code.code, source.slice(finding.span))
        for finding in findings
        for place in [source.position(finding.span.start)]
    }
    assert told == {each[:4] for each in case.expected}, [finding.message.zh for finding in findings]
    for *_, part in case.expected:
        assert any(part in finding.message.zh for finding in findings), [f.message.zh for f in findings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text.replace("\n", " ")[:50])
def test_fixes_are_never_unasked(case: Case) -> None:
    """改数字、改名称都要本人确认。"""
    for finding in found(case.text)[0]:
        if finding.code.code.startswith("GA"):
            assert finding.fix is None or not finding.fix.safe

"""Sentences as departments write them, and the rules that they are (the Markdown files beside this one).

A heading gives the indicator; each row a sentence, the rule it states (— where it states none that can be computed)
and what of it disagrees with the indicator.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from goaldsl.model.scoring import Disagreement
from goaldsl.parse import parse_rule
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.reading import Read, Reading
from goaldsl.scoring.reading import read as read_sentence
from tests.scoring.indicators import read, subject
from tests.scoring.reading.same import said

HERE = Path(__file__).parent
NO_RULE = "—"
_ABOUT = {Disagreement.TARGET: "指标值", Disagreement.POINTS: "分值"}

Case = tuple[str, str, str, str]


def cases(path: Path) -> Iterator[Case]:
    """Indicator, sentence, rule, disagreements."""
    indicator = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            indicator = line.removeprefix("## ").strip("` ")
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and not cells[0].startswith(("--", "句子")):
            sentence, rule, remarks = (*cells, "")[:3]
            yield indicator, sentence, rule.strip("`"), remarks


def disagreements(reading: Reading) -> str:
    return "，".join(f"{_ABOUT[remark.about]} {remark.said}" for remark in reading.remarks)


ALL = [case for path in sorted(HERE.glob("*.md")) for case in cases(path)]


@pytest.mark.parametrize(("line", "sentence", "rule", "remarks"), ALL)
def test_sentence(line: str, sentence: str, rule: str, remarks: str) -> None:
    indicator, _ = read(line)
    about = subject(indicator)
    reading = read_sentence(sentence, about)
    assert disagreements(reading) == remarks
    if rule == NO_RULE:
        assert not isinstance(reading, Read), dsl(reading.rule)
        return
    assert isinstance(reading, Read), sentence[reading.stopped_at :]
    expected = parse_rule(rule)
    same = expected is not None and said(reading.rule, about) == said(expected, about)
    assert same or dsl(reading.rule) == rule, dsl(reading.rule)


def test_there_are_many() -> None:
    """收集的句子不少于 250 句，其中不成规则的不少于 60 句。"""
    assert len({(line, sentence) for line, sentence, _, _ in ALL}) >= 250
    assert sum(rule == NO_RULE for _, _, rule, _ in ALL) >= 60

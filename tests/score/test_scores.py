"""每种评分规则的得分和推算的话：案例在 得分.md。"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from goaldsl.catalog import load
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.scoring.points import plain
from tests.score.cases import declared, filled_in, read

TEXT = (Path(__file__).parent / "得分.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"```goal\n(.*?)```\n\n((?:\|[^\n]*\n)+)", re.DOTALL)
_ANSWER = re.compile(r"`([^`]+)`")


class Case(NamedTuple):
    """An indicator, what was filled in, and what comes of it."""

    row: str
    answers: str
    points: str
    words: str


def _cases() -> list[Case]:
    found = []
    for row, table in _BLOCK.findall(TEXT):
        for line in table.splitlines()[2:]:
            _, filled, points, words, _ = (cell.strip() for cell in line.split("|"))
            found.append(Case(row, "\n".join(_ANSWER.findall(filled)), points, words))
    return found


CASES = _cases()


def test_every_block_has_its_table() -> None:
    """每个案例块后面都有表。"""
    assert len(_BLOCK.findall(TEXT)) == TEXT.count("\n```goal\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row.split()[1]}-{case.answers}")
def test_score(case: Case) -> None:
    """得分与案例相同，推算的话说到案例里的那一段。"""
    declaration = declared(case.row)
    name = declaration.indicators[0].name.value
    actuals, findings, _ = read(declaration, filled_in({name: case.answers}))
    assert [finding.message.zh for finding in findings] == []
    evaluation, _ = evaluate(declaration, actuals, load())
    row = evaluation.rows[0]
    assert row.points is not None, row.derivation
    assert plain(row.points) == case.points, row.derivation
    assert case.words in row.derivation
    assert row.derivation.endswith(f"得 {case.points} 分")

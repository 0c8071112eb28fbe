"""The corpus of this folder: no number is wrong, and what was read once stays read.

Each row of a Markdown file is a sentence, its target and points, and the score for each actual value.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoring.sentences.held import Case, Verdict, hold, written

HERE = Path(__file__).parent
CASES = [case for path in sorted(HERE.glob("*.md")) for case in written(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:30])
def test_no_number_is_wrong(case: Case) -> None:
    """读出来的分数都对；拿不准的交给人。"""
    held = hold(case)
    assert held.verdict is not Verdict.WRONG, (
        case.text,
        case.target,
        dict(zip(case.at, held.found, strict=True)),
    )


def test_most_are_read() -> None:
    """算得出的句子，读对的不少于 85%。"""
    held = [hold(case) for case in CASES if case.computable]
    right = sum(each.verdict is Verdict.RIGHT for each in held)
    assert 100 * right >= 85 * len(held)


def test_the_corpus_is_large() -> None:
    """不少于 240 句，每句都有实际值。"""
    assert len(CASES) >= 240
    assert all(case.at for case in CASES)

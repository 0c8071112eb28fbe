"""How many items of a list hold: taken where the row counts them and each earns the same, refused elsewhere."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.scoring.sentences.held import Case, hold

LIST = "有制度得1分，有专人得1分，有台账得1分"
OTHER = "有制度得2分，有专人得1分"


@pytest.mark.parametrize(
    ("text", "target", "score", "at", "found"),
    [
        (LIST, "= 3 项", "3", "2", Fraction(2)),
        (LIST, "is 制度健全", "3", "2", None),
        (LIST, ">= 10 个", "3", "2", None),
        (OTHER, "= 2 项", "3", "1", None),
        (OTHER, "= 2 项", "3", "2", Fraction(3)),
        (LIST, "is 制度健全", "3", "有制度、有台账", Fraction(2)),
    ],
)
def test_how_many_hold(text: str, target: str, score: str, at: str, found: Fraction | None) -> None:
    """清单只写一个数：指标值数的就是这几项、各项分数相同才算，否则不猜，不是 0 分。"""
    assert hold(Case("清单", text, target, score, {at: "manual"})).found == (found,)

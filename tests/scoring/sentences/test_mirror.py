"""What is read prints, and what is printed reads the same: the mirror over the readable part of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.catalog import load
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.reading import Read
from goaldsl.scoring.reading import read as read_sentence
from goaldsl.scoring.sentence import render
from tests.scoring.indicators import read
from tests.scoring.reading.test_laws import same
from tests.scoring.sentences.held import Case, written

FILES = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_read_prints_and_reads_the_same(path: Path) -> None:
    """读得懂的句子，印成通用句式再读，还是同一条规则；印出来的至多百分之五要交人。"""
    mirrored = [found for case in written(path) if (found := _mirrored(case)) is not None]
    assert all(alike is not False for _, alike in mirrored), [
        text for text, alike in mirrored if alike is False
    ]
    assert sum(alike is None for _, alike in mirrored) * 20 <= max(len(mirrored), 20)


def _mirrored(case: Case) -> tuple[str, bool | None] | None:
    """Whether the printed sentence says the same; None of the pair: it is handed over; None: the case is no rule."""
    catalog = load()
    indicator, _ = read(f"指标 {case.name} {case.target} 分值 {case.score}")
    row = subject_of(indicator, catalog)
    first = read_sentence(case.text, row, catalog.unit)
    if not isinstance(first, Read):
        return None
    again = read_sentence(render(first.rule, row, {}, catalog.unit), row, catalog.unit)
    return case.text, same(first.rule, again.rule, row) if isinstance(again, Read) else None

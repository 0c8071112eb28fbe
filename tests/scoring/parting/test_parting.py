"""Sentences with two readings (两种读法.md): neither is taken, and the value where they part is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.catalog import load
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.reading import Refused
from goaldsl.scoring.reading import read as read_sentence
from tests.scoring.indicators import read, rows

HERE = Path(__file__).parent


@pytest.mark.parametrize("line", rows(HERE / "两种读法.md"), ids=lambda line: line[0])
def test_two_readings_part_somewhere(line: tuple[str, ...]) -> None:
    """两种读法都列出来，分开的地方说清楚。"""
    sentence, target, score, parting = line
    catalog = load()
    indicator, _ = read(f"指标 指标 {target} 分值 {score}")
    said = read_sentence(sentence, subject_of(indicator, catalog), catalog.unit)
    assert isinstance(said, Refused)
    assert len(said.readings) == 2
    assert said.parting == parting

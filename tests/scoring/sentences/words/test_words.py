"""Every line of the lexicon in a sentence (词语.md): each of its words is put in and must score as the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.catalog.data import packaged
from tests.scoring.indicators import rows
from tests.scoring.sentences.held import BY_HAND, Case, Verdict, hold

HERE = Path(__file__).parent
LINES = rows(HERE / "词语.md")
SECTIONS = packaged("reading/words.toml")
PUT_IN = [(line, word) for line in LINES for word in SECTIONS[line[0]][line[1]]]


@pytest.mark.parametrize(("line", "word"), PUT_IN, ids=[f"{line[0]}-{word}" for line, word in PUT_IN])
def test_a_word_means_what_its_line_says(line: tuple[str, ...], word: str) -> None:
    """换上这一行的任何一个词，得分都一样。"""
    section, _, sentence, target, score, table = line
    pairs = [pair.split("→") for pair in table.split("；")]
    at = {actual.strip(): BY_HAND if "人" in points else points.strip() for actual, points in pairs}
    held = hold(Case(section, sentence.replace("{词}", word), target, score, at))
    assert held.verdict is Verdict.RIGHT, (held.stopped_at, held.found)


def test_every_line_has_a_sentence() -> None:
    """词表添一行，就要添一个句子。"""
    said = {(line[0], line[1]) for line in LINES}
    assert {(section, meaning) for section, lines in SECTIONS.items() for meaning in lines} == said


def test_every_word_stands_once() -> None:
    """每个词只写一次：一个词只有一个意思。"""
    words = [word for lines in SECTIONS.values() for texts in lines.values() for word in texts]
    assert len(words) == len(set(words))

"""A sentence of the corpus, and what the reader makes of it: right, wrong, or handed over to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from goaldsl.catalog import load
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.reading import Read
from goaldsl.scoring.reading import read as read_sentence
from goaldsl.service.answers import WrongAnswerError, answers
from tests.scoring.indicators import read, rows

BY_HAND = "manual"
_CENT = Fraction(1, 100)


class Verdict(StrEnum):
    """How a reading compares with the scores worked out by hand."""

    RIGHT = "right"
    WRONG = "wrong"
    HANDED_OVER = "handed over"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its row, and the score for each actual value; `manual` where a person must judge."""

    kind: str
    text: str
    target: str
    score: str
    at: Mapping[str, str]
    name: str = "指标"

    @property
    def computable(self) -> bool:
        return any(score != BY_HAND for score in self.at.values())


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a case: the scores that were found (None: a person is asked) and the place it stopped at."""

    case: Case
    found: tuple[Fraction | None, ...]
    stopped_at: int | None

    @property
    def verdict(self) -> Verdict:
        each = [_verdict(found, said) for found, said in zip(self.found, self.case.at.values(), strict=True)]
        return next(
            (verdict for verdict in (Verdict.WRONG, Verdict.HANDED_OVER) if verdict in each), Verdict.RIGHT
        )


def _verdict(found: Fraction | None, said: str) -> Verdict:
    if said == BY_HAND:
        return Verdict.RIGHT if found is None else Verdict.WRONG
    if found is None:
        return Verdict.HANDED_OVER
    return Verdict.RIGHT if abs(found - Fraction(said)) < _CENT else Verdict.WRONG


def hold(case: Case) -> Held:
    """Read the sentence under its row and score every actual value."""
    catalog = load()
    indicator, _ = read(f"指标 {case.name} {case.target} 分值 {case.score}")
    row = subject_of(indicator, catalog)
    said = read_sentence(case.text, row, catalog.unit)
    if not isinstance(said, Read):
        return Held(case, (None,) * len(case.at), said.stopped_at)
    function = lower(said.rule, row, catalog.unit)

    def score(actual: str) -> Fraction | None:
        if not isinstance(function, ScoreFunction):
            return None
        try:
            rest = said.rule.modifiers.otherwise is not None
            points = function.points(answers(actual, function, catalog.unit, row, rest=rest))
        except WrongAnswerError:
            return None
        return points.low if points.exact else None

    return Held(case, tuple(score(actual) for actual in case.at), None)


def written(path: Path) -> Iterator[Case]:
    """The cases of a Markdown file: 句子, 指标值, 分值, 实际 → 得分."""
    for row in rows(path):
        text, target, score, table = row[:4]
        pairs = [pair.split("→") for pair in table.split("；")]
        at = {actual.strip(): BY_HAND if "人" in points else points.strip() for actual, points in pairs}
        yield Case(path.stem, text, target, score, at)

"""What the recogniser hands back: the rule, how far it got, and where sentence and indicator disagree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from goaldsl.model.place import Span
from goaldsl.model.rule import Rule


class Disagreement(StrEnum):
    """In what the sentence and its indicator disagree."""

    TARGET = "target"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Remark:
    """The sentence says `said` (at `span` of the sentence) where the indicator says `known`."""

    about: Disagreement
    said: str
    known: str
    span: Span


@dataclass(frozen=True, slots=True)
class Recognised:
    """`rule` is None where the sentence is no rule, or more than one; then `stopped_at` tells from where on.

    `understood` is the beginning of the sentence that was understood.
    """

    rule: Rule | None
    understood: str
    stopped_at: int | None
    remarks: tuple[Remark, ...] = ()

"""How an indicator is scored (评分标准), said once: by a rule that is declared, by a sentence that states a rule, or by
a sentence that nobody could read.

Made when names are bound; whoever asks for the rule takes it from here and does not read the sentence again.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from goaldsl.model.place import Span, Text
from goaldsl.model.rule import Rule

_ENDS = "，,；;。、：: "


class Disagreement(StrEnum):
    """In what the sentence and its indicator disagree."""

    TARGET = "target"
    POINTS = "points"


class Remark(Struct, frozen=True):
    """The sentence says `said` (at `span` of the sentence) where the indicator says `known`."""

    about: Disagreement
    said: str
    known: str
    span: Span


class Stated(Struct, frozen=True):
    """The rule that an official sentence states."""

    rule: Rule
    sentence: Text
    remarks: tuple[Remark, ...] = ()


class Unread(Struct, frozen=True):
    """A sentence that is no rule, or more than one; a person applies it.

    `stopped_at`: from where on it was not understood, None where it counts the other side of its target: there `opposed`
    are its words for the side, and `declared` is the rule, where it was written as a rule. `partial`: the part that can be
    computed. `readings`: the rules it may mean, where two differ; `parting`: the actual value at which they part.
    `remarks`: where its numbers are not those of the row.
    """

    sentence: Text
    stopped_at: int | None
    partial: Rule | None = None
    readings: tuple[Rule, ...] = ()
    parting: str | None = None
    remarks: tuple[Remark, ...] = ()
    opposed: Span | None = None
    declared: Rule | None = None

    @property
    def understood(self) -> str:
        """The beginning of the sentence that was understood."""
        return self.sentence.value[: self.stopped_at or 0].rstrip(_ENDS)


class Declared(Struct, frozen=True):
    """A rule written as a rule. `beside`: what a sentence written beside it says."""

    rule: Rule
    beside: Stated | Unread | None = None


Scoring = Declared | Stated | Unread


def rule_in(scoring: Scoring | None) -> Rule | None:
    """The rule by which points are found; None where a person must apply a sentence, or nothing is said."""
    return scoring.rule if isinstance(scoring, Declared | Stated) else None


def refused(scoring: Scoring | None) -> bool:
    """Whether a rule was understood and is not computed all the same; a finding of its own says why."""
    return isinstance(scoring, Unread) and scoring.stopped_at is None


def reading_in(scoring: Scoring | None) -> Stated | Unread | None:
    """What became of the sentence the author wrote, None where there is none."""
    return scoring.beside if isinstance(scoring, Declared) else scoring

"""What an official sentence says of its indicator: the one door to the reader of sentences."""

from __future__ import annotations

from dataclasses import replace

from goaldsl.model.place import Text
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Declared, Scoring, Stated, Unread
from goaldsl.scoring.indicator import bare
from goaldsl.scoring.recognition import recognise
from goaldsl.scoring.subject import Subject, Units


def scoring_of(declared: Rule | None, sentence: Text | None, row: Subject, unit: Units) -> Scoring | None:
    """How a row is scored: by the rule written for it, else by its sentence."""
    said = said_by(sentence, row, unit) if sentence is not None and sentence.value else None
    return said if declared is None else Declared(declared, said)


def said_by(sentence: Text, row: Subject, unit: Units) -> Stated | Unread:
    """The rule that a sentence states for a row, or how far it was understood."""
    read = recognise(sentence.value, replace(row, target=bare(row.target)), unit)
    if read.rule is None:
        return Unread(sentence, read.stopped_at)
    rule = Rule(read.rule.terms, read.rule.modifiers, sentence.span)
    return Stated(rule, sentence, read.remarks)

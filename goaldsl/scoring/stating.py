"""What an official sentence says of its indicator: the one door to the reader of sentences."""

from __future__ import annotations

from dataclasses import replace

from goaldsl.model.place import Span, Text
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Declared, Scoring, Stated, Unread
from goaldsl.scoring.indicator import bare
from goaldsl.scoring.reading import Refused, read
from goaldsl.scoring.reading.turned import against
from goaldsl.scoring.subject import Subject, Units
from goaldsl.scoring.validity.sides import opposed


def scoring_of(declared: Rule | None, sentence: Text | None, row: Subject, unit: Units) -> Scoring | None:
    """How a row is scored: by the rule written for it, else by its sentence."""
    said = said_by(sentence, row, unit) if sentence is not None and sentence.value else None
    return said if declared is None else Declared(declared, said)


def said_by(sentence: Text, row: Subject, unit: Units) -> Stated | Unread:
    """The rule that a sentence states for a row, or how far it was understood."""
    said = read(sentence.value, replace(row, target=bare(row.target)), unit)
    if isinstance(said, Refused):
        place = against(sentence.value, replace(row, target=bare(row.target)), unit)
        if place is not None:
            return Unread(sentence, None, opposed=place)
        return Unread(sentence, said.stopped_at, said.partial, said.readings, said.parting, said.remarks)
    rule = Rule(said.rule.terms, said.rule.modifiers, sentence.span)
    if opposed(rule, row, unit):  # the target or the sentence is wrong: nothing is computed
        return Unread(sentence, None, opposed=Span(0, len(sentence.value)))
    return Stated(rule, sentence, said.remarks)

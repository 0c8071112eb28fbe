"""What is wrong with a rule under its indicator, as far as it shows without computing a score (GB3).

shape     does the rule suit the target and the basis
reverse   which way a ratio goes under a reverse target
units     do steps and limits measure the target
modifiers does each modifier do something
sides     do steps count on the side where the target is missed
amounts   points, steps and shares within reason, nothing twice
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from goaldsl.diagnostics import Finding
from goaldsl.model.place import Span
from goaldsl.model.rule import Rule
from goaldsl.scoring.shape_codes import GRADES_ON_NUMBER
from goaldsl.scoring.subject import Subject, Units, packaged_unit
from goaldsl.scoring.validity import amounts, fitness, modifiers, reverse, sides, units


def examine(rule: Rule, subject: Subject, span: Span, unit: Units = packaged_unit) -> Iterator[Finding]:
    """All that is wrong; `span` is the place of the rule, for parts that have none of their own."""
    suits = True
    for term in rule.terms:
        unsuited = fitness.examine(term, subject, span)
        if unsuited is not None:
            yield unsuited
        if unsuited is not None and unsuited.code is not GRADES_ON_NUMBER:
            suits = False  # one cause is one message
            continue
        yield from reverse.examine(term, rule, subject, span)
        yield from units.examine(term, subject, span, unit)
    if suits:
        yield from modifiers.examine(rule, subject, span, unit)
        yield from sides.examine(rule, subject, span, unit)
    pointless = (
        subject.score is not None and subject.score <= 0
    )  # GC511 says so: nothing can be held against it
    yield from amounts.examine(rule, replace(subject, score=None) if pointless else subject, span)

"""Whether a deduction can use the points up: 扣完为止 is said exactly where it can."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.rule import (
    Deduct,
    Modifiers,
    Points,
    PointsKind,
    Ratio,
    ReverseConvention,
    Rule,
    StepRounding,
)
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import Quantity, asked, length
from goaldsl.scoring.subject import Subject, Units

_FULL = Points(PointsKind.FULL)


def runs_out(rule: Rule, subject: Subject, unit: Units) -> bool:
    """Whether some possible actual value leaves no points; never where they may fall below nothing (可倒扣)."""
    modifiers = rule.modifiers
    if modifiers.signed:
        return False
    points = resolve(modifiers.base or _FULL, subject.score)
    if points is None:
        return modifiers.cap is None
    losses = [
        _greatest_loss(term.shape, asked(term.basis, subject), modifiers, subject, unit)
        for term in rule.terms
        if isinstance(term.shape, Deduct)
    ]
    if not losses:
        return any(
            isinstance(term.shape, Ratio) and _reaches_double(asked(term.basis, subject), modifiers)
            for term in rule.terms
        )
    cap = resolve(modifiers.cap, subject.score) if modifiers.cap else None
    known = [loss for loss in losses if loss is not None]
    lost = sum(known, Fraction(0)) if len(known) == len(losses) else points
    return (lost if cap is None else min(lost, cap)) >= points


def _greatest_loss(
    shape: Deduct, quantity: Quantity, modifiers: Modifiers, subject: Subject, unit: Units
) -> Fraction | None:
    """The most that a deduction can take; None without end."""
    each = resolve(shape.points, subject.score)
    step, room = length(shape.step, quantity, unit), quantity.room
    if each == 0:
        return Fraction(0)
    if each is None or room is None or step is None or step <= 0:
        return None
    steps = room / step
    if modifiers.steps is StepRounding.STARTED:
        return each * -(-steps.numerator // steps.denominator)
    if modifiers.steps is None:
        return each * (steps.numerator // steps.denominator)
    return each * steps


def _reaches_double(quantity: Quantity, modifiers: Modifiers) -> bool:
    """A linear ratio ends at twice the target."""
    if modifiers.reverse is not ReverseConvention.LINEAR or quantity.high is None:
        return False
    return quantity.highest is None or quantity.highest >= 2 * quantity.high

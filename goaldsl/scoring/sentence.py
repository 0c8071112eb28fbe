"""From rule to official sentence (评（扣）分标准): the body of each term, then the modifiers of the whole rule.

A sentence says all that its rule means and nothing else, so that it can be read back. A modifier that does not fit
its rule (GB306) is not said.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from goaldsl.model.rule import (
    Award,
    Basis,
    BasisKind,
    Bonus,
    Deduct,
    Manual,
    Modifiers,
    Pass,
    Rule,
    Step,
    StepRounding,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.frame import FULL, Frame
from goaldsl.scoring.phrases import each, step_words, words
from goaldsl.scoring.quantity import Quantity, is_share
from goaldsl.scoring.resolution import resolved_points
from goaldsl.scoring.shapes import body, deduction
from goaldsl.scoring.spending import runs_out
from goaldsl.scoring.subject import Subject, Units, packaged_unit
from goaldsl.scoring.wording import wording as laid_over

STOP, UNTIL_SPENT = "。", "，扣完为止"


def render(rule: Rule, subject: Subject, wording: Mapping[str, str], unit: Units = packaged_unit) -> str:
    """The official sentence of `rule` under its indicator; `wording` rewords kinds of sentences (句式)."""
    if len(rule.terms) == 1 and isinstance(rule.terms[0].shape, Manual):
        return rule.terms[0].shape.text
    rule = replace(rule, modifiers=_sayable(rule.modifiers, subject))
    frame = Frame(subject, laid_over(wording), unit, rule.modifiers, runs_out(rule, subject, unit))
    text = _sum(rule, frame) if len(rule.terms) > 1 else _term(rule.terms[0], frame)
    clauses = _clauses(rule, frame)
    return "，".join((text.removesuffix(STOP), *clauses)) + STOP if clauses else text


def _sayable(modifiers: Modifiers, subject: Subject) -> Modifiers:
    """基础分 of all the points is no 基础分."""
    if modifiers.base is None or resolved_points(modifiers.base, subject.score) != resolved_points(
        FULL, subject.score
    ):
        return modifiers
    return replace(modifiers, base=None)


def _term(term: Term, frame: Frame) -> str:
    """The sentence of one term alone, its basis named where the shape itself does not name it."""
    said = term.basis.kind is BasisKind.ACTUAL or isinstance(term.shape, Deduct | Pass)
    if said or (isinstance(term.shape, Award) and term.basis.kind is BasisKind.COUNT):
        return body(term, frame)
    name = frame.quantity(term.basis).name
    return frame.fill("basis", {"对象": name}) + body(term, frame)


def _sum(rule: Rule, frame: Frame) -> str:
    """Several terms: deductions take away from what the others give, or from the full points if all deduct."""
    parts = [
        deduction("sum-deduct", term, frame) if isinstance(term.shape, Deduct) else _part(term, frame)
        for term in rule.terms
    ]
    items = [
        frame.fill("sum-item", {"序号": str(number), "条": part}) for number, part in enumerate(parts, 1)
    ]
    kind = "sum-deductions" if all(isinstance(term.shape, Deduct) for term in rule.terms) else "sum"
    return frame.fill(kind, words(frame, Basis()) | {"各条": "；".join(items)})


def _part(term: Term, frame: Frame) -> str:
    text = term.shape.text if isinstance(term.shape, Manual) else _term(term, frame)
    return text.removesuffix(STOP).removesuffix(UNTIL_SPENT)


def _clauses(rule: Rule, frame: Frame) -> list[str]:
    """The modifiers that follow the body, in a fixed order."""
    modifiers, fill = rule.modifiers, frame.fill
    clauses = []
    if modifiers.base is not None:
        clauses.append(fill("base", {"得分": frame.amount(modifiers.base)}))
    if modifiers.tolerance is not None:
        clauses.append(fill("tolerance", {"允许": _tolerance(rule, frame)}))
    if modifiers.cap is not None and _deducts(rule):
        clauses.append(fill("cap", {"最多": frame.amount(modifiers.cap)}))
    if modifiers.bonus is not None:
        clauses.append(_bonus(modifiers.bonus, rule, frame))
    if modifiers.steps is not None:
        kind = "started" if modifiers.steps is StepRounding.STARTED else "pro-rata"
        clauses.append(fill(kind, {"步长": _whole_step(rule, frame)}))
    if modifiers.signed:
        clauses.append(fill("signed", {}))
    return clauses


def _deducts(rule: Rule) -> bool:
    return any(isinstance(term.shape, Deduct) for term in rule.terms)


def _tolerance(rule: Rule, frame: Frame) -> str:
    """3%, 3个百分点, 3天: measured like a step. A share is kept as 0.03."""
    amount, unit = rule.modifiers.tolerance, rule.modifiers.tolerance_unit
    assert amount is not None
    step = Step(amount * 100 if unit == "%" else amount, unit)
    return step_words(frame, step, frame.quantity(rule.terms[0].basis))["步长"]


def _bonus(bonus: Bonus, rule: Rule, frame: Frame) -> str:
    """加分 for each step beyond the target, on its good side."""
    basis = rule.terms[0].basis
    quantity = frame.quantity(basis)
    said = step_words(frame, bonus.step, quantity)
    said["每步"] = frame.fill(_beyond(bonus.step, quantity, frame), said)
    said["加分"] = frame.amount(bonus.points)
    if bonus.cap is None:
        return frame.fill("bonus", said)
    return frame.fill("bonus-capped", said | {"最多": frame.amount(bonus.cap)})


def _beyond(step: Step, quantity: Quantity, frame: Frame) -> str:
    if quantity.time:
        return "each-early"
    if quantity.direction is not Direction.DESCENDING:
        return "each-over"
    return "each-lower" if quantity.rate or is_share(step.unit, quantity, frame.unit) else "each-fewer"


def _whole_step(rule: Rule, frame: Frame) -> str:
    """The step that a part of is counted: the only one of the rule, else 一步."""
    steps = [(term.shape.step, term.basis) for term in rule.terms if isinstance(term.shape, Deduct | Award)]
    if rule.modifiers.bonus is not None:
        steps.append((rule.modifiers.bonus.step, rule.terms[0].basis))
    if len(steps) != 1:
        return "一步"
    step, basis = steps[0]
    return each(frame, step, basis)["步长"]

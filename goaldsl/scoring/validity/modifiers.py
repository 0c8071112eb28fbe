"""Whether each modifier does something for its rule (GB306), and its units (GB307–GB309)."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.rule import Award, Deduct, Judged, Manual, Pass, Ratio, Rule
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.parse.keywords import MODIFIERS
from goaldsl.scoring import shape_codes as codes
from goaldsl.scoring.quantity import asked
from goaldsl.scoring.resolution import has_rest
from goaldsl.scoring.subject import Subject, Units
from goaldsl.scoring.validity.reporting import found
from goaldsl.scoring.validity.units import Fit, fit, steps, unfit


def examine(rule: Rule, subject: Subject, span: Span, unit: Units) -> Iterator[Finding]:
    """Modifiers that mean nothing here, then the units of the others."""
    idle = list(_idle(rule, subject))
    for key in idle:
        yield _without_effect(key, rule, span)
    basis, modifiers = rule.terms[0].basis, rule.modifiers
    if modifiers.bonus is not None and "bonus" not in idle:
        yield from steps(modifiers.bonus.step, basis, subject, span, unit)
    if modifiers.tolerance is not None and "tolerance" not in idle:
        verdict = fit(modifiers.tolerance_unit, basis, subject, unit)
        if verdict in (Fit.ANOTHER, Fit.WRONG):
            yield unfit(modifiers.tolerance_unit, NOWHERE, asked(basis, subject), span)


def _idle(rule: Rule, subject: Subject) -> Iterator[str]:
    shapes, modifiers = [term.shape for term in rule.terms], rule.modifiers
    meets_target = any(isinstance(shape, Ratio | Pass | Deduct) for shape in shapes)
    grants_full = any(isinstance(shape, Ratio | Pass) for shape in shapes)
    deducts = any(isinstance(shape, Deduct) for shape in shapes)
    deducts_only = all(isinstance(shape, Deduct) for shape in shapes)
    has_steps = modifiers.bonus is not None or any(isinstance(shape, Deduct | Award) for shape in shapes)
    if modifiers.tolerance is not None and not meets_target:
        yield "tolerance"
    if modifiers.cap is not None and not deducts:
        yield "cap"
    if modifiers.base is not None and not (grants_full or deducts_only):
        yield "base"
    if modifiers.bonus is not None and not meets_target:
        yield "bonus"
    if modifiers.steps is not None and not has_steps:
        yield modifiers.steps
    if modifiers.signed and all(isinstance(shape, Award | Judged | Manual) for shape in shapes):
        yield "signed"
    open_pass = any(isinstance(shape, Pass) and shape.otherwise is None for shape in shapes)
    if modifiers.otherwise is not None and not any(has_rest(shape) for shape in shapes) and not open_pass:
        yield "else"
    if modifiers.reverse is not None and not _goes_down(rule, subject):
        yield modifiers.reverse


def _goes_down(rule: Rule, subject: Subject) -> bool:
    """Whether some ratio falls beyond its target; a target that cannot be read gets the benefit of the doubt."""
    if not any(isinstance(term.shape, Ratio) for term in rule.terms):
        return False
    ascending = subject.direction is Direction.ASCENDING
    return not (ascending and isinstance(subject.target, QuantityTarget))


def _without_effect(key: str, rule: Rule, span: Span) -> Finding:
    keyword = MODIFIERS[key]
    if key in ("linear", "inverse"):
        why = Message("指标值越大越好，或规则不是按比例", "more is better here, or the rule is no ratio")
    else:
        why = Message("这种规则用不上它", "this rule has no use for it")
    return found(
        codes.NO_EFFECT,
        rule.span,
        span,
        Message(
            f"“{keyword.chinese}”在这里不起作用：{why.zh}", f"“{keyword.english}” does nothing: {why.en}"
        ),
        Message(f"删去“{keyword.chinese}”。", f"Remove “{keyword.english}”."),
    )

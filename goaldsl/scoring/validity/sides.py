"""Whether a step counts on the side where points can be lost or earned at all (GB318).

差错率 >= 5%, 每超1%扣1分: either the operator or the word is wrong, and nobody but the author knows which.
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.rule import Award, BasisKind, Deduct, Rule, Step, StepDirection, Term
from goaldsl.model.target import Direction, Operator, QuantityTarget
from goaldsl.scoring.quantity import asked, is_late
from goaldsl.scoring.shape_codes import SIDE_CONTRADICTS
from goaldsl.scoring.subject import Subject, Units, packaged_unit

_BAD = {Direction.ASCENDING: StepDirection.SHORT, Direction.DESCENDING: StepDirection.OVER}
_TURNED = {
    Operator.AT_LEAST: "<=",
    Operator.MORE: "<",
    Operator.AT_MOST: ">=",
    Operator.LESS: ">",
    Operator.EQUAL: "",
}
_SIGNS = {Operator.AT_LEAST: "≥", Operator.MORE: ">", Operator.AT_MOST: "≤", Operator.LESS: "<"}


def opposed(rule: Rule, subject: Subject, unit: Units = packaged_unit) -> tuple[Step, ...]:
    """The steps whose side contradicts the target: a deduction on the good side, an award on the bad one."""
    found = [step for term in rule.terms if (step := _opposed(term, subject, unit)) is not None]
    bonus = rule.modifiers.bonus
    if bonus is not None and rule.terms and rule.terms[0].basis.kind is BasisKind.ACTUAL:
        bad = _bad(rule.terms[0], bonus.step, subject, unit)
        found += [bonus.step] if bad is not None and bonus.step.direction is bad else []
    return tuple(found)


def examine(rule: Rule, subject: Subject, span: Span, unit: Units) -> Iterator[Finding]:
    """One finding for a rule, at its first such step, with the target beside it."""
    steps = opposed(rule, subject, unit)
    if not steps:
        return
    step = steps[0]
    over = step.direction is StepDirection.OVER
    word, opposite = ("每超…", "每低…、每少…") if over else ("每低…、每少…", "每超…、每多…")
    sign = place_of_sign(subject)
    yield Finding(
        SIDE_CONTRADICTS,
        span if step.span == NOWHERE else step.span,
        Message(
            f"“{subject.name}”按指标值{better(subject).zh}，规则却按相反的一边算（{word}）",
            f"by its target “{subject.name}” {better(subject).en}, the rule counts the other side",
        ),
        notes=(
            Message(
                "不知道哪一处写反了：照写的印出，不能计算，年终要由人打分。",
                "Nobody can tell which is wrong: it is printed as typed and not computed.",
            ),
        ),
        remedy=Message(
            f"两个改法选一个：{turned_sign(subject)}；扣分的方向写反了的，规则改成“{opposite}”。",
            "Turn the operator, or turn the word of the rule.",
        ),
        related=(*sign, *(Related(each.span, Message("这里也是", "here too")) for each in steps[1:])),
    )


def better(subject: Subject) -> Message:
    """Which results the target calls better."""
    if subject.direction is Direction.ASCENDING:
        return Message("越多越好", "must be high")
    return Message("越少越好", "must be low")


def turned_sign(subject: Subject) -> str:
    """The remedy where the target is wrong."""
    target = subject.target
    sense = target.sense if isinstance(target, QuantityTarget) else None
    turn = _TURNED.get(sense, "") if sense is not None else ""
    if sense is None or not turn:
        return "这个指标越少越好的写 <=，越多越好的写 >="
    return f"指标值写反了的，把“{_SIGNS[sense]}”改成“{turn}”"


def place_of_sign(subject: Subject) -> tuple[Related, ...]:
    """The sign of the target, else the target, if it stands in the text."""
    target = subject.target
    places = (getattr(target, "operator_span", NOWHERE), getattr(target, "span", NOWHERE))
    place = next((each for each in places if each != NOWHERE), None)
    if place is None:
        return ()
    said = Message(f"按这里，这个指标{better(subject).zh}", "the side that is better, by the target")
    return (Related(place, said),)


def _opposed(term: Term, subject: Subject, unit: Units) -> Step | None:
    shape = term.shape
    if not isinstance(shape, Deduct | Award):
        return None
    bad = _bad(term, shape.step, subject, unit)
    if bad is None or shape.step.direction is None:
        return None
    good = shape.step.direction is not bad
    return shape.step if good is isinstance(shape, Deduct) else None


def _bad(term: Term, step: Step, subject: Subject, unit: Units) -> StepDirection | None:
    """The side on which the target is missed; None where there are two, or the step counts something else."""
    if term.basis.kind in (BasisKind.COUNT, BasisKind.LATE):
        return None
    quantity = asked(term.basis, subject)
    if not quantity.time and is_late(step, quantity, unit):
        return None
    return _BAD.get(quantity.direction)

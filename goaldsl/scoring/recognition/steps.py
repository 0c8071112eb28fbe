"""Sentences that take points away, give or add them for each step: 每低1个百分点扣0.5分."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from goaldsl.model.rule import (
    Award,
    Basis,
    BasisKind,
    Bonus,
    Deduct,
    Points,
    PointsKind,
    Rule,
    Step,
    StepDirection,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import TIME, asked, is_late, length
from goaldsl.scoring.recognition import meeting
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.parts import Parts, Reading
from goaldsl.scoring.recognition.statements import Action, Clause, Fixed, NoteKind, Situation, Stepwise, Stop
from goaldsl.scoring.recognition.vocabulary import words
from goaldsl.scoring.spending import runs_out

_LEADS_OVER = re.compile(
    "基础上$|^(?:指标值|完成值|实际值)$|(?:较|比|与|同|相对于?)(?:年度)?(?:目标|计划|指标|预期)(?:值|数)?(?:相?比较?)?的?$"
)
_NOTHING_DONE = re.compile("未开展|没有开展|未完成|未实施|没有")
_LAST_YEAR = re.compile("上年|去年|同比|上一年")


@dataclass(frozen=True, slots=True)
class _Met:
    """What is said of meeting the target."""

    situation: Situation | None = None
    points: Points | None = None
    start: int = 0
    end: int = 0


def read(parts: Parts, context: Context) -> Reading:
    """Deductions and awards."""
    steps = [clause for clause in parts.clauses if isinstance(clause.effect, Stepwise)]
    met, zeros = _met([clause for clause in parts.clauses if isinstance(clause.effect, Fixed)], parts)
    terms: list[Term] = []
    for clause in steps:
        step = clause.effect
        assert isinstance(step, Stepwise)
        _check_occasion(clause, context)
        if step.action is Action.LOSE:
            terms.append(_deduction(clause, step, met, parts, context))
        else:
            terms.append(_award(clause, step, parts, context))
    _check_sum(terms, steps, met)
    if met.situation is not None and _LAST_YEAR.search(met.situation.words):
        raise Stop(met.start)
    if met.situation is not None:
        meeting.check_met(met.situation, _looked_at(met.situation, terms[0].basis, context), context)
    _check_zeros(zeros, terms, context)
    return Reading(tuple(terms), full=met.points)


def _met(fixed: list[Clause], parts: Parts) -> tuple[_Met, list[Clause]]:
    """The one clause that tells what the target earns, and those that tell where nothing is left."""
    met, zeros = _Met(), []
    for clause in fixed:
        assert isinstance(clause.effect, Fixed)
        points, situation = clause.effect.points, clause.situation
        if parts.is_nothing(points):
            zeros.append(clause)
        elif met.points is None and (situation is None or not situation.otherwise):
            base = parts.notes.get(NoteKind.BASE)
            if points.kind is PointsKind.LESS and (base is None or base.points != points):
                raise Stop(clause.start)
            met = _Met(situation, points, clause.start, clause.end)
        else:
            raise Stop(clause.start)
    return met, zeros


def _check_occasion(clause: Clause, context: Context) -> None:
    """低于95%的，每低1%…: the occasion may only say again where the target is missed."""
    situation = clause.situation
    if situation is None or situation.otherwise:
        return
    if situation.day is not None:
        raise Stop(clause.start)
    if situation.interval is not None:
        _check_outside(situation, clause, context)
    elif not (meeting.is_missed(situation) or _harmless(situation) or _names(situation, context)):
        raise Stop(clause.start)


def _check_outside(situation: Situation, clause: Clause, context: Context) -> None:
    quantity = asked(Basis(), context.subject)
    interval = situation.interval
    assert interval
    said = meeting.amounts(interval)
    if len(said) != 1 or context.value(said[0], quantity) != quantity.reference:
        raise Stop(clause.start)
    adding = isinstance(clause.effect, Stepwise) and clause.effect.action is Action.ADD
    beyond = interval.low is not None
    if adding and interval.bare is None and (quantity.direction is Direction.ASCENDING) != beyond:
        raise Stop(clause.start)


def _names(situation: Situation, context: Context) -> bool:
    """合格率每减少5个百分点: the quantity said again."""
    words = meeting.named_words(situation)
    return (
        words in context.subject.name or meeting.named_basis(words, context) != Basis() or words == "完成率"
    )


def _harmless(situation: Situation) -> bool:
    """在此基础上, 与目标值相比: words that lead over."""
    return bool(_LEADS_OVER.search(situation.words))


def _deduction(clause: Clause, step: Stepwise, met: _Met, parts: Parts, context: Context) -> Term:
    if step.points == Points(PointsKind.POINTS) and parts.clauses == (clause,):
        raise Stop(clause.start)
    basis = _basis(clause, step, met, parts, context)
    quantity = asked(basis, context.subject)
    size = _size(step, context)
    if basis.kind is BasisKind.COUNT:
        return Term(Deduct(step.points, size), basis)
    side = _side(step, size, context)
    late = is_late(size, quantity, context.unit)
    if side == "early" or side == "done":
        raise Stop(clause.start)
    direction = {"over": StepDirection.OVER, "late": StepDirection.OVER, "short": StepDirection.SHORT}.get(
        side
    )
    size = replace(size, direction=direction)
    if late and side == "short" and not quantity.time:
        raise Stop(clause.start)  # 每少发1个月 is not late
    if late or quantity.direction is Direction.BOTH:
        return Term(Deduct(step.points, size), basis)
    if side == "late" and not quantity.time:
        raise Stop(clause.start)
    if side == "over" and quantity.direction is Direction.ASCENDING:
        raise Stop(clause.start)
    if side == "short" and quantity.direction is Direction.DESCENDING:
        raise Stop(clause.start)
    return Term(Deduct(step.points, size), basis)


def _size(step: Stepwise, context: Context) -> Step:
    """The step: a number, its unit, whether it is a share of the target."""
    unit, _ = context.split(step.size.words)
    if unit in ("个点", "点") and asked(Basis(), context.subject).rate:
        unit = "个百分点"
    if unit is None and step.size.words and not step.verb.startswith(words("step", "counts")):
        raise Stop(step.size.start)
    if step.of_target:
        if unit not in ("%", "个百分点"):
            raise Stop(step.size.start)
        return Step(step.size.number, "%", True)
    return Step(step.size.number, unit)


def _side(step: Stepwise, size: Step, context: Context) -> str:
    """Which way the verb points: over, short, late, early, off, done, or nowhere."""
    verb = step.verb
    if verb.startswith("提前"):
        return "early"
    if verb.startswith(words("step", "late")):
        return "late"
    timed = size.unit is not None and context.unit(size.unit).dimension in TIME
    if verb.startswith(words("step", "over")):
        return "late" if timed and step.said.startswith(words("step", "limit")) else "over"
    if verb.startswith(words("step", "short")):
        return "short"
    if verb.startswith(("偏", "相差")):
        return "off"
    if not verb and step.said and not step.of_target:
        if re.search("[年月季周日天]", step.said):
            raise Stop(step.size.start)  # 每月报送1次 is no step
        return "done"
    if not verb or verb.startswith(words("step", "counts")):
        return ""
    return "done"


def _basis(clause: Clause, step: Stepwise, met: _Met, parts: Parts, context: Context) -> Basis:
    """What the step is counted on: what the condition names, what occurs, or the actual value."""
    named = parts.basis()
    if named is not None:
        return named
    said = met.situation or clause.situation
    topic = "" if said is None else said.topic
    unit, thing = context.split(step.size.words)
    thing = _thing(thing)
    if step.verb.startswith(words("step", "counts")) or (
        not step.verb and (thing or met.situation is not None)
    ):
        counted = _counted(step, unit, thing, met, context)
        if counted is not None:
            return counted
    return meeting.named_basis(topic, context)


def _thing(words: str) -> str:
    return words.strip("的，").removeprefix("以上").removesuffix("的")


def _counted(step: Stepwise, unit: str | None, thing: str, met: _Met, context: Context) -> Basis | None:
    """The counted word; None where the indicator itself counts what occurs."""
    missing = "" if met.situation is None else meeting.not_happened(met.situation)
    occurs = step.verb.startswith(words("step", "counts"))
    word = thing or (missing if occurs else "")
    quantity = asked(Basis(), context.subject)
    falling = quantity.direction is Direction.DESCENDING
    if (
        word
        and word not in context.subject.name
        and not (thing.startswith(words("step", "missed")) and _same_unit(unit, context))
    ):
        return Basis(BasisKind.COUNT, word)
    if not occurs:
        return None
    if falling and not quantity.time and (_same_unit(unit, context) or unit is None):
        return None
    if thing.startswith(words("step", "missed")) and _same_unit(unit, context):
        return None
    if word:
        return Basis(BasisKind.COUNT, word)
    raise Stop(step.size.start)


def _same_unit(unit: str | None, context: Context) -> bool:
    quantity = asked(Basis(), context.subject)
    return quantity.unit is not None and unit is not None and context.unit(unit) == quantity.unit


def _award(clause: Clause, step: Stepwise, parts: Parts, context: Context) -> Term:
    basis = parts.basis() or Basis()
    size = _size(step, context)
    side = _side(step, size, context)
    _, thing = context.split(step.size.words)
    if step.verb.startswith(("发生", "出现", "发现")) and basis.kind is BasisKind.ACTUAL:
        if not _thing(thing):
            raise Stop(clause.start)
        basis = Basis(BasisKind.COUNT, _thing(thing))
    elif side not in ("done", "") or step.of_target != (size.of_target):
        raise Stop(clause.start)
    cap = parts.notes.get(NoteKind.CAP_EARNED)
    return Term(Award(step.points, size, None if cap is None else cap.points), basis)


def _bonus(clause: Clause, step: Stepwise, basis: Basis, parts: Parts, context: Context) -> Bonus:
    quantity = asked(basis, context.subject)
    size = _size(step, context)
    side = _side(step, size, context)
    if quantity.time:
        good: tuple[str, ...] = ("early",)
    elif quantity.direction is Direction.DESCENDING:
        good = ("short",)
    else:
        good = ("over", "done") if quantity.direction is Direction.ASCENDING else ("over",)
    if side not in good:
        raise Stop(clause.start)
    cap = parts.notes.get(NoteKind.CAP_ADDED)
    return Bonus(step.points, size, None if cap is None else cap.points)


def bonus(adding: Sequence[Clause], basis: Basis, parts: Parts, context: Context) -> Bonus | None:
    """What the clauses add for going beyond the target: at most one of them may."""
    if not adding:
        return None
    if len(adding) > 1:
        raise Stop(adding[1].start)
    (clause,) = adding
    assert isinstance(clause.effect, Stepwise)
    _check_occasion(clause, context)
    return _bonus(clause, clause.effect, basis, parts, context)


def _check_sum(terms: list[Term], steps: list[Clause], met: _Met) -> None:
    """Several steps add up only if they count different things."""
    if not terms:
        raise Stop(steps[0].start)
    if any(isinstance(term.shape, Award) for term in terms) and (len(terms) > 1 or met.situation is not None):
        raise Stop(steps[-1].start)
    counted = [
        (term.basis, term.shape.step.direction, term.basis.kind is BasisKind.COUNT or term.shape.step.unit)
        for term in terms
        if isinstance(term.shape, Deduct)
    ]
    if len(set(counted)) < len(counted):
        raise Stop(steps[-1].start)


def _looked_at(situation: Situation, basis: Basis, context: Context) -> Basis:
    """完好率达到100%得6分，每发现1台损坏扣1分: both say that nothing is broken; anything less is two conditions."""
    if basis.kind is not BasisKind.COUNT or meeting.not_happened(situation):
        return basis
    quantity = asked(Basis(), context.subject)
    if quantity.known and not (quantity.rate and quantity.reference == 100):
        raise Stop(situation.start)
    return Basis()


def _check_zeros(zeros: list[Clause], terms: list[Term], context: Context) -> None:
    """未完成不得分, 低于90%不得分 beside a deduction say nothing new only where it leaves nothing there."""
    for clause in zeros:
        situation = clause.situation
        if situation is None or situation.otherwise:
            raise Stop(clause.start)
        if situation.measured:
            if len(terms) > 1 or not _spent_beyond(situation, terms[0], context):
                raise Stop(clause.start)
        elif not runs_out(Rule(tuple(terms)), context.subject, context.unit) or not _NOTHING_DONE.match(
            meeting.bare_words(situation)
        ):
            raise Stop(clause.start)


def _spent_beyond(situation: Situation, term: Term, context: Context) -> bool:
    """Whether the deduction has taken all the points wherever the condition holds."""
    interval, shape = situation.interval, term.shape
    if interval is None or not isinstance(shape, Deduct) or term.basis != Basis():
        return False
    quantity = asked(term.basis, context.subject)
    edge = interval.high if quantity.direction is Direction.ASCENDING else interval.low
    ends = [end for end in (interval.low, interval.high) if end is not None]
    size, each = length(shape.step, quantity, context.unit), resolve(shape.points, context.score)
    if edge is None or len(ends) != 1 or not size or not each or context.score is None:
        return False
    value = context.value(edge.amount, quantity)
    if value is None or quantity.reference is None:
        return False
    return (abs(quantity.reference - value) // size) * each >= context.score

"""Sentences that give points in proportion: 按比例计分, 按实际值/计划值*指标分值计分, with and without a pass mark."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from goaldsl.model.rule import Basis, BasisKind, Ratio, ReverseConvention, Term
from goaldsl.model.target import Direction
from goaldsl.scoring.points import decimal, plain, resolve
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.recognition import formulas, meeting
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.parts import Parts, Reading
from goaldsl.scoring.recognition.recognised import Disagreement
from goaldsl.scoring.recognition.said import plain_base
from goaldsl.scoring.recognition.statements import (
    Calculated,
    Clause,
    Edge,
    Fixed,
    Interval,
    Note,
    NoteKind,
    Proportional,
    Situation,
    Stop,
)


def read(parts: Parts, context: Context) -> tuple[Reading, ReverseConvention | None]:
    """The ratio, and which way it runs under a reverse target."""
    sloped = [clause for clause in parts.clauses if isinstance(clause.effect, Proportional | Calculated)]
    flat = [clause for clause in parts.clauses if isinstance(clause.effect, Fixed)]
    basis = parts.basis() or Basis()
    ratio, reverse = _slope(sloped, basis, parts, context)
    met, low = _flat(flat, parts, context)
    if met is not None and met.situation is not None:
        meeting.check_met(met.situation, _met_basis(met.situation, basis, context), context)
    mark = _pass_mark(sloped, low, met, basis, context)
    if ratio.floor is not None:
        if mark is not None and mark != ratio.floor:
            raise Stop(sloped[0].start)
    elif mark is not None:
        ratio = replace(ratio, cutoff=mark)
    otherwise = None
    if low is not None:
        assert isinstance(low.effect, Fixed)
        otherwise = low.effect.points
        if mark is None:
            raise Stop(low.start)
    full = met.effect.points if met is not None and isinstance(met.effect, Fixed) else None
    ratio = replace(ratio, of=plain_base(ratio.of, asked(basis, context.subject)))
    return Reading((Term(ratio, basis),), otherwise, full=full), reverse


def _slope(
    sloped: list[Clause], basis: Basis, parts: Parts, context: Context
) -> tuple[Ratio, ReverseConvention | None]:
    """What the words or the formula say; 按比例 in words before the formula says nothing else."""
    note = parts.notes.get(NoteKind.QUOTIENT)
    calculated = [clause for clause in sloped if isinstance(clause.effect, Calculated)]
    if len(calculated) > 1 or len(sloped) - len(calculated) > 1:
        raise Stop(sloped[-1].start)
    if not calculated:
        effect = sloped[0].effect
        if isinstance(effect, Proportional) and formulas.is_doubtful(effect.words, context):
            raise Stop(sloped[0].start)
        return _with_quotient(Ratio(), _in_words(sloped[0], context), note, basis, context)
    clause = calculated[0]
    assert isinstance(clause.effect, Calculated)
    formula = formulas.identified(clause.effect.expression, basis, context)
    if formula is None:
        raise Stop(clause.start)
    if formula.points is not None:
        _check_points(formula.points, clause, parts, context)
    return _with_quotient(formula.ratio, formula.reverse, note, basis, context)


def _in_words(clause: Clause, context: Context) -> ReverseConvention | None:
    """按超出比例扣分 takes away the share that was overspent; 按比例 says neither convention."""
    effect = clause.effect
    falling = asked(Basis(), context.subject).direction is Direction.DESCENDING
    overspent = isinstance(effect, Proportional) and effect.overspent
    return ReverseConvention.LINEAR if falling and overspent else None


def _with_quotient(
    ratio: Ratio, reverse: ReverseConvention | None, note: Note | None, basis: Basis, context: Context
) -> tuple[Ratio, ReverseConvention | None]:
    """完成率按计划值/实际值计算: how the attainment in the sentence is meant."""
    if note is None or note.expression is None:
        return ratio, reverse
    meant = formulas.identified(note.expression, basis, context, share=True)
    said = (ratio.of, reverse)
    if (
        meant is None
        or meant.ratio.floor is not None
        or said not in ((None, None), (meant.ratio.of, meant.reverse))
    ):
        raise Stop(note.start)
    return replace(ratio, of=meant.ratio.of), meant.reverse


def _check_points(points: Fraction, clause: Clause, parts: Parts, context: Context) -> None:
    base = parts.notes.get(NoteKind.BASE)
    known = None if base is None or base.points is None else resolve(base.points, context.score)
    if known is not None:
        if points != known:
            raise Stop(clause.start)
    elif context.score is not None and points != context.score:
        context.remark(Disagreement.POINTS, (clause.start, clause.end), f"{plain(context.score)}分")


def _flat(flat: list[Clause], parts: Parts, context: Context) -> tuple[Clause | None, Clause | None]:
    """The clause above the slope and the one below it."""
    met: Clause | None = None
    low: Clause | None = None
    for clause in flat:
        situation = clause.situation
        assert isinstance(clause.effect, Fixed)
        zero = parts.is_nothing(clause.effect.points)
        below = _is_below(situation, context) or (zero and not _is_above(situation, context))
        if below and low is None:
            low = clause
        elif not below and not zero and met is None:
            met = clause
        else:
            raise Stop(clause.start)
    return met, low


def _is_above(situation: Situation | None, context: Context) -> bool:
    interval = None if situation is None else situation.interval
    return interval is not None and interval.low is not None and interval.high is None


def _is_below(situation: Situation | None, context: Context) -> bool:
    """Whether the clause speaks of shares below a mark: 完成率小于60%, 60%以下."""
    interval = None if situation is None else situation.interval
    if situation is None or interval is None or interval.high is None or interval.low is not None:
        return situation is not None and situation.otherwise
    if interval.high.included is True:
        return False
    quantity = asked(Basis(), context.subject)
    if situation.topic.endswith(("完成率", "完成比例", "达成率")) or quantity.low is not None:
        return True
    if situation.topic:
        return False
    share = not quantity.rate and context.split(interval.high.amount.words)[0] == "%"
    return share or context.value(interval.high.amount, quantity) != quantity.reference or not quantity.known


def _met_basis(situation: Situation, basis: Basis, context: Context) -> Basis:
    """完成率达到100%得满分 speaks of the share of the target."""
    if basis.kind is not BasisKind.ACTUAL:
        return basis
    return meeting.named_basis(situation.topic, context)


def _pass_mark(
    sloped: list[Clause], low: Clause | None, met: Clause | None, basis: Basis, context: Context
) -> Decimal | None:
    """The share of the target below which nothing is given in proportion."""
    marks: set[Decimal] = set()
    quantity = asked(Basis(), context.subject)
    topics = [clause.situation.topic for clause in (*sloped, low) if clause and clause.situation]
    attainment = any(_speaks_of_attainment(topic) for topic in topics)
    for clause in sloped:
        interval = None if clause.situation is None else clause.situation.interval
        if interval is None:
            continue
        if interval.bare is not None:
            raise Stop(clause.start)
        if _is_beyond(interval, quantity, context):
            continue
        if interval.low is not None and interval.low.included is not False:
            marks.add(_share(interval.low, clause, attainment, context))
        elif interval.low is not None:
            raise Stop(clause.start)
        if interval.high is not None:
            _check_top(interval.high, met, clause, context)
    if low is not None:
        interval = None if low.situation is None else low.situation.interval
        if interval is not None:
            if interval.high is None or interval.high.included is True:
                raise Stop(low.start)
            marks.add(_share(interval.high, low, attainment, context))
    elif marks:
        raise Stop(sloped[0].start)
    if len(marks) > 1:
        raise Stop(sloped[-1].start)
    return marks.pop() if marks else None


def _is_beyond(interval: Interval, quantity: Quantity, context: Context) -> bool:
    """实际成本>50万元 of at most 50 万元: wherever the target is missed."""
    if quantity.direction is not Direction.DESCENDING or interval.low is None or interval.high is not None:
        return False
    return quantity.known and context.value(interval.low.amount, quantity) == quantity.reference


def _check_top(edge: Edge, met: Clause | None, clause: Clause, context: Context) -> None:
    """满意度95%以下 must begin where 95%以上 ends, or at the target."""
    interval = None if met is None or met.situation is None else met.situation.interval
    known = None
    if interval is not None:
        amount = interval.bare or (interval.low.amount if interval.low else None)
        known = None if amount is None else amount.number
    if known is None:
        if edge.amount.number != 100 and edge.amount.number != asked(Basis(), context.subject).reference:
            raise Stop(clause.start)
    elif known != edge.amount.number:
        raise Stop(clause.start)


def _speaks_of_attainment(topic: str) -> bool:
    return topic.endswith(("完成率", "完成比例", "达成率", "完成程度"))


def _share(edge: Edge, clause: Clause, attainment: bool, context: Context) -> Decimal:
    """A pass mark as a share of the target: 60% of 完成率, or 300人 of 500."""
    situation = clause.situation
    topic = "" if situation is None else situation.topic
    quantity = asked(Basis(), context.subject)
    unit, _ = context.split(edge.amount.words)
    percent = unit == "%"
    named = _speaks_of_attainment(topic) or (not topic and attainment)
    if percent and (
        not quantity.rate or quantity.reference == 100 or (named and "完成率" not in context.subject.name)
    ):
        return edge.amount.number / 100
    value = context.value(edge.amount, quantity)
    if value is None or not quantity.reference or not quantity.known:
        raise Stop(clause.start)
    exact = decimal(value / quantity.reference)
    if exact is None:
        raise Stop(clause.start)
    return exact

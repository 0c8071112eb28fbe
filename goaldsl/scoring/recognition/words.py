"""Sentences that give points by words: a yes or no, grades, lists, and grades in which a person picks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from goaldsl.model.rule import (
    Basis,
    Checklist,
    ChecklistItem,
    Grade,
    GradePoints,
    Judged,
    JudgedGrade,
    Pass,
    Points,
    PointsKind,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import asked
from goaldsl.scoring.recognition import bands, meeting
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.parts import Parts, Reading
from goaldsl.scoring.recognition.statements import Clause, Fixed, NoteKind, Situation, Spread, Stop
from goaldsl.scoring.resolution import OFFICIAL_GRADES

_NOTHING = Points(PointsKind.POINTS)
_NO_GRADE = re.compile("^(?:或|和|及|以及|且|第)|排名|名次|前[一二三四五六七八九十几]")
"""What is no grade of its own: the half of another, an ordinal, a rank among others."""
_NONE = ("没有的", "没有", "无", "缺项", "没有的项", "未提供")


def read(parts: Parts, context: Context) -> Reading:
    """Fixed points only: which kind of rule they make."""
    clauses = parts.clauses
    if parts.has(NoteKind.CHECKLIST):
        return _checklist(clauses, parts, context)
    if parts.has(NoteKind.GRADES) or (
        parts.has(NoteKind.ONLY) and not any(_measured(clause) for clause in clauses)
    ):
        return _grades(clauses, parts)
    if parts.has(NoteKind.IN_ORDER) or parts.has(NoteKind.ONLY):
        return bands.read(parts, context)
    whole = _pass(clauses, parts, context)
    if whole is not None:
        return whole
    measured = [clause for clause in clauses if _measured(clause)]
    if measured and all(
        _measured(clause) or _otherwise(clause) or _is_whole(clause, context) for clause in clauses
    ):
        return bands.read(parts, context)
    if measured:
        raise Stop(measured[0].start)
    return _listed(clauses, parts, context)


def _measured(clause: Clause) -> bool:
    return clause.situation is not None and clause.situation.measured


def _is_whole(clause: Clause, context: Context) -> bool:
    """全部完成得满分 at the head of a list of numbers: the target itself."""
    return (
        context.is_full(_points(clause))
        and clause.situation is not None
        and meeting.is_whole(clause.situation)
    )


def _otherwise(clause: Clause) -> bool:
    return clause.situation is not None and clause.situation.otherwise


def _points(clause: Clause) -> Points:
    assert isinstance(clause.effect, Fixed)
    return clause.effect.points


def _pass(clauses: Sequence[Clause], parts: Parts, context: Context) -> Reading | None:
    """Met or not met: 按时完成得5分，逾期扣1分."""
    if not clauses or len(clauses) > 2 or clauses[0].situation is None:
        return None
    met, points = clauses[0].situation, _points(clauses[0])
    if met.otherwise:
        raise Stop(clauses[0].start)
    if len(clauses) == 1 and _misses_target(met, points, context):
        return Reading((Term(Pass(_NOTHING), meeting.named_basis(met.topic, context)),))
    if len(clauses) == 1:
        doubtful = meeting.is_missed(met) and not meeting.not_happened(met) and "超" not in met.words
        if doubtful or not (context.is_full(points) or context.score is None) or _is_zero(points):
            return None
        return _passed(clauses[0], None, parts, context)
    missed = clauses[1].situation
    if missed is None:
        return None
    if _is_zero(points) and not _is_zero(_points(clauses[1])) and meeting.is_complement(missed, met):
        clauses = clauses[::-1]  # 未完成不得分，完成得5分
        met, missed = missed, met
    if not (missed.otherwise or meeting.is_complement(met, missed) or _splits(met, missed, context)):
        return None
    return _passed(clauses[0], _points(clauses[1]), parts, context)


def _misses_target(situation: Situation, points: Points, context: Context) -> bool:
    """低于50亩不得分, where 50 is the target: all that is missing is what meeting it earns."""
    interval = situation.interval
    quantity = asked(meeting.named_basis(situation.topic, context), context.subject)
    if not _is_zero(points) or interval is None or interval.bare is not None or not quantity.known:
        return False
    falling = quantity.direction is Direction.DESCENDING
    far, rest = (interval.low, interval.high) if falling else (interval.high, interval.low)
    if far is None or rest is not None or far.included is True:
        return False
    return context.value(far.amount, quantity) == quantity.reference


def _passed(clause: Clause, otherwise: Points | None, parts: Parts, context: Context) -> Reading:
    situation = clause.situation
    assert situation is not None
    points = _points(clause)
    base = parts.notes.get(NoteKind.BASE)
    if points.kind is PointsKind.LESS and (base is None or base.points != points):
        raise Stop(clause.start)
    basis = parts.basis() or _pass_basis(situation, context)
    meeting.check_met(situation, basis, context)
    return Reading((Term(Pass(otherwise or _NOTHING), basis),), full=points)


def _pass_basis(situation: Situation, context: Context) -> Basis:
    basis = meeting.named_basis(situation.topic, context)
    word = meeting.not_happened(situation)
    return meeting.counted_basis(word, context) if word and basis == Basis() else basis


def _is_zero(points: Points) -> bool:
    return points == _NOTHING


def _splits(met: Situation, missed: Situation, context: Context) -> bool:
    """Whether the two intervals part the line at the target."""
    one, other = met.interval, missed.interval
    if one is None or other is None:
        return _is_beyond(met, missed, context)
    quantity = asked(meeting.named_basis(met.topic, context), context.subject)
    if not quantity.known:
        return False
    falling = quantity.direction is Direction.DESCENDING
    edge = one.high if falling else one.low
    near = edge.amount if edge else one.bare
    far = other.low if falling else other.high
    rest = other.high if falling else other.low
    if near is None or far is None or rest is not None:
        return False
    same = far.amount.number == near.number
    return same and context.value(near, quantity) == quantity.reference and far.included is not True


def _is_beyond(met: Situation, missed: Situation, context: Context) -> bool:
    """控制在5万元以内得满分，超出不得分."""
    basis = meeting.named_basis(met.topic, context)
    falling = asked(basis, context.subject).direction is Direction.DESCENDING
    said = meeting.bare_words(missed)
    if missed.measured or not (met.measured or falling):
        return False
    return said.startswith(("超", "突破", "高于") if falling else ("低于", "未", "少于", "不足"))


def _listed(clauses: Sequence[Clause], parts: Parts, context: Context) -> Reading:
    """Several words: grades of one thing if one of them earns all, a list if together they do."""
    named = [clause for clause in clauses if not _is_rest(clause)]
    score = context.score
    values = [resolve(_points(clause), score) for clause in named]
    if any(value is None for value in values) and score is not None:
        raise Stop(clauses[0].start)
    known = [value for value in values if value is not None]
    total = sum(known, Fraction(0))
    if score is not None and total == score and len(named) > 1 and all(value < score for value in known):
        if any(_points(clause).kind is PointsKind.LESS for clause in named):
            raise Stop(clauses[0].start)
        return _checklist(clauses, parts, context)
    full = [clause for clause in named if context.is_full(_points(clause))]
    if len(named) < 2 or (parts.numbered and (len(full) != 1 or full[0] is not named[0])):
        raise Stop(clauses[-1].start)
    if not full and not _descending(named, context):
        raise Stop(clauses[0].start)
    return _grades(clauses, parts)


def _descending(named: Sequence[Clause], context: Context) -> bool:
    """优10分，良8分，中6分 under another score: grades all the same, and a disagreement of points."""
    values = [resolve(_points(clause), context.score) for clause in named]
    falls = all(
        one is not None and other is not None and one > other
        for one, other in zip(values, values[1:], strict=False)
    )
    few = len(values) < 3 and context.score is not None
    if not falls or few or _points(named[0]).kind is PointsKind.LESS:
        return False
    context.agree(_points(named[0]), (named[0].start, named[0].end))
    return True


def _is_rest(clause: Clause) -> bool:
    """否则不得分, 没有不得分: what is left when nothing of the list holds."""
    situation = clause.situation
    if situation is None:
        raise Stop(clause.start)
    return situation.otherwise or (
        meeting.bare_words(situation) in ("没有", "无", "未完成", "未达到", "未达标")
        and _is_zero(_points(clause))
    )


def _grades(clauses: Sequence[Clause], parts: Parts) -> Reading:
    otherwise: Points | None = None
    grades = []
    for clause in clauses:
        situation = clause.situation
        if situation is None or situation.measured or otherwise is not None:
            raise Stop(clause.start)
        if situation.otherwise:
            otherwise = _points(clause)
        else:
            grades.append(GradePoints(_word(situation, clause), _points(clause)))
    if not grades:
        raise Stop(clauses[0].start)
    return Reading((Term(Grade(tuple(grades)), parts.basis() or Basis()),), otherwise)


def _word(situation: Situation, clause: Clause) -> str:
    word = meeting.named_words(situation)
    if not word or "，" in word or _NO_GRADE.search(word):
        raise Stop(clause.start)
    return word


def _checklist(clauses: Sequence[Clause], parts: Parts, context: Context) -> Reading:
    items = []
    for clause in clauses:
        situation = clause.situation
        if situation is None or situation.measured or situation.otherwise and not _is_zero(_points(clause)):
            raise Stop(clause.start)
        if (
            clause is clauses[-1]
            and _is_zero(_points(clause))
            and (situation.otherwise or meeting.bare_words(situation) in _NONE)
        ):
            continue
        items.append(ChecklistItem(meeting.named_words(situation), _points(clause)))
    if not items:
        raise Stop(clauses[0].start)
    return Reading((Term(Checklist(tuple(items)), parts.basis() or Basis()),))


def judged(parts: Parts, context: Context) -> Reading:
    """按评判等级赋分，优得10至9分，良得8至7分."""
    grades = []
    for clause in parts.clauses:
        situation = clause.situation
        if situation is None or situation.measured or not isinstance(clause.effect, Spread):
            raise Stop(clause.start)
        grades.append(JudgedGrade(_word(situation, clause), clause.effect.high, clause.effect.low))
    if not grades:
        raise Stop(parts.start)
    best = parts.clauses[0]
    assert isinstance(best.effect, Spread)
    high, low = resolve(best.effect.high, context.score), resolve(best.effect.low, context.score)
    if high is not None and low is not None and max(high, low) != context.score:
        context.agree(best.effect.high if high >= low else best.effect.low, (best.start, best.end))
    return Reading((Term(Judged(tuple(grades)), parts.basis() or Basis()),))


def official_grades(parts: Parts) -> Reading:
    """分为基本达成目标、部分实现目标…三档，分别按照100%-80%（含）、80%-60%（含）…确定分值."""
    names, ranges = parts.notes[NoteKind.GRADE_NAMES], parts.notes[NoteKind.GRADE_RANGES]
    if len(names.names) != len(ranges.ranges):
        raise Stop(ranges.start)
    grades = tuple(
        JudgedGrade(name, spread.high, spread.low)
        for name, spread in zip(names.names, ranges.ranges, strict=True)
    )
    return Reading((Term(Judged(() if grades == OFFICIAL_GRADES else grades), parts.basis() or Basis()),))

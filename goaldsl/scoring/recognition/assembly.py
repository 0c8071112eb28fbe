"""From statements to the rule they make: groups, their terms, and the modifiers of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from goaldsl.model.rule import (
    Award,
    Basis,
    Deduct,
    Judged,
    Manual,
    Modifiers,
    Points,
    PointsKind,
    Ratio,
    ReverseConvention,
    Rule,
    StepRounding,
    Term,
)
from goaldsl.scoring.points import resolve
from goaldsl.scoring.recognition import bands, ratios, steps, words
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.parts import Parts, Reading, check_full, sort
from goaldsl.scoring.recognition.statements import (
    Action,
    Calculated,
    Clause,
    Discretionary,
    Loose,
    Note,
    NoteKind,
    Proportional,
    Spread,
    Statement,
    Stepwise,
    Stop,
)

_OF_GROUP = frozenset(
    (NoteKind.CHECKLIST, NoteKind.IN_ORDER, NoteKind.ONLY, NoteKind.GRADES, NoteKind.JUDGED, NoteKind.INTERPOLATED, NoteKind.CLAMPED,
     NoteKind.BASIS, NoteKind.CAP_EARNED, NoteKind.QUOTIENT, NoteKind.EVIDENCE, NoteKind.OPEN)
)  # fmt: skip


_NOTHING = Points(PointsKind.POINTS)


def assemble(statements: Sequence[Statement], context: Context) -> Rule:
    """The rule; stops where the sentence says what no rule can say."""
    marks = [place for place, item in enumerate(statements) if _is_sum(item)]
    if marks:
        return _sum(statements, marks[0], context)
    groups = _numbered_groups(statements)
    if len(groups) > 1 and all(any(_is_step(item) for item in group) for group in groups):
        return _counted_groups(groups, context)
    parts = sort(statements)
    check_full(parts, context)
    reading, reverse = _read(parts, context)
    return _whole(reading, reverse, parts, context)


def _is_sum(item: Statement) -> bool:
    return isinstance(item.said, Note) and item.said.kind is NoteKind.SUM


def _is_step(item: Statement) -> bool:
    return isinstance(item.said, Clause) and isinstance(item.said.effect, Stepwise)


def _numbered_groups(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The statements of each number; those before the first number are of none."""
    groups: list[list[Statement]] = []
    for item in statements:
        if item.number:
            groups.append([item])
        elif groups:
            groups[-1].append(item)
    return groups


def _read(parts: Parts, context: Context) -> tuple[Reading, ReverseConvention | None]:
    """The terms of one group, and the bonus that may follow them."""
    adding = tuple(clause for clause in parts.clauses if _is_bonus(clause))
    if not adding:
        return _read_terms(parts, context)
    rest = replace(parts, clauses=tuple(clause for clause in parts.clauses if clause not in adding))
    reading, reverse = _read_terms(rest, context)
    bonus = steps.bonus(adding, reading.terms[0].basis, parts, context)
    return replace(reading, bonus=bonus), reverse


def _read_terms(parts: Parts, context: Context) -> tuple[Reading, ReverseConvention | None]:
    effects = [clause.effect for clause in parts.clauses]
    for clause in parts.clauses:
        if isinstance(clause.effect, Discretionary):
            raise Stop(clause.start)
    if not effects:
        return _without_clauses(parts, context), None
    if parts.has(NoteKind.INTERPOLATED):
        return bands.interpolation(parts, context), None
    if any(isinstance(effect, Proportional | Calculated) for effect in effects):
        return ratios.read(parts, context)
    if any(isinstance(effect, Spread) for effect in effects):
        return words.judged(parts, context), None
    if any(isinstance(effect, Stepwise) for effect in effects):
        return steps.read(parts, context), None
    return words.read(parts, context), None


def _without_clauses(parts: Parts, context: Context) -> Reading:
    """按评判等级赋分 and nothing else, or the names of the grades and their ranges apart."""
    if parts.has(NoteKind.GRADE_NAMES) and parts.has(NoteKind.GRADE_RANGES):
        return words.official_grades(parts)
    if parts.has(NoteKind.JUDGED) and not parts.clauses:
        return Reading((Term(Judged(), parts.basis() or Basis()),))
    raise Stop(parts.start)


def _whole(reading: Reading, reverse: ReverseConvention | None, parts: Parts, context: Context) -> Rule:
    """The rule with its modifiers."""
    base = _base(reading, parts, context)
    tolerance, unit = _tolerance(reading, parts, context)
    bonus = reading.bonus
    cap = parts.notes.get(NoteKind.CAP_LOST)
    if cap is not None and not any(isinstance(term.shape, Deduct) for term in reading.terms):
        raise Stop(cap.start)
    _check_caps(reading, parts, context)
    modifiers = Modifiers(
        tolerance=tolerance,
        tolerance_unit=unit,
        cap=None if cap is None else cap.points,
        base=base,
        bonus=bonus,
        steps=_rounding(parts),
        signed=parts.has(NoteKind.SIGNED),
        otherwise=None if reading.otherwise == _NOTHING else reading.otherwise,
        reverse=reverse,
    )
    return Rule(reading.terms, modifiers)


def _check_caps(reading: Reading, parts: Parts, context: Context) -> None:
    """最多得8分 of a ratio and 最多加2分 without a bonus are no rule; 最多得满分 holds of every rule."""
    earned, added = parts.notes.get(NoteKind.CAP_EARNED), parts.notes.get(NoteKind.CAP_ADDED)
    awarded = any(isinstance(term.shape, Award) for term in reading.terms)
    if (
        earned is not None
        and earned.points is not None
        and not awarded
        and not context.is_full(earned.points)
    ):
        raise Stop(earned.start)
    if added is not None and reading.bonus is None:
        raise Stop(added.start)
    quotient = parts.notes.get(NoteKind.QUOTIENT)
    if quotient is not None and not any(isinstance(term.shape, Ratio) for term in reading.terms):
        raise Stop(quotient.start)


def _rounding(parts: Parts) -> StepRounding | None:
    if parts.has(NoteKind.STARTED) and parts.has(NoteKind.PRO_RATA):
        raise Stop(parts.notes[NoteKind.PRO_RATA].start)
    if parts.has(NoteKind.STARTED):
        return StepRounding.STARTED
    return StepRounding.PRO_RATA if parts.has(NoteKind.PRO_RATA) else None


def _base(reading: Reading, parts: Parts, context: Context) -> Points | None:
    """基础分 where it is said, or where points are added to less than all of them; else the points must agree."""
    note, full = parts.notes.get(NoteKind.BASE), reading.full
    if note is not None:
        return note.points
    if full is None:
        return None
    value, score = resolve(full, context.score), context.score
    if reading.bonus is not None and value is not None and score is not None and value < score:
        return full
    clause = next((clause for clause in parts.clauses if _gives(clause, full)), None)
    if clause is not None:
        context.agree(full, (clause.start, clause.end))
    return None


def _gives(clause: Clause, points: Points) -> bool:
    return getattr(clause.effect, "points", None) is points


def _tolerance(reading: Reading, parts: Parts, context: Context) -> tuple[Decimal | None, str | None]:
    note = parts.notes.get(NoteKind.TOLERANCE)
    if note is None or note.size is None:
        return None, None
    unit, rest = context.split(note.size.words)
    if rest or (unit is None and note.size.words):
        raise Stop(note.start)
    if unit in ("%", "个百分点"):
        return note.size.number / 100, "%"
    return note.size.number, unit


def _sum(statements: Sequence[Statement], mark: int, context: Context) -> Rule:
    """（1）…；（2）…；以上各项合计计分: what follows the mark holds for the whole."""
    groups = _numbered_groups(statements[:mark])
    first = statements.index(groups[0][0]) if groups else mark
    if not groups:
        raise Stop(statements[mark].said.start)
    whole = sort([*statements[:first], *statements[mark:]])
    if whole.clauses and any(not _is_bonus(clause) for clause in whole.clauses):
        raise Stop(whole.clauses[0].start)
    if not whole.has(NoteKind.BASE):
        check_full(whole, context)
    readings, reverse = _group_readings(groups, whole, context)
    terms = tuple(term for reading in readings for term in reading.terms)
    said = [reading.otherwise for reading in readings if _has_rest(reading)]
    if any(points != said[0] for points in said):
        raise Stop(statements[mark].said.start)
    bonus = steps.bonus(whole.clauses, terms[0].basis, whole, context)
    joined = Reading(terms, said[0] if said else None, bonus)
    return _whole(joined, reverse, whole, context)


def _has_rest(reading: Reading) -> bool:
    return reading.otherwise is not None


def _is_bonus(clause: Clause) -> bool:
    return isinstance(clause.effect, Stepwise) and clause.effect.action is Action.ADD


def _group_readings(
    groups: Sequence[Sequence[Statement]], whole: Parts, context: Context
) -> tuple[list[Reading], ReverseConvention | None]:
    readings: list[Reading] = []
    reverses: set[ReverseConvention | None] = set()
    for group in groups:
        manual = _manual(group, context)
        if manual is not None:
            readings.append(manual)
            continue
        parts = replace(sort(group), numbered=False)
        if whole.has(NoteKind.BASE):
            parts = replace(parts, notes={**parts.notes, NoteKind.BASE: whole.notes[NoteKind.BASE]})
        for note in parts.notes.values():
            if note.kind not in _OF_GROUP and note.kind is not NoteKind.BASE:
                raise Stop(note.start)
        reading, reverse = _read(parts, context)
        _check_caps(reading, parts, context)
        if reverse is not None or any(isinstance(c.effect, Proportional | Calculated) for c in parts.clauses):
            reverses.add(reverse)
        if reading.full is not None and not whole.has(NoteKind.BASE):
            clause = next((clause for clause in parts.clauses if _gives(clause, reading.full)), None)
            if clause is not None:
                context.agree(reading.full, (clause.start, clause.end))
        readings.append(reading)
    if len(reverses) > 1:
        raise Stop(groups[-1][0].said.start)
    return readings, (reverses.pop() if reverses else None)


def _manual(group: Sequence[Statement], context: Context) -> Reading | None:
    """An item that a person judges is kept to the letter."""
    said = [item.said for item in group]
    judged = all(
        isinstance(part, Loose) or (isinstance(part, Clause) and isinstance(part.effect, Discretionary))
        for part in said
    )
    if not judged:
        return None
    text = context.shadow.words(said[0].start, said[-1].end).rstrip("，,；;。")
    return Reading((Term(Manual(text)),))


def _counted_groups(groups: Sequence[Sequence[Statement]], context: Context) -> Rule:
    """1、每发生1起事故扣2分；2、每发生1次投诉扣1分: deductions that add up without being told so."""
    if any(_is_step(item) and item.said.start < groups[0][0].said.start for item in groups[0]):
        raise Stop(groups[0][0].said.start)
    flat = [item for group in groups for item in group]
    parts = sort([item for item in flat if not _is_step(item)])
    if parts.clauses:
        raise Stop(parts.clauses[0].start)
    terms: list[Term] = []
    for group in groups:
        own = sort([item for item in group if _is_step(item)])
        reading = steps.read(own, context)
        terms += reading.terms
    if not all(isinstance(term.shape, Deduct) for term in terms) or len({term.basis for term in terms}) < len(
        terms
    ):
        raise Stop(groups[-1][0].said.start)
    return _whole(Reading(tuple(terms)), None, parts, context)

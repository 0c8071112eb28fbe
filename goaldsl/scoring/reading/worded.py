"""Sentences whose conditions are words: met or not, grades, items of a list, facts that cost points, intervals to pick in."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.rule import (
    Checklist,
    ChecklistItem,
    Grade,
    GradePoints,
    Judged,
    JudgedGrade,
    Modifiers,
    Pass,
    Points,
    Term,
)
from goaldsl.scoring.points import resolve
from goaldsl.scoring.reading.cases import Case, Meaning, denied, lost, outcome
from goaldsl.scoring.reading.row import FULL, NOTHING, Row
from goaldsl.scoring.reading.said import Does, Statements, StopError

_NONE = ("没有", "没有的", "无", "都没有", "均没有")


def picking(listed: tuple[Case, ...], row: Row) -> Meaning:
    """优得10-9分，良得8-7分: a person picks."""
    if row.numeric or row.dated:
        raise StopError(listed[0].start)
    grades = []
    for case in listed:
        effect = case.effect
        word = row.words(case.when.whole)
        if case.stepwise or case.when.otherwise or case.when.stretches or not word:
            raise StopError(case.start)
        if effect.does is Does.PICK:
            assert effect.amount is not None and effect.low is not None
            high, low = row.points(effect.amount), row.points(effect.low)
            if effect.loses:
                high, low = lost(low, row), lost(high, row)
        else:
            high = low = outcome(effect, row)
        grades.append(JudgedGrade(word, high, low))
    return Meaning((Term(Judged(tuple(grades))),))


def worded(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    """Points for words."""
    if not all(case.valued for case in listed):
        raise StopError(next(case.start for case in listed if not case.valued))
    measured = [case for case in listed if case.when.stretches]
    if len(measured) > 1 and len(measured) == sum(not case.when.otherwise for case in listed):
        raise StopError(listed[0].start)  # limits of something that the row does not measure
    for case in measured:
        if not any(token.kind == "w" for token in case.when.tokens):
            raise StopError(case.start)
    rest = [case for case in listed if case.when.otherwise]
    named = [case for case in listed if not case.when.otherwise]
    if len(rest) == 1 and not named and said.loose:
        return Meaning((Term(Pass(outcome(rest[0].effect, row))),))  # 处理率达80%以上，否则不得分
    if len(rest) > 1 or (rest and rest[0] is not listed[-1]) or not named:
        raise StopError(listed[-1].start)
    nothing = None
    if len(named) > 1 and named[-1].effect.does is Does.NOTHING and _nothing_else(named, row):
        named, nothing = named[:-1], NOTHING
    if said.mark("items") or _is_list(named, rest, row):
        return _checklist(named, rest, row)
    otherwise = outcome(rest[0].effect, row) if rest else nothing
    if said.mark("only") or said.mark("grades"):
        return _grades(named, otherwise, row)
    passed = _passed(named, rest, otherwise, row)
    if passed is not None:
        return passed
    if row.numeric or row.dated:
        raise StopError(named[-1].start)
    return _grades(named, otherwise, row)


def _nothing_else(named: list[Case], row: Row) -> bool:
    """没有不得分, or 未及时的不得分 behind a list: what an item that does not hold earns anyway."""
    last = named[-1].when
    return row.words(last.whole) in _NONE or (denied(last) and _is_list(named[:-1], [], row))


def _passed(named: list[Case], rest: list[Case], otherwise: Points | None, row: Row) -> Meaning | None:
    """One condition met or not; None where there are more."""
    gains = [case for case in named if case.gains and not case.effect.base]
    losses = [case for case in named if case not in gains]
    if len(named) == 2 and len(gains) == 2 and not rest:
        first, second = sorted(gains, key=lambda case: not _is_full(case, row))
        if _is_full(first, row) and _denies(second, first, row) and not _is_full(second, row):
            gains, losses = [first], [second]
    if len(gains) > 1 or len(losses) > 1 or (losses and rest):
        return None
    if gains and losses and not (row.numeric or row.dated) and not _denies(losses[0], gains[0], row):
        return None
    if gains and losses and _exempt(gains[0]) and losses[0].when.missed:
        return None
    if gains:
        points = outcome(gains[0].effect, row)
        if not row.is_full(points) and row.score is not None:
            row.agree(points, gains[0].start, gains[0].effect.end)
        if gains[0].when.named == "<" and not row.falling:
            raise StopError(gains[0].start)
        if losses:
            _same_matter(losses[0], gains[0], row)
            otherwise = outcome(losses[0].effect, row)
        return Meaning((Term(Pass(otherwise or NOTHING)),))
    if rest:
        raise StopError(rest[0].start)
    left = outcome(losses[0].effect, row)
    if denied(losses[0].when) or _required(losses[0]):
        return Meaning((Term(Pass(left)),))
    if (row.numeric or row.dated) and resolve(left, row.score) != 0:
        raise StopError(losses[0].start)
    return Meaning((Term(Pass(left)),))


def _exempt(case: Case) -> bool:
    """辖区未创建的不扣分: nothing is asked of it."""
    return case.effect.does is Does.KEEP and case.when.missed


def _required(case: Case) -> bool:
    """Whether the requirement with the target's own number stood in front."""
    return len(case.when.whole) < len(case.clause.condition)


def _same_matter(loss: Case, gain: Case, row: Row) -> None:
    """Under a number, a partial loss for anything but missing the target is another matter."""
    if (row.numeric or row.dated) and not _denies(loss, gain, row):
        raise StopError(loss.start)


def _is_full(case: Case, row: Row) -> bool:
    return case.effect.does in (Does.GAIN, Does.KEEP) and row.is_full(outcome(case.effect, row))


def _denies(loss: Case, gain: Case, row: Row) -> bool:
    """Whether one condition is the other one missed: 未建立 of 建立…, 超出 of 控制在…, or simply 未达标."""
    if gain.when.missed and not loss.when.missed:
        return True  # 未发生得满分，发生不得分
    if not loss.when.missed:
        return loss.when.named in ("<", ">")
    if denied(loss.when):
        return True
    bare = "".join(token.text for token in loss.when.tokens if token.kind == "w")
    for sign in ("没有", "没", "未", "不", "无"):
        bare = bare.replace(sign, "")
    good = "".join(token.text for token in gain.when.whole) + row.word
    return bare in good or sum(sign in good for sign in bare) * 2 >= len(bare)


def _is_list(named: list[Case], rest: list[Case], row: Row) -> bool:
    """制度健全1分，执行到位1分: items whose points add up to all."""
    if len(named) < 2 or row.score is None or any(case.effect.does is not Does.GAIN for case in named):
        return False
    if rest and rest[0].effect.does is not Does.NOTHING:
        return False
    amounts = [resolve(outcome(case.effect, row), row.score) for case in named]
    known = [amount for amount in amounts if amount is not None]
    whole = sum(known) == row.score and all(0 < amount < row.score for amount in known)
    return whole and len(known) == len(amounts)


def _checklist(named: list[Case], rest: list[Case], row: Row) -> Meaning:
    items = []
    for case in named:
        word = row.words(case.when.whole)
        if not word or case.effect.does is not Does.GAIN:
            raise StopError(case.start)
        items.append(ChecklistItem(word, outcome(case.effect, row)))
    if len({item.text for item in items}) < len(items):
        raise StopError(named[-1].start)
    return Meaning((Term(Checklist(tuple(items))),))


def _grades(named: list[Case], otherwise: Points | None, row: Row) -> Meaning:
    """One of several words holds."""
    grades: list[GradePoints] = []
    for case in named:
        if case.when.stretches and not case.effect.does:
            raise StopError(case.start)
        word, points = row.words(case.when.whole), outcome(case.effect, row)
        if not word or case.effect.base:
            raise StopError(case.start)
        grades.append(GradePoints(word, points))
    if len({grade.word for grade in grades}) < len(grades):
        raise StopError(named[-1].start)
    if not any(case.gains and not _exempt(case) for case in named) and row.word:
        if any(grade.word == row.word for grade in grades):
            raise StopError(named[0].start)
        grades.insert(0, GradePoints(row.word, FULL))
    best = max((resolve(grade.points, row.score) or Fraction(0) for grade in grades), default=Fraction(0))
    if row.score is not None and best < Fraction(row.score):
        top = next(case for case in named if resolve(outcome(case.effect, row), row.score) == best)
        row.agree(outcome(top.effect, row), top.start, top.effect.end)
        raise StopError(named[0].start)
    return Meaning((Term(Grade(tuple(grades))),), Modifiers(otherwise=otherwise))

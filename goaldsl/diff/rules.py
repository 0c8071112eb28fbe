"""Scoring rules compared as functions: the old rule under the new target, both in shares of their own points.

Only the rule differs then: more for some result and less for none is looser, whatever the words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Message
from goaldsl.diff.view import Row
from goaldsl.diff.wording import alike
from goaldsl.model.declaration import Indicator
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import rule_in
from goaldsl.scoring.function.curve import Curve, Segment
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import Order, Verdict, compare
from goaldsl.scoring.function.pieces import Fractional, Linear, Piece
from goaldsl.scoring.function.score import Counted, ScoreFunction
from goaldsl.scoring.function.table import PointTable, Range
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.stating import said_by
from goaldsl.scoring.subject import Subject


class Scoring(StrEnum):
    """How the new rule stands to the old one."""

    SAME = "same"
    LOOSENED = "loosened"
    TIGHTENED = "tightened"
    RESHAPED = "reshaped"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Witness:
    """A result and the points that it earned before and earns now; None where other questions decide, too."""

    at: Fraction | str
    points: tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation, why nothing can be said, and results that show it: one for which the new rule gives more, one for
    which it gives less."""

    relation: Scoring
    reason: Message | None = None
    more: Witness | None = None
    less: Witness | None = None


_SAME = Ruling(Scoring.SAME)


def compare_rules(old: Row, new: Row, catalog: Catalog, published: tuple[bool, bool]) -> Ruling:
    """What became of the old rule. `published`: which sides come from a JSON file, whose stored reading of a sentence
    does not count."""
    before, after = old.indicator, new.indicator
    if before.rule == after.rule and _points(before) == _points(after) and _said(before) == _said(after):
        return _SAME
    old_rule, new_rule = (
        _rule(each, catalog, kept) for each, kept in zip((before, after), published, strict=True)
    )
    if old_rule is None or new_rule is None:
        return _unread(before, after, old_rule, new_rule)
    subjects = (replace(subject_of(after, catalog), score=_points(before)), subject_of(after, catalog))
    if old_rule == new_rule and subjects[0].score == subjects[1].score:
        return _SAME
    return _ordered(old_rule, new_rule, subjects, catalog)


def _points(row: Indicator) -> Decimal | None:
    return row.score.value if row.score else None


def _said(row: Indicator) -> str:
    return row.criterion.value if row.criterion else ""


def _rule(row: Indicator, catalog: Catalog, published: bool) -> Rule | None:
    """The rule that holds: as declared, or as today's reader reads the sentence."""
    if published and row.criterion is not None and row.criterion.value:
        return rule_in(said_by(row.criterion, subject_of(row, catalog), catalog.unit))
    return row.rule


def _unread(before: Indicator, after: Indicator, old: Rule | None, new: Rule | None) -> Ruling:
    texts = (_said(before), _said(after))
    if old is None and new is None:
        if alike(*texts):
            return _SAME
        reason = Message("评分标准两边都没有读懂，文字又不同", "neither scoring sentence is understood")
        return Ruling(Scoring.REVIEW, reason)
    absent, sentence = ("原表", texts[0]) if old is None else ("新表", texts[1])
    if not sentence:
        reason = Message(f"{absent}没有写评分标准", "one side states no scoring rule")
    else:
        reason = Message(f"{absent}的评分标准没有读懂", "one scoring sentence is not understood")
    return Ruling(Scoring.REVIEW, reason)


def _ordered(old: Rule, new: Rule, subjects: tuple[Subject, Subject], catalog: Catalog) -> Ruling:
    functions = [_shares(rule, subject, catalog) for rule, subject in zip((old, new), subjects, strict=True)]
    one, other = functions
    if one is None or other is None:
        if old == new:
            return _SAME
        return Ruling(
            Scoring.REVIEW, Message("有一边的规则算不出来，要人看", "one of the rules cannot be computed")
        )
    order = compare(other, one)
    full = [Fraction(subject.score or 0) for subject in subjects]
    shown = [_witness(at, (one, other), (full[0], full[1])) for at in (order.more, order.less)]
    return _ruling(order, shown[0], shown[1])


def _witness(
    at: Fraction | str | None, functions: tuple[ScoreFunction, ScoreFunction], full: tuple[Fraction, Fraction]
) -> Witness | None:
    if at is None:
        return None
    questions = [function.questions for function in functions]
    if any(len(asked) != 1 for asked in questions):
        return Witness(at, None)
    ranges = [function.points({asked[0]: at}) for function, asked in zip(functions, questions, strict=True)]
    if not all(each.exact for each in ranges):
        return Witness(at, None)
    return Witness(at, (ranges[0].high * full[0], ranges[1].high * full[1]))


def _ruling(order: Order, more: Witness | None, less: Witness | None) -> Ruling:
    match order.verdict:
        case Verdict.EQUAL:
            return _SAME
        case Verdict.GREATER:
            return Ruling(Scoring.LOOSENED, more=more)
        case Verdict.LESS:
            return Ruling(Scoring.TIGHTENED, less=less)
        case Verdict.INCOMPARABLE:
            return Ruling(Scoring.RESHAPED, more=more, less=less)
        case Verdict.UNKNOWN:
            return Ruling(
                Scoring.RESHAPED, Message("问的不是同一件事，或比不出高低", "they ask for different things")
            )


def _shares(rule: Rule, subject: Subject, catalog: Catalog) -> ScoreFunction | None:
    """The function in shares of the points: 1 is all of them."""
    whole = subject.score if subject.score is not None and subject.score > 0 else None
    function = lower(rule, replace(subject, name="", score=whole), catalog.unit)
    if not isinstance(function, ScoreFunction) or not function.full:
        return None
    return _divided(function, function.full)


def _divided(function: ScoreFunction, full: Fraction) -> ScoreFunction:
    parts = tuple(
        Counted(part.question, _values(part.values, full))
        if isinstance(part, Counted)
        else _divided(part, full)
        for part in function.parts
    )
    ends = [None if end is None else end / full for end in (function.low, function.high)]
    return ScoreFunction(parts, function.full / full, function.start / full, *ends)


def _values(values: Curve | PointTable, full: Fraction) -> Curve | PointTable:
    if isinstance(values, PointTable):
        entries = tuple((word, _range(points, full)) for word, points in values.entries)
        return PointTable(entries, _range(values.otherwise, full))
    return Curve(tuple(Segment(where, _piece(piece, full)) for where, piece in values.segments))


def _range(points: Range, full: Fraction) -> Range:
    return Range(points.low / full, points.high / full, points.open_high)


def _piece(piece: Piece, full: Fraction) -> Piece:
    if isinstance(piece, Linear):
        return Linear(piece.slope / full, piece.start / full)
    if isinstance(piece, Fractional):
        return Fractional(piece.a / full, piece.b / full, piece.c, piece.d)
    return replace(piece, start=piece.start / full, rise=piece.rise / full)

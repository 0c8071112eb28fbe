"""Ratios under a reverse target: the two customs differ, so one must be named (GB301)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.rule import Ratio, Rule, Term
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.scoring import shape_codes as codes
from goaldsl.scoring.points import plain
from goaldsl.scoring.quantity import asked
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity.reporting import found

_EXAMPLE = Fraction(11, 10)  # the actual value of the message: a tenth more than planned


def examine(term: Term, rule: Rule, subject: Subject, span: Span) -> Iterator[Finding]:
    """A ratio that does not say whether it is 线性 or 反比 although less is better."""
    if not isinstance(term.shape, Ratio) or rule.modifiers.reverse is not None:
        return
    quantity, target = asked(term.basis, subject), subject.target
    if quantity.direction is not Direction.DESCENDING or not isinstance(target, QuantityTarget):
        return
    linear, inverse = _points(2 - _EXAMPLE, term.shape, subject), _points(1 / _EXAMPLE, term.shape, subject)
    yield found(
        codes.REVERSE_UNSAID,
        term.span,
        span,
        Message(
            f"指标值越小越好，超出以后怎样按比例要写明：实际值是计划值的 1.1 倍时，线性得{linear.zh}，反比得{inverse.zh}",
            "less is better here, and the rule does not say how it falls beyond the target: "
            f"at 1.1 times the target linear gives {linear.en}, inverse {inverse.en}",
        ),
        Message(
            "写 按比例 线性（得分 = 分值×(1-(实际值-计划值)/计划值)）或 按比例 反比（得分 = 分值×计划值/实际值）。",
            "Write ratio linear (points × (1 - (A - T)/T)) or ratio inverse (points × T/A).",
        ),
        _fix(term),
    )


def _fix(term: Term) -> Fix | None:
    """线性 as the change on offer: it is what the deployed systems compute. Never applied unasked."""
    if term.span == NOWHERE:
        return None
    end = Span(term.span.end, term.span.end)
    title = Message("写明 线性（或手工改为 反比）", "say linear (or write inverse by hand)")
    return Fix(title, (Edit(end, " 线性"),), safe=False)


def _points(share: Fraction, shape: Ratio, subject: Subject) -> Message:
    """The score for a share of the target, or the share itself where there is no score."""
    if shape.cutoff is not None and share < Fraction(shape.cutoff):
        share = Fraction(0)
    if shape.floor is not None and shape.floor < 1:
        floor = Fraction(shape.floor)
        share = max((share - floor) / (1 - floor), Fraction(0))
    if subject.score is None:
        percent = _rounded(share * 100)
        return Message(f"分值的{percent}%", f"{percent}% of the points")
    points = _rounded(share * Fraction(subject.score))
    return Message(f"{points}分", f"{points} points")


def _rounded(value: Fraction) -> str:
    """Two decimals, half up."""
    return plain(Decimal((value * 100 + Fraction(1, 2)).__floor__()).scaleb(-2))

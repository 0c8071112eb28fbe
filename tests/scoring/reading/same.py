"""The part of a rule that its sentence says, in one form: two rules that read alike are equal here.

Resolved as for publication; modifiers that do not fit their rule (GB306) and parameters that change nothing left out.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from goaldsl.model.rule import Band, Bands, Deduct, Modifiers, Pass, Points, PointsKind, Ratio, Rule, Term
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.resolution import has_rest, resolved
from goaldsl.scoring.shapes import is_chain
from goaldsl.scoring.subject import Subject, Units, packaged_unit

_NOTHING = Points(PointsKind.POINTS)
_OPPOSITES = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def said(rule: Rule, subject: Subject, unit: Units = packaged_unit) -> Rule:
    """What the official sentence of `rule` says of it."""
    rule = _turned(rule, subject)
    rule = resolved(rule, subject, unit)
    terms = tuple(_term(term, asked(term.basis, subject)) for term in rule.terms)
    return Rule(terms, _modifiers(rule.modifiers, terms))


def _term(term: Term, quantity: Quantity) -> Term:
    shape = term.shape
    if not isinstance(shape, Ratio):
        return term
    if shape.floor is not None:
        shape = replace(shape, cutoff=None)
    return Term(replace(shape, of=plain_base(shape.of, quantity)), term.basis)


def plain_base(of: Decimal | None, quantity: Quantity) -> Decimal | None:
    """以 95% 为基数 under 95 % is no other base than the target."""
    whole = quantity.reference if quantity.rate and quantity.unit and quantity.unit.symbol == "%" else 100
    return None if of is not None and of * 100 == whole else of


def _modifiers(modifiers: Modifiers, terms: tuple[Term, ...]) -> Modifiers:
    shapes = [term.shape for term in terms]
    if not any(isinstance(shape, Deduct) for shape in shapes):
        modifiers = replace(modifiers, cap=None)
    if not any(isinstance(shape, Ratio) for shape in shapes):
        modifiers = replace(modifiers, reverse=None)
    if not any(has_rest(shape) for shape in shapes) and not any(isinstance(shape, Pass) for shape in shapes):
        modifiers = replace(modifiers, otherwise=None)
    return modifiers


def _turned(rule: Rule, subject: Subject) -> Rule:
    """Bands that begin with nothing are read from their other end."""
    if len(rule.terms) != 1 or not isinstance(rule.terms[0].shape, Bands):
        return rule
    (term,) = rule.terms
    bands = rule.terms[0].shape.bands
    if len(bands) < 2 or not is_chain(bands, asked(term.basis, subject)):
        return rule
    last = rule.modifiers.otherwise or _NOTHING
    if resolve(bands[0].points, subject.score) != 0 or resolve(last, subject.score) == 0:
        return rule
    turned, otherwise = turn(bands, last)
    return Rule((Term(Bands(turned), term.basis),), replace(rule.modifiers, otherwise=otherwise))


def turn(bands: tuple[Band, ...], otherwise: Points) -> tuple[tuple[Band, ...], Points]:
    """The same bands from the other end: what was left over comes first, what came first is left over."""
    points = [*(band.points for band in bands[1:]), otherwise]
    turned = [
        Band(_OPPOSITES[band.operator], band.amount, band.unit, earned)
        for band, earned in zip(reversed(bands), reversed(points), strict=True)
    ]
    return tuple(turned), bands[0].points

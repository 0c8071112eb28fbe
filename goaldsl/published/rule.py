"""The published form of a rule, and its codec.

A rule of one term is that term (`{"kind": "ratio"}`), several are a `sum`. `basis` and `modifiers` stand only where
they differ from the plain case. Amounts of points are numbers ("2.5"); where none is exact, or the score is not
known, `{"share": "1/3"}` of the indicator's points or `{"less": "3"}` than all of them.

What is published is the resolved rule (`scoring.resolution`); it comes back as it went.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypedDict, assert_never

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from goaldsl.model import rule as model
from goaldsl.numbers import decimal, plain
from goaldsl.published.scalars import Computed, Share


class Part(Struct, frozen=True, omit_defaults=True):
    """Points where no number is exact: a share of the indicator's, or all of them but so many."""

    share: Share | None = None
    less: Computed | None = None

    def __post_init__(self) -> None:
        if (self.share is None) is (self.less is None):
            raise ValueError("one of `share` and `less`")


Points = Computed | Part


class Basis(Struct, frozen=True, omit_defaults=True):
    """What is looked at, where it is not the actual value."""

    kind: model.BasisKind
    word: str | None = None


class Step(Struct, frozen=True, omit_defaults=True):
    """The stretch that costs or earns points once."""

    amount: Computed
    unit: str | None = None
    of_target: bool = False
    side: model.StepDirection | None = None


class Tolerance(Struct, frozen=True, omit_defaults=True):
    """How far a miss is forgiven."""

    amount: Computed
    unit: str | None = None


class Bonus(Struct, frozen=True, omit_defaults=True):
    """Points on top for going beyond the target."""

    points: Points
    step: Step
    cap: Points | None = None


class Modifiers(Struct, frozen=True, omit_defaults=True):
    """What holds for the whole rule."""

    tolerance: Tolerance | None = None
    cap: Points | None = None
    base: Points | None = None
    bonus: Bonus | None = None
    steps: model.StepRounding | None = None
    signed: bool = False
    reverse: model.ReverseConvention | None = None
    otherwise: Points | None = field(name="else", default=None)


class _Whole(Struct, frozen=True, omit_defaults=True, tag_field="kind", kw_only=True):
    modifiers: Modifiers | None = None


class _Term(_Whole, frozen=True, omit_defaults=True, kw_only=True):
    basis: Basis | None = None


class Ratio(_Term, frozen=True, omit_defaults=True, tag="ratio"):
    """In proportion; shares of the target."""

    floor: Computed | None = None
    cutoff: Computed | None = None
    of: Computed | None = None


class Pass(_Term, frozen=True, omit_defaults=True, tag="pass"):
    """All or nothing, or all or something."""

    otherwise: Points | None = field(name="else", default=None)


class Deduct(_Term, frozen=True, omit_defaults=True, tag="deduct"):
    """Points lost at each step."""

    points: Points
    step: Step


class Award(_Term, frozen=True, omit_defaults=True, tag="award"):
    """Points earned at each step."""

    points: Points
    step: Step
    cap: Points | None = None


class GradePoints(Struct, frozen=True):
    """A grade word and what it earns."""

    word: str
    points: Points


class Grade(_Term, frozen=True, omit_defaults=True, tag="grade"):
    """Words that earn points."""

    grades: tuple[GradePoints, ...]


class Band(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A condition on the number, and what it earns."""

    operator: Annotated[str, Meta(pattern="^(>=?|<=?|=)$")]
    amount: Computed
    unit: str | None = None
    points: Points


class Bands(_Term, frozen=True, omit_defaults=True, tag="bands"):
    """The first band that holds."""

    bands: tuple[Band, ...]


class Node(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """At `amount` the rule gives `points`."""

    amount: Computed
    unit: str | None = None
    points: Points


class Interpolation(_Term, frozen=True, omit_defaults=True, tag="points"):
    """Linear between nodes."""

    nodes: tuple[Node, ...]


class ChecklistItem(Struct, frozen=True):
    """What it earns when it holds."""

    text: str
    points: Points


class Checklist(_Term, frozen=True, omit_defaults=True, tag="checklist"):
    """Items that hold or not."""

    items: tuple[ChecklistItem, ...]


class JudgedGrade(Struct, frozen=True):
    """A person picks between `high` and `low`."""

    word: str
    high: Points
    low: Points


class Judged(_Term, frozen=True, omit_defaults=True, tag="judged"):
    """Grades within which a person picks."""

    grades: tuple[JudgedGrade, ...]


class Manual(_Term, frozen=True, omit_defaults=True, tag="manual"):
    """Words that a person applies."""

    text: str


Term = Ratio | Pass | Deduct | Award | Grade | Bands | Interpolation | Checklist | Judged | Manual


class Sum(_Whole, frozen=True, omit_defaults=True, tag="sum"):
    """Several terms."""

    terms: Annotated[tuple[Term, ...], Meta(min_length=1)]


class Sentence(Struct, frozen=True, tag_field="kind", tag="sentence"):
    """What 1.0 wrote of a sentence that nobody could read; 1.1 writes no rule."""

    text: str


Rule = Term | Sum


# ── the model's rule, published ──────────────────────────────────────────────────────────────────────────────────
def encode(rule: model.Rule) -> Rule:
    """The published form of a resolved rule."""
    terms = tuple(_term(term) for term in rule.terms)
    whole = terms[0] if len(terms) == 1 else Sum(terms)
    modifiers = _modifiers(rule.modifiers)
    return whole if modifiers == Modifiers() else replace(whole, modifiers=modifiers)


class _Value(TypedDict):
    amount: str
    unit: str | None
    points: Points


def _term(term: model.Term) -> Term:
    shape = _shape(term.shape)
    if term.basis.kind is model.BasisKind.ACTUAL:
        return shape
    return replace(shape, basis=Basis(term.basis.kind, term.basis.word))


def _shape(shape: model.Shape) -> Term:
    match shape:
        case model.Ratio():
            return Ratio(*(_number(value) for value in (shape.floor, shape.cutoff, shape.of)))
        case model.Pass():
            return Pass(_maybe(shape.otherwise))
        case model.Deduct():
            return Deduct(_points(shape.points), _step(shape.step))
        case model.Award():
            return Award(_points(shape.points), _step(shape.step), _maybe(shape.cap))
        case model.Grade():
            return Grade(tuple(GradePoints(each.word, _points(each.points)) for each in shape.grades))
        case model.Bands():
            return Bands(tuple(Band(operator=each.operator, **_value(each)) for each in shape.bands))
        case model.Interpolation():
            return Interpolation(tuple(Node(**_value(each)) for each in shape.nodes))
        case model.Checklist():
            return Checklist(tuple(ChecklistItem(each.text, _points(each.points)) for each in shape.items))
        case model.Judged():
            judged = ((each.word, _points(each.high), _points(each.low)) for each in shape.grades)
            return Judged(tuple(JudgedGrade(*each) for each in judged))
        case model.Manual():
            return Manual(shape.text)
        case _:
            assert_never(shape)


def _value(value: model.Band | model.Node) -> _Value:
    return {"amount": plain(value.amount), "unit": value.unit, "points": _points(value.points)}


def _step(step: model.Step) -> Step:
    return Step(plain(step.amount), step.unit, step.of_target, step.direction)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _maybe(points: model.Points | None) -> Points | None:
    return None if points is None else _points(points)


def _points(points: model.Points) -> Points:
    match points.kind:
        case model.PointsKind.POINTS:
            return plain(points.amount)
        case model.PointsKind.PERCENT:
            return Part(share=plain(Fraction(points.amount) / 100))
        case model.PointsKind.FRACTION:
            return Part(share=f"{plain(points.amount)}/{plain(points.over)}")
        case model.PointsKind.FULL:
            return Part(share="1")
        case model.PointsKind.LESS:
            return Part(less=plain(points.amount))


def _modifiers(modifiers: model.Modifiers) -> Modifiers:
    tolerance, bonus = modifiers.tolerance, modifiers.bonus
    return Modifiers(
        None if tolerance is None else Tolerance(plain(tolerance), modifiers.tolerance_unit),
        _maybe(modifiers.cap),
        _maybe(modifiers.base),
        None if bonus is None else Bonus(_points(bonus.points), _step(bonus.step), _maybe(bonus.cap)),
        modifiers.steps,
        modifiers.signed,
        modifiers.reverse,
        _maybe(modifiers.otherwise),
    )


# ── and back ─────────────────────────────────────────────────────────────────────────────────────────────────────
def decode(rule: Rule) -> model.Rule:
    """The rule that a published one says."""
    terms = rule.terms if isinstance(rule, Sum) else (rule,)
    return model.Rule(tuple(_read_term(term) for term in terms), _read_modifiers(rule.modifiers))


def _read_term(term: Term) -> model.Term:
    if term.basis is None:
        return model.Term(_read_shape(term))
    basis = model.Basis(term.basis.kind, term.basis.word)
    return model.Term(_read_shape(term), basis)


def _read_shape(shape: Term) -> model.Shape:
    match shape:
        case Ratio():
            return model.Ratio(*(_read_number(value) for value in (shape.floor, shape.cutoff, shape.of)))
        case Pass():
            return model.Pass(_read_maybe(shape.otherwise))
        case Deduct():
            return model.Deduct(_read_points(shape.points), _read_step(shape.step))
        case Award():
            return model.Award(_read_points(shape.points), _read_step(shape.step), _read_maybe(shape.cap))
        case Grade():
            grades = shape.grades
            return model.Grade(tuple(model.GradePoints(one.word, _read_points(one.points)) for one in grades))
        case Bands():
            return model.Bands(tuple(model.Band(one.operator, *_read_value(one)) for one in shape.bands))
        case Interpolation():
            return model.Interpolation(tuple(model.Node(*_read_value(one)) for one in shape.nodes))
        case Checklist():
            items = shape.items
            return model.Checklist(
                tuple(model.ChecklistItem(one.text, _read_points(one.points)) for one in items)
            )
        case Judged():
            judged = ((one.word, _read_points(one.high), _read_points(one.low)) for one in shape.grades)
            return model.Judged(tuple(model.JudgedGrade(*one) for one in judged))
        case Manual():
            return model.Manual(shape.text)
        case _:
            assert_never(shape)


def _read_value(value: Band | Node) -> tuple[Decimal, str | None, model.Points]:
    return Decimal(value.amount), value.unit, _read_points(value.points)


def _read_step(step: Step) -> model.Step:
    return model.Step(Decimal(step.amount), step.unit, step.of_target, step.side)


def _read_number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _read_maybe(points: Points | None) -> model.Points | None:
    return None if points is None else _read_points(points)


def _read_points(points: Points) -> model.Points:
    if isinstance(points, str):
        return model.Points(model.PointsKind.POINTS, Decimal(points))
    if points.share is None:
        return model.Points(model.PointsKind.LESS, Decimal(points.less or 0))
    share = Fraction(points.share)
    percent = decimal(share * 100)
    if share == 1:
        return model.Points(model.PointsKind.FULL)
    if percent is not None:
        return model.Points(model.PointsKind.PERCENT, percent)
    return model.Points(model.PointsKind.FRACTION, Decimal(share.numerator), Decimal(share.denominator))


def _read_modifiers(modifiers: Modifiers | None) -> model.Modifiers:
    if modifiers is None:
        return model.Modifiers()
    tolerance = modifiers.tolerance
    return model.Modifiers(
        None if tolerance is None else Decimal(tolerance.amount),
        None if tolerance is None else tolerance.unit,
        _read_maybe(modifiers.cap),
        _read_maybe(modifiers.base),
        None if modifiers.bonus is None else _read_bonus(modifiers.bonus),
        modifiers.steps,
        modifiers.signed,
        _read_maybe(modifiers.otherwise),
        modifiers.reverse,
    )


def _read_bonus(bonus: Bonus) -> model.Bonus:
    return model.Bonus(_read_points(bonus.points), _read_step(bonus.step), _read_maybe(bonus.cap))

"""The published form of a rule: plain data with fixed keys and exact numbers as strings, and back.

A rule of one term is that term (`{"kind": "ratio"}`), several are a `sum`. `basis` and `modifiers` stand only where
they differ from the plain case. Amounts of points are numbers ("2.5"); where none is exact, or the score is not
known, `{"share": "1/3"}` of the indicator's points or `{"less": "3"}` than all of them.

`data` publishes the resolved rule (`resolution`), so `rule_from_data(data(rule, subject))` is `resolved(rule, subject)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Basis,
    BasisKind,
    Bonus,
    Checklist,
    ChecklistItem,
    Deduct,
    Grade,
    GradePoints,
    Interpolation,
    Judged,
    JudgedGrade,
    Manual,
    Modifiers,
    Node,
    Pass,
    Points,
    PointsKind,
    Ratio,
    ReverseConvention,
    Rule,
    Shape,
    Step,
    StepDirection,
    StepRounding,
    Term,
)
from goaldsl.scoring.points import decimal, plain
from goaldsl.scoring.resolution import resolved
from goaldsl.scoring.subject import Subject, Units, packaged_unit

Data = dict[str, Any]


def data(rule: Rule, subject: Subject, unit: Units = packaged_unit) -> Data:
    """The published form of `rule` under its indicator."""
    rule = resolved(rule, subject, unit)
    terms = [_term(term) for term in rule.terms]
    whole: Data = terms[0] if len(terms) == 1 else {"kind": "sum", "terms": terms}
    modifiers = _modifiers(rule.modifiers)
    return whole | {"modifiers": modifiers} if modifiers else whole


def _term(term: Term) -> Data:
    published = _shape(term.shape)
    if term.basis.kind is not BasisKind.ACTUAL:
        published["basis"] = _present(kind=str(term.basis.kind), word=term.basis.word)
    return published


def _shape(shape: Shape) -> Data:
    match shape:
        case Ratio():
            shares = {"floor": shape.floor, "cutoff": shape.cutoff, "of": shape.of}
            return {"kind": "ratio"} | {
                key: plain(value) for key, value in shares.items() if value is not None
            }
        case Pass():
            return _present(kind="pass", **{"else": _maybe_points(shape.otherwise)})
        case Deduct():
            return {"kind": "deduct", "points": _points(shape.points), "step": _step(shape.step)}
        case Award():
            earned = {"points": _points(shape.points), "step": _step(shape.step)}
            return _present(kind="award", **earned, cap=_maybe_points(shape.cap))
        case Grade():
            grades = [{"word": grade.word, "points": _points(grade.points)} for grade in shape.grades]
            return {"kind": "grade", "grades": grades}
        case Bands():
            return {
                "kind": "bands",
                "bands": [{"operator": band.operator} | _value(band) for band in shape.bands],
            }
        case Interpolation():
            return {"kind": "points", "nodes": [_value(node) for node in shape.nodes]}
        case Checklist():
            items = [{"text": item.text, "points": _points(item.points)} for item in shape.items]
            return {"kind": "checklist", "items": items}
        case Judged():
            judged = [
                {"word": grade.word, "high": _points(grade.high), "low": _points(grade.low)}
                for grade in shape.grades
            ]
            return {"kind": "judged", "grades": judged}
        case Manual():
            return {"kind": "manual", "text": shape.text}


def _present(**values: Any) -> Data:
    """Only what there is."""
    return {key: value for key, value in values.items() if value is not None}


def _value(value: Band | Node) -> Data:
    return _present(amount=plain(value.amount), unit=value.unit, points=_points(value.points))


def _step(step: Step) -> Data:
    side = None if step.direction is None else str(step.direction)
    return _present(amount=plain(step.amount), unit=step.unit, of_target=step.of_target or None, side=side)


def _maybe_points(points: Points | None) -> str | Data | None:
    return None if points is None else _points(points)


def _points(points: Points) -> str | Data:
    match points.kind:
        case PointsKind.POINTS:
            return plain(points.amount)
        case PointsKind.PERCENT:
            return {"share": plain(points.amount / 100)}
        case PointsKind.FRACTION:
            return {"share": f"{plain(points.amount)}/{plain(points.over)}"}
        case PointsKind.FULL:
            return {"share": "1"}
        case PointsKind.LESS:
            return {"less": plain(points.amount)}


def _modifiers(modifiers: Modifiers) -> Data:
    tolerance, bonus = modifiers.tolerance, modifiers.bonus
    added = None
    if bonus is not None:
        earned = {"points": _points(bonus.points), "step": _step(bonus.step)}
        added = _present(**earned, cap=_maybe_points(bonus.cap))
    return _present(
        tolerance=None
        if tolerance is None
        else _present(amount=plain(tolerance), unit=modifiers.tolerance_unit),
        cap=_maybe_points(modifiers.cap),
        base=_maybe_points(modifiers.base),
        bonus=added,
        steps=modifiers.steps and str(modifiers.steps),
        signed=modifiers.signed or None,
        reverse=modifiers.reverse and str(modifiers.reverse),
        **{"else": _maybe_points(modifiers.otherwise)},
    )


def rule_from_data(published: Mapping[str, Any]) -> Rule:
    """The rule of a published form. What it does not know it ignores; what is missing raises KeyError."""
    terms = published["terms"] if published["kind"] == "sum" else [published]
    modifiers = published.get("modifiers", {})
    return Rule(tuple(_read_term(term) for term in terms), _read_modifiers(modifiers))


def _read_term(term: Mapping[str, Any]) -> Term:
    basis = term.get("basis")
    if basis is None:
        return Term(_read_shape(term))
    return Term(_read_shape(term), Basis(BasisKind(basis["kind"]), basis.get("word")))


def _read_shape(shape: Mapping[str, Any]) -> Shape:
    match shape["kind"]:
        case "ratio":
            return Ratio(*(_read_number(shape.get(key)) for key in ("floor", "cutoff", "of")))
        case "pass":
            return Pass(_read_maybe(shape.get("else")))
        case "deduct":
            return Deduct(_read_points(shape["points"]), _read_step(shape["step"]))
        case "award":
            cap = _read_maybe(shape.get("cap"))
            return Award(_read_points(shape["points"]), _read_step(shape["step"]), cap)
        case "grade":
            grades = ((grade["word"], grade["points"]) for grade in shape["grades"])
            return Grade(tuple(GradePoints(word, _read_points(points)) for word, points in grades))
        case "bands":
            return Bands(tuple(Band(band["operator"], *_read_value(band)) for band in shape["bands"]))
        case "points":
            return Interpolation(tuple(Node(*_read_value(node)) for node in shape["nodes"]))
        case "checklist":
            items = ((item["text"], item["points"]) for item in shape["items"])
            return Checklist(tuple(ChecklistItem(text, _read_points(points)) for text, points in items))
        case "judged":
            return Judged(tuple(_read_judged(grade) for grade in shape["grades"]))
        case "manual":
            return Manual(shape["text"])
        case kind:
            raise ValueError(f"unknown kind of rule: {kind}")


def _read_judged(grade: Mapping[str, Any]) -> JudgedGrade:
    return JudgedGrade(grade["word"], _read_points(grade["high"]), _read_points(grade["low"]))


def _read_value(value: Mapping[str, Any]) -> tuple[Decimal, str | None, Points]:
    return Decimal(value["amount"]), value.get("unit"), _read_points(value["points"])


def _read_step(step: Mapping[str, Any]) -> Step:
    side = step.get("side")
    direction = None if side is None else StepDirection(side)
    return Step(Decimal(step["amount"]), step.get("unit"), step.get("of_target", False), direction)


def _read_number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _read_maybe(points: str | Mapping[str, str] | None) -> Points | None:
    return None if points is None else _read_points(points)


def _read_points(points: str | Mapping[str, str]) -> Points:
    if isinstance(points, str):
        return Points(PointsKind.POINTS, Decimal(points))
    if "less" in points:
        return Points(PointsKind.LESS, Decimal(points["less"]))
    share = Fraction(points["share"])
    percent = decimal(share * 100)
    if share == 1:
        return Points(PointsKind.FULL)
    if percent is not None:
        return Points(PointsKind.PERCENT, percent)
    return Points(PointsKind.FRACTION, Decimal(share.numerator), Decimal(share.denominator))


def _read_modifiers(modifiers: Mapping[str, Any]) -> Modifiers:
    tolerance, bonus = modifiers.get("tolerance"), modifiers.get("bonus")
    return Modifiers(
        tolerance=tolerance and Decimal(tolerance["amount"]),
        tolerance_unit=tolerance and tolerance.get("unit"),
        cap=_read_maybe(modifiers.get("cap")),
        base=_read_maybe(modifiers.get("base")),
        bonus=bonus and _read_bonus(bonus),
        steps=StepRounding(modifiers["steps"]) if "steps" in modifiers else None,
        signed=modifiers.get("signed", False),
        otherwise=_read_maybe(modifiers.get("else")),
        reverse=ReverseConvention(modifiers["reverse"]) if "reverse" in modifiers else None,
    )


def _read_bonus(bonus: Mapping[str, Any]) -> Bonus:
    return Bonus(_read_points(bonus["points"]), _read_step(bonus["step"]), _read_maybe(bonus.get("cap")))

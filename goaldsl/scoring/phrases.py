"""The parts every sentence is made of: where the target is met, one step, one amount of the quantity."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from goaldsl.model.rule import Basis, BasisKind, Step, StepDirection
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    Operator,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
)
from goaldsl.scoring.frame import Frame
from goaldsl.scoring.points import plain
from goaldsl.scoring.quantity import PERCENT, Quantity, is_late, is_share, percent_of_target

_OPERATOR_KINDS = {
    Operator.AT_LEAST: "at-least",
    Operator.MORE: "more",
    Operator.AT_MOST: "at-most",
    Operator.LESS: "less",
    Operator.EXACTLY: "exactly",
}
_BASIS_KINDS = {
    BasisKind.DEVIATION: "no-deviation",
    BasisKind.LATE: "not-late",
    BasisKind.COUNT: "not-occurred",
}
_DIRECTION_KINDS = {
    Direction.ASCENDING: "at-least",
    Direction.DESCENDING: "at-most",
    Direction.BOTH: "exactly",
}


def words(frame: Frame, basis: Basis) -> dict[str, str]:
    """What every template may ask for."""
    value, symbol = _printed(frame)
    common = {
        "名称": frame.subject.name,
        "指标值": value,
        "计量单位": symbol,
        "分值": frame.amount(frame.at_target),
        "事项": basis.word or "",
    }
    return common | {"达成": _met(frame, basis, common)}


def _printed(frame: Frame) -> tuple[str, str]:
    """指标值 and 计量单位 as the form prints them."""
    match frame.subject.target:
        case QuantityTarget(amount_text=text, unit=unit) | RangeTarget(text=text, unit=unit):
            return text, unit.symbol if unit else ""
        case DeadlineTarget(text=text):
            return (text if text.endswith(("前", "内", "底", "末")) else f"{text}前"), ""
        case PeriodTarget(text=text):
            return text, ""
        case QualityTarget(word=word):
            return word, ""
        case _:
            return "计划值", ""


def _met(frame: Frame, basis: Basis, common: dict[str, str]) -> str:
    if basis.kind in _BASIS_KINDS:
        return frame.fill(_BASIS_KINDS[basis.kind], common)
    if basis.kind is BasisKind.ACTUAL:
        return frame.fill(_target_kind(frame), common)
    quantity = frame.quantity(basis)
    if not quantity.known:
        return frame.fill("basis-as-planned", common | {"名称": quantity.name})
    value = plain(quantity.reference or Fraction(0))
    symbol = quantity.unit.symbol if quantity.unit else ""
    kind = _DIRECTION_KINDS[quantity.direction]
    return frame.fill(kind, {"名称": quantity.name, "指标值": value, "计量单位": symbol})


def _target_kind(frame: Frame) -> str:
    match frame.subject.target:
        case QuantityTarget(operator=operator, amount=amount):
            descending = frame.subject.direction is Direction.DESCENDING
            if descending and amount == 0 and operator in (None, Operator.EQUAL, Operator.AT_MOST):
                return "zero"
            if operator is None or operator is Operator.EQUAL:
                return "at-most" if descending else "equal"
            return _OPERATOR_KINDS[operator]
        case RangeTarget():
            return "range"
        case DeadlineTarget():
            return "deadline"
        case PeriodTarget():
            return "period"
        case QualityTarget():
            return "quality"
        case _:
            return "as-planned"


def step_words(frame: Frame, step: Step, quantity: Quantity) -> dict[str, str]:
    """{步数} and {步长} of a step."""
    count, unit = plain(step.amount), step.unit
    words = {"步数": count, "单位": unit or (quantity.unit.symbol if quantity.unit else "")}
    kind = "step-amount"
    if step.of_target and not is_share("%", quantity, frame.unit):
        kind = "step-share-of-rate"
    elif step.of_target or is_share(unit, quantity, frame.unit):
        kind = "step-share"
        words["步数"] = plain(percent_of_target(step, frame.unit))
    elif quantity.rate and frame.unit(words["单位"]).scale == PERCENT.scale:
        kind = "step-points"
    return words | {"步长": frame.fill(kind, words)}


def each(frame: Frame, step: Step, basis: Basis) -> dict[str, str]:
    """{每步} of a deduction, with {步数} and {步长}."""
    quantity = frame.quantity(basis)
    words = step_words(frame, step, quantity) | {"事项": basis.word or ""}
    return words | {"每步": frame.fill(_each_kind(frame, step, basis, quantity), words)}


def _each_kind(frame: Frame, step: Step, basis: Basis, quantity: Quantity) -> str:
    if basis.kind is BasisKind.COUNT:
        return "each-occurrence"
    if basis.kind is BasisKind.LATE:
        return "each-overdue"
    if is_late(step, quantity, frame.unit):
        return "each-late"
    if quantity.direction is Direction.DESCENDING:
        return "each-over"
    fewer = (
        "each-lower"
        if quantity.rate or step.of_target or is_share(step.unit, quantity, frame.unit)
        else "each-fewer"
    )
    if quantity.direction is Direction.ASCENDING:
        return fewer
    match step.direction:
        case StepDirection.OVER:
            return "each-over"
        case StepDirection.SHORT:
            return fewer
        case None:
            return "each-off"


def measured(frame: Frame, amount: Decimal, unit: str | None, quantity: Quantity) -> str:
    """A value of the quantity: 95%, 3篇, 计划值的95%."""
    if is_share(unit, quantity, frame.unit):
        return f"计划值的{plain(amount)}{unit}"
    return f"{plain(amount)}{unit or (quantity.unit.symbol if quantity.unit else '')}"

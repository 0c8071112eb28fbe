"""The sentence of each shape of rule, before the modifiers."""

from __future__ import annotations

from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Basis,
    BasisKind,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    Manual,
    Pass,
    Points,
    PointsKind,
    Ratio,
    ReverseConvention,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.frame import Frame
from goaldsl.scoring.phrases import each, measured, words
from goaldsl.scoring.points import percent
from goaldsl.scoring.quantity import Quantity, is_late
from goaldsl.scoring.resolution import judged_grades, resolved_points

_NOTHING = Points(PointsKind.POINTS)
_OPERATORS = {">=": "大于等于", ">": "大于", "<=": "小于等于", "<": "小于", "=": "等于"}
_OPPOSITES = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def body(term: Term, frame: Frame) -> str:
    """The sentence of a term's shape."""
    match term.shape:
        case Ratio() as shape:
            return _ratio(shape, term.basis, frame)
        case Pass() as shape:
            said = {"否则": frame.outcome(shape.otherwise or _otherwise(frame))}
            return frame.fill("pass", words(frame, term.basis) | said)
        case Deduct() as shape:
            return deduction(_deduct_kind(shape, term.basis, frame), term, frame)
        case Award() as shape:
            return _award(shape, term.basis, frame)
        case Grade() as shape:
            return _grade(shape, frame)
        case Bands() as shape:
            return _bands(shape, term.basis, frame)
        case Interpolation() as shape:
            return _interpolation(shape, term.basis, frame)
        case Checklist() as shape:
            return _checklist(shape, frame)
        case Judged() as shape:
            return _judged(shape, frame)
        case Manual(text=text):
            return text


def _otherwise(frame: Frame) -> Points:
    return frame.modifiers.otherwise or _NOTHING


def _ratio(shape: Ratio, basis: Basis, frame: Frame) -> str:
    kind, said = "ratio", {"比例": _quotient(shape, basis, frame), "否则": frame.outcome(_otherwise(frame))}
    if frame.modifiers.reverse is not None:
        kind = f"ratio-{frame.modifiers.reverse}"
    if shape.of is not None:
        kind, said["基数"] = "ratio-of", percent(shape.of)
    if shape.cutoff is not None:
        kind, said["门槛"] = "ratio-cutoff", percent(shape.cutoff)
    if shape.floor is not None:
        kind, said["及格线"] = "ratio-floor", percent(shape.floor)
    text = frame.fill(kind, words(frame, basis) | said)
    plain = frame.modifiers.reverse is None and shape.of is None
    if kind in ("ratio-floor", "ratio-cutoff") and not plain:
        text = f"{text.removesuffix('。')}，完成率按{said['比例']}计算。"
    return text


def _quotient(shape: Ratio, basis: Basis, frame: Frame) -> str:
    """The share of the points earned below the target."""
    base = "计划值"
    if shape.of is not None:
        base = percent(shape.of) if frame.quantity(basis).rate else f"（计划值*{percent(shape.of)}）"
    match frame.modifiers.reverse:
        case ReverseConvention.LINEAR:
            return f"（1-（实际值-{base}）/{base}）"
        case ReverseConvention.INVERSE:
            return f"{base}/实际值"
        case None:
            return f"实际值/{base}"


def _deduct_kind(shape: Deduct, basis: Basis, frame: Frame) -> str:
    quantity = frame.quantity(basis)
    if basis.kind is BasisKind.COUNT:
        return "deduct-count"
    if is_late(shape.step, quantity, frame.unit):
        return "deduct-late"
    return "deduct-over" if quantity.direction is Direction.DESCENDING else "deduct"


def deduction(kind: str, term: Term, frame: Frame) -> str:
    """A deduction in the words of `kind`: alone, or as one of several terms."""
    assert isinstance(term.shape, Deduct)
    said = words(frame, term.basis) | each(frame, term.shape.step, term.basis)
    return frame.fill(kind, said | {"扣分": frame.amount(term.shape.points)})


def _award(shape: Award, basis: Basis, frame: Frame) -> str:
    said = words(frame, basis) | each(frame, shape.step, basis)
    quantity = frame.quantity(basis)
    if basis.kind is not BasisKind.COUNT:
        kind = "each-reached" if quantity.rate else "each-done"
        said["每步"] = frame.fill(kind, said)
    said["得分"] = frame.amount(shape.points)
    if shape.cap is None:
        return frame.fill("award-open", said)
    return frame.fill("award", said | {"最多": frame.amount(shape.cap)})


def _grade(shape: Grade, frame: Frame) -> str:
    items = [
        frame.fill("grade-item", {"档次": grade.word, "赋分": frame.outcome(grade.points)})
        for grade in shape.grades
    ]
    said = {"各档": "，".join(items), "否则": frame.outcome(_otherwise(frame))}
    full = any(resolved_points(grade.points, frame.subject.score) == frame.full for grade in shape.grades)
    kind = "grade-only" if len(items) == 1 else "grade" if full else "grade-listed"
    return frame.fill(kind, words(frame, Basis()) | said)


def _bands(shape: Bands, basis: Basis, frame: Frame) -> str:
    quantity = frame.quantity(basis)
    limits = [_limit(band.operator, band, quantity, frame) for band in shape.bands]
    said = words(frame, basis) | {"否则": frame.outcome(_otherwise(frame))}
    kind = "bands-in-order" if len(shape.bands) > 1 else "bands-only"
    if len(shape.bands) > 1 and is_chain(shape.bands, quantity):
        kind = "bands"
        beyond = [_limit(_OPPOSITES[band.operator], band, quantity, frame) for band in shape.bands]
        limits = [limits[0], *(f"{rest}且{limit}" for rest, limit in zip(beyond, limits[1:], strict=False))]
        said["其余"] = beyond[-1]
    items = [
        frame.fill("band-item", said | {"区间": limit, "赋分": frame.outcome(band.points)})
        for limit, band in zip(limits, shape.bands, strict=True)
    ]
    return frame.fill(kind, said | {"各区间": "，".join(items)})


def _limit(operator: str, band: Band, quantity: Quantity, frame: Frame) -> str:
    return f"{_OPERATORS[operator]}{measured(frame, band.amount, band.unit, quantity)}"


def is_chain(bands: tuple[Band, ...], quantity: Quantity) -> bool:
    """Whether each band lies wholly beyond the one before, so that 小于95%且大于等于80% says it."""
    own = quantity.unit.symbol if quantity.unit else None
    falling = bands[0].operator in (">=", ">")
    pairs = list(zip(bands, bands[1:], strict=False))
    return (
        all(band.operator in ((">=", ">") if falling else ("<=", "<")) for band in bands)
        and all((a.unit or own) == (b.unit or own) for a, b in pairs)
        and all(a.amount > b.amount if falling else a.amount < b.amount for a, b in pairs)
    )


def _interpolation(shape: Interpolation, basis: Basis, frame: Frame) -> str:
    quantity = frame.quantity(basis)
    items = [
        frame.fill(
            "points-item",
            {"点": measured(frame, node.amount, node.unit, quantity), "得分": frame.amount(node.points)},
        )
        for node in shape.nodes
    ]
    return frame.fill("points", words(frame, basis) | {"各点": "，".join(items)})


def _checklist(shape: Checklist, frame: Frame) -> str:
    items = [
        frame.fill("checklist-item", {"事项": item.text, "赋分": frame.outcome(item.points)})
        for item in shape.items
    ]
    return frame.fill("checklist", words(frame, Basis()) | {"各项": "，".join(items)})


def _judged(shape: Judged, frame: Frame) -> str:
    grades = judged_grades(shape, frame.subject.score)
    ranges = [(frame.amount(grade.high), frame.amount(grade.low)) for grade in grades]
    items = []
    for grade, (high, low), below in zip(grades, ranges, [*ranges[1:], None], strict=True):
        # the points that divide two neighbouring grades belong to the upper one
        shared = below is not None and below[0] == low
        said = {"档次": grade.word, "高分": high, "低分": low}
        items.append(frame.fill("judged-item-inclusive" if shared else "judged-item", said))
    return frame.fill("judged", words(frame, Basis()) | {"各档": "，".join(items)})

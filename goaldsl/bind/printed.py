"""What the official table prints for an indicator, and which of it the compiler wrote."""

from __future__ import annotations

from decimal import Decimal

from goaldsl.model.declaration import Printed
from goaldsl.model.form import Form, PointsPlace
from goaldsl.model.place import Located, Text
from goaldsl.model.target import (
    DeadlineTarget,
    Operator,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.scoring.points import plain

SIGNS = {
    Operator.AT_LEAST: "≥", Operator.MORE: ">", Operator.EQUAL: "=",
    Operator.AT_MOST: "≤", Operator.LESS: "<", Operator.EXACTLY: "=",
}  # fmt: skip


def target_cells(target: Target | None, form: Form) -> tuple[str, str, str]:
    """指标值类型, 指标值 and 计量单位, to the letter. A range and a period are free text under 定性."""
    if target is None:
        return "", "", ""
    if isinstance(target, QuantityTarget):
        return SIGNS[target.operator] if target.operator else "", target.amount_text, target.unit_text
    if isinstance(target, QualityTarget):
        return form.quality, target.word, ""
    if isinstance(target, DeadlineTarget | PeriodTarget):
        return form.quality, target.text, ""
    if isinstance(target, RangeTarget):
        return form.quality, target.text + target.unit_text, ""
    sign = SIGNS[target.operator] if target.operator else ""
    return sign, target.text, target.unit_text


def printed_cells(
    form: Form,
    target: Target | None,
    score: Located[Decimal] | None,
    sentence: str,
    criterion: Text | None,
    explanation: Text | None,
    remark: Text | None,
) -> tuple[Printed, tuple[str, ...]]:
    """All cells, and the names of those the author did not write. `sentence` is what the rule prints, "" for none."""
    kind, value, unit = target_cells(target, form)
    generated = []
    points = plain(score.value) if score else ""
    standard = criterion.value if criterion else sentence
    if criterion is None and sentence:
        generated.append("criterion")
    note = remark.value if remark else ""
    if remark is None and form.points is PointsPlace.REMARK and points:
        note = f"{points}分"
        generated.append("remark")
    cells = Printed(
        type=kind,
        value=value,
        unit=unit,
        score=points,
        explanation=explanation.value if explanation else "",
        criterion=standard,
        remark=note,
    )
    return cells, tuple(generated)

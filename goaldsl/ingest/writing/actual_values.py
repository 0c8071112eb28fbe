"""The actual values, scores and reasons of a 自评表, as the file of actual values that `goaldsl score` reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from goaldsl.actuals.template import template
from goaldsl.catalog import Catalog
from goaldsl.ingest.reading.labelled import amount_of, fund_amounts
from goaldsl.ingest.reading.result import FormRead, IndicatorRead
from goaldsl.ingest.reading.targets import is_number, split
from goaldsl.ingest.writing.statements import one_line, squeezed
from goaldsl.model.declaration import Declaration
from goaldsl.model.target import DeadlineTarget

_TO_WAN = {
    "元": Decimal("0.0001"),
    "万元": Decimal(1),
    "千元": Decimal("0.1"),
    "亿元": Decimal(10_000),
    "": Decimal(1),
}


def actual_values(form: FormRead, declaration: Declaration, catalog: Catalog) -> tuple[str, int, int]:
    """The file's text, and how many actual values and scores it holds."""
    rows: dict[str, dict[str, Any]] = {}
    values = points = 0
    by_name = {squeezed(indicator.name.value): indicator for indicator in declaration.indicators}
    for row in form.rows:
        indicator = by_name.get(squeezed(row.name))
        if indicator is None:
            continue
        entry: dict[str, Any] = {}
        if row.actual:
            entry["实际完成值"] = _value(row, catalog, isinstance(indicator.target, DeadlineTarget))
            values += 1
        if row.points and is_number(row.points):
            entry["评定得分"] = Decimal(row.points)
            points += 1
        if row.reason:
            entry["偏差原因及改进措施"] = row.reason
        rows[indicator.name.value] = entry
    kept: dict[str, Any] = {"预算": _budget(form), "指标": rows}
    if "achieved" in form.fields and form.fields["achieved"].text:
        kept["目标"] = {"实际完成情况": form.fields["achieved"].text}
    kept["签字"] = {
        label: one_line(form.fields[key].text)
        for key, label in (("prepared_by", "填表人"), ("phone", "联系电话"), ("prepared_on", "填表日期"), ("unit_head", "单位负责人"))
        if key in form.fields and form.fields[key].text
    }  # fmt: skip
    return template(declaration, catalog, kept), values, points


def _value(row: IndicatorRead, catalog: Catalog, dated: bool) -> Any:
    """A number where the cell is one in the target's unit; the words of the cell otherwise."""
    promise = split(one_line(row.actual), catalog)
    if dated or not is_number(promise.value):
        return one_line(row.actual)
    if squeezed(promise.unit) in ("", squeezed(row.unit)) and promise.operator in ("", "="):
        return Decimal(promise.value.replace(",", ""))
    return one_line(row.actual)


def _budget(form: FormRead) -> dict[str, Any]:
    """The amounts of the table of funds in 万元; 元 as 0.0001 万元, exactly."""
    amount = amount_of(form)
    unit = amount[1] if amount and amount[1] else form.money_unit
    scale = _TO_WAN.get(unit, Decimal(1))
    names = (("initial", "年初预算数"), ("adjusted", "全年预算数"), ("executed", "全年执行数"))
    return {
        label: _plain(Decimal(amounts[key]) * scale)
        for amounts in [fund_amounts(form)]
        for key, label in names
        if key in amounts
    }


def _plain(value: Decimal) -> Decimal:
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if "." in f"{value:f}" else value

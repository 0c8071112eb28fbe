"""Where a form contradicts itself: totals that are not the sum, classes that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.ingest.reading.labelled import fund_amounts
from goaldsl.ingest.reading.result import FormRead
from goaldsl.ingest.reading.targets import is_number
from goaldsl.ingest.writing.statements import squeezed


def contradictions(form: FormRead) -> Iterator[str]:
    """Sentences for the summary: `总分印 100，指标 100 + 执行 10 = 110`."""
    scores = [Decimal(row.score) for row in form.rows if is_number(row.score)]
    points = [Decimal(row.points) for row in form.rows if is_number(row.points)]
    funds = fund_amounts(form)
    execution = next(
        (Decimal(row["score"]) for row in form.funds.values() if is_number(row.get("score", ""))), Decimal(0)
    )
    earned = Decimal(funds["points"]) if "points" in funds else Decimal(0)
    if len(scores) == len(form.rows):
        yield from _sum(form.totals.get("score", ""), sum(scores, Decimal(0)), execution, "总分")
    if len(points) == len(form.rows):
        yield from _sum(form.totals.get("points", ""), sum(points, Decimal(0)), earned, "得分合计")
    yield from _classes(form)


def _sum(printed: str, rows: Decimal, execution: Decimal, name: str) -> Iterator[str]:
    if is_number(printed) and Decimal(printed) not in (rows + execution, rows):
        more = f" + 执行 {_said(execution)} = {_said(rows + execution)}" if execution else ""
        yield f"{name}印 {printed}，指标 {_said(rows)}{more}"
    elif is_number(printed) and execution and Decimal(printed) == rows:
        yield f"{name}印 {printed}，指标 {_said(rows)} + 执行 {_said(execution)} = {_said(rows + execution)}"


def _classes(form: FormRead) -> Iterator[str]:
    for name, printed in form.class_points.items():
        rows = [row for row in form.rows if name in (squeezed(row.level1), squeezed(row.level2))]
        scores = [Decimal(row.score) for row in rows if is_number(row.score)]
        if rows and len(scores) == len(rows) and sum(scores, Decimal(0)) != Decimal(printed):
            yield f"{name}印 {printed} 分，各行合计 {_said(sum(scores, Decimal(0)))}"


def _said(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

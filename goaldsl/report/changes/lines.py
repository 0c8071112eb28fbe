"""The lines of a history in the terminal: a bar for each target, a mark where the result lay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.diff.history import History, Line, Point
from goaldsl.source import display_width

_BAR = 24


def render(history: History) -> str:
    """The history as text."""
    if not history.lines:
        return "没有这个指标。\n"
    return "\n".join("\n".join(_line(line)) for line in history.lines) + "\n"


def _line(line: Line) -> Iterator[str]:
    path = "—".join(line.path)
    yield f"{line.form}　{line.name}" + (f"（{path}）" if path else "")
    values = [
        Decimal(each)
        for point in line.points
        for each in (point.value, point.reached_value)
        if each is not None
    ]
    top = max(values, default=Decimal(0))
    width = max(display_width(point.label) for point in line.points)
    rule = ""
    for point in line.points:
        yield from _point(point, width, top)
        if point.rule and rule and point.rule != rule:
            yield f"  {' ' * width}　评分改为 {point.rule}"
        rule = point.rule or rule
    counted = f"变化 {line.changes} 次" + (
        f"，其中 {line.without_document} 次没有文号" if line.without_document else ""
    )
    yield f"  {counted}"
    yield ""


def _point(point: Point, width: int, top: Decimal) -> Iterator[str]:
    label = point.label + " " * (width - display_width(point.label))
    if point.missing:
        yield f"  {label}　缺"
        return
    if not point.joined:
        yield f"  {' ' * width}　╌╌ 是不是同一个，没有写上年名称 ╌╌"
    parts = [f"目标 {point.target or '（空）'}"]
    parts += [f"实际 {point.reached}"] if point.reached else []
    parts += (
        [f"{point.earned}/{point.points} 分" if point.earned else f"{point.points} 分"]
        if point.points
        else []
    )
    parts += [" ".join(point.codes)] if point.codes else []
    yield f"  {label}　{_bar(point, top)}　{'　'.join(parts)}"


def _bar(point: Point, top: Decimal) -> str:
    """The target as a bar; ● is the result."""
    if point.value is None or top <= 0:
        return " " * _BAR
    cells = ["█"] * _cells(point.value, top)
    cells += [" "] * (_BAR - len(cells))
    if point.reached_value is not None:
        cells[max(_cells(point.reached_value, top) - 1, 0)] = "●"
    return "".join(cells[:_BAR])


def _cells(value: str, top: Decimal) -> int:
    return int(max(min(Decimal(value) / top * _BAR, Decimal(_BAR)), Decimal(0)).to_integral_value())

"""The lines of a history as one HTML file: a table and a drawing for each indicator, on nothing outside itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from html import escape

from goaldsl.diff.history import History, Line, Point
from goaldsl.emit.html import FACES

_WIDTH, _HEIGHT, _EDGE = 320, 110, 14
_STYLE = """body{margin:0 auto;max-width:64rem;padding:1rem;font:15px/1.6 var(--song);color:#111}
h1{font:400 1.4rem/1.3 var(--hei)}h2{font:400 1.05rem/1.4 var(--hei);margin:1.5rem 0 .25rem}
.box{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start;break-inside:avoid}
table{border-collapse:collapse;flex:1 1 24rem}th,td{border:1px solid #555;padding:3px 8px;text-align:left;font-weight:400}
th{font-family:var(--hei);background:#f1f1f1}svg{flex:0 0 320px;max-width:100%;height:auto}
.gone td{color:#666}small{color:#444}
@media(max-width:40rem){table{display:block;overflow-x:auto}}
@media print{body{max-width:none;padding:0;font-size:10pt}@page{size:A4;margin:16mm}}
"""


def render_history(history: History, title: str) -> str:
    """The whole file."""
    body = "".join(_line(line) for line in history.lines) or "<p>没有这个指标。</p>"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{FACES}{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{body}</body>\n</html>\n"
    )


def _line(line: Line) -> str:
    head = f"<h2>{escape(line.name)} <small>{escape(line.form)}　{escape('—'.join(line.path))}</small></h2>"
    rows = "".join(map(_row, line.points))
    counted = f"变化 {line.changes} 次" + (
        f"，其中 {line.without_document} 次没有文号" if line.without_document else ""
    )
    heads = "".join(
        f'<th scope="col">{word}</th>' for word in ("年度", "目标", "实际", "得分/分值", "评分标准", "变化")
    )
    return (
        f'{head}\n<div class="box"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f"{_drawing(line)}</div>\n<p><small>{counted}</small></p>\n"
    )


def _row(point: Point) -> str:
    if point.missing:
        return f'<tr class="gone"><th scope="row">{escape(point.label)}</th><td colspan="5">缺</td></tr>'
    earned = f"{point.earned}/{point.points}" if point.earned else point.points
    change = " ".join(point.codes) + ("" if point.joined else "（是不是同一个？）")
    cells = (point.target, point.reached, earned, point.rule, change)
    return (
        f'<tr><th scope="row">{escape(point.label)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
    )


def _drawing(line: Line) -> str:
    """Targets as a line, broken where it is not sure that it is the same; results as dots."""
    values = [
        Decimal(each)
        for point in line.points
        for each in (point.value, point.reached_value)
        if each is not None
    ]
    if len(values) < 2 or len(line.points) < 2:
        return ""
    low, high = min(*values, Decimal(0)), max(values)
    scale = (high - low) or Decimal(1)

    def place(at: int, value: str) -> tuple[int, int]:
        x = _EDGE + (_WIDTH - 2 * _EDGE) * at // (len(line.points) - 1)
        share = (Decimal(value) - low) / scale
        return x, int(_HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE))

    marks = "".join(_marks(line, place))
    words = "、".join(
        f"{point.label} 目标 {point.target} 实际 {point.reached or '无'}"
        for point in line.points
        if not point.missing
    )
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(words)}">{marks}</svg>'


def _marks(line: Line, place: Callable[[int, str], tuple[int, int]]) -> Iterator[str]:
    before: tuple[int, int] | None = None
    for at, point in enumerate(line.points):
        if point.missing or point.value is None:
            before = None if point.missing else before
            continue
        here = place(at, point.value)
        if before is not None:
            dash = "" if point.joined else ' stroke-dasharray="3 4"'
            yield f'<line x1="{before[0]}" y1="{before[1]}" x2="{here[0]}" y2="{here[1]}" stroke="#333" stroke-width="1.5"{dash}/>'
        yield f'<rect x="{here[0] - 3}" y="{here[1] - 3}" width="6" height="6" fill="#333"/>'
        if point.reached_value is not None:
            x, y = place(at, point.reached_value)
            yield f'<circle cx="{x}" cy="{y}" r="4" fill="#fff" stroke="#b00" stroke-width="2"/>'
        yield f'<text x="{here[0]}" y="{_HEIGHT - 1}" font-size="9" text-anchor="middle">{escape(point.label[:8])}</text>'
        before = here

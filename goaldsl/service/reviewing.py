"""The review page of a declaration: rows, rules and curves, with the findings where they belong."""

from __future__ import annotations

from collections.abc import Iterable

from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Diagnostic, Message, Severity
from goaldsl.emit.curve import svg
from goaldsl.emit.review import Remark, ReviewedRow, render_review
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.place import NOWHERE
from goaldsl.report.words import SEVERITY
from goaldsl.scoring.curve import picture
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.notation import dsl

_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def review(
    declaration: Declaration, diagnostics: tuple[Diagnostic, ...], catalog: Catalog, language: str
) -> str:
    """The page as HTML."""
    zh = language == "zh"
    placed: dict[int | None, list[Diagnostic]] = {}
    for diagnostic in sorted(diagnostics, key=lambda each: _LEVELS.index(each.severity)):
        placed.setdefault(_row_of(declaration, diagnostic), []).append(diagnostic)
    field = declaration.field("department") or declaration.field("filler_unit")
    unit = field.text.value if field else ""
    year = str(declaration.year.value) if declaration.year else ""
    counts = "，".join(
        f"{SEVERITY[level].zh if zh else SEVERITY[level].en} {count}"
        for level in _LEVELS
        if (count := sum(each.severity is level for each in diagnostics))
    )
    title = f"{unit} {year} 绩效目标审核" if zh else f"{unit} {year}: review of performance goals"
    rows = (
        _row(indicator, placed.get(index, []), catalog, zh)
        for index, indicator in enumerate(declaration.indicators)
    )
    return render_review(title.strip(), counts, _remarks(placed.get(None, []), zh), rows)


def _row_of(declaration: Declaration, diagnostic: Diagnostic) -> int | None:
    """The indicator a finding lies on: at its head or on an indented line below it."""
    place = diagnostic.finding.span
    if place == NOWHERE:
        return None
    for index, indicator in enumerate(declaration.indicators):
        if indicator.extent.start <= place.start <= indicator.extent.end:
            return index
    return None


def _row(indicator: Indicator, diagnostics: Iterable[Diagnostic], catalog: Catalog, zh: bool) -> ReviewedRow:
    printed = indicator.printed
    rule = indicator.rule
    level1, level2 = indicator.category or ("", "")
    return ReviewedRow(
        path=f"{level1} › {level2}" if level2 else "",
        name=indicator.name.value,
        target=f"{printed.type} {printed.value} {printed.unit}".strip(),
        points=f"{printed.score} 分" if printed.score else "",
        sentence=printed.criterion,
        rule=dsl(rule, english=not zh) if rule else "",
        drawing=_drawing(indicator, catalog),
        caption="实际值（横）与得分（纵）" if zh else "actual value (across) and points (up)",
        remarks=_remarks(diagnostics, zh),
    )


def _drawing(indicator: Indicator, catalog: Catalog) -> str:
    rule = indicator.rule
    if rule is None:
        return ""
    function = lower(rule, subject_of(indicator, catalog), catalog.unit)
    drawn = picture(function) if isinstance(function, ScoreFunction) else None
    return svg(drawn, f"{indicator.name.value}：{indicator.printed.criterion}") if drawn else ""


def _remarks(diagnostics: Iterable[Diagnostic], zh: bool) -> tuple[Remark, ...]:
    def said(message: Message) -> str:
        return message.zh if zh else message.en

    return tuple(
        Remark(said(SEVERITY[each.severity]), each.finding.code.code, said(each.finding.message))
        for each in diagnostics
    )

"""Reads texts into sides of a comparison, the way the command does."""

from __future__ import annotations

from goaldsl.actuals.reading import read_actuals
from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Preset, Severity
from goaldsl.diff.achievement import achieved
from goaldsl.diff.change import Change
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.view import Achieved, Side
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.model.declaration import Declaration
from goaldsl.service.codes import known_codes
from goaldsl.source import Source


def side(text: str, name: str = "今年.goal", actuals: str = "") -> Side:
    """A text as one side, with its actual values."""
    compiled = Compiler(load(), Defaults(), known_codes()).compile(name, text.encode())
    assert compiled.declaration is not None
    found = tuple(
        (each.finding.code.code, span)
        for each in compiled.diagnostics
        if each.finding.code.severities.under(Preset.REVIEW) in (Severity.WARNING, Severity.ERROR)
        for span in (each.finding.span, *(place.span for place in each.finding.related))
    )
    reached = _reached(compiled.declaration, actuals) if actuals else {}
    return Side(compiled.declaration, found, reached)


def _reached(declaration: Declaration, text: str) -> dict[int, Achieved]:
    read, _ = read_actuals(Source("实际值.toml", text, text.encode()), declaration, load())
    assert read is not None
    evaluation, _ = evaluate(declaration, read, load())
    found = {
        at: achieved(row.indicator, row.actual, row.points, load()) for at, row in enumerate(evaluation.rows)
    }
    return {at: each for at, each in found.items() if each is not None}


def compared(old: str, new: str, actuals: str = "", earlier: tuple[Side, ...] = ()) -> Comparison:
    """Two texts compared; `actuals`: what was reached of the old one."""
    return Comparison(side(old, "去年.goal", actuals), side(new), load(), earlier)


def found(old: str, new: str) -> tuple[Change, ...]:
    """All changes between two texts."""
    return changes(compared(old, new))

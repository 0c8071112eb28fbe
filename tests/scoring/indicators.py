"""Indicators and tables as a budget officer writes them, read for the tests of this room."""

from __future__ import annotations

from pathlib import Path

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import load
from goaldsl.diagnostics import Finding
from goaldsl.model.declaration import Indicator
from goaldsl.parse import parse
from goaldsl.scoring.subject import Subject
from goaldsl.source import Source

Row = tuple[str, ...]


def rows(path: Path) -> list[Row]:
    """The rows of every Markdown table of a file, without heads."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    cells = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")
    ]
    rules = [place for place, row in enumerate(cells) if set(row[0]) <= {"-", ":"}]
    heads = {place - 1 for place in rules}
    return [
        tuple(cell.strip("`") for cell in row)
        for place, row in enumerate(cells)
        if place not in heads and place not in rules
    ]


def read(text: str) -> tuple[Indicator, list[Finding]]:
    """The first indicator of a text and all findings."""
    catalog = load()
    syntax = parse(Source("指标.goal", text + "\n"), catalog)
    declaration, findings = bind(syntax, catalog, Defaults())
    return declaration.indicators[0], [*syntax.findings, *findings]


def subject(indicator: Indicator) -> Subject:
    """What its rule sees of an indicator."""
    score = indicator.score.value if indicator.score else None
    return Subject(indicator.name.value, indicator.target, score, indicator.direction)

"""The files of a comparison: 对比表 and 对照表, the tinted official table, 概览, as HTML and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.diff.comparison import Comparison
from goaldsl.diff.published import Form, Report
from goaldsl.emit.comparison import comparison_table, departments_table, overview_table, stacked
from goaldsl.emit.tinted import tinted
from goaldsl.forms.layout import lay_out
from goaldsl.model.table import Table
from goaldsl.service.compare.run import Outcome


def tables(outcome: Outcome) -> Iterator[tuple[str, Table]]:
    """Every page with the name of its file."""
    report = outcome.report
    pairs = [form for form in report.forms if form.before and form.after]
    if len(pairs) > 1 or report.roster is not None:
        yield "概览", overview(report)
    names: set[str] = set()
    for form, compared in zip(pairs, outcome.compared, strict=True):
        if len(pairs) > 1 and not _changed(report, form):
            continue  # nobody files a page that says nothing
        name = _file_name(form, names)
        kind = "年度对比表" if form.across else "调整对照表"
        yield f"{kind}-{name}", comparison_table(report, form)
        yield f"改动标注-{name}", _tinted(report, form, compared)


def _changed(report: Report, form: Form) -> bool:
    places = [*form.changes, *(place for row in form.rows for place in row.changes)]
    return any(report.changes[place].severity is not None for place in places)


def main_table(outcome: Outcome) -> Table | None:
    """The one page for standard output."""
    return next((table for _, table in tables(outcome)), None)


def overview(report: Report) -> Table:
    """概览 with one line a department below."""
    table, lines = overview_table(report), departments_table(report)
    if not lines.rows[1:]:
        return table
    return stacked(table, lines)


def _tinted(report: Report, form: Form, compared: Comparison) -> Table:
    return tinted(lay_out(compared.new.declaration), report, form)


_UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')


def _file_name(form: Form, taken: set[str]) -> str:
    side = form.after
    assert side is not None
    name = _UNSAFE.sub("_", side.name)[:60] or "表"
    unique, count = name, 2
    while unique in taken:
        unique, count = f"{name}-{count}", count + 1
    taken.add(unique)
    return unique

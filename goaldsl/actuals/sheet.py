"""The same questions as a sheet for clerks (.xlsx), and a filled-in sheet back as tables.

A row for each answer: 部分, 项目, 填什么, 填在这里, 单位, 说明. The text that stands for the sheet in messages has a line
for each row, so that a finding names the row.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any, NamedTuple

from goaldsl.actuals import accepted, keys
from goaldsl.actuals.asking import asked_rows
from goaldsl.actuals.keys import Name, Tables
from goaldsl.actuals.questions import Kind
from goaldsl.actuals.reading import Filled
from goaldsl.actuals.template import is_asked, says
from goaldsl.actuals.values import blank
from goaldsl.catalog import Catalog
from goaldsl.catalog.toml_spans import Entry, Path
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source

HEADINGS = ("部分", "项目", "填什么", "填在这里", "单位", "说明")
_FORM = "申报表"
_WIDTHS = (10, 34, 22, 24, 8, 60)
_CREATED = datetime.datetime(2000, 1, 1)  # the same sheet, the same bytes
_MOST_CHOICES = 250  # characters that a list of choices in a cell may have
_NUMBER = re.compile(
    r"-?\d{1,30}(?:\.\d{1,12})?"
)  # as long as the language takes them; longer ones stay words
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLACES = 4  # columns that say what a row is about, with the answer


class Line(NamedTuple):
    """A row of the sheet."""

    part: str
    item: str
    key: str
    value: Any = ""
    unit: str = ""
    says: str = ""
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()


def lines(declaration: Declaration, catalog: Catalog, kept: Tables) -> Iterator[Line]:
    """Every row, with what was filled in before."""
    field = declaration.field("department") or declaration.field("filler_unit")
    if field is not None and field.text.value:
        yield Line(_FORM, "", keys.DEPARTMENT.zh, field.text.value, says="不改")
    if declaration.year is not None:
        yield Line(_FORM, "", keys.YEAR.zh, Decimal(declaration.year.value), says="不改", kind=Kind.NUMBER)
    yield from _accepted(_FORM, "", kept)
    budget = keys.table_of(kept, keys.BUDGET)
    for part in (Name("", ""), *keys.PARTS):
        table = keys.table_of(budget, part) if part.zh else budget
        for name in keys.AMOUNTS:
            value = keys.value_of(table, name)
            optional = "" if not part.zh else "分来源填的才填"
            yield Line(keys.BUDGET.zh, part.zh, name.zh, value, "万元", optional, Kind.NUMBER)
        yield from _accepted(keys.BUDGET.zh, part.zh, table)
    reason = keys.value_of(budget, keys.REASON)
    yield Line(keys.BUDGET.zh, "", keys.REASON.zh, reason, says="执行率没有达到要求的必填")
    goals = " ".join(item.number + item.text.value for item in declaration.items("goals"))
    achieved = keys.value_of(keys.table_of(kept, keys.GOALS), keys.ACHIEVED)
    yield Line(keys.GOALS.zh, "", keys.ACHIEVED.zh, achieved, says=f"年度目标：{goals}")
    yield from _indicators(declaration, catalog, kept)
    signers = keys.table_of(kept, keys.SIGN_OFF)
    for name in keys.SIGNERS:
        yield Line(keys.SIGN_OFF.zh, "", name.zh, keys.value_of(signers, name))


def _indicators(declaration: Declaration, catalog: Catalog, kept: Tables) -> Iterator[Line]:
    for row in asked_rows(declaration, catalog):
        printed = row.indicator.printed
        sign = printed.type if len(printed.type) == 1 else ""
        target = f"目标 {sign}{printed.value}{printed.unit}；"
        filled = keys.row_of(kept, row.heading)
        for question in row.questions:
            value = keys.value_of(filled, Name(question.key, question.alias))
            if not is_asked(question, value):
                continue
            yield Line(
                keys.INDICATORS.zh,
                row.heading,
                question.key,
                value,
                question.unit_text,
                target + says(question, row),
                question.kind,
                question.choices,
            )
        yield from _accepted(keys.INDICATORS.zh, row.heading, filled)


def _accepted(part: str, item: str, table: Tables) -> Iterator[Line]:
    return (Line(part, item, key, reason) for key, reason in accepted.kept(table))


def write_sheet(declaration: Declaration, catalog: Catalog, kept: Tables | None = None) -> bytes:
    """The sheet to fill in."""
    import xlsxwriter  # only here: it takes longer to load than a check takes to run

    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.set_properties({"created": _CREATED, "title": "绩效自评：实际完成情况"})
    sheet = workbook.add_worksheet("实际完成情况")
    head = workbook.add_format({"bold": True, "border": 1, "bg_color": "#DDDDDD", "align": "center"})
    told = workbook.add_format({"text_wrap": True, "border": 1, "valign": "top"})
    answer = workbook.add_format({"text_wrap": True, "border": 1, "valign": "top", "bg_color": "#FFF8DC"})
    day = workbook.add_format(
        {"border": 1, "valign": "top", "bg_color": "#FFF8DC", "num_format": "yyyy-mm-dd"}
    )
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for number, line in enumerate(lines(declaration, catalog, kept or {}), 1):
        for column, text in enumerate((line.part, line.item, line.key, None, line.unit, line.says)):
            if text is not None:
                sheet.write_string(number, column, text, told)
        _answer(sheet, number, line, day if line.kind is Kind.DATE else answer)
    sheet.freeze_panes(1, 3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return buffer.getvalue()


def _answer(sheet: Any, row: int, line: Line, style: Any) -> None:
    """The cell to fill in, with what was filled in, and a list to choose from where there is one."""
    value = "、".join(map(str, line.value)) if isinstance(line.value, list) else line.value
    if blank(value):
        sheet.write_blank(row, 3, None, style)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(row, 3, datetime.datetime(value.year, value.month, value.day), style)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, 3, value, style)
    else:
        sheet.write_string(row, 3, str(value), style)
    if line.kind is Kind.WORD and sum(len(word) + 1 for word in line.choices) < _MOST_CHOICES:
        sheet.data_validation(row, 3, row, 3, {"validate": "list", "source": list(line.choices)})


class SheetPlaces:
    """The cells of a sheet by path."""

    def __init__(self, entries: Mapping[Path, Entry]) -> None:
        self._entries = entries

    def nearest(self, path: Path) -> Entry:
        """The cell of `path`, or of the closest heading around it."""
        while path:
            if path in self._entries:
                return self._entries[path]
            path = path[:-1]
        return Entry(NOWHERE, NOWHERE)


class Shown(NamedTuple):
    """A cell as it is shown, and its name in the sheet (D34)."""

    text: str
    name: str = ""


def read_sheet(path: str, data: bytes, rows: Sequence[Sequence[Shown]]) -> tuple[Source, Filled] | None:
    """The tables of a filled-in sheet, and a text with a line for each row; None when it is no sheet of ours.

    `rows` are the cells as shown, by column: a cell that shows 86% is 86 %.
    """
    if not rows or tuple(cell.text.strip() for cell in rows[0][: len(HEADINGS)]) != HEADINGS:
        return None
    text = ""
    tables: dict[str, Any] = {}
    entries: dict[Path, Entry] = {}
    for row in rows:
        line, spans = _said(row, len(text))
        _put(row, spans, tables, entries)
        text += line + "\n"
    return Source(path, text, data, "xlsx"), Filled(tables, SheetPlaces(entries))


def _said(row: Sequence[Shown], start: int) -> tuple[str, list[Span]]:
    """The line that stands for a row, and where each of its first cells lies in the whole text."""
    line, spans = "", []
    for column, cell in enumerate(row[:_PLACES]):
        text = " ".join(cell.text.split())
        if column == _PLACES - 1 and cell.name:
            line += f"{cell.name}："
        spans.append(Span(start + len(line), start + len(line) + len(text)))
        line += text + "  "
    return line.rstrip(), spans


def _put(row: Sequence[Shown], spans: list[Span], tables: dict[str, Any], entries: dict[Path, Entry]) -> None:
    """Adds the answer of a row to the tables."""
    if len(row) < _PLACES or len(spans) < _PLACES:
        return
    part, item, key = (cell.text.strip() for cell in row[:3])
    if not key or key == HEADINGS[2]:
        return
    path = tuple(word for word in ("" if part == _FORM else part, item) if word)
    table = tables
    for depth, word in enumerate(path):
        table = table.setdefault(word, {})
        where = spans[1] if item and depth == len(path) - 1 else spans[0]
        entries.setdefault(path[: depth + 1], Entry(where, where))
    value = _value(row[3].text)
    if part == keys.BUDGET.zh and item and blank(value):
        return  # a source of funds that nobody filled in
    table[key] = value
    entries[(*path, key)] = Entry(spans[2], spans[3] if not blank(value) else spans[2])


def _value(shown: str) -> Any:
    """An answer: a number or a day where the cell shows nothing else, words as they are."""
    words = shown.strip()
    if _NUMBER.fullmatch(words):
        return Decimal(words)
    if _DAY.fullmatch(words):
        with suppress(ValueError):
            return datetime.date.fromisoformat(words)
    return shown

"""From a declaration to the grid of its form edition: header rows, indicator block, sign-off, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from goaldsl.forms.columns import further_text, grid_columns, in_one_cell, shown_columns
from goaldsl.forms.tasks import task_rows, woven
from goaldsl.model.declaration import Declaration, Field, Indicator, Scope
from goaldsl.model.form import ColumnSpec, FieldSpec, FieldType, Form, Place
from goaldsl.model.table import Cell, Column, Line, Role, Row, Table

_LABEL_WIDTH = Decimal(15)  # percent of the table that a row label needs to read well
_LABEL_AND_VALUE = 2  # columns that a field needs at least
_FURTHER = frozenset(scope.value for scope in Scope)
_TASKS = "main_tasks"
_CLASS_KEYS = ("level1", "level2")
_TEXT_KEYS = frozenset(("name", "explanation", "criterion", "source"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the indicator block: an indicator, or the empty row of a class."""

    level1: str
    level2: str
    indicator: Indicator | None


def lay_out(declaration: Declaration) -> Table:
    """The official table of a declaration."""
    form = declaration.form
    own_columns = shown_columns(declaration)
    columns = grid_columns(form, own_columns)
    fields = {field.spec.key: field for field in declaration.fields}
    shown = [spec for spec in form.fields if spec.key in fields or spec.always]
    shown += [spec for field in declaration.fields if (spec := field.spec) not in form.fields]
    grid = _Grid(declaration, columns, own_columns, fields)
    heads = [spec for spec in shown if spec.place is Place.HEADER]
    at = _before_tasks(form, heads)
    above = grid.field_rows(heads[:at])
    rest = [
        *grid.field_rows(heads[at:]),
        *grid.indicator_rows(_entries(declaration)),
        *grid.sign_off_rows(spec for spec in shown if spec.place is Place.SIGN_OFF),
    ]
    tasks: list[Row] = []
    if declaration.tasks and form.tasks:
        tasks = task_rows(_tasks_label(form), form.tasks, declaration.tasks)
        edge = grid.label_span(0, len(columns))
        columns, moved, tasks = woven(columns, [*above, *rest], edge, form.tasks, tasks)
        above, rest = moved[: len(above)], moved[len(above) :]
    rows = (*above, *tasks, *rest)
    lines = [Line(spec.label, grid.words(spec)) for spec in shown if spec.place is Place.ABOVE]
    unit = _unit_name(fields)
    return Table(
        title=declaration.title.value if declaration.title else _with_year(form.title, declaration),
        subtitle=_with_year(form.year_line, declaration),
        columns=columns,
        rows=rows,
        above=((Line("", unit),) if form.unit_line and unit else ()) + tuple(lines),
        below=tuple(Line(spec.label, grid.words(spec)) for spec in shown if spec.place is Place.BELOW),
        notes_title=form.notes_title,
        notes=form.notes,
        landscape=form.landscape,
    )


def _with_year(pattern: str, declaration: Declaration) -> str:
    """A title or year line with its `{年度}` filled, or left blank to be written in."""
    year = str(declaration.year.value) if declaration.year else "    "
    return pattern.replace("{年度}", year)


def _unit_name(fields: dict[str, Field]) -> str:
    for key in ("filler_unit", "department"):
        if key in fields and fields[key].text.value:
            return fields[key].text.value
    return ""


def _before_tasks(form: Form, heads: Sequence[FieldSpec]) -> int:
    """How many of the head rows stand above the table of tasks: it is where the edition has 年度主要任务."""
    keys = [spec.key for spec in form.fields]
    at = keys.index(_TASKS) if _TASKS in keys else len(keys)
    behind = (
        number for number, spec in enumerate(heads) if spec.key not in keys or keys.index(spec.key) > at
    )
    return next(behind, len(heads))


def _tasks_label(form: Form) -> str:
    return next((spec.label for spec in form.fields if spec.key == _TASKS), "年度主要任务")


def _entries(declaration: Declaration) -> tuple[_Entry, ...]:
    """The rows in the author's order, empty rows of classes in their places."""
    empty = {
        before: list(group) for before, group in groupby(declaration.empty_rows, key=lambda row: row.before)
    }
    entries = []
    for index in range(len(declaration.indicators) + 1):
        entries += [_Entry(row.category.level1, row.category.level2, None) for row in empty.get(index, ())]
        if index < len(declaration.indicators):
            indicator = declaration.indicators[index]
            level1, level2 = indicator.category or ("", "")
            entries.append(_Entry(level1, level2, indicator))
    return tuple(entries)


class _Grid:
    """Fills the grid of one declaration."""

    def __init__(
        self,
        declaration: Declaration,
        columns: tuple[Column, ...],
        own_columns: tuple[ColumnSpec, ...],
        fields: dict[str, Field],
    ) -> None:
        self.form = declaration.form
        self.columns = columns
        self.own_columns = own_columns
        self.fields = fields

    def words(self, spec: FieldSpec) -> str:
        """What a field prints: its text to the letter, a block's items in one paragraph or one each."""
        field = self.fields.get(spec.key)
        if field is None:
            return ""
        if spec.type is not FieldType.LINES:
            return field.cell
        return ("" if field.join else "\n").join(item.number + item.text.value for item in field.items)

    def field_rows(self, specs: Iterable[FieldSpec]) -> list[Row]:
        """One row for each printed row of fields: label and value in turn over the whole width.

        Neighbours for which the table has too few columns stand below each other.
        """
        return [self._field_row(group) for group in self._by_row(specs, _LABEL_AND_VALUE)]

    def _field_row(self, specs: Sequence[FieldSpec]) -> Row:
        cells: list[Cell] = []
        bounds = self._bounds(len(specs), _LABEL_AND_VALUE)
        for spec, start, end in zip(specs, bounds, bounds[1:], strict=False):
            label = self.label_span(start, end)
            role = Role.TEXT if spec.type is FieldType.LINES else Role.VALUE
            cells.append(Cell(spec.label, start, colspan=label, role=Role.LABEL))
            cells.append(Cell(self.words(spec), start + label, colspan=end - start - label, role=role))
        return Row(tuple(cells))

    def _bounds(self, parts: int, least: int) -> list[int]:
        """Columns at which `parts` neighbouring fields begin, of about equal width and `least` columns at least."""
        bounds, reached, at = [0], Decimal(0), 0
        for part in range(1, parts):
            goal = Decimal(100) * part / parts
            last = len(self.columns) - least * (parts - part)
            while at < last and (reached < goal or at < bounds[-1] + least):
                reached += self.columns[at].width
                at += 1
            bounds.append(at)
        return [*bounds, len(self.columns)]

    def label_span(self, start: int, end: int) -> int:
        """Columns a label takes: as many as give it room, one at least, leaving one for the value."""
        width, span = Decimal(0), 0
        while span < end - start - 1 and (span == 0 or width < _LABEL_WIDTH):
            width += self.columns[start + span].width
            span += 1
        return span

    def sign_off_rows(self, specs: Iterable[FieldSpec]) -> list[Row]:
        """Cells to be signed: `业务股室审核：` and what is written in it."""
        rows = []
        for group in self._by_row(specs, 1):
            bounds = self._bounds(len(group), 1)
            cells = [
                Cell(f"{spec.label}：{self.words(spec)}", start, colspan=end - start, role=Role.SIGNATURE)
                for spec, start, end in zip(group, bounds, bounds[1:], strict=False)
            ]
            rows.append(Row(tuple(cells)))
        return rows

    def indicator_rows(self, entries: tuple[_Entry, ...]) -> list[Row]:
        """The header row and one row for each entry, classes merged downwards where the edition merges."""
        margin = 1 if self.form.margin_label else 0
        header = (
            [Cell(self.form.margin_label, 0, rowspan=len(entries) + 1, role=Role.LABEL)] if margin else []
        )
        header += [
            Cell(column.label, at, role=Role.HEADER) for at, column in enumerate(self.own_columns, margin)
        ]
        rows = [Row(tuple(header), header=True)]
        for number, entry in enumerate(entries):
            cells = [
                cell
                for at, column in enumerate(self.own_columns, margin)
                if (cell := self._cell(column, at, entries, number, entry)) is not None
            ]
            rows.append(Row(tuple(cells)))
        return rows

    def _cell(
        self, column: ColumnSpec, at: int, entries: tuple[_Entry, ...], number: int, entry: _Entry
    ) -> Cell | None:
        if column.key in _CLASS_KEYS:
            same = _level1 if column.key == "level1" else _classes
            if not self.form.merge:
                return Cell(getattr(entry, column.key), at, role=Role.LABEL)
            if number and same(entries[number - 1]) == same(entry):
                return None
            return Cell(getattr(entry, column.key), at, rowspan=_run(entries, number, same), role=Role.LABEL)
        text = self._text(column, entry.indicator) if entry.indicator else ""
        return Cell(text, at, role=Role.TEXT if column.key in _TEXT_KEYS else Role.VALUE)

    def _text(self, column: ColumnSpec, indicator: Indicator) -> str:
        key, printed = column.key, indicator.printed
        match key:
            case _ if key in _FURTHER:
                return further_text(column, indicator)
            case "name":
                return indicator.name.value
            case "source":
                return indicator.source.value if indicator.source else ""
            case "value" | "value_unit":
                # Operator and unit stand here unless they have a column.
                sign, unit = (getattr(printed, key) for key in ("type", "unit"))
                type_shown, unit_shown = (self._has(key) for key in ("type", "unit"))
                whole = in_one_cell("" if type_shown else sign, printed.value, unit)
                return whole.removesuffix(unit) if unit_shown and unit else whole
            case _:
                text: str = getattr(printed, key)
                return text

    def _has(self, key: str) -> bool:
        return any(column.key == key for column in self.columns)

    def _by_row(self, specs: Iterable[FieldSpec], least: int) -> Iterator[Sequence[FieldSpec]]:
        """Fields grouped by printed row, in the order of the form, as many as the columns hold."""
        rows: dict[int, list[FieldSpec]] = {}
        for spec in specs:
            rows.setdefault(spec.row, []).append(spec)
        most = max(len(self.columns) // least, 1)
        for row in rows.values():
            yield from (row[start : start + most] for start in range(0, len(row), most))


def _level1(entry: _Entry) -> tuple[str, ...]:
    return (entry.level1,)


def _classes(entry: _Entry) -> tuple[str, ...]:
    return (entry.level1, entry.level2)


def _run(entries: tuple[_Entry, ...], start: int, same: Callable[[_Entry], tuple[str, ...]]) -> int:
    length = 1
    while start + length < len(entries) and same(entries[start + length]) == same(entries[start]):
        length += 1
    return length

"""From a self-evaluation to the grid of the 绩效自评表: head, funds, goals, indicators, total, derivations."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import NamedTuple

from goaldsl.catalog.data import Tables, data_directory, packaged
from goaldsl.model.actuals import Funds, Reported, count_key
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.evaluation import (
    Evaluation,
    EvaluationColumn,
    EvaluationForm,
    HeaderCell,
    ScoredRow,
)
from goaldsl.model.form import Place
from goaldsl.model.table import Cell, Column, Line, Role, Row, Table
from goaldsl.scoring.points import plain

FOLDER = "self-evaluation"
_MARGIN_WIDTH = Decimal(6)
_AMOUNTS = ("年初预算数", "全年预算数", "全年执行数")
_TEXTS = frozenset(("name", "reason"))
_NOT_SCORED = "—"
_TOTAL = "年度资金总额"
_FIRST_PART = "其中："


def lay_out_evaluation(evaluation: Evaluation) -> Table:
    """The official table of a self-evaluation."""
    declaration = evaluation.declaration
    form = evaluation_form(declaration)
    grid = _Grid(evaluation, form)
    year = str(declaration.year.value) if declaration.year else "    "
    return Table(
        title=form.title,
        subtitle=form.year_line.replace("{年度}", year),
        columns=grid.columns,
        rows=tuple(grid.rows()),
        below=tuple(Line(label, text) for label, text in evaluation.actuals.sign_off.items()),
        notes_title=form.notes_title,
        notes=tuple(_notes(evaluation)),
        landscape=form.landscape,
    )


def evaluation_form(declaration: Declaration) -> EvaluationForm:
    """The 绩效自评表 that belongs to a declaration: by what its form prints."""
    printed = {spec.key for spec in declaration.form.fields if spec.place is not Place.NOWHERE}
    forms = evaluation_forms()
    fitting = [form for form in forms if form.for_field in printed]
    return next(iter(fitting), next(form for form in forms if not form.for_field))


@cache
def evaluation_forms() -> tuple[EvaluationForm, ...]:
    """Every packaged 绩效自评表."""
    names = sorted(path.name for path in (data_directory() / FOLDER).glob("*.toml"))
    return tuple(_form(packaged(f"{FOLDER}/{name}")) for name in names)


def _form(table: Tables) -> EvaluationForm:
    labels = {key: value for key, value in table.items() if key.endswith(("_label", "_title", "_line"))}
    return EvaluationForm(
        id=table["id"],
        title=table["title"],
        for_field=table.get("for_field", ""),
        header=tuple(HeaderCell(**cell) for cell in table["header"]),
        columns=tuple(
            EvaluationColumn(column["key"], column["label"], Decimal(column["width"]))
            for column in table["columns"]
        ),
        funds_rows=tuple(table["funds_rows"]),
        landscape=table["landscape"],
        **labels,
    )


class _Line(NamedTuple):
    """A line of the funds block."""

    label: str
    funds: Funds
    cells: tuple[str, str, str]  # 分值, 执行率, 得分


class _Grid:
    """Fills the grid of one self-evaluation. Column 0 is the margin; the funds block needs six behind its label."""

    def __init__(self, evaluation: Evaluation, form: EvaluationForm) -> None:
        self.evaluation = evaluation
        self.form = form
        total = sum((column.width for column in form.columns), Decimal(0))
        share = (100 - _MARGIN_WIDTH) / total
        own = tuple(Column(column.key, round(column.width * share, 3)) for column in form.columns)
        self.columns = (Column("margin", _MARGIN_WIDTH), *own)
        self.width = len(self.columns)

    def rows(self) -> Iterator[Row]:
        yield from self._header()
        yield from self._funds()
        yield from self._goals()
        yield from self._indicators()
        yield self._total()

    def _header(self) -> Iterator[Row]:
        for _, group in groupby(self.form.header, key=lambda cell: cell.row):
            specs = list(group)
            bounds = [round(self.width * part / len(specs)) for part in range(len(specs) + 1)]
            cells = []
            for spec, start, end in zip(specs, bounds, bounds[1:], strict=False):
                cells.append(Cell(spec.label, start, colspan=2, role=Role.LABEL))
                cells.append(Cell(self._field(spec.key), start + 2, colspan=end - start - 2))
            yield Row(tuple(cells))

    def _field(self, key: str) -> str:
        declaration = self.evaluation.declaration
        field = declaration.field(key)
        if field is None and key in ("department", "implementer"):
            field = declaration.field("filler_unit")
        return field.text.value if field is not None else ""

    # ── funds ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _funds(self) -> Iterator[Row]:
        form = self.form
        lines = self._lines()
        first = self.width - 6
        labels = (*_AMOUNTS, form.score_label, form.rate_label, form.points_label)
        yield Row(
            (
                Cell(form.funds_label, 0, rowspan=len(lines) + 1, role=Role.LABEL),
                Cell("", 1, colspan=first - 1, role=Role.HEADER),
                *(Cell(label, first + at, role=Role.HEADER) for at, label in enumerate(labels)),
            ),
            header=True,
        )
        for line in lines:
            amounts = (line.funds.initial, line.funds.adjusted, line.funds.executed)
            texts = (*(_number(amount) for amount in amounts), *line.cells)
            values = (Cell(text, first + at) for at, text in enumerate(texts))
            yield Row((Cell(line.label, 1, colspan=first - 1, role=Role.LABEL), *values))

    def _lines(self) -> list[_Line]:
        spent = self.evaluation.execution
        scored = bool(spent.score)
        total = (
            plain(spent.score) if scored else _NOT_SCORED,
            _rate(spent.rate),
            _number(spent.points) if scored else _NOT_SCORED,
        )
        lines = [_Line(_TOTAL, spent.funds, total)]
        given = {part.label: part for part in self.evaluation.actuals.parts}
        labels = dict.fromkeys((*self.form.funds_rows, *given))
        for at, part in enumerate(given.get(label, Funds(label)) for label in labels):
            label = part.label if at else _FIRST_PART + part.label
            rate = None
            if part.adjusted and part.executed is not None:
                rate = Fraction(part.executed) / Fraction(part.adjusted)
            lines.append(_Line(label, part, (_NOT_SCORED, _rate(rate), _NOT_SCORED)))
        return lines

    # ── goals and indicators ─────────────────────────────────────────────────────────────────────────────────────
    def _goals(self) -> Iterator[Row]:
        form, half = self.form, (self.width + 1) // 2
        goals = self.evaluation.declaration.items("goals")
        expected = "\n".join(item.number + item.text.value for item in goals)
        yield Row(
            (
                Cell(form.goals_label, 0, rowspan=2, role=Role.LABEL),
                Cell(form.expected_label, 1, colspan=half - 1, role=Role.HEADER),
                Cell(form.achieved_label, half, colspan=self.width - half, role=Role.HEADER),
            ),
            header=True,
        )
        yield Row(
            (
                Cell(expected, 1, colspan=half - 1, role=Role.TEXT),
                Cell(self.evaluation.actuals.achieved, half, colspan=self.width - half, role=Role.TEXT),
            )
        )

    def _indicators(self) -> Iterator[Row]:
        rows = self.evaluation.rows
        margin = Cell(self.form.margin_label, 0, rowspan=len(rows) + 1, role=Role.LABEL)
        headings = (
            Cell(column.label, at, role=Role.HEADER) for at, column in enumerate(self.form.columns, 1)
        )
        yield Row((margin, *headings), header=True)
        for number, row in enumerate(rows):
            cells = (
                self._cell(column.key, at, number, row) for at, column in enumerate(self.form.columns, 1)
            )
            yield Row(tuple(cell for cell in cells if cell is not None))

    def _cell(self, key: str, at: int, number: int, row: ScoredRow) -> Cell | None:
        if key not in ("level1", "level2"):
            return Cell(_text(key, row), at, role=Role.TEXT if key in _TEXTS else Role.VALUE)
        depth = 1 if key == "level1" else 2
        classes = [_classes(each.indicator)[:depth] for each in self.evaluation.rows]
        if number and classes[number - 1] == classes[number]:
            return None
        run = 1
        while number + run < len(classes) and classes[number + run] == classes[number]:
            run += 1
        return Cell(classes[number][-1], at, rowspan=run, role=Role.LABEL)

    def _total(self) -> Row:
        evaluation = self.evaluation
        at = next(at for at, column in enumerate(self.form.columns, 1) if column.key == "score")
        return Row(
            (
                Cell(self.form.total_label, 0, colspan=at, role=Role.LABEL),
                Cell(plain(evaluation.full), at),
                Cell(_number(evaluation.total), at + 1),
                Cell(evaluation.grade or "", at + 2, colspan=self.width - at - 2),
            )
        )


def _classes(indicator: Indicator) -> tuple[str, str]:
    return (indicator.category.level1, indicator.category.level2) if indicator.category else ("", "")


def _text(key: str, row: ScoredRow) -> str:
    match key:
        case "name":
            return row.indicator.name.value
        case "target":
            return target_text(row.indicator)
        case "actual":
            return actual_text(row)
        case "score":
            return _number(row.score)
        case "points":
            return _number(row.points)
        case _:
            both = (row.actual.word(Reported.REASON), row.actual.word(Reported.EXPLANATION))
            return "\n".join(word for word in both if word)


def target_text(indicator: Indicator) -> str:
    """年度指标值 in one cell: ≥3篇, 效果明显."""
    printed = indicator.printed
    sign = printed.type if printed.unit or len(printed.type) == 1 else ""
    return sign + printed.value + printed.unit


def actual_text(row: ScoredRow) -> str:
    """实际完成值: the value, else the date, the items that hold, the grade, or the counts."""
    for asked in (Reported.VALUE, Reported.DATE, Reported.HELD, Reported.GRADE):
        answer = row.actual.answers.get(asked)
        if answer is not None and answer.text:
            return answer.text
    counts = (key for key in row.actual.answers if key.startswith(count_key("")))
    return "、".join(row.actual.answers[key].text for key in counts)


def _notes(evaluation: Evaluation) -> Iterator[str]:
    """How each score came about, the author's note on the figures, and why findings were accepted."""
    if evaluation.actuals.note:
        yield evaluation.actuals.note
    if evaluation.execution.score:
        yield f"预算执行率：{evaluation.execution.derivation}。"
    if evaluation.actuals.funds_reason.value:
        yield f"预算执行偏差原因：{evaluation.actuals.funds_reason.value}"
    for number, row in enumerate(evaluation.rows, 1):
        yield f"{number}. {row.indicator.name.value}：{row.derivation}。"
    for each in evaluation.accepted:
        where = f"“{each.indicator}”" if each.indicator else ""
        yield f"说明：{where}{each.title or '问题'}（{each.code}），理由是：{each.reason}"


def _rate(rate: Fraction | None) -> str:
    if rate is None:
        return ""
    hundredths = int(rate * 10_000 * 2 + 1) // 2
    return f"{plain(Decimal(hundredths).scaleb(-2))}%"


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)

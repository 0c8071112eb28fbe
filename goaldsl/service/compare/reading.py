"""The seam for every format: the name and the bytes of a file become declarations that know what paper they are from.

A later format (Word, Excel, PDF) is one more branch of `declarations`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

import msgspec

from goaldsl.actuals.reading import read_actuals, read_tables
from goaldsl.bind import Defaults
from goaldsl.catalog import Catalog
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.diff.achievement import achieved, on_day, result
from goaldsl.diff.promise import promise
from goaldsl.diff.view import Achieved, Side
from goaldsl.diff.wording import alike
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.ingest.foreign import is_foreign
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import Span
from goaldsl.model.target import QualityTarget
from goaldsl.parse.encoding import read
from goaldsl.parse.numbers import date
from goaldsl.published import self_evaluation
from goaldsl.service.compare.inputs import Given, Input
from goaldsl.service.sheets import Unreadable, read_filled
from goaldsl.source import Source
from goaldsl.width import half_width


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are read: with which data, which defaults, which codes are known."""

    catalog: Catalog
    defaults: Defaults
    known_codes: Collection[str]


@dataclass(frozen=True, slots=True)
class Read:
    """The forms of a file, and what is wrong with it."""

    given: Given
    sides: tuple[Side, ...]
    diagnostics: tuple[Diagnostic, ...]
    source: Source
    rows: int
    kind: str


def declarations(given: Given, reader: Reader) -> Iterator[tuple[Compiled, str, dict[int, Achieved]]]:
    """The forms in a file: each with the kind of paper it is and what was achieved, where the file says so."""
    evaluation = _self_evaluation(given)
    if evaluation is not None:
        yield _evaluated(given, evaluation, reader)
        return
    if is_foreign(given.name):
        for each in Compiler(reader.catalog, reader.defaults, reader.known_codes).compile_all(
            given.name, given.data
        ):
            yield each, _origin(each.declaration), {}
        return
    name = given.name if given.name.endswith((".goal", ".json")) else f"{given.name}.goal"
    compiled = Compiler(reader.catalog, reader.defaults, reader.known_codes).compile(name, given.data)
    yield compiled, _origin(compiled.declaration), {}


def _origin(declaration: Declaration | None) -> str:
    """出处, where the file states it."""
    field = declaration.field("origin") if declaration else None
    return field.text.value if field and field.text.value else "申报表"


def read_input(side: Input, reader: Reader) -> list[Read]:
    """Every file of a side, read."""
    found = []
    for given in side.files:
        sides: list[Side] = []
        diagnostics: list[Diagnostic] = []
        source, kind = Source(given.name, ""), "申报表"
        for compiled, origin, reached in declarations(given, reader):
            diagnostics += compiled.diagnostics
            source, kind = compiled.source, origin
            declaration = compiled.declaration
            if declaration is None or not _asked(given, declaration):
                continue
            near = side.beside.get(given.name)
            values = reached or (_beside(near, declaration, reader) if near else {})
            sides.append(Side(declaration, tuple(_places(compiled.diagnostics)), values, origin, given.name))
        rows = sum(len(each.declaration.indicators) for each in sides)
        found.append(Read(given, tuple(sides), tuple(diagnostics), source, rows, kind))
    return found


def _asked(given: Given, declaration: Declaration) -> bool:
    """Whether a form is the one that `FILE#表名` names."""
    if given.sheet is None:
        return True
    names = (
        declaration.title.value if declaration.title else "",
        declaration.form.title,
        declaration.form.name,
    )
    fields = [field.text.value for key in ("project", "department") if (field := declaration.field(key))]
    return any(given.sheet in name for name in (*names, *fields))


def _places(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, Span]]:
    for each in diagnostics:
        finding = each.finding
        if finding.code.severities.under(Preset.REVIEW) not in (Severity.WARNING, Severity.ERROR):
            continue  # a mere suggestion was not asked for
        yield finding.code.code, finding.span
        for related in finding.related:
            yield finding.code.code, related.span


# ── what was achieved ────────────────────────────────────────────────────────────────────────────────────────────────
def _beside(near: Given, declaration: Declaration, reader: Reader) -> dict[int, Achieved]:
    """What the file next to a form says was achieved."""
    if near.name.endswith(".json"):
        evaluation = _self_evaluation(near)
        return _results(evaluation, declaration, reader.catalog) if evaluation else {}
    if near.name.endswith(".xlsx"):
        try:
            sheet = read_filled(near.name, near.data)
        except Unreadable:
            return {}
        if sheet is None:
            return {}
        actuals, _ = read_tables(*sheet, declaration, reader.catalog)
    else:
        source, _ = read(near.name, near.data)
        actuals, _ = read_actuals(source, declaration, reader.catalog)
    evaluation_of, _ = evaluate(declaration, actuals, reader.catalog)
    found = {
        at: achieved(row.indicator, row.actual, row.points, reader.catalog)
        for at, row in enumerate(evaluation_of.rows)
    }
    return {at: each for at, each in found.items() if each is not None}


def _self_evaluation(given: Given) -> self_evaluation.Document | None:
    """The published self-evaluation in a file, if it is one."""
    if not given.name.endswith(".json") or self_evaluation.SCHEMA.encode() not in given.data[:400]:
        return None
    try:
        return self_evaluation.decode(given.data)
    except msgspec.DecodeError:
        return None


def _results(
    document: self_evaluation.Document, declaration: Declaration, catalog: Catalog
) -> dict[int, Achieved]:
    """The results of a self-evaluation by row of its declaration: by class and name, else by name."""
    rows = {(row.level2, row.name): row for row in document.indicators}
    names = {row.name: row for row in document.indicators}
    found = {}
    for at, indicator in enumerate(declaration.indicators):
        level2 = indicator.category.level2 if indicator.category else None
        row = rows.get((level2, indicator.name.value)) or names.get(indicator.name.value)
        if row is not None and (reached := _result(row, declaration, at, catalog)) is not None:
            found[at] = reached
    return found


_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def _result(row: self_evaluation.Row, declaration: Declaration, at: int, catalog: Catalog) -> Achieved | None:
    indicator = declaration.indicators[at]
    target = promise(indicator.name.value, indicator.target, indicator.direction, catalog)
    points = row.points or ""
    for given in row.answers:
        if (
            given.key == "value"
            and isinstance(given.value, str)
            and (number := _decimal(given.value)) is not None
        ):
            return result(given.text or row.actual, target, Fraction(number), points)
        if given.key == "date" and isinstance(given.value, str) and (day := date(given.value)) is not None:
            return on_day(day.last, target, points)
    if isinstance(indicator.target, QualityTarget) and row.actual:
        return Achieved(row.actual, points, None, alike(row.actual, indicator.target.word))
    if (match := _NUMBER.search(half_width(row.actual))) and (number := _decimal(match[0])) is not None:
        return result(row.actual, target, Fraction(number), points)
    return Achieved(row.actual, points) if row.actual else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(half_width(text).replace(",", ""))
    except InvalidOperation:
        return None


def _evaluated(
    given: Given, document: self_evaluation.Document, reader: Reader
) -> tuple[Compiled, str, dict[int, Achieved]]:
    """The goals of a self-evaluation: its rows as text, through the compiler like everything from outside."""
    text = _as_text(document)
    compiled = Compiler(reader.catalog, reader.defaults, reader.known_codes).compile(
        f"{given.name}.goal", text.encode()
    )
    declaration = compiled.declaration
    if declaration is None:
        return compiled, "自评表", {}
    source = Source(given.name, "", given.data)
    declaration = msgspec.structs.replace(declaration, source=source)
    reached = _results(document, declaration, reader.catalog)
    return Compiled(source, None, declaration, ()), "自评表", reached


_SIGNS = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "="}


def _as_text(document: self_evaluation.Document) -> str:
    """A self-evaluation of format 1.0 states no kinds of targets: they are read from type, value and unit again."""
    said = document.declaration
    lines = [f"部门 {said.unit}"] if said.unit else []
    lines += [f"年度 {said.year}"] if said.year else []
    lines += [f"表样 {said.form.id}", f"分值方案 {said.profile.id}"]
    if said.objectives:
        lines += ["年度目标", *(f"  {_line(text)}" for text in said.objectives)]
    for row in document.indicators:
        head, target = row.level2 or "指标", _target(row)
        points = f" 分值 {row.score}" if row.score else ""
        lines.append(f"{head} {row.name} {target}{points}")
        lines += [f"  评分标准 {_line(row.criterion)}"] if row.criterion else []
        lines += [f"  编号 {row.id}"] if row.id else []
    return "\n".join(lines) + "\n"


def _target(row: self_evaluation.Row) -> str:
    sign = _SIGNS.get(row.type, row.type)
    return f"{sign} {row.value} {row.unit}".strip()


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")

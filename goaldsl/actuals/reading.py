"""Reads a file of actual values: TOML, or the tables of a sheet. What is wrong is found at its line and column."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from goaldsl.actuals import codes, keys
from goaldsl.actuals import value_codes as values
from goaldsl.actuals.accepted import acceptances, accepting
from goaldsl.actuals.asking import AskedRow, asked_rows
from goaldsl.actuals.attained import answered, left_open
from goaldsl.actuals.budget import read_funds
from goaldsl.actuals.keys import Name
from goaldsl.actuals.loose import TypedPlaces, loosened
from goaldsl.actuals.places import Places
from goaldsl.actuals.questions import FormQuestion
from goaldsl.actuals.values import blank, limits_of, read_value
from goaldsl.catalog import Catalog, folded, guess, similar
from goaldsl.catalog.toml_reading import read_toml
from goaldsl.catalog.toml_spans import Entry, Path
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.actuals import Actual, Actuals, Answer, Funds, Reported
from goaldsl.model.declaration import Acceptance, Declaration
from goaldsl.model.place import Span, Text
from goaldsl.model.target import DeadlineTarget
from goaldsl.source import Source


@dataclass(frozen=True, slots=True)
class Filled:
    """What a file holds, and where."""

    tables: Mapping[str, Any]
    places: Places


def read_actuals(
    source: Source, declaration: Declaration, catalog: Catalog, *, so_far: bool = False
) -> tuple[Actuals, list[Finding]]:
    """The actual values in a TOML text. `so_far`: in the middle of the year, when much is still open."""
    typed = loosened(source.text)
    reading = read_toml(typed.text)
    places = TypedPlaces(reading.spans, typed)
    actuals, findings = read_tables(
        source, Filled(reading.tables, places), declaration, catalog, so_far=so_far
    )
    if reading.findings:  # what stands on a line that cannot be read is not missing
        findings = [finding for finding in findings if finding.code is not values.MISSING]
    return actuals, [*(typed.finding(each) for each in reading.findings), *findings]


def read_tables(
    source: Source, filled: Filled, declaration: Declaration, catalog: Catalog, *, so_far: bool = False
) -> tuple[Actuals, list[Finding]]:
    """The actual values in the tables of a file."""
    reader = _Reader(source, filled, declaration, catalog, so_far)
    actuals = reader.actuals()
    return actuals, [*reader.findings, *reader.missing()]


class _Reader:
    """Reads one file; what is wrong with it gathers in `findings`."""

    def __init__(
        self, source: Source, filled: Filled, declaration: Declaration, catalog: Catalog, so_far: bool
    ) -> None:
        self.source = source
        self.tables = filled.tables
        self.places = filled.places
        self.declaration = declaration
        self.catalog = catalog
        self.so_far = so_far
        self.findings: list[Finding] = []
        self.misspelt: set[str] = set()  # headings that are there under another spelling
        self.accepted: list[tuple[Acceptance, tuple[Span, ...]]] = []
        self.blanks: list[tuple[Span, Message]] = []  # what is still to be filled in, and where

    def actuals(self) -> Actuals:
        self._known(self.tables, keys.TOP, ())
        self._accept(self.tables, ())
        self._identity()
        entries, path = self._table(self.tables, keys.INDICATORS, ())
        rows = asked_rows(self.declaration, self.catalog)
        self._known_indicators(entries, path, rows)
        funds, parts, reason = self._budget()
        goals, _ = self._table(self.tables, keys.GOALS, ())
        signers, _ = self._table(self.tables, keys.SIGN_OFF, ())
        return Actuals(
            source=self.source,
            rows=tuple(self._row(row, entries, path) for row in rows),
            funds=funds,
            parts=parts,
            funds_reason=reason,
            achieved=_words(keys.value_of(goals, keys.ACHIEVED)),
            note=_words(keys.value_of(self.tables, keys.NOTE)),
            sign_off={name.zh: _words(keys.value_of(signers, name)) for name in keys.SIGNERS},
            accepted=tuple(self.accepted),
        )

    # ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────
    def _identity(self) -> None:
        """The year and the department of the file are those of the declaration."""
        year = keys.value_of(self.tables, keys.YEAR)
        own = self.declaration.year
        if not blank(year) and own is not None and str(year) != str(own.value):
            self._other(keys.YEAR, str(year), str(own.value))
        department = keys.value_of(self.tables, keys.DEPARTMENT)
        field = self.declaration.field("department") or self.declaration.field("filler_unit")
        name = field.text.value if field is not None else ""
        if not blank(department) and name and folded(str(department)) != folded(name):
            self._other(keys.DEPARTMENT, str(department), name)

    def _other(self, name: Name, here: str, there: str) -> None:
        self.findings.append(
            Finding(
                codes.OTHER_DECLARATION,
                self._place((self._key(self.tables, name),)).value,
                Message(
                    f"{name.zh}是 {here}，申报表是 {there}",
                    f"{name.en} is {here}, the declaration has {there}",
                ),
                remedy=Message("核对是不是拿错了文件。", "Check that this is the right file."),
            )
        )

    def _known(self, table: Mapping[str, Any], names: Iterable[Name], path: Path) -> None:
        """Reports keys that nobody asked for."""
        spellings = [spelling for name in names for spelling in name]
        known = {folded(spelling) for spelling in spellings}
        for key in table:
            if folded(key) not in known and not accepting(key):
                self._unknown(key, spellings, (*path, key), "这里没有“{}”这一项")

    def _accept(self, table: Mapping[str, Any], path: Path) -> None:
        self.accepted += acceptances(table, path, self.places, self.source)

    def _unknown(self, key: str, known: Iterable[str], path: Path, says: str) -> None:
        near = guess(key, known)
        finding = Finding(
            values.UNKNOWN_KEY,
            self._place(path).key,
            Message(says.format(key), f"there is no “{key}”"),
            remedy=Message("删去，或重新运行 goaldsl actuals。", "Remove it, or run goaldsl actuals again."),
        )
        self.findings.append(near.onto(finding, written=f'"{near.word}"') if near else finding)

    def _table(self, tables: Mapping[str, Any], name: Name, path: Path) -> tuple[Mapping[str, Any], Path]:
        key = self._key(tables, name)
        table = tables.get(key, {})
        if isinstance(table, Mapping):
            return table, (*path, key)
        self.findings.append(
            Finding(
                values.WRONG_TYPE,
                self._place((*path, key)).value,
                Message(f"“{key}”下面要分项填写", f"{key} must be a table"),
                remedy=Message(f'写成一节 ["{key}"]。', f'Write a table ["{key}"].'),
            )
        )
        return {}, (*path, key)

    def _key(self, table: Mapping[str, Any], name: Name) -> str:
        """The spelling of a name that the table uses."""
        spellings = {folded(spelling) for spelling in name}
        return next((key for key in table if folded(key) in spellings), name.zh)

    def _place(self, path: Path) -> Entry:
        return self.places.nearest(path)

    def _budget(self) -> tuple[Funds, tuple[Funds, ...], Text]:
        table, path = self._table(self.tables, keys.BUDGET, ())
        self._known(table, (*keys.AMOUNTS, keys.REASON, *keys.PARTS), path)
        self._accept(table, path)
        total = read_funds(table, path, keys.TOTAL, self.places, self.catalog, self.findings)
        if not self.so_far:
            self._require_budget(total, table, path)
        parts = []
        for name in keys.PARTS:
            part, where = self._table(table, name, path)
            if part:
                self._known(part, keys.AMOUNTS, where)
                self._accept(part, where)
                parts.append(read_funds(part, where, name.zh, self.places, self.catalog, self.findings))
        reason = _words(keys.value_of(table, keys.REASON))
        where = self._place((*path, self._key(table, keys.REASON))).value
        return total, tuple(parts), Text(reason, where)

    def _require_budget(self, total: Funds, table: Mapping[str, Any], path: Path) -> None:
        if self.declaration.profile.execution == 0:
            return
        for name, amount in ((keys.ADJUSTED, total.adjusted), (keys.EXECUTED, total.executed)):
            if amount is None and blank(keys.value_of(table, name)):
                self._missing(
                    (*path, self._key(table, name)), f"{name.zh}（万元）", f"{name.en} (10 000 yuan)"
                )

    def _missing(self, path: Path, zh: str, en: str) -> None:
        self.blanks.append((self._place(path).value, Message(zh, en)))

    def missing(self) -> Iterator[Finding]:
        """One finding for all that is still to be filled in."""
        if not self.blanks:
            return
        (span, first), *others = self.blanks
        several = Message(f"有 {len(self.blanks)} 处没有填", f"{len(self.blanks)} values are not filled in")
        alone = Message(f"没有填{first.zh}", f"{first.en} is not filled in")
        yield Finding(
            values.MISSING,
            span,
            several if others else alone,
            label=first if others else None,
            remedy=Message("填上再运行。", "Fill it in and run again."),
            related=tuple(Related(where, what) for where, what in others),
        )

    # ── indicators ───────────────────────────────────────────────────────────────────────────────────────────────
    def _known_indicators(self, entries: Mapping[str, Any], path: Path, rows: tuple[AskedRow, ...]) -> None:
        headings = [row.heading for row in rows]
        known = {folded(heading) for heading in headings}
        for key in entries:
            if folded(key) not in known:
                self.misspelt.add(similar(key, headings) or "")
                self._unknown(key, headings, (*path, key), "申报表里没有“{}”这个指标")

    def _row(self, row: AskedRow, entries: Mapping[str, Any], path: Path) -> Actual:
        key = next((key for key in entries if folded(key) == folded(row.heading)), None)
        if key is None or not isinstance(entries[key], Mapping):
            if not self.so_far and row.heading not in self.misspelt:
                self._missing(
                    (*path, key or row.heading), f"指标“{row.heading}”", f"the indicator {row.heading}"
                )
            return Actual(span=self._place((*path, key or row.heading)).key)
        table, where = entries[key], (*path, key)
        self._known(table, [Name(each.key, each.alias) for each in row.questions], where)
        self._accept(table, where)
        answers: dict[str, Answer] = {}
        for question in row.questions:
            answer = self._answer(question, row, table, where, answers)
            if answer is not None:
                answers[question.asked] = answer
        places = {
            question.asked: self._place((*where, self._key(table, Name(question.key, question.alias)))).value
            for question in row.questions
        }
        return Actual(answers, places, self._place(where).key)

    def _answer(
        self,
        question: FormQuestion,
        row: AskedRow,
        table: Mapping[str, Any],
        path: Path,
        answers: Mapping[str, Answer],
    ) -> Answer | None:
        name = Name(question.key, question.alias)
        raw, where = keys.value_of(table, name), (*path, self._key(table, name))
        if blank(raw):
            given = question.asked == Reported.POINTS and answered(row.force, answers)
            value = answers.get(Reported.VALUE)
            person = question.asked == Reported.POINTS and left_open(row.force, value.text if value else "")
            if (question.required or person) and not self.so_far and not given:
                unit = f"（{question.unit_text}）" if question.unit_text else ""
                what = f"“{row.heading}”的{question.key}{unit}"
                self._missing(where, what, f"{question.alias} of {row.heading}")
            return None
        subject = row.force.subject
        limits = limits_of(question, subject.lowest, subject.highest, row.target)
        span = self._place(where).value
        answer, finding = read_value(raw, question, span, self.catalog.unit, limits)
        if finding is not None:
            self.findings.append(finding)
        elif answer is not None and question.asked == Reported.DATE:
            self._in_year(answer.value, row, span)
        return answer

    def _in_year(self, day: object, row: AskedRow, span: Span) -> None:
        """Not before the year; after it only as long as a self-evaluation can know of it, or the target allows."""
        if self.declaration.year is None or not isinstance(day, datetime.date):
            return
        year = self.declaration.year.value
        first, last = datetime.date(year, 1, 1), datetime.date(year + 1, 6, 30)
        target = row.indicator.target
        if isinstance(target, DeadlineTarget):
            last = max(last, target.day.last)
        if first <= day <= last:
            return
        self.findings.append(
            Finding(
                codes.OUTSIDE_YEAR,
                span,
                Message(f"{day.isoformat()} 不在 {year} 年度", f"{day.isoformat()} is not in {year}"),
                remedy=Message("核对年份。", "Check the year."),
            )
        )


def _words(raw: Any) -> str:
    if raw is None or isinstance(raw, Mapping):
        return ""
    if isinstance(raw, Decimal | int | str | datetime.date):
        return str(raw).strip()
    return "\n".join(str(item) for item in raw) if isinstance(raw, list) else ""

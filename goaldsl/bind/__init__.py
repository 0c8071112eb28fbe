"""From syntax to a declaration: every word is looked up, nothing is guessed, everything wrong is reported.

SyntaxFile ──settings──▶ form, taxonomy, profile ──fields──▶ header, goals, sign-off
                                                 └─indicators─▶ rows with class, target, rule, printed cells
"""

from __future__ import annotations

from goaldsl.bind import codes
from goaldsl.bind.apart import apart
from goaldsl.bind.fields import FieldBinding
from goaldsl.bind.headings import heading_points
from goaldsl.bind.indicators import IndicatorBinding
from goaldsl.bind.settings import Defaults, Settings, SettingsBinding
from goaldsl.bind.tasks import TaskBinding, indented_task
from goaldsl.catalog import Catalog, folded, guessing
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.declaration import Acceptance, Declaration, EmptyRow, Field, Heading, Indicator, Retired
from goaldsl.model.place import Text
from goaldsl.parse.keywords import ClauseKind
from goaldsl.parse.syntax import (
    AcceptanceLine,
    DoubtLine,
    FieldLine,
    HeadingLine,
    IndicatorLine,
    SyntaxFile,
    TaskLine,
)

__all__ = ["Defaults", "bind"]

# A line that these were said of may be the very indicator that a total lacks.
_LOST = (codes.UNKNOWN_CLASS, codes.UNKNOWN_LABEL)
# The words that head the indicator block on paper; they stand over every class.
_BLOCK_HEADINGS = frozenset(("绩效指标", "年度绩效指标", "本年度绩效指标", "指标"))


def bind(syntax: SyntaxFile, catalog: Catalog, defaults: Defaults) -> tuple[Declaration, list[Finding]]:
    """The declaration a file states, and every word in it that refers to nothing."""
    syntax, told = apart(syntax, catalog)
    settings_binding = SettingsBinding(catalog, defaults)
    settings = settings_binding.settings(syntax)
    binding = _FileBinding(syntax, catalog, settings)
    declaration = binding.declaration()
    return declaration, [*told, *settings_binding.findings, *binding.findings]


class _FileBinding:
    """Walks the statements of one file in order."""

    def __init__(self, syntax: SyntaxFile, catalog: Catalog, settings: Settings) -> None:
        self.syntax = syntax
        self.catalog = catalog
        self.settings = settings
        self.fields = FieldBinding(catalog, settings.form, settings.settled)
        self.indicators = IndicatorBinding(catalog, settings, syntax.source)
        self.own_findings: list[Finding] = []
        self.bound_fields: list[Field] = []
        self.rows: list[Indicator] = []
        self.headings: list[Heading] = []
        self.empty_rows: list[EmptyRow] = []
        self.retired: list[Retired] = []
        self.accepted: list[Acceptance] = []
        self.unsure: list[Text] = []
        self._misplaced: dict[int, list[Indicator]] = {}

    @property
    def findings(self) -> list[Finding]:
        return [
            *self.own_findings,
            *self.fields.told(),
            *self.indicators.findings,
            *self.indicators.unit_findings(),
        ]

    def declaration(self) -> Declaration:
        self.fields.referred = _referred(self.syntax)
        self.fields.survey(each for each in self.syntax.statements if isinstance(each, FieldLine))
        task_lines = [each for each in self.syntax.statements if isinstance(each, TaskLine)]
        self.fields.has_tasks = bool(task_lines)
        for statement in self.syntax.statements:
            if isinstance(statement, IndicatorLine):
                self._indicator(statement)
            elif isinstance(statement, FieldLine):
                self._field(statement)
            elif isinstance(statement, HeadingLine):
                self._heading(statement)
            elif isinstance(statement, AcceptanceLine):
                self.accepted.append(statement.acceptance)
            elif isinstance(statement, DoubtLine):
                self.unsure.append(statement.text)
        tasks = TaskBinding(self.catalog, self.settings.form, self.fields.units)
        bound_tasks = tasks.tasks(task_lines)
        self.own_findings += tasks.findings
        self._report_misplaced()
        self._resolve_objectives()
        settings = self.settings
        return Declaration(
            source=self.syntax.source,
            form=settings.form,
            profile=settings.profile,
            taxonomy=settings.taxonomy,
            preset=settings.preset,
            title=settings.title,
            year=settings.year,
            fields=tuple(self.bound_fields),
            indicators=tuple(self.rows),
            headings=tuple(self.headings),
            empty_rows=tuple(self.empty_rows),
            retired=tuple(self.retired),
            accepted=tuple(self.accepted),
            unsure=tuple(self.unsure),
            wording=tuple(settings.wording.items()),
            plan_chosen=settings.plan_chosen,
            settled=settings.settled,
            tasks=bound_tasks,
            complete=self.syntax.complete and not any(each.code in _LOST for each in self.findings),
        )

    def _indicator(self, line: IndicatorLine) -> None:
        if line.retired:
            retired = self.indicators.retired(line)
            if retired is not None:
                self.retired.append(retired)
            return
        if self._is_heading_of_points(line):
            return
        indicator = self.indicators.indicator(line)
        if indicator is None:
            return
        self.rows.append(indicator)
        self.fields.rows_began = True
        heading = self.headings[-1] if self.headings else None
        if heading and heading.level1 and indicator.category and indicator.category.level1 != heading.level1:
            self._misplaced.setdefault(len(self.headings) - 1, []).append(indicator)

    def _is_heading_of_points(self, line: IndicatorLine) -> bool:
        """`产出指标 50分` is a heading, too: a first-level class with nothing but points behind it."""
        level = self.catalog.first_level(self.settings.taxonomy, line.head.value)
        if level is None or line.name is None or line.target is not None or line.clauses:
            return False
        _, points = heading_points(f"{line.head.value}({line.name.value})")
        if points is not None:
            self.headings.append(Heading(level.name, line.head, points))
        return points is not None

    def _field(self, line: FieldLine) -> None:
        """A field; or a heading in another spelling than …指标, such as outputs."""
        alone = line.text is None and not line.lines
        word, points = heading_points(line.label.value)
        level = self.catalog.first_level(self.settings.taxonomy, word)
        category = points is not None and self.catalog.category(self.settings.taxonomy, word)
        if alone and (level or category):
            self._heading(HeadingLine(line.label, line.span, line.extent))
            return
        field = self.fields.field(line)
        if field is not None:
            self.bound_fields.append(field)
            task = indented_task(field) if field.spec.key == "main_tasks" else None
            self.own_findings += [task] if task else []

    def _heading(self, line: HeadingLine) -> None:
        word, points = heading_points(line.head.value)
        taxonomy = self.settings.taxonomy
        level = self.catalog.first_level(taxonomy, word)
        category = None if level else self.catalog.category(taxonomy, word)
        if level is not None:
            self.headings.append(Heading(level.name, line.head, points))
        elif category is not None and points is not None:
            self.headings.append(Heading(category.level1, line.head, points, category.level2))
        elif category is not None:
            self.empty_rows.append(EmptyRow(category, line.head, len(self.rows)))
        elif word in _BLOCK_HEADINGS:
            self.headings.append(Heading("", line.head))
        else:
            self.indicators.category(line.head, heading=True)

    def _report_misplaced(self) -> None:
        """One message for all rows under the same wrong heading."""
        for index, rows in self._misplaced.items():
            heading = self.headings[index]
            names = "、".join(dict.fromkeys(row.category.level1 for row in rows if row.category))
            self.own_findings.append(
                Finding(
                    codes.WRONG_HEADING,
                    rows[0].head.span,
                    Message(
                        f"“{heading.text.value}”下面有 {len(rows)} 行不属于它，而属于{names}",
                        f"{len(rows)} row(s) under “{heading.text.value}” belong to {names}",
                    ),
                    notes=(
                        Message(
                            "一级指标由二级指标决定；印出的表已归到正确的一级指标。",
                            "The first level follows from the second; the printed table has it right.",
                        ),
                    ),
                    remedy=Message(
                        f"移到“{names}”标题下面，或改正标题。", "Move the rows, or correct the heading."
                    ),
                    related=(
                        Related(heading.text.span, Message("这个标题", "this heading")),
                        *(Related(row.head.span, Message("也不属于它", "neither")) for row in rows[1:]),
                    ),
                )
            )

    def _resolve_objectives(self) -> None:
        """References to objectives: by label or by printed number."""
        references = [word for row in self.rows for word in row.supports]
        if not references:
            return
        known: dict[str, None] = {}
        for field in self.bound_fields:
            if field.spec.key == "duties":
                continue
            for item in field.items:
                if item.label is not None:
                    known[folded(item.label.value)] = None
                if item.number:
                    known[_bare_number(item.number)] = None
        labels = [item.label.value for field in self.bound_fields for item in field.items if item.label]
        for word in references:
            if folded(word.value) not in known and _bare_number(word.value) not in known:
                self.own_findings.append(_unknown_objective(word, labels))


def _referred(syntax: SyntaxFile) -> frozenset[str]:
    """What 对应目标 names anywhere in the file."""
    return frozenset(
        folded(word.value)
        for line in syntax.statements
        if isinstance(line, IndicatorLine)
        for clause in line.clauses
        if clause.kind is ClauseKind.SUPPORTS and isinstance(clause.value, tuple)
        for word in clause.value
        if isinstance(word, Text)
    )


def _bare_number(word: str) -> str:
    return folded(word).strip("()、.:：[]．")


def _unknown_objective(word: Text, labels: list[str]) -> Finding:
    listed = "、".join(labels)
    finding = Finding(
        codes.UNKNOWN_OBJECTIVE,
        word.span,
        Message(
            f"年度目标里没有标签或序号“{word.value}”", f"no objective is labelled or numbered “{word.value}”"
        ),
        remedy=Message(f"年度目标的标签有：{listed}。", f"Known labels: {listed}.")
        if listed
        else Message("先在年度目标里写 [标签]。", "Label the objectives first."),
    )
    return guessing(finding, word.value, labels)

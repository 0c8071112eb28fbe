"""A declaration (绩效目标申报表) as the compiler understands it: header, goals, indicators, sign-off."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from goaldsl.diagnostics import Preset
from goaldsl.model.form import FieldSpec, Form
from goaldsl.model.place import NOWHERE, Located, Span, Text
from goaldsl.model.profile import Profile
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Scoring, rule_in
from goaldsl.model.target import CalendarDate, Direction, Target
from goaldsl.model.taxonomy import Category, Taxonomy
from goaldsl.model.unit import Unit
from goaldsl.source import Source


class UnitSaid(StrEnum):
    """Who says in what an amount of money is."""

    AMOUNT = "amount"  # itself: 387664.62元
    LABEL = "label"  # the label as typed: 年度资金总额（元）
    FIELD = "field"  # 金额单位
    FORM = "form"  # the label as the edition prints it
    NOBODY = "nobody"  # taken for 万元


class Money(Struct, frozen=True):
    """An amount of money; `yuan` is the exact amount in 元."""

    amount: Decimal
    unit: Unit
    yuan: Decimal
    said: UnitSaid = UnitSaid.AMOUNT

    @property
    def stated(self) -> bool:
        """Whether the author says the unit, here or for the whole form."""
        return self.said in (UnitSaid.AMOUNT, UnitSaid.LABEL, UnitSaid.FIELD)


class Period(Struct, frozen=True):
    """From a date to a date."""

    start: CalendarDate
    end: CalendarDate


class Item(Struct, frozen=True):
    """A numbered or plain paragraph of a block. `number` is as printed ("1、"), "" for a paragraph;
    `number_generated`: the compiler counted it (`- `). `label` is the author's `[标签]`, never printed."""

    text: Text
    number: str = ""
    number_generated: bool = False
    label: Text | None = None
    span: Span = NOWHERE


class Field(Struct, frozen=True):
    """A field of the form as filled in. `text` is the value as typed ("" prints an empty cell), `value` what
    it means (None if it is plain text or unreadable), `items` the paragraphs of a block. `printed` is what the cell
    shows where it is not `text`: an amount in the form's own unit."""

    spec: FieldSpec
    label: Text
    text: Text
    value: CalendarDate | Money | Period | None = None
    items: tuple[Item, ...] = ()
    join: bool = False
    span: Span = NOWHERE
    printed: str | None = None

    @property
    def cell(self) -> str:
        """What the form shows."""
        return self.text.value if self.printed is None else self.printed


class Acceptance(Struct, frozen=True):
    """`说明[CODE what]：reason`: an accepted finding or change."""

    code: Text
    what: str
    reason: Text
    span: Span


class Printed(Struct, frozen=True):
    """What the official table prints for an indicator, to the letter."""

    type: str
    value: str
    unit: str
    score: str
    explanation: str
    criterion: str
    remark: str


class Scope(StrEnum):
    """For what a further target of a row holds, beside the one of the form's year."""

    MIDTERM = "midterm"  # the whole of a project, or several years
    HALF_YEAR = "half_year"
    LAST_YEAR = "last_year"
    YEAR_BEFORE = "year_before"
    AREA = "area"  # one of the areas that share the funds


class FurtherTarget(Struct, frozen=True):
    """A second target of a row (中期 >= 90%), and the cells that the form prints for it."""

    scope: Scope
    target: Target
    type: str
    value: str
    unit: str
    area: Text | None = None
    span: Span = NOWHERE


class Indicator(Struct, frozen=True):
    """One row of the table. `head` is the class word as written, `category` what it means (None for a row
    without class). `generated` names the printed cells the author did not write ("criterion", "remark")."""

    span: Span  # the head line
    extent: Span  # from the head to the last indented line
    head: Text
    category: Category | None
    name: Text
    target: Target | None
    score: Located[Decimal] | None
    scoring: Scoring | None
    direction: Direction
    printed: Printed
    generated: tuple[str, ...] = ()
    criterion: Text | None = None
    explanation: Text | None = None
    remark: Text | None = None
    source: Text | None = None
    supports: tuple[Text, ...] = ()
    was: tuple[Text, ...] = ()
    id: Text | None = None
    accepted: tuple[Acceptance, ...] = ()
    further: tuple[FurtherTarget, ...] = ()  # what is promised for other times and single areas
    unsure: tuple[Text, ...] = ()  # doubts of an import, until a person deletes them

    def at(self, scope: Scope) -> FurtherTarget | None:
        """The further target for `scope`, the first one where there are several areas."""
        return next((each for each in self.further if each.scope is scope), None)

    @property
    def is_part(self) -> bool:
        """Whether the row is a part of the one above (其中：…): it needs no points of its own."""
        return self.name.value.lstrip().startswith("其中")

    @property
    def rule(self) -> Rule | None:
        """The rule by which it is scored; None where a person must apply its sentence, or nothing is said."""
        return rule_in(self.scoring)


class Retired(Struct, frozen=True):
    """`停用 数量指标 旧名`: an indicator of last year that is gone on purpose."""

    head: Text
    category: Category | None
    name: Text
    reason: Text | None
    span: Span


class Heading(Struct, frozen=True):
    """A class written for the reader above its indicators; `points` where it says what they come to: 产出指标（50分）.

    `level1` is "" over a block that holds every class; `level2` is "" unless a second-level class says points.
    """

    level1: str
    text: Text
    points: Decimal | None = None
    level2: str = ""


class EmptyRow(Struct, frozen=True):
    """A second-level class alone on its line: the paper form's row with nothing in it.

    It is printed before the indicator with index `before`.
    """

    category: Category
    text: Text
    before: int


class TaskAmount(Struct, frozen=True):
    """An amount of a task as typed; `money` is None where it is none, `printed` is what the cell shows."""

    text: Text
    money: Money | None
    printed: str


class Task(Struct, frozen=True):
    """A task that the funds serve (年度主要任务), with its content and its budget, of which so much is 财政拨款."""

    name: Text
    content: Text | None = None
    budget: TaskAmount | None = None
    fiscal: TaskAmount | None = None
    other: TaskAmount | None = None
    span: Span = NOWHERE


class Origin(StrEnum):
    """What kind of paper a declaration comes from (出处)."""

    DECLARATION = "申报表"
    SELF_EVALUATION = "自评表"
    PUBLICATION = "公开件"


class Declaration(Struct, frozen=True):
    """One form. `complete` is False when a line of the file could not be read: checks that count stay silent."""

    source: Source
    form: Form
    profile: Profile
    taxonomy: Taxonomy
    preset: Preset
    title: Text | None  # 表名: overrides the form's title
    year: Located[int] | None
    fields: tuple[Field, ...]
    indicators: tuple[Indicator, ...]
    headings: tuple[Heading, ...] = ()
    empty_rows: tuple[EmptyRow, ...] = ()
    retired: tuple[Retired, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    unsure: tuple[Text, ...] = ()  # doubts of an import about the head of the form
    wording: tuple[
        tuple[str, str], ...
    ] = ()  # 句式 in force, of profile, project and file: rule kind, template
    complete: bool = True
    tasks: tuple[Task, ...] = ()
    plan_chosen: bool = True  # False: nobody chose the plan of points, it is the default's
    settled: bool = True  # False: the file names an edition, a tree or a plan that nobody knows

    def field(self, key: str) -> Field | None:
        """The field with this key, or None when the file leaves it out."""
        return next((field for field in self.fields if field.spec.key == key), None)

    def items(self, key: str) -> tuple[Item, ...]:
        """The paragraphs of a block, () when the file leaves it out."""
        field = self.field(key)
        return field.items if field else ()

    @property
    def origin(self) -> Origin:
        """What kind of paper it comes from, where the file says so: 出处."""
        field = self.field("origin")
        return next((each for each in Origin if field and each == field.text.value), Origin.DECLARATION)

    @property
    def year_end(self) -> datetime.date | None:
        """31 December of the form's year."""
        return datetime.date(self.year.value, 12, 31) if self.year else None

"""Scoring rules (评分规则) as written: terms of a basis and a shape, with modifiers. Meaning: guide, 赋分规则.

The types mirror the grammar one to one; computing with them is the business of `scoring`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from goaldsl.model.place import NOWHERE, Placed, Span


class BasisKind(StrEnum):
    """What a rule looks at."""

    ACTUAL = "actual"  # the actual value A
    ATTAINMENT = "attainment"  # 完成率 A/T
    DEVIATION = "deviation"  # 偏差率 (A - T)/T
    LATE = "late"  # 逾期
    CHANGE = "change"  # 变动率 (this year - last year)/last year
    COUNT = "count"  # 发生 WORD


class Basis(Struct, frozen=True):
    """The asked-for quantity; `word` names what a count counts."""

    kind: BasisKind = BasisKind.ACTUAL
    word: str | None = None


class PointsKind(StrEnum):
    """How an amount of points is written."""

    POINTS = "points"  # 3, 3分
    PERCENT = "percent"  # 30% of the indicator's points
    FRACTION = "fraction"  # 1/3 of the indicator's points
    FULL = "full"  # 满分
    LESS = "less"  # 扣3: full points less three


class Points(Placed, frozen=True, eq=False):
    """An amount of points: `amount` in points, in percent, or the numerator over `over`."""

    kind: PointsKind
    amount: Decimal = Decimal(0)
    over: Decimal = Decimal(1)
    span: Span = NOWHERE


class StepDirection(StrEnum):
    """On which side of the target a step is counted; only named, the target decides."""

    OVER = "over"  # 每超
    SHORT = "short"  # 每少


class Step(Placed, frozen=True, eq=False):
    """`每低1%`, `per 10 天`: the stretch that costs or earns points once.

    `unit` is the word as typed, None when the target's own unit is meant. `of_target`: a share of the target.
    """

    amount: Decimal
    unit: str | None
    of_target: bool = False
    direction: StepDirection | None = None
    span: Span = NOWHERE


class Ratio(Struct, frozen=True):
    """`按比例`; floor, cutoff and of are shares (0.6 for 60 %)."""

    floor: Decimal | None = None
    cutoff: Decimal | None = None
    of: Decimal | None = None


class Pass(Struct, frozen=True):
    """`达标`, `达标 否则 P`."""

    otherwise: Points | None = None


class Deduct(Struct, frozen=True):
    """`每低STEP扣P分`."""

    points: Points
    step: Step


class Award(Struct, frozen=True):
    """`每STEP得P分 最多 N`."""

    points: Points
    step: Step
    cap: Points | None = None


class GradePoints(Placed, frozen=True, eq=False):
    """One grade word and what it earns."""

    word: str
    points: Points
    span: Span = NOWHERE


class Grade(Struct, frozen=True):
    """`分档 效果明显 10, 效果一般 5`; any other word earns nothing."""

    grades: tuple[GradePoints, ...]


class Band(Placed, frozen=True, eq=False):
    """`>= 95% P`: `operator` is one of >=, >, <=, <, =."""

    operator: str
    amount: Decimal
    unit: str | None
    points: Points
    span: Span = NOWHERE


class Bands(Struct, frozen=True):
    """`按区间 >= 95% 10, >= 80% 8`: the first band that holds, else nothing."""

    bands: tuple[Band, ...]


class Node(Placed, frozen=True, eq=False):
    """A point of an interpolation: at `amount` the rule gives `points`."""

    amount: Decimal
    unit: str | None
    points: Points
    span: Span = NOWHERE


class Interpolation(Struct, frozen=True):
    """`插值 60% 0, 100% 10`: linear between the nodes."""

    nodes: tuple[Node, ...]


class ChecklistItem(Placed, frozen=True, eq=False):
    """One item of a list and what it earns when it holds."""

    text: str
    points: Points
    span: Span = NOWHERE


class Checklist(Struct, frozen=True):
    """`逐项 有制度 2, 有专人 1`."""

    items: tuple[ChecklistItem, ...]


class JudgedGrade(Placed, frozen=True, eq=False):
    """`优 10-9`: a person picks between `high` and `low`."""

    word: str
    high: Points
    low: Points
    span: Span = NOWHERE


class Judged(Struct, frozen=True):
    """`按评判等级`; without grades, the official three (财预〔2021〕101号)."""

    grades: tuple[JudgedGrade, ...] = ()


class Manual(Struct, frozen=True):
    """`人工 …`: cannot be computed; the words are kept."""

    text: str


Shape = Ratio | Pass | Deduct | Award | Grade | Bands | Interpolation | Checklist | Judged | Manual


class Term(Placed, frozen=True, eq=False):
    """A shape applied to a basis."""

    shape: Shape
    basis: Basis = Basis()
    span: Span = NOWHERE


class StepRounding(StrEnum):
    """What a step that is not full counts; by default nothing."""

    STARTED = "started"  # 不足按一步
    PRO_RATA = "pro rata"  # 不足按比例


class ReverseConvention(StrEnum):
    """Which of the two customs a ratio follows under a reverse target (<=, <)."""

    LINEAR = "linear"  # s(1 - (A - T)/T), 0 from 2T on
    INVERSE = "inverse"  # s T/A


class Bonus(Struct, frozen=True):
    """`加分 P 每 STEP 最多 N`."""

    points: Points
    step: Step
    cap: Points | None = None


class Modifiers(Struct, frozen=True):
    """What holds for the whole rule; shares as decimals (0.03 for 3 %)."""

    tolerance: Decimal | None = None
    tolerance_unit: str | None = None
    cap: Points | None = None
    base: Points | None = None
    bonus: Bonus | None = None
    steps: StepRounding | None = None
    signed: bool = False
    otherwise: Points | None = None
    reverse: ReverseConvention | None = None


class Rule(Placed, frozen=True, eq=False):
    """A scoring rule: the sum of its terms under its modifiers."""

    terms: tuple[Term, ...]
    modifiers: Modifiers = Modifiers()
    span: Span = NOWHERE

"""Profiles (分值方案): how a jurisdiction distributes points, words rules and grades results."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct


class Weight(Struct, frozen=True):
    """Points of a first-level class; None where the class may take any share."""

    level1: str
    points: Decimal | None


class RequiredClass(Struct, frozen=True):
    """A class every form must fill. `level2` None: any class of the first level will do.

    `waivable`: may be declared inapplicable with a reason, and its absence is only 提示性. `source`: why.
    """

    level1: str
    level2: str | None
    waivable: bool
    source: str


class GradeThreshold(Struct, frozen=True):
    """优 from 90 on, and so on; totals in points of 100."""

    name: str
    at_least: Decimal


class ExecutionMark(Struct, frozen=True):
    """By the end of `month`, at least so many percent of the budget should be spent."""

    month: int
    at_least: Decimal


class Profile(Struct, frozen=True):
    """A jurisdiction's scheme. `total`: points of all indicators on the goal form (90, 80 or 100).

    `execution`: points of 预算执行率, added at self-evaluation, with `execution_source`. `wording`: sentence
    template by rule kind (句式). `decimals`: places a score is rounded to; `round_rows`: each row is rounded before
    the sum is taken, else only the sum. `row_limit`: largest share of the total that one row may carry, in percent.
    `execution_reason`: from so many percent of execution on, no reason is asked for. `over_achievement`: from so
    many percent of the target on, an explanation is; None for never. `execution_marks`: what monitoring expects.
    """

    id: str
    name: str
    names: tuple[str, ...]
    total: Decimal
    weights: tuple[Weight, ...]
    execution: Decimal
    execution_source: str
    required: tuple[RequiredClass, ...]
    grades: tuple[GradeThreshold, ...]
    wording: Mapping[str, str]
    decimals: int
    row_limit: Decimal
    source: str
    sha256: str
    round_rows: bool = True
    execution_reason: Decimal = Decimal(100)
    over_achievement: Decimal | None = None
    execution_marks: tuple[ExecutionMark, ...] = ()

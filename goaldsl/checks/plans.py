"""The plan that the points of a form are held against: its headings' own points, else its profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import Message
from goaldsl.model.profile import Profile
from goaldsl.model.taxonomy import Category

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the points of each first level come to (None: free), what all come to, and where it is written."""

    name: Message
    source: str
    weights: Mapping[str, Decimal | None]
    total: Decimal
    needed: frozenset[str] = frozenset()  # first levels that a form must have


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison: what the points come to and what the plan asks for (None: free)."""

    name: str
    has: Decimal
    should: Decimal | None

    @property
    def off(self) -> Decimal:
        return _ZERO if self.should is None else self.has - self.should


def is_chosen(facts: Facts) -> bool:
    """Whether the file, its headings, the project or the edition says which plan holds."""
    return facts.declaration.plan_chosen or _of_headings(facts) is not None


def plan_of(facts: Facts) -> Plan:
    """The plan in force."""
    return _of_headings(facts) or _of_profile(facts, facts.declaration.profile)


def compared(facts: Facts, plan: Plan) -> list[Line]:
    """The classes that the plan weighs, then the total; classes cannot be compared when rows have none."""
    points: Mapping[str, Decimal] = facts.points_by_level1
    levels = [level.name for level in facts.declaration.taxonomy.levels]
    lines = []
    if plan.weights and "" not in points and plan.weights.keys() <= set(levels):
        lines = [Line(level, points[level], plan.weights.get(level, _ZERO)) for level in levels]
    return [*lines, Line("合计", sum(points.values(), _ZERO), plan.total)]


def told_elsewhere(line: Line, facts: Facts, plan: Plan) -> bool:
    """Too few points because rows still lack them or a class has no row yet is said by the checks of those; so are
    points that are no points, which make every sum wrong."""
    if any(row.score is not None and row.score.value <= 0 for row in facts.indicators):
        return True
    if line.off > 0:
        return line.off == _counted_twice(line, facts)
    if facts.without_points:
        return True
    lacking = {need.level1 for need in facts.missing_classes if need.level2 and not need.waivable}
    if plan.needed and lacking and line.name in (*lacking, "合计"):
        return True
    absent = plan.needed - {row.category.level1 for row in facts.indicators if row.category}
    if line.name == "合计":
        return -line.off == sum((plan.weights.get(level) or _ZERO for level in absent), _ZERO) != 0
    return line.name in absent


def _counted_twice(line: Line, facts: Facts) -> Decimal:
    """The points of rows that stand a second time under their class, which GC526 reports."""
    seen: set[tuple[Category | None, str]] = set()
    twice = _ZERO
    for row in facts.indicators:
        key = (row.category, row.name.value)
        counts = line.name == "合计" or (row.category is not None and row.category.level1 == line.name)
        if key in seen and counts and row.score is not None:
            twice += row.score.value
        seen.add(key)
    return twice


def shown(line: Line) -> str:
    """A line of the comparison in words: 产出指标 40/30（+10）."""
    if line.should is None:
        return f"{line.name} {line.has:f}"
    difference = f"（{line.off:+f}）" if line.off else ""
    return f"{line.name} {line.has:f}/{line.should:f}{difference}"


def fitting(facts: Facts, plan: Plan) -> Iterator[Message]:
    """Packaged profiles of this tree that these points fit exactly."""
    names = []
    for identity in facts.catalog.ids("profile"):
        profile = facts.catalog.profile(identity)
        if profile is None or not profile.weights or any(weight.points is None for weight in profile.weights):
            continue
        lines = compared(facts, _of_profile(facts, profile))
        if len(lines) > 1 and not any(line.off for line in lines):
            names.append(profile.names[-1])
    if names:
        zh, en = "、".join(names), ", ".join(names)
        yield Message(
            f"相符的方案有：{zh}；如果适用，写：分值方案 {names[0]}。",
            f"They fit {en}; if it applies, write: 分值方案 {names[0]}.",
        )


def _of_headings(facts: Facts) -> Plan | None:
    """The plan that headings make: 产出指标（50分）."""
    points = {
        each.level1: each.points
        for each in facts.declaration.headings
        if each.points is not None and not each.level2
    }
    if not points:
        return None
    total = sum(points.values(), _ZERO)
    name = Message("标题写的分数", "the headings")
    present = {row.category.level1 for row in facts.indicators if row.category}
    free = {
        level: None for level in present if level not in points
    }  # a level without points of its own is free
    total += sum((facts.points_by_level1[level] for level in free), _ZERO)
    total += facts.points_by_level1.get("", _ZERO)  # rows without class, such as 预算执行率
    return Plan(name, "标题", {**points, **free}, total)


def _of_profile(facts: Facts, profile: Profile) -> Plan:
    execution = facts.execution_row
    extra = profile.execution if execution is not None and execution.score is not None else _ZERO
    return Plan(
        Message(f"“{profile.name}”方案", f"the profile {profile.name}"),
        profile.source,
        {weight.level1: weight.points for weight in profile.weights},
        profile.total + extra,
        frozenset(need.level1 for need in profile.required),
    )

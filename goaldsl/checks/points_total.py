"""Points against the profile, per first level and in total.

## 作用
把分值按一级指标相加，与分值方案逐类、合计比较，差多少都报。一份表只报一次，附对照表。

## 为什么
分值方案规定了各类各占多少分，合计不对，系统不收，自评也合不上 100 分。

## 示例
```goal
表样 芷江
数量指标 培训班次 >= 4 期 分值 40
质量指标 培训合格率 >= 95% 分值 10
```
芷江县的方案里产出指标共 30 分。

## 改法
按对照表增减分值。用的是别的方案，写一行 `分值方案 …`，例如 `分值方案 国家2021不设成本`。
还有指标没写分值、必设的一类还没写时，差额不在这里重复报。

## 依据
分值方案所据的文件：财预〔2021〕101号、财预〔2020〕10号，及各地的表样。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.profile import Profile

CODE = documented(
    "GC106",
    "points-total",
    Message("分值与方案不符", "the points differ from the profile"),
    UNFINISHED,
    __doc__,
)

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the comparison: what the points come to and what the profile asks for (None: free)."""

    name: str
    has: Decimal
    should: Decimal | None

    @property
    def off(self) -> Decimal:
        return _ZERO if self.should is None else self.has - self.should


def check(facts: Facts) -> Iterator[Finding]:
    scored = [row for row in facts.indicators if row.score is not None]
    if not scored:
        return
    lines = list(_lines(facts, facts.declaration.profile))
    off = [line for line in lines if line.off and not _told_elsewhere(line, facts)]
    if not off:
        return
    first = off[0]
    row = next((row for row in scored if _level1(row) == first.name), scored[0])
    yield Finding(
        CODE,
        row.score.span if row.score else row.span,
        _message(off, facts.declaration.profile),
        notes=(_table(lines, facts.declaration.profile), *_better_profiles(facts)),
        remedy=Message(
            "按上面的对照增减分值；用的是别的方案，就写一行“分值方案 …”。",
            "Adjust the points, or name the profile in use: 分值方案 ….",
        ),
    )


def _lines(facts: Facts, profile: Profile) -> Iterator[_Line]:
    """The classes that the profile weighs, then the total; classes cannot be compared when rows have none."""
    points: Mapping[str, Decimal] = facts.points_by_level1
    levels = [level.name for level in facts.declaration.taxonomy.levels]
    weights = {weight.level1: weight.points for weight in profile.weights}
    if weights and "" not in points and weights.keys() <= set(levels):
        for level in levels:
            yield _Line(level, points[level], weights.get(level, _ZERO))
    execution = facts.execution_row
    extra = profile.execution if execution is not None and execution.score is not None else _ZERO
    yield _Line("合计", sum(points.values(), _ZERO), profile.total + extra)


def _told_elsewhere(line: _Line, facts: Facts) -> bool:
    """Too few points because rows still lack them or a class has no row yet is said by the checks of those."""
    if line.off > 0:
        return False
    if facts.without_points:
        return True
    present = {_level1(row) for row in facts.indicators}
    weights = {weight.level1: weight.points for weight in facts.declaration.profile.weights}
    absent = {need.level1 for need in facts.declaration.profile.required if need.level1 not in present}
    if line.name == "合计":
        return -line.off == sum((weights.get(level) or _ZERO for level in absent), _ZERO) != 0
    return line.name in absent


def _level1(row: Indicator) -> str:
    return row.category.level1 if row.category else ""


def _message(off: list[_Line], profile: Profile) -> Message:
    parts = [f"{line.name} {line.has:f} 分，应为 {line.should:f} 分" for line in off]
    english = [f"{line.name} {line.has:f} instead of {line.should:f}" for line in off]
    return Message(
        f"分值与“{profile.name}”方案不符：{'；'.join(parts)}",
        f"the points differ from the profile {profile.name}: {'; '.join(english)}",
    )


def _table(lines: list[_Line], profile: Profile) -> Message:
    """Is and should, with the difference."""
    return Message(
        f"对照（{profile.source}）：" + "，".join(_shown(line) for line in lines) + "。",
        f"Points, and what the profile asks for: {', '.join(_shown(line) for line in lines)}.",
    )


def _shown(line: _Line) -> str:
    if line.should is None:
        return f"{line.name} {line.has:f}"
    difference = f"（{line.off:+f}）" if line.off else ""
    return f"{line.name} {line.has:f}/{line.should:f}{difference}"


def _better_profiles(facts: Facts) -> Iterator[Message]:
    """Other profiles of this tree that these points fit exactly."""
    for identity in facts.catalog.ids("profile"):
        profile = facts.catalog.profile(identity)
        if profile is None or profile is facts.declaration.profile or not profile.weights:
            continue
        if any(weight.points is None for weight in profile.weights):
            continue
        lines = list(_lines(facts, profile))
        if len(lines) > 1 and not any(line.off for line in lines):
            yield Message(
                f"这些分值合于“{profile.name}”方案；如果适用，写：分值方案 {profile.names[-1]}。",
                f"They fit the profile {profile.name}; if it applies, write: 分值方案 {profile.names[-1]}.",
            )
            return


CHECK = Check(CODE, check, counts=True)

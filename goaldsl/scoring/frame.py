"""What every part of a sentence needs to know beside its own piece of the rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from goaldsl.model.rule import Basis, Modifiers, Points, PointsKind
from goaldsl.scoring.points import decimal, plain, resolve
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.resolution import resolved_points
from goaldsl.scoring.subject import Subject, Units
from goaldsl.scoring.wording import Wording, filled

FULL = Points(PointsKind.FULL)
_UNTIL_SPENT = re.compile("[，,；;]?扣完为止")


@dataclass(frozen=True, slots=True)
class Frame:
    """The indicator, the wording in force, the units, and the modifiers of the whole rule.

    `spendable`: the points can run out, which is said by 扣完为止.
    """

    subject: Subject
    wording: Wording
    unit: Units
    modifiers: Modifiers
    spendable: bool

    def fill(self, kind: str, words: Mapping[str, str]) -> str:
        """The sentence of a kind: 扣完为止 only where it is true, 基础分 for 指标分值 where there is one."""
        text = self.wording.text(kind)
        if not self.spendable:
            text = _UNTIL_SPENT.sub("", text)
        if self.modifiers.base is not None:
            text = text.replace("指标分值", "基础分")
        return filled(text, words)

    def quantity(self, basis: Basis) -> Quantity:
        return asked(basis, self.subject)

    @property
    def full(self) -> Points:
        """All the points, as a number where the score is known."""
        return resolved_points(FULL, self.subject.score)

    @property
    def at_target(self) -> Points:
        """What meeting the target earns: all points, or 基础分."""
        return self.modifiers.base or FULL

    def amount(self, points: Points) -> str:
        """The points with their 分, as a number wherever one is exact."""
        value = resolve(points, self.subject.score)
        exact = None if value is None else decimal(value)
        if exact is not None:
            return f"{plain(exact)}分"
        match points.kind:
            case PointsKind.PERCENT:
                return f"指标分值的{plain(points.amount)}%"
            case PointsKind.FRACTION:
                return f"指标分值的{plain(points.amount)}/{plain(points.over)}"
            case PointsKind.LESS:
                return f"指标分值减{plain(points.amount)}分"
            case _:
                return "满分"

    def outcome(self, points: Points) -> str:
        """What someone gets: 得5分, 扣3分, 不得分."""
        value = resolve(points, self.subject.score)
        words = {"分值": self.amount(FULL)}
        if points.kind is PointsKind.FULL:
            return self.fill("full", words)
        if points.kind is PointsKind.LESS:
            lost = Points(PointsKind.POINTS, points.amount)
            return self.fill("lose", words | {"扣分": self.amount(lost)})
        if value == 0:
            return self.fill("none", words)
        if value is not None and value < 0 and points.kind is PointsKind.POINTS:
            owed = Points(PointsKind.POINTS, -points.amount)
            return self.fill("owe", words | {"扣分": self.amount(owed)})
        return self.fill("earn", words | {"得分": self.amount(points)})

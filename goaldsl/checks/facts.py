"""What several checks want to know of a declaration, worked out once and only when asked for."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from goaldsl.catalog import Catalog
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.target import QuantityTarget


class Facts:
    """A declaration and what follows from it."""

    def __init__(self, declaration: Declaration, catalog: Catalog) -> None:
        self.declaration = declaration
        self.catalog = catalog

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.declaration.indicators

    @cached_property
    def quantities(self) -> tuple[tuple[Indicator, QuantityTarget], ...]:
        """The indicators with a readable number for a target, and that target."""
        return tuple(
            (indicator, indicator.target)
            for indicator in self.indicators
            if isinstance(indicator.target, QuantityTarget)
        )

    @cached_property
    def points_by_level1(self) -> dict[str, Decimal]:
        """Points per first-level class, in the order of the taxonomy; rows without class under ""."""
        points = {level.name: Decimal(0) for level in self.declaration.taxonomy.levels}
        for indicator in self.indicators:
            if indicator.score is not None:
                level1 = indicator.category.level1 if indicator.category else ""
                points[level1] = points.get(level1, Decimal(0)) + indicator.score.value
        return points

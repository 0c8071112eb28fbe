"""An indicator as its scoring rule sees it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import structs

from goaldsl.catalog import Catalog, RateDomain
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import NOWHERE
from goaldsl.model.target import Direction, QuantityTarget, RangeTarget, Target
from goaldsl.scoring.subject import Subject


def bare(target: Target | None) -> Target | None:
    """The target without its places, so that equal ones are equal wherever they stand."""
    if target is None:
        return None
    places: dict[str, Any] = {name: NOWHERE for name in target.__struct_fields__ if name.endswith("span")}
    return structs.replace(target, **places)


def subject_of(indicator: Indicator, catalog: Catalog) -> Subject:
    """The indicator as its rule sees it."""
    score = indicator.score.value if indicator.score else None
    return subject(indicator.name.value, indicator.target, score, indicator.direction, catalog)


def subject(
    name: str, target: Target | None, score: Decimal | None, direction: Direction, catalog: Catalog
) -> Subject:
    """A row as its rule sees it, with the values that can occur in the target's unit."""
    unit = target.unit if isinstance(target, QuantityTarget | RangeTarget) else None
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None
    if unit is not None and unit.dimension == "rate":
        domain = catalog.rate_domain(name)
        lowest = None if domain is RateDomain.CHANGE else lowest
        highest = Decimal(int(1 / unit.scale)) if domain is RateDomain.SHARE and unit.scale else None
    return Subject(name, target, score, direction, lowest, highest)

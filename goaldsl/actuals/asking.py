"""What is asked of each indicator of a declaration, under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from goaldsl.actuals.force import InForce, in_force
from goaldsl.actuals.headings import headings
from goaldsl.actuals.questions import FormQuestion, questions
from goaldsl.catalog import Catalog
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.target import QuantityTarget, RangeTarget

_ANY = Decimal(10)  # what is asked does not depend on the points


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An indicator, its heading in the file, its rule and what is asked."""

    indicator: Indicator
    heading: str
    force: InForce
    questions: tuple[FormQuestion, ...]

    @property
    def target(self) -> Decimal | None:
        """The target as one number."""
        match self.indicator.target:
            case QuantityTarget(amount=amount):
                return amount
            case RangeTarget(low=low):
                return low
            case _:
                return None


def asked_rows(declaration: Declaration, catalog: Catalog) -> tuple[AskedRow, ...]:
    """One row for each indicator, in their order."""
    explain = declaration.profile.over_achievement is not None
    return tuple(
        _row(indicator, heading, catalog, explain)
        for indicator, heading in zip(declaration.indicators, headings(declaration), strict=True)
    )


def _row(indicator: Indicator, heading: str, catalog: Catalog, explain: bool) -> AskedRow:
    score = indicator.score.value if indicator.score is not None else None
    force = in_force(indicator, catalog, _ANY if score is None else score)
    asked = questions(force, has_score=score is not None, explain=explain)
    return AskedRow(indicator, heading, force, asked)

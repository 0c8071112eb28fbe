"""An indicator as its scoring rule sees it, and the rule that holds for it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from msgspec import structs

from goaldsl.catalog import Catalog, RateDomain
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import NOWHERE
from goaldsl.model.rule import Rule, Sentence
from goaldsl.model.target import Direction, QuantityTarget, RangeTarget, Target
from goaldsl.scoring.recognition import Remark, recognise
from goaldsl.scoring.subject import Subject, Units


def rule_of(indicator: Indicator) -> Rule | None:
    """The rule by which the indicator is scored, as declared or as its official sentence says; None where a
    person must apply a sentence that was not understood, or nothing is said."""
    rule = indicator.rule
    return None if rule is None or isinstance(rule.terms[0].shape, Sentence) else rule


def stated(sentence: str, row: Subject, unit: Units) -> Rule | None:
    """The rule that an official sentence states for a row."""
    return recognise(sentence, replace(row, target=bare(row.target)), unit).rule


def disagreements(sentence: str, row: Subject, unit: Units) -> tuple[Remark, ...]:
    """Where an official sentence that is understood names another target or other points than its row."""
    read = recognise(sentence, replace(row, target=bare(row.target)), unit)
    return read.remarks if read.rule is not None else ()


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

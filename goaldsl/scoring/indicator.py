"""An indicator as its scoring rule sees it, and the rule that holds for it."""

from __future__ import annotations

from decimal import Decimal

from goaldsl.catalog import Catalog, RateDomain
from goaldsl.model.declaration import Indicator
from goaldsl.model.rule import Rule, Sentence
from goaldsl.model.target import QuantityTarget, RangeTarget
from goaldsl.scoring.recognition import recognise
from goaldsl.scoring.subject import Subject, Units


def rule_of(indicator: Indicator) -> Rule | None:
    """The rule by which the indicator is scored: as declared, or as its official sentence says."""
    return indicator.rule


def read_rule(indicator: Indicator, subject: Subject, unit: Units) -> Rule | None:
    """The declared rule, or the one that the official sentence states; None where neither says one.

    `subject` may leave out what does not matter to the caller, so that equal rows are read once.
    """
    rule = rule_of(indicator)
    if rule is not None and not (len(rule.terms) == 1 and isinstance(rule.terms[0].shape, Sentence)):
        return rule
    text = rule.terms[0].shape.text if rule is not None and isinstance(rule.terms[0].shape, Sentence) else ""
    if not text and indicator.criterion is not None:
        text = indicator.criterion.value
    return recognise(text, subject, unit).rule if text else None


def subject_of(indicator: Indicator, catalog: Catalog) -> Subject:
    """The indicator as its rule sees it."""
    target, name = indicator.target, indicator.name.value
    unit = target.unit if isinstance(target, QuantityTarget | RangeTarget) else None
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None
    if unit is not None and unit.dimension == "rate":
        domain = catalog.rate_domain(name)
        lowest = None if domain is RateDomain.CHANGE else lowest
        highest = Decimal(int(1 / unit.scale)) if domain is RateDomain.SHARE and unit.scale else None
    score = indicator.score.value if indicator.score else None
    return Subject(name, target, score, indicator.direction, lowest, highest)

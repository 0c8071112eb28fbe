"""What the recogniser hands back: the rule, how far it got, and where sentence and indicator disagree."""

from __future__ import annotations

from dataclasses import dataclass

from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Disagreement, Remark

__all__ = ["Disagreement", "Recognised", "Remark"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """`rule` is None where the sentence is no rule, or more than one; then `stopped_at` tells from where on.

    `understood` is the beginning of the sentence that was understood.
    """

    rule: Rule | None
    understood: str
    stopped_at: int | None
    remarks: tuple[Remark, ...] = ()

"""What reading a sentence comes to: a rule, or what stopped it."""

from __future__ import annotations

from msgspec import Struct

from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Remark


class Read(Struct, frozen=True):
    """The rule that a sentence states, and what of it disagrees with the row."""

    rule: Rule
    remarks: tuple[Remark, ...] = ()


class Refused(Struct, frozen=True):
    """A sentence that a person must apply, with what was understood of it.

    `stopped_at` is the place from which on no meaning was found. `partial` is what can be computed; `readings` are
    those that disagree, `parting` says where.
    """

    sentence: str
    stopped_at: int
    partial: Rule | None = None
    readings: tuple[Rule, ...] = ()
    parting: str | None = None
    remarks: tuple[Remark, ...] = ()


Reading = Read | Refused

"""From official sentence to rule: what departments write in 评（扣）分标准, read without guessing.

    sentence ──shadow──▶ half-width twin ──sentence.tx──▶ tree ──lowering──▶ statements ──assembly──▶ Rule

A number that disagrees with the indicator is remarked; a sentence that says more or less than one rule is none.
"""

from __future__ import annotations

from functools import lru_cache

from goaldsl.scoring.recognition.assembly import assemble
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.language import parsed
from goaldsl.scoring.recognition.lowering import statements
from goaldsl.scoring.recognition.recognised import Disagreement, Recognised, Remark
from goaldsl.scoring.recognition.shadow import Shadow, cast
from goaldsl.scoring.recognition.statements import Statement, Stop
from goaldsl.scoring.subject import Subject, Units, packaged_unit

__all__ = ["Disagreement", "Recognised", "Remark", "recognise"]

_LONGEST = 2000
_KEPT = 4096
_ENDS = "，,；;。、：: "


@lru_cache(maxsize=_KEPT)
def recognise(sentence: str, subject: Subject, unit: Units = packaged_unit) -> Recognised:
    """The rule that `sentence` states under `subject`, or how far it was understood."""
    shadow, said, rest = _statements(sentence)
    if rest is not None:
        return _stopped(shadow, rest)
    context = Context(subject, unit, shadow)
    try:
        return Recognised(assemble(said, context), sentence, None, _in_order(context.remarks))
    except Stop as stop:
        return _stopped(shadow, stop.place)


@lru_cache(maxsize=_KEPT)
def _statements(sentence: str) -> tuple[Shadow, tuple[Statement, ...], int | None]:
    """What a sentence says under any indicator, and from where on it says nothing known; most rows share theirs."""
    shadow = cast(sentence)
    tree = parsed(shadow.text) if len(shadow.text) <= _LONGEST else None
    if tree is None:
        return shadow, (), 0
    try:
        said = tuple(statements(tree))
    except Stop as stop:
        return shadow, (), stop.place
    return shadow, said, len(shadow.text) - len(tree.rest) if tree.rest else None


def _in_order(remarks: list[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(set(remarks), key=lambda remark: (remark.span, remark.about)))


def _stopped(shadow: Shadow, place: int) -> Recognised:
    origin = shadow.origins[place]
    return Recognised(None, shadow.original[:origin].rstrip(_ENDS), origin)

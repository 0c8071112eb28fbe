"""From scoring sentence to rule: every character accounted for, the meaning typed by the target, read or handed over.

    sentence ──shadow, lexer──▶ tokens ──statements──▶ clauses and notes ──meanings──▶ Rule ──laws──▶ Read | Unread
                  ▲ lexicon                                    ▲ row: target, unit, direction, points

shadow      half-width, without blanks
lexicon     the words with their meaning, once each (grammar/reading/words.toml)
lexer       tokens: numbers with units, words, names
effects     the patterns of anchors: what pays, what takes, what holds for the whole
statements  each effect with the condition in front of it
conditions  limits, and words that say whether the target is met
by_steps    the step an effect is done by: 每低1%
stepping, banding, proportion, worded, continuing, stairs   the meanings
parting     two readings, and the actual value where they part
assembly    the rule; laws hold it against the sentence
"""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Remark
from goaldsl.parse.nesting import too_deep
from goaldsl.scoring.reading.assembly import rule
from goaldsl.scoring.reading.cases import cases
from goaldsl.scoring.reading.laws import kept
from goaldsl.scoring.reading.lexer import tokenise
from goaldsl.scoring.reading.lexicon import lexicon
from goaldsl.scoring.reading.outcome import Read, Reading, Refused
from goaldsl.scoring.reading.parting import parting
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.said import Clause, Does, PartsError, Statements, StopError
from goaldsl.scoring.reading.shadow import Shadow, cast
from goaldsl.scoring.reading.statements import statements
from goaldsl.scoring.subject import Subject, Units, packaged_unit

__all__ = ["Read", "Reading", "Refused", "clauses_of", "read"]

_LONGEST = 2000
_KEPT = 4096
_FEW = 6


@lru_cache(maxsize=_KEPT)
def read(sentence: str, subject: Subject, unit: Units = packaged_unit) -> Reading:
    """The rule that `sentence` states under `subject`, or what stopped the reading."""
    shadow, said = _said(sentence, unit)
    row = Row(subject, unit, shadow)
    try:
        if isinstance(said, int):
            raise StopError(said)
        found = rule(said, row)
        found = kept(found, cases(said.clauses, row), row)
    except PartsError as parts:
        assert not isinstance(said, int)
        readings = _readings(said, parts.ways, row)
        place = shadow.origins[parts.place]
        told = parting(readings, row) if len(readings) > 1 else None
        if len(readings) == 1 or len(set(readings)) == 1:
            return Read(readings[0], _in_order(row.remarks))
        return Refused(sentence, place, readings=readings, parting=told, remarks=_in_order(row.remarks))
    except StopError as stop:
        place = shadow.origins[min(stop.place, len(shadow.origins) - 1)]
        partial = None if isinstance(said, int) else _partial(said, Row(subject, unit, shadow))
        return Refused(sentence, place, partial, remarks=_in_order(row.remarks))
    return Read(found, _in_order(row.remarks))


def clauses_of(sentence: str, unit: Units) -> tuple[Shadow, tuple[Clause, ...]]:
    """The clauses of a sentence, none where it has no clear ones, and the shadow their places are in."""
    shadow, said = _said(sentence, unit)
    return shadow, () if isinstance(said, int) else said.clauses


def _readings(said: Statements, ways: tuple[str, str], row: Row) -> tuple[Rule, ...]:
    """What the sentence says either way."""
    found = []
    for way in ways:
        chosen = replace(row, way=way)
        try:
            found.append(kept(rule(said, chosen), cases(said.clauses, chosen), chosen))
        except StopError:
            continue
    return tuple(found)


def _partial(said: Statements, row: Row) -> Rule | None:
    """What is left when the one clause that a person must judge is taken away."""
    if not 1 < len(said.clauses) <= _FEW:
        return None
    judged = [clause for clause in said.clauses if clause.effect.does is Does.JUDGE]
    for clause in judged or reversed(said.clauses[1:]):
        rest = tuple(other for other in said.clauses if other is not clause)
        try:
            found = rule(replace(said, clauses=rest), row)
            found = kept(found, cases(rest, row), row)
        except StopError:
            continue
        return found
    return None


@lru_cache(maxsize=_KEPT)
def _said(sentence: str, unit: Units) -> tuple[Shadow, Statements | int]:
    """What a sentence says under any row, or where it stops; most rows share theirs."""
    shadow = cast(sentence)
    if len(shadow.text) > _LONGEST or too_deep(shadow.text) is not None:
        return shadow, 0
    try:
        return shadow, statements(shadow.text, tokenise(shadow.text, lexicon(), unit))
    except StopError as stop:
        return shadow, stop.place


def _in_order(remarks: list[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(set(remarks), key=lambda remark: (remark.span, remark.about)))

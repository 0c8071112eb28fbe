"""A sentence that counts the other side of its target: 每超1%扣1分 under ≥95%, 5次及以下得满分 under ≥5次.

Either the sign of the target or the words are wrong, and nobody but the author knows which.
"""

from __future__ import annotations

from goaldsl.model.place import Span
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.scoring.reading import Read, clauses_of, read
from goaldsl.scoring.reading.cases import Case, cases
from goaldsl.scoring.reading.conditions import Stretch, value
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.said import Does, StopError
from goaldsl.scoring.reading.stepping import names_another, sides_of
from goaldsl.scoring.subject import Subject, Units

_MARKS = ",;:.。"  # between clauses, in the shadow
_BAD = {Direction.ASCENDING: "short", Direction.DESCENDING: "over"}
_GOOD = {Direction.ASCENDING: "over", Direction.DESCENDING: "short"}


def against(sentence: str, subject: Subject, unit: Units) -> Span | None:
    """The words for the other side in a sentence that is no rule under `subject`; None where there are none."""
    target = subject.target
    if not isinstance(target, QuantityTarget) or subject.direction not in _BAD or target.amount == 0:
        return None  # 0起: nothing lies below
    if isinstance(read(sentence, subject, unit), Read):
        return None
    shadow, clauses = clauses_of(sentence, unit)
    row = Row(subject, unit, shadow)
    try:
        listed = cases(clauses, row)
    except StopError:
        return None
    wrong = [place for place, case in enumerate(listed) if _steps(case, row) or _full_there(case, row)]
    if not wrong or _measures_another(listed, row) or any(_rightly(case, row) for case in listed):
        return None
    return _words(listed, wrong[0], row)


def _measures_another(listed: tuple[Case, ...], row: Row) -> bool:
    """Whether a rate is named that is not the row's own: 成本节约率."""
    words = (token.text for case in listed for token in case.clause.condition if token.kind in "wR")
    return any(word.endswith("率") and word not in row.subject.name for word in words)


def _rightly(case: Case, row: Row) -> bool:
    """Whether points are lost where the target is missed: then both sides count, which is another matter."""
    return case.stepwise and case.effect.does is Does.LOSE and _BAD[row.subject.direction] in sides_of(case)


def _steps(case: Case, row: Row) -> bool:
    """Whether points are lost step by step on the good side, or earned on the bad one, of the row's own quantity."""
    each = case.effect.each
    if each is None or each.measure is None or names_another(each, case.when, row):
        return False
    if each.measure.kind != "%" and row.same_unit(each.measure) is None:
        return False
    said = set(sides_of(case))
    wrong = (
        _GOOD if case.effect.does is Does.LOSE else _BAD if case.effect.does in (Does.GAIN, Does.ADD) else {}
    )
    right = {"short", "over"} - {wrong.get(row.subject.direction)}
    return wrong.get(row.subject.direction) in said and not said & (right | {"late", "early", "occur"})


def _full_there(case: Case, row: Row) -> bool:
    """Whether full points are earned on the other side of the target: 5次及以下得5分."""
    amount = case.effect.amount
    if (
        case.stepwise
        or case.effect.does is not Does.GAIN
        or amount is None
        or not row.is_full(row.points(amount))
    ):
        return False
    return len(case.when.stretches) == 1 and _is_other_side(case.when.stretches[0], row)


def _is_other_side(stretch: Stretch, row: Row) -> bool:
    end = stretch.low or stretch.high
    if stretch.bare or end is None or (stretch.low is not None and stretch.high is not None):
        return False
    if value(end.token, row, row.quantity) != row.quantity.reference:
        return False
    return (stretch.low is None) is (row.subject.direction is Direction.ASCENDING)


def _words(listed: tuple[Case, ...], place: int, row: Row) -> Span:
    """The words of a clause up to its number, as places in the sentence."""
    case, shadow = listed[place], row.shadow
    each = case.effect.each
    start = listed[place - 1].effect.end if place else 0
    while start < case.effect.start and shadow.text[start] in _MARKS:
        start += 1
    end = each.measure.end if each is not None and each.measure is not None else case.effect.start
    begin = shadow.origins[start]
    return Span(begin, begin + len(shadow.words(start, max(end, start + 1))))

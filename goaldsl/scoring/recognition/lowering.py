"""From the parser's tree to statements; the tree is dropped at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from goaldsl.model.rule import Points, PointsKind
from goaldsl.scoring.recognition import relations
from goaldsl.scoring.recognition.expressions import lowered
from goaldsl.scoring.recognition.shadow import counted
from goaldsl.scoring.recognition.statements import (
    Action,
    Amount,
    Calculated,
    Clause,
    Discretionary,
    Effect,
    Fixed,
    Loose,
    Note,
    NoteKind,
    Proportional,
    Situation,
    Spread,
    Statement,
    Stepwise,
    Stop,
)

_OF_PLAN = re.compile("占(?:年度|全年|总)?(?:计划|目标|任务|预期|指标|应)")
_LEADS_IN = re.compile("按|根据|依据|依照|对照|经|通过|以|考核|年度|全年|当年|如|若|对|在|截至|其中|本年")
_OVERSPENT = re.compile("超(?:出|支|过|预算|额)?(?:部分)?(?:的|占预算的)?(?:比例|比率|百分比).*[扣减]")
_ADDS, _LOSES = "加奖", "扣减"
_MARKERS = {
    "逐项": NoteKind.CHECKLIST,
    "依次": NoteKind.IN_ORDER,
    "只设": NoteKind.ONLY,
    "按档": NoteKind.GRADES,
    "按评": NoteKind.JUDGED,
    "以上": NoteKind.SUM,
    "两端": NoteKind.CLAMPED,
}
_NOTES = {
    "Spent": NoteKind.SPENT,
    "Signed": NoteKind.SIGNED,
    "CapLost": NoteKind.CAP_LOST,
    "CapAdded": NoteKind.CAP_ADDED,
    "CapEarned": NoteKind.CAP_EARNED,
    "Base": NoteKind.BASE,
}
_NOTHING = Points(PointsKind.POINTS)
_FULL = Points(PointsKind.FULL)


def statements(tree: Any) -> Iterator[Statement]:
    """The statements of a sentence in their order."""
    for node in tree.statements or ():
        number = node.number or ""
        if node.note is not None:
            yield Statement(_note(node.note), number)
        elif node.clause is not None:
            yield Statement(_clause(node.clause), number)
        else:
            yield Statement(Loose(node.loose._tx_position, node.loose._tx_position_end), number)


def _note(node: Any) -> Note:
    kind, start, end = type(node).__name__, node._tx_position, node._tx_position_end
    if kind == "Evidence":
        return Note(NoteKind.EVIDENCE, start, end)
    if kind == "Marker":
        marked = _MARKERS.get(node.word[:2], NoteKind.INTERPOLATED)
        return Note(marked, start, end)
    if kind == "GradeNames":
        return Note(NoteKind.GRADE_NAMES, start, end, names=tuple(node.names))
    if kind == "GradeRanges":
        ranges = tuple(_share_range(item) for item in node.ranges)
        return Note(NoteKind.GRADE_RANGES, start, end, ranges=ranges)
    if kind == "Standard":
        return Note(NoteKind.STANDARD, start, end, size=relations.amount(node.measure))
    if kind == "FullNote":
        return Note(NoteKind.FULL, start, end, _FULL if node.bare else read_points(node.points))
    if kind == "Tolerance":
        return Note(NoteKind.TOLERANCE, start, end, size=_size(node.size))
    if kind in ("Started", "ProRata"):
        return _partial(node, start, end)
    if kind == "BasisNote":
        return Note(NoteKind.BASIS, start, end, words=node.quantity)
    if kind == "Quotient":
        return Note(NoteKind.QUOTIENT, start, end, expression=lowered(node.expression))
    if kind == "CapEarned" and node.open:
        return Note(NoteKind.OPEN, start, end)
    points = getattr(node, "points", None)
    return Note(_NOTES[kind], start, end, None if points is None else read_points(points))


def _share_range(node: Any) -> Spread:
    return Spread(
        Points(PointsKind.PERCENT, Decimal(node.high)), Points(PointsKind.PERCENT, Decimal(node.low))
    )


def _partial(node: Any, start: int, end: int) -> Note:
    """What a step that is not full counts."""
    step = None if node.step is None else _size(node.step)
    if type(node).__name__ == "ProRata":
        return Note(NoteKind.PRO_RATA, start, end, size=step)
    again = None if node.again is None else _size(node.again)
    if (step is None) != (again is None) or (
        step and again and (step.number, step.words) != (again.number, again.words)
    ):
        raise Stop(start)
    return Note(NoteKind.STARTED, start, end, size=step)


def _size(node: Any) -> Amount:
    return Amount(Decimal(counted(node.number)), node.tail or "", node._tx_position, node._tx_position_end)


def _clause(node: Any) -> Clause:
    return Clause(
        _situation(node.conditions or ()), _effect(node.effect), node._tx_position, node._tx_position_end
    )


def _situation(nodes: Any) -> Situation | None:
    """All conditions of a clause in one: 按照合同约定，2026年12月31日前完成."""
    if not nodes:
        return None
    start = nodes[0]._tx_position
    measured = [node for node in nodes if node.relation is not None]
    otherwise = any(node.otherwise for node in nodes)
    if len(measured) > 1 or (otherwise and measured):
        raise Stop(start)
    topic = "，".join(node.topic for node in nodes if node.topic and node not in measured)
    if otherwise:
        return Situation(start, otherwise=True, topic=topic)
    if not measured:
        return Situation(start, topic=topic)
    node = measured[0]
    interval, day = relations.read(node.relation)
    place = nodes.index(node)
    if any(not _LEADS_IN.match(other.topic) for other in nodes[:place]) or (
        day is None and nodes[place + 1 :]
    ):
        raise Stop(start)  # a second condition
    own = "，".join(part for part in (topic, node.topic) if part)
    return Situation(start, False, own, node.tail or "", interval, day)


def _effect(node: Any) -> Effect:
    match type(node).__name__:
        case "Each":
            return _each(node)
        case "Nothing":
            return Fixed(_NOTHING)
        case "NoLoss":
            return Fixed(_FULL)
        case "Earn":
            return Fixed(read_points(node.points))
        case "Lose":
            return Fixed(_left(read_points(node.points), "倒" in node.word, node._tx_position))
        case "Range":
            return _spread(node)
        case "Proportion":
            return _proportional(node)
        case "Formula":
            return Calculated(lowered(node.expression))
        case _:
            return Discretionary()


def _spread(node: Any) -> Spread:
    """100-80%: the sign behind the second number holds for the first."""
    high, low = read_points(node.high), read_points(node.low)
    if type(node.low).__name__ == "SharePoints" and high.kind is PointsKind.POINTS:
        high = Points(PointsKind.PERCENT, high.amount)
    return Spread(high, low)


def _proportional(node: Any) -> Proportional:
    """按实际完成数占计划数的比例: a share of anything else than the plan is another quantity."""
    if "占" in node.word and not _OF_PLAN.search(node.word):
        raise Stop(node._tx_position)
    return Proportional(bool(_OVERSPENT.search(node.word)), node.word)


def _left(lost: Points, owed: bool, place: int) -> Points:
    """What is left of the points when `lost` is taken away."""
    match lost.kind:
        case PointsKind.POINTS if owed:
            return Points(PointsKind.POINTS, -lost.amount)
        case PointsKind.POINTS:
            return Points(PointsKind.LESS, lost.amount)
        case PointsKind.PERCENT:
            return Points(PointsKind.PERCENT, 100 - lost.amount)
        case PointsKind.FRACTION:
            return Points(PointsKind.FRACTION, lost.over - lost.amount, lost.over)
        case PointsKind.FULL:
            return _NOTHING
    raise Stop(place)


def _each(node: Any) -> Stepwise:
    action = Action.EARN
    if any(sign in node.action for sign in _LOSES):
        action = Action.LOSE
    elif any(sign in node.action for sign in _ADDS):
        action = Action.ADD
    size = Amount(
        Decimal(counted(node.number)) if node.number else Decimal(1),
        node.tail or "",
        node._tx_position,
        node._tx_position_end,
    )
    said = (node.fill or "") + (node.target or "")
    return Stepwise(node.verb or "", said, bool(node.target), size, action, read_points(node.points))


def read_points(node: Any) -> Points:
    """An amount of points as it is said."""
    if type(node).__name__ in ("SharePoints", "BareShare"):
        return Points(PointsKind.PERCENT, Decimal(node.amount))
    if node.less:
        return Points(PointsKind.LESS, Decimal(node.less))
    if node.half:
        return Points(PointsKind.PERCENT, Decimal(50))
    if node.full:
        said = Decimal(node.said) if node.said else None
        return _FULL if said is None else Points(PointsKind.POINTS, said)
    amount = Decimal(counted(node.amount))
    if node.cnover:
        return Points(PointsKind.FRACTION, amount, Decimal(counted(node.cnover)))
    if node.over:
        return Points(PointsKind.FRACTION, amount, Decimal(node.over))
    return Points(PointsKind.PERCENT if node.share else PointsKind.POINTS, amount)

"""Sentences that give points by bands (大于等于95%得10分，小于95%且大于等于80%得8分…) or between points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from goaldsl.model.rule import Band, Bands, Basis, BasisKind, Interpolation, Node, Points, PointsKind, Term
from goaldsl.model.target import Direction
from goaldsl.scoring.points import decimal, resolve
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.recognition import meeting
from goaldsl.scoring.recognition.context import Context, measured_unit
from goaldsl.scoring.recognition.parts import Parts, Reading
from goaldsl.scoring.recognition.recognised import Disagreement
from goaldsl.scoring.recognition.statements import Amount, Clause, Edge, Fixed, Interval, NoteKind, Stop
from goaldsl.scoring.recognition.vocabulary import words

_NOTHING = Points(PointsKind.POINTS)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """An interval with its points; ends None run on without end."""

    low: Edge | None
    high: Edge | None
    points: Points
    clause: Clause


def read(parts: Parts, context: Context) -> Reading:
    """Bands in the order of the line, the first that holds counting."""
    fixed = [clause for clause in parts.clauses if isinstance(clause.effect, Fixed)]
    basis = _basis(parts, fixed, context)
    rest = [clause for clause in fixed if clause.situation is not None and clause.situation.otherwise]
    measured = [clause for clause in fixed if clause not in rest]
    if len(rest) > 1 or not measured:
        raise Stop(fixed[-1].start)
    measured = _shares_beyond(
        [_at_target(clause, fixed, basis, context) for clause in measured], basis, context
    )
    _check_topics(measured, context)
    otherwise = _points(rest[0]) if rest else None
    if rest and fixed[-1] is not rest[0]:
        raise Stop(rest[0].start)
    if parts.has(NoteKind.IN_ORDER) or parts.has(NoteKind.ONLY):
        bands = tuple(_in_order(clause, context) for clause in measured)
    else:
        bands, otherwise = _chain(measured, otherwise, basis, context)
    _check_top(measured, basis, context)
    _check_most(measured, context)
    return Reading((Term(Bands(bands), basis),), otherwise)


def interpolation(parts: Parts, context: Context) -> Reading:
    """60%得0分，100%得10分，其间按直线内插计分."""
    basis = parts.basis() or Basis()
    nodes = []
    for clause in parts.clauses:
        interval = None if clause.situation is None else clause.situation.interval
        if interval is None or interval.bare is None or not isinstance(clause.effect, Fixed):
            raise Stop(clause.start)
        nodes.append(Node(interval.bare.number, _unit(interval.bare, context), clause.effect.points))
    if not nodes:
        raise Stop(parts.start)
    return Reading((Term(Interpolation(tuple(nodes)), basis),))


def _points(clause: Clause) -> Points:
    assert isinstance(clause.effect, Fixed)
    return clause.effect.points


def _unit(amount: Amount, context: Context) -> str | None:
    return measured_unit(amount, context)


_OVERSPENT = re.compile(
    "^(?:超支|超出|超过|超|超预算|超出预算|超过预算|超支比例|超支率|超预算比例)(?:部分)?(?:在|的)?$"
)
_TOPIC = re.compile("^(?:如|当|若|凡|对)|(?:的?(?:值|数|情况))?(?:在|为|的|是|，)*$")


def _check_topics(clauses: Sequence[Clause], context: Context) -> None:
    """满意度…，投诉率…: two quantities are no bands of one."""
    own = context.subject.name
    seen = ""
    for clause in clauses:
        topic = "" if clause.situation is None else _TOPIC.sub("", clause.situation.topic)
        if topic.startswith(words("condition", "distance")) and topic not in own:
            raise Stop(clause.start)
        if not topic or topic.startswith(("完成", "实际", "指标", "达")):
            continue
        topic = own if topic in own else topic
        if seen and topic not in seen and seen not in topic:
            raise Stop(clause.start)
        seen = seen or topic


def _basis(parts: Parts, fixed: Sequence[Clause], context: Context) -> Basis:
    named = parts.basis()
    if named is not None:
        return named
    found = {
        meeting.named_basis(clause.situation.topic, context)
        for clause in fixed
        if clause.situation is not None and clause.situation.interval is not None and clause.situation.topic
    }
    if len(found) > 1:
        raise Stop(fixed[0].start)
    basis = found.pop() if found else Basis()
    if basis.kind is BasisKind.DEVIATION:  # 偏差率 is said of both sides, and ours has a sign
        raise Stop(fixed[0].start)
    quantity = asked(Basis(), context.subject)
    if basis.kind is BasisKind.ATTAINMENT and quantity.known and not quantity.rate:
        return Basis()  # a share of the target either way
    return basis


def _at_target(clause: Clause, fixed: Sequence[Clause], basis: Basis, context: Context) -> Clause:
    """全部完成得满分 as a number: the target, in percent of itself where the others are."""
    situation = clause.situation
    if situation is None or situation.interval is not None or situation.day is not None:
        return clause
    quantity = asked(basis, context.subject)
    units = {context.split(edge.words)[0] for other in fixed for edge in _edges(other)}
    own, reference = context.own_unit, quantity.reference
    if not quantity.known or quantity.time or reference is None or quantity.direction is Direction.BOTH:
        raise Stop(clause.start)
    share = units == {"%"} and not quantity.rate
    value = Decimal(100) if share else decimal(reference)
    assert value is not None
    amount = Amount(value, "%" if share else own, clause.start, clause.end)
    edge = Edge(amount, True)
    falling = quantity.direction is Direction.DESCENDING
    whole = Interval(high=edge) if falling else Interval(low=edge)
    return replace(clause, situation=replace(situation, topic="", tail="", interval=whole))


def _edges(clause: Clause) -> list[Amount]:
    interval = None if clause.situation is None else clause.situation.interval
    return [] if interval is None else meeting.amounts(interval)


def _shares_beyond(clauses: list[Clause], basis: Basis, context: Context) -> list[Clause]:
    """超支10%以内得5分: ten percent beyond the target is 110 % of it."""
    beyond = [clause for clause in clauses if clause.situation and _OVERSPENT.match(clause.situation.topic)]
    if not beyond:
        return clauses
    quantity = asked(basis, context.subject)
    said = {context.split(amount.words)[0] for clause in beyond for amount in _edges(clause)}
    if quantity.direction is not Direction.DESCENDING or quantity.rate or not quantity.known or said != {"%"}:
        raise Stop(beyond[0].start)
    return [
        _moved(clause, context) if clause in beyond else _as_share(clause, quantity, context)
        for clause in clauses
    ]


def _moved(clause: Clause, context: Context) -> Clause:
    assert clause.situation
    interval = clause.situation.interval
    if interval is None or interval.bare is not None:
        raise Stop(clause.start)
    low, high = (None if edge is None else _shifted(edge) for edge in (interval.low, interval.high))
    if low is None and high is not None:
        low = Edge(replace(high.amount, number=Decimal(100)), False)
    return replace(clause, situation=replace(clause.situation, topic="", interval=Interval(low, high)))


def _shifted(edge: Edge) -> Edge:
    return Edge(replace(edge.amount, number=edge.amount.number + 100, words="%"), edge.included)


def _as_share(clause: Clause, quantity: Quantity, context: Context) -> Clause:
    """The target in its own unit, beside shares of it, is 100 %."""
    for amount in _edges(clause):
        if context.value(amount, quantity) != quantity.reference:
            raise Stop(clause.start)
    edge = Edge(Amount(Decimal(100), "%", clause.start, clause.end), True)
    assert clause.situation
    return replace(clause, situation=replace(clause.situation, topic="", interval=Interval(high=edge)))


def _in_order(clause: Clause, context: Context) -> Band:
    interval = None if clause.situation is None else clause.situation.interval
    if interval is None or interval.bare is not None:
        raise Stop(clause.start)
    low, high = interval.low, interval.high
    if low and high:
        if low.amount != high.amount:
            raise Stop(clause.start)
        return Band("=", low.amount.number, _unit(low.amount, context), _points(clause))
    edge = low or high
    assert edge
    sign = ">" if low else "<"
    return Band(
        sign if edge.included is False else sign + "=",
        edge.amount.number,
        _unit(edge.amount, context),
        _points(clause),
    )


def _chain(
    clauses: Sequence[Clause], otherwise: Points | None, basis: Basis, context: Context
) -> tuple[tuple[Band, ...], Points | None]:
    """The stretches side by side, walked from one end; what is not said of earns what 否则 says."""
    stretches = [_stretch(clause, clauses, basis, context) for clause in clauses]
    units = {_unit(edge.amount, context) for item in stretches for edge in (item.low, item.high) if edge}
    if len(units) > 1:
        raise Stop(clauses[0].start)
    unit = units.pop() if units else None
    stretches += _left_whole(stretches, otherwise, basis, context)
    falling = _is_falling(stretches, context)
    ordered = (
        sorted(stretches, key=_lower_end, reverse=True) if falling else sorted(stretches, key=_upper_end)
    )
    bands: list[Band] = []
    last: Points | None = None
    for place, item in enumerate(ordered):
        near, far = (item.high, item.low) if falling else (item.low, item.high)
        before = ordered[place - 1] if place else None
        gap = _gap(before, near, item, falling, unit, otherwise or _NOTHING)
        if far is None:
            if place != len(ordered) - 1:
                raise Stop(item.clause.start)
            last = item.points
            bands += gap if last != _NOTHING else ()
        else:
            bands += [*gap, _band(far, item, ordered[place + 1 : place + 2], falling, unit)]
    if last is None:
        return tuple(bands), otherwise
    if otherwise is not None and otherwise != last:
        raise Stop(clauses[-1].start)
    return tuple(bands), last


def _left_whole(
    stretches: list[_Stretch], otherwise: Points | None, basis: Basis, context: Context
) -> list[_Stretch]:
    """低于90%扣2分，低于80%不得分: where nothing but losses is said of, the rest keeps all points."""
    losses = all(item.points == _NOTHING or item.points.kind is PointsKind.LESS for item in stretches)
    if otherwise is not None or not losses:
        return []
    falling = asked(basis, context.subject).direction is Direction.DESCENDING
    ends = [item.low if falling else item.high for item in stretches]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return []  # the whole line is said of
    best = min if falling else max
    last = best(known, key=lambda end: end.amount.number)
    edge = Edge(last.amount, not last.included)
    low, high = (None, edge) if falling else (edge, None)
    return [_Stretch(low, high, Points(PointsKind.FULL), stretches[0].clause)]


def _is_falling(stated: list[_Stretch], context: Context) -> bool:
    """From the end that the sentence begins with, unless it begins with nothing."""
    first = stated[0]
    lowest = min(stated, key=_lower_end)
    highest = max(stated, key=_upper_end)
    if first.high is None and first.low is not None:
        falling, end, open_end = True, lowest, lowest.low is None
    elif first.low is None:
        falling, end, open_end = False, highest, highest.high is None
    else:
        return _better(highest.points, lowest.points, context)
    worst_first = resolve(first.points, context.score) == 0 and resolve(end.points, context.score) != 0
    return not falling if open_end and worst_first else falling


def _better(one: Points, other: Points, context: Context) -> bool:
    first, second = resolve(one, context.score or Decimal(100)), resolve(other, context.score or Decimal(100))
    return first is None or second is None or first >= second


def _lower_end(item: _Stretch) -> tuple[int, Decimal, int]:
    """Without a lower end, below everything."""
    if item.low is None:
        return (0, Decimal(0), 0)
    return (1, item.low.amount.number, 0 if item.low.included else 1)


def _upper_end(item: _Stretch) -> tuple[int, Decimal, int]:
    """Without an upper end, above everything."""
    if item.high is None:
        return (1, Decimal(0), 0)
    return (0, item.high.amount.number, 1 if item.high.included else 0)


def _stretch(clause: Clause, clauses: Sequence[Clause], basis: Basis, context: Context) -> _Stretch:
    interval = None if clause.situation is None else clause.situation.interval
    if interval is None:
        raise Stop(clause.start)
    if interval.bare is not None:
        interval = _meant(interval.bare, clauses, basis, context)
    return _Stretch(interval.low, interval.high, _points(clause), clause)


def _meant(bare: Amount, clauses: Sequence[Clause], basis: Basis, context: Context) -> Interval:
    """完成80%得8分 in a list of such means 80 % and more, on the good side; a number alone means that number."""
    quantity = asked(basis, context.subject)
    edge = Edge(bare, True)
    if quantity.direction is Direction.ASCENDING and len(clauses) > 1:
        return Interval(low=edge)
    if quantity.direction is Direction.DESCENDING and len(clauses) > 1 and not _has_point(clauses):
        return Interval(high=edge)
    raise Stop(bare.start)


def _has_point(clauses: Sequence[Clause]) -> bool:
    """发生1起得5分，发生2起得2分: numbers that occur, not limits."""
    return all(
        clause.situation is not None
        and clause.situation.interval is not None
        and clause.situation.interval.bare is not None
        for clause in clauses
    )


def _gap(
    before: _Stretch | None,
    near: Edge | None,
    item: _Stretch,
    falling: bool,
    unit: str | None,
    nothing: Points,
) -> list[Band]:
    """What lies between two stretches and is not said of; overlaps beyond a common end are refused."""
    if before is None:
        if near is None:
            return []
        beyond = (
            (">" if near.included is not False else ">=")
            if falling
            else ("<" if near.included is not False else "<=")
        )
        if near.amount.number == 100 and unit == "%" and falling:
            return []  # 90%-100%: nothing lies beyond
        if near.amount.number == 0 and not falling:
            return []
        return [Band(beyond, near.amount.number, unit, nothing)]
    edge = before.low if falling else before.high
    if edge is None:
        raise Stop(item.clause.start)
    if near is None:
        return []  # 完成80%得8分: everything beyond has been said
    one, other = edge.amount.number, near.amount.number
    if one == other:
        if edge.included is False and near.included is False:
            return [Band("=", one, unit, nothing)]
        return []
    if (other < one) != falling or abs(one - other) > 1:
        raise Stop(item.clause.start)  # an overlap, or a stretch of which nothing is said
    if not falling and near.included is False or falling and near.included is False:
        sign = ">=" if falling else "<="
    else:
        sign = ">" if falling else "<"
    return [Band(sign, other, unit, nothing)]


def _band(far: Edge, item: _Stretch, following: list[_Stretch], falling: bool, unit: str | None) -> Band:
    """The band that reaches to `far`: whether the end belongs to it, the next may have to tell."""
    included = far.included
    if included is None:
        near = (following[0].high if falling else following[0].low) if following else None
        claimed = near is not None and near.amount.number == far.amount.number and near.included is True
        included = not claimed if falling else bool(near and near.included is False)
    sign = ">" if falling else "<"
    return Band(sign + "=" if included else sign, far.amount.number, unit, item.points)


def _check_most(clauses: Sequence[Clause], context: Context) -> None:
    """The most that any band earns against the indicator's points."""
    known = [(resolve(_points(clause), context.score), clause) for clause in clauses]
    earned = [(value, clause) for value, clause in known if value is not None]
    if len(earned) < len(known) or any(_points(clause).kind is PointsKind.LESS for clause in clauses):
        return
    _, best = max(earned, key=lambda pair: pair[0])
    context.agree(_points(best), (best.start, best.end))


def _check_top(clauses: Sequence[Clause], basis: Basis, context: Context) -> None:
    """Full points from another value on than the target are remarked."""
    quantity = asked(basis, context.subject)
    for clause in clauses:
        interval = None if clause.situation is None else clause.situation.interval
        if interval is None or not context.is_full(_points(clause)) or not quantity.known or quantity.time:
            continue
        edge = interval.high if quantity.direction is Direction.DESCENDING else interval.low
        amount = interval.bare or (edge.amount if edge else None)
        if amount is None or quantity.direction is Direction.BOTH:
            continue
        known = quantity.high if quantity.direction is Direction.DESCENDING else quantity.low
        if context.value(amount, quantity) != known:
            context.remark(Disagreement.TARGET, (amount.start, amount.end), context.printed_target())

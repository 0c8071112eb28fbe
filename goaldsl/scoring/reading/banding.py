"""Sentences that give points by stretches of results: 大于等于95%得10分，80%-95%得8分，80%以下不得分."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from goaldsl.model.rule import (
    Band,
    Bands,
    Basis,
    BasisKind,
    Interpolation,
    Modifiers,
    Node,
    Pass,
    PointsKind,
    Term,
)
from goaldsl.model.target import Direction, Operator, QuantityTarget
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import TIME, Quantity, asked
from goaldsl.scoring.reading.cases import Case, Meaning, denied, meets, outcome
from goaldsl.scoring.reading.conditions import is_target, value
from goaldsl.scoring.reading.partition import bands_of
from goaldsl.scoring.reading.regions import Region, beyond_too, holds, region_of
from goaldsl.scoring.reading.row import FULL, NOTHING, Row, exact
from goaldsl.scoring.reading.said import About, Does, Statements, StopError
from goaldsl.scoring.reading.tokens import Token

_MEASURES = ("率", "度", "数", "量", "额", "比重", "占比", "比例", "得分", "人次", "面积")


def banding(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    """Points by stretch, the first that holds counting; two of them at the target are met or not."""
    basis = Basis(BasisKind.LATE) if _is_late(listed, row) else Basis()
    quantity = row.quantity if basis.kind is BasisKind.ACTUAL else asked(basis, row.subject)
    if not quantity.known:
        raise StopError(listed[0].start)
    rest = [case for case in listed if case.when.otherwise or _is_rest(case, listed)]
    if len(rest) > 1 or not all(case.valued for case in listed):
        raise StopError(listed[-1].start)
    measured = [case for case in listed if case not in rest]
    if rest and rest[0] is not listed[-1] and rest[0].when.otherwise:
        raise StopError(rest[0].start)
    _no_sum(measured, row)
    _one_topic(measured, row)
    otherwise = outcome(rest[0].effect, row) if rest else None
    if said.mark("in-order") or said.mark("only"):
        bands = tuple(_in_order(case, row) for case in measured)
        return Meaning((Term(Bands(bands)),), Modifiers(otherwise=otherwise))
    measured = [beyond_too(case, listed) for case in measured]
    regions = [region_of(case, listed, row, quantity) for case in measured]
    own = len(measured) == 1 and measured[0].when.stretches and meets(measured[0], row)
    if own and quantity.direction is Direction.BOTH and row.is_full(regions[0].points):
        return Meaning((Term(Pass(otherwise or NOTHING)),))
    bands, left = bands_of(regions, otherwise, row, quantity)
    if all(not case.gains for case in measured) and quantity.reference is not None:
        _nothing_lost_at_target(regions, quantity.reference, row)
    if quantity.time:
        base = said.note(About.BASE)
        whole = row.is_full(bands[0].points) if bands else False
        if base is not None and base.amount is not None and bands:
            whole = whole or row.points(base.amount) == bands[0].points
        if len(bands) == 1 and bands[0].amount == 0 and whole:
            return Meaning((Term(Pass(left)),))
        return Meaning((Term(Bands(bands), Basis() if row.dated else basis),), Modifiers(otherwise=left))
    _hold_against(
        bands,
        [case for case in measured if not case.when.stretches or not case.when.stretches[0].off],
        row,
        quantity,
    )
    if len(bands) == 1 and bands[0].points.kind is not PointsKind.LESS and _is_pass(bands[0], row, quantity):
        return Meaning((Term(Pass(left)),))
    if len(bands) == 1 and row.remarks and not said.mark("only"):
        raise StopError(measured[0].start)  # met or not, but of another number than the target
    return Meaning((Term(Bands(bands)),), Modifiers(otherwise=left))


def _nothing_lost_at_target(regions: list[Region], target: Fraction, row: Row) -> None:
    """Where only losses are said, none of them may begin at the target."""
    if isinstance(row.subject.target, QuantityTarget) and row.subject.target.operator in (
        Operator.MORE,
        Operator.LESS,
    ):
        return
    for region in regions:
        if holds(region, target) and region.points != FULL:
            raise StopError(region.case.start)


def _is_late(listed: Sequence[Case], row: Row) -> bool:
    """Whether the limits are days and months after the planned time."""
    tokens = [
        end.token
        for case in listed
        for stretch in case.when.stretches
        for end in (stretch.low, stretch.high)
        if end
    ]
    own = row.own is not None and row.own.dimension in TIME
    return (
        not own
        and bool(tokens)
        and all(token.kind == "d" or row.is_time(token) for token in tokens)
        and (row.dated or any("late" in case.when.ways() for case in listed))
    )


def _no_sum(measured: Sequence[Case], row: Row) -> None:
    """Points that only together make up all are no bands: 上半年…得5分，下半年…得5分."""
    gains = [resolve(outcome(case.effect, row), row.score) for case in measured if case.gains]
    known = [points for points in gains if points is not None]
    if row.score is not None and len(known) > 1 and max(known) < row.score and sum(known) == row.score:
        raise StopError(measured[1].start)


def _is_rest(case: Case, listed: Sequence[Case]) -> bool:
    """未达标的不得分 behind a limit: all the rest."""
    when = case.when
    last = not when.stretches and case is listed[-1] and len(listed) > 1 and not case.gains
    return last and when.missed and (case.effect.does is Does.NOTHING or bool(denied(when)))


def _one_topic(measured: Sequence[Case], row: Row) -> None:
    """满意度…，投诉率…: two quantities are no bands of one."""
    seen = ""
    for case in measured:
        words = [
            token.text for token in case.when.tokens if token.kind in "wR" and token.text.endswith(_MEASURES)
        ]
        topic = words[0] if words else ""
        if not topic:
            continue
        if topic in row.subject.name:
            topic = row.subject.name
        if (
            seen
            and topic not in seen
            and seen not in topic
            and topic[-2:] not in seen
            and seen[-2:] not in topic
        ):
            raise StopError(case.start)
        seen = seen or topic


def _is_pass(band: Band, row: Row, quantity: Quantity) -> bool:
    """Whether the one band is the target itself."""
    token = Token(
        "%" if band.unit in ("%", "个百分点", "‰") else "Q" if band.unit else "n",
        0,
        0,
        "",
        value=Fraction(band.amount),
        unit=band.unit,
    )
    at = value(token, row, quantity)
    own = quantity.high if row.falling else quantity.low
    strict = isinstance(row.subject.target, QuantityTarget) and row.subject.target.operator in (
        Operator.MORE,
        Operator.LESS,
    )
    sign = ("<" if row.falling else ">") + ("" if strict else "=")
    return at == own and row.is_full(band.points) and band.operator == sign


def _hold_against(bands: tuple[Band, ...], measured: Sequence[Case], row: Row, quantity: Quantity) -> None:
    """The best band against the target and the points."""
    best = next((case for case in measured if case.gains and case.when.stretches), None)
    values = [resolve(outcome(case.effect, row), row.score) for case in measured if case.gains]
    known = [value_ for value_ in values if value_ is not None]
    own = any(
        case.gains and case.when.stretches and is_target(case.when.stretches[0], row) for case in measured
    )
    top = next(
        (
            case
            for case in measured
            if case.gains and resolve(outcome(case.effect, row), row.score) == max(known, default=None)
        ),
        best,
    )
    if top is None:
        return
    if (
        top.when.stretches
        and not is_target(top.when.stretches[0], row)
        and not (own and resolve(outcome(top.effect, row), row.score) != row.score)
    ):
        row.differs(top.when.stretches[0].number)
    row.agree(outcome(top.effect, row), top.start, top.effect.end)


def _in_order(case: Case, row: Row) -> Band:
    if len(case.when.stretches) != 1:
        raise StopError(case.start)
    stretch = case.when.stretches[0]
    end = stretch.low or stretch.high
    assert end is not None
    if stretch.low is not None and stretch.high is not None and not stretch.bare:
        raise StopError(case.start)  # an item of a sum that is in no order
    sign = "=" if stretch.bare else (">" if stretch.low else "<") + "=" * end.closed
    return Band(sign, exact(end.token.value, end.token.start), end.token.unit, outcome(case.effect, row))


def interpolation(listed: tuple[Case, ...], row: Row) -> Meaning:
    """60%得0分，100%得10分，其间按直线内插计分."""
    nodes = []
    for case in listed:
        if len(case.when.stretches) != 1 or not case.valued:
            raise StopError(case.start)
        stretch = case.when.stretches[0]
        end = stretch.low or stretch.high
        assert end is not None
        if value(end.token, row, row.quantity) is None:
            raise StopError(stretch.start)
        nodes.append(Node(exact(end.token.value, stretch.start), end.token.unit, outcome(case.effect, row)))
    return Meaning((Term(Interpolation(tuple(nodes))),))


def basis_bands(meaning: Meaning, basis: Basis) -> Meaning:
    """The same terms on another basis: 以完成率为实际值."""
    return replace(meaning, terms=tuple(replace(term, basis=basis) for term in meaning.terms))

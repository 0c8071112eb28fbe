"""Whether the units of steps and limits measure what the rule asks for (GB307–GB309)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import Span
from goaldsl.model.rule import Award, Band, Bands, Basis, BasisKind, Deduct, Interpolation, Node, Step, Term
from goaldsl.model.target import QualityTarget
from goaldsl.model.unit import Unit
from goaldsl.scoring import shape_codes as codes
from goaldsl.scoring.points import plain
from goaldsl.scoring.quantity import TIME, Quantity, asked, converts, is_share
from goaldsl.scoring.subject import Subject, Units
from goaldsl.scoring.validity.fitness import relative_to_zero
from goaldsl.scoring.validity.reporting import found


class Fit(Enum):
    """How well a unit fits."""

    FITS = auto()
    UNSURE = auto()  # 次 under 场: a person understands it, no table converts it
    ANOTHER = auto()  # weeks under a rate: another quantity, to be asked for on its own
    WRONG = auto()


def fit(word: str | None, basis: Basis, subject: Subject, unit: Units) -> Fit:
    """How the unit `word` of a step or a limit fits what the basis asks for; None is the target's own unit."""
    quantity = asked(basis, subject)
    meant = None if word is None else unit(word)
    if quantity.time:
        return _lateness(meant)
    if basis.kind is BasisKind.COUNT:
        return Fit.WRONG if meant is not None and meant.dimension == "rate" else Fit.FITS
    if isinstance(subject.target, QualityTarget) and basis.kind is BasisKind.ACTUAL:
        return Fit.WRONG if meant is None or meant.dimension == "rate" else Fit.ANOTHER
    if meant is None or not quantity.known or quantity.unit is None or meant.dimension == "rate":
        return Fit.FITS
    return _conversion(meant, quantity.unit)


def _lateness(unit: Unit | None) -> Fit:
    if unit is None:
        return Fit.WRONG
    return Fit.FITS if unit.dimension in TIME or not unit.known else Fit.WRONG


def _conversion(unit: Unit, target: Unit) -> Fit:
    if converts(unit, target):
        return Fit.FITS
    if not unit.known or not target.known or unit.dimension == target.dimension:
        return Fit.UNSURE
    if unit.dimension in TIME:
        return Fit.UNSURE if target.dimension in TIME else Fit.ANOTHER
    return Fit.ANOTHER if target.dimension == "rate" and unit.dimension == "count" else Fit.WRONG


def examine(term: Term, subject: Subject, span: Span, unit: Units) -> Iterator[Finding]:
    """The steps, bands and nodes of a term."""
    match term.shape:
        case Deduct(step=step) | Award(step=step):
            yield from steps(step, term.basis, subject, span, unit)
        case Bands(bands=bands):
            for band in bands:
                yield from limits(band, term.basis, subject, span, unit)
        case Interpolation(nodes=nodes):
            for node in nodes:
                yield from limits(node, term.basis, subject, span, unit)


def steps(step: Step, basis: Basis, subject: Subject, span: Span, unit: Units) -> Iterator[Finding]:
    """One step."""
    quantity = asked(basis, subject)
    share = step.of_target or is_share(step.unit, quantity, unit)
    if share and quantity.reference == 0 and basis.kind is not BasisKind.COUNT:
        yield relative_to_zero(step.span, span)
        return
    match fit("%" if step.of_target else step.unit, basis, subject, unit):
        case Fit.UNSURE:
            yield _unsure(step.unit, step.span, quantity, span)
        case Fit.ANOTHER:
            yield _another(step, span)
        case Fit.WRONG:
            yield unfit(step.unit, step.span, quantity, span)


def limits(limit: Band | Node, basis: Basis, subject: Subject, span: Span, unit: Units) -> Iterator[Finding]:
    """The limit of a band, or a node."""
    quantity = asked(basis, subject)
    match fit(limit.unit, basis, subject, unit):
        case Fit.UNSURE:
            yield _unsure(limit.unit, limit.span, quantity, span)
        case Fit.ANOTHER | Fit.WRONG:
            yield unfit(limit.unit, limit.span, quantity, span)


def unfit(word: str | None, place: Span, quantity: Quantity, span: Span) -> Finding:
    """A unit that cannot be converted to the target's."""
    zh, en = _said(quantity)
    if word is None:
        message = Message(f"没有写单位，而这里要{zh}", f"no unit, but {en} is needed")
    else:
        message = Message(f"“{word}”换算不成{zh}", f"“{word}” cannot be converted to {en}")
    remedy = Message(f"改用{zh}，或者能与它换算的单位。", f"Use {en}, or a unit that can be converted to it.")
    return found(codes.UNIT_UNFIT, place, span, message, remedy)


def _said(quantity: Quantity) -> tuple[str, str]:
    if quantity.time:
        return "时间单位（天、周、个月）", "a unit of time"
    if quantity.unit is not None:
        return f"指标值的单位“{quantity.unit.symbol}”", f"the target's unit “{quantity.unit.symbol}”"
    return "计数的单位（次、项、起）", "a counting unit"


def _unsure(word: str | None, place: Span, quantity: Quantity, span: Span) -> Finding:
    symbol = quantity.unit.symbol if quantity.unit else ""
    return found(
        codes.UNIT_UNSURE,
        place,
        span,
        Message(
            f"规则按“{word}”计，指标值按“{symbol}”计，两者不能准确换算",
            f"the rule counts “{word}”, the target “{symbol}”: they do not convert exactly",
        ),
        Message(f"统一用“{symbol}”。", f"Use “{symbol}” in both."),
    )


def _another(step: Step, span: Span) -> Finding:
    said = f"{plain(step.amount)}{step.unit or ''}"
    return found(
        codes.ANOTHER_QUANTITY,
        step.span,
        span,
        Message(
            f"按“每{said}”扣分，数的不是指标值说的那个量，年终要另外报一个数",
            f"“{said}” counts something else than the target does; it must be reported separately",
        ),
        Message(
            f"写明依据：逾期 每{said}扣…分，或 发生 〈什么〉 每{said}扣…分；或改用指标值的单位。",
            f"Name the basis: late deduct … per {said}, or count … deduct … per {said}.",
        ),
    )

"""Formulas (实际值/计划值*指标分值): which ratio a formula is, found out by computing it.

A formula and a ratio are the same when they give the same points at several values in general position; the only
parameters a ratio can have are the percentages that the formula itself mentions, so nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from goaldsl.model.rule import Basis, Ratio, ReverseConvention
from goaldsl.scoring.points import decimal
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.expressions import Expression, Factor, Product
from goaldsl.scoring.recognition.vocabulary import words


@dataclass(frozen=True, slots=True)
class Formula:
    """The ratio that a formula is, and the points it is a share of (None: 指标分值, whatever they are)."""

    ratio: Ratio
    reverse: ReverseConvention | None
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class _Trial:
    """What the names of a formula stand for at one trial; `typed`: the number by which the target may be typed."""

    actual: Fraction
    target: Fraction
    score: Fraction
    typed: Fraction | None = None


class _Unknown(Exception):  # noqa: N818
    """A name that stands for nothing known."""


_POSITIONS = ((37, 83), (59, 71), (13, 97))
_ANY_SCORE = Fraction(1009, 101)


def identified(
    expression: Expression, basis: Basis, context: Context, *, share: bool = False
) -> Formula | None:
    """The ratio whose points (with `share`: whose share of them) the formula gives; None if it is none."""
    quantity = asked(basis, context.subject)
    typed = None if quantity.time else quantity.reference or None
    for points in [None] if share else [None, *_plain_numbers(expression)]:
        for whole, number in ((False, None), (False, typed), (quantity.rate and typed == 100, None)):
            trials = [
                _Trial(
                    Fraction(a, 100), Fraction(1) if whole else Fraction(t, 100), points or _ANY_SCORE, number
                )
                for a, t in _POSITIONS
            ]
            found = _match(expression, trials, quantity, context, share)
            if found is not None:
                return Formula(found.ratio, found.reverse, points)
    return None


def _match(
    expression: Expression, trials: list[_Trial], quantity: Quantity, context: Context, share: bool
) -> Formula | None:
    try:
        values = [_value(expression, trial, context) for trial in trials]
    except (_Unknown, ZeroDivisionError):
        return None
    for formula, part in _candidates(expression, quantity.rate):
        if all(
            value == part(trial) * (1 if share else trial.score)
            for value, trial in zip(values, trials, strict=True)
        ):
            return formula
    return None


def _candidates(expression: Expression, rate: bool) -> Iterator[tuple[Formula, Callable[[_Trial], Fraction]]]:
    """Every ratio that the formula could be, and its share of the points at a trial."""
    linear, inverse = ReverseConvention.LINEAR, ReverseConvention.INVERSE
    yield Formula(Ratio(), None), lambda trial: trial.actual / trial.target
    yield Formula(Ratio(), inverse), lambda trial: trial.target / trial.actual
    yield Formula(Ratio(), linear), lambda trial: 2 - trial.actual / trial.target
    whole = [Fraction(1)] if rate else []  # 满意度*分值: a rate is a share by itself
    for part in sorted({*_percentages(expression), *whole}):
        exact = decimal(part)
        assert exact is not None
        if part <= 0:
            continue
        base = _base(part, rate)
        yield Formula(Ratio(of=exact), None), lambda trial, base=base: trial.actual / base(trial)  # type: ignore[misc]
        yield Formula(Ratio(of=exact), inverse), lambda trial, base=base: base(trial) / trial.actual  # type: ignore[misc]
        yield Formula(Ratio(of=exact), linear), lambda trial, base=base: 2 - trial.actual / base(trial)  # type: ignore[misc]
        if part != 1:
            yield (
                Formula(Ratio(floor=exact), None),
                lambda trial, part=part: (trial.actual / trial.target - part) / (1 - part),  # type: ignore[misc]
            )


def _base(part: Fraction, rate: bool) -> Callable[[_Trial], Fraction]:
    """What a ratio `of` a share divides by: the share itself under a rate, else that share of the target."""
    return (lambda trial: part) if rate else (lambda trial: part * trial.target)


def _plain_numbers(expression: Expression) -> list[Fraction]:
    """The numbers without % that could be the score: those multiplied or multiplied with, but 1 and 100."""
    found = [number for number, percent in expression.numbers() if not percent and number not in (1, 100)]
    return sorted(set(found))


def _percentages(expression: Expression) -> list[Fraction]:
    return [number for number, percent in expression.numbers() if percent]


def _value(expression: Expression, trial: _Trial, context: Context) -> Fraction:
    total = Fraction(0)
    for taken, product in expression.products:
        value = _product(product, trial, context)
        total += -value if taken else value
    return total


def _product(product: Product, trial: _Trial, context: Context) -> Fraction:
    total = Fraction(1)
    for divides, factor in product.factors:
        value = _factor(factor, trial, context)
        total = total / value if divides else total * value
    return total


def _factor(factor: Factor, trial: _Trial, context: Context) -> Fraction:
    if factor.inner is not None:
        return _value(factor.inner, trial, context)
    if factor.number is None:
        return _named(factor.name, trial, context)
    if factor.number == trial.typed and factor.percent == asked(Basis(), context.subject).rate:
        return trial.target
    return factor.number / 100 if factor.percent else factor.number


def is_doubtful(words_said: str, context: Context) -> bool:
    """Whether a rate in words may be the indicator itself as well as its share of the target: 执行率 of at least 90 %."""
    quantity = asked(Basis(), context.subject)
    if not quantity.rate or quantity.reference == 100:
        return False
    own = context.subject.name.endswith(words("formula", "rate"))
    return any(rate in words_said for rate in words("formula", "rate")) and (own or "执行率" in words_said)


def _named(name: str, trial: _Trial, context: Context) -> Fraction:
    """实际值, 计划值, 指标分值, 完成率; anything else is unknown."""
    name = name.removeprefix("该").removeprefix("本").removesuffix("的")
    own = context.subject.name
    if name.endswith(words("formula", "score")):
        return trial.score
    if name.endswith(words("formula", "rate")):
        if is_doubtful(name, context):
            raise _Unknown
        return trial.actual / trial.target
    if name.startswith(words("formula", "target")) or name.endswith(
        ("计划值", "目标值", "指标值", "计划数", "目标数", "预算数")
    ):
        return trial.target
    if name.startswith(words("formula", "actual")) or name in own or own in name:
        return trial.actual
    raise _Unknown

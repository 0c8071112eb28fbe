"""Which indicators carry a quantity that the goals promise: by the number, and by the thing that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from goaldsl.checks.text.promises import Promise, thing
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QuantityTarget, RangeTarget
from goaldsl.model.unit import Unit
from goaldsl.width import figures

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Carriers:
    """The numbers of the indicators, indexed so that each promise costs one look-up."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._sizes: set[tuple[str, Fraction]] = set()
        self._numbers: set[Decimal] = set()
        self._rows: dict[tuple[str, str, str | None], list[Indicator]] = {}
        for indicator in indicators:
            self._add(indicator)

    def carried(self, promise: Promise) -> bool:
        """Whether some indicator states the number, in its target, its name or its explanation."""
        in_target = (promise.unit.dimension, promise.size) in self._sizes
        return in_target or not promise.figures.isdisjoint(self._numbers)

    def rows_of(self, promise: Promise) -> list[Indicator]:
        """The indicators that count the same thing in the same kind of unit."""
        return self._rows.get(_key(promise.thing, promise.unit), [])

    def _add(self, indicator: Indicator) -> None:
        target = indicator.target
        unit = target.unit if isinstance(target, QuantityTarget | RangeTarget) else None
        if unit is not None and unit.known:
            self._sizes.update((unit.dimension, Fraction(bound) * unit.scale) for bound in bounds(target))
            self._rows.setdefault(_key(thing(indicator.name.value), unit), []).append(indicator)
        if unit is None or not unit.known or "/" in unit.dimension:  # 850 吨/日 carries 850吨
            self._note_numbers(indicator.printed.value)
        self._note_numbers(indicator.name.value)
        self._note_numbers(indicator.printed.explanation)

    def _note_numbers(self, text: str) -> None:
        self._numbers.update(Decimal(match.replace(",", "")) for match in _NUMBER.findall(figures(text)))


def bounds(target: object) -> tuple[Decimal, ...]:
    """The numbers of a target, lower first."""
    if isinstance(target, QuantityTarget):
        return (target.amount,)
    return (target.low, target.high) if isinstance(target, RangeTarget) else ()


def _key(name: str, unit: Unit) -> tuple[str, str, str | None]:
    return name, unit.dimension, unit.counted

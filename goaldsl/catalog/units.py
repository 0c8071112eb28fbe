"""Units of measure: the packaged table, a project's own, and those that follow from them (万件, 元/亩)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from goaldsl.catalog.data import Tables, packaged
from goaldsl.catalog.spelling import folded
from goaldsl.model.unit import Unit, unknown_unit

_ONE = Fraction(1)
MULTIPLES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
MULTIPLIED = frozenset({"count", "money", "area", "length", "weight", "volume", "energy", "power", "data"})
"""Dimensions of which people say 万X; 百年 and 万% are not units."""


def find_unit(word: str, table: Mapping[str, Unit]) -> Unit:
    """The unit that `word` means; `symbol` is the word as given, so that it prints to the letter."""
    return replace(_resolved(folded(word), table) or unknown_unit(folded(word)), symbol=word)


def _resolved(word: str, table: Mapping[str, Unit]) -> Unit | None:
    return table.get(word) or _multiple(word, table) or _quotient(word, table)


def _multiple(word: str, table: Mapping[str, Unit]) -> Unit | None:
    """万件 is 10 000 件."""
    if len(word) < 2 or word[0] not in MULTIPLES:
        return None
    unit = table.get(word[1:]) or _multiple(word[1:], table)
    if unit is None or unit.dimension not in MULTIPLIED:
        return None
    return replace(unit, scale=unit.scale * MULTIPLES[word[0]])


def _quotient(word: str, table: Mapping[str, Unit]) -> Unit | None:
    """元/亩, 次/月, 元/人·年, 元每平方米: never whole, and no plain count."""
    top, *below = word.replace("/每", "/").replace("每", "/").split("/")
    factors = [
        factor
        for part in below
        for factor in part.replace("•", "·").replace("*", "·").replace("×", "·").split("·")
    ]
    parts = [table.get(part) or _multiple(part, table) for part in (top, *factors)]
    units = [unit for unit in parts if unit is not None]
    if not below or len(units) < len(parts):
        return None
    scale = units[0].scale
    for unit in units[1:]:
        scale /= unit.scale
    dimension = "/".join((units[0].dimension, *sorted(unit.dimension for unit in units[1:])))
    counted = "/".join((units[0].counted or "", *sorted(unit.counted or "" for unit in units[1:])))
    return Unit(word, dimension, scale, counted.strip("/") or None, whole=False)


def unit_table(entries: Iterable[Tables]) -> dict[str, Unit]:
    """Units by folded spelling."""
    table: dict[str, Unit] = {}
    for entry in entries:
        names: list[str] = entry["names"]
        dimension: str = entry["dimension"]
        is_count = dimension == "count"
        scale = Fraction(entry["scale"]) if "scale" in entry else _ONE
        counted = entry.get("counted", names[0] if is_count else None)
        whole = entry.get("whole", is_count)
        table.update((folded(name), Unit(name, dimension, scale, counted, whole)) for name in names)
    return table


@cache
def packaged_units() -> Mapping[str, Unit]:
    """The units of `units.toml`."""
    tables = packaged("units.toml")
    counts = {folded(name): Unit(name, "count", _ONE, name, True) for name in tables["counts"]}
    return counts | unit_table(tables["unit"])

"""Which amounts only grow over the year (`lexicon/accumulation.toml`): counts and money do; rates, averages, unit
costs, waiting times and what is counted on a day do not."""

from __future__ import annotations

from goaldsl.catalog.data import packaged
from goaldsl.model.unit import Unit


def accumulates(name: str, unit: Unit | None, *, ascending: bool) -> bool:
    """Whether the amount called `name` adds up; `ascending`: more of it is better."""
    if unit is None or not unit.known or "/" in unit.dimension:
        return False
    data = packaged("lexicon/accumulation.toml")
    if unit.dimension in data["dimensions"]:
        return False
    if any(word in name for word in data["cumulative"]):
        return True
    if unit.dimension in data["time"] and not ascending:
        return False
    return not any(word in name for word in data["standing"])

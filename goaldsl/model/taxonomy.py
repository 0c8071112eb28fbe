"""The indicator taxonomy (指标体系): first-level classes and the second-level classes below them."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from goaldsl.model.target import Direction


class Category(NamedTuple):
    """A second-level class with its first level, by their printed names."""

    level1: str
    level2: str


class SecondLevel(Struct, frozen=True):
    """A second-level class. `names` are the printed name, then aliases (Chinese and English spellings).

    `note` is the class's definition in one sentence. `direction` is which way `=` leans (cost: descending).
    `same_as`: the class of another tree that means the same.
    """

    name: str
    names: tuple[str, ...]
    code: str | None
    direction: Direction
    note: str = ""
    same_as: Category | None = None


class FirstLevel(Struct, frozen=True):
    """A first-level class and its children in printing order."""

    name: str
    names: tuple[str, ...]
    code: str | None
    children: tuple[SecondLevel, ...]


class Taxonomy(Struct, frozen=True):
    """A tree of classes. `first_year`/`last_year`: years for which its document holds (None: open)."""

    id: str
    name: str
    names: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    source: str
    levels: tuple[FirstLevel, ...]
    sha256: str

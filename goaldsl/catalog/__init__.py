"""What the language knows without being told: taxonomies, profiles, form editions, units and rates, as data.

Everything is read from the packaged files, and only what is asked for; a project adds its own by an `Extension`.
"""

from __future__ import annotations

from goaldsl.catalog.catalog import DEFAULT_FORM, Catalog, load
from goaldsl.catalog.extension import Extension
from goaldsl.catalog.guess import Guess, guess, guessing
from goaldsl.catalog.rates import RateDomain
from goaldsl.catalog.similar import similar
from goaldsl.catalog.spelling import folded

__all__ = [
    "DEFAULT_FORM",
    "Catalog",
    "Extension",
    "Guess",
    "RateDomain",
    "folded",
    "guess",
    "guessing",
    "load",
    "similar",
]

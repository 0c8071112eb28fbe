"""The checks: each reads a declaration and reports what a careful reviewer would, with reason and remedy.

Checks never stop at the first problem and never decide how bad it is: severity follows from the preset.
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.catalog import Catalog
from goaldsl.checks.check import Check
from goaldsl.checks.facts import Facts
from goaldsl.checks.registry import CHECKS
from goaldsl.diagnostics import Finding
from goaldsl.model.declaration import Declaration


def examine(declaration: Declaration, catalog: Catalog) -> Iterator[Finding]:
    """Everything the checks find, in the order of the registry, before acceptances are applied."""
    facts = Facts(declaration, catalog)
    for check in CHECKS:
        if _applies(check, declaration):
            yield from check.check(facts)


def _applies(check: Check, declaration: Declaration) -> bool:
    if not declaration.settled and (check.counts or check.of_form):
        return False
    return declaration.complete or not check.counts

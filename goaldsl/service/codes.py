"""All codes of the house in one place, for explanations, pages and acceptances."""

from __future__ import annotations

from functools import cache

from goaldsl.actuals import codes as actuals_codes
from goaldsl.bind import codes as bind_codes
from goaldsl.catalog import codes as catalog_codes
from goaldsl.checks.registry import CODES
from goaldsl.diagnostics import Code
from goaldsl.diff.changes.registry import CODES as CHANGE_CODES
from goaldsl.emit import codes as emit_codes
from goaldsl.evaluation import codes as evaluation_codes
from goaldsl.ingest import codes as ingest_codes
from goaldsl.parse import codes as parse_codes
from goaldsl.project import codes as project_codes
from goaldsl.scoring import codes as scoring_codes
from goaldsl.service.compare import codes as compare_codes


@cache
def all_codes() -> tuple[Code, ...]:
    """Every code, in order."""
    modules = (parse_codes, bind_codes, catalog_codes, emit_codes, ingest_codes, project_codes, compare_codes)
    declared = [value for module in modules for value in vars(module).values() if isinstance(value, Code)]
    found = {
        code.code: code
        for code in (
            *declared,
            *scoring_codes.ALL,
            *actuals_codes.ALL,
            *evaluation_codes.ALL,
            *ingest_codes.ALL,
            *CODES,
            *CHANGE_CODES,
        )
    }
    return tuple(found[code] for code in sorted(found))


@cache
def known_codes() -> frozenset[str]:
    """The codes that an acceptance may name."""
    return frozenset(code.code for code in all_codes())

"""All codes of the house in one place, for explanations, pages and acceptances."""

from __future__ import annotations

from functools import cache

from goaldsl.actuals import codes as actuals_codes
from goaldsl.actuals import value_codes
from goaldsl.bind import codes as bind_codes
from goaldsl.bind import row_codes
from goaldsl.catalog import codes as catalog_codes
from goaldsl.checks.registry import CODES
from goaldsl.diagnostics import Code, codes_in
from goaldsl.diff.changes.registry import CODES as CHANGE_CODES
from goaldsl.emit import codes as emit_codes
from goaldsl.ingest import codes as ingest_codes
from goaldsl.ingest import file_codes
from goaldsl.parse import codes as parse_codes
from goaldsl.project import codes as project_codes
from goaldsl.scoring import amount_codes, shape_codes
from goaldsl.service.compare import codes as compare_codes

# The rooms that declare codes; checks and changes, a file each, stand in registries.
_ROOMS = (
    parse_codes,
    bind_codes,
    row_codes,
    catalog_codes,
    shape_codes,
    amount_codes,
    actuals_codes,
    value_codes,
    emit_codes,
    ingest_codes,
    file_codes,
    project_codes,
    compare_codes,
)


@cache
def all_codes() -> tuple[Code, ...]:
    """Every code, in order."""
    return tuple(sorted({*codes_in(*_ROOMS), *CODES, *CHANGE_CODES}, key=lambda code: code.code))


@cache
def known_codes() -> frozenset[str]:
    """The codes that an acceptance may name."""
    return frozenset(code.code for code in all_codes())

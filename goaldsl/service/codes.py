"""All codes of the house in one place, for explanations, pages and acceptances."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from goaldsl.diagnostics import Code, codes_in


@cache
def all_codes() -> tuple[Code, ...]:
    """Every code, in order.

    The rooms that declare codes are imported here: a check that nobody accepted anything of needs none of them.
    """
    from goaldsl.actuals import codes as actuals_codes
    from goaldsl.actuals import value_codes
    from goaldsl.bind import codes as bind_codes
    from goaldsl.bind import row_codes
    from goaldsl.catalog import codes as catalog_codes
    from goaldsl.checks.registry import CODES
    from goaldsl.diff.changes.registry import CODES as CHANGE_CODES
    from goaldsl.emit import codes as emit_codes
    from goaldsl.ingest import codes as ingest_codes
    from goaldsl.ingest import file_codes
    from goaldsl.parse import codes as parse_codes
    from goaldsl.project import codes as project_codes
    from goaldsl.scoring import amount_codes, shape_codes
    from goaldsl.service.compare import codes as compare_codes

    rooms = codes_in(
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
    return tuple(sorted({*rooms, *CODES, *CHANGE_CODES}, key=lambda code: code.code))


def known_codes() -> Collection[str]:
    """The codes that an acceptance may name, gathered when the first one is looked up."""
    return _KnownCodes()


class _KnownCodes(Collection[str]):
    def __contains__(self, code: object) -> bool:
        return code in _names()

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())


@cache
def _names() -> frozenset[str]:
    return frozenset(code.code for code in all_codes())

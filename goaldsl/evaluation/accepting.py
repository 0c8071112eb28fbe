"""What of a year's end can be accepted in the file of actual values, and what must be corrected."""

from __future__ import annotations

from collections.abc import Iterable

from goaldsl.actuals import codes as actuals_codes
from goaldsl.actuals import value_codes
from goaldsl.diagnostics import Finding, codes_in
from goaldsl.model.actuals import Actuals
from goaldsl.review.acceptance import Accepted, Ruling, apply

_KNOWN = frozenset(each.code for each in codes_in(actuals_codes, value_codes))
# What cannot be read gives no score, and points that are not those of the rule are not printed.
_NEVER = frozenset(
    (
        *(each.code for each in codes_in(value_codes)),
        *(each.code for each in (actuals_codes.NO_BASE, actuals_codes.NO_RATE, actuals_codes.POINTS_DIFFER)),
    )
)


def not_accepted(findings: Iterable[Finding], actuals: Actuals, *, so_far: bool = False) -> list[Finding]:
    """What is left of all findings about a file of actual values. `so_far`: in mid-year much is not yet judged."""
    found = list(findings)
    whole = not so_far and not any(map(_never, found))
    accepted = [Accepted(acceptance, extents) for acceptance, extents in actuals.accepted]
    return apply(found, accepted, Ruling(_KNOWN, _never, stale=whole))


def _never(finding: Finding) -> bool:
    return finding.code.code in _NEVER

"""What of a year's end can be accepted in the file of actual values, what must be corrected, and the reasons given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goaldsl.actuals import codes as actuals_codes
from goaldsl.actuals import value_codes
from goaldsl.diagnostics import Finding, codes_in
from goaldsl.model.actuals import Actuals
from goaldsl.model.declaration import Indicator
from goaldsl.model.evaluation import AcceptedReason
from goaldsl.review.acceptance import Accepted, Ruling, apply

_TITLES = {each.code: each.title.zh for each in codes_in(actuals_codes, value_codes)}
_KNOWN = frozenset(_TITLES)
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


def reasons(actuals: Actuals, indicators: Sequence[Indicator]) -> Iterator[AcceptedReason]:
    """The reasons in the file, as the reviewer is to read them."""
    for acceptance, extents in actuals.accepted:
        rows = [
            indicator.name.value
            for indicator, row in zip(indicators, actuals.rows, strict=True)
            if any(extent.start <= row.span.start < extent.end for extent in extents)
        ]
        code, reason = acceptance.code.value, acceptance.reason.value.strip()
        if reason:
            yield AcceptedReason(code, _TITLES.get(code, ""), rows[0] if len(rows) == 1 else "", reason)


def _never(finding: Finding) -> bool:
    return finding.code.code in _NEVER

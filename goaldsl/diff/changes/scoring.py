"""What the kinds that look at scoring rules share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, Kind, RowFinder, State, row_change
from goaldsl.diff.numbers import decimal
from goaldsl.diff.rules import Scoring, Witness
from goaldsl.model.target import DeadlineTarget, PeriodTarget

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired


def ruled(wanted: Scoring) -> RowFinder:
    """Finds the rows of which the rule compares with that of last year as wanted."""

    def find(kind: Kind, paired: Paired) -> Iterator[Change]:
        if paired.ruling.relation is wanted:
            yield _rule_change(kind, paired)

    return find


def _rule_change(kind: Kind, paired: Paired) -> Change:
    """A scoring rule that differs, with a result that shows it."""
    assert paired.both is not None
    old, new = paired.both
    ruling, unit = paired.ruling, getattr(new.target, "unit_text", "")
    late = new.target is not None and isinstance(new.target, DeadlineTarget | PeriodTarget)
    told = [_witness(each, unit, late=late) for each in (ruling.more, ruling.less) if each is not None]
    before, after = old.printed.criterion, new.printed.criterion
    why = ruling.reason or Message("", "")
    sentences = f"“{before}”→“{after}”" if not told else ""
    zh = "；".join(part for part in (sentences, *(each.zh for each in told), why.zh) if part)
    en = "; ".join(part for part in (sentences, *(each.en for each in told), why.en) if part)
    return row_change(kind, Message(zh, en), paired, "rule", State(before), State(after))


def _witness(witness: Witness, unit: str, *, late: bool) -> Message:
    """“效果一般”得 8 分 → 12 分; 94% 得 9.4 分 → 9 分."""
    if isinstance(witness.at, str):
        at = f"“{witness.at}”"
    else:
        at = f"晚 {decimal(witness.at, 4)} 天" if late else f"实际 {decimal(witness.at, 4)}{unit} "
    if witness.points is None:
        return Message(f"{at}时得分不同", f"another score at {at.strip()}")
    places = 2 if round(witness.points[0], 2) != round(witness.points[1], 2) else 6
    old, new = (decimal(points, places) for points in witness.points)
    return Message(f"{at}得 {old} 分 → {new} 分", f"{at.strip()}: {old} → {new} points")

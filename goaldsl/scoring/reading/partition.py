"""From regions to bands: who holds where, the better side first."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.rule import Band, Points
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import Quantity
from goaldsl.scoring.reading.regions import Limit, Region, end_at, holds, nested
from goaldsl.scoring.reading.row import FULL, NOTHING, Row, exact
from goaldsl.scoring.reading.said import Does, StopError


def bands_of(
    regions: list[Region], otherwise: Points | None, row: Row, quantity: Quantity
) -> tuple[tuple[Band, ...], Points | None]:
    """The regions as bands from the better side on."""
    limits: dict[Fraction, Limit] = {}
    for region in regions:
        for limit in (region.low, region.high):
            if limit is not None:
                limits.setdefault(limit.at, limit)
    cuts = sorted(limits)
    pieces: list[
        tuple[Fraction | None, bool, Points | None]
    ] = []  # up to which cut, including it, what holds
    ends: list[Fraction | None] = [None, *cuts, None]
    for low, high in zip(ends, ends[1:], strict=False):
        pieces.append((high, False, _open(regions, low, high)))
        if high is not None:
            pieces.append((high, True, _point(regions, high, row.falling or quantity.time)))
    only_lost = all(not region.case.gains or _off(region) for region in regions)
    falling = row.falling or quantity.time
    best = pieces[0] if falling else pieces[-1]
    worst = pieces[-1] if falling else pieces[0]
    if (
        worst[2] is None
        and otherwise is None
        and not only_lost
        and any(_only_loses(region) for region in regions)
    ):
        raise StopError(regions[-1].case.start)  # 逾期1-3个月扣5分: and after that?
    fill = otherwise if otherwise is not None else (FULL if only_lost else NOTHING)
    if best[2] is None and not only_lost and not _capped(regions, cuts, quantity, falling):
        raise StopError(regions[0].case.start)
    settled: list[tuple[Fraction | None, bool, Points]] = []
    for place, (cut, closed, points) in enumerate(pieces):
        if points is None:
            if closed and place and settled[-1][2] is not None and _covered(pieces, place):
                points = settled[-1][2] if falling else pieces[place + 1][2] or fill
            elif pieces[place] == best:
                neighbours = pieces[1:] if falling else list(reversed(pieces))[1:]
                points = FULL if only_lost else next((each[2] for each in neighbours if each[2]), fill)
            else:
                next_to = not quantity.time and _adjacent(limits, pieces[place - 1][0], cut)
                if 0 < place < len(pieces) - 1 and not closed and not next_to:
                    raise StopError(regions[-1].case.start)  # nothing is said of what lies between
                points = fill
        settled.append((cut, closed, points))
    return _written(settled, limits, falling, row)


def _covered(pieces: list[tuple[Fraction | None, bool, Points | None]], place: int) -> bool:
    """大于95%得10分，小于95%得5分: the border itself goes to the better side."""
    return pieces[place - 1][2] is not None and pieces[place + 1][2] is not None


def _adjacent(limits: dict[Fraction, Limit], low: Fraction | None, high: Fraction | None) -> bool:
    """94% and 95%: nothing whole lies between."""
    if low is None or high is None:
        return False
    one, other = limits[low].token.value, limits[high].token.value
    places = max(one.denominator, other.denominator)
    return abs(one - other) * (1 if places == 1 else places) <= 1


def _off(region: Region) -> bool:
    """少1人得0.5分: what is said begins beyond the target."""
    return any(stretch.off for stretch in region.case.when.stretches)


def _only_loses(region: Region) -> bool:
    return region.case.effect.does is Does.LOSE


def _capped(regions: list[Region], cuts: list[Fraction], quantity: Quantity, falling: bool) -> bool:
    """98%-100%: beyond 100% there is nothing."""
    whole = 1 / quantity.unit.scale if quantity.rate and quantity.unit else None
    return cuts[0] == quantity.lowest if falling else cuts[-1] in (quantity.highest, whole)


def _open(regions: list[Region], low: Fraction | None, high: Fraction | None) -> Points | None:
    return _narrowest([region for region in regions if region.covers(low, high)])


def _narrowest(found: list[Region]) -> Points | None:
    if not found:
        return None
    narrow = next((region for region in found if all(region.within(other) for other in found)), None)
    if narrow is None or any(
        other.within(narrow) and other.points != narrow.points for other in found if other is not narrow
    ):
        raise StopError(found[-1].case.start)
    return narrow.points


def _point(regions: list[Region], at: Fraction, falling: bool) -> Points | None:
    """What holds at the border of two regions: the one that says so, else the better one."""
    inside = [region for region in regions if holds(region, at)]
    ending = [
        region for region in inside if at in (region.low and region.low.at, region.high and region.high.at)
    ]
    firmest = max((end_at(region, at).hard for region in ending), default=0)
    hard = [region for region in ending if end_at(region, at).hard == firmest]
    if (
        firmest > 1
        and len(hard) > 1
        and not any(nested(one, other) for one in hard for other in hard if one is not other)
    ):
        ending = hard  # 10%以内 and 10%以上: the border goes to the better side
    elif firmest > 1 or (firmest and len(hard) == 1):
        return _narrowest(hard)
    if len(ending) > 1:
        sides = [(region, region.high if falling else region.low) for region in ending]
        better = [region for region, limit in sides if limit is not None and limit.at == at]
        return _narrowest(better or ending)
    if ending:
        return ending[0].points
    if inside:
        return _narrowest(inside)
    soft = [
        r for r in regions for end in (r.low, r.high) if end is not None and end.at == at and end.hard < 2
    ]
    return soft[0].points if len(soft) == 1 else None


def _written(
    settled: list[tuple[Fraction | None, bool, Points]],
    limits: dict[Fraction, Limit],
    falling: bool,
    row: Row,
) -> tuple[tuple[Band, ...], Points | None]:
    """Bands in order: each begins where the points change."""
    order = settled if falling else list(reversed(settled))
    bands: list[Band] = []
    for place, (cut, closed, points) in enumerate(order[:-1]):
        following = order[place + 1][2]
        if same_points(points, following, row):
            continue
        if falling:
            assert cut is not None
            sign = "<=" if closed else "<"
        else:
            cut = _lower_cut(settled, len(settled) - 1 - place)
            sign = ">=" if closed else ">"
        token = limits[cut].token
        bands.append(Band(sign, exact(token.value, token.start), token.unit, points))
    return tuple(bands), order[-1][2]


def _lower_cut(settled: list[tuple[Fraction | None, bool, Points]], place: int) -> Fraction:
    cut, closed, _ = settled[place]
    if closed:
        assert cut is not None
        return cut
    below = settled[place - 1][0]
    assert below is not None
    return below


def same_points(one: Points, other: Points, row: Row) -> bool:
    return one == other or (row.score is not None and resolve(one, row.score) == resolve(other, row.score))

"""Clauses tied by 分别: 优、良、差分别得10分、8分、0分 is three clauses; so are names with ranges to pick in."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from goaldsl.scoring.reading.said import Amount, Clause, Does, Effect, Measure, StopError
from goaldsl.scoring.reading.tokens import Token

_NAMES = re.compile(
    "(?:.*?(?:分为|分成|划分为)|按照?)?(?P<names>.+?)等?[三四五3-5]个?(?:档次?|等[级次]|级别?)"
)
_NUMBERS = frozenset("Q%n")
_PLACES = ("名", "位")
_DOES = {Does.ADD: Does.GAIN}  # 前三名分别加3、2、1分: there is nothing it is added to


def told_apart(condition: tuple[Token, ...], effect: Effect, item: int) -> tuple[Clause, ...]:
    """One clause for each amount."""
    count = len(effect.amounts)
    conditions = _by_number(condition, count) or _by_rank(condition, count) or _by_name(condition, count)
    if not conditions:
        raise StopError(effect.start)
    return tuple(
        Clause(when, replace(effect, does=_DOES.get(does, does), amount=amount, amounts=()), item)
        for when, (does, amount) in zip(conditions, effect.amounts, strict=True)
    )


def alike(condition: tuple[Token, ...], effect: Effect, item: int) -> tuple[Clause, ...]:
    """有计划、有总结各得1分: the same for each."""
    parts = _parts(condition)
    return tuple(Clause(part, effect, item) for part in parts)


def _by_number(condition: tuple[Token, ...], count: int) -> list[tuple[Token, ...]]:
    """达到90%、80%、70%以上的分别: each number with what stands around all of them."""
    places = [place for place, token in enumerate(condition) if token.kind in _NUMBERS]
    if len(places) != count or count < 2:
        return []
    head, tail = condition[: places[0]], condition[places[-1] + 1 :]
    tail = tuple(token for token in tail if token.kind in "aq")
    unit = condition[places[-1]]
    numbers = [condition[place] for place in places]
    same = [replace(each, kind=unit.kind, unit=unit.unit) if each.kind == "n" else each for each in numbers]
    return [(*head, number, *tail) for number in same]


def _by_rank(condition: tuple[Token, ...], count: int) -> list[tuple[Token, ...]]:
    """前四名依名次分别, 排名1-5名的依次."""
    ranks = [token for token in condition if token.kind in _NUMBERS]
    if not ranks or ranks[-1].unit not in _PLACES:
        return []
    first = ranks[0].value if len(ranks) == 2 else Fraction(1)
    led = len(ranks) == 2 or any(token.text == "前" for token in condition)
    if not led or len(ranks) > 2 or ranks[-1].value - first + 1 != count:
        return []
    return [(replace(ranks[-1], value=first + place),) for place in range(count)]


def _by_name(condition: tuple[Token, ...], count: int) -> list[tuple[Token, ...]]:
    """优、良、中、差: the last so many names; a topic may stand in front."""
    named = _parts(condition)
    for token in condition if len(named) < count else ():
        names = token.text.strip('“”"').split("、")
        if len(names) == count:  # “优秀、良好、一般、较差”四个等次
            starts = [token.start + token.text.index(name) for name in names]
            return [
                (replace(token, start=start, end=start + len(name), text=name),)
                for start, name in zip(starts, names, strict=True)
            ]
    return named[-count:] if len(named) >= count else []


def _parts(condition: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    parts: list[list[Token]] = [[]]
    for token in condition:
        if token.kind in ",:":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def official(text: str, start: int, effect: Effect, item: int) -> tuple[Clause, ...]:
    """分为优、良、差三个档次，分别按照100%-80%、80%-60%、60%-0%: names and ranges stand apart."""
    match = _NAMES.match(text)
    names = re.split("[,、]", match["names"]) if match else []
    ranges = effect.amounts
    if match is None or 2 * len(names) != len(ranges):
        raise StopError(effect.start)
    clauses = []
    place = start + match.start("names")
    for name, (_, high), (_, low) in zip(names, ranges[::2], ranges[1::2], strict=True):
        token = Token("w", place, place + len(name), name)
        clauses.append(
            Clause((token,), replace(effect, does=Does.PICK, amount=high, low=low, amounts=()), item)
        )
        place += len(name) + 1
    return tuple(clauses)


def shares(tokens: list[Token]) -> tuple[tuple[Does, Amount], ...]:
    """The ends of 100%-80%、80%-60%, one after the other."""
    return tuple(
        (Does.PICK, Amount(Measure.SHARE, token.value / 100)) for token in tokens if token.kind == "%"
    )

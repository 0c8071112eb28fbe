"""Years and dates that a text says of its own time; history, plans, documents and school years are left out.

较2025年增长, 2021年以来, 〔2021〕101号, 2026—2028年, 到2030年, 2025-2026学年 say nothing of the year of the form.
Words: `years.toml`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from goaldsl.checks.text.lexicon import alternatives
from goaldsl.parse.numbers import date

_DATE = re.compile(
    r"(?<![\d.〔\[（(])(?P<year>(?:19|20)\d\d)(?:\s*年(?:\s*\d{1,2}\s*月(?:份|\s*\d{1,2}\s*[日号])?)?(?:度|[上下]半年)?"
    r"|[.\-/]\d{1,2}[.\-/]\d{1,2}(?!\d))"
)
_SPAN_BEFORE = re.compile(r"(?:\d|年|月|日|度)\s*[-—–－~～至到、和及]+\s*$")
_SPAN_AFTER = re.compile(r"\s*[-—–－~～至到、和及]+\s*(?:19|20)?\d")
_TITLED = re.compile(r"《[^《》]{0,80}》|[〔\[（(]\d{4}年?[〕\])）]")

_NEAR = 24  # characters around a year that can change what it means


class Mention(NamedTuple):
    """A year in a text. `deadline` is the last day it names when it says by when; `leads`: the text begins with it."""

    year: int
    start: int
    end: int
    deadline: datetime.date | None
    leads: bool


def mentions(text: str) -> Iterator[Mention]:
    """The years that `text` says of its own time."""
    if "19" not in text and "20" not in text:
        return
    open_text = _TITLED.sub(lambda match: "《" * len(match[0]), text)
    for match in _DATE.finditer(open_text):
        start, end = match.span()
        before, after = open_text[max(0, start - _NEAR) : start], open_text[end : end + _NEAR]
        if _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(after):
            continue
        by_when = _by_when().match(after) or ("月" in match[0] and _deed().match(after)) or None
        looks_away = _done() if by_when else _looks_away_after()
        if _looks_away_before().search(before) or looks_away.match(after):
            continue
        day = date(match[0].replace("号", "日")) if by_when else None
        yield Mention(
            year=int(match["year"]),
            start=match.start(),
            end=match.end() + (by_when.end() if by_when else 0),
            deadline=day.last if day else None,
            leads=start < _NEAR and not before.strip("，,、；;：: \t“（("),
        )


def deadline_in(text: str) -> datetime.date | None:
    """The day a short text names as its end: 2023年底, 2022年12月30日前完成; None when there is none, or several."""
    days = {mention.deadline for mention in mentions(text)}
    return days.pop() if len(days) == 1 else None


@cache
def _by_when() -> re.Pattern[str]:
    return re.compile(rf"\s*{alternatives('years', 'ends')}")


@cache
def _deed() -> re.Pattern[str]:
    """Nothing of the deed belongs to the date."""
    return re.compile(rf"(?={alternatives('years', 'deeds')})")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(
        rf"\s*{alternatives('years', 'ends')}?[^，,；;。]{{0,6}}?{alternatives('years', 'done')}"
    )


@cache
def _looks_away_before() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('years', 'before')}\s*$")


@cache
def _looks_away_after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:的|末|底|初|度)?{alternatives('years', 'after')}")

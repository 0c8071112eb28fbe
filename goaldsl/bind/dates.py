"""Days and periods as forms write them: 10月底前, 第三季度, 上半年, 1月-12月, 二〇二六年十月.

The year that is left out is the form's. A period means its last day. Only 前 behind a whole month, quarter or year is
unclear: `9月前` is met before September and missed after it; September itself is left open.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from goaldsl.model.target import CalendarDate, Precision
from goaldsl.parse.numerals import chinese_number


class Until(NamedTuple):
    """Done on or before `day`; from then to `open_until` nobody can say, None where that is clear."""

    day: CalendarDate
    open_until: datetime.date | None = None


_DIGITS = "一二三四五六七八九十"
_YEAR = r"(?P<year>\d{4}年?|[〇零○一二三四五六七八九]{4}年|本年度?|当年度?|今年|次年|翌年)?"
_MONTH = rf"(?P<month>\d{{1,2}}|[{_DIGITS}]{{1,3}})月份?"
_DAY = rf"(?P<day>\d{{1,2}}|[{_DIGITS}]{{1,3}})[日号]?"
_TEN_DAYS = "(?P<ten>[上中下]旬)"
_QUARTER = r"第?(?P<quarter>[一二三四1-4])季度?"
_HALF = "(?P<half>上半年|下半年)"
_WHOLE = "(?P<whole>全年度?|年度?内|年末|年底|年终|年)"
_NUMERIC = r"(?P<nyear>\d{4})[-./](?P<nmonth>\d{1,2})(?:[-./](?P<nday>\d{1,2}))?"
_FROM = rf"(?:\d{{4}}年)?(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})(?:月份?)?(?:\d{{1,2}}日)?(?:-|~|—+|至|到)"
_END = "(?P<end>[底末])?(?P<before>之前|以前|前)?(?:之内|以内|内)?"
_DONE = "(?:(?:全[部面])?(?:完成|办结|完工|竣工|建成|验收|到位|印发|结束|实施完毕))?"
_MONTHS = rf"{_MONTH}(?:{_TEN_DAYS}|{_DAY})?"
_PERIOD = rf"{_YEAR}(?:(?:{_FROM})?{_MONTHS}|{_QUARTER}|{_HALF}|{_WHOLE})?"
_WRITTEN = rf"(?:截[止至]|于|在)?(?:{_NUMERIC}|{_PERIOD}){_END}{_DONE}"  # compiled for words no grammar took
_LAST_OF_TEN = {"上旬": 10, "中旬": 20}
_LEAP_YEAR = 2028
_NEXT = ("次年", "翌年")


def until(words: str, year: int | None) -> Until | None:
    """The last day that half-width `words` allow; None where they are no date, or `year` is needed and not known."""
    bare = re.sub(r"\s+", "", words)
    match = re.fullmatch(_WRITTEN, bare)
    if match is None or not any(match.group("year", "month", "quarter", "half", "whole", "nyear")):
        return None
    try:
        day, precision = _last(match, year)
    except (ValueError, calendar.IllegalMonthError):
        return None
    if day is None:
        return None
    ends = match["end"] or (match["whole"] or "").endswith(("底", "末", "终"))
    if precision is Precision.DAY or ends or not match["before"]:
        return Until(CalendarDate(day, precision, words.strip()))
    return Until(CalendarDate(_eve(day, precision), precision, words.strip()), day)


def impossible(words: str) -> bool:
    """Whether the words are a date by their shape, yet no calendar has it: 2月30日."""
    match = re.fullmatch(_WRITTEN, re.sub(r"\s+", "", words))
    return match is not None and bool(match["month"] or match["nyear"]) and until(words, _LEAP_YEAR) is None


def _last(match: re.Match[str], year: int | None) -> tuple[datetime.date | None, Precision]:
    if match["nyear"]:
        month, day = int(match["nmonth"]), match["nday"]
        return _in_month(int(match["nyear"]), month, int(day) if day else None)
    named = _year(match["year"], year)
    if named is None:
        return None, Precision.YEAR
    if match["month"]:
        month = _number(match["month"])
        if match["ten"] in _LAST_OF_TEN:
            return datetime.date(named, month, _LAST_OF_TEN[match["ten"]]), Precision.DAY
        return _in_month(named, month, _number(match["day"]) if match["day"] else None)
    if match["quarter"]:
        month = 3 * _number(match["quarter"])
        return _in_month(named, month, None)[0], Precision.QUARTER
    if match["half"]:
        return _in_month(named, 6 if match["half"] == "上半年" else 12, None)[0], Precision.HALF
    return datetime.date(named, 12, 31), Precision.YEAR


def _in_month(year: int, month: int, day: int | None) -> tuple[datetime.date, Precision]:
    if day is not None:
        return datetime.date(year, month, day), Precision.DAY
    return datetime.date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH


def _eve(last: datetime.date, precision: Precision) -> datetime.date:
    """The day before the period that ends on `last`."""
    months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}[precision]
    first = datetime.date(last.year, last.month - months + 1, 1)
    return first - datetime.timedelta(days=1)


def _year(written: str | None, own: int | None) -> int | None:
    if written is None or written.startswith(("本年", "当年", "今年")):
        return own
    if written in _NEXT:
        return None if own is None else own + 1
    figures = written.rstrip("年")
    if not figures.isdigit():
        figures = "".join(
            str("零一二三四五六七八九".find(each.replace("〇", "零").replace("○", "零"))) for each in figures
        )
    year = int(figures)
    return year if 1900 <= year <= 2999 else None


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    number = chinese_number(written)
    if number is None:
        raise ValueError(written)
    return int(number)

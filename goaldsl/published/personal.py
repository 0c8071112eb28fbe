"""Telephone and identity numbers in a text, masked: what may not be put on the web (个人信息保护法).

Numbers are looked for in half width and masked where they stand, so that everything else stays as typed. A number
followed by a unit or a word for money is an amount; years, document numbers, percentages and codes look otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.width import half_width

_FIELD = "☎"
"""Set before what stands in a field for telephone numbers."""

_GAP = r"[\s‐-―⁃·_~/\u200b-\u200f\u2060\ufeff-]{0,3}"
_BEFORE = r"(?<!\d)(?<!\d[.,])(?<![￥¥〕第])"
_END = r"(?!\d)(?!\.\d)(?!,\d{3}(?!\d))"
_MONEY = r"元(?!旦)|角|块|[万亿千百]|%|‰|人次"
_UNIT = rf"{_MONEY}|个百分点|[吨亩米克升册份件套台辆株]|公里|公斤|公顷|平方|立方|千瓦|人民币|[年月㎡㎥]|kWh"
_AFTER = rf"{_END}(?!\s*[()]?\s*[多余]?(?:{_UNIT}))"
_COUNTED = r"[次个户条项名例起通笔家场期批篇页处座只头余多]|人(?![员事])|以[上下内]|左右|分钟|小时"
_MONTH, _DAY_OF_MONTH = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DATE = rf"(?:19|20)\d\d{_MONTH}{_DAY_OF_MONTH}"
_COUNTRY = rf"(?:\(?(?:\+|00)?86\)?{_GAP})?"
_AREA = r"[(\[【]?(?:010|02\d|0[3-9]\d{2})[)\]】]?"
_LOCAL = rf"\d{{3,4}}{_GAP}(?P<tail>\d{{4}})"
# A short number is one of a telephone behind a word for it, unless it counts something: 热线受理 1234567 次.
_SHORT = rf"(?!{_DATE}(?!\d)){_LOCAL}{_AFTER}(?!\s*(?:{_COUNTED}))"
_WORD = r"(?:电话|联系人|值班室|手机|座机|传真|热线|号码|联系方式|电联|致电|拨打|[Tt]el|TEL|[Pp]hone|☎)"
_AMOUNTING = r"量|数(?!字)|达|完成|不少|不低|超过|累计|增至|受理|接听|办理"
_BRACKET = r"(?:[^()\d\n]{0,8}\((?:[^()\d\n]|\d{1,4}(?!\d)){1,12}\))?"  # 值班电话（24小时）：
_CALLING = rf"{_WORD}{_BRACKET}(?:(?!{_AMOUNTING})[^\d\n]){{0,8}}"
_ROOM = r"(?:(?:办公室?|宿舍|家庭?|住宅|单位|夜间|白天|周末|值班室?|备用|传真|总机):?\s*)?"

# Of each match the digits outside the groups `head` and `tail` are masked.
_IDENTITY = re.compile(
    rf"{_BEFORE}(?P<head>[1-9]\d{{5}}){_GAP}(?:19|20)\d\d{_GAP}{_MONTH}{_GAP}{_DAY_OF_MONTH}{_GAP}"
    rf"\d{_GAP}\d{_GAP}\d{_GAP}(?P<tail>[\dXx])(?![A-Za-z]){_AFTER}"
)
_OLD_IDENTITY = re.compile(
    rf"{_BEFORE}(?P<head>[1-9]\d{{5}}){_GAP}\d\d{_MONTH}{_DAY_OF_MONTH}{_GAP}\d\d(?P<tail>\d){_AFTER}"
)
_MOBILE = re.compile(  # 137-0000-1640, 137.0000.1640, 1370-000-1640, 1370-0001-640, 137-000-01640
    rf"{_BEFORE}(?P<head>{_COUNTRY}0?1[3-9]\d)"
    rf"(?:{_GAP}\d{{4}}{_GAP}|\.\d{{4}}\.|\d{_GAP}\d{{3}}{_GAP}|\d{_GAP}\d{{3}}(?=\d{_GAP}\d{{3}}(?!\d))|{_GAP}\d{{3}}{_GAP}\d)"
    rf"(?P<tail>\d{{4}}|\d{_GAP}\d{{3}}){_AFTER}"
)
_SPACED = re.compile(  # 1 3 7 0 0 0 0 1 6 4 0
    rf"{_BEFORE}(?P<head>1[\s-][3-9][\s-]\d)(?:[\s-]\d){{4}}[\s-](?P<tail>\d(?:[\s-]\d){{3}}){_AFTER}"
)
_LANDLINE = re.compile(
    rf"{_BEFORE}(?P<head>{_COUNTRY}{_AREA}\.?|\(?(?:\+|00)86\)?{_GAP}[1-9]\d{{1,2}}){_GAP}{_LOCAL}{_AFTER}"
)
_SERVICE = re.compile(  # 400-000-1640, 400-0001-640, 4000-001-640
    rf"{_BEFORE}(?P<head>[48]00)(?:[\s‐-―-]{_GAP}\d{{3}}{_GAP}|-{_GAP}\d{{3}}(?=\d{_GAP}\d{{3}}(?!\d)))"
    rf"(?P<tail>\d{{4}}|\d{_GAP}\d{{3}}){_AFTER}|{_BEFORE}(?P<head4>[48]00\d)-\d{{3}}-(?P<tail3>\d{{3}}){_AFTER}"
)
_CERTAIN = re.compile(  # 电话137****1640台账: only money could follow
    rf"{_CALLING}(?P<head>{_COUNTRY}(?:0?1[3-9]\d|{_AREA}\.?)){_GAP}{_LOCAL}{_END}(?!\s*[()]?\s*[多余]?(?:{_MONEY}))"
)
_CALLED = re.compile(rf"{_CALLING}(?P<head>(?:[48]00)?){_GAP}{_SHORT}")
_IN_FIELD = re.compile(rf"{_FIELD}[^\d\n]{{0,20}}(?P<head>(?:[48]00)?){_GAP}{_LOCAL}{_END}")
_SECOND = re.compile(
    rf"\)?(?:\s*[/、,;|或和与及]\s*|\s+|\s*\([^()\d\n]{{1,4}}\)\s*|(?<=\))){_ROOM}(?P<head>){_SHORT}"
)
_NUMBERS = (_IDENTITY, _OLD_IDENTITY, _MOBILE, _SPACED, _LANDLINE, _SERVICE, _CERTAIN, _CALLED, _IN_FIELD)
_FEWEST = 7


def mask(text: str, *, telephone: bool = False) -> str:
    """`text` with the middle of telephone and identity numbers replaced: 137****1640.

    `telephone`: the text stands in a field for telephone numbers, so that a number without area code is one.
    """
    if sum(map(str.isdigit, text)) < _FEWEST:
        return text
    half = half_width(text)
    shown = list(text)
    for start, end in _hidden(half, telephone=telephone):
        for at in range(start, end):
            if half[at].isdigit():
                shown[at] = "*"
    return "".join(shown)


def _hidden(half: str, *, telephone: bool) -> Iterator[tuple[int, int]]:
    """The stretches of personal numbers that are not to be seen."""
    if telephone:
        before = len(_FIELD)
        yield from ((start - before, end - before) for start, end in _hidden(_FIELD + half, telephone=False))
        return
    taken = bytearray(len(half))  # a number of one kind is not looked at as one of a later
    ends = []
    for pattern in _NUMBERS:
        for found in pattern.finditer(half):
            start, end = _middle(found)
            if not any(taken[start:end]):
                taken[found.start() : found.end()] = b"1" * (found.end() - found.start())
                ends.append(found.end())
                yield start, end
    for stop in ends:
        while (second := _SECOND.match(half, stop)) and not any(taken[second.end("head") : second.end()]):
            yield _middle(second)
            stop = second.end()


def _middle(found: re.Match[str]) -> tuple[int, int]:
    if found.re is _SERVICE and found["head"] is None:
        return found.end("head4"), found.start("tail3")
    return found.end("head"), found.start("tail")

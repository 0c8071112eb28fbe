"""What a value means that was written as on paper: 100%, 95%以上, 三十万人次, 10月底前, 250万.

The parser takes signs, numbers and units; what needs the name, the class and the year of the form is read here:

    kept words ──day or period────▶ a deadline, under 时效指标 or where 前 says so
               ──number and unit──▶ a quantity, without sign where none is printed
               ──neither──────────▶ kept to the letter, for a check to report

Read only where there is one reading: 约30万, 19/20 and 按月 are nobody's target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from msgspec import structs

from goaldsl.bind.dates import impossible, until
from goaldsl.catalog import Catalog
from goaldsl.catalog.data import packaged
from goaldsl.model.place import Span, Text
from goaldsl.model.target import (
    DeadlineTarget,
    Operator,
    QualityTarget,
    QuantityTarget,
    Target,
    UnreadableTarget,
)
from goaldsl.model.unit import Unit, unit_word
from goaldsl.parse.numbers import number
from goaldsl.parse.numerals import CHARACTERS, chinese_number
from goaldsl.parse.shadow import cast
from goaldsl.parse.targets import operator, printed_day

TIMELY = "时效指标"

_FIGURES = r"(?P<figures>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|-?\d+(?:\.\d+)?)"
_PERCENT_WORDS = rf"百分之(?P<percent>[{CHARACTERS}]+)(?:点(?P<tenth>[一二三四五六七八九]))?"
_TENTHS = r"(?P<tenths>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?"
_NUMERALS = rf"(?P<numerals>[{CHARACTERS}]+)"
_NUMBER = rf"(?P<money>[￥¥]\s*)?(?:{_FIGURES}|{_PERCENT_WORDS}|{_TENTHS}|{_NUMERALS})\s*"
_UNIT = re.compile(r"\(?(?P<unit>[^\s\d(),;:<>=≥≤]+(?:\([^()]*\)|[23])?)\)?")
_INCLUDED = re.compile(r"\s*\(不?含[^()]*\)$")
_UPWARDS = "[提增][高升加长][到至]"
_DOWNWARDS = "(?:降低|下降|减少|压减|压缩|缩短|降)[到至]"
_REACHED = re.compile(
    rf"(?:达到?|完成|实现|(?P<kept>(?:稳定|保持|维持)在)|(?P<least>{_UPWARDS})|(?P<most>控制在|{_DOWNWARDS}))\s*"
)
_SIGN = r"(?P<sign>>\s*=|<\s*=|≥|≤|>|<|=)"
_NOTE = re.compile(rf"\((?:单位:)?\s*+{_SIGN}?\s*+(?:[*×xX_…]++\s*+)?(?P<unit>[^()\d<>=≥≤*×]+)?\)\s*$")
_TIME_WORDS = re.compile("时间|日期|期限|时限|时点|进度")
_UNSURE = re.compile(r"约|左右|上下|近|余|几|\d\s*/\s*\d|按[年季月周日]")
_ROUGH = re.compile(r"^[余多来几](?!元)|左右|上下$")
_LONGEST_UNIT = 8
"""Characters; longer words behind a number are no unit but a sentence."""
_ANY_YEAR = 2024
"""To tell whether words name a day at all: a leap year has them all."""
BARE_MULTIPLES = ("十", "百", "千", "万", "十万", "百万", "千万", "亿")


# 孕产妇死亡率 <= 9/10万: so many of 100 000, no fraction.
_OF_MANY = re.compile(r"(?P<figures>\d+(?:\.\d+)?)\s*(?P<unit>/\s*(?:10万|十万)人?)")
_COLON = re.compile(r"(?P<name>[^:]*[^\d:\s])\s*:\s*(?P<value>[^:]+?)\s*$")


class Circumstances(NamedTuple):
    """What else the line and the form say. `level2` is the second-level class, "" for a row without class."""

    name: str
    level2: str
    cost: bool
    year: int | None


def understood(target: Target | None, row: Circumstances, catalog: Catalog) -> Target | None:
    """The target, with words that were kept read where that is certain."""
    if isinstance(target, QualityTarget):
        return _dated(target, row) or target
    if isinstance(target, UnreadableTarget):
        target = _deadline(target, row) or _of_many(target, catalog) or _quantity(target, catalog) or target
    if isinstance(target, QuantityTarget):
        target = _without_tail(target, catalog)
        if _vague(target):
            return _kept(target)
        target = structs.replace(target, unit=_meant(target.unit, row, catalog))
        return _with_note(target, row, catalog)
    return target


def behind_colon(name: Text, row: Circumstances, catalog: Catalog) -> tuple[Text, Target] | None:
    """`合格率：100%`: the name before the colon and the value behind it, where that is certainly one."""
    match = _COLON.match(_shadow(name.value))
    if match is None or len(name.value) != name.span.end - name.span.start:
        return None
    start, (at, end) = name.span.start, match.span("value")
    span = Span(start + at, start + end)
    target = understood(UnreadableTarget(None, name.value[at:end], span=span, text_span=span), row, catalog)
    if not isinstance(target, QuantityTarget | DeadlineTarget):
        return None
    if isinstance(target, QuantityTarget) and target.unit is not None and not target.unit.known:
        return None  # 项目：2期工程, 课题：5G应用 are names
    return Text(name.value[: match.end("name")], Span(start, start + match.end("name"))), target


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
def _dated(target: QualityTarget, row: Circumstances) -> Target | None:
    """`定性 10月底前`: words that name a day."""
    if "前" not in target.word and row.level2 != TIMELY:
        return None
    found = until(_shadow(target.word), row.year)
    if found is None:
        return None
    return DeadlineTarget(found.day, target.word, target.span, target.word_span, found.open_until)


def _deadline(target: UnreadableTarget, row: Circumstances) -> Target | None:
    words = _shadow(target.text)
    if target.operator is not None or not (target.deadline or "前" in words or _is_about_time(row)):
        return None
    found = until(words, row.year)
    if found is None:
        return None
    text = printed_day(found.day) if target.deadline else target.text
    return DeadlineTarget(found.day, text, target.span, target.text_span, found.open_until)


def is_impossible(target: UnreadableTarget, row: Circumstances) -> bool:
    """Whether the kept words are a day that no calendar has: 2月30日."""
    expected = target.deadline or "前" in target.text or _is_about_time(row)
    return target.operator is None and expected and impossible(_shadow(target.text))


def names_no_day(target: Target | None) -> bool:
    """Whether only the words of a date are left that no calendar has (GS008)."""
    return isinstance(target, QualityTarget) and impossible(_shadow(target.word))


def _is_about_time(row: Circumstances) -> bool:
    return row.level2 == TIMELY or (not row.level2 and bool(_TIME_WORDS.search(row.name)))


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _quantity(target: UnreadableTarget, catalog: Catalog) -> Target | None:
    words = _shadow(target.text)
    if _UNSURE.search(words) or target.deadline or until(words, _ANY_YEAR) is not None:
        return None
    reached = _REACHED.match(words)
    match = re.compile(_NUMBER).match(words, reached.end() if reached else 0)
    amount = _amount(match) if match else None
    if match is None or amount is None:
        return None
    behind, sense = _split(words[match.end() :] + _shadow(target.unit_text))
    lead = _led(reached)
    if sense is not None and lead not in (None, Operator.EQUAL, sense):
        return None  # 控制在95%以上 says two things
    if reached and reached["kept"] and sense is None:
        return None  # 稳定在95%: no less, or neither less nor more?
    sign = target.operator or sense or lead
    if sense is not None and sign is not sense:  # >= 95%以下 says two things
        return None
    unit, found = _unit(behind, match, catalog)
    if not found:
        return None
    start, end = match.start() + len(match["money"] or ""), len(words[: match.end()].rstrip())
    typed, unit_span = _typed_unit(target, words, match.end(), behind)
    if match["money"]:  # ￥20万: the sign says 元
        word = unit_word(typed)
        typed = typed if word.endswith("元") else word + "元" + typed.removeprefix(word)
        unit = catalog.unit(unit_word(typed))
        if unit.dimension != "money":  # ￥3篇 says two things
            return None
    return QuantityTarget(
        operator=sign,
        amount=amount,
        amount_text=words[start:end],
        unit=unit,
        unit_text=typed,
        span=target.span,
        operator_span=target.operator_span,
        amount_span=_part(target, words, start, end),
        unit_span=unit_span,
    )


def _led(reached: re.Match[str] | None) -> Operator | None:
    """The operator that the words before a number mean: 降至2‰ is met by less, 提高到98% by more."""
    if reached is None:
        return None
    return Operator.AT_MOST if reached["most"] else Operator.AT_LEAST if reached["least"] else Operator.EQUAL


def _typed_unit(target: UnreadableTarget, words: str, start: int, unit: str) -> tuple[str, Span]:
    """The unit as it was typed, and where; `95%（含）以上` says its note between the unit and the operator."""
    unit = unit[1:-1] if unit.startswith("(") and unit.endswith(")") and not _INCLUDED.match(unit) else unit
    at = words.find(unit, start) if unit else -1
    if at < 0:
        return unit, Span(0, 0)
    typed = target.text + target.unit_text
    shown = typed[at : at + len(unit)] if len(typed) == len(words) else unit
    shown = shown.replace("％", "%")  # as behind a sign: `>= 95％` prints %
    return shown, _part(target, words, at, at + len(unit))


def _of_many(target: UnreadableTarget, catalog: Catalog) -> Target | None:
    words = _shadow(target.text + target.unit_text)
    match = _OF_MANY.fullmatch(words)
    amount = number(match["figures"]) if match else None
    if match is None or amount is None or target.deadline:
        return None
    typed = match["unit"].replace(" ", "")
    return QuantityTarget(
        operator=target.operator,
        amount=amount,
        amount_text=match["figures"],
        unit=catalog.unit(typed),
        unit_text=typed,
        span=target.span,
        operator_span=target.operator_span,
        amount_span=_part(target, words, *match.span("figures")),
        unit_span=_part(target, words, *match.span("unit")),
    )


def _without_tail(target: QuantityTarget, catalog: Catalog) -> QuantityTarget:
    """`>= 3 期及以上` says its operator twice; the unit is 期."""
    if target.unit is None or target.unit.known:
        return target
    bare, sense = _split(_shadow(target.unit.symbol))
    if sense is None or target.operator not in (sense, None):
        return target
    unit = catalog.unit(unit_word(bare)) if bare else None
    return structs.replace(target, operator=sense, unit=unit, unit_text=bare)


def _vague(target: QuantityTarget) -> bool:
    """>= 30余篇, >= 30篇左右, <= 30篇以上: the words behind the number take back what the number or the sign says."""
    if target.unit is None or target.unit.known:
        return False
    words = _shadow(target.unit_text)
    return bool(_ROUGH.search(words)) or _split(words)[1] is not None


def _kept(target: QuantityTarget) -> UnreadableTarget:
    """The number and the words behind it as they stand, for a check to report."""
    text = target.amount_text + target.unit_text
    words = Span(target.amount_span.start, max(target.amount_span.end, target.unit_span.end))
    return UnreadableTarget(
        target.operator, text, span=target.span, operator_span=target.operator_span, text_span=words
    )


def _with_note(target: QuantityTarget, row: Circumstances, catalog: Catalog) -> QuantityTarget:
    """The name's bracket says what a bare number leaves out: 苗木成活率(≥**%) 85, 道路长度（公里） 30."""
    note = _NOTE.search(_shadow(row.name))
    if note is None:
        return target
    if target.unit is None and note["unit"]:
        unit = catalog.unit(unit_word(note["unit"].strip()))
        target = structs.replace(target, unit=unit) if unit.known else target
    if target.operator is None and note["sign"]:
        target = structs.replace(target, implied=operator(note["sign"]))
    return target


def _amount(match: re.Match[str]) -> Decimal | None:
    if match["figures"]:
        return number(match["figures"])
    if match["percent"]:
        whole, tenth = chinese_number(match["percent"]), chinese_number(match["tenth"] or "零")
        return None if whole is None or tenth is None else whole + tenth / 10
    if match["tenths"]:
        tenths = chinese_number(match["tenths"])
        half = chinese_number((match["half"] or "零").replace("半", "五"))
        return None if tenths is None or half is None else tenths * 10 + half
    return chinese_number(match["numerals"])


def _split(behind: str) -> tuple[str, Operator | None]:
    """What stands behind a number, parted into the unit with its note (含) and the operator's words (以上, 以内)."""
    bare = behind.strip()
    note = _INCLUDED.search(bare)
    kept = note[0] if note else ""
    bare = bare.removesuffix(kept)
    for key, meaning in (("at_least_after", Operator.AT_LEAST), ("at_most_after", Operator.AT_MOST)):
        for word in _longest_first(key):
            if bare.endswith(word) and not word.startswith("("):  # （含）以上: the note stays with the unit
                return bare.removesuffix(word).rstrip() + kept, meaning
    return bare + kept, None


@cache
def _longest_first(key: str) -> tuple[str, ...]:
    words: Iterable[str] = packaged("lexicon/operators.toml")[key]
    return tuple(sorted((_shadow(word) for word in words), key=len, reverse=True))


def _unit(behind: str, number: re.Match[str], catalog: Catalog) -> tuple[Unit | None, bool]:
    """The unit of a number, None for none; and whether the words behind it can be one at all."""
    spelt = number["percent"] or number["tenths"]
    if not behind or _INCLUDED.fullmatch(behind):
        if spelt:
            return catalog.unit("%"), True
        return (catalog.unit("元") if number["money"] else None), True
    match = _UNIT.fullmatch(behind)
    if match is None or spelt:
        return None, False
    word = (
        unit_word(_INCLUDED.sub("", match["unit"]))
        if match["unit"][0] not in "%‰"
        else _INCLUDED.sub("", match["unit"])
    )
    if len(word) > 1 and word[0] in "%‰":
        return None, False  # 100%合格 is no unit
    unit = catalog.unit(word)
    certain = unit.known or bool(number["figures"])
    return unit, certain and (len(word) <= _LONGEST_UNIT or unit.known)


def _meant(unit: Unit | None, row: Circumstances, catalog: Catalog) -> Unit | None:
    """万 alone: of money under a cost or where the name says so, of people where it counts them."""
    if unit is None or unit.symbol not in BARE_MULTIPLES:
        return unit
    counted = next((word for word in _counted() if word in row.name), None)
    things = packaged("lexicon/counted.toml")["counted"]
    suffix = "元" if row.cost else things[counted] if counted else ""
    return catalog.unit(unit.symbol + suffix) if suffix else unit


@cache
def _counted() -> tuple[str, ...]:
    return tuple(sorted(packaged("lexicon/counted.toml")["counted"], key=len, reverse=True))


def _shadow(words: str) -> str:
    """The words in half width, without the line end that the shadow puts behind them."""
    return cast(words).text.rstrip("\n")


def _part(target: UnreadableTarget, words: str, start: int, end: int) -> Span:
    """Where a part of the kept words stands; all of them where the source has them on two lines."""
    whole = target.text_span
    if whole.end - whole.start != len(words):
        return whole
    return Span(whole.start + start, whole.start + end)

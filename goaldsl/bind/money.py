"""Amounts of money: what was typed, in which unit it is, and what the cell shows under the form's own unit.

An amount may name its unit itself; else the label as typed does, else 金额单位, else the label as printed, else it is
万元 as on most forms. Only a unit that somebody stated converts anything; digits alone never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.model.declaration import Money, UnitSaid
from goaldsl.model.form import FieldSpec, FieldType, Form, Place
from goaldsl.model.unit import Unit
from goaldsl.parse.numbers import number
from goaldsl.parse.numerals import chinese_number
from goaldsl.parse.shadow import cast

AMOUNT_UNIT = "amount_unit"
"""The key of 金额单位."""

_FIGURES = re.compile(r"(?:[¥￥]\s*|人民币\s*)?(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*([^\s\d,;.:()。:]+)?")
_NUMERALS = re.compile(r"(?:[¥￥]\s*|人民币\s*)?([零一二两三四五六七八九十百千万亿]+)(元)(?=$|[,;()\s])")
_REST = re.compile(r"\s*(?:$|[(,;。])")  # a remark may follow, a second amount may not: 854万854万
_LABELLED = re.compile(r"[(]\s*(?:单位:?|人民币)?\s*([^()\s]*元)\s*[)]")
_MOST_DIGITS = 60  # more than any amount of 30 digits needs to stay exact


@dataclass(frozen=True, slots=True)
class AmountUnits:
    """In what the amounts of a form are when they do not say so themselves."""

    stated: Unit | None  # 金额单位
    printed: Unit | None  # in brackets behind a label of the edition; amounts of the block share it

    @staticmethod
    def of(form: Form, catalog: Catalog, stated: Unit | None = None) -> AmountUnits:
        """The units of a form edition, and what its author says."""
        shown = (
            spec for spec in form.fields if spec.type is FieldType.MONEY and spec.place is not Place.NOWHERE
        )
        return AmountUnits(stated, _first(labelled_unit(spec.label, catalog) for spec in shown))


def money_unit(words: str, catalog: Catalog) -> Unit | None:
    """The unit of money that words name: 元, 万元, 万, 人民币万元; None for anything else."""
    bare = (
        cast(words).text.strip().strip("()").removeprefix("单位:").removeprefix("人民币").strip()
        or words.strip()
    )
    unit = catalog.unit(_money_word(bare))
    return unit if unit.dimension == "money" else None


def labelled_unit(label: str, catalog: Catalog) -> Unit | None:
    """The unit in brackets behind a label: 年度资金总额（元）."""
    match = _LABELLED.search(cast(label).text)
    return money_unit(match[1], catalog) if match else None


def money(text: str, spec: FieldSpec, label: str, units: AmountUnits, catalog: Catalog) -> Money | None:
    """The amount that `text` begins with, behind `label` as typed; None when it is none."""
    read = _read(cast(text).text.strip())
    if read is None:
        return None
    amount, word = read
    own = None
    if word:
        own = money_unit(word, catalog)
        if own is None:
            return None
    printed = labelled_unit(spec.label, catalog) or units.printed
    typed = labelled_unit(label, catalog)
    unit, said = _said(own, None if typed == printed else typed, units, printed, catalog)
    yuan = Fraction(amount) * unit.scale
    with localcontext(prec=_MOST_DIGITS):
        return Money(amount, unit, Decimal(yuan.numerator) / Decimal(yuan.denominator), said)


def in_cell(text: str, value: Money, spec: FieldSpec, units: AmountUnits, catalog: Catalog) -> str:
    """What the form shows for an amount: the number in the form's unit, a remark behind it as typed.

    Where the form names no unit, an amount shows its own, unless nobody stated one.
    """
    shown = labelled_unit(spec.label, catalog) or units.printed
    end, digits = _extent(text)
    if spec.place is Place.NOWHERE or (shown is None and value.said in (UnitSaid.AMOUNT, UnitSaid.NOBODY)):
        return text
    if shown is None:
        return text[:end].rstrip() + value.unit.symbol + text[end:]
    if shown == value.unit:
        return (digits or f"{value.amount:f}") + text[end:]
    with localcontext(prec=_MOST_DIGITS):
        exact = Fraction(value.yuan) / shown.scale
        converted = Decimal(exact.numerator) / Decimal(exact.denominator)
    return f"{_without_zeros(converted)}{text[end:]}"


def _said(
    own: Unit | None, typed: Unit | None, units: AmountUnits, printed: Unit | None, catalog: Catalog
) -> tuple[Unit, UnitSaid]:
    if own is not None:
        return own, UnitSaid.AMOUNT
    if typed is not None:
        return typed, UnitSaid.LABEL
    if units.stated is not None:
        return units.stated, UnitSaid.FIELD
    if printed is not None:
        return printed, UnitSaid.FORM
    return catalog.unit("万元"), UnitSaid.NOBODY


def _read(words: str) -> tuple[Decimal, str] | None:
    """The number and the word behind it."""
    match = _FIGURES.match(words)
    if match is not None:
        amount = number(match[1])
        return (amount, match[2] or "") if amount is not None and _REST.match(words, match.end()) else None
    match = _NUMERALS.match(words)
    spelt = chinese_number(match[1]) if match else None
    return (spelt, match[2]) if match and spelt is not None else None


def _extent(text: str) -> tuple[int, str]:
    """Where the amount and its unit end in `text`, and its digits as typed ("" for numerals)."""
    words = cast(text).text
    start = len(words) - len(words.lstrip())
    match = _FIGURES.match(words, start)
    if match is not None:
        return match.end(), text[match.start(1) : match.end(1)]
    match = _NUMERALS.match(words, start)
    return (match.end(), "") if match else (len(text), text)


def _money_word(word: str) -> str:
    """万 behind an amount means 万元, 亿 亿元: forms write 250万."""
    return word + "元" if word in ("万", "亿", "千", "百万") else word


def _without_zeros(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _first(units: Iterable[Unit | None]) -> Unit | None:
    return next((unit for unit in units if unit is not None), None)

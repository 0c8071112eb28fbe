"""Whether an interchange file says one thing: the cells it prints hold what its data say, its amounts are exact.

Whoever edits such a file by hand or by a program changes one of the two; the table would print the one and the score
follow the other. Asked only where both can be read: a cell in words that no rule reads is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.bind.printed import SIGNS
from goaldsl.bind.targets import Circumstances, understood
from goaldsl.catalog import Catalog, folded
from goaldsl.diagnostics import Message
from goaldsl.ingest.faults import WrongValueError
from goaldsl.model.target import Direction, Operator, UnreadableTarget
from goaldsl.model.target import QuantityTarget as Quantity
from goaldsl.model.unit import unit_word
from goaldsl.numbers import plain
from goaldsl.published.declaration import Amount, Declaration, Indicator
from goaldsl.published.target import QuantityTarget

_DIRECTIONS = {
    Operator.AT_LEAST: Direction.ASCENDING,
    Operator.MORE: Direction.ASCENDING,
    Operator.AT_MOST: Direction.DESCENDING,
    Operator.LESS: Direction.DESCENDING,
    Operator.EXACTLY: Direction.BOTH,
}
_NAMES = {Direction.ASCENDING: "越大越好", Direction.DESCENDING: "越小越好", Direction.BOTH: "不多不少"}


def contradictions(declared: Declaration, catalog: Catalog) -> Iterator[WrongValueError]:
    """What in the file says two things, each with its path below the declaration."""
    for index, row in enumerate(declared.indicators):
        if isinstance(row.target, QuantityTarget):
            yield from _cells(f"indicators[{index}]", row, row.target, catalog)
    yield from _supports(declared)
    if declared.unit.budget is not None:
        yield from _amount("unit.budget", declared.unit.budget, catalog)
    for index, task in enumerate(declared.tasks):
        for key in ("amount", "fiscal", "other"):
            amount: Amount | None = getattr(task, key)
            if amount is not None:
                yield from _amount(f"tasks[{index}].{key}", amount, catalog)
    scores = [Decimal(row.score) for row in declared.indicators if row.score is not None]
    if sum(scores, Decimal(0)) != Decimal(declared.totals.score):
        total = plain(sum(scores, Decimal(0)))
        yield _wrong("totals.score", f"各行分值合计是 {total}", f"the points of the rows are {total}")


def _cells(place: str, row: Indicator, target: QuantityTarget, catalog: Catalog) -> Iterator[WrongValueError]:
    sign = SIGNS[target.operator] if target.operator else ""
    if row.type != sign:
        yield _wrong(
            f"{place}.type",
            f"印的是“{row.type}”，指标值的符号却是“{sign}”",
            f"prints {row.type!r}, the target has {sign!r}",
        )
    printed = _printed(row, catalog)
    if printed is not None and printed.amount != Decimal(target.amount):
        yield _wrong(
            f"{place}.value",
            f"印的是“{row.value}”，指标值却是 {target.amount}",
            f"prints {row.value!r}, the target is {target.amount}",
        )
    shown = catalog.unit(unit_word(row.unit)) if row.unit else None
    meant = catalog.unit(unit_word(target.unit)) if target.unit else None
    if (
        shown
        and shown.known
        and (meant is None or meant.symbol not in (shown.symbol, *_longer(shown.symbol, meant.symbol)))
    ):
        yield _wrong(
            f"{place}.unit",
            f"印的是“{row.unit}”，指标值的单位却是“{target.unit or '没有'}”",
            f"prints {row.unit!r}, the unit of the target is {target.unit!r}",
        )
    sense = target.operator or target.implied
    wanted = _DIRECTIONS.get(sense) if sense else None
    if wanted is not None and row.direction is not wanted:
        yield _wrong(
            f"{place}.direction",
            f"符号是“{SIGNS[sense] if sense else ''}”，应{_NAMES[wanted]}（{wanted.value}）",
            f"the operator means {wanted.value}",
        )


def _longer(shown: str, meant: str) -> tuple[str, ...]:
    """万 alone is 万元 or 万人次, as the name says."""
    return (meant,) if meant.startswith(shown) and len(shown) == 1 else ()


def _printed(row: Indicator, catalog: Catalog) -> Quantity | None:
    """The number that the value cell prints; None where it is words."""
    spelt = row.unit if not row.unit.startswith(("(", "（")) else ""
    for text in (row.value + spelt, row.value):
        read = (
            understood(UnreadableTarget(None, text), Circumstances("", "", False, None), catalog)
            if text
            else None
        )
        if isinstance(read, Quantity):
            return read
    return None


def _supports(declared: Declaration) -> Iterator[WrongValueError]:
    items = [*declared.objectives, *(item for block in declared.blocks.values() for item in block)]
    known = {_bare(word) for item in items for word in (item.label, item.number) if word}
    for index, row in enumerate(declared.indicators):
        for at, word in enumerate(row.supports):
            if _bare(word) not in known:
                yield _wrong(
                    f"indicators[{index}].supports[{at}]",
                    f"年度目标里没有标签或序号“{word}”",
                    f"no objective is labelled or numbered {word}",
                )


def _bare(word: str) -> str:
    return folded(word).strip("()、.:：[]．")


def _amount(place: str, amount: Amount, catalog: Catalog) -> Iterator[WrongValueError]:
    unit = catalog.unit(amount.unit)
    yuan = Fraction(amount.amount) * unit.scale
    if unit.dimension == "money" and yuan != Fraction(amount.yuan):
        yield _wrong(
            f"{place}.yuan",
            f"{amount.amount} {amount.unit}是 {plain(yuan)} 元",
            f"{amount.amount} {amount.unit} are {plain(yuan)} yuan",
        )
    read = understood(UnreadableTarget(None, amount.text), Circumstances("", "", True, None), catalog)
    if isinstance(read, Quantity) and read.amount != Decimal(amount.amount):
        said = read.unit.scale if read.unit is not None and read.unit.dimension == "money" else None
        if said is None or Fraction(read.amount) * said != yuan:
            yield _wrong(
                f"{place}.text",
                f"写的是“{amount.text}”，数却是 {amount.amount} {amount.unit}",
                f"says {amount.text!r}, the number is {amount.amount} {amount.unit}",
            )


def _wrong(place: str, zh: str, en: str) -> WrongValueError:
    return WrongValueError(place, Message(zh, en))

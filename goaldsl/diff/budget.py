"""The budget of a form: its field, or where there is none the one ceiling of money whose name says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from goaldsl.catalog.data import packaged
from goaldsl.diff.wording import bare
from goaldsl.model.declaration import Declaration, Indicator, Money
from goaldsl.model.place import Span
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.numbers import rounded

_CEILINGS = (Operator.AT_MOST, Operator.LESS, Operator.EQUAL, None)


@dataclass(frozen=True, slots=True)
class Budget:
    """`row`: the place of the row that states it, None for the field."""

    yuan: Fraction
    text: str
    span: Span
    row: int | None = None


def budget_of(declaration: Declaration) -> Budget | None:
    """The budget that the form states."""
    field = declaration.field("budget")
    if field is not None and isinstance(field.value, Money):
        money = field.value
        return Budget(Fraction(money.yuan), f"{money.amount:f} {money.unit.symbol}", field.text.span)
    ceilings = [found for at in range(len(declaration.indicators)) if (found := ceiling(declaration, at))]
    return ceilings[0] if len(ceilings) == 1 else None


def ceiling(declaration: Declaration, at: int) -> Budget | None:
    """The budget that row number `at` repeats, if it does."""
    row = declaration.indicators[at]
    target = row.target
    if not isinstance(target, QuantityTarget) or target.unit is None or target.unit.dimension != "money":
        return None
    if target.sense not in _CEILINGS or not _whole(row, declaration):
        return None
    yuan = Fraction(target.amount) * target.unit.scale
    return Budget(yuan, f"{target.amount_text} {target.unit_text}", target.span, at)


def _whole(row: Indicator, declaration: Declaration) -> bool:
    """Whether the name means the whole budget; in a department's form 项目支出 is a part."""
    name = bare(row.name.value, declaration.year.value if declaration.year else None)
    if "项目" in name and declaration.field("project") is None:
        return False
    return len(name) <= 20 and bool(_pattern().fullmatch(name))


@cache
def _pattern() -> re.Pattern[str]:
    words = packaged("lexicon/budget_names.toml")
    whole, filler = (sorted(words[key], key=len, reverse=True) for key in ("whole", "filler"))
    return re.compile(f"(?=.*(?:{'|'.join(whole)}))(?:{'|'.join([*whole, *filler])})+")


def share(old: Budget, new: Budget) -> Fraction | None:
    """By what share the budget moved; None from nothing."""
    return (new.yuan - old.yuan) / old.yuan if old.yuan else None


def percent(moved: Fraction, places: int = 1) -> str:
    """+5.5%, -90.5%."""
    value = rounded(moved * 100, places)
    return f"{value:+.{places}f}%".replace(f".{'0' * places}%", "%")

"""Numbers that a text of a row repeats: they move with the row, and one left behind is told."""

from __future__ import annotations

import re

from goaldsl.diff.view import Row
from goaldsl.diff.wording import masked
from goaldsl.model.target import QuantityTarget, RangeTarget

_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")


def own_numbers(row: Row) -> dict[str, str]:
    """The numbers of a row and what they are: its target, its points."""
    target, found = row.indicator.target, {}
    if row.indicator.score is not None:
        found[_bare(f"{row.indicator.score.value:f}")] = "〔分〕"
    if isinstance(target, QuantityTarget):
        found[_bare(f"{target.amount:f}")] = "〔值〕"
    elif isinstance(target, RangeTarget):
        found[_bare(f"{target.low:f}")] = found[_bare(f"{target.high:f}")] = "〔值〕"
    elif row.promise.day is not None:
        found |= {str(row.promise.day.month): "〔月〕", str(row.promise.day.day): "〔日〕"}
    return found


def _bare(number: str) -> str:
    number = number.replace(",", "").replace("，", "")
    return number.rstrip("0").rstrip(".") if "." in number else number


def restated(row: Row | None, text: str) -> str:
    """A text with the row's own name, numbers, unit and year made the same in both years."""
    if row is None:
        return text
    words = masked(text, row.traits.year).replace(row.name, "〔名〕")
    own = own_numbers(row)
    words = _NUMBER.sub(lambda match: own.get(_bare(match[0]), match[0]), words)
    unit = getattr(row.indicator.target, "unit_text", "")
    return words.replace(f"〔值〕{unit}", "〔值〕") if unit else words


def left_behind(old: Row, new: Row) -> tuple[str, ...]:
    """Numbers of last year's target that the new row's texts still state."""
    target, now = old.indicator.target, new.indicator.target
    if not isinstance(target, QuantityTarget) or not isinstance(now, QuantityTarget):
        return ()
    gone = _bare(f"{target.amount:f}")
    if gone in own_numbers(new):
        return ()
    written = (new.indicator.explanation, new.indicator.criterion, new.indicator.remark)
    said = [match[0] for text in written if text for match in _NUMBER.finditer(text.value)]
    return (f"{target.amount_text}{target.unit_text}",) if gone in map(_bare, said) else ()

"""Amounts that run together under headings: cut where the arithmetic of the table comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal


def amounts_cut(text: str, keys: Sequence[str]) -> list[str] | None:
    """A run of amounts under headings, cut where the rate is what was spent of what was planned; None if not sure.

    `202010100.00%10` under 预算, 执行, 分值, 执行率, 得分 is 20, 20, 10, 100.00% and 10.
    """
    if "rate" not in keys or "executed" not in keys or not ({"adjusted", "initial"} & set(keys)):
        return None
    found = [parts for parts in _parts(text, len(keys)) if _adds_up(dict(zip(keys, parts, strict=True)))]
    close = [parts for parts in found if not dict(zip(keys, parts, strict=True))["rate"].startswith("0.00")]
    return close[0] if len(close) == 1 else None


def _parts(text: str, count: int) -> Iterator[list[str]]:
    if count == 1:
        if _AMOUNT.fullmatch(text):
            yield [text]
        return
    for at in range(1, len(text)):
        if _AMOUNT.fullmatch(text[:at]) and not (text[at] in ".%" or text[at - 1] == "."):
            for rest in _parts(text[at:], count - 1):
                yield [text[:at], *rest]


def _adds_up(row: dict[str, str]) -> bool:
    rate = row["rate"]
    if not rate.endswith("%") or any(words.endswith("%") for key, words in row.items() if key != "rate"):
        return False
    planned = Decimal(row.get("adjusted") or row["initial"])
    spent, share = Decimal(row["executed"]), Decimal(rate[:-1])
    if not planned or abs(spent * 100 / planned - share) > Decimal("0.5"):
        return False
    points, score = Decimal(row.get("points", "0")), Decimal(row.get("score", "100"))
    return points <= score <= 20 or "score" not in row


_AMOUNT = re.compile(r"(?:0|[1-9]\d*)(?:\.\d{1,6})?%?")

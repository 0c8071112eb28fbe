"""The patterns of anchors, over the signs of tokens: what pays, what takes, what holds for the whole.

A sign is the kind of a token (`lexicon.KINDS`, `tokens.SIGNS`): `Lt*P` is 扣 and 10分, with 该 or 的 between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from goaldsl.scoring.reading.said import Amount, Measure
from goaldsl.scoring.reading.tokens import Token

_END = r"(?=$|[,;:)(e])"
_SHARE = r"%t*[SFg]+|t*[SF]t*[%K][SFg]?|Kt*[SFg]*|%" + _END
_AMOUNT = rf"(?:Ft*P|{_SHARE}|P|t*[SF]?t*h[SF]?|[FS]{_END}|F|n{_END})"
_SIZE = "[%Qn]"
_PICK = "(?:[SF]t*)?[Pn%]q?~(?:[SF]t*)?[Pn%]q?t*[SF]?q?"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("mark", "m"),
    ("basis", "p[wRoTVt]*i"),
    ("started", f"c{_SIZE}[wt]*,?[tw]*pt*{_SIZE}[tGgLw]*(?=$|[,;:)])"),
    ("pro rata", f"c{_SIZE}[wt]*,?[tw]*pt*R[tGgL]*(?=$|[,;:)])"),
    ("tolerance", f"[oB]t*c?t*{_SIZE}a?t*,?t*B[ctTow]*"),
    ("tolerance", f"Bt*c?t*{_SIZE}a?"),
    ("spent", "(?:g[wt~]*[bSF]?t*)?t*kt*,?[tSFgTPb]*e"),
    ("filled", "g[wt~]*[bSF]t*e"),
    ("floor", "t*k"),
    ("signed", "s"),
    ("open", "O"),
    ("less", "[gS]t*ot*P(?=$|[,;:)])"),
    ("lost", f"(?:Mt*L|g[tM]*c|gM|L(?={_AMOUNT}e)|k(?=Pe))[tgc]*{_AMOUNT}t*e?"),
    ("added", f"(?:Mt*A|A(?={_AMOUNT}e))[tgc]*{_AMOUNT}t*e?"),
    ("gained", f"(?:g?t*M[ctg]*G?)[tg]*{_AMOUNT}t*e?"),
    ("capped", "t*(?:P|F)t*e(?=$|[,;:)])"),
    ("full", "(?:t*I|x)t*P(?=$|[,;:)])"),
    ("whole base", "Gt*b(?=$|[,;:)])"),
    ("base", f"[GA]?t*bt*{_AMOUNT}"),
    ("linear", "H?[,wtpT&R]*l[gwt]*"),
    ("continue", "t*C"),
    ("judge", f"[pt]*j[tgw]*(?:[GL]t*)?(?:{_PICK}|{_AMOUNT})?[gw]*"),
    ("pick", f"[GLW]t*{_PICK}"),
    ("pick", "(?:[SF]t*)?[Pn]q?~P(?=$|[,;:)])(?!,t*[GLWAZ])|%q?~%q?t*[SF]q?|[SF]t*%q?~[SF]?t*%q?"),
    ("picks", "[DpwStT:]*(?:%q?~%q?,)+%q?~%q?[wStgp]*"),
    ("list", "D[Dt]*[GLAW]?[FSt]*(?:(?:[PFZ],)+[PFZ]|(?:n,)+[nP]|(?:%,)+%[SF]*)"),
    ("pay", f"(?:[GLW]|g)t*(?:Pu|{_AMOUNT})(?![aq~])"),
    ("pay", "At*(?:Pu|P|F|n(?=$|[,;:)])|%t*[SF]+|Kt*[SF]+)(?![aq~])"),
    ("bare", r"(?:Pu|P|Ft*P|F)(?=$|[,;:)#])"),
    ("both", f"Xt*{_AMOUNT}"),
    ("nothing", "(?:Gt*)?Z"),
    ("ratio", "[pt]*[VToRtwxc]*R[twTVR]*g[gt]*"),
    ("ratio", "[pt]+[VToRtwxc]*R(?=$|[,;:)])"),
    ("evidence", "[pt]+[VTotw]*g(?=$|[,;:])"),
)  # fmt: skip
"""Tried in this order at each place; the first that matches is what stands there."""

ANCHOR = re.compile("|".join(f"(?P<x{place}>{pattern})" for place, (_, pattern) in enumerate(PATTERNS)))


def name(match: re.Match[str]) -> str:
    """Which anchor it is."""
    assert match.lastgroup is not None
    return PATTERNS[int(match.lastgroup[1:])][0]


def amount(tokens: Sequence[Token]) -> Amount | None:
    """The amount of points that tokens say; None where none of them does."""
    share = any(token.kind in "SFg" for token in tokens)
    said = next((token.value for token in tokens if token.kind == "P"), None)
    for token in tokens:
        match token.kind:
            case "%":
                return Amount(Measure.SHARE, token.value / 100)
            case "K":
                return Amount(Measure.SHARE, token.value)
            case "h":
                return Amount(Measure.SHARE, Fraction(1, 2))
            case "P" | "n" if not share or token.kind == "n" or not _full(tokens):
                return Amount(Measure.POINTS, token.value)
    return Amount(Measure.FULL, said=said) if share else None


def _full(tokens: Sequence[Token]) -> bool:
    return any(token.kind in "FS" for token in tokens)


def picked(tokens: Sequence[Token]) -> tuple[Amount, Amount]:
    """The two ends between which a person picks."""
    numbers = [token for token in tokens if token.kind in "Pn%"]
    share = numbers[-1].kind == "%"
    first, second = (
        Amount(Measure.SHARE, each.value / 100) if share else Amount(Measure.POINTS, each.value)
        for each in numbers
    )
    return (first, second) if first.value >= second.value else (second, first)

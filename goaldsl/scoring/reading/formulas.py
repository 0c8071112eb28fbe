"""Where a sentence calculates: the stretches of tokens that are arithmetic, and what is defined by arithmetic."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.scoring.reading.tokens import Token

_RATES = ("率", "比", "比重", "比例")
_PRODUCT = frozenset("*/")
_LEADS = frozenset("pc;")


class Found(Struct, frozen=True):
    """A formula from token `first` to before `last`; the effect begins at `start`, behind which 得分= may stand."""

    start: int
    first: int
    last: int
    end: int


def is_product(token: Token) -> bool:
    """× and ÷; 占 only says so in words."""
    return token.kind == "x" and token.meaning in _PRODUCT and token.text != "占"


def without_definitions(tokens: list[Token]) -> list[Token]:
    """完成率（实际完成数/计划数） is 完成率; 实际成本/计划成本≤100% is about the share of the two."""
    tokens = _without_equations(_without_brackets(_bounds_behind(tokens)))
    place = 0
    while place < len(tokens):
        if is_product(tokens[place]):
            start, end = _bounds(tokens, place)
            if end < len(tokens) and tokens[end].kind == "c" and tokens[end - 1].kind in "wVTR":
                whole = replace(tokens[start], kind="R", end=tokens[end - 1].end, meaning="attainment")
                tokens = [*tokens[:start], whole, *tokens[end:]]
                place = start
        place += 1
    return tokens


def _bounds_behind(tokens: list[Token]) -> list[Token]:
    """完成率（超过100%的按100%计算）×20: what bounds a rate stands behind the formula."""
    for place, token in enumerate(tokens):
        if token.kind == "(" and place + 1 < len(tokens) and tokens[place + 1].meaning[:1] == ">":
            close = _closing(tokens, place)
            inner = tokens[place + 1 : close]
            if inner and inner[-1].kind == "g" and any(each.kind == "p" for each in inner):
                comma = replace(token, kind=",", text=",")
                return [*tokens[:place], *tokens[close + 1 :], comma, *inner]
    return tokens


def _without_equations(tokens: list[Token]) -> list[Token]:
    """到位率=实际到位资金/计划到位资金×100% only says what the rate is."""
    for place, token in enumerate(tokens):
        if token.kind == "x" and token.meaning == "=" and place and tokens[place - 1].kind in "wR":
            end = place + 1
            while end < len(tokens) and tokens[end].kind not in ",;":
                end += 1
            inner = tokens[place + 1 : end]
            if any(is_product(each) for each in inner) and not any(each.kind in "SFPng" for each in inner):
                said = replace(tokens[place - 1], end=tokens[end - 1].end, kind="w", text="()")
                return [*tokens[: place - 1], said, *_without_equations(tokens[end:])]
    return tokens


def _without_brackets(tokens: list[Token]) -> list[Token]:
    for place, token in enumerate(tokens):
        if (
            (token.kind == "R" or token.text.endswith(_RATES))
            and place + 1 < len(tokens)
            and tokens[place + 1].kind == "("
        ):
            close = _closing(tokens, place + 1)
            inner = tokens[place + 2 : close]
            if any(is_product(each) for each in inner) and all(each.kind in "wVTtox" for each in inner):
                return [*tokens[: place + 1], *_without_brackets(tokens[close + 1 :])]
    return tokens


def _closing(tokens: list[Token], opening: int) -> int:
    depth = 0
    for place in range(opening, len(tokens)):
        depth += (tokens[place].kind == "(") - (tokens[place].kind == ")")
        if depth == 0:
            return place
    return len(tokens) - 1


def _bounds(tokens: list[Token], place: int) -> tuple[int, int]:
    """The stretch around an operator: to the commas, or to a word that leads to it."""
    start, depth = place, 0
    while start > 0:
        before = tokens[start - 1]
        depth += (before.kind == ")") - (before.kind == "(")
        if depth < 0 or (
            depth == 0 and (before.kind in ",:;pcHG" or before.meaning == "=" or before.kind == "a")
        ):
            break
        start -= 1
    end, depth = place, 0
    while end < len(tokens):
        token = tokens[end]
        depth += (token.kind == "(") - (token.kind == ")")
        if depth < 0 or (
            depth == 0 and (token.kind in ",;:c" or (token.kind == "x" and token.meaning == "="))
        ):
            break
        end += 1
    return start, end


def formulas(tokens: list[Token]) -> list[Found]:
    """Every formula, first to last."""
    found: list[Found] = []
    place = 0
    while place < len(tokens):
        if not is_product(tokens[place]):
            place += 1
            continue
        first, end = _bounds(tokens, place)
        last = end
        while last > first + 1 and tokens[last - 1].kind in "gtw" and not _is_operand(tokens, last - 1):
            last -= 1
        if end + 1 < len(tokens) and tokens[end].meaning == "=" and tokens[end + 1].kind == "g":
            end += 2  # 完成率×分值=得分
        while last > first and tokens[first].kind in "tg":
            first += 1
        found.append(Found(_lead(tokens, first), first, last, end))
        place = end + 1
    return found


def _is_operand(tokens: list[Token], place: int) -> bool:
    return tokens[place - 1].kind in "x(~" or (
        tokens[place].kind == "w" and tokens[place - 1].kind not in "PnS)F"
    )


def _lead(tokens: list[Token], first: int) -> int:
    """Where 得分=, 按, 计算公式为 in front of a formula begins."""
    start = first
    while start > 0 and (
        tokens[start - 1].kind in "pgtG" or tokens[start - 1].meaning == "=" or tokens[start - 1].kind == ":"
    ):
        start -= 1
    if (
        start > 0
        and tokens[start - 1].kind in "wFTS"
        and start < first
        and any(t.meaning == "=" for t in tokens[start:first])
    ):
        start -= 1  # 指标得分=
    return start

"""The step by which an effect is done, taken off the condition in front of it: 每低1%, or 少一次 without 每."""

from __future__ import annotations

from msgspec.structs import replace

from goaldsl.scoring.reading.said import Does, Each, Effect
from goaldsl.scoring.reading.tokens import Token, signs

_STEP = frozenset("otcwTVRpSFDb&,:Q%nPhqALu$()")
_CASES = frozenset(("次", "件", "起", "份", "项", "例", "人次", "件次"))
_DAYS = frozenset(("天", "日", "工作日", "小时"))
_PLACES = ("名", "位")
_RANKING = ("排名", "名次", "排位", "位次", "位列")
_UP_AND_DOWN = frozenset(("下降", "降低", "降", "下滑", "下跌", "上升", "升", "提升", "提高", "升高"))
_TURNED = {"short": "over", "over": "short"}
_WAYS = {">=": "over", ">": "over", "<=": "short", "<": "short"}


def stepwise(condition: list[Token], effect: Effect) -> tuple[list[Token], Effect]:
    """The condition without its step: 每低1%, or 少一次 without 每."""
    if effect.does not in (Does.GAIN, Does.LOSE, Does.OWE, Does.ADD, Does.PICK, Does.JUDGE, Does.RATIO):
        return condition, effect
    marks = [place for place, token in enumerate(condition) if token.kind == "E"]
    if marks:
        place = marks[-1]
        if len(condition) > place + 3 and signs(condition[place + 1 : place + 4]) == "c%%":
            far = condition[place + 1 : place + 3]  # 每低于95%一个百分点: 低于95%的，每一个百分点
            return [*condition[:place], *far], replace(effect, each=_each([far[0], condition[place + 3]]))
        behind = _which(_ranked(condition)[place + 1 :])
        if sum(token.kind in "Q%nP" for token in behind) <= 1 and all(
            token.kind in _STEP for token in behind
        ):
            return condition[:place], replace(effect, each=_each(behind))
        return condition, effect
    if effect.does in (Does.LOSE, Does.GAIN, Does.ADD) and (once := _once(condition)) is not None:
        start = _way_before(condition, once)
        each = _each(condition[start:])
        return condition[:start], replace(effect, each=replace(each, raw=tuple(condition[start:])))
    return condition, effect


def _which(behind: list[Token]) -> list[Token]:
    """每有一个班额超过55人的: the second number only says which ones."""
    numbers = [place for place, token in enumerate(behind) if token.kind in "Q%nP"]
    if len(numbers) != 2 or "c" in signs(behind[: numbers[0]]):
        return behind
    first, second = numbers
    compared = behind[second - 1].kind == "c" or signs(behind[second + 1 : second + 2]) == "a"
    if not compared or behind[first].unit == behind[second].unit or "w" not in signs(behind[first:second]):
        return behind
    return [
        replace(token, kind="w") if place > first and token.kind in "Q%nPca" else token
        for place, token in enumerate(behind)
    ]


def _ranked(condition: list[Token]) -> list[Token]:
    """排名每下降一位: a place further down is a greater number."""
    if not any(word in token.text for token in condition for word in _RANKING):
        return condition
    condition = [
        replace(token, unit="名") if token.unit == "个" and after.text in ("名次", "位次") else token
        for token, after in zip(condition, [*condition[1:], condition[-1]], strict=True)
    ]
    if not any(token.kind == "Q" and token.unit in _PLACES for token in condition):
        return condition
    return [
        replace(token, meaning=_TURNED[token.meaning])
        if token.kind == "o" and token.text in _UP_AND_DOWN
        else token
        for token in condition
    ]


def _once(condition: list[Token]) -> int | None:
    """Where 一次, 1起 stands by itself before a loss: it is counted."""
    for place in range(len(condition) - 1, -1, -1):
        token = condition[place]
        if token.kind in "Q%nPa~cdHDK":
            points = token.kind == "%" and token.unit == "个百分点"
            counts = (token.kind == "Q" or points) and token.value == 1
            before = condition[place - 1] if place else None
            free = before is None or before.kind in "otw,TVR"
            if (
                before is not None
                and before.meaning in ("late", "early")
                and token.unit not in _DAYS | _CASES
            ):
                return None
            return place if counts and free else None
        if token.kind in "E;":
            return None
    return None


def _way_before(condition: list[Token], place: int) -> int:
    """Where 少, 发生 before the number begins; a verb may stand between: 少建一个."""
    for start in range(place - 1, max(place - 3, -1), -1):
        if condition[start].kind == "o":
            return start - (start > 0 and condition[start - 1].kind == "o")  # 少召开一次
        if condition[start].kind != "w" or len(condition[start].text) > 1:
            break
    return place


def _each(tokens: list[Token]) -> Each:
    """每 and what follows it, up to the points."""
    place = next((place for place, token in enumerate(tokens) if token.kind in "Q%nP"), None)
    measure = None if place is None else tokens[place]
    before = tokens if place is None else tokens[:place]
    ways = tuple(way for token in tokens if (way := _way(token)))
    of_target = len(before) > 1 and before[-2].kind == "T" and before[-1].text == "的"
    behind = () if place is None else tuple(tokens[place + 1 :])
    named = (*(token for token in before if token.kind in "wTVR"), *(t for t in behind if t.kind in "wTVRo,"))
    return Each(ways, measure, of_target, named)


def _way(token: Token) -> str:
    """Which way a step leads: 低 and 减 short, 超 and 增加 over."""
    match token.kind:
        case "c":
            return _WAYS.get(token.meaning, "")
        case "o":
            return token.meaning
        case "A":
            return "over"
        case "L":
            return "short"
    return ""

"""What is wrong with an interchange file, in words, and where in its text."""

from __future__ import annotations

import json
import re

import msgspec

from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import codes
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source

_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_BYTE = re.compile(r"\(byte (\d+)\)")
_KINDS = {
    "str": "文字", "int": "整数", "float": "小数", "bool": "真假值", "null": "空值", "object": "对象", "array": "数组",
}  # fmt: skip
_DECIMAL = "(0|[1-9]"
_OF_PART = {"one of `share` and `less`": "应只写 share、less 中的一个"}
_DECODER = json.JSONDecoder(
    parse_int=str
)  # only places are asked for, and Python reads no number of 5000 digits


class WrongValueError(ValueError):
    """A value that no declaration has; `place` is its path in the file."""

    def __init__(self, place: str, message: Message) -> None:
        super().__init__(message.en)
        self.place = place
        self.message = message


def not_interchange(source: Source, error: Exception) -> Finding:
    """The one finding on a file that is no interchange file."""
    words = str(error).partition("\n")[0] or type(error).__name__
    match = _PLACE.search(words)
    place = error.place if isinstance(error, WrongValueError) else match[1] if match else ""
    if match:
        words = words[: match.start()]
    at = f"“{place.removeprefix('declaration.')}”" if place else ""
    return Finding(
        codes.NOT_INTERCHANGE,
        _span(source, error, place),
        Message(
            f"不是 goaldsl 的交换文件：{at}{_chinese(error, words)}",
            f"not an interchange file of goaldsl: {f'{place}: ' if place else ''}{words}",
        ),
        remedy=Message(
            "用 goaldsl build 重新生成，或按 grammar/schema/declaration-1.json 校验。",
            "Write it again with goaldsl build, or validate it against grammar/schema/declaration-1.json.",
        ),
    )


def _chinese(error: Exception, words: str) -> str:
    if isinstance(error, WrongValueError):
        return error.message.zh
    if isinstance(error, RecursionError):
        return "括号套得太深"
    if isinstance(error, msgspec.DecodeError) and not isinstance(error, msgspec.ValidationError):
        return (
            "不是完整的 JSON 文本"
            if "truncated" in words
            else f"JSON 写法不对（NaN、单引号都不是 JSON；{words}）"
        )
    if match := re.fullmatch(r"Object missing required field `(.+)`", words):
        return f"缺少“{match[1]}”"
    if match := re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", words):
        return f"应为{_KINDS.get(match[1], match[1])}，实际是{_KINDS.get(match[2], match[2])}"
    if match := re.fullmatch(r"Invalid (?:enum )?value '(.*)'", words):
        return f"不能写“{match[1]}”"
    if match := re.search(r"of length (>=|<=) (\d+)", words):
        return f"{'太短，至少' if match[1] == '>=' else '太长，至多'} {match[2]} 个"
    if match := re.search(r"Expected `\w+` (>=|<=) (-?\d+)", words):
        return f"应{'不小于' if match[1] == '>=' else '不大于'} {match[2]}"
    if "matching regex" in words:
        return (
            '不合格式（数写成文字，如 "2.5"，不用科学记数，不超过 30 位整数、12 位小数）'
            if _DECIMAL in words
            else "不合格式"
        )
    if words in ("Number out of range", "Integer value out of range"):
        return "数太大"
    if "RFC3339" in words:
        return "不是日历上的日期，写成 2026-12-31"
    if words in _OF_PART:
        return _OF_PART[words]
    return f"读不懂（{words}）"


def place_of(source: Source, path: str) -> Span:
    """Where the value at a path stands in the text, NOWHERE if it cannot be found."""
    try:
        return _find(source.text, path)
    except (ValueError, IndexError, RecursionError):
        return NOWHERE


def _span(source: Source, error: Exception, place: str) -> Span:
    match = _BYTE.search(str(error))
    if match and not isinstance(error, msgspec.ValidationError):
        start = len(source.text.encode()[: int(match[1])].decode("utf-8", "ignore"))
        return Span(min(start, len(source.text)), min(start + 1, len(source.text)))
    return place_of(source, place) if place else NOWHERE


def _find(text: str, place: str) -> Span:
    """Where the value at a path like `indicators[0].score` stands; the nearest one around it if it is not there."""
    at = _skip(text, 0)
    for index, key in _STEP.findall(place):
        found = _element(text, at, int(index)) if index else _member(text, at, key)
        if found is None:
            break
        at = found
    _, end = _DECODER.raw_decode(text, at)
    return Span(at, end)


def _element(text: str, at: int, index: int) -> int | None:
    at = _skip(text, at + 1)
    for _ in range(index):
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] != ",":
            return None
        at = _skip(text, at + 1)
    return at


def _member(text: str, at: int, key: str) -> int | None:
    if text[at] != "{":
        return None
    at = _skip(text, at + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if name == key:
            return at
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return None


def _skip(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at

"""What a cell with a promise says: sign, value and unit, together or apart, and what of it is certain."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from goaldsl.catalog import Catalog

_SIGNS = {
    ">=": ">=", "=>": ">=", "≥": ">=", "≧": ">=", "⩾": ">=", "》=": ">=", "≦": "<=", "⩽": "<=", "<=": "<=", "=<": "<=", "≤": "<=", "《=": "<=",
    ">": ">", "<": "<", "=": "=", "==": "=", "═": "=", "﹥": ">", "﹤": "<", "》": ">", "《": "<", "≥=": ">=", "≤=": "<=",
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "大于等于": ">=", "大于或等于": ">=", "至少": ">=", "不得低于": ">=", "不得少于": ">=", "高于等于": ">=",
    "不超过": "<=", "不高于": "<=", "不大于": "<=", "不多于": "<=", "小于等于": "<=", "小于或等于": "<=", "至多": "<=", "不得超过": "<=", "不得高于": "<=", "控制在": "<=",
    "大于": ">", "高于": ">", "超过": ">", "多于": ">", "小于": "<", "低于": "<", "少于": "<", "等于": "=",
}  # fmt: skip
_SIGN = re.compile("|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)))
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_AFTER = {
    "以上": ">=",
    "及以上": ">=",
    "或以上": ">=",
    "(含)以上": ">=",
    "以内": "<=",
    "以下": "<=",
    "及以下": "<=",
    "之内": "<=",
}
_QUALITY = ("定性", "定性指标")
_BLANK_TEMPLATE = re.compile(
    r"[(（]\s*(?P<sign>[≥≤><=＞＜＝≧≦]+)?\s*[*＊×_xX]{1,}\s*(?P<unit>[^()（）*＊\d]{0,6})\s*[)）]\s*$"
)
_UNIT_IN_NAME = re.compile(
    r"(?P<name>.+?)\s*[(（](?:单位[:：])?(?P<unit>[^()（）\d]{1,8})[)）]\s*$", re.DOTALL
)
_PREFIX = re.compile(r"^\s*(?:指标\s*\d+\s*[:：、.．]?|\d{1,2}\s*[、．.](?=\D))\s*(?=\S)")


class Promise(Struct, frozen=True):
    """A target as printed: `operator` is "", a sign, or 定性; `value` and `unit` to the letter."""

    operator: str = ""
    value: str = ""
    unit: str = ""
    inferred: str = ""  # how one arrived at it, where it does not stand there as it is


def sign_of(text: str) -> str | None:
    """The operator of a cell that holds nothing else; 定性 is one; None for anything else."""
    words = "".join(text.split())
    if words in _QUALITY:
        return "定性"
    match = _SIGN.fullmatch(unicodedata.normalize("NFKC", words)) or _SIGN.fullmatch(words)
    return _SIGNS[match[0]] if match else None


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(_half(text)) is not None


def number_of(text: str) -> str | None:
    """The digits of a number with 分 or % behind it, None for anything else."""
    match = re.fullmatch(rf"({_NUMBER.pattern})\s*(?:分|%)?", _half(text))
    return match[1].replace(",", "") if match else None


def split(text: str, catalog: Catalog) -> Promise:
    """Sign, value and unit of a cell that holds them together; words that are none of these are the value."""
    words = text.strip()
    half = _half(words)
    sign = _SIGN.match(half)
    operator, rest = ("", half)
    if sign and (
        sign[0] not in _SIGNS or _NUMBER.match(half[sign.end() :].lstrip()) or not sign[0][0].isalpha()
    ):
        operator, rest = _SIGNS[sign[0]], half[sign.end() :].strip()
    number = _NUMBER.match(rest)
    if number is None:
        return Promise(operator, rest if operator else words)
    unit = rest[number.end() :].strip()
    for ending in sorted(_AFTER, key=len, reverse=True):
        if unit.endswith(ending) and not operator:
            bare = unit.removesuffix(ending).strip()
            if not bare or _is_unit(bare, catalog):
                return Promise(
                    _AFTER[ending], number[0], bare, f"“{words}”读作 {_AFTER[ending]} {number[0]} {bare}"
                )
    if not unit or _is_unit(unit, catalog):
        return Promise(operator, number[0], unit)
    return Promise(operator, rest if operator else words)


def together(kind: str, value: str, unit: str, catalog: Catalog) -> Promise:
    """A target of three cells; a value cell may still hold a sign or a unit."""
    operator = sign_of(kind) or ""
    if operator == "定性":
        return Promise(operator, value.strip(), unit.strip())
    promise = split(value, catalog)
    if unit.strip() and promise.unit and _half(promise.unit) != _half(unit):
        promise = Promise(promise.operator, value.strip())  # 28.8万元 beside the unit %: as it stands
    if operator and promise.operator and promise.operator != operator:
        return Promise(operator, value.strip(), unit.strip())
    return Promise(
        operator or promise.operator, promise.value, unit.strip() or promise.unit, promise.inferred
    )


def from_name(name: str, promise: Promise, catalog: Catalog) -> tuple[str, Promise]:
    """A name that carries the unit or sign of its value: 苗木成活率(≥**%) | 85, 营造林面积（亩） | 80000."""
    template = _BLANK_TEMPLATE.search(name)
    if template:
        sign = sign_of(template["sign"] or "") or ""
        unit = template["unit"].strip()
        bare = name[: template.start()].strip()
        if promise.operator or promise.unit or not is_number(promise.value):
            return name, promise
        return bare, Promise(sign, promise.value, unit, f"“{template[0]}”里的符号和单位移到指标值")
    match = _UNIT_IN_NAME.fullmatch(name)
    if match and not promise.unit and is_number(promise.value) and _is_unit(match["unit"].strip(), catalog):
        unit = match["unit"].strip()
        return match["name"], Promise(
            promise.operator, promise.value, unit, f"名称里的“（{unit}）”移到计量单位"
        )
    return name, promise


def without_prefix(name: str) -> str:
    """A name without the counter of a template: 指标1工程完工率 is 工程完工率."""
    bare = _PREFIX.sub("", name, count=1)
    return bare or name


def _is_unit(word: str, catalog: Catalog) -> bool:
    if not word or len(word) > 10:
        return False
    return word in ("万", "亿") or catalog.unit(word).known


_TYPED_SIGNS = str.maketrans("》《═≧≦", "><=≥≤")


def _half(text: str) -> str:
    """Digits, letters and signs in half width; blanks single."""
    words = text.translate(_TYPED_SIGNS) if _signed(text) else text
    return " ".join(unicodedata.normalize("NFKC", words).split())


def _signed(text: str) -> bool:
    return re.match(r"\s*[》《═≧≦]", text) is not None

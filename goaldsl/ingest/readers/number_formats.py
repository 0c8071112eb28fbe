"""What a spreadsheet cell shows: 0.98 under `0%` is 98%, 38508 under `#,##0"人"` is 38,508人."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?:_.)|(?:\*.)|\[(?P<bracket>[^\]]*)\]|(?P<plain>.)', re.DOTALL
)
_DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|e", re.IGNORECASE)
_PLACES = re.compile(r"\.([0#?]+)")
_CURRENCY = re.compile(r"\$([^-]*)")
_MOST_PLACES = 30


def shown(value: Any, number_format: str) -> str:
    """The text of a cell: a number or date under its format, anything else as it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _date(value, number_format)
    if isinstance(value, datetime.timedelta):
        return str(value)
    if not isinstance(value, str):
        try:
            return _number(Decimal(str(value)), number_format)
        except InvalidOperation:
            return str(value)
    return value


def plain_number(value: Decimal) -> str:
    """A number without needless zeros, never with an exponent; what binary arithmetic left behind is rounded."""
    rounded = value if value == value.to_integral_value() else round(value, 15 - max(value.adjusted(), 0) - 1)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(value: Decimal, number_format: str) -> str:
    section, value = _section(number_format, value)
    if section.strip().lower() in ("general", "@", "") or re.fullmatch(r"(?i)general", section):
        return plain_number(value)
    pattern, prefix, suffix = "", "", ""
    for token in _TOKENS.finditer(section):
        literal = token["quoted"] if token["quoted"] is not None else token["escaped"]
        if token["bracket"] is not None:
            currency = _CURRENCY.match(token["bracket"])
            literal = currency[1] if currency else ""
        plain = token["plain"]
        if plain is not None and plain in "0#?.,%E+/":
            pattern += plain
            if plain == "%":
                suffix += "%"
        elif literal or plain:
            words = literal or plain or ""
            prefix, suffix = (prefix, suffix + words) if pattern else (prefix + words, suffix)
    if not re.search("[0#?]", pattern) or "E" in pattern or "/" in pattern:
        return prefix + plain_number(value) + suffix if re.search("[0#?E]", pattern) else prefix + suffix
    return prefix + _digits(value, pattern) + suffix


def _digits(value: Decimal, pattern: str) -> str:
    value *= Decimal(100) ** pattern.count("%")
    pattern = pattern.replace("%", "")
    scaled = len(pattern) - len(pattern.rstrip(","))  # 0, is thousands
    value /= Decimal(1000) ** scaled
    pattern = pattern.rstrip(",")
    places = _PLACES.search(pattern)
    most = min(len(places[1]), _MOST_PLACES) if places else 0
    least = places[1].count("0") if places else 0
    rounded = (
        value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP) if abs(value) < Decimal(10) ** 20 else value
    )
    whole, _, fraction = f"{abs(rounded):f}".partition(".")
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    whole = whole.zfill(pattern.partition(".")[0].replace(",", "").count("0"))
    if "," in pattern:
        whole = f"{int(whole):,}"
    return ("-" if rounded < 0 else "") + whole + ("." + fraction if fraction else "")


def _section(number_format: str, value: Decimal) -> tuple[str, Decimal]:
    """The part of a format that holds for the sign of the value, and the value as that part shows it."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _date(value: Any, number_format: str) -> str:
    section = re.sub(r"\[[^\]]*\]", "", number_format.split(";")[0])
    if section.lower() in ("general", "@", "") or section.lower().startswith(("mm-dd-yy", "m/d/yy")):
        section = "yyyy/m/d" if not isinstance(value, datetime.time) else "h:mm"
    if (
        isinstance(value, datetime.datetime)
        and not re.search("[hs]", section, re.IGNORECASE)
        and not re.search("[ymde]", section, re.IGNORECASE)
    ):
        return value.date().isoformat()
    literal: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literal.append(match[1] if match[1] is not None else match[2])
        return f"\x00{len(literal) - 1}\x00"

    kept = re.sub(r'"([^"]*)"|\\(.)', keep, section)
    filled = _DATE.sub(lambda match: _part(value, match[0].lower(), kept, match.start()), kept)
    return re.sub("\x00(\\d+)\x00", lambda match: literal[int(match[1])], filled).replace("AM/PM", "").strip()


def _part(value: Any, code: str, pattern: str, at: int) -> str:
    minute = code in ("m", "mm") and re.search(r"h[^a-z]*$", pattern[:at], re.IGNORECASE) is not None
    names = {
        "y": "year",
        "e": "year",
        "m": "minute" if minute else "month",
        "d": "day",
        "h": "hour",
        "s": "second",
    }
    number = getattr(value, names[code[0]], None)
    if number is None:
        return ""
    if code == "yy":
        return f"{number % 100:02d}"
    return f"{number:02d}" if len(code) == 2 else str(number)

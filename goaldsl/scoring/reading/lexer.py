"""From a sentence's shadow to its tokens: numbers with their units, the words of the lexicon, and names for all else."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from goaldsl.scoring.reading.lexicon import Lexicon, Word
from goaldsl.scoring.reading.shadow import counted
from goaldsl.scoring.reading.tokens import Token
from goaldsl.scoring.subject import Units

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BELOW = re.compile(r"-\d+(?:\.\d+)?")
_CHINESE = re.compile("半|[一二两三四五六七八九十百][零一二三四五六七八九十百]*")
_UP_TO = re.compile("[至到~-][一二两三四五六七八九十]")
_OF_PARTS = re.compile("([一二两三四五六七八九十]+)分之([一二两三四五六七八九十]+)")
_QUOTIENT = re.compile(
    r"(\d+)/(\d+)(?=$|[,;。、)]|分|的?(?:该|本|此)?(?:项|指标)?(?:的)?(?:分值|权重|标准分|总分))"
)
_ITEM = re.compile(
    r"\(\d{1,2}\)|\d{1,2}[、)](?!\d)|\d{1,2}\.(?!\d)|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、"
    r"|[①-⑳]、?|[A-Da-d][.、)](?!\d)|第[一二三四五六七八九十]项[,:]?"
)
_DATE = re.compile(
    r"(?:\d{4}年度?|当年|本年|次年)?(?:\d{1,2}月份?(?:\d{1,2}[日号]|底|末)?|年底|年末)(?:\(含(?:当日)?\))?(?:之前|以前|前|之内|以内|内|止)?"
    r"|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}[日号]?(?:之前|以前|前|止)?"
)
_YEAR = re.compile(
    r"\d{4}年度?(?!\d)|\d{2,}(?=热线)|\d+(?:[・·•]\d+)+(?!\.?\d*分)|第\d+[次届个条款]|[近前][一二两三五十\d]+年|[一二两三四五]年(?![以之内])"
)
_FIRST = re.compile(r"前(?=(?:[一二三四五六七八九十]+|\d+)名)")
_RANK = re.compile(r"第([一二三四五六七八九十]+|\d+)名")
_INCLUDED = re.compile(r"\((不?)(?:包)?[含括](?:[^()]{0,8})\)")
_INTERVAL = re.compile(r"[\[(](-?\d+(?:\.\d+)?)([%‰]?),(-?\d+(?:\.\d+)?)([%‰]?)[^\d,()\[\]]{0,3}[\])]")
_QUOTED = re.compile(r'["“‘「《][^"”’」》]*["”’」》]')
_SO_MANY = re.compile(r"\d+(?:\.\d+)?分")
_EQUALS = re.compile("[率分值数比]二[(实完计]")
_TIMES = re.compile("[xX](?=\\d|总分|分值|权重|标准分|该项|指标分|本项)")
_POINTS = re.compile("分(?![之钟贝公期类级包批段局支行会院册枝区店析配解布数值项])")
_SHARE = re.compile("%|‰|个?百分点|个点(?![位])")
_PER_DAY = re.compile("每(?=(?:天|日|周|个?月|个?工作日)[扣减])")
_NUMERALS = "一二两三四五六七八九十百半"
_FEW = 6
_MARKS = {",": ",", "、": ",", ";": ";", "。": ";", "!": ";", ":": ":", "(": "(", ")": ")", ".": ";"}
_AFTER_NUMBER = frozenset("Q%PnKqdTh")
_NUMBERS = frozenset("Q%Pn")
_AHEAD_OF_SIGN = frozenset("ct,([~")
_AFTER_ITEM = frozenset(",;:()w")


def tokenise(text: str, words: Lexicon, unit: Units) -> tuple[Token, ...]:
    """The tokens of a shadow, without gaps."""
    found: list[Token] = []
    place = 0
    while place < len(text):
        token = _special(text, place, words, found, unit) or _word(text, place, words, found)
        if token is None:
            token = Token("w", place, place + 1, text[place])
        place = token.end
        if token.kind == "w" and found and found[-1].kind == "w":
            found[-1] = replace(found[-1], end=token.end, text=found[-1].text + token.text)
        else:
            found.append(token)
    return tuple(_in_context(found))


def _special(text: str, place: int, words: Lexicon, found: list[Token], unit: Units) -> Token | None:
    """Everything that is told by its signs and not by a word."""
    sign = text[place]
    if (not found or found[-1].kind in _AFTER_ITEM) and (item := _ITEM.match(text, place)):
        return Token("#", place, item.end(), item.group())
    if sign == "(" and (edge := _INCLUDED.match(text, place)):
        return Token("q", place, edge.end(), edge.group(), "out" if edge[1] else "in")
    if sign in "[(" and (interval := _INTERVAL.match(text, place)):
        return Token("v", place, interval.end(), interval.group())
    if sign in '"“‘「《' and (quoted := _QUOTED.match(text, place)):
        return Token("w", place, quoted.end(), quoted.group())
    if sign in "xX" and (times := _TIMES.match(text, place)):
        return Token("x", place, times.end(), sign, "*")
    if (
        sign == "-"
        and (not found or found[-1].kind in _AHEAD_OF_SIGN)
        and (below := _BELOW.match(text, place))
    ):
        below_zero = Token("n", place, below.end(), below.group(), value=Fraction(below.group()))
        return _measured(text, below_zero, words, unit)
    if sign == "零" and found and found[-1].text in ("为", "是", "="):
        return Token("n", place, place + 1, sign)  # 事故为零
    share = next((token.kind in "%K" for token in reversed(found[-2:]) if token.text != "的"), False)
    if sign == "分" and share and _POINTS.match(text, place):
        return Token("S", place, place + 1, sign, "points")  # 得100%分, 得60%的分
    if sign == "二" and found and _EQUALS.match(text, place - 1):
        return Token(
            "x", place, place + 1, sign, "="
        )  # 完成率二实际完成数/计划完成数, as it was read off paper
    if sign == "/" and found and found[-1].kind == "P" and (each := _unit(text, place + 1, words, unit))[1]:
        size, word = each  # 扣1分/次
        return Token(
            "u", place, place + 1 + size, text[place : place + 1 + size], value=Fraction(1), unit=word
        )
    size, word = _unit(text, place, words, unit) if found and found[-1].kind == "E" else (0, "")
    way = words.at(text, place) if word else None
    if word and (way is None or way.kind != "o" or len(way.text) < size):  # 每升1次 is no litre
        return Token("Q", place, place + size, word, value=Fraction(1), unit=word)
    if sign.isdigit() or sign in "当本次年第近前" or (sign in _NUMERALS and not _named(text, place, words)):
        return _numeric(text, place, words, unit)
    if sign == "每" and _PER_DAY.match(text, place) and any(token.meaning == "late" for token in found[-3:]):
        return Token("E", place, place + 1, sign, "each")  # 逾期每日扣1分
    if sign == "[" or sign == "]":
        return Token(sign, place, place + 1, sign)
    mark = _MARKS.get(sign)
    return None if mark is None else Token(mark, place, place + 1, sign)


def _named(text: str, place: int, words: Lexicon) -> bool:
    """Whether a numeral only begins a word: 百分比, 一次性."""
    word = words.at(text, place)
    numeral = _CHINESE.match(text, place)
    return word is not None and numeral is not None and place + len(word.text) > numeral.end()


def _numeric(text: str, place: int, words: Lexicon, unit: Units) -> Token | None:
    if _FIRST.match(text, place):
        return Token("c", place, place + 1, text[place], "<=")
    if rank := _RANK.match(text, place):
        return Token("Q", place, rank.end(), rank.group(), value=Fraction(counted(rank[1])), unit="名")
    if date := _DATE.match(text, place):
        return Token("d", place, date.end(), date.group())
    if year := _YEAR.match(text, place):
        return Token("w", place, year.end(), year.group())
    if parts := _OF_PARTS.match(text, place):
        return Token(
            "K",
            place,
            parts.end(),
            parts.group(),
            value=Fraction(int(counted(parts[2])), int(counted(parts[1]))),
        )
    if (quotient := _QUOTIENT.match(text, place)) and int(quotient[2]):
        return _with_points(
            text,
            Token(
                "K",
                place,
                quotient.end(),
                quotient.group(),
                value=Fraction(int(quotient[1]), int(quotient[2])),
            ),
        )
    if number := _NUMBER.match(text, place):
        return _measured(
            text, Token("n", place, number.end(), number.group(), value=Fraction(number.group())), words, unit
        )
    chinese = _CHINESE.match(text, place)
    if chinese is None:
        return None
    token = Token("n", place, chinese.end(), chinese.group(), value=Fraction(counted(chinese.group())))
    token = _measured(text, token, words, unit)
    ranges = _UP_TO.match(text, token.end)  # 一至三个月
    return None if token.kind == "n" and not ranges else token


def _with_points(text: str, token: Token) -> Token:
    """1/3分 is a third of a point."""
    if _POINTS.match(text, token.end):
        return replace(token, kind="P", end=token.end + 1)
    return token


def _measured(text: str, number: Token, words: Lexicon, unit: Units) -> Token:
    """The number with its unit."""
    end = number.end
    if share := _SHARE.match(text, end):
        word = "个百分点" if "点" in share.group() else share.group()
        return replace(number, kind="%", end=share.end(), unit=word)
    if _POINTS.match(text, end):
        return replace(number, kind="P", end=end + 1 + text.startswith("值", end + 1), unit="分")
    size, word = _unit(text, end, words, unit)
    return replace(number, kind="Q", end=end + size, unit=word) if word else number


def _unit(text: str, place: int, words: Lexicon, unit: Units) -> tuple[int, str]:
    """The longest unit that stands at `place`, and how long it is; 案次 and the like count times."""
    for size in range(min(_FEW, len(text) - place), 0, -1):
        word = text[place : place + size]
        if unit(word).known and unit(word).dimension != "rate":
            times = text.startswith("次", place + size) and unit(word).dimension == "count"
            return size + times, word + "次" * times
    if text[place : place + 1] in words.counters:
        return 1, text[place]
    return (1, f"{text[place]}元") if text[place : place + 1] in ("万", "亿") else (0, "")


def _word(text: str, place: int, words: Lexicon, found: list[Token]) -> Token | None:
    word = words.at(text, place)
    if word is None or (word.kind == "Z" and text[place + len(word.text) :][:1].isdigit()):
        return None  # 不齐全扣1分
    if word.kind == "w" and word.text[-1] in "扣减加" and _SO_MANY.match(text, place + len(word.text)):
        return None  # 未检查扣3分: no 查扣
    if word.kind == "g" and word.text[-1] == "分" and text[place + len(word.text) :][:1] in ("值", "数"):
        word = words.words.get(word.text[:-1], word)  # 扣分值的10%
    return Token(_kind(word, found), place, place + len(word.text), word.text, word.meaning)


def _kind(word: Word, found: list[Token]) -> str:
    """Bounds stand behind a number only, 到 between two."""
    behind = found[-1].kind if found else ""
    if word.kind == "a" and word.meaning == "<" and behind == ",":
        return "H"  # 95%以上得5分，以下不得分
    if word.kind == "a" and behind not in _AFTER_NUMBER:
        return "w"
    if word.kind == "~" and behind not in "Q%PnqK":
        return "w" if word.meaning == "~" else "~"
    return word.kind


def _in_context(tokens: list[Token]) -> list[Token]:
    """满 and 达 compare only right before a number; 到 ranges only to one."""
    for place, token in enumerate(tokens):
        after = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        before = tokens[place - 1].kind if place else ""
        alone = (
            token.kind == "c" and token.text in ("满", "达", "实现", "突破") and after not in _NUMBERS | {"T"}
        )
        if token.kind == "x" and token.meaning == "=" and after in _NUMBERS and before != "g":
            tokens[place] = replace(token, kind="c")
        elif alone or (token.kind == "~" and token.meaning == "~" and after not in _NUMBERS | {"S", "F"}):
            tokens[place] = replace(token, kind="w")
    return tokens

"""What stands in front of an effect: limits of the actual value, and words that say whether the target is met."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.scoring.quantity import Quantity
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.said import StopError
from goaldsl.scoring.reading.tokens import Token, signs

_N = "[Q%Pnd]"
_LIMITS = re.compile(
    f"(?P<double>{_N}q?c[wtVRToQ]*?c{_N}q?)|(?P<interval>v)|(?P<below>y)|(?P<range>c?t*{_N}q?~{_N}q?a?q?)|(?P<pair>{_N}q?w{_N}q?a)"
    f"|(?P<before>ct*(?:Tt*)?{_N}q?a?q?)|(?P<behind>{_N}q?aq?)|(?P<turned>{_N}c)|(?P<bare>{_N}q?)|(?P<named>cT?a?|Ta)"
)
_PER = re.compile("E[wtQ]*$")
_NEGATIONS = ("未", "无", "没", "不", "非", "缺", "否", "逾期", "延期", "超期", "拒")
_OPPOSITE = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "="}
_BARE = frozenset("wtoTVRpSDbq&h,:dFiGAEI$")
_OFTEN = ("每年", "每月", "每季", "每周", "每日", "每天", "每半年", "每学期", "每个月", "每旬")
_HARMLESS = frozenset(("占", "计算", "评分", "核算", "换算", "打分"))
DISTANCES = frozenset(("少", "缺", "欠", "差", "低", "缺少", "相差", "短缺", "超", "多", "高"))
_ABOUT = ("及", "以", "之", "左右", "上下", "起", "开外", "前后", "往")
_FORBIDDEN = frozenset(("得", "加", "扣", "减"))


class End(Struct, frozen=True):
    """One end of a stretch. How firmly the words say whether it is `closed`: 3 by 含, 2 by 大于等于, 1 as a range."""

    token: Token
    closed: bool
    hard: int = 0


class Stretch(Struct, frozen=True):
    """A stretch of results: from `low` to `high`, either without end."""

    low: End | None
    high: End | None
    start: int
    end: int
    bare: bool = False  # 94%得9分: neither from nor to
    off: str = ""  # short or over: measured from the target, 少1人

    @property
    def number(self) -> Token:
        """The number it is known by."""
        end = self.low or self.high
        assert end is not None
        return end.token


class Condition(Struct, frozen=True):
    """`tokens` are the words beside the limits; `named` compares with something that no number says."""

    stretches: tuple[Stretch, ...]
    tokens: tuple[Token, ...]
    whole: tuple[Token, ...]
    otherwise: bool = False
    named: str = ""
    context: tuple[int, ...] = ()  # where numbers begin that limit nothing: 抽查20户

    @property
    def empty(self) -> bool:
        return not self.stretches and not self.whole

    @property
    def missed(self) -> bool:
        """Whether the words deny something, or say that it came late or fell short."""
        return self.named in ("<", ">") or any(
            (token.kind == "w" and any(sign in token.text for sign in _NEGATIONS))
            or (token.kind == "o" and token.meaning in ("late", "short", "over") and self._says(token))
            for token in self.tokens
        )

    def ways(self) -> tuple[str, ...]:
        return tuple(token.meaning for token in self.tokens if token.kind == "o" and self._says(token))

    def _says(self, token: Token) -> bool:
        """A single sign, as in 晚稻, says a way only at the end of the words or before a number."""
        if len(token.text) > 1:
            return True
        place = self.whole.index(token)
        return place + 1 == len(self.whole) or self.whole[place + 1].kind in "Q%PnTt,"


def condition(tokens: tuple[Token, ...], *, repeated: bool = False) -> Condition:
    """A condition; stops at what cannot be part of one. `repeated`: how often something is done is a limit here."""
    kinds = signs(tokens)
    used: set[int] = set()
    stretches: list[Stretch] = []
    named, context = "", []
    often = not repeated and any(
        token.kind == "w" and any(word in token.text for word in _OFTEN) for token in tokens
    )
    for match in _LIMITS.finditer(kinds):
        span = tokens[match.start() : match.end()]
        if often and match.lastgroup == "bare" and span[0].kind == "Q":
            used.update(range(match.start(), match.end()))  # 每月召开一次: how often, not a limit
            continue
        if match.lastgroup == "bare" and span[0].kind == "Q" and _sampled(tokens[: match.start()]):
            used.update(range(match.start(), match.end()))  # 抽查20户
            context.append(span[0].start)
            continue
        if match.lastgroup == "bare" and _PER.search(kinds, 0, match.start()):
            used.update(range(match.start(), match.end()))  # 每个单位, 每村1处
            continue
        if match.lastgroup == "named":
            named = named or (span[0].meaning if span[0].kind == "c" else span[-1].meaning)
            used.update(match.start() + at for at, token in enumerate(span) if token.kind == "a")
            continue
        if match.lastgroup == "bare" and _vague(tokens[match.end() : match.end() + 1]):
            raise StopError(span[-1].end)
        used.update(range(match.start(), match.end()))
        before = tokens[match.start() - 1] if match.start() else None
        stretches.append(_off(_stretch(match.lastgroup or "", span), span, before))
    rest = tuple(token for place, token in enumerate(tokens) if place not in used)
    otherwise = any(token.kind == "H" for token in rest)
    for token in rest:
        if token.kind == "g" and any(token.end == stretch.start for stretch in stretches):
            continue  # 考核得分85分以上
        if (
            token.kind not in _BARE
            and not (token.kind in "Hc" or token.text in _HARMLESS)
            or token.text in _FORBIDDEN
        ):
            raise StopError(token.start)
    if otherwise and [token.kind for token in rest if token.kind not in ",:tcoT"] not in (["H"], ["H", "w"]):
        raise StopError(rest[0].start)
    words = tuple(token for token in rest if token.kind != "H")
    return Condition(_joined(stretches), words, tokens, otherwise, named, tuple(context))


def _off(stretch: Stretch, span: tuple[Token, ...], before: Token | None) -> Stretch:
    """少1人, 低5个百分点以内, 低于目标值2个以上: so far from the target."""
    if before is not None and before.kind == "o" and before.text in DISTANCES:
        return replace(stretch, off=before.meaning)
    below = span[0].meaning == "<" and len(span) > 2 and span[1].kind == "T"
    number = next((token for token in span if token.kind in "Q%Pn"), None)
    if not below or number is None or span[1].text == "的":
        return stretch
    bound = next((token.meaning for token in span if token.kind == "a"), "")
    if number.unit == "%" and bound != "<=":
        return stretch  # 低于目标值80%: of it
    limit = End(number, True, 3)
    within = bound == "<="
    return Stretch(
        None if within else limit, limit if within else None, stretch.start, stretch.end, off="short"
    )


def _sampled(before: tuple[Token, ...]) -> bool:
    """Whether so many are only looked at."""
    return bool(before) and before[-1].kind == "w" and "抽" in before[-1].text


def _vague(behind: tuple[Token, ...]) -> bool:
    """Whether words behind a number say which side of it in a way that nobody has told: 7名之外, 10个上下."""
    return bool(behind) and behind[0].kind == "w" and behind[0].text.startswith(_ABOUT)


def _stretch(kind: str, span: tuple[Token, ...]) -> Stretch:
    start, end = span[0].start, span[-1].end
    numbers = [place for place, token in enumerate(span) if token.kind in "Q%Pnd"]
    match kind:
        case "interval":
            return _interval(span[0])
        case "below":
            zero = replace(span[0], kind="n", value=Fraction(0))
            return Stretch(None, End(zero, False, 2), start, end)
        case "double":
            first, last = span[numbers[0]], span[numbers[-1]]
            signs_ = [token.meaning for token in span if token.kind == "c"]
            ends = [_end(first, _OPPOSITE[signs_[0]]), _end(last, signs_[-1])]
            lows = [
                each
                for each, meaning in zip(ends, (_OPPOSITE[signs_[0]], signs_[-1]), strict=True)
                if meaning[0] == ">"
            ]
            highs = [each for each in ends if each not in lows]
            if len(lows) != 1 or len(highs) != 1:
                raise StopError(start)
            return Stretch(lows[0], highs[0], start, end)
        case "range" | "pair":
            return _range(span, numbers, start, end)
        case "turned":
            return _one(span[0], _OPPOSITE[span[1].meaning], start, end, hard=2)
    number = span[numbers[0]]
    edge = next((token.meaning for token in span if token.kind == "q"), "")
    bound = next((token.meaning for token in span if token.kind == "a"), "")
    sign = next((token.meaning for token in span if token.kind == "c"), "")
    if number.kind == "d" and (bound == "after" or sign[:1] == ">"):
        raise StopError(start)  # 12月20日以后上报: nobody says until when
    if number.kind == "d":
        return Stretch(None, End(number, True, 2), start, end)
    if kind == "bare":
        return Stretch(End(number, True, 3), End(number, True, 3), start, end, bare=True)
    if bound == "between" or (bound == "<=" and sign == ">="):
        raise StopError(start)
    if bound in ("<=", "<=?") and sign == ">":
        if not any(token.kind == "T" for token in span):
            raise StopError(start)
        return _one(number, "<=", start, end, hard=2)  # 超出预算3%以内: beyond the budget, up to 3 %
    if bound and sign in (">=", "=", ""):  # 达到95%以上, 介于80%以上
        sign = {"<=?": "<=", "after": ">="}.get(bound, bound)
        hard = 0 if bound in ("<", "after") else 2  # 第6名以后 may begin at the seventh
    else:
        hard = 2 if sign != "=" else 3
    if edge and sign:
        sign, hard = sign[0] + ("=" if edge == "in" else ""), 3
    return _one(number, sign, start, end, hard)


def compared(number: Token, sign: str) -> Stretch:
    """A number with its comparison."""
    if sign == "=":
        limit = End(number, True, 3)
        return Stretch(limit, limit, number.start, number.end)
    return _one(number, sign, number.start, number.end, hard=2)


def _one(number: Token, sign: str, start: int, end: int, hard: int) -> Stretch:
    limit = End(number, "=" in sign, hard)
    if sign == "=":
        return Stretch(limit, limit, start, end, bare=True)
    return Stretch(limit, None, start, end) if sign[0] == ">" else Stretch(None, limit, start, end)


def _end(number: Token, sign: str) -> End:
    return End(number, "=" in sign, 2)


def _range(span: tuple[Token, ...], numbers: list[int], start: int, end: int) -> Stretch:
    first, second = (span[place] for place in numbers)
    edges = [
        next((token.meaning for token in span[place + 1 : place + 2] if token.kind == "q"), "")
        for place in numbers
    ]
    last = span[-1]
    if not edges[1] and last.kind == "q":
        edges[1] = last.meaning
    for place, number in enumerate((first, second)):  # 90%-95%（含90%）
        if last.kind == "q" and number.text in last.text and (first, second)[1 - place].text not in last.text:
            edges[place], edges[1 - place] = last.meaning, "out" if last.meaning == "in" else "in"
    if first.unit is None and first.kind == "n":
        first = Token(second.kind, first.start, first.end, first.text, "", first.value, second.unit)
    ends = [
        End(token, edge != "out", 3 if edge else 1)
        for token, edge in zip((first, second), edges, strict=True)
    ]
    if first.value > second.value:
        ends.reverse()
    return Stretch(ends[0], ends[1], start, end)


def _interval(token: Token) -> Stretch:
    """［80%，90%）."""
    match = re.fullmatch(r"([\[(])(-?[\d.]+)([%‰]?),(-?[\d.]+)([%‰]?).*?([\])])", token.text)
    if match is None:
        raise StopError(token.start)
    unit = match[5] or match[3] or None
    kind = "%" if unit else "n"
    low, high = (
        Token(kind, token.start, token.end, text, "", Fraction(text), unit) for text in (match[2], match[4])
    )
    return Stretch(End(low, match[1] == "[", 3), End(high, match[6] == "]", 3), token.start, token.end)


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """小于95%且大于等于80% is one stretch; 95%以下80%以上 too."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        alike = last is not None and last.number.unit in (stretch.number.unit, None)
        if last is not None and alike and not last.bare and not stretch.bare:
            if last.low is None and stretch.high is None:
                joined[-1] = Stretch(stretch.low, last.high, last.start, stretch.end)
                continue
            if last.high is None and stretch.low is None:
                joined[-1] = Stretch(last.low, stretch.high, last.start, stretch.end)
                continue
        joined.append(stretch)
    return tuple(joined)


def is_target(stretch: Stretch, row: Row) -> bool:
    """Whether a limit is the target's own number on the target's own side."""
    quantity = row.quantity
    for end, own in ((stretch.low, quantity.low), (stretch.high, quantity.high)):
        if end is None or own is None:
            continue
        if value(end.token, row, quantity) == own:
            other = stretch.high if end is stretch.low else stretch.low
            return other is None or stretch.bare or other is end or _beyond(other, row, quantity)
    return False


def _beyond(other: End, row: Row, quantity: Quantity) -> bool:
    """95%-100% of a share is 95% and more."""
    measured = value(other.token, row, quantity)
    whole = 1 / quantity.unit.scale if quantity.rate and quantity.unit else None
    bounds = (whole, quantity.low, quantity.high, quantity.highest, quantity.lowest)
    return measured is not None and measured in bounds


def value(token: Token, row: Row, quantity: Quantity) -> Fraction | None:
    """A number in the quantity's own unit, a share of the target counted out; None where it cannot be said."""
    if token.kind == "%" and not quantity.rate and quantity.known and not quantity.time:
        reference = quantity.reference
        if token.unit == "个百分点" or reference is None:
            return None
        return reference * token.value * row.unit(token.unit or "%").scale
    unit = row.same_unit(token)
    if unit is None or quantity.time:
        return None
    if not unit or quantity.unit is None or unit == quantity.unit.symbol:
        return token.value
    return token.value * row.unit(unit).scale / quantity.unit.scale

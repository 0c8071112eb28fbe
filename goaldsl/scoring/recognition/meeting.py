"""Which statements tell that the target is met, that it is missed, and of what quantity they speak."""

from __future__ import annotations

import re
from fractions import Fraction

from goaldsl.model.rule import Basis, BasisKind
from goaldsl.model.target import DeadlineTarget, Direction, PeriodTarget
from goaldsl.scoring.quantity import Quantity, asked
from goaldsl.scoring.recognition import vocabulary
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.recognised import Disagreement
from goaldsl.scoring.recognition.statements import Amount, Day, Edge, Interval, Situation, Stop

_ENDS = re.compile(r"(?:的|(?<![及按准定实临小])时|(?<=[到成])者|，|情况下?|(?<![原规细法准])则)+$")
_BEGINS = re.compile(r"^(?:如果?|若|凡|对于?|在)(?=.{2})")
_NEGATION = re.compile(r"[不未没无非]")
_NEGATIONS = re.compile(r"[不未没无非有]|达到|达|的")
_MISSED = re.compile(
    r"^(?:.{0,8}?)(?:未|不|没有?|无|缺|否|超(?!过\d)|逾期|延期|超期|延迟|推迟|滞后|延误|迟于|晚于|拖延|低于|少于|突破)"
)
_REFUSED = re.compile(r"^(?:未|不|没有?|无)(?P<word>.{2,})$")
_SOME_MISSED = re.compile(r"^(?:只要)?(?:有|出现|存在|发现)(?:任意)?[1一]?.{0,3}[不未]")
_COMPARED = re.compile("[<>=≤≥]{1,2}")
_PARTS_OF_YEAR = {"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_WHOLE = re.compile(
    "^(?:按?(?:年度|全年)?(?:计划|要求)?)?(?:全部|全面)?(?:完成|达到|达成|实现)"
    "(?:年度|全年|全部)?(?:目标|计划|指标|预期|任务)*(?:值|数)?(?:要求)?$|^达标$|^(?:未超(?:出)?|控制在|不超过?|不突破)预算"
)
_STANDS = re.compile("(?:控制)?[在为是]$")
_NOT_HAPPENED = re.compile(
    r"^(?:全年|年度内?|期间)?(?:未(?:发生|出现|发现)|(?:没有|无|零)(?:发生|出现|发现)?|不(?:发生|出现))(?:任何)?"
    r"(?P<word>(?!超|突破|按|完成|达|及时|合格)[^，,]+)$"
)
_RATIOS = {
    "完成率": BasisKind.ATTAINMENT,
    "偏差率": BasisKind.DEVIATION,
    "变动率": BasisKind.CHANGE,
    "逾期时间": BasisKind.LATE,
}


def bare_words(situation: Situation) -> str:
    """The words of a condition without their particles."""
    return _BEGINS.sub("", named_words(situation))


def named_words(situation: Situation) -> str:
    """The words that name a grade or an item."""
    return _ENDS.sub("", situation.words)


def is_missed(situation: Situation) -> bool:
    """未完成, 没有, 逾期, 超出预算: a negation before anything else is said."""
    return situation.otherwise or bool(_MISSED.match(bare_words(situation)))


def is_whole(situation: Situation) -> bool:
    """全部完成, 达到目标值, 控制在预算内: the target in general words."""
    return bool(_WHOLE.search(bare_words(situation)))


def is_complement(first: Situation, second: Situation) -> bool:
    """Whether the second holds exactly when the first does not: 及时 and 不及时, 否则, 没有, 逾期."""
    if second.otherwise:
        return True
    one, other = bare_words(first), bare_words(second)
    if _COMPARED.search(one) and _COMPARED.search(other):
        signs = {match[0] for match in (_COMPARED.search(one), _COMPARED.search(other)) if match}
        return signs in ({"≥", "<"}, {">=", "<"}, {"≤", ">"}, {"<=", ">"})
    if other in vocabulary.words("condition", "missed"):
        return not is_missed(first) or other in ("否", "不是", "不")
    if other.startswith(vocabulary.words("condition", "late")) and not second.measured:
        return True
    absent = not_happened(first)
    if absent and other.removeprefix("有").removeprefix("发生").removeprefix("出现") in ("", absent):
        return True
    if _SOME_MISSED.match(other) and one.startswith(("全部", "均", "都", "所有", "全")):
        return True
    refused = _REFUSED.match(other)
    if refused and refused["word"] in one and not _NEGATION.search(one):
        return True
    stripped = _NEGATIONS.sub("", one)
    negated = bool(_NEGATION.search(one)) != bool(_NEGATION.search(other))
    return negated and bool(stripped) and _NEGATIONS.sub("", other) == stripped


def named_basis(topic: str, context: Context) -> Basis:
    """The quantity that the topic of a condition names, where it is not the indicator itself."""
    words = _STANDS.sub("", _ENDS.sub("", topic))
    if words in ("未逾期", "逾期"):
        return Basis(BasisKind.LATE)
    if words == "无偏差":
        return Basis(BasisKind.DEVIATION)
    for name, kind in _RATIOS.items():
        if words in (name, name + "达到计划值") and name not in context.subject.name:
            return Basis(kind)
        if words.endswith(name) and name not in context.subject.name:
            return Basis(kind) if _is_other(kind, context) else Basis()
    return Basis()


def _is_other(kind: BasisKind, context: Context) -> bool:
    """任务完成率 under 100 % is the actual value itself; under anything else it is a share of the target."""
    quantity = asked(Basis(), context.subject)
    whole = quantity.rate and quantity.reference == 100
    return not (kind is BasisKind.ATTAINMENT and whole)


def not_happened(situation: Situation) -> str:
    """投诉 of 未发生投诉; empty where nothing of the kind is said."""
    match = None if situation.measured else _NOT_HAPPENED.match(bare_words(situation))
    return match["word"] if match else ""


def counted_basis(word: str, context: Context) -> Basis:
    """发生 WORD, unless the indicator itself counts it or its target is that nothing of it occurs."""
    own = context.subject.name + context.printed_target()
    return Basis() if word in own else Basis(BasisKind.COUNT, word)


def check_met(situation: Situation, basis: Basis, context: Context) -> None:
    """The numbers of the condition against the target: remarked where they differ, refused where they oppose."""
    quantity = asked(basis, context.subject)
    if situation.words.startswith(vocabulary.words("condition", "beside")):
        raise Stop(situation.start)
    if situation.day is not None:
        _check_day(situation.day, context)
    elif situation.interval is None and _part_of_year(situation, context):
        return
    elif situation.interval is not None:
        _check_interval(situation.interval, quantity, context, situation.start)
    elif is_missed(situation) and basis.kind is BasisKind.ACTUAL and not _may_be_negative(situation, context):
        raise Stop(situation.start)


def _part_of_year(situation: Situation, context: Context) -> bool:
    """上半年, 第三季度: a deadline said without a date."""
    target = context.subject.target
    for words, month in _PARTS_OF_YEAR.items():
        if words in situation.words and isinstance(target, DeadlineTarget):
            if target.day.last.month != month:
                at = situation.start + situation.words.index(words)
                context.remark(Disagreement.TARGET, (at, at + len(words)), context.printed_target())
            return True
    return False


def check_standard(amount: Amount, context: Context) -> None:
    """以100%为标准: the target said by itself."""
    _check_interval(Interval(bare=amount), asked(Basis(), context.subject), context, amount.start)


def _may_be_negative(situation: Situation, context: Context) -> bool:
    """无投诉, 未超预算 are met conditions; 未完成 is none."""
    words = bare_words(situation)
    return not re.search(
        r"(?:未|没有?|不)(?:按|及?时|完成|达|实现|开展|合格|符合|落实)|逾期|延迟|推迟", words
    ) or (words in context.printed_target())


def _check_day(day: Day, context: Context) -> None:
    target = context.subject.target
    if isinstance(target, DeadlineTarget):
        known = target.day.last
    elif isinstance(target, PeriodTarget):
        known = target.end.last
    else:
        context.remark(Disagreement.TARGET, (day.start, day.end), context.printed_target())
        return
    same = (day.year in (None, known.year)) and day.month == known.month
    if not same or (day.day is not None and day.day != known.day):
        context.remark(Disagreement.TARGET, (day.start, day.end), context.printed_target())


def _check_interval(interval: Interval, quantity: Quantity, context: Context, place: int) -> None:
    if not quantity.known:
        if context.subject.target is not None:
            for amount in amounts(interval):
                context.remark(Disagreement.TARGET, (amount.start, amount.end), context.printed_target())
        return
    if quantity.time:
        _check_lateness(interval, context)
        return
    low, high = interval.low, interval.high
    if interval.bare is not None:
        _compare(interval.bare, quantity.reference, quantity, context)
        return
    if quantity.direction is not Direction.BOTH and low and high and low.amount == high.amount:
        _compare(low.amount, quantity.reference, quantity, context)
        return
    _oppose(quantity, low, high, place)
    if low is not None and quantity.direction is not Direction.DESCENDING:
        _compare(low.amount, quantity.low, quantity, context)
    if high is not None and quantity.direction is not Direction.ASCENDING:
        _compare(high.amount, quantity.high, quantity, context)


def _oppose(quantity: Quantity, low: Edge | None, high: Edge | None, place: int) -> None:
    """小于95% never is the good side of at least 95 %."""
    if quantity.direction is Direction.ASCENDING and low is None:
        raise Stop(place)
    if quantity.direction is Direction.DESCENDING and high is None:
        raise Stop(place)


def _check_lateness(interval: Interval, context: Context) -> None:
    for amount in amounts(interval):
        if amount.number != 0:
            context.remark(Disagreement.TARGET, (amount.start, amount.end), context.printed_target())


def _compare(amount: Amount, known: Fraction | None, quantity: Quantity, context: Context) -> None:
    if known is None:
        return
    value = context.value(amount, quantity)
    if value is None:  # 5场 under 5场次: another unit, the same number
        value = Fraction(amount.number)
    if value != known:
        context.remark(Disagreement.TARGET, (amount.start, amount.end), context.printed_target())


def amounts(interval: Interval) -> list[Amount]:
    """The numbers of an interval."""
    edges = [edge.amount for edge in (interval.low, interval.high) if edge is not None]
    return edges if interval.bare is None else [interval.bare]

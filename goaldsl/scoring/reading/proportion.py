"""Sentences that score in proportion, in words (按完成比例计分) or as a formula (得分=实际值/计划值×分值)."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from msgspec.structs import replace

from goaldsl.model.rule import Modifiers, Ratio, ReverseConvention, Term
from goaldsl.model.scoring import Disagreement
from goaldsl.scoring.points import decimal, plain
from goaldsl.scoring.reading.arithmetic import ACTUAL, Parser, Quotient, add, constant, divide, multiply
from goaldsl.scoring.reading.cases import Case, Meaning, meets, outcome
from goaldsl.scoring.reading.conditions import value
from goaldsl.scoring.reading.row import NOTHING, Row
from goaldsl.scoring.reading.said import Does, Statements, StopError
from goaldsl.scoring.reading.tokens import Token

_ONE = Fraction(1)
_NAMED = "wVTRSFgotb"
_SPOKEN = (
    "实际",
    "与",
    "和",
    "之比",
    "的",
    "其",
    "年初",
    "本年",
    "全年",
    "总",
    "完成",
    "占",
    "达到",
    "项目",
    "任务",
    "数",
    "数量",
    "量",
    "情况",
    "值",
    "指标",
    "相应",
    "计划",
    "照",
    "年度",
    "进度",
    "里程",
    "面积",
    "得分",
    "落实",
    "到位",
    "执行",
    "支付",
    "兑现",
    "整改",
    "办结",
    "投入",
    "拨付",
    "实施",
    "建成",
    "达标",
)


def proportion(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    """A share of the points, between the target and a threshold."""
    shares = [case for case in listed if case.effect.does in (Does.RATIO, Does.FORMULA)]
    others = [case for case in listed if case not in shares]
    if len(shares) > 1 and not _same_twice(shares):
        raise StopError(shares[1].start)
    share = shares[-1]
    if share.effect.does is Does.FORMULA and not any(case.gains and case.when.whole for case in others):
        _gives_all(share, row)
    ratio, reverse = _share(share, row)
    modifiers = Modifiers(reverse=reverse)
    full = [case for case in others if case.gains and meets(case, row) and not case.when.otherwise]
    for case in full:
        modifiers = _full(case, modifiers, row)
    below = [case for case in others if case not in full]
    _bounded(share, below, full, row)
    if len(full) > 1 or len(below) > 1:
        raise StopError(others[-1].start)
    if below:
        ratio, modifiers = _threshold(below[0], ratio, modifiers, row)
    _within_target(share, row)
    return Meaning((Term(ratio),), modifiers)


def _gives_all(share: Case, row: Row) -> None:
    """A formula by itself gives all the points at the target, or is no rule of this row."""
    target = row.quantity.reference
    tokens = tuple(token for token in share.effect.formula if token.kind != "t")
    values = {_at(tokens, names, target) for names in _bindings(tokens, row)} if target else set()
    if row.score is not None and Fraction(row.score) not in values:
        if not row.quantity.rate:
            row.remark(Disagreement.POINTS, share.start, share.effect.end, f"{plain(row.score)}分")
        raise StopError(share.start)


def _at(tokens: tuple[Token, ...], names: dict[int, Quotient], target: Fraction) -> Fraction | None:
    try:
        return Parser(tokens, names).formula().at(target)
    except StopError:
        return None


def _same_twice(shares: list[Case]) -> bool:
    """The same thing in words and as a formula."""
    return [case.effect.does for case in shares] == [Does.RATIO, Does.FORMULA]


def _full(case: Case, modifiers: Modifiers, row: Row) -> Modifiers:
    effect = case.effect
    if case.when.named == "<" and not row.falling:
        raise StopError(case.start)
    if effect.amount is None:
        return modifiers
    points = outcome(effect, row)
    if effect.base:
        return replace(modifiers, base=points)
    row.agree(points, case.start, effect.end)
    return modifiers


def _share(case: Case, row: Row) -> tuple[Ratio, ReverseConvention | None]:
    effect = case.effect
    if effect.each is not None:
        measure = effect.each.measure
        if (
            measure is None
            or row.same_unit(measure) is None
            or "short" not in effect.each.ways
            or measure.kind == "%"
        ):
            raise StopError(case.start)
        return Ratio(), None
    if effect.does is Does.FORMULA:
        return _formula(effect.formula, row)
    _spoken(effect.formula, row)
    if not row.numeric or row.zero:
        raise StopError(effect.start)
    over = any(token.meaning in ("over", ">") for token in effect.formula)
    return Ratio(), ReverseConvention.LINEAR if over and row.falling else None


def _spoken(tokens: tuple[Token, ...], row: Row) -> None:
    """按合格人数占参训人数的比例 is another share than that of the target."""
    of_target = [place for place, token in enumerate(tokens) if token.kind == "T"]
    divided = any(token.meaning == "/" for token in tokens)
    for place, (token, behind) in enumerate(zip(tokens, tokens[1:], strict=False)):
        if token.kind != "w" or behind.meaning == "attainment" or (divided and of_target > [place]):
            continue  # 按水库退养完成比例, 按到位资金占任务数的比例: of what the row counts
        rest = token.text
        for word in _SPOKEN:
            rest = rest.replace(word, "")
        if rest and rest not in row.subject.name:
            raise StopError(token.start)


def _threshold(case: Case, ratio: Ratio, modifiers: Modifiers, row: Row) -> tuple[Ratio, Modifiers]:
    """低于60%不得分."""
    when, left = case.when, outcome(case.effect, row)
    if len(when.stretches) != 1 or not row.quantity.reference:
        raise StopError(case.start)
    stretch = when.stretches[0]
    end = stretch.low if row.falling else stretch.high
    if end is None or (stretch.high if row.falling else stretch.low) is not None:
        raise StopError(case.start)
    at = value(end.token, row, row.quantity)
    at = None if at is None else at / row.quantity.reference
    share = None if at is None else decimal(at)
    if share is None or row.falling:
        raise StopError(stretch.start)
    if ratio.floor is None:
        ratio = replace(ratio, cutoff=share)
    elif ratio.floor != share:
        raise StopError(stretch.start)
    if end.closed and end.hard:
        raise StopError(stretch.start)
    return ratio, modifiers if left == NOTHING else replace(modifiers, otherwise=left)


def _bounded(share: Case, below: list[Case], full: list[Case], row: Row) -> None:
    """60%-100%按比例得分: its lower end must be that of what is below."""
    for stretch in share.when.stretches:
        low = stretch.high if row.falling else stretch.low
        if low is None or stretch.bare:
            continue
        if not below or not below[0].when.stretches:
            raise StopError(stretch.start)
        other = below[0].when.stretches[0].low if row.falling else below[0].when.stretches[0].high
        if other is None or other.token.value != low.token.value:
            raise StopError(stretch.start)


def _within_target(share: Case, row: Row) -> None:
    """低于95%的按比例: the other end is the target."""
    quantity = row.quantity
    for stretch in share.when.stretches:
        end = stretch.low if row.falling else stretch.high
        own = quantity.high if row.falling else quantity.low
        if end is None or (value(end.token, row, quantity) == own and own is not None):
            continue
        row.differs(stretch.number)
        raise StopError(stretch.start)


def _formula(tokens: tuple[Token, ...], row: Row) -> tuple[Ratio, ReverseConvention | None]:
    """The convention that a formula writes out; each name in it is bound by what it can mean."""
    tokens = tuple(token for token in tokens if token.kind != "t")
    if not row.numeric or not tokens:
        raise StopError(0)
    found: list[tuple[Ratio, ReverseConvention | None]] = []
    for names in _bindings(tokens, row):
        try:
            meaning = _as_ratio(Parser(tokens, names).formula(), row)
        except StopError:
            continue
        if meaning is not None and meaning not in found:
            found.append(meaning)
    if len(found) != 1:
        raise StopError(tokens[0].start)
    return found[0]


def _bindings(tokens: tuple[Token, ...], row: Row) -> list[dict[int, Quotient]]:
    """Every way to understand the names: actual value, target, points, or the share of the two."""
    places = [
        place
        for place, token in enumerate(tokens)
        if token.kind in _NAMED and token.kind != "t" and (place == 0 or tokens[place - 1].kind not in _NAMED)
    ]
    choices = [_choices(tokens, place, row) for place in places]
    if len(places) > 6:
        raise StopError(tokens[0].start)
    return [dict(zip(places, names, strict=True)) for names in product(*choices)]


def _choices(tokens: tuple[Token, ...], place: int, row: Row) -> list[Quotient]:
    stretch = []
    for token in tokens[place:]:
        if token.kind not in _NAMED:
            break
        stretch.append(token)
    kinds = {token.kind for token in stretch}
    target = constant(row.quantity.reference or Fraction(0))
    actual = _in_units(row)
    score = constant(_points(row))
    rate = divide(actual, _target_in_units(row))
    if (
        stretch[-1].kind == "T"
        and not kinds & set("V")
        and not any(token.text in ("完成", "实际") for token in stretch)
    ):
        return [_target_in_units(row)]
    if kinds & set("SFgb"):
        return [score]
    if any(token.kind == "R" and token.meaning == "attainment" for token in stretch):
        return [actual, rate] if row.quantity.rate and actual != rate else [rate]
    if kinds & set("R"):
        return [rate]
    if "T" in kinds and not kinds & set("Vo"):
        return [_target_in_units(row)]
    if "V" in kinds or not kinds & set("T"):
        return [actual] if not any("上年" in token.text or "去年" in token.text for token in stretch) else []
    return [actual, _target_in_units(row), target]


def _in_units(row: Row) -> Quotient:
    """The actual value: a rate counts as a number below 1."""
    scale = row.own.scale if row.quantity.rate and row.own else _ONE
    return multiply(ACTUAL, constant(scale))


def _target_in_units(row: Row) -> Quotient:
    scale = row.own.scale if row.quantity.rate and row.own else _ONE
    return constant((row.quantity.reference or Fraction(0)) * scale)


def _points(row: Row) -> Fraction:
    return Fraction(row.score) if row.score is not None else _ONE


def _as_ratio(formula: Quotient, row: Row) -> tuple[Ratio, ReverseConvention | None] | None:
    """The ratio whose curve it is."""
    target, score = row.quantity.reference, _points(row)
    if target is None or target == 0:
        return None
    share = divide(ACTUAL, constant(target))
    if row.falling:
        linear = multiply(add(constant(Fraction(2)), share, -1), constant(score))
        if formula.equals(linear):
            return Ratio(), ReverseConvention.LINEAR
        if formula.equals(multiply(divide(constant(_ONE), share), constant(score))):
            return Ratio(), ReverseConvention.INVERSE
        return None
    at_target = formula.at(target)
    if not at_target:
        return None
    if formula.equals(multiply(share, constant(at_target))):
        return _proportional(formula, at_target, row)
    line = formula.above[1] / formula.below[1] if formula.below[0] == 0 else None
    if line is None or at_target != score or line >= 0:
        return None
    pass_mark = decimal(-line / (score - line))
    return None if pass_mark is None else (Ratio(floor=pass_mark), None)


def _proportional(
    formula: Quotient, at_target: Fraction, row: Row
) -> tuple[Ratio, ReverseConvention | None] | None:
    target, score = row.quantity.reference, _points(row)
    assert target is not None
    if at_target == score:
        return Ratio(), None
    base = target * score / at_target
    rate = row.quantity.rate and row.own is not None
    of = decimal(base * row.own.scale if rate and row.own else base / target)
    return None if of is None else (Ratio(of=of), None)

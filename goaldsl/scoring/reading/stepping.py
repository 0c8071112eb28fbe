"""Sentences that score step by step: every 1 % short costs a point, every paper earns two."""

from __future__ import annotations

from msgspec.structs import replace

from goaldsl.model.rule import (
    Award,
    Basis,
    BasisKind,
    Bonus,
    Deduct,
    Modifiers,
    Pass,
    Step,
    StepDirection,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.reading.cases import Case, Meaning, denied, items, meets, outcome
from goaldsl.scoring.reading.conditions import Condition, Stretch, is_target, value
from goaldsl.scoring.reading.row import NOTHING, Row, exact
from goaldsl.scoring.reading.said import About, Amount, Does, Each, Measure, Statements, StopError
from goaldsl.scoring.reading.tokens import Token

_SIDES = {"short": StepDirection.SHORT, "over": StepDirection.OVER, "late": StepDirection.OVER}
_GOOD = ("未发生", "没有发生", "未出现", "未", "无", "没有", "零")


def stepping(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    """Deductions, a bonus, or points for each step."""
    steps = [case for case in listed if case.stepwise]
    plain = [case for case in listed if not case.stepwise]
    awards = [case for case in steps if case.effect.does is Does.GAIN]
    if awards:
        return _award(awards, steps, plain, said, row)
    deductions = [case for case in steps if case.effect.does is Does.LOSE]
    added = [case for case in steps if case.effect.does is Does.ADD]
    if len(added) > 1 or len(deductions) + len(added) != len(steps):
        raise StopError(steps[-1].start)
    modifiers = Modifiers()
    if added:
        modifiers = replace(modifiers, bonus=_bonus(added[0], said, row))
    basis = _relative(deductions[0], plain, row) if deductions else Basis()
    modifiers, otherwise = _base(plain, basis, modifiers, row)
    if not deductions:
        return _only_bonus(plain, modifiers, otherwise, row)
    if otherwise is not None and not (otherwise.effect.does is Does.NOTHING and _none_done(otherwise, row)):
        raise StopError(plain[-1].start)
    return Meaning(_deductions(deductions, plain, said, row), modifiers)


def _base(plain: list[Case], basis: Basis, modifiers: Modifiers, row: Row) -> tuple[Modifiers, Case | None]:
    """What meeting the target earns, and what missing it leaves."""
    full = [case for case in plain if case.gains]
    rest = [case for case in plain if not case.gains]
    for case in full:
        changed = basis.kind is BasisKind.CHANGE and all(_is_zero(stretch) for stretch in case.when.stretches)
        if not (changed or items(case, row) or meets(case, row)) or (
            case.when.named == "<" and not row.falling
        ):
            _other_target(case, row)
    if len({case.effect.amount for case in full}) > 1 or len(rest) > 1:
        raise StopError(plain[-1].start)
    if full and full[0].effect.amount is not None:
        points, effect = outcome(full[0].effect, row), full[0].effect
        less = not row.is_full(points)
        if effect.base or (modifiers.bonus is not None and less):
            modifiers = replace(modifiers, base=points)
        else:
            row.agree(points, full[0].start, effect.end)
    threshold = [case for case in rest if case.when.stretches]
    for case in threshold:  # 低于60%不得分: a law holds it against what the steps leave there
        if case.effect.does is not Does.NOTHING:
            raise StopError(case.start)
    words = [case for case in rest if not case.when.stretches]
    return modifiers, words[0] if words else None


def _none_done(case: Case, row: Row) -> bool:
    """未开展不得分 of what is counted: there is none of it, and a law holds that nothing is left there."""
    counted = row.numeric and not row.falling and row.own is not None and row.own.dimension == "count"
    return counted and case.when.missed and not case.when.otherwise and not case.when.stretches


def _is_zero(stretch: Stretch) -> bool:
    return all(end is None or end.token.value == 0 for end in (stretch.low, stretch.high))


def _other_target(case: Case, row: Row) -> None:
    """Stops at a number that is not the target's."""
    for stretch in case.when.stretches:
        row.differs(stretch.number)
    raise StopError(case.start)


def _only_bonus(plain: list[Case], modifiers: Modifiers, rest: Case | None, row: Row) -> Meaning:
    if not any(case.gains for case in plain):
        raise StopError(plain[0].start if plain else 0)
    otherwise = NOTHING if rest is None else outcome(rest.effect, row)
    return Meaning((Term(Pass(otherwise)),), modifiers)


def _bonus(case: Case, said: Statements, row: Row) -> Bonus:
    each, effect = case.effect.each, case.effect
    assert each is not None and effect.amount is not None
    step = _step(each, row, case)
    capped = said.note(About.ADDED)
    cap = None if capped is None or capped.amount is None else row.points(capped.amount)
    good = {"short", "early", "done"} if row.falling else {"over", "early", "done"}
    if not good & set(sides_of(case)):
        raise StopError(case.start)
    return Bonus(row.points(effect.amount), replace(step, direction=None), cap)


def _award(awards: list[Case], steps: list[Case], plain: list[Case], said: Statements, row: Row) -> Meaning:
    """每完成1篇得2分."""
    case = awards[0]
    plain = [case for case in plain if case.effect.does is not Does.NOTHING or not denied(case.when)]
    if len(steps) > 1 or plain or row.falling or row.zero or set(sides_of(case)) & {"short", "late"}:
        raise StopError(steps[-1].start)
    each, effect = case.effect.each, case.effect
    assert each is not None and effect.amount is not None
    share_of_cases = "occur" in each.ways and each.measure is not None and each.measure.kind == "%"
    if effect.amount == Amount(Measure.POINTS) or share_of_cases:
        raise StopError(case.start)  # 得0分 for each is no rule, nor is 每发生0.01%投诉
    headed = any(token.kind == "I" for token in case.when.whole)  # 共5项，每完成一项得2分
    own = all(is_target(stretch, row) and (headed or stretch.bare) for stretch in case.when.stretches)
    if (case.when.stretches and not own) or case.when.otherwise:
        raise StopError(case.start)
    most = said.note(About.GAINED) or said.note(About.FULL)
    cap = None if most is None or most.amount is None else row.points(most.amount)
    step = replace(_step(each, row, case), direction=None)
    word = "" if row.numeric or row.dated or "occur" not in each.ways else _counted(case, plain, row)
    basis = Basis(BasisKind.COUNT, word) if word else _relative(case, plain, row)
    return Meaning((Term(Award(row.points(effect.amount), step, cap), basis),))


def sides_of(case: Case) -> tuple[str, ...]:
    """What the words of a step say about its side."""
    assert case.effect.each is not None
    return case.effect.each.ways + case.when.ways() + _compared(case)


def _compared(case: Case) -> tuple[str, ...]:
    return {">": ("over",), ">=": ("over",), "<": ("short",), "<=": ("short",)}.get(case.when.named, ())


def _deductions(deductions: list[Case], plain: list[Case], said: Statements, row: Row) -> tuple[Term, ...]:
    terms = [
        _deduction(case, plain, row, alone=len(deductions) == 1 and not row.together) for case in deductions
    ]
    if len(terms) > 1 and said.note(About.LOST):
        raise StopError(deductions[-1].start)  # at most so much of each, or of all
    if row.zero and len(terms) > 1 and (shape := _alike(terms, row)) is not None:
        return (Term(shape),)  # two kinds of case at the same rate: their sum is the target's own count
    places = [(term.basis, _side(term, row)) for term in terms]
    if len(set(places)) < len(places):
        raise StopError(deductions[-1].start)
    return tuple(terms)


def _alike(terms: list[Term], row: Row) -> Deduct | None:
    """迟报一次扣0.2分，错报一次扣0.2分: the one deduction that all of them are."""
    shapes = [term.shape for term in terms if isinstance(term.shape, Deduct)]
    same = {(shape.points, shape.step.amount, shape.step.unit) for shape in shapes}
    own = row.own is not None and shapes[0].step.unit == row.own.symbol
    return (
        replace(shapes[0], step=replace(shapes[0].step, direction=None)) if len(same) == 1 and own else None
    )


def _side(term: Term, row: Row) -> StepDirection | None:
    assert isinstance(term.shape, Deduct)
    return term.shape.step.direction if row.quantity.direction is Direction.BOTH else None


def _deduction(case: Case, plain: list[Case], row: Row, *, alone: bool) -> Term:
    each, effect = case.effect.each, case.effect
    assert each is not None and effect.amount is not None
    for stretch in case.when.stretches:
        context = stretch.bare and stretch.number.kind == "Q" and row.same_unit(stretch.number) is None
        if not context and not _at_edge(stretch, row):  # 查看两年资料，每低5%扣1分: years are no rate
            _other_target(case, row)
    if effect.amount == Amount(Measure.POINTS) or _none_off(plain, each, row):
        raise StopError(case.start)  # 扣0分 is no rule; nor is a deviation from what has no number
    points, step, ways = row.points(effect.amount), _step(each, row, case), set(sides_of(case))
    if {"over", "short"} <= ways and row.quantity.direction is not Direction.BOTH:
        raise StopError(case.start)
    measure = each.measure
    assert measure is not None
    if "late" in ways and measure.kind in "n%" and not _is_time(row):
        raise StopError(measure.start)  # 每逾期0.01: of what nobody can say
    late = any(
        "未逾期" in token.text or token.meaning == "late" for one in plain for token in one.when.tokens
    )
    if late and not row.is_time(measure):
        raise StopError(measure.start)  # 未逾期得满分，每逾期1篇
    if row.is_time(measure) and (row.dated or not _is_time(row)):
        rates = row.numeric and any(token.kind == "R" for one in plain for token in one.when.tokens)
        occurs = "occur" in ways and "late" not in ways  # 每发生1天
        if ways & {"early", "short"} or occurs or rates:  # 完成率达到100%得满分，每推迟1天扣1分: two matters
            raise StopError(case.start)
        return Term(
            Deduct(points, replace(step, direction=None)),
            Basis(BasisKind.LATE if late and not row.dated else BasisKind.ACTUAL),
        )
    if row.numeric and (basis := _own(case, ways, plain, row, alone)) is not None:
        return Term(Deduct(points, step), basis)
    if not row.numeric and not row.dated and "short" in ways and measure.kind == "Q":
        return Term(Deduct(points, replace(step, direction=StepDirection.SHORT)))
    if measure.kind == "%" or measure.unit is None:
        raise StopError(case.start)
    word = _counted(case, plain, row)
    if not word or (
        row.numeric and not row.zero and not _whole(row) and any(one.when.stretches for one in plain)
    ):
        raise StopError(case.start)  # the target and something that is counted besides
    return Term(Deduct(points, replace(step, direction=None)), Basis(BasisKind.COUNT, word))


def _none_off(plain: list[Case], each: Each, row: Row) -> bool:
    """无偏差 beside a step of something else than the target's own number."""
    if not any(token.meaning == "no deviation" for one in plain for token in one.when.tokens):
        return False
    measure = each.measure
    other = measure is None or (measure.kind != "%" and row.same_unit(measure) is None)
    return other or not row.numeric


def _whole(row: Row) -> bool:
    """A target of 100 %: whatever is counted is missing from it."""
    return row.quantity.rate and row.own is not None and (row.quantity.reference or 0) * row.own.scale == 1


def _is_time(row: Row) -> bool:
    return row.own is not None and row.own.dimension in ("months", "hours")


def _at_edge(stretch: Stretch, row: Row) -> bool:
    """低于95%的 under 95 %: from there on it is counted."""
    quantity = row.quantity
    for end in (stretch.low, stretch.high):
        if end is not None and value(end.token, row, quantity) not in (quantity.low, quantity.high):
            return False
    return True


def _own(case: Case, ways: set[str], plain: list[Case], row: Row, alone: bool) -> Basis | None:
    """The basis where the target's own quantity is stepped along; None where something else is counted."""
    each = case.effect.each
    assert each is not None and each.measure is not None
    measure, relative = each.measure, _relative(case, plain, row)
    if relative.kind is not BasisKind.ACTUAL:
        return relative
    if measure.kind == "%":
        if measure.unit == "个百分点" and not row.quantity.rate:
            raise StopError(measure.start)
    elif row.same_unit(measure) is None:
        return None
    if row.quantity.direction is Direction.BOTH:
        if "occur" in ways and measure.kind == "%":
            raise StopError(case.start)  # 每发生0.01%投诉
        return None if "occur" in ways else relative
    if row.zero:
        own = not _names(each, row) and (alone or not (case.when.whole or each.named))
        return relative if own and not ways & {"short"} or (own and "short" in ways and alone) else None
    if row.falling:
        if (
            "short" in ways
            or "early" in ways
            or ("occur" in ways and measure.kind == "%" and not row.quantity.rate)
        ):
            raise StopError(case.start)
        return relative if ways & {"over", "late"} or measure.kind == "%" else None
    if "short" in ways:
        return relative
    if "over" in ways:
        raise StopError(case.start)
    return relative if measure.kind == "%" and not ways else None


def _names(each: Each, row: Row) -> bool:
    """Whether something else is named than the indicator: 每发生1起重大交通事故 under 安全事故发生数."""
    nouns = [token.text for token in each.named if token.kind == "w" and token.text not in row.subject.name]
    return bool(nouns) and len(row.subject.name) > 3


def names_another(each: Each, when: Condition, row: Row) -> bool:
    """Whether a noun of the step or before it is about something else than the indicator: 费用每超1% under 合格率."""
    tokens = (*each.named, *when.tokens)
    return any(token.kind == "w" and not _shares(token.text, row.subject.name) for token in tokens)


def _shares(noun: str, name: str) -> bool:
    """Whether a noun takes up words of the name."""
    return noun in name or any(noun[at : at + 2] in name for at in range(len(noun) - 1))


def _relative(case: Case, plain: list[Case], row: Row) -> Basis:
    """完成率, 变动率 where the words name one."""
    each = case.effect.each
    assert each is not None
    if row.basis is not None:
        return row.basis
    for token in (*case.when.tokens, *each.named, *(token for one in plain for token in one.when.tokens)):
        if token.kind == "R" and token.meaning == "change":
            return Basis(BasisKind.CHANGE)
        if token.meaning == "no deviation":
            return Basis(BasisKind.DEVIATION)
        if _deviates(token, case, plain, row):
            raise StopError(token.start)
        if (
            token.kind == "R"
            and token.meaning == "attainment"
            and not row.quantity.rate
            and each.measure
            and each.measure.kind == "%"
        ):
            return Basis(BasisKind.ATTAINMENT)
    return Basis()


def _deviates(token: Token, case: Case, plain: list[Case], row: Row) -> bool:
    """Whether 偏差率 is another quantity than the row's: it is its own where the target's limit is the sentence's."""
    each = case.effect.each
    if token.kind != "R" or token.meaning != "deviation" or not each or not each.measure:
        return False
    own = (
        row.falling
        and row.quantity.rate
        and any(is_target(stretch, row) for one in (*plain, case) for stretch in one.when.stretches)
    )
    return each.measure.kind == "%" and not own


def _step(each: Each, row: Row, case: Case) -> Step:
    measure = each.measure
    if measure is None or measure.value <= 0:
        raise StopError(case.start)
    amount = exact(measure.value, measure.start)
    side = next((_SIDES[way] for way in sides_of(case) if way in _SIDES), None)
    if each.of_target and measure.kind == "%":
        return Step(amount, "%", True, side)
    unit = measure.unit
    if measure.kind == "n" and row.own is not None and each.named:
        raise StopError(measure.start)
    if measure.kind == "Q" and row.own is not None:
        unit = row.same_unit(measure) or measure.unit
        if unit != measure.unit and row.own.symbol == unit:
            return Step(amount, unit, False, side)
    return Step(amount, unit, False, side)


def _counted(case: Case, plain: list[Case], row: Row) -> str:
    """What is counted, in the sentence's own words."""
    each = case.effect.each
    assert each is not None
    nouns: tuple[Token, ...] = tuple(token for token in each.named if token.kind in "wo")
    for tokens in (nouns, case.when.whole):
        word = row.words(tokens)
        if word:
            return word
    for one in plain:
        word = row.words(one.when.tokens)
        for good in _GOOD:
            if word.startswith(good) and len(word) > len(good):
                return word.removeprefix(good)
    return ""

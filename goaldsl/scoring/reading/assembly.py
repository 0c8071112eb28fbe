"""From what a sentence says to the rule it states under its row."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from goaldsl.model.rule import (
    Award,
    Basis,
    Deduct,
    Judged,
    Manual,
    Modifiers,
    Points,
    PointsKind,
    Rule,
    Shape,
    StepRounding,
    Term,
)
from goaldsl.model.scoring import Disagreement
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import BASIS_NAMES
from goaldsl.scoring.reading.banding import banding, basis_bands, interpolation
from goaldsl.scoring.reading.cases import Case, Meaning, cases, items, meets
from goaldsl.scoring.reading.conditions import condition, is_target
from goaldsl.scoring.reading.continuing import continued
from goaldsl.scoring.reading.proportion import proportion
from goaldsl.scoring.reading.row import Row, exact
from goaldsl.scoring.reading.said import About, Does, Loose, Note, Statements, StopError
from goaldsl.scoring.reading.stairs import climbing
from goaldsl.scoring.reading.stepping import stepping
from goaldsl.scoring.reading.tokens import Token
from goaldsl.scoring.reading.worded import picking, worded

_FREE = frozenset("wtoTVRpSFDb&h,:dqi")
_SHAPED = {"judged": Judged()}


def rule(said: Statements, row: Row) -> Rule:
    """The rule; stops where the words have no meaning under this row."""
    for loose in () if said.mark("sum") else said.loose:
        _aside(loose, said, row)
    if not said.clauses:
        if said.mark("judged"):
            return Rule((Term(Judged()),))
        raise StopError(said.tokens[0].start if said.tokens else 0)
    basis = _basis(said)
    row = replace(row, basis=basis)
    meaning = _sum(said, row) if said.mark("sum") else _meaning(cases(said.clauses, row), said, row)
    if basis is not None:
        meaning = basis_bands(meaning, basis)
    return Rule(meaning.terms, _modifiers(meaning, said, row))


def _meaning(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    listed = _limits_again(listed, said, row)
    if not any(case.stepwise for case in listed):
        _every_number(listed)
    does = {case.effect.does for case in listed}
    for case in listed:
        if case.effect.does is Does.JUDGE:
            raise StopError(case.effect.start)
    if len(listed) == 1 and listed[0].when.empty and not listed[0].stepwise and listed[0].valued:
        raise StopError(listed[0].start)
    if Does.PICK in does:
        return picking(listed, row)
    if Does.LIST in does:
        raise StopError(listed[0].start)
    if said.note(About.CONTINUE):
        return continued(listed, row)
    if said.note(About.LINEAR):
        return interpolation(listed, row)
    if does & {Does.RATIO, Does.FORMULA}:
        return (
            proportion(listed, said, row)
            if not any(_adds(case) for case in listed)
            else _with_bonus(listed, said, row)
        )
    if (climbed := climbing(listed, said, row)) is not None:
        return climbed
    if any(case.stepwise for case in listed):
        return stepping(listed, said, row)
    if (row.numeric or row.dated) and any(case.when.stretches for case in listed):
        return banding(listed, said, row)
    return worded(listed, said, row)


def _every_number(listed: tuple[Case, ...]) -> None:
    """每月报送1次: how often may be said in front of a step; elsewhere each number must be a limit."""
    for case in listed:
        limits = case.when.stretches
        for token in case.when.whole if limits or not case.when.missed else ():
            if token.start in case.when.context:
                continue
            if token.kind in "Q%Pn" and not any(one.start <= token.start < one.end for one in limits):
                raise StopError(token.start)


def _limits_again(listed: tuple[Case, ...], said: Statements, row: Row) -> tuple[Case, ...]:
    """通报一次扣2分，两次及以上不得分: without 每, a single case beside other limits is a limit too."""
    implicit = [case for case in listed if case.effect.each is not None and case.effect.each.raw]
    limits = [
        case
        for case in listed
        if case.valued and case.when.stretches and not (case.gains and (meets(case, row) or items(case, row)))
    ]
    off = any(stretch.off for case in limits for stretch in case.when.stretches)
    if not (off or row.zero) and any(
        "short" in case.effect.each.ways for case in implicit if case.effect.each
    ):
        return listed
    capped = said.note(About.GAINED) or said.note(About.OPEN)
    steps = [case for case in implicit if case.effect.does in (Does.LOSE, Does.ADD) or capped]
    if steps == implicit and not limits:
        return listed
    back = {id(case): case.clause for case in implicit if limits or case not in steps}
    return tuple(_as_limit(case, row) if id(case) in back else case for case in listed)


def _as_limit(case: Case, row: Row) -> Case:
    each = case.effect.each
    assert each is not None
    clause = replace(
        case.clause, condition=case.clause.condition + each.raw, effect=replace(case.effect, each=None)
    )
    return cases((clause,), row, counted=True)[0]


def _sum(said: Statements, row: Row) -> Meaning:
    """（1）…；（2）…；以上各项合计计分: each item is a rule of its own."""
    items = sorted({clause.item for clause in said.clauses} | {loose.item for loose in said.loose})
    terms: list[Term] = []
    modifiers = Modifiers()
    row = replace(row, together=len(items) > 1)
    for item in items:
        clauses = tuple(clause for clause in said.clauses if clause.item == item)
        by_hand = all(clause.effect.does is Does.JUDGE for clause in clauses)
        if by_hand and item:
            tokens = [t for clause in clauses for t in clause.condition] + [
                t for one in said.loose if one.item == item for t in one.tokens
            ]
            end = max([clause.effect.end for clause in clauses] + [token.end for token in tokens])
            start = min([token.start for token in tokens] + [clause.start for clause in clauses])
            terms.append(Term(Manual(row.shadow.words(start, end))))
            continue
        if not item:
            raise StopError(clauses[0].start if clauses else 0)
        meaning = _meaning(cases(clauses, row), said, row)
        terms += meaning.terms
        modifiers = _both(modifiers, meaning.modifiers, clauses[0].start)
    return Meaning(tuple(terms), modifiers)


def _both(one: Modifiers, other: Modifiers, place: int) -> Modifiers:
    """The modifiers of two items of one rule."""
    for name in Modifiers.__struct_fields__:
        first, second = getattr(one, name), getattr(other, name)
        if first and second and first != second:
            raise StopError(place)
        if second:
            one = replace(one, **{name: second})
    return one


def _adds(case: Case) -> bool:
    return case.effect.does is Does.ADD and case.stepwise


def _with_bonus(listed: tuple[Case, ...], said: Statements, row: Row) -> Meaning:
    """按比例得分，每多1篇加1分."""
    extra = tuple(case for case in listed if _adds(case))
    rest = proportion(tuple(case for case in listed if case not in extra), said, row)
    full = tuple(case for case in listed if case.gains and not case.stepwise)
    added = stepping((*full, *extra), said, row).modifiers
    return replace(
        rest, modifiers=replace(rest.modifiers, bonus=added.bonus, base=rest.modifiers.base or added.base)
    )


def _aside(loose: Loose, said: Statements, row: Row) -> None:
    """Words without effect may only be names; a number among them must be the target's."""
    for token in loose.tokens:
        if token.text == "同时":
            raise StopError(token.start)  # 同时获得的不重复计分: which of them counts?
        if token.kind in _FREE or token.text in ("计算", "评分"):
            continue
        if _the_target_itself(token, loose, row):
            continue
        if token.kind in "Q%Pnac" and _requires(loose, row):
            continue
        if (
            said.note(About.LINEAR)
            and token.kind in "Q%Pn~a"
            and (token.kind in "~a" or _named_again(token, said))
        ):
            continue  # 介于75%-100%之间按线性内插
        raise StopError(token.start)


def _the_target_itself(token: Token, loose: Loose, row: Row) -> bool:
    """以100%为标准, 共5项: words that only repeat the target."""
    said = any(t.kind in "Q%Pn" and t.value == row.quantity.reference for t in loose.tokens)
    if token.kind == "I":
        return said
    led = any(t.kind in "pI" for t in loose.tokens)
    return token.kind in "Q%Pn" and token.value == row.quantity.reference and led


def _requires(loose: Loose, row: Row) -> bool:
    """查处案件10例以上；否则…: the target itself."""
    stretches = condition(loose.tokens).stretches
    return len(stretches) == 1 and row.numeric and is_target(stretches[0], row)


def _named_again(token: Token, said: Statements) -> bool:
    return any(
        token.value == each.value
        for clause in said.clauses
        for each in clause.condition
        if each.kind in "Q%Pn"
    )


def _basis(said: Statements) -> Basis | None:
    """以完成率为实际值: the words are about another quantity of the same row."""
    note = said.note(About.BASIS)
    if note is None:
        return None
    kind = next((kind for kind, name in BASIS_NAMES.items() if name == note.words), None)
    if kind is None:
        raise StopError(note.start)
    return Basis(kind)


def _modifiers(meaning: Meaning, said: Statements, row: Row) -> Modifiers:
    modifiers = meaning.modifiers
    shapes: list[Shape] = [term.shape for term in meaning.terms]
    deducts = any(isinstance(shape, Deduct) for shape in shapes)
    lost, base = said.note(About.LOST), said.note(About.BASE)
    if lost is not None and lost.amount is not None:
        if not deducts:
            raise StopError(lost.start)
        modifiers = replace(modifiers, cap=row.points(lost.amount))
    if base is not None and base.amount is not None:
        modifiers = replace(modifiers, base=row.points(base.amount))
        row.remarks[:] = [remark for remark in row.remarks if remark.about is not Disagreement.POINTS]
    modifiers = _bonus_up_to(modifiers, said, row)
    _hold_notes(said, modifiers, shapes, row)
    opened = said.note(About.OPEN)
    if (
        opened is not None
        and opened.measure is not None
        and opened.measure.value not in (100, row.quantity.reference)
    ):
        raise StopError(opened.start)
    tolerance = said.note(About.TOLERANCE)
    if tolerance is not None:
        modifiers = _tolerant(tolerance, modifiers, row)
    if (rounding := _rounding(said, deducts)) is not None:
        modifiers = replace(modifiers, steps=rounding)
    return replace(modifiers, signed=said.note(About.SIGNED) is not None)


def _bonus_up_to(modifiers: Modifiers, said: Statements, row: Row) -> Modifiers:
    """基本分8分，每多1篇加1分，最高10分: at most two are added."""
    most, bonus, base = said.note(About.GAINED), modifiers.bonus, modifiers.base
    if most is None or most.amount is None or bonus is None or bonus.cap is not None:
        return modifiers
    whole = resolve(row.points(most.amount), row.score)
    start = (
        resolve(base, row.score) if base is not None else None if row.score is None else Fraction(row.score)
    )
    if whole is None or start is None or whole < start:
        raise StopError(most.start)
    cap = Points(PointsKind.POINTS, exact(whole - start, most.start))
    return replace(modifiers, bonus=replace(bonus, cap=cap))


def _hold_notes(said: Statements, modifiers: Modifiers, shapes: list[Shape], row: Row) -> None:
    """A cap on what no rule has, other points than the row's."""
    added, gained, full = said.note(About.ADDED), said.note(About.GAINED), said.note(About.FULL)
    awarded = any(isinstance(shape, Award) for shape in shapes)
    if added is not None and modifiers.bonus is None:
        raise StopError(added.start)
    for note in (gained, full):
        if note is None or note.amount is None or awarded or (note is gained and modifiers.bonus is not None):
            continue
        points = row.points(note.amount)
        if not row.is_full(points):
            if note is gained:
                raise StopError(note.start)
            row.agree(points, note.start, note.end)


def _tolerant(note: Note, modifiers: Modifiers, row: Row) -> Modifiers:
    measure = note.measure
    assert measure is not None
    if measure.kind == "%":
        return replace(modifiers, tolerance=exact(measure.value / 100, note.start), tolerance_unit="%")
    return replace(modifiers, tolerance=exact(measure.value, note.start), tolerance_unit=measure.unit)


def _rounding(said: Statements, deducts: bool) -> StepRounding | None:
    started, rata = said.note(About.STARTED), said.note(About.PRO_RATA)
    if started is None and rata is None:
        return None
    if started is not None and rata is not None:
        raise StopError(rata.start)
    return StepRounding.STARTED if started is not None else StepRounding.PRO_RATA

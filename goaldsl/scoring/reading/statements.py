"""From tokens to what they say: effects, each with the condition in front of it, and notes on the whole."""

from __future__ import annotations

import re

from msgspec.structs import replace

from goaldsl.scoring.reading import effects
from goaldsl.scoring.reading.by_steps import stepwise
from goaldsl.scoring.reading.formulas import Found, formulas, is_product, without_definitions
from goaldsl.scoring.reading.lists import alike, official, shares, told_apart
from goaldsl.scoring.reading.said import (
    About,
    Amount,
    Clause,
    Does,
    Each,
    Effect,
    Loose,
    Measure,
    Note,
    Statements,
    StopError,
)
from goaldsl.scoring.reading.tokens import Token, signs

_PAYS = {"G": Does.GAIN, "g": Does.GAIN, "L": Does.LOSE, "W": Does.OWE, "A": Does.ADD}
_CAPS = {"lost": About.LOST, "added": About.ADDED, "gained": About.GAINED}
_CAPPED = {Does.GAIN: About.GAINED, Does.LOSE: About.LOST, Does.ADD: About.ADDED}
_PAYS_NEXT, _PAYS_TOO = re.compile("t*[GLWZ]"), re.compile(",t*[GLWZ]")
_DEEPEST, _MOST = 6, 24
_PARTS = {"started": About.STARTED, "pro rata": About.PRO_RATA}
_PLAIN = {
    "spent": About.SPENT,
    "floor": About.SPENT,
    "signed": About.SIGNED,
    "open": About.OPEN,
    "linear": About.LINEAR,
    "continue": About.CONTINUE,
}


def statements(text: str, tokens: tuple[Token, ...]) -> Statements:
    """Everything a sentence says; stops where amounts are told apart and the things are not."""
    _bounded(tokens)
    return _Scan(text, _brackets(without_definitions(list(tokens)))).run()


def _bounded(tokens: tuple[Token, ...]) -> None:
    """Brackets within brackets within brackets, and endless calculations, are no sentence of an office."""
    depth = products = 0
    for token in tokens:
        depth += (token.kind == "(") - (token.kind == ")")
        products += token.kind == "x"
        if depth > _DEEPEST or products > _MOST:
            raise StopError(token.start)


def _brackets(tokens: list[Token]) -> list[Token]:
    """A bracket that pays is a clause of its own; one that calculates stays; any other only remarks."""
    place = 0
    while place < len(tokens):
        if tokens[place].kind == "(":
            tokens = _bracket(tokens, place)
        place += 1
    return tokens


def _bracket(tokens: list[Token], place: int) -> list[Token]:
    depth, close = 0, place
    for close in range(place, len(tokens)):
        depth += (tokens[close].kind == "(") - (tokens[close].kind == ")")
        if depth == 0:
            break
    inner = tokens[place + 1 : close]
    around = [*tokens[max(place - 1, 0) : place], *tokens[close + 1 : close + 2]]
    if depth or any(is_product(token) for token in (*around, *inner)):
        return tokens
    kinds = signs(inner)
    if inner and inner[-1].text == "除外" and not set(kinds) & set("Q%PnEGLWA"):
        remark = Token("w", tokens[place].start, tokens[close].end, "()")  # 经批准请假的除外
        return [*tokens[:place], remark, *tokens[close + 1 :]]
    pays = any(
        effects.name(match) not in ("bare", "open", "mark") for match in effects.ANCHOR.finditer(kinds)
    )
    if pays or kinds in ("P", "F") or set(kinds) & set("!MBLWAE"):
        comma = replace(tokens[place], kind=",")
        return [*tokens[:place], comma, *inner, replace(tokens[close], kind=","), *tokens[close + 1 :]]
    if kinds and not set(kinds) & set("w#toTVRSpDabq&hE:,cQn%P~xdHjFG;"):
        return tokens
    remark = Token("w", tokens[place].start, tokens[close].end, "()")
    return [*tokens[:place], remark, *tokens[close + 1 :]]


class _Scan:
    """One walk over the tokens."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.kinds = signs(tokens)
        self.formulas = {found.start: found for found in formulas(tokens)}
        self.pending: list[Token] = []
        self.clauses: list[Clause] = []
        self.notes: list[Note] = []
        self.loose: list[Loose] = []
        self.item = 0

    def run(self) -> Statements:
        place = 0
        while place < len(self.tokens):
            place = self.step(place)
        self.let_go()
        return Statements(tuple(self.clauses), tuple(self.notes), tuple(self.loose), tuple(self.tokens))

    def step(self, place: int) -> int:
        token = self.tokens[place]
        if token.kind == ";" and self.pending and _PAYS_NEXT.match(self.kinds, place + 1):
            return place + 1  # a full stop for a comma: 达到95%。得10分
        if token.kind == "#" or token.kind == ";":
            self.let_go()
            self.item += token.kind == "#"
            return place + 1
        if token.kind == ":" and self.is_heading(place):
            self.pending = []
            self.note(Note(About.FULL, *_ends(self.tokens[place + 1 : place + 2])))
            return place + 2
        found = self.formulas.get(place)
        if found is not None:
            return self.formula(found)
        match = effects.ANCHOR.match(self.kinds, place)
        if match is None or (nearest := self.next_formula(place)) is not None and match.end() > nearest:
            if token.kind not in ",:" or self.pending:
                self.pending.append(token)
            return place + 1
        return self.anchor(effects.name(match), place, match.end())

    def is_heading(self, place: int) -> bool:
        """成交率：10分，达标得满分: the only points behind a colon are those of the row."""
        first = not self.clauses and all(token.kind in "wRtoTV" for token in self.pending)
        return first and self.kinds.count(":P") == 1 and self.kinds[place + 1 : place + 3] in ("P,", "P;")

    def next_formula(self, place: int) -> int | None:
        return min((found.start for found in self.formulas.values() if found.start > place), default=None)

    def formula(self, found: Found) -> int:
        start, end = self.tokens[found.start].start, self.tokens[found.end - 1].end
        self.add(Effect(Does.FORMULA, start, end, formula=tuple(self.tokens[found.first : found.last])))
        return found.end

    def anchor(self, name: str, place: int, end: int) -> int:
        """What the tokens from `place` to `end` say."""
        said = self.tokens[place:end]
        start, stop = said[0].start, said[-1].end
        amount = effects.amount(said)
        match name:
            case "mark":
                self.note(Note(About.MARK, start, stop, words=said[0].meaning))
            case "basis":
                self.note(Note(About.BASIS, start, stop, words="".join(token.text for token in said[1:-1])))
            case "started" if (
                said[0].meaning in (">", ">=") and len({t.value for t in said if t.kind in "%Qn"}) == 1
            ):
                self.note(Note(About.OPEN, start, stop, measure=said[1]))  # 超过100%的按100%计算
            case "started" | "pro rata" if not self.is_rounding(said):
                self.pending.append(said[0])
                return place + 1
            case "started" | "pro rata":
                self.note(Note(_PARTS[name], start, stop, measure=said[1]))
            case "evidence" if any("情况" in token.text for token in said):
                self.note(Note(About.MARK, start, stop, words="evidence"))
            case "evidence":
                self.pending += said
            case "tolerance":
                self.note(
                    Note(About.TOLERANCE, start, stop, measure=next(t for t in said if t.kind in "%Qn"))
                )
            case "floor" if said[-1].meaning == "spent" and any(t.kind not in "t,:" for t in self.pending):
                self.add(Effect(Does.NOTHING, start, stop))
            case "filled" if said[0].meaning == "add":
                self.note(Note(About.ADDED, start, stop, Amount(Measure.FULL)))
            case "filled":
                self.note(Note(About.SPENT, start, stop))
            case "whole base":
                self.add(Effect(Does.GAIN, start, stop, Amount(Measure.FULL)))
            case "full" if said[0].kind == "x" and said[0].text != "占":
                self.pending.append(said[0])
                return place + 1
            case "full":
                self.pending = [] if said[0].kind == "x" else self.pending
                self.note(Note(About.FULL, start, stop, amount))
            case "spent" if amount is not None and amount.measure is Measure.POINTS:
                self.note(Note(About.LOST, start, stop, amount))
            case "spent" | "floor" | "signed" | "open" | "linear" | "continue":
                self.note(Note(_PLAIN[name], start, stop))
            case "lost" | "added" | "gained":
                about = About.ADDED if said[0].meaning == "add" else _CAPS[name]
                self.note(Note(about, start, stop, amount))
            case "capped":
                self.note(Note(self.cap(start), start, stop, amount))
            case "base" if not self.pending:
                self.note(Note(About.BASE, start, stop, amount))
            case _:
                return self.effect(name, place, end, amount)
        return end

    def cap(self, place: int) -> About:
        """10分封顶 is about the steps right before it."""
        last = self.clauses[-1].effect if self.clauses else None
        if self.pending or last is None or last.each is None or last.does not in _CAPPED:
            raise StopError(place)
        return _CAPPED[last.does]

    def is_rounding(self, said: list[Token]) -> bool:
        """不足1%的按1%计 follows a step of 1%; 不足80%的按比例 does not."""
        sizes = [token.value for token in said if token.kind in "%Qn"]
        steps = [clause.effect.each.measure for clause in self.clauses if clause.effect.each]
        known = any(step is not None and step.value == sizes[0] for step in steps)
        whole = {token.unit for token in said if token.kind in "%Qn"} == {"步"}  # 不足一步的按一步计
        return (known or whole) and len(set(sizes)) == 1

    def note(self, note: Note) -> None:
        if note.about is About.OPEN:
            self.pending = []
        self.notes.append(note)

    def effect(self, name: str, place: int, end: int, amount: Amount | None) -> int:
        said = self.tokens[place:end]
        start, stop = said[0].start, said[-1].end
        loses = any(token.kind in "LW" or token.meaning == "lose" for token in said)
        match name:
            case "base":
                self.add(Effect(Does.GAIN, start, stop, amount, base=True))
            case "both":
                self.both(Effect(Does.ADD, start, stop, amount))
            case "pick":
                high, low = effects.picked(said)
                self.add(Effect(Does.PICK, start, stop, high, low, loses=loses))
            case "list":
                self.tell_apart(Effect(Does.LIST, start, stop, amounts=_listed(said)))
            case "picks":
                self.tell_apart(Effect(Does.PICK, start, stop, amounts=shares(said)))
            case "judge":
                self.add(Effect(Does.JUDGE, start, stop, amount, loses=loses))
            case "pay" | "bare" if said[-1].kind == "u":
                does = Does.LOSE if said[0].meaning == "lose" else _PAYS.get(said[0].kind, Does.GAIN)
                measure = replace(said[-1], kind="Q")
                self.add(Effect(does, start, stop, amount, each=Each((), measure, False, ())))
            case "pay" if said[0].kind == "g" and said[0].meaning == "add":
                self.add(Effect(Does.ADD, start, stop, amount))
            case "less" if not any(token.meaning == "short" for token in said):
                raise StopError(start)
            case "less":
                self.add(Effect(Does.LOSE, start, stop, amount))
            case "pay" if said[0].meaning == "lose":
                self.add(Effect(Does.LOSE, start, stop, amount))
            case "pay":
                self.add(Effect(_PAYS[said[0].kind], start, stop, amount))
            case "bare" if (
                self.pending and self.pending[-1].kind in "~c" and _PAYS_TOO.match(self.kinds, end)
            ):
                self.pending += said  # 80-89分，计8分
            case "bare" if all(token.kind == "t" for token in self.pending) and (
                said[0].kind == "F" or (self.clauses and said[0].kind == "P")
            ):
                self.pending = []
                self.note(Note(About.FULL, start, stop, amount))
            case "bare":
                self.add(Effect(Does.GAIN, start, stop, amount))
            case "nothing":
                self.add(Effect(Does.KEEP if said[-1].meaning == "none" else Does.NOTHING, start, stop))
            case "ratio":
                self.ratio(said)
        return end

    def ratio(self, said: list[Token]) -> None:
        loses = said[-1].meaning == "lose" or any(token.meaning == "lose" for token in said)
        self.add(Effect(Does.RATIO, said[0].start, said[-1].end, formula=tuple(said), loses=loses))

    def add(self, effect: Effect) -> None:
        condition, effect = (self.pending, effect) if effect.each else stepwise(self.pending, effect)
        while condition and (condition[-1].kind in ",:&" or condition[-1].kind == "t"):
            condition = condition[:-1]
        condition = self.required(condition)
        if effect.does is Does.GAIN and effect.amount == Amount(Measure.POINTS) and effect.each is None:
            effect = replace(effect, does=Does.NOTHING)
        if condition and condition[-1].meaning == "all alike":
            self.clauses += alike(tuple(condition[:-1]), effect, self.item)
        else:
            self.clauses.append(Clause(tuple(condition), effect, self.item))
        self.pending = []

    def both(self, effect: Effect) -> None:
        """每增减1%加减0.1分: one effect up and one down."""
        pending = self.pending
        if not any(token.meaning == "both" for token in pending):
            raise StopError(effect.start)
        for does, way in ((Does.ADD, "over"), (Does.LOSE, "short")):
            self.pending = [replace(t, meaning=way) if t.meaning == "both" else t for t in pending]
            self.add(replace(effect, does=does))

    def required(self, condition: list[Token]) -> list[Token]:
        """处理率达80%以上，否则: what stands in front is no part of the condition."""
        rest = [place for place, token in enumerate(condition) if token.kind == "H"]
        if not rest or not rest[0] or condition[rest[0] - 1].kind != ",":
            return condition
        self.loose.append(Loose(tuple(condition[: rest[0] - 1]), self.item))
        return condition[rest[0] :]

    def tell_apart(self, effect: Effect) -> None:
        """One clause for each of several amounts."""
        while self.pending and self.pending[-1].kind in ",:t&":
            self.pending.pop()
        if effect.does is Does.PICK:
            start = self.pending[0].start if self.pending else effect.start
            self.clauses += official(self.text[start : effect.start], start, effect, self.item)
        else:
            self.clauses += told_apart(tuple(self.pending), effect, self.item)
        self.pending = []

    def let_go(self) -> None:
        """Words that no effect followed."""
        if self.pending:
            self.loose.append(Loose(tuple(self.pending), self.item))
        self.pending = []


def _ends(tokens: list[Token]) -> tuple[int, int, Amount | None]:
    return tokens[0].start, tokens[-1].end, effects.amount(tokens)


def _listed(said: list[Token]) -> tuple[tuple[Does, Amount], ...]:
    """分别扣1分、2分: one effect each."""
    does = next((_PAYS[token.kind] for token in said if token.kind in "GLWA"), Does.GAIN)
    plain = [token for token in said if token.kind != "t"]
    share = {
        id(one) for one, other in zip(plain, plain[1:], strict=False) if one.kind == "F" and other.kind == "%"
    }
    listed = (token for token in plain if token.kind in "nP%KF" and id(token) not in share)  # 满分的100%、80%
    amounts = (effects.amount([token]) for token in listed)
    return tuple((does, amount) for amount in amounts if amount is not None)

"""From rule to text of the `.goal` language, canonical, in Chinese or English: the inverse of `grammar/rule.tx`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Basis,
    BasisKind,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    Manual,
    Modifiers,
    Pass,
    Points,
    PointsKind,
    Ratio,
    Rule,
    Shape,
    Step,
    StepDirection,
    Term,
)
from goaldsl.parse.keywords import BASES, MODIFIERS, SHAPES, Keyword
from goaldsl.scoring.points import percent, plain


def dsl(rule: Rule, *, english: bool = False) -> str:
    """The rule as an author would write it; parsing it gives the same rule again."""
    carrier = _carrier(rule)
    write = _Writer(english)
    terms = []
    for place, term in enumerate(rule.terms):
        modifiers = write.modifiers(rule.modifiers) if place == carrier else ()
        terms.append(" ".join([write.term(term), *modifiers]))
    return " + ".join(terms)


def _carrier(rule: Rule) -> int:
    """The term behind which the modifiers of the rule stand: the last that does not take one for its own."""
    places = [place for place, term in enumerate(rule.terms) if not _captures(term.shape, rule.modifiers)]
    return places[-1] if places else len(rule.terms) - 1


def _captures(shape: Shape, modifiers: Modifiers) -> bool:
    match shape:
        case Manual():
            return True
        case Award(cap=None):
            return modifiers.cap is not None
        case Pass(otherwise=None):
            return modifiers.otherwise is not None
        case _:
            return False


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a rule in one of the two languages."""

    english: bool

    def word(self, keyword: Keyword) -> str:
        return keyword.english if self.english else keyword.chinese

    def shape_word(self, key: str) -> str:
        return self.word(SHAPES[key])

    def modifier_word(self, key: str) -> str:
        return self.word(MODIFIERS[key])

    def term(self, term: Term) -> str:
        shape = self.shape(term.shape)
        return shape if term.basis.kind is BasisKind.ACTUAL else f"{self.basis(term.basis)} {shape}"

    def basis(self, basis: Basis) -> str:
        word = self.word(BASES[basis.kind])
        return f"{word} {basis.word}" if basis.word else word

    def shape(self, shape: Shape) -> str:
        match shape:
            case Ratio():
                return self.ratio(shape)
            case Pass(otherwise=otherwise):
                return self.followed(self.shape_word("pass"), self.modifier_word("else"), otherwise)
            case Deduct(points=points, step=step):
                return self.stepped("deduct", "扣", points, step)
            case Award(points=points, step=step, cap=cap):
                text = self.stepped("award", "得", points, step)
                return self.followed(text, "cap" if self.english else "最多", cap)
            case Grade(grades=grades):
                return self.listed("grade", ((grade.word, grade.points) for grade in grades))
            case Bands(bands=bands):
                return self.listed("bands", ((_limit(band), band.points) for band in bands))
            case Interpolation(nodes=nodes):
                return self.listed(
                    "points", ((_amount(node.amount, node.unit), node.points) for node in nodes)
                )
            case Checklist(items=items):
                return self.listed("checklist", ((item.text, item.points) for item in items))
            case Judged(grades=judged):
                ranges = (
                    f"{grade.word} {self.points(grade.high)}-{self.points(grade.low)}" for grade in judged
                )
                return " ".join([self.shape_word("judged"), ", ".join(ranges)]).rstrip()
            case Manual(text=text):
                return f"{self.shape_word('manual')} {text}"

    def ratio(self, shape: Ratio) -> str:
        parts = [self.shape_word("ratio")]
        if shape.floor is not None:
            parts.append(f"{self.modifier_word('floor')} {percent(shape.floor)}")
        if shape.cutoff is not None:
            parts.append(
                f"{self.modifier_word('cutoff')} {percent(shape.cutoff)}{self.only_chinese(' 不得分')}"
            )
        if shape.of is not None:
            parts.append(f"{self.modifier_word('of')} {percent(shape.of)}{self.only_chinese(' 为基数')}")
        return " ".join(parts)

    def only_chinese(self, text: str) -> str:
        return "" if self.english else text

    def listed(self, key: str, items: Iterable[tuple[str, Points]]) -> str:
        return (
            f"{self.shape_word(key)} {', '.join(f'{text} {self.points(points)}' for text, points in items)}"
        )

    def followed(self, text: str, word: str, points: Points | None) -> str:
        return text if points is None else f"{text} {word} {self.points(points)}"

    def stepped(self, key: str, verb: str, points: Points, step: Step) -> str:
        """每低1%扣0.5分, deduct 0.5 per short 1%."""
        if self.english:
            return f"{self.shape_word(key)} {self.points(points)} per {self.side(step)}{self.step(step)}"
        mark = "分" if points.kind is PointsKind.POINTS else ""
        return f"每{self.side(step)}{self.step(step)}{verb}{self.points(points)}{mark}"

    def side(self, step: Step) -> str:
        if step.direction is None:
            return ""
        if self.english:
            return f"{step.direction} "
        if step.direction is StepDirection.OVER:
            return "超"
        return "低" if step.of_target or (step.unit or "").endswith(("%", "‰", "百分点")) else "少"

    def step(self, step: Step) -> str:
        if step.of_target and not self.english:
            return f"目标值的{plain(step.amount)}%"
        return f"{_amount(step.amount, step.unit)}{' of target' if step.of_target else ''}"

    def points(self, points: Points) -> str:
        match points.kind:
            case PointsKind.POINTS:
                return plain(points.amount)
            case PointsKind.PERCENT:
                return f"{plain(points.amount)}%"
            case PointsKind.FRACTION:
                return f"{plain(points.amount)}/{plain(points.over)}"
            case PointsKind.FULL:
                return self.modifier_word("full")
            case PointsKind.LESS:
                return f"{self.modifier_word('less')}{' ' if self.english else ''}{plain(points.amount)}"

    def modifiers(self, modifiers: Modifiers) -> Iterator[str]:
        """In the order in which none takes what belongs to the next."""
        if modifiers.tolerance is not None:
            share = modifiers.tolerance_unit == "%"
            amount = modifiers.tolerance * 100 if share else modifiers.tolerance
            yield f"{self.modifier_word('tolerance')} {_amount(amount, modifiers.tolerance_unit)}"
        if modifiers.cap is not None:
            yield f"{self.modifier_word('cap')} {self.points(modifiers.cap)}"
        if modifiers.base is not None:
            yield f"{self.modifier_word('base')} {self.points(modifiers.base)}"
        if modifiers.bonus is not None:
            bonus, per = modifiers.bonus, self.modifier_word("per")
            step = f"{self.side(bonus.step)}{self.step(bonus.step)}"
            text = f"{self.modifier_word('bonus')} {self.points(bonus.points)} {per} {step}"
            yield self.followed(text, "cap" if self.english else "最多", bonus.cap)
        if modifiers.steps is not None:
            yield self.modifier_word(modifiers.steps)
        if modifiers.signed:
            yield self.modifier_word("signed")
        if modifiers.otherwise is not None:
            yield f"{self.modifier_word('else')} {self.points(modifiers.otherwise)}"
        if modifiers.reverse is not None:
            yield self.modifier_word(modifiers.reverse)


def _amount(amount: Decimal, unit: str | None) -> str:
    if unit is None or unit[0] in "%‰" or not unit.isascii():
        return f"{plain(amount)}{unit or ''}"
    return f"{plain(amount)} {unit}"


def _limit(band: Band) -> str:
    return f"{band.operator} {_amount(band.amount, band.unit)}"

"""From the parser's rule to the model's: words become kinds, percentages become shares."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from goaldsl.diagnostics import Finding, Message
from goaldsl.model import rule as model
from goaldsl.model.place import Span
from goaldsl.parse import codes
from goaldsl.parse.keywords import BASES, MODIFIERS
from goaldsl.parse.numbers import number

Place = Callable[[int, int], Span]

_BASES = {spelling: kind for kind, keyword in BASES.items() for spelling in keyword.spellings}
_SHORT = frozenset(MODIFIERS["short"].spellings)
_OPERATORS = {
    "≥": ">=", "=>": ">=", "大于等于": ">=", "不低于": ">=", "不少于": ">=", "不小于": ">=",
    "≤": "<=", "=<": "<=", "小于等于": "<=", "不超过": "<=", "不高于": "<=", "不大于": "<=", "不多于": "<=",
    "大于": ">", "超过": ">", "高于": ">", "小于": "<", "低于": "<", "少于": "<", "==": "=", "等于": "=",
}  # fmt: skip


class RuleLowering:
    """Lowers one rule; what is wrong with it gathers in `findings`."""

    def __init__(self, place: Place, source_words: Callable[[int, int], str]) -> None:
        self.place = place
        self.words = source_words
        self.findings: list[Finding] = []

    def rule(self, node: Any) -> model.Rule:
        """The rule; modifiers of a single shape (及格, 否则 …) are folded into the shape."""
        modifiers: dict[str, Any] = {}
        terms = []
        for term in node.terms:
            shape = self._shape(term.shape)
            for modifier in term.modifiers:
                shape = self._modify(shape, modifier, modifiers)
            terms.append(model.Term(shape, self._basis(term.basis), self._span(term)))
        return model.Rule(tuple(terms), model.Modifiers(**modifiers), self._span(node))

    def _span(self, node: Any) -> Span:
        return self.place(node._tx_position, node._tx_position_end)

    def _text(self, node: Any, words: str) -> str:
        """`words` of the shadow as the author typed them."""
        start = node._tx_position
        return self.words(start, start + len(words)).strip() if words else ""

    def _number(self, node: Any, text: str) -> Decimal:
        exact = number(text)
        if exact is None:
            self.findings.append(
                Finding(codes.NUMBER, self._span(node), Message("数字太长，请核对", "a number far too long"))
            )
        return exact if exact is not None else Decimal(0)

    def _basis(self, node: Any) -> model.Basis:
        if node is None:
            return model.Basis()
        return model.Basis(model.BasisKind(_BASES[node.kind.strip()]), node.word or None)

    def _shape(self, node: Any) -> model.Shape:
        lower: Callable[[Any], model.Shape] = getattr(self, "_" + type(node).__name__.lower())
        return lower(node)

    def _ratio(self, node: Any) -> model.Shape:
        return model.Ratio()

    def _pass(self, node: Any) -> model.Shape:
        return model.Pass()

    def _deduct(self, node: Any) -> model.Shape:
        return model.Deduct(
            self._points(node.points), self._step(node.step, getattr(node, "direction", None))
        )

    def _award(self, node: Any) -> model.Shape:
        return model.Award(self._points(node.points), self._step(node.step, None))

    def _grade(self, node: Any) -> model.Shape:
        return model.Grade(
            tuple(
                model.GradePoints(
                    self._text(grade, grade.word), self._points(grade.points), self._span(grade)
                )
                for grade in node.grades
            )
        )

    def _bands(self, node: Any) -> model.Shape:
        return model.Bands(
            tuple(
                model.Band(
                    _OPERATORS.get(band.operator, band.operator) or ">=",
                    self._number(band, band.amount),
                    band.unit or None,
                    self._points(band.points),
                    self._span(band),
                )
                for band in node.bands
            )
        )

    def _interpolation(self, node: Any) -> model.Shape:
        return model.Interpolation(
            tuple(
                model.Node(
                    self._number(item, item.amount),
                    item.unit or None,
                    self._points(item.points),
                    self._span(item),
                )
                for item in node.nodes
            )
        )

    def _checklist(self, node: Any) -> model.Shape:
        return model.Checklist(
            tuple(
                model.ChecklistItem(self._text(item, item.text), self._points(item.points), self._span(item))
                for item in node.items
            )
        )

    def _judged(self, node: Any) -> model.Shape:
        return model.Judged(
            tuple(
                model.JudgedGrade(
                    self._text(grade, grade.word),
                    self._points(grade.high),
                    self._points(grade.low),
                    self._span(grade),
                )
                for grade in node.grades or ()
            )
        )

    def _manual(self, node: Any) -> model.Shape:
        words = self.words(node._tx_position_end - len(node.text), node._tx_position_end)
        return model.Manual(words.strip())

    def _points(self, node: Any) -> model.Points:
        span = self._span(node)
        if getattr(node, "full", None):
            return model.Points(model.PointsKind.FULL, span=span)
        amount = self._number(node, node.number)
        if getattr(node, "less", None):
            return model.Points(model.PointsKind.LESS, amount, span=span)
        if node.percent:
            return model.Points(model.PointsKind.PERCENT, amount, span=span)
        if getattr(node, "over", None):
            over = self._number(node, node.over)
            return model.Points(model.PointsKind.FRACTION, amount, over, span=span)
        return model.Points(model.PointsKind.POINTS, amount, span=span)

    def _step(self, node: Any, outer: str | None) -> model.Step:
        span = self._span(node)
        word = outer or node.direction
        direction = None
        if word:
            direction = model.StepDirection.SHORT if word in _SHORT else model.StepDirection.OVER
        if node.share is not None:
            return model.Step(self._number(node, node.share.amount), "%", True, direction, span)
        amount = self._number(node, node.amount)
        return model.Step(amount, node.unit or None, bool(node.of_target), direction, span)

    def _share(self, node: Any) -> Decimal:
        return self._number(node, node.amount) / 100

    def _modify(self, shape: model.Shape, node: Any, modifiers: dict[str, Any]) -> model.Shape:
        """Put one modifier where it belongs: into the shape, or among the rule's."""
        kind = type(node).__name__.removesuffix("Modifier").lower()
        if kind in ("floor", "cutoff", "of"):
            if not isinstance(shape, model.Ratio) or getattr(shape, kind) is not None:
                return self._misplaced(shape, node)
            parts = {
                "floor": shape.floor,
                "cutoff": shape.cutoff,
                "of": shape.of,
                kind: self._share(node.share),
            }
            return model.Ratio(**parts)
        if kind == "else" and isinstance(shape, model.Pass) and shape.otherwise is None:
            return model.Pass(self._points(node.points))
        bonus = modifiers.get("bonus")
        if kind == "cap" and bonus is not None and bonus.cap is None:
            modifiers["bonus"] = model.Bonus(bonus.points, bonus.step, self._points(node.points))
            return shape
        if kind == "cap" and isinstance(shape, model.Award) and shape.cap is None:
            return model.Award(shape.points, shape.step, self._points(node.points))
        added = self._general(kind, node)
        if any(name in modifiers for name in added):
            return self._misplaced(shape, node)
        modifiers.update(added)
        return shape

    def _general(self, kind: str, node: Any) -> dict[str, Any]:
        if kind == "tolerance":
            amount = self._number(node, node.amount)
            if node.unit in ("%", "‰"):
                return {"tolerance": amount / (100 if node.unit == "%" else 1000), "tolerance_unit": "%"}
            return {"tolerance": amount, "tolerance_unit": node.unit or None}
        if kind in ("cap", "base"):
            return {kind: self._points(node.points)}
        if kind == "bonus":
            step = self._step(node.step, getattr(node, "direction", None))
            return {"bonus": model.Bonus(self._points(node.points), step)}
        if kind == "steps":
            started = node.word in ("started", "不足按一步")
            return {"steps": model.StepRounding.STARTED if started else model.StepRounding.PRO_RATA}
        if kind == "signed":
            return {"signed": True}
        if kind == "else":
            return {"otherwise": self._points(node.points)}
        linear = node.word in ("linear", "线性")
        return {"reverse": model.ReverseConvention.LINEAR if linear else model.ReverseConvention.INVERSE}

    def _misplaced(self, shape: model.Shape, node: Any) -> model.Shape:
        words = self.words(node._tx_position, node._tx_position_end)
        self.findings.append(
            Finding(
                codes.RULE,
                self._span(node),
                Message(
                    f"“{words}”写了两次，或者不适用于这条规则",
                    f"“{words}” stands twice or does not fit this rule",
                ),
                remedy=Message("删去它。", "Remove it."),
            )
        )
        return shape

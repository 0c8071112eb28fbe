"""Whether the shape of a rule suits its basis and its target (GB302–GB305)."""

from __future__ import annotations

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import Span
from goaldsl.model.rule import (
    Bands,
    BasisKind,
    Checklist,
    Grade,
    Interpolation,
    Judged,
    Ratio,
    Term,
)
from goaldsl.model.target import DeadlineTarget, PeriodTarget, QualityTarget, QuantityTarget, RangeTarget
from goaldsl.parse.keywords import BASES, SHAPES
from goaldsl.scoring import shape_codes as codes
from goaldsl.scoring.quantity import asked
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity.reporting import found

_RELATIVE = (BasisKind.ATTAINMENT, BasisKind.DEVIATION)
_NO_RATIO = (BasisKind.DEVIATION, BasisKind.LATE, BasisKind.COUNT)
_SHAPE_KEYS = {
    Ratio: "ratio",
    Bands: "bands",
    Interpolation: "points",
    Grade: "grade",
    Checklist: "checklist",
    Judged: "judged",
}


def examine(term: Term, subject: Subject, span: Span) -> Finding | None:
    """The first reason why the term cannot be applied as it stands."""
    shape, basis, target = term.shape, term.basis.kind, subject.target
    if basis is not BasisKind.ACTUAL and isinstance(shape, Grade | Checklist | Judged):
        return _unfit_basis(term, span)
    if isinstance(shape, Ratio) and basis in _NO_RATIO:
        return _unfit_basis(term, span)
    if basis in _RELATIVE and isinstance(target, QualityTarget | DeadlineTarget | PeriodTarget):
        return _unfit_basis(term, span)
    if isinstance(shape, Ratio | Bands | Interpolation) and _lacks_number(term, subject):
        return _needs_number(term, subject, span)
    if _divides_by_zero(term, subject):
        return relative_to_zero(term.span, span)
    if isinstance(shape, Grade | Judged) and isinstance(target, QuantityTarget | RangeTarget):
        return _grades_on_number(term, span)
    return None


def _lacks_number(term: Term, subject: Subject) -> bool:
    if term.basis.kind in (BasisKind.LATE, BasisKind.COUNT):
        return False
    if isinstance(subject.target, QualityTarget):
        return True
    dated = isinstance(subject.target, DeadlineTarget | PeriodTarget | RangeTarget)
    return dated and isinstance(term.shape, Ratio)


def _divides_by_zero(term: Term, subject: Subject) -> bool:
    if isinstance(term.shape, Ratio) and asked(term.basis, subject).reference == 0:
        return True
    target = subject.target
    return term.basis.kind in _RELATIVE and isinstance(target, QuantityTarget) and target.amount == 0


def _shape_words(term: Term) -> tuple[str, str]:
    keyword = SHAPES[_SHAPE_KEYS[type(term.shape)]]
    return keyword.chinese, keyword.english


def _target_words(subject: Subject) -> tuple[str, str]:
    match subject.target:
        case QualityTarget(word=word):
            return f"定性的“{word}”", f"the words “{word}”"
        case DeadlineTarget(text=text) | PeriodTarget(text=text):
            return f"期限“{text}”", f"the date “{text}”"
        case RangeTarget(text=text):
            return f"范围“{text}”", f"the range “{text}”"
        case _:
            return "没有数值的", "no number"


def _unfit_basis(term: Term, span: Span) -> Finding:
    basis = BASES[term.basis.kind]
    return found(
        codes.BASIS_UNFIT,
        term.span,
        span,
        Message(
            f"“{basis.chinese}”在这里用不上：这种规则或这个指标值没有{basis.chinese}可算",
            f"“{basis.english}” means nothing here: this rule or this target has none",
        ),
        Message(
            f"去掉“{basis.chinese}”，或改用能用它的规则（如 每…扣…分）。",
            "Remove it, or use a rule that can use it (deduct … per …).",
        ),
    )


def _needs_number(term: Term, subject: Subject, span: Span) -> Finding:
    (zh, en), (target_zh, target_en) = _shape_words(term), _target_words(subject)
    if isinstance(subject.target, QualityTarget):
        remedy = Message("定性指标用 分档、逐项 或 按评判等级。", "Use grade, checklist or judged.")
    elif isinstance(subject.target, RangeTarget):
        remedy = Message("用 直接赋分 或 每1%扣1分。", "Use pass or deduct 1 per 1%.")
    else:
        remedy = Message("用 每推迟10天扣1分 或 直接赋分。", "Use deduct 1 per 10 天, or pass.")
    return found(
        codes.NEEDS_NUMBER,
        term.span,
        span,
        Message(
            f"“{zh}”要有一个计划值才能计算，而指标值是{target_zh}",
            f"“{en}” needs one planned number, but the target is {target_en}",
        ),
        remedy,
    )


def relative_to_zero(place: Span, span: Span) -> Finding:
    """Something is measured as a share of a target that is 0."""
    return found(
        codes.RELATIVE_TO_ZERO,
        place,
        span,
        Message(
            "指标值是 0，不能按计划值的比例计分", "the target is 0: nothing can be scored relative to it"
        ),
        Message("用 直接赋分，或按数量扣分，如 每超1起扣1分。", "Use pass, or deduct by number."),
    )


def _grades_on_number(term: Term, span: Span) -> Finding:
    zh, en = _shape_words(term)
    return found(
        codes.GRADES_ON_NUMBER,
        term.span,
        span,
        Message(
            f"指标值是数值，“{zh}”却要由人判断是哪一档",
            f"the target is a number, but “{en}” asks a person to pick a grade",
        ),
        Message(
            "用 按区间、按比例 或 每低…扣…分，由实际值直接算出得分。",
            "Use bands, ratio or deduct, which the actual value decides.",
        ),
    )

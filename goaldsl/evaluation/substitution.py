"""偷换目标: a self-evaluation held against the declaration that was approved. Every changed target, points or
sentence is an error, and so is every indicator that came or went: once approved, goals are not changed by evaluating.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from goaldsl.catalog import folded, similar
from goaldsl.diagnostics import Code, Finding, Message
from goaldsl.evaluation import codes
from goaldsl.model.place import Span
from goaldsl.published import declaration as interchange
from goaldsl.published import self_evaluation

Places = Callable[[int | None], Span]
"""Where an evaluated indicator stands in the file that is reported on; None asks for the file as a whole."""

_NUMBER = re.compile(r"[\d.]+")
_APPROVED = Message(
    "批复后的绩效目标不得自行调整；确需调整的，按程序报批后重新下达。",
    "Approved goals are not changed on one's own; a change is approved first.",
)


def substitutions(
    evaluated: self_evaluation.Document, approved: interchange.Document, places: Places
) -> Iterator[Finding]:
    """What the self-evaluation changed of the approved declaration."""
    other = list(_identity(evaluated, approved, places))
    if other:
        yield from other  # another declaration altogether: comparing rows would say nothing
        return
    yield from _objectives(evaluated, approved, places)
    pairs, added, missing = _paired(evaluated.indicators, approved.declaration.indicators)
    for at, row, promised in pairs:
        yield from _row(row, promised, places(at))
    names = [evaluated.indicators[at].name for at in added]
    for promised in missing:
        yield _missing(promised, names, places(None))
    for at in added:
        yield _added(evaluated.indicators[at], places(at))


def _identity(
    evaluated: self_evaluation.Document, approved: interchange.Document, places: Places
) -> Iterator[Finding]:
    here, there = evaluated.declaration, approved.declaration
    if here.year != there.year:
        yield _other(
            f"自评是 {here.year} 年度，批复的是 {there.year} 年度",
            f"{here.year} against {there.year}",
            places,
        )
    name = there.unit.name or there.fields.get("填报单位")
    if here.unit and name and folded(here.unit) != folded(name):
        yield _other(f"自评的是“{here.unit}”，批复的是“{name}”", f"{here.unit} against {name}", places)


def _other(zh: str, en: str, places: Places) -> Finding:
    return Finding(
        codes.OTHER_APPROVED,
        places(None),
        Message(zh, en),
        remedy=Message(
            "换成同一单位、同一年度批复的交换文件。", "Give the approved file of the same unit and year."
        ),
    )


def _objectives(
    evaluated: self_evaluation.Document, approved: interchange.Document, places: Places
) -> Iterator[Finding]:
    here = evaluated.declaration.objectives
    there = tuple((item.number or "") + item.text for item in approved.declaration.objectives)
    if here == there:
        return
    at = next((at for at, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        zh, en = (
            f"年度目标原有 {len(there)} 条，现有 {len(here)} 条",
            f"{len(there)} goals became {len(here)}",
        )
    else:
        zh, en = f"年度目标原为“{there[at]}”，现为“{here[at]}”", f"“{there[at]}” became “{here[at]}”"
    yield Finding(codes.CHANGED_GOAL, places(None), Message(zh, en), notes=(_APPROVED,))


Pair = tuple[int, self_evaluation.Row, interchange.Indicator]


def _paired(
    rows: Sequence[self_evaluation.Row], promised: Sequence[interchange.Indicator]
) -> tuple[list[Pair], list[int], list[interchange.Indicator]]:
    """Rows that are the same indicator: by declared identity, by class and name, by name; each once."""
    pairs: list[Pair] = []
    free = dict(enumerate(promised))
    open_rows = dict(enumerate(rows))
    keys: tuple[Callable[[self_evaluation.Row | interchange.Indicator], object], ...] = (
        lambda row: row.id,
        lambda row: (row.level2, folded(row.name)),
        lambda row: folded(row.name),
    )
    for key in keys:
        known: dict[object, list[int]] = {}
        for at, indicator in free.items():
            known.setdefault(key(indicator), []).append(at)
        for at, row in list(open_rows.items()):
            matches = known.get(key(row)) if key(row) is not None else None
            if matches:
                found = matches.pop(0)
                pairs.append((at, row, free.pop(found)))
                del open_rows[at]
    return sorted(pairs, key=lambda pair: pair[0]), sorted(open_rows), list(free.values())


def _row(row: self_evaluation.Row, promised: interchange.Indicator, span: Span) -> Iterator[Finding]:
    here, there = (each.type + each.value + each.unit for each in (row, promised))
    if here != there:
        yield _changed(codes.CHANGED_TARGET, "指标值", "target", there, here, row.name, span)
    if promised.score is not None and row.score != promised.score:
        yield _changed(
            codes.CHANGED_POINTS, "分值", "points", promised.score, row.score or "（空）", row.name, span
        )
    if _differ(row.criterion, promised.criterion, bare=here != there or row.score != promised.score):
        yield _changed(
            codes.CHANGED_SENTENCE, "评分标准", "criterion", promised.criterion, row.criterion, row.name, span
        )
    if row.name != promised.name:
        yield _changed(codes.CHANGED_INDICATOR, "名称", "name", promised.name, row.name, row.name, span)
    if row.level2 != promised.level2:
        here, there = row.level2 or "（无）", promised.level2 or "（无）"
        yield _changed(codes.CHANGED_INDICATOR, "二级指标", "class", there, here, row.name, span)


def _differ(one: str, other: str, *, bare: bool) -> bool:
    """Whether two sentences differ; `bare`: beyond the numbers of a target or of points already reported."""
    if bare:
        one, other = _NUMBER.sub("", one), _NUMBER.sub("", other)
    return one != other


def _changed(code: Code, what: str, english: str, there: str, here: str, name: str, span: Span) -> Finding:
    return Finding(
        code,
        span,
        Message(
            f"“{name}”的{what}批复为“{there}”，自评用的是“{here}”",
            f"{english} of {name}: approved “{there}”, evaluated against “{here}”",
        ),
        notes=(_APPROVED,),
        remedy=Message(f"改回批复的{what}。", f"Restore the approved {english}."),
    )


def _missing(promised: interchange.Indicator, added: Sequence[str], span: Span) -> Finding:
    near = similar(promised.name, added)
    hint = f"，是不是改成了“{near}”" if near else ""
    return Finding(
        codes.MISSING_INDICATOR,
        span,
        Message(
            f"批复的指标“{promised.name}”没有自评{hint}",
            f"the approved indicator {promised.name} is not evaluated",
        ),
        notes=(_APPROVED,),
        remedy=Message("补上这个指标的自评。", "Evaluate it."),
    )


def _added(row: self_evaluation.Row, span: Span) -> Finding:
    return Finding(
        codes.ADDED_INDICATOR,
        span,
        Message(f"指标“{row.name}”不在批复的目标里", f"the indicator {row.name} was not approved"),
        notes=(_APPROVED,),
        remedy=Message("删去，或先报批调整。", "Remove it, or have the change approved first."),
    )

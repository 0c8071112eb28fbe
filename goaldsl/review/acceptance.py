"""Accepted findings: `说明[CODE]：理由` takes a finding off the list, and an acceptance without effect is reported.

## 作用
写了 `说明[代码]：理由`，却没有起作用：代码查不到、没有理由、这一处已经没有这个问题，或者是不能说明的错误。

## 为什么
说明是替审核人留的凭据。没有理由的说明等于没说；问题改掉以后说明还在，下一年会把新问题也遮住。

## 示例
```goal
数量指标 培训人次 >= 200 人次
  说明[GC202]：县财政要求按支出进度考核
```
这一行不是金额，没有 GC202 可说明。

## 改法
问题已经没有了就删去说明；代码写错就改正；理由要写明白，如依据的文件、审核人的意见。
写在指标下面的说明只管这个指标，写在 `部门` 之前、顶格的管整份表。年终自评的问题（GA）在实际值文件里说明，写 `"说明[GA110]" = "理由"`。读不懂的词、查不到的分类一类错误不能说明，只能改正。

## 依据
语言指南，“检查与说明”。
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from goaldsl.catalog import guessing
from goaldsl.diagnostics import WARNING, Code, Finding, Message, Severity
from goaldsl.model.declaration import Acceptance, Declaration
from goaldsl.model.place import Span
from goaldsl.review.places import ListedFinding

CODE = Code(
    "GC512",
    "unused-acceptance",
    Message("说明没有起作用", "an acceptance without effect"),
    WARNING,
    __doc__.partition("\n")[2].strip() + "\n",
)

_UNBUILDABLE = ("GS", "GB")  # what cannot be read or means nothing cannot be accepted either
_OF_CHANGES = ("GD", "GA2")  # silent where nothing is compared: against another baseline they may hold

_OF_YEAR_END = Message(
    "删去这条说明；年终自评的问题在实际值文件里那个指标下面说明。",
    "Remove it; findings of the year's end are accepted in the file of actual values, below their indicator.",
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """An acceptance and the stretches of its file that it holds for."""

    acceptance: Acceptance
    extents: tuple[Span, ...]

    @property
    def code(self) -> str:
        return self.acceptance.code.value.upper()

    def covers(self, span: Span) -> bool:
        return any(extent.start <= span.start <= extent.end for extent in self.extents)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a pass lets people accept.

    `known`: the codes it judges, as an acceptance may name them. `never`: findings that must be corrected.
    `stale`: whether an acceptance without effect is reported; not where much is still unread or open.
    `recorded`: what the finding now says, where acceptances record the change they are for.
    """

    known: Collection[str]
    never: Callable[[Finding], bool]
    stale: bool = True
    recorded: Callable[[Finding, Acceptance], bool] = lambda _finding, _acceptance: True


def apply(findings: Iterable[Finding], accepted: Sequence[Accepted], ruling: Ruling) -> list[Finding]:
    """The findings that nobody accepted, and one more for each acceptance without effect."""
    by_code: dict[str, list[Accepted]] = {}
    for entry in accepted:
        if entry.acceptance.reason.value.strip():
            by_code.setdefault(entry.code, []).append(entry)
    left: list[Finding] = []
    used: set[Span] = set()
    refused: set[str] = set()
    for finding in findings:
        entries = [
            each for each in by_code.get(finding.code.code, []) if ruling.recorded(finding, each.acceptance)
        ]
        if entries and ruling.never(finding):
            refused.add(finding.code.code)
            entries = []
        rest = _without(finding, entries, used)
        if rest is not None:
            left.append(rest)
    problems = (_problem(entry, ruling, refused, used) for entry in accepted)
    return [*left, *(problem for problem in problems if problem is not None)]


def of_declaration(
    findings: Iterable[Finding], declaration: Declaration, known: Collection[str]
) -> list[Finding]:
    """What is left of the findings of a `.goal` file; `known`: every code there is."""

    def never(finding: Finding) -> bool:
        severity = finding.code.severities.under(declaration.preset)
        return finding.code.code.startswith(_UNBUILDABLE) and severity is Severity.ERROR

    return apply(findings, list(_written(declaration)), Ruling(known, never, declaration.complete))


def _written(declaration: Declaration) -> Iterator[Accepted]:
    whole = Span(0, len(declaration.source.text))
    for acceptance in declaration.accepted:
        yield Accepted(acceptance, (whole,))
    for indicator in declaration.indicators:
        for acceptance in indicator.accepted:
            yield Accepted(acceptance, (indicator.extent,))


def _without(finding: Finding, entries: list[Accepted], used: set[Span]) -> Finding | None:
    """What the acceptances leave of a finding."""
    rest: Finding | None = finding
    for entry in entries:
        if rest is None:
            break
        if isinstance(rest, ListedFinding):
            less = rest.without(entry.covers)
        else:
            less = None if _touches(entry, rest) else rest
        if less is not rest:
            used.add(entry.acceptance.span)
        rest = less
    return rest


def _touches(entry: Accepted, finding: Finding) -> bool:
    """A goal that an indicator contradicts is accepted at the indicator: goals carry no acceptances."""
    return any(
        map(entry.covers, (finding.span, *(each.span for each in finding.related if each.file is None)))
    )


def _problem(entry: Accepted, ruling: Ruling, refused: set[str], used: set[Span]) -> Finding | None:
    code, acceptance = entry.code, entry.acceptance
    if code.startswith(_OF_CHANGES):
        return None
    if code not in ruling.known:
        return _unknown(acceptance, ruling.known)
    if not acceptance.reason.value.strip():
        return _without_reason(acceptance)
    if code in refused:
        return _refused(acceptance)
    if ruling.stale and acceptance.span not in used:
        return _unused(acceptance)
    return None


def _unknown(acceptance: Acceptance, known: Iterable[str]) -> Finding:
    code = acceptance.code.value
    finding = Finding(
        CODE,
        acceptance.code.span,
        Message(f"没有代码为 {code} 的检查，这条说明不起作用", f"there is no check {code}"),
        remedy=Message("照检查结果里的代码写，如 GC202。", "Copy the code from the report, such as GC202."),
    )
    return guessing(finding, code, sorted(known))


def _without_reason(acceptance: Acceptance) -> Finding:
    code = acceptance.code.value
    return Finding(
        CODE,
        acceptance.span,
        Message(f"说明[{code}] 没有写理由，不起作用", f"the acceptance of {code} gives no reason"),
        remedy=Message(
            "把理由写在后面，如依据的文件、审核人的意见。",
            "Write the reason: a document, the reviewer's word.",
        ),
    )


def _refused(acceptance: Acceptance) -> Finding:
    code = acceptance.code.value
    return Finding(
        CODE,
        acceptance.code.span,
        Message(f"{code} 是必须改正的错误，不能用说明放过", f"{code} is an error that cannot be accepted"),
        notes=(
            Message("读不懂或查不到的词，印出来就不是要报的内容。", "What cannot be read cannot be printed."),
        ),
        remedy=Message("改正那一处，再删去这条说明。", "Correct it, then remove the acceptance."),
    )


def _unused(acceptance: Acceptance) -> Finding:
    code = acceptance.code.value
    return Finding(
        CODE,
        acceptance.code.span,
        Message(f"这里没有 {code} 的问题，说明已经过时", f"there is no {code} here; the acceptance is stale"),
        remedy=_OF_YEAR_END
        if code.upper().startswith("GA")
        else Message(
            "删去这条说明；写错了地方就移到那个指标下面。",
            "Remove it, or move it below the indicator it is for.",
        ),
    )

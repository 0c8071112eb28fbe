"""From the parser's tree to the syntax file; the tree is dropped at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Located, Span, Text
from goaldsl.model.rule import Award, Deduct, Manual, Rule, Shape
from goaldsl.model.target import Target
from goaldsl.model.unit import Unit
from goaldsl.parse import codes
from goaldsl.parse.escapes import STANDING
from goaldsl.parse.keywords import CLAUSES, FURTHER, REPEATABLE, ClauseKind, clause_kind, normalised
from goaldsl.parse.nearly import further_within, nearly_clause
from goaldsl.parse.nesting import nested
from goaldsl.parse.numbers import number
from goaldsl.parse.outline import Outline
from goaldsl.parse.rules import RuleLowering
from goaldsl.parse.shadow import Shadow
from goaldsl.parse.swallowed import swallowed
from goaldsl.parse.syntax import (
    AcceptanceLine,
    AreaTarget,
    Clause,
    DoubtLine,
    FieldLine,
    HeadingLine,
    IndicatorLine,
    LineMark,
    Statement,
    WordingLine,
)
from goaldsl.parse.targets import TargetLowering
from goaldsl.parse.tasks import TaskLowering

_PART_OF_A_POINT = re.compile(r"\d/\d+分(?!值)")
"""扣1/3分 takes a third of a point; 扣1/3 a third of the points."""


class Lowering:
    """Lowers the statements of one file. `broken` gathers (start, end, mark) of lines to be read strictly."""

    def __init__(self, shadow: Shadow, unit: Callable[[str], Unit]) -> None:
        self.shadow = shadow
        self.findings: list[Finding] = []
        self.broken: list[tuple[int, int, LineMark]] = []
        self.outlines: list[Outline] = []  # broken lines below a class that stands alone
        self.unit = unit
        self._targets = TargetLowering(shadow, unit, self.findings)
        self._tasks = TaskLowering(shadow, self.findings)

    def statements(self, nodes: list[Any]) -> Iterator[Statement]:
        for node in nodes:
            kind = type(node).__name__
            if kind == "Indicator":
                yield self._indicator(node)
            elif kind == "FieldLine":
                yield self._field(node)
            elif kind == "Wording":
                yield self._wording(node)
            elif kind == "Acceptance":
                acceptance = self.acceptance(node)
                yield AcceptanceLine(acceptance, acceptance.span, self._extent(node))
            elif kind == "Unsure":
                yield self._doubt(node)
            elif kind == "Retired":
                yield self._retired(node)
            elif kind == "Task":
                yield self._task(node)
            else:
                self._note_broken(node.broken, LineMark.HEAD)

    def words(self, node: Any) -> Text:
        return self.shadow.words(node._tx_position, node._tx_position_end)

    def _extent(self, node: Any) -> Span:
        """From the head of a statement to the end of its last indented line."""
        return self.shadow.span(node._tx_position, node._tx_position_end)

    def keyword(self, start: int, word: str) -> Text:
        """A keyword that begins at `start`, as typed and without its colon."""
        return self.shadow.words(start, start + len(normalised(word)))

    def _note_broken(self, node: Any, mark: LineMark, start: int | None = None) -> None:
        begin = node._tx_position if start is None else start
        self.broken.append((begin, node._tx_position_end, mark))

    def _indicator(self, node: Any) -> Statement:
        head = self.keyword(node._tx_position, node.__dict__["class"])
        if node.name is None and node.broken is None and not node.lines:
            return HeadingLine(head, head.span, self._extent(node))
        end = node._tx_position + len(node.__dict__["class"])
        if node.broken is not None:
            self._note_broken(node.broken, LineMark.HEAD, node._tx_position)
            end = node.broken._tx_position_end
        target = node.target if node.target is not None else node.late
        for part in (node.name, target, *(node.clauses or ())):
            end = part._tx_position_end if part is not None else end
        clauses = [self._clause(clause) for clause in node.clauses or ()]
        before = len(self.broken)
        clauses += self._lines(node.lines)
        if node.name is None and node.broken is None and len(self.broken) > before:
            lines = tuple((start, end) for start, end, _ in self.broken[before:])
            self.outlines.append(Outline(head, lines, not clauses))
            del self.broken[before:]
        self._check_nearly(node.name, target)
        return IndicatorLine(
            span=self.shadow.span(node._tx_position, end),
            extent=self._extent(node),
            head=head,
            name=self._name(node.name),
            target=self._target(target),
            clauses=self._unrepeated(clauses),
        )

    def _retired(self, node: Any) -> Statement:
        at = node._tx_position + len(node.keyword)
        while self.shadow.text[at] in " \t\v":
            at += 1
        clauses = [self._clause(clause) for clause in node.clauses or ()]
        return IndicatorLine(
            span=self.shadow.span(node._tx_position, node.name._tx_position_end),
            extent=self._extent(node),
            head=self.keyword(at, node.__dict__["class"]),
            name=self._name(node.name),
            target=self._target(node.target),
            clauses=self._unrepeated(clauses + self._lines(node.lines)),
            retired=True,
        )

    def _task(self, node: Any) -> Statement:
        for line in node.lines or ():
            if line.broken is not None:
                self._note_broken(line.broken, LineMark.TASK)
        return self._tasks.task(node, self.keyword(node._tx_position, node.keyword), self._name(node.name))

    def _lines(self, lines: list[Any] | None) -> list[Clause]:
        clauses = []
        for line in lines or ():
            if line.broken is not None:
                self._note_broken(line.broken, LineMark.CLAUSE)
            clauses += [self._clause(clause) for clause in line.clauses or ()]
        return clauses

    def _name(self, node: Any) -> Text | None:
        if node is None:
            return None
        start, end = node._tx_position, node._tx_position_end
        if self.shadow.text[start] == '"' and self.shadow.text.find('"', start + 1, end) == end - 1:
            words = self.shadow.words(start + 1, end - 1)
            return Text(words.value, Span(self.shadow.origin(start) + 1, self.shadow.origin(end - 1)))
        return self.words(node)

    def _target(self, node: Any) -> Target | None:
        return None if node is None else self._targets.target(node)

    def _check_nearly(self, name: Any, target: Any) -> None:
        """Names and quality words take in whatever is no keyword."""
        if name is None or not (target is None or type(target).__name__ in ("Quality", "BareTarget")):
            return
        end = name._tx_position_end if target is None else target._tx_position_end
        start = name._tx_position
        finding = nearly_clause(self.shadow, start, end) or further_within(self.shadow, start, end)
        if finding is not None:
            self.findings.append(finding)

    def _field(self, node: Any) -> FieldLine:
        label = self.keyword(node._tx_position, node.label)
        text = self._text(node, node._tx_position + len(node.label))
        lines = tuple(
            self.shadow.words(item._tx_position, item._tx_position_end, mark=True)
            for item in node.items or ()
        )
        span = (lines[-1] if lines else text or label).span
        return FieldLine(label, text, lines, Span(label.span.start, span.end), self._extent(node))

    def _wording(self, node: Any) -> WordingLine:
        template = self._text(node, node.kind._tx_position_end)
        assert template is not None
        return WordingLine(self.words(node.kind), template, self.words(node).span, self._extent(node))

    def _doubt(self, node: Any) -> DoubtLine:
        text = self._text(node, node._tx_position + len(node.keyword))
        assert text is not None
        return DoubtLine(text, self.words(node).span, self._extent(node))

    def acceptance(self, node: Any) -> Acceptance:
        whole = self.words(node).span
        what = node.what.text.strip() if node.what is not None else ""
        what = self.words(node.what).value if STANDING in what else what
        reason = Text("", whole)
        if node.text is not None:
            start, end = self._rest(node, node.code._tx_position_end)
            self._check_swallowed(start, end, ClauseKind.ACCEPT)
            reason = self.shadow.words(start, end)
        return Acceptance(self.words(node.code), what, reason, whole)

    def _text(self, node: Any, after: int) -> Text | None:
        """The words that `node` took as its text."""
        return None if node.text is None else self.shadow.words(*self._rest(node, after))

    def _rest(self, node: Any, after: int) -> tuple[int, int]:
        """Where the text of `node` stands; it is the rest of a line, behind `after`."""
        start = self.shadow.text.index(node.text, after)
        return start, start + len(node.text)

    # ── clauses ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _clause(self, node: Any) -> Clause:
        start = node._tx_position
        kind = clause_kind(node.keyword)
        return Clause(kind, self.keyword(start, node.keyword), self._value(kind, node), self.words(node).span)

    def _value(self, kind: ClauseKind, node: Any) -> Any:
        if kind is ClauseKind.SCORE:
            return self._score(node)
        if kind is ClauseKind.RULE:
            return self._rule(node)
        if kind is ClauseKind.ID:
            return self.words(node.id)
        if kind in (ClauseKind.SUPPORTS, ClauseKind.WAS):
            return tuple(name for word in node.words if (name := self._name(word)) is not None)
        if kind is ClauseKind.ACCEPT:
            return self.acceptance(node)
        if kind is ClauseKind.AREA:
            return tuple(self._area(each) for each in node.areas)
        if kind is ClauseKind.ANNUAL or kind in FURTHER:
            return self._targets.target(node.target)
        if node.text is None:
            end = self.shadow.span(node._tx_position, node._tx_position_end).end
            return Text("", Span(end, end))
        end = node._tx_position_end
        self._check_swallowed(end - len(node.text), end, kind)
        if kind is ClauseKind.CRITERION:
            return self._sentence(end - len(node.text), end)
        return self.shadow.words(end - len(node.text), end)

    def _area(self, node: Any) -> AreaTarget:
        area = self._name(node.area)
        assert area is not None
        return AreaTarget(area, self._targets.target(node.target))

    def _score(self, node: Any) -> Located[Any]:
        at = self.shadow.text.index(node.score, node._tx_position + len(normalised(node.keyword)))
        span = self.shadow.span(at, at + len(node.score))
        points = number(node.score)
        if points is None:
            self.findings.append(
                Finding(codes.NUMBER, span, Message("分值太长，请核对", "points far too long"))
            )
            points = number("0")
        return Located(points, span)

    def _rule(self, node: Any) -> Rule | Text:
        if node.rule is not None:
            lowering = RuleLowering(self.shadow.span, lambda start, end: self.shadow.words(start, end).value)
            rule = lowering.rule(node.rule)
            said = self.words(node.rule).value
            if len(rule.terms) == 1 and (_PART_OF_A_POINT.search(said) or self._is_said(rule.terms[0].shape)):
                return self.words(node.rule)
            self.findings += lowering.findings
            if isinstance(rule.terms[-1].shape, Manual):
                self._check_swallowed(node.rule._tx_position, node.rule._tx_position_end, ClauseKind.RULE)
            return rule
        self._check_swallowed(node.sentence._tx_position, node.sentence._tx_position_end, ClauseKind.RULE)
        return self._sentence(node.sentence._tx_position, node.sentence._tx_position_end)

    def _sentence(self, start: int, end: int) -> Text:
        """A sentence that the reader of sentences will be asked to read."""
        words = self.shadow.words(start, end)
        finding = nested(self.shadow.original, words.span)
        if finding is not None:
            self.findings.append(finding)
        return words

    def _is_said(self, shape: Shape) -> bool:
        """每少1次会议扣1分 names what is counted: a sentence, no step in a unit 次会议."""
        word = shape.step.unit if isinstance(shape, Deduct | Award) else None
        if word is None or self.unit(word).known:
            return False
        return any(self.unit(word[:size]).known for size in range(1, len(word)))

    def _check_swallowed(self, start: int, end: int, owner: ClauseKind) -> None:
        finding = swallowed(self.shadow, start, end, owner)
        if finding is not None:
            self.findings.append(finding)

    def _unrepeated(self, clauses: list[Clause]) -> tuple[Clause, ...]:
        """Each clause once; the first of a repeated one counts, and all places are shown."""
        places: dict[ClauseKind, list[Clause]] = {}
        for clause in clauses:
            places.setdefault(clause.kind, []).append(clause)
        for kind, (first, *others) in places.items():
            if others and kind not in REPEATABLE:
                self.findings.append(_repeated(kind, first, others))
        return tuple(
            clause for clause in clauses if clause.kind in REPEATABLE or clause is places[clause.kind][0]
        )


def _repeated(kind: ClauseKind, first: Clause, others: list[Clause]) -> Finding:
    count, zh, en = len(others) + 1, CLAUSES[kind].chinese, CLAUSES[kind].english
    return Finding(
        codes.REPEATED,
        others[0].span,
        Message(f"“{zh}”写了{'两' if count == 2 else f' {count} '}次", f"“{en}” stands {count} times"),
        notes=(Message("只采用第一处。", "Only the first one counts."),),
        remedy=Message("只留一个，其余删去。", "Keep one of them."),
        related=(
            Related(first.span, Message("第一次写在这里", "first written here")),
            *(Related(other.span, Message("又写在这里", "and again here")) for other in others[1:]),
        ),
    )

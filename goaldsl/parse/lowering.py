"""From the parser's tree to the syntax file; the tree is dropped at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from goaldsl.diagnostics import Edit, Finding, Fix, Message, Related
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Located, Span, Text
from goaldsl.model.rule import Rule, Sentence, Term
from goaldsl.model.target import Target
from goaldsl.model.unit import Unit
from goaldsl.parse import codes
from goaldsl.parse.keywords import CLAUSES, ClauseKind, clause_kind, normalised
from goaldsl.parse.numbers import number
from goaldsl.parse.rules import RuleLowering
from goaldsl.parse.shadow import Shadow
from goaldsl.parse.syntax import Clause, FieldLine, HeadingLine, IndicatorLine, Statement, WordingLine
from goaldsl.parse.targets import TargetLowering

# A clause keyword in the middle of a text, with something behind it that only a clause would have.
_SWALLOWED = re.compile(
    r"(?<=\s)(?:(?:分值|权重|score)[ \t]*:?[ \t]*\d+(?:\.\d+)?分?(?=[\s。,;]|$)"
    r"|(?:赋分|评分|rule)[ \t:]+(?=按比例|每|达标|直接赋分|分档|按区间|插值|逐项|按评判|ratio|pass|deduct|grade|bands|judged)"
    r"|(?:评分标准|解释|指标解释|备注|对应目标|数据来源|criterion|explanation|remark|supports)[ \t]*:[ \t]*(?=\S)"
    r"|(?:说明|accept)\[[A-Za-z]{2}\d{3}[^\]\n]*\])"
)
_TEXTS = (ClauseKind.CRITERION, ClauseKind.EXPLANATION, ClauseKind.REMARK, ClauseKind.SOURCE)


class Lowering:
    """Lowers the statements of one file. `broken` gathers (start, end, is head) of lines to be read strictly."""

    def __init__(self, shadow: Shadow, unit: Callable[[str], Unit]) -> None:
        self.shadow = shadow
        self.findings: list[Finding] = []
        self.broken: list[tuple[int, int, bool]] = []
        self._targets = TargetLowering(shadow, unit, self.findings)

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
                yield self.acceptance(node)
            elif kind == "Retired":
                yield self._retired(node)
            else:
                self._note_broken(node.broken, True)

    def words(self, node: Any) -> Text:
        return self.shadow.words(node._tx_position, node._tx_position_end)

    def keyword(self, start: int, word: str) -> Text:
        """A keyword that begins at `start`, as typed and without its colon."""
        return self.shadow.words(start, start + len(normalised(word)))

    def _note_broken(self, node: Any, head: bool, start: int | None = None) -> None:
        begin = node._tx_position if start is None else start
        self.broken.append((begin, node._tx_position_end, head))

    def _indicator(self, node: Any) -> Statement:
        head = self.keyword(node._tx_position, node.__dict__["class"])
        if node.name is None and node.broken is None and not node.lines:
            return HeadingLine(head, head.span)
        end = node._tx_position + len(node.__dict__["class"])
        if node.broken is not None:
            self._note_broken(node.broken, True, node._tx_position)
            end = node.broken._tx_position_end
        for part in (node.name, node.target, *(node.clauses or ())):
            end = part._tx_position_end if part is not None else end
        clauses = [self._clause(clause) for clause in node.clauses or ()]
        clauses += self._lines(node.lines)
        return IndicatorLine(
            span=self.shadow.span(node._tx_position, end),
            head=head,
            name=self._name(node.name),
            target=self._target(node.target),
            clauses=self._unrepeated(clauses),
        )

    def _retired(self, node: Any) -> Statement:
        at = node._tx_position + len(node.keyword)
        at += len(self.shadow.text[at:]) - len(self.shadow.text[at:].lstrip(" \t\v"))
        name = self._name(node.name)
        return IndicatorLine(
            span=self.shadow.span(node._tx_position, node.name._tx_position_end),
            head=self.keyword(at, node.__dict__["class"]),
            name=name,
            target=None,
            clauses=self._unrepeated(self._lines(node.lines)),
            retired=True,
        )

    def _lines(self, lines: list[Any] | None) -> list[Clause]:
        clauses = []
        for line in lines or ():
            if line.broken is not None:
                self._note_broken(line.broken, False)
            clauses += [self._clause(clause) for clause in line.clauses or ()]
        return clauses

    def _name(self, node: Any) -> Text | None:
        if node is None:
            return None
        words = self.words(node)
        if words.value.startswith('"') and words.value.endswith('"'):
            return Text(words.value[1:-1].strip(), Span(words.span.start + 1, words.span.end - 1))
        return words

    def _target(self, node: Any) -> Target | None:
        return None if node is None else self._targets.target(node)

    def _field(self, node: Any) -> FieldLine:
        label = self.keyword(node._tx_position, node.label)
        text = self._text(node, node._tx_position + len(node.label))
        lines = tuple(self.words(item) for item in node.items or ())
        span = (lines[-1] if lines else text or label).span
        return FieldLine(label, text, lines, Span(label.span.start, span.end))

    def _wording(self, node: Any) -> WordingLine:
        template = self._text(node, node.kind._tx_position_end)
        assert template is not None
        return WordingLine(self.words(node.kind), template, self.words(node).span)

    def acceptance(self, node: Any) -> Acceptance:
        whole = self.words(node).span
        reason = self._text(node, node.code._tx_position_end) or Text("", whole)
        return Acceptance(self.words(node.code), (node.what or "").strip(), reason, whole)

    def _text(self, node: Any, after: int) -> Text | None:
        """The rest of a line that `node` took as its text; it stands behind `after`."""
        if node.text is None:
            return None
        start = self.shadow.text.index(node.text, after)
        return self.shadow.words(start, start + len(node.text))

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
        if node.text is None:
            end = self.shadow.span(node._tx_position, node._tx_position_end).end
            return Text("", Span(end, end))
        end = node._tx_position_end
        self._check_swallowed(end - len(node.text), end, kind)
        return self.shadow.words(end - len(node.text), end)

    def _score(self, node: Any) -> Located[Any]:
        at = self.shadow.text.index(node.score, node._tx_position + len(normalised(node.keyword)))
        span = self.shadow.span(at, at + len(node.score))
        points = number(node.score)
        if points is None:
            self.findings.append(Finding(codes.NUMBER, span, Message("分值太长，请核对", "points far too long")))
            points = number("0")
        return Located(points, span)

    def _rule(self, node: Any) -> Rule:
        if node.rule is not None:
            lowering = RuleLowering(self.shadow.span, lambda start, end: self.shadow.words(start, end).value)
            rule = lowering.rule(node.rule)
            self.findings += lowering.findings
            if isinstance(rule.terms[-1].shape, Sentence):
                self._check_swallowed(node.rule._tx_position, node.rule._tx_position_end, ClauseKind.RULE)
            return rule
        self._check_swallowed(node.sentence._tx_position, node.sentence._tx_position_end, ClauseKind.RULE)
        words = self.words(node.sentence)
        return Rule((Term(Sentence(words.value), span=words.span),), span=words.span)

    def _check_swallowed(self, start: int, end: int, owner: ClauseKind) -> None:
        """A clause written behind a text on its line would be printed as part of it."""
        match = _SWALLOWED.search(self.shadow.text[start:end])
        if match is None:
            return
        span = self.shadow.span(start + match.start(), start + match.end())
        words = self.shadow.original[span.start : span.end].strip()
        text_name = CLAUSES[owner].chinese
        before = self.shadow.text[: start + match.start()].rstrip(" \t\v")
        blank = Span(self.shadow.origin(len(before)), span.start)
        self.findings.append(
            Finding(
                codes.SWALLOWED,
                span,
                Message(
                    f"“{words}”会当成{text_name}的文字印进表格",
                    f"“{words}” would be printed as part of the {CLAUSES[owner].english} text",
                ),
                notes=(
                    Message(
                        f"{text_name}一直读到行末，同一行后面不能再写别的子句。",
                        "The text runs to the end of its line.",
                    ),
                ),
                remedy=Message("把它另起一行并缩进。", "Put it on an indented line of its own."),
                fix=Fix(Message("另起一行", "break the line"), (Edit(blank, "\n  "),)),
            )
        )

    def _unrepeated(self, clauses: list[Clause]) -> tuple[Clause, ...]:
        """Each clause once; the first of a repeated one counts, and both places are shown."""
        kept: dict[ClauseKind, Clause] = {}
        result = []
        for clause in clauses:
            first = kept.setdefault(clause.kind, clause)
            if clause.kind is ClauseKind.ACCEPT or first is clause:
                result.append(clause)
                continue
            name = CLAUSES[clause.kind].chinese
            self.findings.append(
                Finding(
                    codes.REPEATED,
                    clause.span,
                    Message(f"“{name}”写了两次", f"“{CLAUSES[clause.kind].english}” stands twice"),
                    remedy=Message("删去其中一个。", "Remove one of them."),
                    related=(Related(first.span, Message("第一次写在这里", "first written here")),),
                )
            )
        return tuple(result)

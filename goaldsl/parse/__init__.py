"""From text to syntax: shadow, textX, lowering; a line that does not parse never hides the others.

bytes ──encoding──▶ Source ──shadow──▶ half-width twin ──goal.tx──▶ tree ──lowering──▶ SyntaxFile
                                                            │ broken lines
                                                            └──errors──▶ findings
"""

from __future__ import annotations

from typing import Any

from textx import TextXSyntaxError

from goaldsl.catalog import Catalog
from goaldsl.diagnostics import ERROR, Edit, Finding, Fix, Message
from goaldsl.model.place import Span
from goaldsl.model.rule import Rule
from goaldsl.parse import codes
from goaldsl.parse.errors import explain
from goaldsl.parse.hashes import eaten
from goaldsl.parse.language import metamodel
from goaldsl.parse.lowering import Lowering
from goaldsl.parse.outline import outlined
from goaldsl.parse.paper import set_apart
from goaldsl.parse.rules import RuleLowering
from goaldsl.parse.shadow import ZERO_WIDTH, cast
from goaldsl.parse.syntax import LineMark, SyntaxFile
from goaldsl.source import Source


def parse(source: Source, catalog: Catalog) -> SyntaxFile:
    """All statements of a text, and everything that is wrong with its letters."""
    shadow = cast(source.text)
    model = metamodel(catalog.class_words())
    remains, text = set_apart(shadow, catalog)
    nodes = model.model_from_str(text).statements if text.strip() else []
    lowering = Lowering(shadow, catalog.unit)
    statements = tuple(lowering.statements(nodes))
    findings = [*remains, *lowering.findings]
    findings += [explain(model, shadow, start, end, mark) for start, end, mark in lowering.broken]
    for outline in lowering.outlines:
        told = outlined(model, shadow, outline)
        findings += (
            [told] if told else [explain(model, shadow, *line, LineMark.CLAUSE) for line in outline.lines]
        )
    findings += eaten(source.text, shadow.lines, statements)
    findings += _zero_width(source)
    # A date that no calendar has is kept as words: its row is there and counts.
    lost = (each for each in findings if each.code is not codes.DATE)
    complete = not any(finding.code.severities is ERROR for finding in lost)
    return SyntaxFile(source, shadow.lines, statements, tuple(findings), complete)


def parse_rule(text: str) -> Rule | None:
    """The rule that `text` writes in the language; None when it writes none."""
    line = "\x02赋分 " + cast(text).text.strip("\n\f\v ") + "\n"
    shadow = cast("x赋分 " + text)
    try:
        tree: Any = metamodel().model_from_str(line)
    except TextXSyntaxError:
        return None
    clauses = tree.marked.line.clauses
    if len(clauses) != 1 or clauses[0].rule is None:
        return None
    lowering = RuleLowering(shadow.span, lambda start, end: shadow.words(start, end).value)
    rule = lowering.rule(clauses[0].rule)
    return None if lowering.findings else rule


def _zero_width(source: Source) -> list[Finding]:
    """One finding for all invisible characters of a file."""
    spans = [Span(match.start(), match.end()) for match in ZERO_WIDTH.finditer(source.text)]
    if not spans:
        return []
    return [
        Finding(
            codes.ZERO_WIDTH,
            spans[0],
            Message(f"有 {len(spans)} 个看不见的零宽字符", f"{len(spans)} invisible zero-width character(s)"),
            notes=(
                Message(
                    "多半是从网页或聊天窗口粘贴带来的。", "They usually come from web pages or chat windows."
                ),
            ),
            remedy=Message("运行 goaldsl check --fix 删去。", "Remove them with goaldsl check --fix."),
            fix=Fix(
                Message("删去零宽字符", "remove zero-width characters"),
                tuple(Edit(span, "") for span in spans),
            ),
        )
    ]

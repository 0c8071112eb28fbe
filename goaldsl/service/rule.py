"""rule: one scoring sentence, or one rule, as the only indicator of a declaration: what it means and earns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goaldsl.catalog import Catalog
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Stated, Unread
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction, Uncomputable
from goaldsl.scoring.function.table import Range
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.sentence import render
from goaldsl.scoring.subject import Subject
from goaldsl.service.answers import answers
from goaldsl.service.codes import known_codes
from goaldsl.service.session import Session

_NAME = "-"  # what diagnostics call the line that was typed
_ABOUT = re.compile(r"GS|GB3|GB104|GR|GC10[12]|GC50[3-5]|GC52[2-5]|GC529|GC53[01]")
"""What concerns the target and the rule; a single line lacks all that a whole form must have."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The parts of the indicator, as typed."""

    name: str
    target: str
    score: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of the sentence. `rule` is None when it is not understood."""

    subject: Subject
    rule: Rule | None
    sentence: str
    function: ScoreFunction | Uncomputable | None
    understood: str = ""
    partial: Rule | None = None
    parting: str | None = None
    rest: bool = True


def look(session: Session, typed: Typed) -> Looked | None:
    """What the sentence says; None when it cannot be read at all. What is found about it is added to the session."""
    compiled = _compiled(session, typed)
    return None if compiled is None else _look(*compiled, session.workspace.catalog)


def _compiled(session: Session, typed: Typed) -> tuple[Indicator, Declaration] | None:
    """The sentence as the one indicator of a declaration; None when it cannot be read at all."""
    parts = (typed.name, typed.target, typed.score, typed.sentence)
    name, target, score, sentence = (" ".join(part.split()) for part in parts)  # each stays on its line
    line = f"指标 {name} {target} 分值 {score}\n  赋分 {sentence}\n"
    workspace = session.workspace
    compiled = Compiler(workspace.catalog, workspace.defaults(None), known_codes()).compile(
        _NAME, line.encode()
    )
    session.files.append(_NAME)
    session.add(filter(_concerns, compiled.diagnostics), compiled.source)
    declaration = compiled.declaration
    if declaration is None or len(declaration.indicators) != 1 or not declaration.complete:
        return None
    return declaration.indicators[0], declaration


def _concerns(diagnostic: Diagnostic) -> bool:
    return _ABOUT.match(diagnostic.finding.code.code) is not None


def _look(indicator: Indicator, declaration: Declaration, catalog: Catalog) -> Looked:
    subject = subject_of(indicator, catalog)
    found = indicator.rule
    if found is None:
        text = indicator.printed.criterion
        scoring = indicator.scoring
        if not isinstance(scoring, Unread):
            return Looked(subject, None, text, None)
        return Looked(subject, None, text, None, scoring.understood, scoring.partial, scoring.parting)
    sentence = render(found, subject, dict(declaration.wording), catalog.unit)
    rest = not isinstance(indicator.scoring, Stated) or found.modifiers.otherwise is not None
    return Looked(subject, found, sentence, lower(found, subject, catalog.unit), rest=rest)


def points(asked: str, looked: Looked, catalog: Catalog) -> Range | None:
    """The points for one actual value; None where a person must judge."""
    function = looked.function
    if not isinstance(function, ScoreFunction):
        return None
    rest = looked.rest
    return function.points(answers(asked, function, catalog.unit, looked.subject, rest=rest))

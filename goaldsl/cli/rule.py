"""`goaldsl rule`: one scoring sentence, or one rule, looked at from all sides."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec

from goaldsl.cli.session import UNABLE, Session, open_session, say
from goaldsl.published.rule import encode
from goaldsl.report import Format
from goaldsl.report.plot import Axis, plot
from goaldsl.scoring.curve import Picture, picture
from goaldsl.scoring.function.score import ScoreFunction, Uncomputable
from goaldsl.scoring.function.table import Range
from goaldsl.scoring.function.words import number, value
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.resolution import resolved
from goaldsl.service.answers import WrongAnswerError
from goaldsl.service.rule import Looked, Typed, look, points
from goaldsl.service.sentence_report import report

_WIDEST = 72


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    sentence: str
    target: str
    score: str
    name: str
    at: tuple[str, ...]
    as_json: bool
    lang: str | None
    report: bool = False


def rule(request: Request) -> int:
    """Print what the sentence says, draws and earns; returns the exit status."""
    session = open_session((), request.lang)
    typed = Typed(request.name, request.target, request.score, request.sentence)
    looked = look(session, typed)
    if looked is None:
        sys.stdout.write(
            _json(None, (), session) if request.as_json else session.rendered(Format.FULL, stream=sys.stdout)
        )
        return session.status
    try:
        scores = tuple((asked, points(asked, looked, session.workspace.catalog)) for asked in request.at)
    except WrongAnswerError as wrong:
        say("--at " + (wrong.message.zh if session.language == "zh" else wrong.message.en))
        return UNABLE
    text = _json(looked, scores, session) if request.as_json else _text(looked, scores, session)
    sys.stdout.write(text)
    if request.report:
        path = report(request.sentence, request.target, request.score, looked, scores, Path.cwd())
        say(f"写好 {path.name}" if session.language == "zh" else f"wrote {path.name}")
    return session.status


def _json(looked: Looked | None, scores: tuple[tuple[str, Range | None], ...], session: Session) -> str:
    found = looked.rule if looked else None
    published = {
        "rule": msgspec.to_builtins(encode(resolved(found, looked.subject, session.workspace.catalog.unit)))
        if looked and found
        else None,
        "dsl": dsl(found) if found else None,
        "sentence": looked.sentence if looked else None,
        "diagnostics": json.loads(session.rendered(Format.JSON, stream=sys.stdout))["diagnostics"],
        "scores": [
            {"actual": asked, "score": number(points.low) if points is not None and points.exact else None}
            for asked, points in scores
        ],
    }
    return json.dumps(published, ensure_ascii=False, indent=2) + "\n"


def _text(looked: Looked, scores: tuple[tuple[str, Range | None], ...], session: Session) -> str:
    zh = session.language == "zh"
    lines = []
    if looked.rule is None:
        lines += _not_understood(looked, zh)
    else:
        lines.append(f"{'规则' if zh else 'rule'}  {dsl(looked.rule, english=not zh)}")
        lines.append(f"{'句子' if zh else 'sentence'}  {looked.sentence}")
    if isinstance(looked.function, Uncomputable):
        lines.append(looked.function.reason.zh if zh else looked.function.reason.en)
    shown = picture(looked.function) if isinstance(looked.function, ScoreFunction) else None
    if shown is not None:
        lines += ["", *_drawn(shown, zh)]
    if scores:
        lines += ["", *(_scored(asked, points, zh) for asked, points in scores)]
    found = session.rendered(Format.FULL, stream=sys.stdout).rstrip("\n")
    return "\n".join([*lines, "", found]).rstrip("\n") + "\n"


def _not_understood(looked: Looked, zh: bool) -> list[str]:
    if looked.parting is not None:
        two = "这句话有两种读法：" if zh else "The sentence has two readings: "
        return [f"{two}{looked.parting}", looked.sentence]
    lines = [
        "这句话没有读懂，只能由人评判。" if zh else "The sentence is not understood; a person must apply it.",
        looked.sentence,
    ]
    if looked.understood:
        rest = looked.sentence.removeprefix(looked.understood).lstrip("，,；;。")
        lines.append(f"从“{rest}”起没有读懂。" if zh else f"It was not understood from “{rest}” on.")
    if looked.partial is not None:
        part = dsl(looked.partial, english=not zh)
        lines.append(f"其余部分读作：{part}" if zh else f"The rest reads as: {part}")
    return lines


def _drawn(shown: Picture, zh: bool) -> list[str]:
    def said(x: Fraction) -> str:
        message = value(shown.question, x)
        return message.zh if zh else message.en

    across = Axis(shown.low, shown.high, said(shown.low), said(shown.high))
    upward = Axis(shown.bottom, shown.top, number(shown.bottom), number(shown.top))
    mark = None if shown.target is None else (shown.target, said(shown.target))
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    return plot(shown.strokes, across, upward, mark, width)


def _scored(asked: str, points: Range | None, zh: bool) -> str:
    if points is None:
        return f"{asked}  {'由人评判' if zh else 'a person must judge'}"
    if points.exact:
        return f"{asked}  {number(points.low)} {'分' if zh else 'points'}"
    between = f"{number(points.low)}–{number(points.high)}"
    return f"{asked}  {between} {'分，由人在其间评定' if zh else 'points, a person decides'}"

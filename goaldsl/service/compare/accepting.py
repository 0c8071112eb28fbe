"""Writing acceptances into the file under review: a clause records which change it accepts, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goaldsl.diagnostics import Diagnostic, Edit, Finding, Fix, Message, Severity
from goaldsl.diff.acceptances import record
from goaldsl.diff.change import Change
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.entries import ASKED
from goaldsl.diff.wording import plain
from goaldsl.model.place import NOWHERE, Span
from goaldsl.project.files import write_source
from goaldsl.project.fixing import encoded, fixed
from goaldsl.project.refusals import unwritable
from goaldsl.service.compare import codes
from goaldsl.service.compare.run import Outcome
from goaldsl.source import Source

_COMMENT = re.compile(r"(?<=\s)#")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be accepted: a code, the row it is about ("" where there is only one), the reason. Without a code
    every change of the row that must be asked about."""

    code: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Found:
    change: Change
    forms: Comparison


def accept(outcome: Outcome, wanted: Sequence[Wanted]) -> tuple[list[str], list[Diagnostic]]:
    """Write the acceptances; the files written, and why something was not. All are written, or none."""
    fixes: dict[str, list[Fix]] = {}
    forms_of: dict[str, Comparison] = {}
    refused: list[Diagnostic] = []
    for each in wanted:
        found = _found(outcome, each)
        if isinstance(found, Diagnostic):
            refused.append(found)
            continue
        for one in found:
            source = one.forms.new.side.source
            fix = _fix(one, each.reason)
            if not _editable(outcome, source):
                refused.append(_paste(source, fix))
                continue
            forms_of[source.path] = one.forms
            fixes.setdefault(source.path, []).append(fix)
    if refused:
        return [], refused
    return _written(outcome, fixes, forms_of)


def _written(
    outcome: Outcome, fixes: dict[str, list[Fix]], forms_of: dict[str, Comparison]
) -> tuple[list[str], list[Diagnostic]]:
    written: list[str] = []
    paths = {given.name: given.path for given in outcome.candidate.files}
    for name, made in fixes.items():
        source, path = forms_of[name].new.side.source, paths[name]
        assert path is not None
        text, _ = fixed(source.text, [Fix(made[0].title, _joined(made), safe=True)])
        try:
            write_source(path, encoded(source, text))
        except OSError as error:
            return written, [unwritable(name, error)]
        written.append(name)
    return written, []


def _joined(made: Sequence[Fix]) -> tuple[Edit, ...]:
    """Edits at one place become one."""
    texts: dict[Span, str] = {}
    for fix in made:
        for edit in fix.edits:
            texts[edit.span] = texts.get(edit.span, "") + edit.text
    return tuple(Edit(span, text) for span, text in texts.items())


def _editable(outcome: Outcome, source: Source) -> bool:
    path = next((given.path for given in outcome.candidate.files if given.name == source.path), None)
    return path is not None and source.path.endswith(".goal") and path.is_file()


def _found(outcome: Outcome, wanted: Wanted) -> list[_Found] | Diagnostic:
    """The changes that are meant."""
    hits = [
        _Found(change, forms)
        for forms in outcome.compared
        for change in changes(forms)
        if _meant(change, wanted)
    ]
    if not hits:
        name = f"“{wanted.name}”的" if wanted.name else ""
        return _refused(
            f"没有{name}{wanted.code or '要说明的'}变化", f"no change {wanted.code} {wanted.name}".rstrip()
        )
    if wanted.code and len(hits) > 1:
        names = "、".join(_name(each) for each in hits)
        return _refused(f"{wanted.code} 有 {len(hits)} 处：{names}", f"{wanted.code} occurs at {names}")
    return hits


def _meant(change: Change, wanted: Wanted) -> bool:
    if wanted.code:
        if wanted.code.upper() not in (change.code, change.kind.code.slug.upper()):
            return False
    elif change.code not in ASKED or (change.code == "GD120" and change.paired and change.paired.new):
        return False
    if not wanted.name:
        return True
    if change.paired is None:
        return False
    rows = (*change.paired.match.olds, *change.paired.match.news)
    return any(plain(row.name) == plain(wanted.name) for row in rows)


def _name(found: _Found) -> str:
    name = found.change.paired.name if found.change.paired else "整表"
    return f"{found.change.code}@{name}"


def _fix(found: _Found, reason: str) -> Fix:
    """Where and what to write."""
    change, source = found.change, found.forms.new.side.source
    text = _COMMENT.sub(r"\\#", " ".join(reason.split()))
    clause = f"说明[{change.code} {record(change)}]：{text}"
    paired = change.paired
    if change.code == "GD120" and paired is not None and paired.old is not None and paired.new is None:
        head = paired.old.indicator.head.value
        words = f"停用 {head} {paired.old.name}\n  解释 {text}\n"
        return _at_end(source, words)
    if paired is not None and paired.new is not None:
        extent = paired.new.indicator.extent
        end = len(source.text[: extent.end].rstrip())
        return Fix(Message("写上说明", "write the acceptance"), (Edit(Span(end, end), f"\n  {clause}"),))
    return _above(found.forms, source, clause + "\n")


def _at_end(source: Source, words: str) -> Fix:
    end = len(source.text)
    lead = "" if source.text.endswith("\n") or not source.text else "\n"
    return Fix(Message("写上停用", "write the tombstone"), (Edit(Span(end, end), lead + words),))


def _above(forms: Comparison, source: Source, words: str) -> Fix:
    """A form-level acceptance stands above the first field."""
    declaration = forms.new.declaration
    starts = [field.label.span.start for field in declaration.fields] + [
        row.span.start for row in declaration.indicators
    ]
    line = source.position(min(starts, default=0)).line
    start = source.line_starts[line - 1]
    return Fix(Message("写上说明", "write the acceptance"), (Edit(Span(start, start), words),))


def _paste(source: Source, fix: Fix) -> Diagnostic:
    text = fix.edits[0].text.strip("\n")
    return Diagnostic(
        Severity.ERROR,
        source.path,
        Finding(
            codes.NOT_ACCEPTED,
            NOWHERE,
            Message(
                "新的一边不是工作区里的 .goal 文件，没有写",
                "the new side is no .goal file of the working tree",
            ),
            remedy=Message(f"把这一段贴到申报表里：\n{text}", f"Paste into the declaration:\n{text}"),
        ),
    )


def _refused(zh: str, en: str) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        "",
        Finding(
            codes.NOT_ACCEPTED,
            NOWHERE,
            Message(f"{zh}，没有写", f"{en}; nothing was written"),
            remedy=Message("写 --accept 代码@指标名称，指明一处。", "Write --accept CODE@NAME."),
        ),
    )

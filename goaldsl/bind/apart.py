"""Two labels on one line, as some forms print them: 填表人 张某　联系电话 0745-6820000 is two fields.

The line is parted where a known label follows a wide blank, a tab or two blanks, or any blank or comma if a colon or the
value that the label asks for stands behind it. Where the words do not tell, it is asked and nothing is parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from goaldsl.bind.row_codes import MAYBE_TWO_LABELS, TWO_LABELS
from goaldsl.bind.settings import setting_kind, stage_of
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.form import FieldSpec, FieldType
from goaldsl.model.place import Span, Text
from goaldsl.parse.shadow import Shadow, cast
from goaldsl.parse.syntax import FieldLine, Statement, SyntaxFile

# In half width, where ，、 are commas; an escaped blank or colon is none.
_NEXT = re.compile(
    r"(?P<gap>[,;|/]?[ \t\xa0]+|[,;|/]|^)(?P<label>(?:其中 *: *)?[^\s:,;|/]{2,20})(?P<behind> *:|(?=[\s,;|/]|$))"
)
_GLUED = re.compile(r"[^\s:,;|/]{5,40}(?= *:)")
_SHORTEST_GLUED = 4
_FIRST = re.compile(r"[^\s,;|/]+")
_YEAR = re.compile(r"[(]?\d{4}[)]?年?度?")
_ANSWERS = {
    FieldType.DATE: re.compile(r"\d{4} *[-./年]"),
    FieldType.PERIOD: re.compile(r"\d{4} *[-./年]"),
    FieldType.MONEY: re.compile(r"[¥￥]? *-?\d"),
    "phone": re.compile(r"[(+]?\d{3}"),
}
_ROW = re.compile(r"[<>≥≤=] *\d|(?:不低于|不少于|不超过|不高于) *\d|(?:截止|定性|分值|score|by|is)[\s:]")
_OPINIONS = ("business_review", "performance_review", "finance_review")  # signed within their cell


@dataclass(frozen=True, slots=True)
class Following:
    """A label inside the text of a field, as places in its shadow. `certain`: it begins a field of its own."""

    start: int  # of what parts it from the words before
    label: int
    end: int  # of the label
    behind: int  # where its value begins
    certain: bool


def apart(syntax: SyntaxFile, catalog: Catalog) -> tuple[SyntaxFile, list[Finding]]:
    """The file with each line of several fields as several lines, and what is said of them."""
    findings: list[Finding] = []
    statements: list[Statement] = []
    for statement in syntax.statements:
        if isinstance(statement, FieldLine) and statement.text is not None:
            statements += _parted(statement, statement.text, syntax.source.text, catalog, findings)
        else:
            statements.append(statement)
    return (replace(syntax, statements=tuple(statements)) if findings else syntax), findings


# ── which labels stand in a text ─────────────────────────────────────────────────────────────────────────────────────
def following(label: str, shadow: Shadow, gap: str, catalog: Catalog) -> Iterator[Following]:
    """The labels that stand in the text of the field called `label`; `gap` parts it from its text."""
    holder, setting = catalog.labelled(label), setting_kind(label)
    prose = holder is not None and (holder.type is FieldType.LINES or holder.key in _OPINIONS)
    for match in _NEXT.finditer(shadow.text):
        between = shadow.original[shadow.origin(match.start()) : shadow.origin(match.end("gap"))] or gap
        wide = any(sign in between for sign in "\u3000\t") or between.count(" ") + between.count("\xa0") > 1
        certain = _certain(match, shadow.text[match.end() :].strip(), wide, catalog)
        if certain is None or (prose and not wide):
            continue
        if (prose or setting == "title") and not match["behind"]:
            certain = False
        elif setting not in (None, "title"):
            certain = True  # no year, edition or stage has such words
        yield Following(match.start(), match.start("label"), match.end("label"), match.end(), certain)


def _certain(match: re.Match[str], rest: str, wide: bool, catalog: Catalog) -> bool | None:
    """Whether the word in `match` begins a field; None where it surely does not, False where nobody can tell."""
    word = match["label"]
    kind, spec = setting_kind(word), catalog.labelled(word)
    if kind is None and spec is None:
        return False if _ROW.search(rest) and word in catalog.class_words() else None
    if match["behind"]:
        return True
    answered = _answered(kind, spec, rest, catalog)
    if answered is None:  # any words would answer
        return True if wide else None if match["gap"].strip() else False
    if wide and not answered:
        return not rest and (spec is None or spec.type is not FieldType.MONEY)
    return answered or None


def _answered(kind: str | None, spec: FieldSpec | None, rest: str, catalog: Catalog) -> bool | None:
    """Whether `rest` begins with what the label asks for; None where it may be any words."""
    first = _FIRST.match(rest)
    word = first[0] if first else ""
    if kind == "year":
        return bool(_YEAR.fullmatch(word))
    if kind == "stage":
        return stage_of(word) is not None
    if kind in ("form", "taxonomy", "profile"):
        return catalog.identity(kind, word) is not None
    pattern = (_ANSWERS.get(spec.key) or _ANSWERS.get(spec.type)) if spec is not None else None
    return None if pattern is None else bool(pattern.match(rest))


def _glued(shadow: Shadow, catalog: Catalog) -> Iterator[Following]:
    """Labels with a colon that nothing parts from the words before: 李某某联系电话：…"""
    for match in _GLUED.finditer(shadow.text):
        for start in range(match.start() + 1, match.end() - _SHORTEST_GLUED + 1):
            if catalog.labelled(shadow.text[start : match.end()]) is not None:
                yield Following(start, start, match.end(), match.end(), False)
                break


# ── what becomes of the line ─────────────────────────────────────────────────────────────────────────────────────────
def _parted(
    line: FieldLine, text: Text, typed: str, catalog: Catalog, findings: list[Finding]
) -> list[FieldLine]:
    """The fields that a line holds, usually the one; what is said of it is added to `findings`."""
    start = text.span.start
    shadow = cast(typed[start : text.span.end])
    found = list(following(line.label.value, shadow, typed[line.label.span.end : start], catalog))
    certain = [each for each in found if each.certain]
    doubtful = [each for each in found if not each.certain]
    if not found:
        doubtful = list(_glued(shadow, catalog))
    if doubtful:
        findings.append(_asked(line, _places(doubtful[0], shadow, start), typed))
    if not certain:
        return [line]
    parts = [replace(line, text=_value(shadow, 0, certain[0].start, start), lines=())]
    for each, edge in zip(certain, [*(each.start for each in certain[1:]), len(shadow.text)], strict=True):
        label = _places(each, shadow, start)[1]
        value = _value(shadow, each.behind, edge, start)
        span = Span(label.start, label.end if value is None else value.span.end)
        parts.append(FieldLine(Text(typed[label.start : label.end], label), value, (), span, line.extent))
    parts[-1] = replace(parts[-1], lines=line.lines)
    findings.append(_told(parts, [_places(each, shadow, start)[0] for each in certain]))
    return parts


def _places(each: Following, shadow: Shadow, base: int) -> tuple[Span, Span]:
    """Where the gap before a label and the label stand in the file."""
    label = shadow.span(each.label, each.end)
    return Span(base + shadow.origin(each.start), base + label.start), _moved(label, base)


def _value(shadow: Shadow, start: int, end: int, base: int) -> Text | None:
    """The words of a part, without the comma before the next label."""
    kept = shadow.text[start:end].rstrip(" \t\xa0,;|/") if end < len(shadow.text) else shadow.text[start:end]
    words = shadow.words(start, start + len(kept))
    return Text(words.value, _moved(words.span, base)) if words.value else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _told(parts: list[FieldLine], gaps: list[Span]) -> Finding:
    """What is said of a line that was read as several fields."""
    names = "、".join(f"“{part.label.value}”" for part in parts)
    return Finding(
        TWO_LABELS,
        parts[1].label.span,
        Message(
            f"一行写了 {len(parts)} 栏：{names}，分开读了", f"{len(parts)} fields on one line, read apart"
        ),
        remedy=Message(
            "一栏一行；本来是一栏的，在后一个栏目名后面写 \\ 。",
            "One field a line; if it is one field, write \\ behind the second label.",
        ),
        fix=Fix(Message("分成几行", "break the line"), tuple(Edit(gap, "\n") for gap in gaps)),
    )


def _asked(line: FieldLine, places: tuple[Span, Span], typed: str) -> Finding:
    """What is said of a line that may hold another field, and was read as one."""
    gap, label = places
    word, holder = typed[label.start : label.end], line.label.value
    return Finding(
        MAYBE_TWO_LABELS,
        label,
        Message(f"“{word}”写进了“{holder}”一栏", f"“{word}” stands within the field “{holder}”"),
        notes=(Message("当作一栏读，照样印在那一栏里。", "It was read as one field, and is printed there."),),
        remedy=Message(
            f"“{word}”是另一行的，就另起一行；本来是一栏的，在“{word}”后面写 \\ 。",
            f"Put {word} on a line of its own; if it is one field, write \\ behind it.",
        ),
        fix=Fix(Message("另起一行", "break the line"), (Edit(gap, "\n"),), safe=False),
    )

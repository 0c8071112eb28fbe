"""What the kinds that look at words share: explanations, goals, fields, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message, Preset
from goaldsl.diff.change import Change, Kind, State, row_change
from goaldsl.diff.stale import restated
from goaldsl.diff.wording import alike, masked, notes, plain
from goaldsl.model.declaration import Field
from goaldsl.model.place import NOWHERE, Text
from goaldsl.source import Source

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Comparison, Paired

HALF, TENTH = Fraction(1, 2), Fraction(1, 10)
STAGE = {Preset.DRAFT: "草案", Preset.REVIEW: "送审", Preset.FROZEN: "批复"}

# Told elsewhere, or moving with the year by themselves.
_OF_THE_YEAR = frozenset(
    ("year", "prepared_on", "budget", "approval_number", "approval_date", "adjustment_number")
)
_GOALS = {"goals": Message("年度目标", "goals"), "duties": Message("职责", "duties")}
_IDENTITY = frozenset(("former_name",))


def text_change(kind: Kind, paired: Paired, part: str, word: Message) -> Iterator[Change]:
    """A text of the row that says something else; its own numbers and years do not count."""
    if paired.both is None or paired.several:
        return
    old, new = (_text(getattr(row, part)) for row in paired.both)
    if alike(old, new) or alike(restated(paired.old, old), restated(paired.new, new)):
        return
    reason = Message(f"{word.zh}“{old or '（空）'}”→“{new or '（空）'}”", f"{word.en} {old} → {new}")
    yield row_change(kind, reason, paired, part, State(old), State(new))


def _text(written: Text | None) -> str:
    return written.value if written else ""


def definitions(kind: Kind, paired: Paired) -> Iterator[Change]:
    """指标解释, notes in the brackets of the name, 对应目标."""
    if paired.forms.compared("explanation"):
        yield from text_change(kind, paired, "explanation", Message("解释", "explanation"))
    if paired.both is None or paired.old is None or paired.new is None or paired.several:
        return
    years = (paired.forms.old.year, paired.forms.new.year)
    brackets = [notes(row.name, year) for row, year in zip((paired.old, paired.new), years, strict=True)]
    if paired.old.key == paired.new.key and brackets[0] != brackets[1]:
        before, after = paired.old.name, paired.new.name
        message = Message(
            f"名称括号里的限定变了：“{before}”→“{after}”", f"the note in the name changed: {before} → {after}"
        )
        yield row_change(kind, message, paired, "name", State(before), State(after))
    old, new = ("、".join(word.value for word in row.supports) for row in paired.both)
    if plain(old) != plain(new):
        message = Message(
            f"对应目标“{old or '（空）'}”→“{new or '（空）'}”", f"objectives served {old} → {new}"
        )
        yield Change(kind, message, "supports", State(old), State(new), span=paired.place("name"), previous=paired.former_place("name"), paired=paired)  # fmt: skip


def goal_texts(forms: Comparison, key: str = "goals") -> tuple[str, str]:
    """The words of a block on both sides, without numbers of items and without the years that the forms are of."""
    sides = (
        (view.declaration.field(key), view.year if forms.across else None) for view in (forms.old, forms.new)
    )
    pairs = [(_items(field), year) for field, year in sides]
    literal = ["".join(map(plain, items)) for items, _ in pairs]
    if literal[0] == literal[1]:
        return literal[0], literal[1]
    old, new = ("".join(plain(masked(each, year)) for each in items) for items, year in pairs)
    return old, new


def _items(field: Field | None) -> list[str]:
    if field is None:
        return []
    return [item.text.value for item in field.items] if field.items else [field.text.value]


def goals(kind: Kind, forms: Comparison) -> Iterator[Change]:
    """年度目标 and 职责."""
    for key, word in _GOALS.items():
        old, new = goal_texts(forms, key)
        if old == new:
            continue
        before, after = forms.old.declaration.field(key), forms.new.declaration.field(key)
        texts = ["\n".join(_items(field)) for field in (before, after)]
        yield Change(
            kind,
            Message(_told(word.zh, *texts), f"{word.en} changed"),
            key,
            State(texts[0]),
            State(texts[1]),
            span=after.label.span if after else NOWHERE,
            previous=before.label.span if before else NOWHERE,
        )


def _told(word: str, old: str, new: str) -> str:
    if not old or not new:
        return f"{word}{'今年没有写' if old else '今年才写'}"
    gone = [line for line in old.split("\n") if plain(line) not in plain(new)]
    came = [line for line in new.split("\n") if plain(line) not in plain(old)]
    said = [f"去掉“{_short(line)}”" for line in gone[:2]] + [f"改为“{_short(line)}”" for line in came[:2]]
    return f"{word}改了" + (f"：{'，'.join(said)}" if said else "")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def fields(kind: Kind, forms: Comparison) -> Iterator[Change]:
    """Any other field, and remarks of rows; labels of two editions are one field when their keys are."""
    old, new = (
        {field.spec.key: field for field in view.declaration.fields} for view in (forms.old, forms.new)
    )
    for key in dict.fromkeys((*old, *new)):
        if key in _OF_THE_YEAR or key in _GOALS or key in _IDENTITY:
            continue
        yield from _field(kind, forms, old.get(key), new.get(key))
    if forms.compared("remark"):
        for paired in forms.rows:
            yield from text_change(kind, paired, "remark", Message("备注", "remark"))


def _field(kind: Kind, forms: Comparison, old: Field | None, new: Field | None) -> Iterator[Change]:
    years = (forms.old.year, forms.new.year) if forms.across else (None, None)
    texts = ["\n".join(_items(field)) for field in (old, new)]
    words = [plain(masked(text, year)) for text, year in zip(texts, years, strict=True)]
    if words[0] == words[1] or plain(texts[0]) == plain(texts[1]) or all(map(_DATE.fullmatch, texts)):
        return
    there = new or old
    assert there is not None
    if None in (old, new) and not all(_known(forms, there.spec.key)):
        return  # an edition that lacks the field
    label = there.label.value
    yield Change(
        kind,
        Message(
            f"{label}“{_short(texts[0]) or '（空）'}”→“{_short(texts[1]) or '（空）'}”",
            f"{label}: {texts[0]} → {texts[1]}",
        ),
        there.spec.key,
        State(texts[0]),
        State(texts[1]),
        span=new.label.span if new else NOWHERE,
        previous=old.label.span if old else NOWHERE,
    )


_DATE = re.compile(r"\s*(?:19|20)\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2}\s*日?)?\s*")
"""A day of signing moves with the year."""


def _known(forms: Comparison, key: str) -> Iterator[bool]:
    for view in (forms.old, forms.new):
        yield any(spec.key == key for spec in view.declaration.form.fields)


_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def comments(source: Source) -> tuple[str, ...] | None:
    """The comments of a text; None for a file that has none by nature."""
    if source.path.endswith(".json"):
        return None
    return tuple(match[0].strip() for match in _COMMENT.finditer(source.text))

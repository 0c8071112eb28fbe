"""What the kinds that look at whole rows share: gone, suspected, split and merged."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Edit, Fix, Message
from goaldsl.diff.change import Action, Change, Kind, State
from goaldsl.diff.changes import (
    deadline_earlier,
    deadline_later,
    direction_reversed,
    measurability_gained,
    measurability_lost,
    needs_review,
    target_given,
    target_missing,
    target_relaxed,
    target_replaced,
    target_shifted,
    target_tightened,
    unit_changed,
    word_changed,
)
from goaldsl.diff.changes.targets import shown, written
from goaldsl.diff.direction import Relation
from goaldsl.diff.likeness import edits, marked
from goaldsl.diff.matching import Link
from goaldsl.diff.numbers import percent
from goaldsl.model.place import Span

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired
    from goaldsl.diff.view import Row
    from goaldsl.model.declaration import Retired

_IF_SAME = {
    Relation.TIGHTENED: target_tightened.KIND,
    Relation.RELAXED: target_relaxed.KIND,
    Relation.REVERSED: direction_reversed.KIND,
    Relation.SHIFTED: target_shifted.KIND,
    Relation.REPLACED: target_replaced.KIND,
    Relation.EARLIER: deadline_earlier.KIND,
    Relation.LATER: deadline_later.KIND,
    Relation.LOST: measurability_lost.KIND,
    Relation.GAINED: measurability_gained.KIND,
    Relation.WORD: word_changed.KIND,
    Relation.GIVEN: target_given.KIND,
    Relation.MISSING: target_missing.KIND,
    Relation.UNIT: unit_changed.KIND,
    Relation.REVIEW: needs_review.KIND,
}


def row_gone(kind: Kind, paired: Paired, old: Row, retired: Retired | None = None) -> Change:
    """A row of last year without a counterpart; the place is that of the nearest row that stayed."""
    reason = retired.reason.value if retired and retired.reason else ""
    zh = f"去年的“{old.name}” {old.promise.text}".rstrip() + (f" 停用：{reason}" if reason else " 没有了")
    en = f"{old.name} of last year is " + (f"retired: {reason}" if reason else "gone")
    return Change(
        kind,
        Message(zh, en),
        "indicator",
        shown(old),
        None,
        (Action.DELETE,),
        span=retired.span if retired else nearest(paired, old),
        previous=old.indicator.name.span,
        paired=paired,
    )


def nearest(paired: Paired, old: Row) -> Span:
    """The row of the new form beside which the old one stood: the last of its class, else of its first level."""
    rows = paired.forms.new.rows
    same = [row for row in rows if row.category == old.category]
    level = [
        row for row in rows if row.category and old.category and row.category.level1 == old.category.level1
    ]
    found = (same or level or rows)[-1:]
    return found[0].indicator.span if found else Span(0, 0)


def suspected(kind: Kind, paired: Paired) -> Iterator[Change]:
    """One row, or several together, that look like a new one."""
    if paired.match.link is not Link.SUSPECTED:
        return
    assert paired.old is not None and paired.new is not None
    olds, new = paired.match.olds, paired.new
    names = "、".join(row.name for row in olds)
    sure = percent(paired.match.confidence or Fraction(0))
    names_marked = marked(paired.old.name, new.name) if len(olds) == 1 else new.name
    same = _IF_SAME.get(paired.verdict.relation)
    zh = f"{names_marked}：与去年的“{names}”像是同一个（{sure}）；{written(paired, 0)} → {written(paired, 1)}"
    en = f"{new.name} looks like {names} of last year ({sure}); {written(paired, 0)} → {written(paired, 1)}"
    if same:
        zh, en = f"{zh}，若是同一个：{same.word.zh}", f"{en}; if so: {same.word.en}"
    if (asked := _object(paired)) is not None:
        zh, en = f"{zh}。{asked.zh}", f"{en}. {asked.en}"
    change = shown(paired.old)
    yield Change(
        kind,
        Message(zh, en),
        "indicator",
        State(written(paired, 0), change.value, change.unit, change.bound),
        shown(new),
        (Action.DELETE, Action.CREATE),
        paired.verdict.magnitude,
        paired.match.confidence,
        span=new.indicator.name.span,
        previous=paired.old.indicator.name.span,
        paired=paired,
        suggestion=former_names(paired),
        if_same=(same.code.code,) if same else (),
    )


def _object(paired: Paired) -> Message | None:
    """What a word put in or left out does to whom or what is counted."""
    assert paired.old is not None and paired.new is not None
    found = edits(paired.old.key, paired.new.key)
    if len(found) != 1 or len(paired.match.olds) > 1 or all(found[0]):
        return None
    gone, came = found[0]
    if came:
        return Message(f"多了“{came}”：对象变窄？", f"“{came}” was put in: fewer?")
    return Message(f"少了“{gone}”：对象变宽？", f"“{gone}” was left out: more?")


def former_names(paired: Paired) -> Fix | None:
    """Writes `上年名称` below the new row; nothing for a form that is no text."""
    new = paired.new
    source = paired.forms.new.side.source
    if new is None or source.path.endswith(".json"):
        return None
    names = "，".join(row.name for row in paired.match.olds)
    line = source.position(new.indicator.span.start).line
    end = source.line_starts[line - 1] + len(source.line(line))
    text = f"\n  上年名称 {names}"
    title = Message(f"写上“上年名称 {names}”", f"write 上年名称 {names}")
    return Fix(title, (Edit(Span(end, end), text),), safe=False)


def split(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row declared to have become several."""
    if paired.sure and len(paired.match.news) > 1:
        yield _several(kind, paired, Message("拆成", "was split into"))


def merged(kind: Kind, paired: Paired) -> Iterator[Change]:
    """Rows declared to have become one."""
    if paired.sure and len(paired.match.olds) > 1:
        yield _several(kind, paired, Message("并成", "became"))


def _several(kind: Kind, paired: Paired, verb: Message) -> Change:
    assert paired.old is not None and paired.new is not None
    before, after = ("、".join(row.name for row in rows) for rows in (paired.match.olds, paired.match.news))
    texts = f"{written(paired, 0)} → {written(paired, 1)}"
    return Change(
        kind,
        Message(f"“{before}”{verb.zh}“{after}”；{texts}", f"{before} {verb.en} {after}; {texts}"),
        "indicator",
        State(before),
        State(after),
        (Action.MOVE,),
        span=paired.new.indicator.name.span,
        previous=paired.old.indicator.name.span,
        paired=paired,
    )

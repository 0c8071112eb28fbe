"""What nobody but a person can decide about a row, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import NOTHING, Action, Change, Kind, State, row_change
from goaldsl.diff.changes.targets import related, shown, written
from goaldsl.diff.direction import Relation
from goaldsl.diff.matching import Link
from goaldsl.diff.rules import Scoring

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired


def doubts(kind: Kind, paired: Paired) -> Iterator[Change]:
    """Every reason why a person must look at a row."""
    yield from _targets(kind, paired)
    if paired.ruling.relation is Scoring.REVIEW and paired.both is not None:
        old, new = paired.both
        assert paired.ruling.reason is not None
        before, after = State(old.printed.criterion), State(new.printed.criterion)
        yield row_change(kind, paired.ruling.reason, paired, "rule", before, after)
    yield from _lost(kind, paired)
    yield from _twins(kind, paired)
    yield from _hidden(kind, paired)


def _targets(kind: Kind, paired: Paired) -> Iterator[Change]:
    verdict = paired.verdict
    yield from related(Relation.REVIEW)(kind, paired)
    if verdict.doubt is not None and not paired.follows_budget and paired.match.link is not Link.APART:
        assert paired.old is not None and paired.new is not None
        texts = f"{written(paired, 0)} → {written(paired, 1)}"
        message = Message(f"{texts}，{verdict.doubt.zh}", f"{texts}: {verdict.doubt.en}")
        yield row_change(kind, message, paired, "target", shown(paired.old), shown(paired.new))
    if paired.sure and paired.several:
        yield from _sum(kind, paired)


def _sum(kind: Kind, paired: Paired) -> Iterator[Change]:
    """The rules of several rows cannot be held against one."""
    rules = {
        row.indicator.rule or row.indicator.printed.criterion
        for row in (*paired.match.olds, *paired.match.news)
    }
    if len(rules) > 1:
        message = Message("拆分或合并以后评分标准不同，要人看", "several scoring rules became one")
        yield row_change(kind, message, paired, "rule")


def _lost(kind: Kind, paired: Paired) -> Iterator[Change]:
    """上年名称 that no row of last year has."""
    for row, word in paired.forms.matching.lost:
        if row is paired.new and paired.old is None:
            message = Message(f"上年名称“{word}”在去年的表里没有", f"last year's form has no {word}")
            place = next(each.span for each in row.indicator.was if each.value == word)
            yield Change(
                kind, message, "was", NOTHING, State(word), (Action.KEEP,), span=place, paired=paired
            )


def _twins(kind: Kind, paired: Paired) -> Iterator[Change]:
    twins = paired.forms.matching.twins
    row = paired.new if paired.new in twins else paired.old if paired.old in twins else None
    if row is not None and not (paired.sure and paired.new is None):
        message = Message(f"“{row.name}”在一边出现两次，分不清谁是谁", f"{row.name} occurs twice on a side")
        both = (State(row.name), State(row.name))
        yield row_change(kind, message, paired, "name", *both, actions=(Action.KEEP,))


def _hidden(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row that may stand on a line nobody could read."""
    forms = paired.forms
    if paired.sure:
        return
    if paired.new is None and paired.match.retired is None and not forms.new.declaration.complete:
        message = Message(
            "今年的表里没有找到；新表有读不懂的行，可能就在其中",
            "the new form has a line that cannot be read",
        )
    elif paired.old is None and not forms.old.declaration.complete:
        message = Message(
            "去年的表里没有找到；旧表有读不懂的行，可能就在其中",
            "the old form has a line that cannot be read",
        )
    else:
        return
    before, after = (shown(row) if row else None for row in (paired.old, paired.new))
    yield Change(kind, message, "indicator", before, after, (Action.KEEP,), span=paired.place("name"), previous=paired.former_place("name"), paired=paired)  # fmt: skip

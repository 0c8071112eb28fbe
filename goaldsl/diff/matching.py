"""Which rows of two forms are one indicator: identity is declared first, guessed last, and a guess is shown as one.

Each step takes away what it matched: id, `was`, class and name, name alone; what is left may be suspected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goaldsl.diff.suspicion import Suspicion, suspicions
from goaldsl.diff.view import Row, View
from goaldsl.diff.wording import bare, plain
from goaldsl.model.declaration import Retired


class Link(StrEnum):
    """How two rows were found to be one."""

    ID = "id"
    DECLARED = "declared"  # 上年名称
    NAME = "name"
    MOVED = "moved"  # the same name in another class
    BUDGET = "budget"  # both state the budget
    SUSPECTED = "suspected"
    APART = "apart"  # side by side, for people: what is counted changed
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """Rows that belong together: one and one, several of last year merged into one, one split into several, one
    alone. `retired`: the tombstone of a removed row. `confidence`: of a guess."""

    olds: tuple[Row, ...]
    news: tuple[Row, ...]
    link: Link
    confidence: Fraction | None = None
    retired: Retired | None = None

    @property
    def sure(self) -> bool:
        """Whether the rows are one indicator, not a guess."""
        return bool(self.olds and self.news) and self.link not in (Link.SUSPECTED, Link.APART)

    @property
    def old(self) -> Row | None:
        return self.olds[0] if self.olds else None

    @property
    def new(self) -> Row | None:
        return self.news[0] if self.news else None


@dataclass(frozen=True, slots=True)
class Matching:
    """All matches in the order of the new form, removed rows after them; what was declared and led nowhere."""

    matches: tuple[Match, ...]
    lost: tuple[tuple[Row, str], ...] = ()  # a new row, and the former name that no old row has
    twins: tuple[Row, ...] = ()  # rows whose name occurs twice on their side, not told apart


def match(old: View, new: View) -> Matching:
    """The rows of two forms, matched."""
    return _Matcher(old, new).matching()


class _Matcher:
    def __init__(self, old: View, new: View) -> None:
        self.old, self.new = old, new
        self.olds = dict.fromkeys(old.rows)
        self.news = dict.fromkeys(new.rows)
        self.found: list[Match] = []
        self.lost: list[tuple[Row, str]] = []

    def matching(self) -> Matching:
        self._keyed(lambda row: row.indicator.id.value if row.indicator.id else None, Link.ID)
        self._declared()
        self._keyed(lambda row: (row.category, row.key), Link.NAME)
        self._keyed(lambda row: row.key, Link.MOVED)
        self._budgets()
        twins = tuple(row for rows in (self.olds, self.news) for row in _twins(rows))
        pairs = {each.olds[0]: each.news[0] for each in self.found if each.sure}
        for each in suspicions(list(self.olds), list(self.news), pairs):
            self._suspect(each)
        retired = {row: said for row in self.olds if (said := self._retired(row))}
        self.found += (Match((row,), (), Link.NONE, None, retired.get(row)) for row in self.olds)
        self.found += (Match((), (row,), Link.NONE) for row in self.news)
        return Matching(tuple(sorted(self.found, key=_place)), tuple(self.lost), twins)

    def _take(
        self, olds: Sequence[Row], news: Sequence[Row], link: Link, confidence: Fraction | None = None
    ) -> None:
        self.found.append(Match(tuple(olds), tuple(news), link, confidence))
        for row in olds:
            self.olds.pop(row, None)
        for row in news:
            self.news.pop(row, None)

    def _keyed(self, key: Callable[[Row], Hashable], link: Link) -> None:
        """Rows with the same key, one to one; of several those that say the same of themselves."""
        old, new = _grouped(self.olds, key), _grouped(self.news, key)
        for shared in [each for each in old if each in new and each is not None]:
            ours, theirs = old[shared], new[shared]
            if len(ours) == len(theirs) == 1:
                self._take(ours, theirs, link)
            elif len(ours) > 1 or len(theirs) > 1:
                self._told_apart(ours, theirs, link)

    def _told_apart(self, ours: list[Row], theirs: list[Row], link: Link) -> None:
        left = list(theirs)
        for row in ours:
            equal = next((other for other in left if _content(other) == _content(row)), None)
            if equal is not None:
                left.remove(equal)
                self._take((row,), (equal,), link)

    def _declared(self) -> None:
        """上年名称: a list merges; the same former name in two new rows splits."""
        claims: dict[Row, list[Row]] = defaultdict(list)
        named: dict[Row, list[Row]] = defaultdict(list)
        for row in list(self.news):
            if self._declared_before(row):
                continue
            for word in row.indicator.was:
                former = self._former(word.value, row)
                if former is None:
                    self.lost.append((row, word.value))
                elif former not in named[row]:
                    named[row].append(former)
                    claims[former].append(row)
            if row in named and (namesake := self._namesake(row, self.olds)) and namesake not in named[row]:
                named[row].append(namesake)  # what it was before and what joined it
        for row, formers in named.items():
            if row not in self.news or any(each not in self.olds for each in formers):
                continue
            heirs = [each for each in claims[formers[0]] if each in self.news]
            kept = self._namesake(formers[0], self.news)
            if len(formers) == 1 and (len(heirs) > 1 or kept is not None):
                self._take(
                    formers, [each for each in self.news if each in heirs or each is kept], Link.DECLARED
                )
            else:
                self._take(formers, (row,), Link.DECLARED)

    def _declared_before(self, new: Row) -> bool:
        """Whether last year's form already said what the row was: the year before that is not looked at."""
        words = {plain(word.value) for word in new.indicator.was}
        namesake = self._namesake(new, self.olds)
        return namesake is not None and words == {plain(word.value) for word in namesake.indicator.was}

    @staticmethod
    def _namesake(row: Row, among: Iterable[Row]) -> Row | None:
        return next((each for each in among if (each.category, each.key) == (row.category, row.key)), None)

    def _former(self, word: str, new: Row) -> Row | None:
        """The old row of this name or id."""
        rows = list(self.olds)
        by_id = [row for row in rows if row.indicator.id and row.indicator.id.value == word]
        exact = [row for row in rows if plain(row.name) == plain(word)]
        loose = [row for row in rows if row.key == bare(word, self.old.year)]
        for found in (by_id, exact, loose):
            same_class = [row for row in found if row.category == new.category]
            if found:
                return (same_class or found)[0]
        return None

    def _budgets(self) -> None:
        """Whatever they are called: the rows that state the budgets of the two forms."""
        places = [view.budget.row if view.budget else None for view in (self.old, self.new)]
        if None in places:
            return
        old, new = self.old.rows[places[0] or 0], self.new.rows[places[1] or 0]
        if old in self.olds and new in self.news:
            self._take((old,), (new,), Link.BUDGET)

    def _suspect(self, suspicion: Suspicion) -> None:
        link = Link.APART if suspicion.apart else Link.SUSPECTED
        self._take(suspicion.olds, suspicion.news, link, suspicion.confidence)

    def _retired(self, row: Row) -> Retired | None:
        for retired in self.new.declaration.retired:
            if plain(retired.name.value) == plain(row.name):
                return retired
        return next(
            (
                each
                for each in self.new.declaration.retired
                if bare(each.name.value, self.new.year) == row.key
            ),
            None,
        )


def _grouped(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> dict[Hashable, list[Row]]:
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _twins(rows: Iterable[Row]) -> list[Row]:
    return [row for group in _grouped(rows, lambda row: row.key).values() if len(group) > 1 for row in group]


def _content(row: Row) -> tuple[object, ...]:
    """What tells rows of one name apart."""
    promised = row.promise
    return (
        promised.sort,
        promised.where,
        promised.unit,
        plain(promised.text) if promised.bound is None else "",
    )


def _place(each: Match) -> tuple[int, int]:
    return (0, each.news[0].at) if each.news else (1, each.olds[0].at)

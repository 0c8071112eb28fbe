"""Which column each cell of a table belongs to: the best path through rows and columns, for neat and ragged alike.

Nodes lie between the tokens of a table, edges are tokens (a glued text has several ways through). A path takes each
edge into a column; going back to an earlier column begins a new row. Columns passed over cost what their absence
costs: a merged class or an empty remark little, a name much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from goaldsl.ingest.reading.fitting import Fitting
from goaldsl.ingest.reading.lines import Piece

_SKIPPED = {
    "level1": 2, "level2": 3, "name": 60, "type": 9, "value": 14, "value_unit": 14, "unit": 9, "score": 12, "actual": 12,
    "points": 12, "reason": 2, "remark": 2, "explanation": 5, "criterion": 6, "source": 3, "aside": 3,
}  # fmt: skip
_NEW_ROW = 12  # where no line says so
_MIDWAY = 6  # a row that begins within a line
_LEFT_OUT = 3  # an empty token that stands for nothing
_DROPPED = 70  # words that suit no column
_IN_PLACE = {True: 45, False: 12}  # a cell under its heading, in a grid whose columns can be trusted or not
_OUT_OF_PLACE = {True: -45, False: -3}


class Token(Struct, frozen=True):
    """Words that may fill one column. `starts`: a line of the file begins here; `held`: that is a row's beginning."""

    text: str
    piece: Piece
    start: int
    end: int
    starts: bool = False
    held: bool = False
    aligned: bool = False
    cost: int = 0  # of a cut that is less likely than others


class Column(Struct, frozen=True):
    """A column of the table: its key, heading, and where it stands in a grid (-1: unknown)."""

    key: str
    label: str
    at: int = -1
    width: int = 1
    number: int = -1  # the piece of the heading


class Placed(Struct, frozen=True):
    """A token in a column, with the points that speak for it."""

    column: int
    token: Token
    points: int


@dataclass(frozen=True, slots=True)
class _Step:
    points: int
    node: int
    column: int  # where the path stands behind the step; -1 before any column
    token: Token | None
    previous: _Step | None
    taken: bool = True  # whether the token went into the column


def way_through(
    tokens: Sequence[Token], columns: Sequence[Column], fitting: Fitting
) -> tuple[list[list[Placed]], list[Token]]:
    """The rows of a table, and the tokens on the best way that suit no column."""
    best = _best_way(tokens, columns, fitting)
    return (_rows(best), _dropped(best)) if best else ([], [])


def align(tokens: Sequence[Token], columns: Sequence[Column], fitting: Fitting) -> list[list[Placed]]:
    """The rows of a table: what goes into which column. Tokens that suit none are left out of all rows."""
    best = _best_way(tokens, columns, fitting)
    return _rows(best) if best else []


def _best_way(tokens: Sequence[Token], columns: Sequence[Column], fitting: Fitting) -> _Step | None:
    if not tokens:
        return None
    outgoing: dict[int, list[Token]] = {}
    for token in tokens:
        outgoing.setdefault(token.start, []).append(token)
    last = max(token.end for token in tokens)
    costs = _Costs(columns)
    steps: dict[int, dict[int, _Step]] = {min(outgoing): {-1: _Step(0, 0, -1, None, None)}}
    for node in sorted(outgoing):
        for token in outgoing[node]:
            for column, step in list(steps.get(node, {}).items()):
                for following in _following(step, column, token, columns, costs, fitting):
                    best = steps.setdefault(token.end, {}).get(following.column)
                    if best is None or following.points > best.points:
                        steps[token.end][following.column] = following
    ends = steps.get(last, {})
    return max(ends.values(), key=lambda step: step.points - costs.rest(step.column), default=None)


def _following(
    step: _Step, column: int, token: Token, columns: Sequence[Column], costs: _Costs, fitting: Fitting
) -> list[_Step]:
    found = []
    fresh = token.starts and token.held
    stays = -1 if fresh and column >= 0 else column
    dropped = step.points - (_LEFT_OUT if not token.text else _DROPPED)
    if fresh and column >= 0:
        dropped -= costs.rest(column)
    found.append(_Step(dropped, token.end, stays, token, step, taken=False))
    for at, target in enumerate(columns):
        if token.held and at <= column and not fresh:
            continue
        if at > column and not (fresh and column >= 0):
            gap = costs.between(column, at)
        else:
            gap = costs.rest(column) + costs.between(-1, at)
            if not token.held:
                gap += _NEW_ROW + (0 if token.starts else _MIDWAY)
        points = fitting.fit(target.key, token.text) + _place(token, target) - gap - token.cost
        found.append(_Step(step.points + points, token.end, at, token, step))
    return found


def _place(token: Token, column: Column) -> int:
    if column.at < 0 or not token.held:
        return 0
    piece = token.piece
    inside = column.at <= piece.column < column.at + column.width or (
        piece.column <= column.at < piece.column + piece.width
    )
    return (_IN_PLACE if inside else _OUT_OF_PLACE)[token.aligned]


class _Costs:
    """What passing over columns costs, as running sums."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._sums = [0]
        for column in columns:
            self._sums.append(self._sums[-1] + _SKIPPED.get(column.key.split("#")[0], 3))

    def between(self, column: int, following: int) -> int:
        return self._sums[following] - self._sums[column + 1]

    def rest(self, column: int) -> int:
        return 0 if column < 0 else self._sums[-1] - self._sums[column + 1]


def _rows(step: _Step) -> list[list[Placed]]:
    path: list[_Step] = []
    current: _Step | None = step
    while current is not None and current.token is not None:
        path.append(current)
        current = current.previous
    rows: list[list[Placed]] = []
    before = -1
    for each in reversed(path):
        token = each.token
        assert token is not None
        if not each.taken:
            before = each.column
            continue
        if not rows or each.column <= before or before < 0:
            rows.append([])
        rows[-1].append(
            Placed(each.column, token, each.points - (each.previous.points if each.previous else 0))
        )
        before = each.column
    return rows


def _dropped(step: _Step) -> list[Token]:
    found: list[Token] = []
    current: _Step | None = step
    while current is not None and current.token is not None:
        if not current.taken:
            found.append(current.token)
        current = current.previous
    return found[::-1]

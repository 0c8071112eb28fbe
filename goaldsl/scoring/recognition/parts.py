"""One group of statements, sorted: what clauses there are and which notes hold for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goaldsl.model.rule import Basis, BasisKind, Bonus, Points, PointsKind, Term
from goaldsl.scoring.quantity import BASIS_NAMES
from goaldsl.scoring.recognition import meeting
from goaldsl.scoring.recognition.context import Context
from goaldsl.scoring.recognition.statements import Clause, Note, NoteKind, Statement, Stop

_NOTHING = Points(PointsKind.POINTS)
_REPEATABLE = frozenset(
    (NoteKind.SPENT, NoteKind.OPEN, NoteKind.INTERPOLATED, NoteKind.FULL, NoteKind.EVIDENCE)
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Clauses in their order, and notes by kind."""

    clauses: tuple[Clause, ...]
    notes: Mapping[NoteKind, Note]
    start: int
    numbered: bool = False

    def has(self, kind: NoteKind) -> bool:
        return kind in self.notes

    def is_nothing(self, points: Points) -> bool:
        """Whether these are no points: 不得分, unless 基础分 is 0 itself."""
        base = self.notes.get(NoteKind.BASE)
        return points == _NOTHING and (base is None or base.points != _NOTHING)

    def basis(self) -> Basis | None:
        """The basis that 以完成率为实际值 names."""
        note = self.notes.get(NoteKind.BASIS)
        if note is None:
            return None
        for kind, name in BASIS_NAMES.items():
            if note.words == name:
                return Basis(kind)
        word = note.words.removesuffix("发生数")
        if word == note.words or not word:
            raise Stop(note.start)
        return Basis(BasisKind.COUNT, word)


@dataclass(frozen=True, slots=True)
class Reading:
    """The terms that a group of statements makes, and what belongs to the whole rule."""

    terms: tuple[Term, ...]
    otherwise: Points | None = None
    bonus: Bonus | None = None
    full: Points | None = None  # what meeting the target earns, as said


def sort(statements: Iterable[Statement]) -> Parts:
    """Clauses and notes of a group; a note said twice is one too many."""
    clauses: list[Clause] = []
    notes: dict[NoteKind, Note] = {}
    start, numbered = -1, False
    for statement in statements:
        said = statement.said
        numbered = numbered or bool(statement.number)
        start = said.start if start < 0 else start
        if isinstance(said, Clause):
            clauses.append(said)
        elif isinstance(said, Note):
            if said.kind in notes and said.kind not in _REPEATABLE:
                raise Stop(said.start)
            notes[said.kind] = said
        else:
            raise Stop(said.start)
    return Parts(tuple(clauses), notes, max(start, 0), numbered)


def check_full(parts: Parts, context: Context) -> None:
    """满分10分 against the indicator's score, 以100%为标准 against its target."""
    note = parts.notes.get(NoteKind.FULL)
    if note is not None and note.points is not None and not parts.has(NoteKind.BASE):
        context.agree(note.points, (note.start, note.end))
    standard = parts.notes.get(NoteKind.STANDARD)
    if standard is not None and standard.size is not None:
        meeting.check_standard(standard.size, context)

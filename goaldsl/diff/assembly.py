"""From compared forms to the published report: places, severities, acceptances, the gate, the order of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from goaldsl.diagnostics import Fix, Preset, Severity
from goaldsl.diff import published
from goaldsl.diff.acceptances import Accepted, accepted
from goaldsl.diff.change import Action, Change, State
from goaldsl.diff.changes.points import moved_totals
from goaldsl.diff.changes.targets import shown
from goaldsl.diff.changes.texts import goal_texts
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison, Paired
from goaldsl.diff.counterparts import form_name
from goaldsl.diff.heads import budget_states, form_side, notes_of
from goaldsl.diff.likeness import marked
from goaldsl.diff.matching import Link
from goaldsl.diff.numbers import decimal
from goaldsl.diff.stale import left_behind
from goaldsl.diff.view import Row, Side
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source

_RANK = {None: 0, Severity.HINT: 1, Severity.WARNING: 2, Severity.ERROR: 3}
_ASKED = 2
"""From this rank under 送审 on a row must be asked about."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is reported and gated. `gate` None: nothing fails; "auto": the stage of the old form, 草案 across years."""

    gate: Preset | str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    candidate_accepts: bool = False
    language: str = "zh"

    def takes(self, change: Change) -> bool:
        """Whether a change is reported at all."""
        kind = change.kind
        names = {kind.code.code, kind.code.slug, *(category.value for category in kind.categories)}
        if names & set(self.ignore):
            return False
        return not self.select or bool(names & set(self.select))

    def preset(self, forms: Comparison) -> Preset:
        """The severities that hold: of the gate, or of the old form's stage."""
        if isinstance(self.gate, Preset):
            return self.gate
        return Preset.DRAFT if forms.across else forms.old.declaration.preset


@dataclass(slots=True)
class Assembly:
    """Gathers the forms of one report."""

    selection: Selection
    forms: list[published.Form] = field(default_factory=list)
    changes: list[published.Change] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    seen: set[tuple[str, str, str]] = field(default_factory=set)

    def pair(self, compared: Comparison, how: str, office: str = "", notes: Sequence[str] = ()) -> None:
        """Two forms that belong together."""
        found = [change for change in changes(compared) if self.selection.takes(change)]
        preset = self.selection.preset(compared)
        first, at = len(self.changes), len(self.forms)
        rows = {id(paired): number for number, paired in enumerate(compared.rows)}
        for change in found:
            self.changes.append(self._change(change, compared, preset, at, rows.get(id(change.paired))))
        places = range(first, len(self.changes))
        by_row: dict[int, list[int]] = {}
        for place in places:
            row = self.changes[place].row
            by_row.setdefault(-1 if row is None else row, []).append(place)
        told = [self._row(paired, by_row.get(number, [])) for number, paired in enumerate(compared.rows)]
        quiet = {"GD180", "GD181", "GD182"}
        unchanged = sum(all(self.changes[place].code in quiet for place in row.changes) for row in told)
        self.forms.append(
            published.Form(
                before=form_side(compared.old.side),
                after=form_side(compared.new.side),
                matched_by=how,
                across=compared.across,
                office=office,
                budget=budget_states(compared),
                goals_unchanged=bool(goal_texts(compared)[0]) and len(set(goal_texts(compared))) == 1,
                totals="，".join(f"{name} {old:f}→{new:f}" for name, old, new in moved_totals(compared)),
                uncompared=compared.uncompared,
                notes=(*notes_of(compared, found), *notes),
                unchanged=unchanged,
                rows=tuple(told),
                changes=tuple(place for place in places if self.changes[place].row is None),
            )
        )
        for view in (compared.old, compared.new):
            if not view.declaration.complete:
                self.broken.append(view.side.source.path)

    def alone(self, side: Side, *, removed: bool, note: str, office: str = "") -> None:
        """A form without counterpart: wholly removed or added."""
        one = form_side(side)
        self.forms.append(
            published.Form(
                one if removed else None, None if removed else one, None, False, office, None, False, "", (), (note,), 0, (), (),
            )
        )  # fmt: skip
        if not side.declaration.complete:
            self.broken.append(side.source.path)

    # ── one change ───────────────────────────────────────────────────────────────────────────────────────────────
    def _change(
        self, change: Change, compared: Comparison, preset: Preset, form: int, row: int | None
    ) -> published.Change:
        code = change.kind.code
        severity = code.severities.under(preset)
        said = accepted(change, compared)
        paired, english = change.paired, self.selection.language == "en"
        old, new = (each.source for each in (compared.old.side, compared.new.side))
        names = published.Names(
            "、".join(each.name for each in paired.match.olds) or None if paired else None,
            "、".join(each.name for each in paired.match.news) or None if paired else None,
        )
        identity = paired.new.indicator.id if paired and paired.new else None
        return published.Change(
            code=code.code,
            slug=code.slug,
            word=change.kind.word.en if english else change.kind.word.zh,
            categories=tuple(category.value for category in change.kind.categories),
            severity=severity.value if severity else None,
            verdict=_verdict(change),
            actions=tuple(action.value for action in change.actions),
            reason=change.reason.en if english else change.reason.zh,
            confidence=decimal(change.confidence, 2) if change.confidence is not None else None,
            path=_path(paired, compared),
            name=names,
            id=identity.value if identity else None,
            field=change.field,
            before=_state(change.before),
            after=_state(change.after),
            magnitude=decimal(change.magnitude, 4) if change.magnitude is not None else None,
            location=_place(new, change.span),
            previous_location=_place(old, change.previous)
            if Action.CREATE not in change.actions or change.previous != NOWHERE
            else None,
            acknowledged=self._acknowledged(said, new),
            suggestion=_suggestion(change.suggestion, new, english),
            form=form,
            row=row,
            gated=self._gated(severity, said, preset),
            if_same=change.if_same,
            corrects=change.corrects,
        )

    def _gated(self, severity: Severity | None, said: Accepted | None, preset: Preset) -> bool:
        if severity is not Severity.ERROR or self.selection.gate is None:
            return False
        if said is None or said.stale:
            return True
        return preset is Preset.FROZEN and said.new and not self.selection.candidate_accepts

    def _acknowledged(self, said: Accepted | None, source: Source) -> published.Acknowledged | None:
        if said is None:
            return None
        each = said.acceptance
        place = _place(source, each.span) or published.Place(source.path, _START, _START)
        return published.Acknowledged(
            each.reason.value, place, said.document, each.what or None, said.new, said.stale
        )

    # ── one row ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _row(self, paired: Paired, places: list[int]) -> published.Row:
        old, new = paired.old, paired.new
        found = [self.changes[place] for place in places]
        both = old is not None and new is not None
        texts = [_joined(rows) for rows in (paired.match.olds, paired.match.news)]
        achieved = paired.achieved
        return published.Row(
            link=paired.match.link.value,
            path=_classes(paired),
            name=published.Names(
                *(
                    "、".join(row.name for row in rows) or None
                    for rows in (paired.match.olds, paired.match.news)
                )
            ),
            marked=marked(old.name, new.name)
            if both and old and new and paired.match.link is Link.SUSPECTED
            else paired.name,
            before=_state(State(texts[0], *_number(paired.match.olds))) if old else None,
            after=_state(State(texts[1], *_number(paired.match.news))) if new else None,
            points=published.Names(*(None if each is None else f"{each:f}" for each in paired.points)),
            reached=published.Reached(achieved.text, achieved.points, achieved.met) if achieved else None,
            unit_note=_reason_of(found),
            left_behind=left_behind(old, new)
            if paired.sure and old and new and not paired.follows_budget
            else (),
            changes=tuple(places),
            weight=decimal(_weight(paired, found), 4),
            strongest=_strongest(found),
        )


_START = published.Position(1, 1)


def _number(rows: Sequence[Row]) -> tuple[str | None, str | None, str | None]:
    if len(rows) != 1:
        return None, None, None
    state = shown(rows[0])
    return state.value, state.unit, state.bound


def _joined(rows: Iterable[Row]) -> str:
    return "＋".join(row.promise.text for row in rows)


def _reason_of(found: Iterable[published.Change]) -> str:
    """The reason a department gave, for the column 单位说明."""
    return "；".join(dict.fromkeys(each.acknowledged.reason for each in found if each.acknowledged))


def _strongest(found: Iterable[published.Change]) -> str | None:
    order = [None, "hint", "warning", "error"]
    return max((each.severity for each in found), key=order.index, default=None)


_STRENGTH = {
    "GD173": 40, "GD174": 36, "GD171": 30, "GD104": 30, "GD105": 30, "GD115": 30, "GD101": 24, "GD107": 24, "GD124": 20,
    "GD120": 12, "GD170": 12, "GD103": 10, "GD109": 10, "GD110": 10, "GD113": 10, "GD172": 8, "GD151": 4, "GD199": 4,
    "GD132": 2, "GD140": 2, "GD160": 2,
}  # fmt: skip
_APART = 5


def _weight(paired: Paired, found: Iterable[published.Change]) -> Fraction:
    """Points times strength: what a reviewer asks about first."""
    open_ = [each for each in found if _open(each)]
    strength = max((_STRENGTH.get(each.code, int(bool(each.severity))) for each in open_), default=0)
    if paired.match.link is Link.APART:
        strength = min(strength, _APART)
    moved = abs(paired.verdict.magnitude or Fraction(0))
    points = max((each for each in paired.points if each is not None), default=Decimal(0))
    return Fraction(points) * (strength + min(moved, Fraction(1)))


def _verdict(change: Change) -> str:
    relation = change.paired.verdict.relation.value if change.paired and change.field == "target" else ""
    return relation if relation and change.kind.code.code < "GD120" else change.kind.code.slug


def _state(state: State | None) -> published.State | None:
    return None if state is None else published.State(state.text, state.value, state.unit, state.bound)


def _place(source: Source, span: Span) -> published.Place | None:
    if not source.text:
        return None
    start, end = source.position(span.start), source.position(span.end)
    return published.Place(source.path, published.Position(*start), published.Position(*end))


def _suggestion(fix: Fix | None, source: Source, english: bool) -> published.Suggestion | None:
    if fix is None:
        return None
    edits = ((_place(source, edit.span), edit.text) for edit in fix.edits)
    told = tuple(published.Edit(place, text) for place, text in edits if place is not None)
    return published.Suggestion(fix.title.en if english else fix.title.zh, told)


def _classes(paired: Paired) -> tuple[str, ...]:
    row = paired.new or paired.old
    category = row.indicator.category if row else None
    return (category.level1, category.level2) if category else ()


def _path(paired: Paired | None, compared: Comparison) -> tuple[str, ...]:
    form = form_name(compared.new.side)
    return (form, *_classes(paired)) if paired else (form,)


def summary(assembly: Assembly) -> published.Summary:
    """The counts."""
    rows = [row for form in assembly.forms for row in form.rows]
    asked = [row for row in rows if to_ask(row, assembly.changes)]
    said = [each.acknowledged for each in assembly.changes if each.acknowledged]
    points = sum((Decimal(row.points.after or row.points.before or 0) for row in asked), Decimal(0))
    held = [each for each in said if not each.stale]
    return published.Summary(
        by_code=dict(sorted(Counter(each.code for each in assembly.changes).items())),
        by_category=dict(
            sorted(Counter(name for each in assembly.changes for name in each.categories).items())
        ),
        unchanged=sum(form.unchanged for form in assembly.forms),
        to_ask=len(asked),
        points=f"{points:f}",
        accepted=len(held),
        new_acceptances=len({(each.location, each.reason) for each in held if each.new}),
        stale_acceptances=sum(each.stale for each in said),
        without_document=sum(each.document is None for each in held),
    )


ASKED = frozenset(
    ("GD101", "GD103", "GD104", "GD105", "GD107", "GD109", "GD110", "GD113", "GD115", "GD120", "GD124", "GD130", "GD132", "GD140", "GD142", "GD151", "GD160", "GD170", "GD171", "GD172", "GD173", "GD174", "GD199")
)  # fmt: skip
"""What somebody must ask about."""


def to_ask(row: published.Row, found: Sequence[published.Change]) -> bool:
    """Whether somebody must ask about a row: an open change that is easier, gone or undecided."""
    return any(each.code in ASKED and _open(each) for each in (found[place] for place in row.changes))


def _open(change: published.Change) -> bool:
    return change.acknowledged is None or change.acknowledged.stale


def gate(assembly: Assembly, preset: str | None) -> published.Gate:
    """Whether the gate is passed: no open error, and no broken line in a gated file."""
    failing = tuple(at for at, each in enumerate(assembly.changes) if each.gated)
    broken = tuple(dict.fromkeys(assembly.broken)) if preset is not None else ()
    return published.Gate(preset, not failing and not broken, failing, broken)

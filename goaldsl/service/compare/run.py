"""A whole comparison: both sides read, forms matched, rows compared, the report made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from goaldsl import __version__
from goaldsl.catalog.data import digest
from goaldsl.diagnostics import Diagnostic, Finding, Message, Preset, Severity
from goaldsl.diff import published
from goaldsl.diff.assembly import Assembly, Selection, gate, summary
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.counterparts import Counterparts, Entry, counterparts, entry_of, form_name, is_project
from goaldsl.diff.view import Side
from goaldsl.model.place import NOWHERE
from goaldsl.service.compare import codes
from goaldsl.service.compare.arguments import Place, meaning, sides
from goaldsl.service.compare.inputs import Input
from goaldsl.service.compare.reading import Read, Reader, read_input
from goaldsl.source import Source


@dataclass(frozen=True)
class Outcome:
    """The report; what is wrong with the files; the compared forms, for whoever wants to print or edit them.
    `comparable` False: nothing could be compared."""

    report: published.Report
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]
    compared: tuple[Comparison, ...]
    candidate: Input
    baseline: Input
    comparable: bool


def compare(
    old: str | None,
    new: str | None,
    place: Place,
    selection: Selection,
    known_codes: Collection[str],
    roster: Sequence[Entry] = (),
) -> Outcome:
    """What changed between two things."""
    baseline, candidate = sides(old, new, place)
    reads = tuple(read_input(each, reader_of(each, known_codes)) for each in (baseline, candidate))
    return _Run(baseline, candidate, reads, place, selection, known_codes, roster).outcome()


def reader_of(side: Input, known_codes: Collection[str]) -> Reader:
    """How the files of a side are read: with its own project."""
    return Reader(side.workspace.catalog, side.workspace.defaults(), known_codes)


class _Run:
    def __init__(
        self,
        baseline: Input,
        candidate: Input,
        reads: tuple[list[Read], ...],
        place: Place,
        selection: Selection,
        known_codes: Collection[str],
        roster: Sequence[Entry],
    ) -> None:
        self.baseline, self.candidate = baseline, candidate
        self.old, self.new = reads
        self.place = place
        self.selection = selection
        self.known_codes = known_codes
        self.roster = roster
        self.diagnostics: list[Diagnostic] = []
        self.compared: list[Comparison] = []
        self.notes: list[str] = []

    def outcome(self) -> Outcome:
        olds, news = ([side for each in reads for side in each.sides] for reads in (self.old, self.new))
        found = self._given(olds, news) or counterparts(olds, news, self.roster)
        assembly = Assembly(self.selection)
        earlier = self._earlier()
        for pair_of, after, how in found.pairs:
            entry = entry_of(self.roster, after)
            office = entry.office if entry else ""
            before, *more = pair_of
            compared = Comparison(
                before, after, self.candidate.workspace.catalog, _before(before, earlier, self.roster)
            )
            notes = [f"去年的“{form_name(each)}”也并入这张表，没有逐行比较" for each in more]
            assembly.pair(compared, how, office, notes)
            self.compared.append(compared)
        self._alone(assembly, found)
        comparable = self._judged(olds, news, found)
        for each in (*self.old, *self.new):
            self._unread(each)
        report = self._report(assembly, found)
        sources = tuple(each.source for each in (*self.old, *self.new))
        return Outcome(
            report,
            tuple(self.diagnostics),
            sources,
            tuple(self.compared),
            self.candidate,
            self.baseline,
            comparable,
        )

    def _given(self, olds: Sequence[Side], news: Sequence[Side]) -> Counterparts | None:
        """Two files named one by one, each with one form that names no department, belong together."""
        if not (self.baseline.single and self.candidate.single and len(olds) == len(news) == 1):
            return None
        nameless = any(form_name(side) == "" or not _named(side) for side in (olds[0], news[0]))
        if nameless and is_project(olds[0]) == is_project(news[0]):
            return Counterparts((((olds[0],), news[0], "given"),), (), ())
        return None

    def _earlier(self) -> list[Side]:
        """The forms of the year before the old one, where the project has them."""
        year = self.baseline.year
        years = self.place.years() if year is not None else {}
        if year is None or year - 1 not in years:
            return []
        before = meaning(f"year:{year - 1}", self.place)
        return [
            side for each in read_input(before, reader_of(before, self.known_codes)) for side in each.sides
        ]

    def _alone(self, assembly: Assembly, found: Counterparts) -> None:
        """Forms without counterpart; where one whole year is held against one form, the others are not meant."""
        few = self.candidate.single and not self.baseline.single
        many = self.baseline.single and not self.candidate.single
        for side in () if few else found.removed:
            assembly.alone(side, removed=True, note="今年没有对应的表", office=self._office(side))
        for side in () if many else found.added:
            assembly.alone(side, removed=False, note="去年没有对应的表", office=self._office(side))
        hidden = len(found.removed) * few + len(found.added) * many
        if hidden:
            self.notes.append(f"另有 {hidden} 份不是同一个单位的表，没有列出")

    def _office(self, side: Side) -> str:
        entry = entry_of(self.roster, side)
        return entry.office if entry else ""

    def _judged(self, olds: Sequence[Side], news: Sequence[Side], found: Counterparts) -> bool:
        """Whether anything was comparable; why not is told."""
        if found.pairs:
            return True
        self.diagnostics.append(_not_comparable(olds, news, self.baseline, self.candidate))
        return False

    def _unread(self, each: Read) -> None:
        """What stands in the way: a file that is none, a line that cannot be read."""
        stop = ("GS", "GI", "GX", "GB101", "GB102")
        for diagnostic in each.diagnostics:
            code = diagnostic.finding.code.code
            broken = not each.sides or not all(side.declaration.complete for side in each.sides)
            if broken and code.startswith(stop) and diagnostic.severity is Severity.ERROR:
                self.diagnostics.append(diagnostic)

    def _report(self, assembly: Assembly, found: Counterparts) -> published.Report:
        gated = self.selection.gate
        preset = gated.value if isinstance(gated, Preset) else gated
        options = {
            "gate": preset or "",
            "select": ",".join(self.selection.select),
            "ignore": ",".join(self.selection.ignore),
        }
        return published.Report(
            schema=published.SCHEMA,
            format_version=published.FORMAT_VERSION,
            tool=published.Tool("goaldsl", __version__, _digest(self.compared), options),
            baseline=_input(self.baseline, self.old),
            candidate=_input(self.candidate, self.new),
            summary=summary(assembly),
            gate=gate(assembly, preset),
            forms=tuple(assembly.forms),
            changes=tuple(assembly.changes),
            notes=tuple(self.notes),
            roster=self._roster(found),
        )

    def _roster(self, found: Counterparts) -> published.Roster | None:
        if not self.roster:
            return None
        news = [after for _, after, _ in found.pairs] + list(found.added)
        handed = {entry.name for side in news if (entry := entry_of(self.roster, side))}
        missing = tuple(entry.name for entry in self.roster if entry.name not in handed)
        return published.Roster(len(self.roster), len(handed), len(found.pairs), missing)


def _named(side: Side) -> bool:
    keys = ("project", "department", "filler_unit", "implementer")
    return any(
        (field := side.declaration.field(key)) is not None and field.text.value.strip() for key in keys
    )


def _before(side: Side, earlier: Sequence[Side], roster: Sequence[Entry]) -> tuple[Side, ...]:
    """The form of the year before."""
    found = counterparts(earlier, [side], roster).pairs
    return found[0][0][:1] if found else ()


def _not_comparable(olds: Sequence[Side], news: Sequence[Side], old: Input, new: Input) -> Diagnostic:
    names: list[str] = []
    empty = [each.label for each, found in ((old, olds), (new, news)) if not found]
    if empty:
        joined = "、".join(empty)
        message = Message(f"“{joined}”里没有可以比的申报表", f"no goal form in {joined}")
    elif {is_project(side) for side in olds}.isdisjoint({is_project(side) for side in news}):
        kinds = ["项目表" if is_project(each[0]) else "部门表" for each in (olds, news)]
        message = Message(
            f"一边是{kinds[0]}，一边是{kinds[1]}，不能比", "a project form against a department form"
        )
    else:
        names = [
            f"“{form_name(each[0])}”" + (f"等 {len(each)} 份" if len(each) > 1 else "")
            for each in (olds, news)
        ]
        message = Message(
            f"两边没有同一个单位的表：{names[0]} 与 {names[1]}", "no form of one department on both sides"
        )
    remedy = Message(
        "换成同一个单位（项目）的两份表；改了名称的，在今年的表里写 上年名称，或用 --roster 给出单位名册。",
        "Compare forms of one department; after a renaming write 上年名称, or give --roster.",
    )
    return Diagnostic(
        Severity.ERROR, new.label, Finding(codes.NOT_COMPARABLE, NOWHERE, message, remedy=remedy)
    )


def _input(side: Input, reads: Sequence[Read]) -> published.Input:
    kinds = tuple(dict.fromkeys(each.kind for each in reads)) or ("申报表",)
    files = tuple(published.File(each.given.name, each.source.sha256, each.kind, each.rows) for each in reads)
    return published.Input(side.label, side.ref, "、".join(kinds), side.why, files)


def _digest(compared: Sequence[Comparison]) -> str:
    """The data that the verdicts rest on."""
    used = {
        table.id: table.sha256
        for forms in compared
        for view in (forms.old, forms.new)
        for table in (view.declaration.form, view.declaration.taxonomy, view.declaration.profile)
    }
    return digest(used)

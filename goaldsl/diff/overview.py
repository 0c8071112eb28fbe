"""A folder at a glance: who reported, what was lowered, what must be explained, one line a department."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from goaldsl.diff.entries import Entry, changes_of, count, entries, of_form
from goaldsl.diff.published import Form, Report

LOWERED = ("GD101", "GD105", "GD107", "GD115", "GD140")
RAISED = ("GD102", "GD106", "GD108")
BELOW = ("GD170", "GD171")
_MOST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A department. `share`: of its points, those of rows that became easier, in percent."""

    name: str
    office: str
    asked: int
    lowered: str
    share: str
    raised: int
    removed: int
    budget: str


def pairs(report: Report) -> list[Form]:
    return [form for form in report.forms if form.before and form.after]


def questions(report: Report, most: int = _MOST) -> list[Entry]:
    """What must be explained first, over all departments."""
    found = [entry for form in pairs(report) for entry in entries(report, form) if entry.asked]
    return sorted(found, key=lambda entry: -entry.weight)[:most]


def totals(report: Report) -> str:
    """The first line: counts over all departments."""
    forms = pairs(report)
    roster = report.roster
    words = []
    if roster is not None:
        words.append(
            f"应报 {roster.expected}　已报 {roster.reported}　未报 {len(roster.missing)}　可比 {roster.comparable}"
        )
    else:
        words.append(f"可比 {len(forms)} 个单位")
    lowered = sum(count(report, form, LOWERED) for form in forms)
    points = sum((lowered_points(report, form) for form in forms), Decimal(0))
    below = sum(_below(report, form) for form in forms)
    words.append(f"降低要求 {lowered} 项、{points:f} 分（其中低于去年实际 {below} 项）")
    for word, codes in (
        ("没完成就取消", ("GD173",)),
        ("没完成就降低", ("GD174",)),
        ("定量改定性", ("GD105",)),
        ("提高要求", RAISED),
    ):
        words.append(f"{word} {sum(count(report, form, codes) for form in forms)}")
    idle = sum(any(of_form(report, form, "GD163")) for form in forms)
    words.append(f"增钱未增事 {idle} 个单位")
    return "　".join(words)


def _below(report: Report, form: Form) -> int:
    found = ({change.code for change in changes_of(report, row)} for row in form.rows)
    return sum(bool(codes & set(LOWERED)) and bool(codes & set(BELOW)) for codes in found)


def lowered_points(report: Report, form: Form) -> Decimal:
    """The points of rows that became easier."""
    return sum(
        (
            Decimal(row.points.after or row.points.before or 0)
            for row in form.rows
            if any(change.code in LOWERED for change in changes_of(report, row))
        ),
        Decimal(0),
    )


def departments(report: Report) -> list[Line]:
    """One line a department, in the order in which they were given."""
    return [_line(report, form) for form in pairs(report)]


def _line(report: Report, form: Form) -> Line:
    side = form.after
    assert side is not None
    total = Decimal(side.total)
    points = lowered_points(report, form)
    share = f"{points / total * 100:.1f}" if total else "0.0"
    budget = ""
    if form.budget is not None and form.budget.moved is not None:
        budget = f"预算 {Decimal(form.budget.moved) * 100:+.1f}%"
    return Line(
        name=side.name,
        office=form.office,
        asked=sum(entry.asked for entry in entries(report, form)),
        lowered=f"{points:f}",
        share=share,
        raised=count(report, form, RAISED),
        removed=count(report, form, ("GD120", "GD121")),
        budget=budget,
    )

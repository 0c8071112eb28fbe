"""A comparison in the terminal: what must be asked about first, wide characters counted, codes last."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.diff.entries import (
    Entry,
    changes_of,
    corrected,
    entries,
    of_form,
    raised,
    title,
)
from goaldsl.diff.overview import departments, questions, totals
from goaldsl.diff.published import Form, Report
from goaldsl.source import display_width

_WORD = 14
_MARK = {"error": "✗", "warning": "!", "hint": "·", None: " "}


def render(report: Report, *, width: int = 100, full: bool = False) -> str:
    """The report as text."""
    lines = [_compared(report)]
    pairs = [form for form in report.forms if form.before and form.after]
    if len(pairs) > 1:
        lines += _folder(report, width)
    if len(pairs) == 1 or full:
        for form in pairs:
            lines += ["", *_form(report, form, width, full)]
    lines += _alone(report)
    lines += [f"说明　{note}" for note in report.notes]
    lines += _gate(report)
    return "\n".join(lines) + "\n"


def _compared(report: Report) -> str:
    """What was compared and why."""
    old, new = report.baseline, report.candidate
    why = "；".join(dict.fromkeys((old.why, new.why)))
    kinds = f"{old.kind} → {new.kind}" if old.kind != new.kind else old.kind
    head = f"比较　{old.label} → {new.label}（{kinds}；{why}）"
    fresh = report.summary.new_acceptances
    return f"{head}　本次新写的说明 {fresh} 条" if fresh else head


def _form(report: Report, form: Form, width: int, full: bool) -> Iterator[str]:
    found = entries(report, form)
    asked = [entry for entry in found if entry.asked]
    points = sum((Decimal(entry.points or 0) for entry in asked), Decimal(0))
    counts = [f"需要核实 {len(asked)} 项（涉及 {points:f} 分）" if asked else "没有需要核实的"]
    for word, rows in (("提高要求", raised(report, form)), ("改正", corrected(report, form))):
        counts += [f"{word} {len(rows)}"] if rows else []
    counts.append(f"未变 {form.unchanged}")
    yield f"{title(form)}　　　{'　'.join(counts)}"
    shown = found if full else asked
    for number, entry in enumerate(shown, 1):
        yield from _entry(number, entry, width)
    yield from _tail(report, form, [] if full else [entry for entry in found if not entry.asked])
    if full:
        yield from _every(report, form)


def _entry(number: int, entry: Entry, width: int) -> Iterator[str]:
    """One row, its points and codes at the right margin."""
    right = f"{entry.points} 分　{' '.join(entry.codes)}" if entry.points else " ".join(entry.codes)
    mark = "✓" if entry.accepted and not entry.asked else " "
    left = f"{number:>2}{mark}{_padded(entry.word, _WORD)}{entry.name}　{entry.text}"
    if entry.accepted:
        left += f"　✓ {entry.accepted}"
    room = max(width - display_width(right) - 2, 40)
    lines = list(_wrapped(left, room, _WORD + 3))
    yield _padded(lines[0], room) + "  " + right
    yield from lines[1:]


def _tail(report: Report, form: Form, others: list[Entry]) -> Iterator[str]:
    """What is only to be known: the budget, what was raised, corrected, accepted, the points."""
    if form.budget is not None and form.budget.moved is not None and form.budget.before and form.budget.after:
        moved = Decimal(form.budget.moved) * 100
        kept = "；年度目标一字未改" if form.goals_unchanged else ""
        if moved:
            before, after = form.budget.before.text.rpartition(" ")[0], form.budget.after.text
            yield f"预算　{before} → {after}，{moved:+.1f}%{kept}"
    groups = {"提高": raised(report, form), "改正": corrected(report, form)}
    told: set[int] = set()
    for word, rows in groups.items():
        texts = [f"{entry.name} {entry.text}" for entry in rows if word == "提高"] or [
            entry.name for entry in rows
        ]
        told |= {id(entry.row) for entry in rows}
        if texts:
            yield f"{word}　{'；'.join(texts)}"
    held = [entry for entry in others if entry.accepted]
    if held:
        yield "已说明 ✓　" + "；".join(f"{entry.name}（{entry.accepted}）" for entry in held)
    told |= {id(entry.row) for entry in held}
    rest = [f"{entry.word} {entry.name}" for entry in others if id(entry.row) not in told]
    if rest:
        yield f"其他　{'；'.join(rest)}"
    for change in of_form(report, form):
        if change.code not in ("GD112", "GD162", "GD180", "GD181"):
            yield f"{change.word}　{change.reason}　{change.code}"
    left = [number for row in form.rows for number in row.left_behind]
    if left:
        yield f"解释里还写着旧数 {len(left)} 处（{'、'.join(left)}）"
    yield from (f"说明　{note}" for note in form.notes)


def _every(report: Report, form: Form) -> Iterator[str]:
    """Every change of every row."""
    for row in form.rows:
        for change in changes_of(report, row):
            where = f"{change.location.file}:{change.location.start.line}" if change.location else ""
            yield f"  {_MARK[change.severity]} {change.code} {_padded(change.word, _WORD)}{row.name.after or row.name.before}　{change.reason}　{where}"  # fmt: skip
            if change.suggestion:
                yield f"      建议：{change.suggestion.title}"


def _folder(report: Report, width: int) -> Iterator[str]:
    yield totals(report)
    asked = questions(report)
    if asked:
        yield ""
        yield "需要说明的"
    for number, entry in enumerate(asked, 1):
        side = entry.form.after or entry.form.before
        yield from _entry(number, _named(entry, side.name if side else ""), width)
    yield ""
    for line in departments(report):
        yield "　".join((_padded(line.name, 24), f"核实 {line.asked}", f"降低 {line.lowered} 分（{line.share}%）", f"提高 {line.raised}", line.budget)).rstrip("　")  # fmt: skip


def _named(entry: Entry, name: str) -> Entry:
    from dataclasses import replace

    return replace(entry, name=f"{name}｜{entry.name}")


def _alone(report: Report) -> Iterator[str]:
    """Forms without counterpart, in one line each way."""
    for word, sides in (
        ("今年没有对应的表", [form.before for form in report.forms if form.after is None]),
        ("去年没有对应的表", [form.after for form in report.forms if form.before is None]),
    ):
        names = [side.name for side in sides if side]
        if names:
            yield f"{word}　{'、'.join(names)}"


def _gate(report: Report) -> Iterator[str]:
    gate = report.gate
    if gate.preset is None:
        return
    names = {"draft": "草案", "review": "送审", "frozen": "批复", "auto": "按旧表状态"}
    word = names.get(gate.preset, gate.preset)
    if gate.passed:
        yield f"门槛（{word}）　通过"
        return
    codes = sorted({report.changes[place].code for place in gate.failing})
    yield f"门槛（{word}）　没有通过：{len(gate.failing)} 处 {' '.join(codes)}" + (
        f"；读不懂的行在 {'、'.join(gate.broken)}" if gate.broken else ""
    )


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - display_width(text), 0)


def _wrapped(text: str, width: int, indent: int) -> Iterator[str]:
    """The text in lines of at most so many columns."""
    line = ""
    for character in text:
        if display_width(line + character) > width:
            yield line.rstrip()
            line = " " * indent
        line += character
    yield line

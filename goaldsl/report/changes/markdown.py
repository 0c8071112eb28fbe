"""A comparison as a comment on a merge request: one sentence, the table of what must be asked, the rest folded away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goaldsl.diff.entries import Entry, changes_of, entries, of_form, title
from goaldsl.diff.overview import pairs
from goaldsl.diff.published import Report

MARKER = "<!-- goaldsl-diff -->"
"""By this a program finds its own comment and updates it."""
LIMIT = 60_000
_WORDING = frozenset(("GD111", "GD180", "GD181", "GD182"))
_GATES = {"draft": "草案", "review": "送审", "frozen": "批复", "auto": "按旧表状态"}


def render(report: Report) -> str:
    """The comment, shorter than what a server takes: the folded parts go first."""
    for quiet, asked in ((10_000, 10_000), (200, 10_000), (0, 10_000), (0, 300), (0, 50)):
        text = "\n".join(_lines(report, quiet, asked)) + "\n"
        if len(text) < LIMIT:
            return text
    return "\n".join([MARKER, f"**{_verdict(report)}**", "", "变化太多，列不下；请看 JSON 或对比表。"]) + "\n"


def _lines(report: Report, quiet: int, most: int) -> Iterator[str]:
    yield MARKER
    yield f"**{_verdict(report)}**"
    yield ""
    yield f"比较 `{report.baseline.label}` → `{report.candidate.label}`（{'；'.join(dict.fromkeys((report.baseline.why, report.candidate.why)))}）"
    asked = [entry for form in pairs(report) for entry in entries(report, form) if entry.asked]
    if asked:
        yield ""
        yield "| 单位 | 变化 | 指标 | 去年→今年 | 分值 | 代码 |"
        yield "| --- | --- | --- | --- | --- | --- |"
        yield from map(_row, asked[:most])
        if len(asked) > most:
            yield f"\n另有 {len(asked) - most} 项，请看对比表。"
    yield from _alone(report)
    others = [entry for form in pairs(report) for entry in entries(report, form) if not entry.asked]
    held = [entry for entry in others if entry.accepted]
    rest = [entry for entry in others if not entry.accepted]
    yield from _details(
        "已说明",
        (
            f"- ✓ {_cell(_name(entry))}：{_cell(entry.text)}（{_cell(entry.accepted)}）"
            for entry in held[:quiet]
        ),
        len(held),
    )
    yield from _details(
        "其他变化",
        (
            f"- {entry.word} {_cell(_name(entry))}：{_cell(entry.text)} `{' '.join(entry.codes)}`"
            for entry in rest[:quiet]
        ),
        len(rest),
    )
    whole = [(form, change) for form in pairs(report) for change in of_form(report, form) if change.severity]
    yield from _details(
        "整表",
        (
            f"- {_cell(title(form))}：{change.word}，{_cell(change.reason)} `{change.code}`"
            for form, change in whole[:quiet]
        ),
        len(whole),
    )
    wording = [
        (form, change)
        for form in pairs(report)
        for row in form.rows
        for change in changes_of(report, row)
        if change.code in _WORDING
    ]
    yield from _details(
        "只是写法",
        (f"- {_cell(change.name.after or '')}：{_cell(change.reason)}" for _, change in wording[:quiet]),
        len(wording),
    )
    yield ""
    yield f"未变 {report.summary.unchanged} 项。"


def _verdict(report: Report) -> str:
    """The first line: the verdict in one sentence."""
    summary, gate = report.summary, report.gate
    words = (
        f"需要核实 {summary.to_ask} 项（涉及 {summary.points} 分）"
        if summary.to_ask
        else "没有需要核实的变化"
    )
    if summary.new_acceptances:
        words += f"，本次新写说明 {summary.new_acceptances} 条"
    if gate.preset is None:
        return words + "。"
    name = _GATES.get(gate.preset, gate.preset)
    if gate.passed:
        return f"{words}；门槛（{name}）通过。"
    broken = f"，{'、'.join(gate.broken)} 有读不懂的行" if gate.broken else ""
    return f"{words}；门槛（{name}）没有通过：{len(gate.failing)} 处{broken}。"


def _row(entry: Entry) -> str:
    unit = entry.form.after.name if entry.form.after else ""
    cells = (unit, entry.word, entry.name, entry.text, entry.points, " ".join(entry.codes))
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _name(entry: Entry) -> str:
    return entry.name


def _cell(text: str) -> str:
    """A text that breaks no table and no list, and runs nothing."""
    text = text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "@\u200b")
        .replace("`", "'")
        .replace("[", "\\[")
    )


def _details(name: str, lines: Iterable[str], count: int) -> Iterator[str]:
    if count:
        yield ""
        yield f"<details><summary>{name}（{count}）</summary>"
        yield ""
        yield from lines
        yield ""
        yield "</details>"


def _alone(report: Report) -> Iterator[str]:
    removed = [form.before.name for form in report.forms if form.after is None and form.before]
    added = [form.after.name for form in report.forms if form.before is None and form.after]
    for word, names in (("今年没有对应的表", removed), ("去年没有对应的表", added)):
        if names:
            yield f"\n{word}：{'、'.join(map(_cell, names))}"


__all__ = ["LIMIT", "MARKER", "render"]

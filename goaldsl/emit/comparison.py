"""The pages that reviewers put on file: 绩效目标年度对比表 across years, 调整申请（对照）表 within one, 概览 of a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import structs

from goaldsl.diff.entries import Entry, entries, of_form
from goaldsl.diff.overview import departments, questions, totals
from goaldsl.diff.published import Form, FormSide, Report, Row
from goaldsl.model.table import Cell, Column, Line, Role, Table
from goaldsl.model.table import Row as Grid

_YEARS = (
    ("number", "序号", 4), ("level1", "一级指标", 7), ("level2", "二级指标", 8), ("name", "三级指标", 15),
    ("before", "上年目标", 9), ("reached", "上年实际", 8), ("earned", "上年得分", 5), ("after", "本年目标", 9),
    ("points", "分值\n去年→今年", 7), ("change", "变化", 12), ("reason", "单位说明", 8), ("opinion", "审核意见", 8),
)  # fmt: skip
_ADJUSTMENT = (
    ("number", "序号", 5), ("level1", "一级指标", 9), ("level2", "二级指标", 11), ("name", "三级指标", 19),
    ("before", "指标值", 12), ("before_points", "分值", 6), ("after", "指标值", 12), ("after_points", "分值", 6),
    ("reason", "调整理由及依据（文号）", 20),
)  # fmt: skip
_OVERVIEW = (("number", "序号", 5), ("unit", "部门", 15), ("name", "指标", 20), ("before", "去年", 11), ("after", "今年", 11), ("reached", "去年实际", 10), ("points", "分值", 6), ("change", "变化", 11), ("opinion", "意见", 11))  # fmt: skip
_LINES = (("number", "序号", 5), ("unit", "部门", 20), ("office", "归口股室", 15), ("asked", "需核实", 10), ("lowered", "降低要求的分值", 14), ("share", "占本单位 %", 12), ("raised", "提高", 8), ("removed", "取消", 8), ("budget", "预算", 8))  # fmt: skip

Spec = Sequence[tuple[str, str, int]]


def comparison_table(report: Report, form: Form) -> Table:
    """The page of two forms: what fits them, across years or within one."""
    return year_table(report, form) if form.across else adjustment_table(report, form)


def year_table(report: Report, form: Form) -> Table:
    """绩效目标年度对比表: changed rows only."""
    old, new = _both(form)
    found = entries(report, form)
    rows = [_grid(_year_cells(number, entry)) for number, entry in enumerate(found, 1)]
    rows.append(_line(f"其余 {form.unchanged} 项未变", len(_YEARS)))
    return Table(
        title="绩效目标年度对比表",
        subtitle=f"{new.name}　{old.year or '去年'} → {new.year or '今年'}",
        columns=_columns(_YEARS),
        rows=(_heads(_YEARS), *rows),
        above=_budget(form),
        below=(
            Line("单位负责人", ""),
            Line("审核人", ""),
            Line("日期", ""),
        ),
        notes_title="说明",
        notes=tuple(_notes(report, form)),
        landscape=True,
    )


def _year_cells(number: int, entry: Entry) -> list[str]:
    row = entry.row
    reached, points = row.reached, row.points
    moved = " → ".join(dict.fromkeys(each or "无" for each in (points.before, points.after)))
    change = "\n".join((entry.word, *entry.details)) + (
        "（已说明 ✓）" if entry.accepted and not entry.asked else ""
    )
    return [
        str(number),
        *_path(row),
        _name(row),
        row.before.text if row.before else "—",
        reached.text if reached else "",
        reached.points if reached else "",
        row.after.text if row.after else "—",
        moved,
        f"{change}\n{' '.join(entry.codes)}",
        entry.accepted,
        "",
    ]


def _path(row: Row) -> tuple[str, str]:
    return (row.path[0], row.path[1]) if len(row.path) == 2 else ("", "")


def _name(row: Row) -> str:
    if row.name.after is None:
        return f"{row.name.before}（今年没有）"
    if row.name.before is None:
        return f"{row.name.after}（新增）"
    return (
        row.name.after
        if row.name.before == row.name.after
        else f"{row.name.after}\n（去年：{row.name.before}）"
    )


def adjustment_table(report: Report, form: Form) -> Table:
    """绩效目标调整申请（对照）表: before and after, and the reason that a department must give."""
    old, new = _both(form)
    head = (
        Grid(
            (
                *(
                    Cell(label, at, rowspan=2, role=Role.HEADER)
                    for at, (_, label, _) in enumerate(_ADJUSTMENT[:4])
                ),
                Cell("调整前", 4, colspan=2, role=Role.HEADER),
                Cell("调整后", 6, colspan=2, role=Role.HEADER),
                Cell(_ADJUSTMENT[8][1], 8, rowspan=2, role=Role.HEADER),
            ),
            header=True,
        ),
        Grid(
            tuple(
                Cell(label, at, role=Role.HEADER) for at, (_, label, _) in list(enumerate(_ADJUSTMENT))[4:8]
            ),
            header=True,
        ),
    )
    rows = [_grid(_adjusted(number, entry)) for number, entry in enumerate(entries(report, form), 1)]
    rows.append(_line(f"其余 {form.unchanged} 项不调整", len(_ADJUSTMENT)))
    signs = ("单位意见", "主管部门意见", "财政部门意见")
    opinions = Grid(tuple(Cell(f"{word}：\n（盖章）　　　年　月　日", at * 3, colspan=3, role=Role.SIGNATURE) for at, word in enumerate(signs)))  # fmt: skip
    number = new.adjustment_number or new.approval_number or old.approval_number
    return Table(
        title="绩效目标调整申请（对照）表",
        subtitle=f"（{new.year}年度）" if new.year else "",
        columns=_columns(_ADJUSTMENT),
        rows=(*head, *rows, opinions),
        above=(Line("单位", new.name), Line("批复文号", number), *_budget(form)),
        notes_title="说明",
        notes=tuple(_notes(report, form)),
    )


def _adjusted(number: int, entry: Entry) -> list[str]:
    row = entry.row
    reason = entry.accepted or ""
    other = "；".join(entry.details)
    name = _name(row).replace("今年没有", "取消").replace("去年：", "原：")
    return [
        str(number),
        *_path(row),
        name,
        row.before.text if row.before else "—",
        row.points.before or "",
        row.after.text if row.after else "—",
        row.points.after or "",
        "\n".join(part for part in (other, reason) if part),
    ]


def overview_table(report: Report) -> Table:
    """概览: one A4 for a folder: the counts, ten items to explain, one line a department."""
    asked = questions(report)
    rows = [_heads(_OVERVIEW), *(_grid(_question(number, entry)) for number, entry in enumerate(asked, 1))]
    missing = report.roster.missing if report.roster else ()
    notes = [totals(report)]
    notes += [f"未报：{'、'.join(missing)}"] if missing else []
    notes += [f"今年没有对应的表：{names}" for names in [_alone(report, removed=True)] if names]
    notes += [f"去年没有对应的表：{names}" for names in [_alone(report, removed=False)] if names]
    return Table(
        title="绩效目标逐年对比概览",
        subtitle=f"{report.baseline.label} → {report.candidate.label}",
        columns=_columns(_OVERVIEW),
        rows=tuple(rows),
        above=tuple(Line("", part) for part in totals(report).split("　")),
        notes_title="未列入比较的",
        notes=tuple(notes[1:]),
    )


def stacked(table: Table, lines: Table) -> Table:
    """Two blocks in one grid: cells of the second take over the columns of the first, the last of them several."""
    count, own = len(table.columns), len(lines.columns)
    rows = []
    for row in lines.rows:
        cells = []
        for cell in row.cells:
            last = cell.column == own - 1
            cells.append(structs.replace(cell, colspan=count - own + 1 if last else 1))
        rows.append(structs.replace(row, cells=tuple(cells)))
    return structs.replace(table, rows=(*table.rows, *rows))


def departments_table(report: Report) -> Table:
    """One line a department, in the order of the forms; the share of points lowered is a column, no ranking."""
    rows = [
        _grid([str(number),
                line.name, line.office, str(line.asked), line.lowered, line.share, str(line.raised), str(line.removed), line.budget.removeprefix("预算 ")])
        for number, line in enumerate(departments(report), 1)
    ]  # fmt: skip
    return Table("各单位", "", _columns(_LINES), (_heads(_LINES), *rows))


def _question(number: int, entry: Entry) -> list[str]:
    row, side = entry.row, entry.form.after
    return [
        str(number),
        side.name if side else "",
        _name(row),
        row.before.text if row.before else "—",
        row.after.text if row.after else "—",
        row.reached.text if row.reached else "",
        entry.points,
        f"{entry.word}\n{' '.join(entry.codes)}",
        "",
    ]


def _alone(report: Report, *, removed: bool) -> str:
    sides = (
        form.before if removed else form.after for form in report.forms if not (form.before and form.after)
    )
    return "、".join(side.name for side in sides if side)


def _both(form: Form) -> tuple[FormSide, FormSide]:
    assert form.before is not None and form.after is not None
    return form.before, form.after


def _budget(form: Form) -> tuple[Line, ...]:
    if form.budget is None:
        return ()
    before, after = (state.text if state else "未列" for state in (form.budget.before, form.budget.after))
    moved = f"（{Decimal(form.budget.moved) * 100:+.1f}%）" if form.budget.moved else ""
    return (Line("预算", before if before == after else f"{before} → {after}{moved}"),)


def _notes(report: Report, form: Form) -> Iterator[str]:
    """Changes of the form as a whole, what was not compared, and from which files."""
    for change in of_form(report, form):
        if change.code not in ("GD112", "GD180", "GD181"):
            yield f"{change.word}：{change.reason}（{change.code}）"
    left = [number for row in form.rows for number in row.left_behind]
    if left:
        yield f"解释里还写着旧数：{'、'.join(left)}"
    yield from form.notes
    for word, side in (("去年", form.before), ("今年", form.after)):
        if side is not None:
            yield f"{word if form.across else {'去年': '调整前', '今年': '调整后'}[word]}：{side.kind}，{side.file}，摘要 {side.sha256[:8]}"


def _columns(spec: Spec) -> tuple[Column, ...]:
    return tuple(Column(key, Decimal(width)) for key, _, width in spec)


def _heads(spec: Spec) -> Grid:
    return Grid(
        tuple(Cell(label, at, role=Role.HEADER) for at, (_, label, _) in enumerate(spec)), header=True
    )


def _grid(texts: Sequence[str]) -> Grid:
    longer = Role.TEXT
    return Grid(
        tuple(Cell(text, at, role=longer if len(text) > 6 else Role.VALUE) for at, text in enumerate(texts))
    )


def _line(text: str, width: int) -> Grid:
    return Grid((Cell(text, 0, colspan=width, role=Role.VALUE),))

"""What a reviewer reads of each row: one entry, the reviewer's words first, the codes last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.diff.assembly import ASKED, to_ask
from goaldsl.diff.published import Change, Form, Report, Row
from goaldsl.model.declaration import Scope

_QUIET = frozenset(("GD180", "GD181", "GD182"))
_WORD_ORDER = (
    "GD173", "GD124", "GD174", "GD171", "GD105", "GD115", "GD104", "GD101", "GD107", "GD110", "GD109", "GD103", "GD113",
    "GD140", "GD120", "GD132", "GD130", "GD142", "GD151", "GD170", "GD172", "GD160", "GD199", "GD183", "GD121",
    "GD102", "GD108", "GD106", "GD114", "GD141", "GD131", "GD122", "GD126", "GD125", "GD123", "GD150",
)  # fmt: skip
_TARGET = frozenset(f"GD{number}" for number in (*range(101, 112), 113, 114, 115, 170, 171, 174))
_RAISED = ("GD102", "GD108", "GD106", "GD114", "GD141")
_GONE = {"GD173": "取消", "GD120": "取消", "GD121": "停用"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as a reviewer reads it. `asked`: somebody must ask about it; `accepted`: with the reason given."""

    form: Form
    row: Row
    word: str
    name: str
    text: str
    points: str
    codes: tuple[str, ...]
    asked: bool
    accepted: str
    severity: str | None
    details: tuple[str, ...] = ()
    """What the columns of a table do not say."""

    @property
    def weight(self) -> Decimal:
        return Decimal(self.row.weight)


def entries(report: Report, form: Form) -> list[Entry]:
    """The changed rows of a form, those that must be asked about first, by points times strength."""
    found = [entry for row in form.rows if (entry := _entry(report, form, row)) is not None]
    return sorted(found, key=lambda entry: (not entry.asked, -entry.weight))


def changes_of(report: Report, row: Row) -> list[Change]:
    return [report.changes[place] for place in row.changes]


def _entry(report: Report, form: Form, row: Row) -> Entry | None:
    found = [change for change in changes_of(report, row) if change.code not in _QUIET]
    if not found:
        return None
    codes = _shown(found)
    asked = to_ask(row, report.changes)
    held = [each.acknowledged for each in found if each.acknowledged and not each.acknowledged.stale]
    name, text, details = _told(row, found, codes)
    return Entry(
        form,
        row,
        _word(row, found),
        name,
        text,
        row.points.after or row.points.before or "",
        codes,
        asked,
        "；".join(dict.fromkeys(each.reason for each in held)),
        row.strongest,
        tuple(part for part in details if part),
    )


def _shown(found: Sequence[Change]) -> tuple[str, ...]:
    """The codes of a row; removed and added are not repeated beside what says more."""
    codes = {change.code for change in found}
    if "GD124" in codes:
        codes -= {"GD120", "GD122"}
    if "GD173" in codes:
        codes -= {"GD120", "GD121"}
    return tuple(sorted(codes))


def _word(row: Row, found: Sequence[Change]) -> str:
    """What a reviewer calls the most important change of a row."""
    if row.link == "apart":
        return "换口径"
    first = min(found, key=lambda change: _rank(change.code))
    if first.code == "GD173":
        return "停用" if any(change.code == "GD121" for change in found) else "取消"
    return first.word if first.code not in ("GD171", "GD170") or len(found) == 1 else _lowered(found, first)


def _lowered(found: Sequence[Change], first: Change) -> str:
    return next((change.word for change in found if change.code in ("GD101", "GD107")), first.word)


def _rank(code: str) -> int:
    return _WORD_ORDER.index(code) if code in _WORD_ORDER else len(_WORD_ORDER)


def _told(row: Row, found: Sequence[Change], codes: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
    """The name, what happened in one line, and what of it no column says."""
    before, after = _text(row.before), _text(row.after)
    reached = row.reached.text if row.reached else ""
    rest = [change.reason for change in found if change.code in codes and not _in_line(change, row)]
    actual = f"；去年实际 {reached}" if reached else ""
    if row.link == "suspected":
        asked = _question(found)
        return (
            row.marked,
            "；".join([f"{before} → {after}{actual}{asked}", *rest]),
            (asked.lstrip("。"), *rest),
        )
    if row.link == "apart":
        return (
            _common(row),
            f"{_own(row.name.before, row)} {before} → {_own(row.name.after, row)} {after}，不能比{actual}",
            ("不能比",),
        )
    if row.name.after is None:
        return row.name.before or "", _gone(row, found, before), (_retired(found),)
    if row.name.before is None:
        return row.name.after, "；".join([f"新增 {after}".rstrip(), *rest]), tuple(rest)
    moved = any(change.code in _TARGET and change.field not in _FURTHER for change in found)
    head = [f"{before} → {after}{actual}" if before != after else f"{after}{actual}"] if moved else []
    name = (
        row.name.after if row.name.before == row.name.after else f"{row.name.after}（原 {row.name.before}）"
    )
    return name, "；".join([*head, *rest]), tuple(rest)


_FURTHER = frozenset(scope.value for scope in Scope)


def _text(state: object) -> str:
    return getattr(state, "text", "") or "（空）"


def _in_line(change: Change, row: Row) -> bool:
    """Whether the line of the row says it already."""
    if row.link in ("suspected", "apart") or row.name.after is None or row.name.before is None:
        return change.code in ("GD120", "GD121", "GD122", "GD123", "GD124", "GD173")
    return (change.code in _TARGET and change.field not in _FURTHER) or change.code == "GD123"


def _question(found: Sequence[Change]) -> str:
    """多了“老”：对象变窄？"""
    for change in found:
        if change.code == "GD124" and "。" in change.reason:
            return "。" + change.reason.rpartition("。")[2]
    return ""


def _gone(row: Row, found: Sequence[Change], before: str) -> str:
    retired = _retired(found)
    how = f"今年停用：{retired}" if retired else "今年取消"
    reached = f"，实际 {row.reached.text}" if row.reached else ""
    missed = "，没有完成" if row.reached and row.reached.met is False else ""
    return f"去年目标 {before}{reached}{missed} → {how}"


def _retired(found: Sequence[Change]) -> str:
    """The reason of a tombstone."""
    return next((change.reason.partition("停用：")[2] for change in found if change.code == "GD121"), "")


def _common(row: Row) -> str:
    """What two names begin with: 人才工作座谈会."""
    one, other = row.name.before or "", row.name.after or ""
    length = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return one[:length] if length >= 2 else other


def _own(name: str | None, row: Row) -> str:
    """What the names do not share."""
    return (name or "").removeprefix(_common(row)) or (name or "")


def count(report: Report, form: Form, codes: Sequence[str]) -> int:
    """How many rows of a form have one of these codes."""
    return sum(any(change.code in codes for change in changes_of(report, row)) for row in form.rows)


def raised(report: Report, form: Form) -> list[Entry]:
    """Rows that became harder and nothing else that must be asked."""
    return [entry for entry in entries(report, form) if not entry.asked and set(entry.codes) & set(_RAISED)]


def corrected(report: Report, form: Form) -> list[Entry]:
    return [entry for entry in entries(report, form) if "GD183" in entry.codes]


def of_form(report: Report, form: Form, *codes: str) -> Iterator[Change]:
    """Changes of the form as a whole."""
    for place in form.changes:
        if not codes or report.changes[place].code in codes:
            yield report.changes[place]


def title(form: Form) -> str:
    """组织部　2025 → 2026."""
    side = form.after or form.before
    assert side is not None
    years = [str(each.year) for each in (form.before, form.after) if each and each.year]
    return f"{side.name}　{' → '.join(dict.fromkeys(years))}"


__all__ = ["ASKED", "Entry", "changes_of", "corrected", "count", "entries", "of_form", "raised", "title"]

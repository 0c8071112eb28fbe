"""Which changes the new form accepts: `说明[GD101 ≥3→≥2]：理由` under the row, or above 部门 for the form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goaldsl.diff.change import Change, State
from goaldsl.diff.comparison import Comparison, Paired
from goaldsl.diff.wording import plain
from goaldsl.model.declaration import Acceptance

_DOCUMENT = re.compile(r"[^\s，。；：,;:（(]*[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*第?\d+\s*号")
_ARROW = re.compile(r"\s*(?:→|->|－>|=>)\s*")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A change that was accepted, or (`stale`) for which only another one was."""

    acceptance: Acceptance
    new: bool
    stale: bool = False

    @property
    def document(self) -> str | None:
        """The number of the document that the reason names."""
        match = _DOCUMENT.search(self.acceptance.reason.value)
        return match[0] if match else None


def record(change: Change) -> str:
    """The change as an acceptance records it."""
    before, after = (_short(state) for state in (change.before, change.after))
    gone = change.paired is not None and change.paired.new is None
    name = f"{change.paired.name} " if gone and change.paired else ""
    return f"{name}{before}→{after}"


def _short(state: State | None) -> str:
    if state is None or not state.text:
        return "无"
    text = state.text.replace("\n", " ")
    unit = state.unit or ""
    return text.removesuffix(unit).strip() if unit and state.value is not None else text[:30]


def accepted(change: Change, forms: Comparison) -> Accepted | None:
    """The acceptance of a change, if there is one."""
    found = [each for each in _entries(change, forms) if each.code.value.upper() == change.code]
    for each in found:
        if not each.reason.value.strip():
            continue
        if not each.what.strip() or _same(each.what, change):
            return Accepted(each, not _known(each, change.paired, forms))
    return next((Accepted(each, not _known(each, change.paired, forms), stale=True) for each in found), None)


def _same(what: str, change: Change) -> bool:
    if plain(what) == plain(record(change)):
        return True
    said = [plain(part) for part in _ARROW.split(what.strip(), maxsplit=1)]
    if len(said) != 2:
        return False
    states = (change.before, change.after)
    return all(word in _spellings(state) for word, state in zip(said, states, strict=True))


def _spellings(state: State | None) -> set[str]:
    return {plain(_short(state)), plain(state.text if state else "无"), plain(state.text if state else "")}


def _entries(change: Change, forms: Comparison) -> Iterable[Acceptance]:
    new = change.paired.new if change.paired else None
    return new.indicator.accepted if new else forms.new.declaration.accepted


def _known(each: Acceptance, paired: Paired | None, forms: Comparison) -> bool:
    """Whether the old form has the same acceptance already."""
    old = paired.old if paired else None
    there = (*(old.indicator.accepted if old else ()), *forms.old.declaration.accepted)
    return any(
        (known.code.value, plain(known.what), plain(known.reason.value))
        == (each.code.value, plain(each.what), plain(each.reason.value))
        for known in there
    )


def stale_of(paired: Paired, found: Iterable[Change]) -> Acceptance | None:
    """An acceptance of the row for a field that now changes otherwise, under another code."""
    codes = {change.code for change in found}
    fields = {change.field for change in found}
    for each in paired.new.indicator.accepted if paired.new else ():
        code = each.code.value.upper()
        if code.startswith("GD") and code not in codes and _field(code) in fields and _recorded(each):
            return each
    return None


def _recorded(each: Acceptance) -> bool:
    return bool(_ARROW.search(each.what))


def _field(code: str) -> str:
    number = int(code[2:]) if code[2:].isdigit() else 0
    if number == 127:
        return "id"
    if number < 117:
        return "target"
    return {13: "score", 14: "rule", 15: "class"}.get(number // 10, "")

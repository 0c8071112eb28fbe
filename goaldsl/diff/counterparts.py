"""Which forms of two years belong together: by code, by name, by 上年名称, by the roster of departments.

Forms that do not match are wholly removed or added: two projects of one town both have 项目总成本, and pairing their
rows would say that one was relaxed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePosixPath

from goaldsl.catalog.data import packaged
from goaldsl.diff.view import Side
from goaldsl.diff.wording import bare, plain
from goaldsl.model.declaration import Declaration


@dataclass(frozen=True, slots=True)
class Entry:
    """A department of the roster (单位.csv)."""

    name: str
    short: str = ""
    former: tuple[str, ...] = ()
    code: str = ""
    office: str = ""
    budget: str = ""
    contact: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.name, self.short, *self.former) if name)


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Pairs of forms in the order of the new ones, and those without counterpart. `how`: by what each pair was
    found."""

    pairs: tuple[tuple[tuple[Side, ...], Side, str], ...]
    removed: tuple[Side, ...]
    added: tuple[Side, ...]


def is_project(side: Side) -> bool:
    """Whether the form is of a project, not of a department."""
    field = side.declaration.field("project")
    return field is not None and bool(field.text.value.strip())


def form_name(side: Side) -> str:
    """What the form is called: its project, else its department, else its file."""
    declaration = side.declaration
    project = _text(declaration, "project")
    return project or department(declaration) or PurePosixPath(side.source.path).stem


def department(declaration: Declaration) -> str:
    """The department, or who fills in the form where that cell is empty."""
    return (
        _text(declaration, "department")
        or _text(declaration, "filler_unit")
        or _text(declaration, "implementer")
    )


def _text(declaration: Declaration, key: str) -> str:
    field = declaration.field(key)
    return field.text.value.strip() if field else ""


def counterparts(olds: Sequence[Side], news: Sequence[Side], roster: Sequence[Entry] = ()) -> Counterparts:
    """The forms of two sides, matched; where a side holds several years, those of one year first."""
    free_old, free_new = list(olds), list(news)
    found: list[tuple[tuple[Side, ...], Side, str]] = []
    book = _Roster(roster)
    steps = (
        ("code", _same_code),
        ("name", _same_name),
        ("former", _former),
        ("roster", book.same),
        ("folded", _same_folded),
    )
    for of_year, (how, same) in ((of_year, step) for of_year in (True, False) for step in steps):
        for new in list(free_new):
            hits = [
                old
                for old in free_old
                if is_project(old) == is_project(new)
                and (not of_year or _year(old) == _year(new))
                and same(old, new)
            ]
            if how != "former" and len(hits) > 1:
                hits = [old for old in hits if _stem(old) == _stem(new)] or hits
                hits = hits[:1] if len(hits) == 1 or how != "folded" else []
            if hits:
                found.append((tuple(hits), new, how))
                free_new.remove(new)
                for old in hits:
                    free_old.remove(old)
    order = {id(side): at for at, side in enumerate(news)}
    found.sort(key=lambda pair: order[id(pair[1])])
    return Counterparts(tuple(found), tuple(free_old), tuple(free_new))


def _stem(side: Side) -> str:
    return PurePosixPath(side.source.path).name.partition(".")[0]


def _key(side: Side) -> str:
    """A project's name within its department; a department's name."""
    return form_name(side)


def _same_code(old: Side, new: Side) -> bool:
    key = "project_code" if is_project(new) else "department_code"
    codes = [plain(_text(side.declaration, key)) for side in (old, new)]
    return bool(codes[0]) and codes[0] == codes[1]


def _same_name(old: Side, new: Side) -> bool:
    names = [bare(_key(side), _year(side)) for side in (old, new)]
    return names[0] == names[1] and not (is_project(new) and _other_department(old, new))


def _other_department(old: Side, new: Side) -> bool:
    one, other = (department(side.declaration) for side in (old, new))
    return bool(one and other) and not same_department(one, other)


def _year(side: Side) -> int | None:
    return side.declaration.year.value if side.declaration.year else None


def _former(old: Side, new: Side) -> bool:
    """上年名称, a field of the form; several may have become one."""
    said = _text(new.declaration, "former_name")
    names = [bare(word, _year(old)) for word in re.split(r"[，,、；;]", said) if word.strip()]
    return bare(_key(old), _year(old)) in names


def _same_folded(old: Side, new: Side) -> bool:
    if is_project(new):
        return bare(_key(old), _year(old)) == bare(_key(new), _year(new)) and not _other_department(old, new)
    return same_department(_key(old), _key(new))


def same_department(one: str, other: str) -> bool:
    """Whether two names mean one department: prefixes of place may be left out, never differ."""
    (place, rest), (there, remainder) = folded(one), folded(other)
    return rest == remainder and (not place or not there or place.endswith(there) or there.endswith(place))


@lru_cache(4096)
def folded(name: str) -> tuple[str, str]:
    """The place and the rest of a department's name, generic words away."""
    words = packaged("lexicon/departments.toml")
    text = "".join(unicodedata.normalize("NFKC", name).split())
    for word in words["generic"]:
        text = text.replace(unicodedata.normalize("NFKC", word), "")
    match = _place().match(text)
    place, rest = (match[0], text[match.end() :]) if match and match.end() < len(text) else ("", text)
    for nation in sorted(words["nations"], key=len, reverse=True):
        place = place.replace(nation, "")
    place = place.replace("自治", "")
    for group in words["same"]:
        pattern = "|".join(sorted(group["words"], key=len, reverse=True))
        rest = re.sub(f"^(?:{pattern})" if group.get("first", False) else pattern, group["words"][0], rest)
    if rest.endswith("部"):
        rest = rest.removeprefix("委")  # 县委组织部 is 县组织部
    return place, rest


@cache
def _place() -> re.Pattern[str]:
    """As many places as the name begins with: 湖南省怀化市芷江侗族自治县."""
    levels = "|".join(sorted(packaged("lexicon/departments.toml")["levels"], key=len, reverse=True))
    return re.compile(f"(?:[^委局办院校]{{1,11}}?(?:{levels})+)+|(?:{levels})(?=[委政直人])")


class _Roster:
    """The departments known by several names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def same(self, old: Side, new: Side) -> bool:
        """Whether both are the same entry."""
        if is_project(new):
            return False
        here, there = self.entry(old), self.entry(new)
        return here is not None and here is there

    def entry(self, side: Side) -> Entry | None:
        return entry_of(self.entries, side)


def entry_of(entries: Sequence[Entry], side: Side) -> Entry | None:
    """The department of the roster whose form this is."""
    code = plain(_text(side.declaration, "department_code"))
    name = plain(department(side.declaration)) or plain(_stem(side))
    by_code = next((entry for entry in entries if code and plain(entry.code) == code), None)
    exact = next((entry for entry in entries if name in map(plain, entry.names)), None)
    loose = [entry for entry in entries if any(same_department(name, each) for each in entry.names)]
    return by_code or exact or (loose[0] if len(loose) == 1 else None)

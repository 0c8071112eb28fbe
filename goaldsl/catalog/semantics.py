"""What must agree inside a taxonomy, a profile, a form and the units, beyond the shape of each key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from goaldsl.catalog.codes import (
    BAD_TEMPLATE,
    BAD_VALUE,
    DUPLICATE,
    REPLACES_PACKAGED,
    UNKNOWN_NAME,
    WRONG_SUM,
)
from goaldsl.catalog.data import Tables, packaged
from goaldsl.catalog.guess import guess
from goaldsl.catalog.schema import Fault
from goaldsl.catalog.spelling import folded
from goaldsl.catalog.toml_spans import Path, Spans
from goaldsl.catalog.units import packaged_units, unit_table
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.place import Span

if TYPE_CHECKING:
    from goaldsl.catalog.catalog import Catalog

COMMON_HOLES = ("名称", "指标值", "计量单位", "分值", "达成")
"""Holes that every sentence may have; each kind's own are in `wording.toml`."""

_HOLE = re.compile(r"\{([^{}]*)\}")


def named_faults(
    kind: str, own: Tables, whole: Tables, path: Path, spans: Spans, catalog: Catalog
) -> Iterator[Fault]:
    """What disagrees in a taxonomy, profile or form: `own` as written, `whole` with what it extends."""
    if kind == "taxonomy":
        yield from _taxonomy_faults(own, whole, path, spans)
    elif kind == "profile":
        yield from _profile_faults(own, whole, path, spans, catalog)
    else:
        yield from _form_faults(own, whole, path, spans, catalog)


def _taxonomy_faults(own: Tables, whole: Tables, path: Path, spans: Spans) -> Iterator[Fault]:
    yield from _repeats(whole["level"], "level", path, spans)
    classes = [child for level in whole["level"] for child in level.get("class", ())]
    yield from _repeats(classes, "level", path, spans)


def _profile_faults(
    own: Tables, whole: Tables, path: Path, spans: Spans, catalog: Catalog
) -> Iterator[Fault]:
    weights = whole.get("weight", [])
    points = [Decimal(weight["points"]) for weight in weights if "points" in weight]
    total, given = Decimal(whole["total"]), sum(points, Decimal(0))
    if points and (given > total or (given != total and len(points) == len(weights))):
        at = (*path, "weight") if "weight" in own else (*path, "total")
        yield Fault(at, _wrong_sum(at, spans, "各一级指标的分值", "the points of the classes", given, total))
    words = sorted(catalog.first_level_names())
    for table in ("weight", "required"):
        for number, entry in enumerate(own.get(table, ())):
            yield from unknown(entry["level1"], words, (*path, table, number, "level1"), spans, "一级指标")
            if "level2" in entry:
                below = sorted(catalog.class_names())
                yield from unknown(
                    entry["level2"], below, (*path, table, number, "level2"), spans, "二级指标"
                )
    grades = [Decimal(grade["at_least"]) for grade in whole.get("grade", ())]
    if grades != sorted(grades, reverse=True):
        message = Message("等级要从高到低排列", "grades must run from high to low")
        yield Fault((*path, "grade"), Finding(BAD_VALUE, spans.nearest((*path, "grade")).key, message))
    yield from wording_faults(own.get("wording", {}), (*path, "wording"), spans)


def _form_faults(own: Tables, whole: Tables, path: Path, spans: Spans, catalog: Catalog) -> Iterator[Fault]:
    for kind, called in (("taxonomy", "指标体系"), ("profile", "分值方案")):
        if kind in own:
            yield from unknown(own[kind], catalog.names(kind), (*path, kind), spans, called)
    columns = whole["columns"]
    at = (*path, "columns") if "columns" in own else path
    width = sum((Decimal(column["width"]) for column in columns if column.get("always", True)), Decimal(0))
    if width != 100:
        yield Fault(at, _wrong_sum(at, spans, "各栏的宽度", "the widths of the columns", width, Decimal(100)))
    keys = [column["key"] for column in columns]
    for absent in _absent_columns(keys, whole["points"]):
        message = Message(f"表样缺少 {absent} 这一栏", f"the form lacks the column {absent}")
        yield Fault(at, Finding(BAD_VALUE, spans.nearest(at).key, message))
    yield from _twice(keys, at, spans)
    yield from _twice([field["key"] for field in own.get("field", ())], (*path, "field"), spans)
    for key, holes in (("title", ("年度",)), ("year_line", ("年度",))):
        if key in own:
            yield from hole_faults(own[key], holes, (*path, key), spans)
    for number, field in enumerate(own.get("field", ())):
        if "number" in field:
            yield from hole_faults(field["number"], ("n", "汉"), (*path, "field", number, "number"), spans)


def _absent_columns(keys: list[str], points: str) -> Iterator[str]:
    if "name" not in keys:
        yield "name"
    if not {"value", "value_unit"} & set(keys):
        yield "value"
    needed = {"column": "score", "remark": "remark", "sentence": "criterion"}.get(points)
    if needed is not None and needed not in keys:
        yield needed


def unit_faults(units: list[Tables | None], spans: Spans) -> Iterator[Fault]:
    """Units of a project: sizes that are no numbers, names given twice or known with another meaning."""
    seen: dict[str, Path] = {}
    for number, entry in enumerate(units):
        if entry is None:
            continue
        path: Path = ("unit", number)
        size = _fraction(entry.get("scale", "1"))
        if size is None or size <= 0:
            message = Message("scale 应是正数或分数", "scale must be a positive number or fraction")
            remedy = Message("写成 “10000”“0.5”或“2000/3”这样。", "Write it like 10000, 0.5 or 2000/3.")
            span = spans.nearest((*path, "scale")).value
            yield Fault(path, Finding(BAD_VALUE, span, message, remedy=remedy))
            continue
        meant = unit_table([entry])
        for at, name in enumerate(entry["names"]):
            spot: Path = (*path, "names", at)
            if folded(name) in seen and seen[folded(name)][:2] != path:
                yield Fault(path, _repeated(name, spot, seen[folded(name)], spans))
            seen.setdefault(folded(name), spot)
            old = packaged_units().get(folded(name))
            new = meant[folded(name)]
            if old and (old.dimension, old.scale, old.counted) != (new.dimension, new.scale, new.counted):
                yield Fault((), _replaces(name, spot, spans))


def wording_faults(wording: Mapping[str, str], path: Path, spans: Spans) -> Iterator[Fault]:
    """Wordings of kinds that do not exist, or with holes that nothing fills."""
    kinds = packaged("wording.toml")
    names = {name: kind for kind, table in kinds.items() for name in (kind, *table["names"])}
    for name, text in wording.items():
        spot: Path = (*path, name)
        if name in names:
            yield from hole_faults(text, (*COMMON_HOLES, *kinds[names[name]]["holes"]), spot, spans)
        else:
            yield Fault(spot, _unknown_name(name, names, spans.nearest(spot).key, "句式"))


def hole_faults(text: str, known: Iterable[str], path: Path, spans: Spans) -> Iterator[Fault]:
    """Placeholders that nothing fills, and braces that do not pair."""
    allowed = tuple(known)
    unknown = [hole for hole in _HOLE.findall(text) if hole not in allowed]
    single = re.search(r"[{}]", _HOLE.sub("", text))
    if not unknown and not single:
        return
    what = f"{{{unknown[0]}}}" if unknown else "单个花括号"
    listed = " ".join(f"{{{hole}}}" for hole in allowed)
    yield Fault(
        path,
        Finding(
            code=BAD_TEMPLATE,
            span=spans.nearest(path).value,
            message=Message(f"句式里的 {what} 填不上", f"nothing fills {what} in this wording"),
            remedy=Message(f"可以用：{listed}。", f"Known: {listed}."),
        ),
    )


def unknown(name: str, names: Iterable[str], path: Path, spans: Spans, called: str) -> Iterator[Fault]:
    """The fault of a value that names something that does not exist."""
    candidates = list(names)
    if folded(name) not in {folded(candidate) for candidate in candidates}:
        yield Fault(path, _unknown_name(name, candidates, spans.nearest(path).value, called))


def _unknown_name(name: str, names: Iterable[str], span: Span, what: str) -> Finding:
    message = Message(f"没有名为“{name}”的{what}", f"nothing of this kind is called “{name}”")
    finding = Finding(UNKNOWN_NAME, span, message)
    near = guess(name, names)
    return near.onto(finding, written=f'"{near.word}"', safe=True) if near else finding


def _wrong_sum(path: Path, spans: Spans, zh: str, en: str, given: Decimal, wanted: Decimal) -> Finding:
    return Finding(
        code=WRONG_SUM,
        span=spans.nearest(path).key,
        message=Message(f"{zh}合计 {given}，应为 {wanted}", f"{en} sum to {given}, not {wanted}"),
        remedy=Message("核对后改正其中一项。", "Check them and correct one."),
    )


def _repeats(entries: Iterable[Tables], key: str, path: Path, spans: Spans) -> Iterator[Fault]:
    """Spellings that two classes share."""
    owner: dict[str, str] = {}
    for entry in entries:
        for name in (entry["name"], *entry.get("names", ())):
            first = owner.setdefault(folded(name), entry["name"])
            if first != entry["name"]:
                message = Message(
                    f"“{name}”既指{first}，又指{entry['name']}", f"“{name}” means two classes at once"
                )
                yield Fault(path, Finding(DUPLICATE, spans.nearest((*path, key)).key, message))


def _twice(keys: list[str], path: Path, spans: Spans) -> Iterator[Fault]:
    seen: dict[str, Path] = {}
    for number, key in enumerate(keys):
        spot: Path = (*path, number, "key")
        if key in seen:
            yield Fault(path, _repeated(key, spot, seen[key], spans))
        seen.setdefault(key, spot)


def _repeated(name: str, path: Path, first: Path, spans: Spans) -> Finding:
    return Finding(
        code=DUPLICATE,
        span=spans.nearest(path).value,
        message=Message(f"“{name}”重复了", f"“{name}” is given twice"),
        remedy=Message("删去或改名其中一个。", "Remove or rename one of them."),
        related=(Related(spans.nearest(first).value, Message("先写在这里", "first given here")),),
    )


def _replaces(name: str, path: Path, spans: Spans) -> Finding:
    return Finding(
        code=REPLACES_PACKAGED,
        span=spans.nearest(path).value,
        message=Message(f"改写了内置的计量单位“{name}”", f"replaces the packaged unit “{name}”"),
        remedy=Message("没有必要就删去；确需不同含义，换一个名称。", "Remove it, or use another name."),
    )


def _fraction(text: Any) -> Fraction | None:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None

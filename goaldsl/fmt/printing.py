"""From declaration to `.goal` text: what the form says, in the canonical layout, with escapes where they are needed."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.catalog import Catalog, load
from goaldsl.diagnostics import Preset
from goaldsl.fmt.escaping import list_of, name, of_field, rest, unmistakable
from goaldsl.fmt.targets import target_words
from goaldsl.model.declaration import (
    Acceptance,
    Declaration,
    Field,
    FurtherTarget,
    Indicator,
    Item,
    Retired,
    Task,
    TaskAmount,
)
from goaldsl.model.form import FieldType, Place
from goaldsl.model.scoring import Declared, Unread
from goaldsl.parse.keywords import CLAUSES, STAGES, TASK_PARTS, ClauseKind, TaskPart
from goaldsl.parse.swallowed import parts_within
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.points import plain

_FOOT = (Place.SIGN_OFF, Place.BELOW)


def printed(declaration: Declaration, catalog: Catalog | None = None) -> str:
    """The text; parsing it gives the declaration again, but for the places."""
    catalog = catalog or load()
    head, foot = _parts(declaration)
    lines = [*_settings(declaration, catalog), *(line for field in head for line in _field(field, catalog))]
    lines += [line for task in declaration.tasks for line in _task(task)]
    lines += _rows(declaration)
    lines += [line for row in declaration.retired for line in _retired(row)]
    lines += [line for field in foot for line in _field(field, catalog)]
    return "".join(line + "\n" for line in lines)


def _parts(declaration: Declaration) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """The fields above the indicators, and those that sign the form."""
    at = len(declaration.fields)
    while at and declaration.fields[at - 1].spec.place in _FOOT:
        at -= 1
    return declaration.fields[:at], declaration.fields[at:]


def _settings(declaration: Declaration, catalog: Catalog) -> Iterator[str]:
    for acceptance in declaration.accepted:
        yield _acceptance(acceptance)
    for doubt in declaration.unsure:
        yield f"待核 {rest(doubt.value)}"
    if declaration.year is not None:
        yield f"年度 {declaration.year.value}"
    form = declaration.form
    yield f"表样 {form.id}"
    if declaration.taxonomy.id != form.taxonomy:
        yield f"指标体系 {declaration.taxonomy.id}"
    if declaration.plan_chosen:
        yield f"分值方案 {declaration.profile.id}"
    if declaration.title is not None:
        words = of_field("表名", declaration.title.value, catalog)
        yield f"表名 {words}" if words else "表名"
    if declaration.preset is not Preset.DRAFT:
        yield f"状态 {STAGES[declaration.preset.value].chinese}"
    for kind, template in declaration.wording:
        if declaration.profile.wording.get(kind) != template:
            yield f"句式 {kind} {rest(template)}"


def _field(field: Field, catalog: Catalog) -> Iterator[str]:
    label = field.label.value
    if field.spec.type is not FieldType.LINES:
        yield f"{label} {of_field(label, field.text.value, catalog)}" if field.text.value else label
        return
    layout = "" if field.join is field.spec.join else " 接排" if field.join else " 分段"
    yield label + layout
    for item in field.items:
        yield f"  {_item(item)}"


def _item(item: Item) -> str:
    label = f"[{unmistakable(item.label.value)}] " if item.label else ""
    text = rest(item.text.value)
    if item.number_generated:
        return f"- {label}{_unlabelled(text)}" if text else f"- {label}".rstrip()
    if item.number:
        return f"{item.number}{label}{_unlabelled(text)}" if text else f"{item.number}{label}".rstrip()
    return label + (_unlabelled(text) if label else unmistakable(text)) or "\\"


def _unlabelled(text: str) -> str:
    return "\\" + text if text.startswith("[") else text


def _rows(declaration: Declaration) -> Iterator[str]:
    """Headings before the first row of their class, empty rows where they stand, indicators."""
    headings = list(declaration.headings)
    for index, indicator in enumerate(declaration.indicators):
        while headings and _heads(declaration, headings[0].level1, index):
            yield headings.pop(0).text.value
        for row in declaration.empty_rows:
            if row.before == index:
                yield row.text.value
        yield from _indicator(indicator)
    for row in declaration.empty_rows:
        if row.before >= len(declaration.indicators):
            yield row.text.value
    yield from (heading.text.value for heading in headings)


def _heads(declaration: Declaration, level1: str, index: int) -> bool:
    """Whether a heading belongs above the row with this index: none of its class comes later only."""
    own = [
        at
        for at, row in enumerate(declaration.indicators)
        if row.category is not None and row.category.level1 == level1
    ]
    return not level1 or not own or own[0] <= index


def _indicator(row: Indicator) -> Iterator[str]:
    yield " ".join([row.head.value, name(row.name.value), *target_words(row.target)])
    for each in row.further:
        yield " ".join([f"  {_further(each)}", *target_words(each.target)])
    if row.score is not None:
        yield f"  分值 {plain(row.score.value)}"
    if isinstance(row.scoring, Declared):
        yield f"  赋分 {dsl(row.scoring.rule)}"
    written = row.scoring if isinstance(row.scoring, Unread) and row.scoring.declared is not None else None
    if written is not None:
        yield f"  赋分 {written.sentence.value}"
    texts = {
        "评分标准": None if written is not None and row.criterion == written.sentence else row.criterion,
        "解释": row.explanation,
        "备注": row.remark,
        "数据来源": row.source,
    }
    for keyword, text in texts.items():
        if text is not None:
            yield f"  {keyword} {rest(text.value, clause=True)}" if text.value else f"  {keyword}"
    if row.supports:
        yield f"  对应目标 {list_of(word.value for word in row.supports)}"
    if row.was:
        yield f"  上年名称 {list_of(word.value for word in row.was)}"
    if row.id is not None:
        yield f"  编号 {row.id.value}"
    for acceptance in row.accepted:
        yield f"  {_acceptance(acceptance)}"
    for doubt in row.unsure:
        yield f"  待核 {rest(doubt.value, clause=True)}"


def _further(said: FurtherTarget) -> str:
    keyword = CLAUSES[ClauseKind(said.scope.value)].chinese
    return f"{keyword} {list_of((said.area.value,))}" if said.area is not None else keyword


def _task(task: Task) -> Iterator[str]:
    yield f"任务 {name(task.name.value)}"
    if task.content is not None:
        yield f"  内容 {rest(task.content.value, within=parts_within)}"
    for part in TaskPart:
        amount = getattr(task, part.value)
        if isinstance(amount, TaskAmount):
            yield f"  {TASK_PARTS[part].chinese} {rest(amount.text.value, within=parts_within)}"


def _retired(row: Retired) -> Iterator[str]:
    yield f"停用 {row.head.value} {name(row.name.value)}"
    if row.reason is not None:
        yield f"  解释 {rest(row.reason.value, clause=True)}"


def _acceptance(acceptance: Acceptance) -> str:
    what = f" {acceptance.what}" if acceptance.what else ""
    return f"说明[{acceptance.code.value}{what}]：{rest(acceptance.reason.value, clause=True)}"

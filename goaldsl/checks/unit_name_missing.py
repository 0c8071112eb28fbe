"""部门（单位）名称空白。

## 作用
检查部门（单位）名称是否填写，以及印出的“填报单位”是否空着；表里别处或表名写了单位名称的，一并指出。

## 为什么
公开的表要靠这一格认出是哪个单位的。只在抬头写了填报单位、格子里空着的表，汇总和查找时都会丢失单位。

## 示例
```goal
填报单位 中共芷江侗族自治县组织部
年度 2025
表样 芷江简式
```
抬头写了填报单位，“部门（单位）名称”一格仍是空的。

## 改法
写上 `部门 单位全称`。

## 依据
表样的必填栏目；财预〔2015〕88号：绩效目标内容应当完整。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts, is_empty
from goaldsl.checks.text.unit_names import titled_unit
from goaldsl.diagnostics import UNFINISHED, Edit, Finding, Fix, Message
from goaldsl.model.declaration import Declaration, Field
from goaldsl.model.form import FieldSpec, Place
from goaldsl.model.place import Span

CODE = documented(
    "GC151",
    "unit-name-missing",
    Message("部门（单位）名称空白", "the department's name is missing"),
    UNFINISHED,
    __doc__,
)


_NAMES = {"department": "部门", "filler_unit": "填报单位"}  # and the word a file begins the line with
_CLUES = (*_NAMES, "implementer", "supervisor")


def check(facts: Facts) -> Iterator[Finding]:
    for spec, field in _empty_names(facts):
        clue = _named_elsewhere(facts.declaration)
        yield Finding(
            CODE,
            field.label.span if field else facts.form_place,
            Message(f"“{spec.label}”一格是空的", f"the cell “{spec.label}” is empty"),
            label=Message(f"{clue[0]}写的是“{clue[1]}”", f"{clue[0]} says “{clue[1]}”") if clue else None,
            notes=(
                Message(
                    "表格公开后靠这一格认出是哪个单位的。",
                    "A published form is known by what stands in this cell.",
                ),
            ),
            remedy=Message(
                f"写上“{_NAMES[spec.key]} 单位全称”。", f"Write “{_NAMES[spec.key]}” and the full name."
            ),
            fix=_fix(facts, spec, field, clue[1]) if clue else None,
        )


def _empty_names(facts: Facts) -> Iterator[tuple[FieldSpec, Field | None]]:
    """The cells for the unit's name that are asked for, or are printed and stand empty."""
    printed = (spec for spec in facts.declaration.form.fields if spec.place is not Place.NOWHERE)
    for spec in printed:
        field = facts.declaration.field(spec.key)
        if spec.key in _NAMES and (is_empty(field) if field else spec.required):
            yield spec, field


def _named_elsewhere(declaration: Declaration) -> tuple[str, str] | None:
    """Where else the form names its unit, and what it says there."""
    for key in _CLUES:
        field = declaration.field(key)
        if field is not None and field.text.value.strip():
            return f"“{field.label.value}”", field.text.value.strip()
    named = titled_unit(declaration.title.value) if declaration.title else ""
    return ("表名", named) if named else None


def _fix(facts: Facts, spec: FieldSpec, field: Field | None, name: str) -> Fix:
    """Write the name into the cell; not applied unasked, for it changes what is printed."""
    if field is None:
        edit = Edit(Span(facts.form_place.start, facts.form_place.start), f"{_NAMES[spec.key]} {name}\n")
    else:
        colon = facts.declaration.source.text[field.label.span.end : field.label.span.end + 1] in ("：", ":")
        at = field.label.span.end + colon
        edit = Edit(Span(at, at), f" {name}")
    return Fix(Message(f"填上“{name}”", f"fill in “{name}”"), (edit,), safe=False)


CHECK = Check(CODE, check, counts=True, of_form=True)

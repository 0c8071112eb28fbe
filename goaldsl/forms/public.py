"""For publication: telephone and identity numbers masked in everything that is printed, published or shown.

Every string of a declaration, an evaluation or a finding is looked at. Exempt by their type are amounts, dates,
codes, units and places; packaged data is nobody's personal information. 预算公开 puts all else on the web.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, cast

from msgspec import Struct, structs

from goaldsl.diagnostics import Code
from goaldsl.model.actuals import Answer
from goaldsl.model.declaration import Acceptance, Field, FurtherTarget, Indicator, Money, TaskAmount
from goaldsl.model.form import FieldSpec, Form
from goaldsl.model.place import Span, Text
from goaldsl.model.profile import Profile
from goaldsl.model.target import CalendarDate, QuantityTarget, RangeTarget
from goaldsl.model.taxonomy import Category, Taxonomy
from goaldsl.model.unit import Unit
from goaldsl.published.personal import mask
from goaldsl.source import Source

T = TypeVar("T")

_EXEMPT = (Form, FieldSpec, Profile, Taxonomy, Category, Unit, Span, Code, Enum, Money, CalendarDate)
_NUMERIC = (QuantityTarget, RangeTarget)
_TELEPHONES = ("电话", "手机", "座机", "传真", "联系方式")


def masked(tree: T) -> T:
    """The same, as it may be published; what has nothing to hide is the very same object."""
    return cast("T", _masked(tree))


def _masked(value: Any) -> Any:
    match value:
        case _ if isinstance(value, _EXEMPT):
            return value
        case str():
            return mask(value)
        case Source():
            return dataclasses.replace(value, path=mask(value.path))
        case Field():
            return _field(value)
        case Indicator():
            return _indicator(value)
        case QuantityTarget() | RangeTarget():
            return value
        case FurtherTarget() if isinstance(value.target, _NUMERIC):
            return structs.replace(value, area=_masked(value.area))
        case TaskAmount() if value.money is not None:
            return value
        case Answer():
            return value if not isinstance(value.value, str | tuple) else _parts(value)
        case Acceptance():
            return structs.replace(value, reason=masked(value.reason), what=mask(value.what))
        case Struct() | Mapping() | tuple() | list():
            return _parts(value)
        case _ if dataclasses.is_dataclass(value):
            return _parts(value)
        case _:
            return value


def _parts(value: Any) -> Any:
    """Something made of parts, with each part masked."""
    if isinstance(value, Mapping):
        return {key: _labelled(key, part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        parts = [_masked(part) for part in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    names = value.__struct_fields__ if isinstance(value, Struct) else [each.name for each in _shown(value)]
    changed = {name: new for name in names if (new := _masked(old := getattr(value, name))) is not old}
    if not changed:
        return value
    return (
        structs.replace(value, **changed)
        if isinstance(value, Struct)
        else dataclasses.replace(value, **changed)
    )


def _shown(value: Any) -> tuple[dataclasses.Field[Any], ...]:
    return tuple(each for each in dataclasses.fields(value) if each.init)


def _labelled(label: object, part: Any) -> Any:
    """A part under its label: in a field for telephone numbers a number without area code is one."""
    if isinstance(label, str) and isinstance(part, str):
        return mask(part, telephone=_for_telephones(label))
    return _masked(part)


def _for_telephones(label: str) -> bool:
    return any(word in label for word in _TELEPHONES)


def _field(field: Field) -> Field:
    if field.spec.key.endswith("code") or isinstance(field.value, Money):
        return field
    changed = cast("Field", _parts(field))
    labels = (field.spec.label, field.label.value)
    if field.spec.key != "phone" and not any(map(_for_telephones, labels)):
        return changed
    items = tuple(structs.replace(item, text=_numbers(item.text)) for item in changed.items)
    return structs.replace(changed, text=_numbers(field.text), items=items)


def _numbers(text: Text) -> Text:
    return structs.replace(text, value=mask(text.value, telephone=True))


def _indicator(indicator: Indicator) -> Indicator:
    """The cells for the value and the points of a numeric target are numbers, whatever they look like."""
    changed = cast("Indicator", _parts(structs.replace(indicator, id=None)))
    kept = indicator.printed
    printed = structs.replace(changed.printed, unit=kept.unit, score=kept.score)
    if isinstance(indicator.target, _NUMERIC):
        printed = structs.replace(printed, value=kept.value)
    return structs.replace(changed, id=indicator.id, printed=printed)

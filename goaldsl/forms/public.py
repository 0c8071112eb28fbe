"""For publication: telephone and identity numbers masked, everything else untouched.

预算公开 puts the form on the web; a clerk's number in it is personal information (个人信息保护法).
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from goaldsl.model.declaration import Declaration, Field, Indicator, Item
from goaldsl.model.evaluation import Evaluation
from goaldsl.model.place import Text

_MOBILE = re.compile(r"(?<![\d.])(1[3-9]\d)([ -]?)(\d{4})([ -]?)(\d{4})(?![\d.])")
_LANDLINE = re.compile(r"(?<![\d.])(\(?0\d{2,3}\)?[- ]?)(\d{3,4})(\d{4})(?![\d.])")
_IDENTITY = re.compile(r"(?<!\d)([1-9]\d{5})(?:19|20)\d{9}([\dXx])(?!\d)")
_LOCAL = re.compile(r"(?<!\d)\d{3,4}(\d{4})(?!\d)")


def masked(declaration: Declaration) -> Declaration:
    """The declaration as it may be published."""
    return replace(
        declaration,
        fields=tuple(_field(field) for field in declaration.fields),
        indicators=tuple(_indicator(indicator) for indicator in declaration.indicators),
    )


def _field(field: Field) -> Field:
    words = mask(field.text.value)
    if field.spec.key == "phone" and words == field.text.value:
        words = _LOCAL.sub(r"***\1", words)
    if words == field.text.value and all(mask(item.text.value) == item.text.value for item in field.items):
        return field
    return replace(field, text=Text(words, field.text.span), items=tuple(_item(item) for item in field.items))


def _item(item: Item) -> Item:
    return replace(item, text=Text(mask(item.text.value), item.text.span))


def _indicator(indicator: Indicator) -> Indicator:
    printed = indicator.printed
    clean = replace(
        printed,
        explanation=mask(printed.explanation),
        criterion=mask(printed.criterion),
        remark=mask(printed.remark),
    )
    return indicator if clean == printed else replace(indicator, printed=clean)


def mask(text: str) -> str:
    """`text` with the middle of telephone and identity numbers replaced: 137****1640."""
    if not any(character.isdigit() for character in text):
        return text
    text = _IDENTITY.sub(r"\1***********\2", text)
    text = _MOBILE.sub(r"\1\2****\4\5", text)
    return _LANDLINE.sub(r"\1****\3", text)


def mask_evaluation(evaluation: Evaluation) -> Evaluation:
    """The self-evaluation as it may be published."""
    actuals = evaluation.actuals
    signed = {
        label: mask(text) if "电话" not in label else _LOCAL.sub(r"***\1", mask(text))
        for label, text in actuals.sign_off.items()
    }
    clean = replace(actuals, achieved=mask(actuals.achieved), note=mask(actuals.note), sign_off=signed)
    return replace(evaluation, actuals=clean)

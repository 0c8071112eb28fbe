"""A rule as the JSON of an interchange file has it, and back."""

from __future__ import annotations

from typing import Any

import msgspec

from goaldsl.model.rule import Rule
from goaldsl.published import rule as published
from goaldsl.scoring.resolution import resolved
from goaldsl.scoring.subject import Subject


def data(rule: Rule, subject: Subject) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(published.encode(resolved(rule, subject)))
    return plain


def rule_from_data(data: dict[str, Any]) -> Rule:
    return published.decode(msgspec.convert(data, published.Rule))

"""交换文件：写出去再读回来，是同一份申报表，印出同一张表；再写一次，一个字节不差。"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from goaldsl.emit.html import render_html
from goaldsl.forms import lay_out
from goaldsl.model.declaration import Declaration, Field, Indicator
from goaldsl.model.rule import Rule
from goaldsl.model.target import CalendarDate, DeadlineTarget, PeriodTarget, Target
from goaldsl.scoring.resolution import resolved
from goaldsl.scoring.subject import Subject
from tests.interchange.declarations import FILES, again, declared, published, spanless, texts


def assert_same(declaration: Declaration, back: Declaration) -> None:
    """The same table, the same meaning."""
    assert lay_out(back) == lay_out(declaration)
    assert render_html(lay_out(back)) == render_html(lay_out(declaration))
    for key in ("form", "profile", "taxonomy", "preset"):
        assert getattr(back, key) == getattr(declaration, key)
    assert spanless(back.title) == spanless(declaration.title)
    assert spanless(back.year) == spanless(declaration.year)
    assert _fields(back) == _fields(declaration)
    assert [_indicator(row) for row in back.indicators] == [_indicator(row) for row in declaration.indicators]
    assert [(row.category, row.before) for row in back.empty_rows] == [
        (row.category, row.before) for row in declaration.empty_rows
    ]
    assert [spanless((row.category, row.name, row.reason)) for row in back.retired] == [
        spanless((row.category, row.name, row.reason)) for row in declaration.retired
    ]
    assert spanless(back.accepted) == spanless(declaration.accepted)


def _fields(declaration: Declaration) -> dict[str, object]:
    return {
        field.spec.label: _field(field) for field in declaration.fields if field.text.value or field.items
    }


def _field(field: Field) -> object:
    value = _day(field.value) if isinstance(field.value, CalendarDate) else spanless(field.value)
    return field.text.value, value, spanless(field.items), field.join


def _indicator(row: Indicator) -> dict[str, object]:
    """Everything of a row except how its class was spelt."""
    return {
        "category": row.category,
        "name": row.name.value,
        "target": _target(row.target),
        "score": row.score.value if row.score else None,
        "rule": _rule(row),
        "direction": row.direction,
        "printed": row.printed,
        "generated": row.generated,
        "supports": spanless(row.supports),
        "was": spanless(row.was),
        "id": spanless(row.id),
        "source": spanless(row.source),
        "accepted": spanless(row.accepted),
    }


def _rule(row: Indicator) -> Rule | None:
    """The rule with every share of the points worked out, as it is published."""
    if row.rule is None:
        return None
    score = row.score.value if row.score else None
    return resolved(row.rule, Subject(row.name.value, row.target, score, row.direction))


def _target(target: Target | None) -> object:
    if isinstance(target, DeadlineTarget):
        return _day(target.day), target.text
    if isinstance(target, PeriodTarget):
        return _day(target.start), _day(target.end), target.text
    return spanless(target)


def _day(day: CalendarDate) -> object:
    return day.last, day.precision


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_declarations(path: Path) -> None:
    declaration = declared(path.read_text("utf-8"))
    data = published(declaration)
    back = again(data)
    assert_same(declaration, back)
    assert without_places(published(back)) == without_places(data)


@settings(max_examples=150, deadline=None)
@given(texts())
def test_any_declaration(text: str) -> None:
    declaration = declared(text)
    data = published(declaration)
    back = again(data)
    assert_same(declaration, back)
    assert without_places(published(back)) == without_places(data)


def without_places(data: bytes) -> object:
    """The file without source, generator and locations: what equality of two files means."""
    document = json.loads(data)
    document.pop("source", None)
    del document["generator"]
    for row in document["declaration"]["indicators"]:
        row.pop("location", None)
    return document

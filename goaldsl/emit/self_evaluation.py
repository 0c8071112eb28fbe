"""From a self-evaluation to its published form."""

from __future__ import annotations

import datetime
from decimal import Decimal

from goaldsl.catalog import Catalog
from goaldsl.emit.declaration import document
from goaldsl.forms.self_evaluation import actual_text
from goaldsl.model.actuals import Answer, Funds, Reported
from goaldsl.model.evaluation import Evaluation, Execution, ScoredRow
from goaldsl.published import self_evaluation as published
from goaldsl.published.scalars import Generator
from goaldsl.scoring.points import plain

_SAID_ELSEWHERE = (Reported.REASON, Reported.EXPLANATION)


def self_evaluation(evaluation: Evaluation, catalog: Catalog, version: str) -> published.Document:
    """The published form, with the declaration that is evaluated."""
    declaration, actuals = evaluation.declaration, evaluation.actuals
    unit = declaration.field("department") or declaration.field("filler_unit")
    return published.Document(
        schema=published.SCHEMA,
        format_version=published.FORMAT_VERSION,
        generator=Generator("goaldsl", version),
        declaration=published.Identity(
            source=published.SourceFile(declaration.source.path, declaration.source.sha256),
            form=published.Reference(declaration.form.id, declaration.form.sha256),
            profile=published.Reference(declaration.profile.id, declaration.profile.sha256),
            year=declaration.year.value if declaration.year else None,
            unit=unit.text.value if unit else None,
            objectives=tuple(item.number + item.text.value for item in declaration.items("goals")),
        ),
        actuals=published.SourceFile(actuals.source.path, actuals.source.sha256),
        note=actuals.note,
        achieved=actuals.achieved,
        execution=_execution(evaluation.execution, evaluation),
        indicators=tuple(_row(row) for row in evaluation.rows),
        totals=published.Totals(
            plain(evaluation.full),
            _number(evaluation.total),
            {level1: plain(points) for level1, points in evaluation.by_level1.items()},
            evaluation.grade,
        ),
        sign_off=dict(actuals.sign_off),
        accepted=tuple(
            published.AcceptedReason(each.code, each.indicator or None, each.reason)
            for each in evaluation.accepted
        ),
        declared=document(declaration, catalog, version, acceptances=False).declaration,
    )


def _row(row: ScoredRow) -> published.Row:
    indicator, printed = row.indicator, row.indicator.printed
    level1, level2 = indicator.category or (None, None)
    return published.Row(
        id=indicator.id.value if indicator.id else None,
        level1=level1,
        level2=level2,
        name=indicator.name.value,
        type=printed.type,
        value=printed.value,
        unit=printed.unit,
        score=_number(row.score),
        criterion=printed.criterion,
        actual=actual_text(row),
        answers=tuple(
            _given(key, answer) for key, answer in row.actual.answers.items() if key not in _SAID_ELSEWHERE
        ),
        points=_number(row.points),
        exact=plain(row.exact) if row.exact is not None else None,
        by_hand=row.given,
        derivation=row.derivation,
        reason=row.actual.word(Reported.REASON),
        explanation=row.actual.word(Reported.EXPLANATION),
    )


def _given(key: str, answer: Answer) -> published.Given:
    match answer.value:
        case Decimal():
            value: str | tuple[str, ...] = plain(answer.value)
        case datetime.date():
            value = answer.value.isoformat()
        case _:
            value = answer.value
    return published.Given(str(key), value, answer.text)


def _execution(spent: Execution, evaluation: Evaluation) -> published.Execution:
    return published.Execution(
        total=_funds(spent.funds),
        parts=tuple(_funds(part) for part in evaluation.actuals.parts),
        rate=plain(spent.rate) if spent.rate is not None else None,
        score=plain(spent.score),
        points=_number(spent.points),
        derivation=spent.derivation,
        reason=evaluation.actuals.funds_reason.value,
    )


def _funds(funds: Funds) -> published.FundsLine:
    amounts = (funds.initial, funds.adjusted, funds.executed)
    return published.FundsLine(funds.label, *(_number(amount) for amount in amounts))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)

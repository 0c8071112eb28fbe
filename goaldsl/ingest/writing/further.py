"""Columns of second targets (中期, 半年, 上年) as clauses, where what is written comes back as it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.ingest.writing.proving import Prover
from goaldsl.ingest.writing.statements import one_line, squeezed
from goaldsl.model.declaration import Scope
from goaldsl.parse.keywords import CLAUSES, ClauseKind

_HEADS = (
    (re.compile("半年|半程"), Scope.HALF_YEAR),
    (re.compile("^前年(?:指标值)?$"), Scope.YEAR_BEFORE),
    (re.compile("^上年(?:指标值)?$"), Scope.LAST_YEAR),
    (re.compile("中期|实施期|长期|总体"), Scope.MIDTERM),
)
_SIGNS = str.maketrans({"≧": "≥", "≦": "≤", "＝": "="})


def further_line(head: str, label: str, words: str, prover: Prover) -> str | None:
    """The clause for a cell under the heading `label`, below the row that `head` writes; None where it is none."""
    scope = next((scope for pattern, scope in _HEADS if pattern.search(squeezed(label))), None)
    if scope is None or not words.strip():
        return None
    wanted = squeezed(words).replace(">=", "≥").replace("<=", "≤").translate(_SIGNS)
    for line in _ways(scope, one_line(words)):
        declaration = prover.declaration(f"{prover.head}{head}\n{line}\n")
        rows = declaration.indicators if declaration else ()
        found = rows[0].at(scope) if len(rows) == 1 else None
        if found is None:
            continue
        sign = found.type if len(found.type) == 1 else ""
        if squeezed(sign + found.value + found.unit) == wanted:
            return line
    return None


def _ways(scope: Scope, words: str) -> Iterator[str]:
    keyword = CLAUSES[ClauseKind(scope.value)].chinese
    yield f"  {keyword} {words}"
    yield f"  {keyword} 定性 {words}"

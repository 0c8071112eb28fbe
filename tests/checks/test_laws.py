"""对任何申报表都成立的规律：不论缺了哪几行、多了哪几行，检查都说得出位置，改得动文字。"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.diagnostics import Diagnostic
from tests.checks.cases import FOLDER, compiled

ROOT = FOLDER.parent.parent
TEXTS = [
    file.read_text(encoding="utf-8")
    for folder in ("goals", "tests/forms")
    for file in sorted((ROOT / folder).rglob("*.goal"))
]
LINES = sorted({line for text in TEXTS for line in text.splitlines() if line.strip()})
CUTTINGS = st.lists(st.sampled_from(LINES), max_size=30).map("\n".join)


@settings(deadline=None, max_examples=60)
@given(CUTTINGS)
def test_findings_lie_in_the_text(text: str) -> None:
    """位置都在文件之内；一条建议里的几处修改互不重叠。"""
    for diagnostic in compiled(text).diagnostics:
        finding = diagnostic.finding
        fix = finding.fix
        edits = sorted(edit.span for edit in fix.edits) if fix else []
        for span in (finding.span, *(place.span for place in finding.related), *edits):
            assert 0 <= span.start <= span.end <= len(text), diagnostic
        for before, after in zip(edits, edits[1:], strict=False):
            assert before.end <= after.start, diagnostic


@settings(deadline=None, max_examples=30)
@given(CUTTINGS)
def test_same_text_same_findings(text: str) -> None:
    """同一份文件，每次报的都一样。"""
    assert _messages(compiled(text).diagnostics) == _messages(compiled(text).diagnostics)


@settings(deadline=None, max_examples=30)
@given(CUTTINGS, st.integers(0, 30))
def test_comments_change_nothing(text: str, at: int) -> None:
    """加一行注释，什么也不变。"""
    lines = text.split("\n")
    commented = "\n".join([*lines[:at], "# 审核人：请核对", *lines[at:]])
    assert _messages(compiled(commented).diagnostics) == _messages(compiled(text).diagnostics)


def _messages(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.severity} {each.finding.code.code} {each.finding.message.zh}" for each in diagnostics]

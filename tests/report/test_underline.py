"""下划线要指得准：`underline.md` 里的每种情况，以及对任何文字都成立的规律。"""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.model.place import Span
from goaldsl.report import Format, Report, render
from goaldsl.report.excerpt import excerpt
from goaldsl.report.visible import visible
from goaldsl.source import Source, display_width
from tests.conftest import Snapshot
from tests.report import example

CASES = Path(__file__).with_name("underline.md")
CASE = re.compile(r"(```goal\n)(.*?)(```\n\n```text\n)(.*?)(```\n)", re.DOTALL)


def test_cases(snapshot: Snapshot) -> None:
    """每种情况。"""
    snapshot(CASES.name, CASE.sub(_as_reported, CASES.read_text(encoding="utf-8")))


def _as_reported(case: re.Match[str]) -> str:
    before, goal, between, _, after = case.groups()
    return f"{before}{goal}{between}{_report(goal)}{after}"


def _report(goal: str) -> str:
    """What the report says of the words between the brackets, from the place on."""
    text = re.sub(r"\{U\+(\w{4})\}", lambda found: chr(int(found[1], 16)), goal)
    text = text.replace("{行×99}", "年度 2026\n" * 99).replace("{末}\n", "")
    text = re.sub(r"\{(.)×(\d+)\}", lambda found: found[1] * int(found[2]), text)
    span = Span(start := text.index("⟦"), text.index("⟧") - 1)
    assert start <= span.end
    source = Source("a.goal", text.replace("⟦", "").replace("⟧", ""))
    finding = Finding(example.SHARE_UNIT, span, Message("有误", "wrong"), label=Message("这里", "here"))
    report = Report(
        (Diagnostic(Severity.ERROR, "a.goal", finding),), ("a.goal",), {"a.goal": source}, width=80
    )
    block = render(report, Format.FULL).split("\n\n共检查")[0]
    return block.partition("\n")[2] + "\n"


LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), min_size=1, max_size=60)


@given(LINE, st.data())
def test_underline_meets_the_words(line: str, data: st.DataObject) -> None:
    """下划线的起点和长度就是屏幕上字的起点和长度。"""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, underlined = excerpt(Source("a.goal", line + "\n后面还有一行"), Span(start, end), "^", 1000)[-2:]
    before, words = ("".join(map(visible, part)) for part in (line[:start], line[start:end]))
    assert shown.text == "".join(map(visible, line))
    assert display_width(underlined.text) == display_width(before)
    assert underlined.underline == "^" * max(1, display_width(words))


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400), st.integers(40, 90))
def test_excerpt_keeps_its_width(text: str, start: int, length: int, width: int) -> None:
    """摘录不超过给定的宽度。"""
    for row in excerpt(Source("a.goal", text), Span(start, start + length), "^", width):
        assert display_width(row.text + row.underline) <= width + 1  # one more: a mark behind the last word


def test_very_long_line() -> None:
    """很长的行里每一处都只取所需的字。"""
    line = "数量指标 " + "长" * 200_000
    source = Source("a.goal", line)
    shown = {excerpt(source, Span(at, at + 1), "^", 80)[0].text for at in range(0, 200_000, 100)}
    assert all(len(text) <= 80 for text in shown)

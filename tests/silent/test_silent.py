"""过去默默出错的事，现在算对了，或者说出来了：案例在本目录各文件，写法见 怎样写.md。"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from goaldsl.actuals.reading import read_actuals
from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.emit.declaration import document as published
from goaldsl.evaluation.progress import progress
from goaldsl.forms import lay_out
from goaldsl.forms.self_evaluation import lay_out_evaluation
from goaldsl.model.evaluation import ScoredRow
from goaldsl.published.declaration import encode
from goaldsl.scoring.points import plain
from goaldsl.service.codes import known_codes
from goaldsl.service.monitoring import report
from tests.cli.running import Project
from tests.silent.cases import Case, cases
from tests.silent.folders import FolderCase, folder_cases, hold, run

_SEVERITIES = {"强制性": Severity.ERROR, "提示性": Severity.WARNING, "建议": Severity.HINT, "报": None}
_FOUND = re.compile(r"(G[A-Z]\d{3}) “(.*?)” (.+)")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d) (.+)")


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    for line in case.expected:
        word, _, rest = line.partition(" ")
        assert word in _WAYS, f"{case.name} 读不懂“{line}”，写法见 怎样写.md"
        _WAYS[word](case, rest, word)


@pytest.mark.parametrize("case", tuple(folder_cases()), ids=lambda case: case.name)
def test_folder_case(case: FolderCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path / "本县", monkeypatch)
    hold(case, project, run(case, project))


def _reported(case: Case, rest: str, word: str) -> None:
    match = _FOUND.fullmatch(rest)
    assert match, f"{case.name} 读不懂“{rest}”"
    code, words, part = match.groups()
    severity = _SEVERITIES[word]
    assert any(
        each.finding.code.code == code
        and underlined == words
        and severity in (None, each.severity)
        and part in _said(each)
        for each, underlined in case.diagnostics
    ), [(each.severity, each.finding.code.code, words, _said(each)) for each, words in case.diagnostics]


def _said(diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    messages = (finding.message, finding.label, *finding.notes, finding.remedy)
    return "\n".join(message.zh for message in messages if message is not None)


def _silent(case: Case, code: str, _: str) -> None:
    assert re.fullmatch(r"G[A-Z]\d{3}", code), f"{case.name} “不报”后面写代码"
    assert [_said(each) for each, _ in case.diagnostics if each.finding.code.code == code] == []


def _clean(case: Case, _: str, __: str) -> None:
    assert [_said(each) for each, _ in case.diagnostics if each.severity is not Severity.HINT] == []


def _row(case: Case, name: str) -> ScoredRow:
    rows = case.evaluated[0].rows
    found = [row for row in rows if row.indicator.name.value == name]
    assert len(found) == 1, f"“{name}”不是一个指标"
    return found[0]


def _score(case: Case, rest: str, _: str) -> None:
    name, _, points = rest.rpartition(" ")
    row = _row(case, name)
    assert ("没有" if row.points is None else plain(row.points)) == points, row.derivation


def _derivation(case: Case, rest: str, _: str) -> None:
    name, _, part = rest.partition(" ")
    assert part in _row(case, name).derivation


def _total(case: Case, rest: str, _: str) -> None:
    total = case.evaluated[0].total
    assert f"{'没有' if total is None else plain(total)} {case.evaluated[0].grade or ''}".strip() == rest


def _printed(case: Case, part: str, word: str) -> None:
    table = lay_out(case.declaration)
    texts = [cell.text for row in table.rows for cell in row.cells]
    texts += [line.label + line.text for line in (*table.above, *table.below)] + list(table.notes)
    assert any(part in text for text in texts) is (word == "印"), texts


def _self_evaluated(case: Case, part: str, word: str) -> None:
    table = lay_out_evaluation(case.evaluated[0])
    texts = [cell.text for row in table.rows for cell in row.cells] + list(table.notes)
    assert any(part in text for text in texts) is (word == "自评表印"), texts


def _monitored(case: Case, rest: str, word: str) -> None:
    match = _DATED.fullmatch(rest)
    assert match, f"{case.name} 读不懂“{rest}”"
    actuals, _ = read_actuals(case.filled, case.declaration, load(), so_far=True)
    at = datetime.date.fromisoformat(match[1])
    text = report(progress(case.declaration, actuals, load(), at), "zh")
    assert (match[2] in text) is (word == "监控"), text


_EDIT = re.compile(r"(\S+) = (.+?)：(.+)")


def _exchanged(case: Case, rest: str, _: str) -> None:
    """The interchange file with one value changed: one finding, at that value, in these words."""
    match = _EDIT.fullmatch(rest)
    assert match, f"{case.name} 读不懂“{rest}”"
    path, value, part = match.groups()
    document = json.loads(encode(published(case.declaration, load(), "0", path="案例.goal")))
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    holder = document["declaration"]
    for step in steps:
        holder = holder[step]
    holder[last] = "〔这里〕"
    text = json.dumps(document, ensure_ascii=False, indent=2).replace('"〔这里〕"', _written(value))
    told = Compiler(load(), Defaults(), known_codes()).compile("案例.json", text.encode()).diagnostics
    found = [each for each in told if each.finding.code.code.startswith("GI")]
    assert [each.finding.code.code for each in found] == ["GI001"]
    assert part in _said(found[0])
    assert found[0].finding.span.end > 0
    line = text.count("\n", 0, found[0].finding.span.start)
    assert str(last) in text.splitlines()[line] or not isinstance(last, str)


def _written(value: str) -> str:
    """A value as JSON; `9×5000` is a text of 5000 nines, `9**5000` a number of as many."""
    if "**" in value:
        digit, _, times = value.partition("**")
        return digit * int(times)
    digit, _, times = value.partition("×")
    return f'"{digit * int(times)}、"' if times else value


_WAYS: Mapping[str, Callable[[Case, str, str], None]] = {
    **dict.fromkeys(_SEVERITIES, _reported),
    "不报": _silent,
    "都不报": _clean,
    "得分": _score,
    "说明": _derivation,
    "总分": _total,
    "印": _printed,
    "不印": _printed,
    "自评表印": _self_evaluated,
    "自评表不印": _self_evaluated,
    "监控": _monitored,
    "不监控": _monitored,
    "交换文件": _exchanged,
}

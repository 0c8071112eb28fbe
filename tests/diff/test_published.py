"""diff 的 JSON：照公布的模式写，读得回来，同样的输入得到同样的字节。"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from goaldsl.catalog import load
from goaldsl.diff import published
from goaldsl.diff.assembly import Assembly, Selection, gate, summary
from goaldsl.diff.comparison import Comparison
from tests.conftest import Snapshot
from tests.diff.sides import side

SCHEMA = Path(__file__).parent.parent.parent / "grammar/schema/changes-1.json"
OLD = "部门 某某局\n年度 2025\n数量指标 调研报告 >= 3 篇 分值 5\n数量指标 走访党员 >= 650 人 分值 5\n"
NEW = "部门 某某局\n年度 2026\n数量指标 调研报告 >= 2 篇 分值 5\n  说明[GD101 ≥3→≥2]：预算压减，〔2026〕12号\n数量指标 走访老党员 >= 400 人 分值 5\n"


def report(old: str = OLD, new: str = NEW) -> published.Report:
    """A report of two texts."""
    assembly = Assembly(Selection())
    assembly.pair(Comparison(side(old, "去年.goal"), side(new), load()), "name")
    empty = published.Input("去年", None, "申报表", "", ())
    tool = published.Tool("goaldsl", "0", "", {})
    return published.Report(
        published.SCHEMA, published.FORMAT_VERSION, tool, empty, empty, summary(assembly), gate(assembly, None),
        tuple(assembly.forms), tuple(assembly.changes),
    )  # fmt: skip


def test_schema_is_published(snapshot: Snapshot) -> None:
    """公布的模式就是程序用的那一份。"""
    snapshot(SCHEMA, json.dumps(published.schema(), ensure_ascii=False, indent=2) + "\n")


def test_report_fits_the_schema() -> None:
    """写出的文件合乎模式，读回来一字不差。"""
    data = published.encode(report())
    jsonschema.validate(json.loads(data), json.loads(SCHEMA.read_text("utf-8")))
    assert published.encode(published.decode(data)) == data == published.encode(report())


def test_deletions_can_be_searched_for() -> None:
    """像是改名的，程序找 delete 也找得到；说明记的是哪一处，写着。"""
    made = report()
    assert {change.code for change in made.changes if "delete" in change.actions} == {"GD120", "GD124"}
    accepted = next(change.acknowledged for change in made.changes if change.code == "GD101")
    assert accepted is not None and accepted.document == "〔2026〕12号" and not accepted.stale
    guess = next(change for change in made.changes if change.code == "GD124")
    assert guess.if_same == ("GD101",) and guess.confidence is not None and guess.suggestion is not None


def test_another_change_makes_an_acceptance_stale() -> None:
    """说明的是 ≥3→≥2，现在改成 ≥1：说明过时，不算数。"""
    made = report(new=NEW.replace(">= 2 篇", ">= 1 篇"))
    accepted = next(change.acknowledged for change in made.changes if change.code == "GD101")
    assert accepted is not None and accepted.stale
    assert made.summary.stale_acceptances == 1
    turned = report(new=NEW.replace(">= 2 篇", "<= 2 篇"))
    assert any("过时" in note for note in turned.forms[0].notes)


def test_absent_changes_leave_acceptances_alone() -> None:
    """与这一份比没有的变化，说明不出声。"""
    made = report(old=OLD.replace(">= 3 篇", ">= 2 篇"))
    assert not any(change.acknowledged for change in made.changes)
    assert made.forms[0].notes == () and made.summary.stale_acceptances == 0

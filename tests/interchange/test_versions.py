"""发布过的每个版本都留一份样本，以后永远读得进来。"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from goaldsl.catalog import load
from goaldsl.ingest.declaration import read
from goaldsl.model.declaration import Declaration, Origin, Scope
from goaldsl.model.scoring import Declared, Stated, Unread
from goaldsl.model.target import QuantityTarget
from goaldsl.published import self_evaluation
from goaldsl.source import Source
from tests.interchange.declarations import again, declared, published
from tests.interchange.test_round_trip import without_places

VERSIONS = Path(__file__).parent / "versions"


def stored(data: bytes) -> Declaration:
    """The declaration in a stored sample; the packaged data may have changed since (GI003)."""
    declaration, findings = read(Source("样本.json", data.decode(), data), load())
    assert {each.code.code for each in findings} <= {"GI003"}
    assert declaration is not None
    return declaration


def undated(data: bytes) -> object:
    """The file without places and without the digests of packaged data."""
    document: Any = without_places(data)
    for reference in ("form", "profile", "taxonomy"):
        del document["declaration"][reference]["sha256"]
    return document


def test_version_1_0() -> None:
    """1.0 没有写明规则怎么来：不是生成的评分标准就是句子，规则里的“sentence”就是没读懂的句子。"""
    data = (VERSIONS / "1.0.json").read_bytes()
    assert json.loads(data)["format_version"] == "1.0"
    kinds = [type(row.scoring) for row in stored(data).indicators]
    assert kinds == [Declared, Stated, Unread, Declared]


def test_version_1_1() -> None:
    """1.1 写明规则是写的、句子说的还是没读懂的；再读回来一样。"""
    text = stored((VERSIONS / "1.0.json").read_bytes())
    document = json.loads(published(text))
    assert document["format_version"] == "1.1"
    rows = document["declaration"]["indicators"]
    assert [row["scoring"] for row in rows] == ["declared", "stated", "unread", "declared"]
    assert rows[2]["rule"] is None
    assert [type(row.scoring) for row in again(published(text)).indicators] == [
        Declared,
        Stated,
        Unread,
        Declared,
    ]


def test_a_generated_sentence_in_another_wording() -> None:
    """1.0 里生成的评分标准，按这里的句式生成不出来的，就当作原文，一个字不改。"""
    data = (VERSIONS / "1.0.json").read_text("utf-8")
    document = json.loads(data)
    document["declaration"]["indicators"][0]["criterion"] = "完成3篇得10分，否则按比例得分。"
    row, *_, last = stored(json.dumps(document, ensure_ascii=False).encode()).indicators
    assert row.criterion is not None
    assert row.criterion.value == "完成3篇得10分，否则按比例得分。"
    assert "criterion" not in row.generated
    assert isinstance(row.scoring, Declared)
    assert "criterion" in last.generated


def test_wording_and_rule_beside_a_sentence() -> None:
    """句式，和规则旁边另写的评分标准，都读得回来。"""
    source = "部门 某局\n年度 2026\n句式 按比例 完成得满分，否则按比例得分\n数量指标 调研报告篇数 >= 3 篇 分值 10 赋分 按比例\n  评分标准 完成3篇得10分，否则按比例得分。\n"
    before = declared(source)
    after = again(published(before))
    assert before.wording
    assert after.wording == before.wording
    assert [type(row.scoring) for row in after.indicators] == [Declared]


def test_every_part_of_a_1_1_file_is_read_and_written() -> None:
    """1.1 里的每一项——出处、中期目标、任务、句式、分类标题……——读进来再写出去，一项不丢。"""
    data = (VERSIONS / "1.1.json").read_bytes()
    declaration = stored(data)
    assert declaration.origin is Origin.PUBLICATION
    assert [task.name.value for task in declaration.tasks] == ["调查研究", "办文"]
    assert declaration.tasks[0].budget is not None
    assert declaration.tasks[0].budget.money is not None
    assert declaration.tasks[0].budget.money.yuan == 125_000
    (first, *_) = declaration.indicators
    midterm = first.at(Scope.MIDTERM)
    assert midterm is not None
    assert isinstance(midterm.target, QuantityTarget)
    assert midterm.target.amount == 9
    assert undated(published(declaration)) == undated(data)


def test_self_evaluations() -> None:
    """自评数据 1.0 没有附申报表，照样读；1.1 附着，能读出整份申报表，出处是自评表。"""
    old = self_evaluation.decode((VERSIONS / "self-evaluation-1.0.json").read_bytes())
    data = (VERSIONS / "self-evaluation-1.1.json").read_bytes()
    new = self_evaluation.decode(data)
    assert old.declared is None
    assert new.declared is not None
    assert old.indicators == new.indicators
    assert self_evaluation.encode(new) == data
    declaration = stored(data)
    assert declaration.origin is Origin.SELF_EVALUATION
    assert [row.name.value for row in declaration.indicators] == ["调研报告完成篇数"]
    assert [type(row.scoring) for row in declaration.indicators] == [Declared]


def test_a_self_evaluation_without_declaration_is_told() -> None:
    text = (VERSIONS / "self-evaluation-1.0.json").read_text("utf-8")
    found, findings = read(Source("自评.json", text, text.encode()), load())
    assert found is None
    assert ["没有附申报表" in each.message.zh for each in findings] == [True]

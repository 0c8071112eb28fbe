"""发布过的每个版本都留一份样本，以后永远读得进来。"""

from __future__ import annotations

import json
from pathlib import Path

from goaldsl.model.scoring import Declared, Stated, Unread
from tests.interchange.declarations import again, declared, published

VERSIONS = Path(__file__).parent / "versions"


def test_version_1_0() -> None:
    """1.0 没有写明规则怎么来：不是生成的评分标准就是句子，规则里的“sentence”就是没读懂的句子。"""
    data = (VERSIONS / "1.0.json").read_bytes()
    assert json.loads(data)["format_version"] == "1.0"
    kinds = [type(row.scoring) for row in again(data).indicators]
    assert kinds == [Declared, Stated, Unread, Declared]


def test_version_1_1() -> None:
    """1.1 写明规则是写的、句子说的还是没读懂的；再读回来一样。"""
    text = again((VERSIONS / "1.0.json").read_bytes())
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
    row, *_, last = again(json.dumps(document, ensure_ascii=False).encode()).indicators
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

"""交换文件的格式：JSON Schema 由程序生成并提交；写出的每份文件都合格，键的次序固定，读错了说得清。"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.published import declaration as interchange
from tests.conftest import Snapshot
from tests.interchange.declarations import FILES, ROOT, declared, published, texts

SCHEMA = ROOT / "grammar" / "schema" / "declaration-1.json"
SMALL = """部门 某局
年度 2026
职责
  1、调研
年度目标
  - [调研] 完成调研报告3篇
数量指标 调研报告完成篇数 >= 3 篇 score 10 rule ratio
  对应目标 调研
填表日期 2025.12.06
"""


def test_committed_schema(snapshot: Snapshot) -> None:
    """提交的格式与程序一致；过期了用 `pytest tests/interchange --update-snapshots` 重新生成。"""
    snapshot(SCHEMA, json.dumps(interchange.schema(), ensure_ascii=False, indent=2) + "\n")


def test_schema_is_a_schema() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def validate(data: bytes) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_declarations_are_valid(path: Path) -> None:
    validate(published(declared(path.read_text("utf-8"))))


@settings(max_examples=60, deadline=None)
@given(texts())
def test_any_declaration_is_valid(text: str) -> None:
    validate(published(declared(text)))
    validate(published(declared(text), path=None))


def test_order_and_spelling() -> None:
    """键的次序固定；数字是字符串；汉字不转义；生成的内容注明。"""
    data = published(declared(SMALL))
    assert b"\\u" not in data
    assert data.endswith(b"}\n")
    document: dict[str, Any] = json.loads(data)
    assert list(document) == ["schema", "format_version", "generator", "source", "declaration"]
    declaration = document["declaration"]
    assert list(declaration) == [
        "form", "year", "profile", "taxonomy", "unit", "objectives", "indicators", "totals", "fields", "sign_off",
        *(key for key in ("stage", "blocks", "paragraphs", "as_printed") if key in declaration),
    ]  # fmt: skip
    assert list(declaration["unit"]) == ["name", "code", "region_code", "duties", "budget"]
    row = declaration["indicators"][0]
    assert list(row) == [
        "id", "level1", "level2", "name", "type", "value", "unit", "score", "explanation", "criterion", "remark",
        "direction", "target", "rule", "generated", "supports", "scoring", "location",
    ]  # fmt: skip
    assert row["target"] == {
        "kind": "quantity",
        "operator": ">=",
        "amount": "3",
        "unit": "篇",
        "dimension": "count",
    }
    assert (row["type"], row["value"], row["unit"], row["score"]) == ("≥", "3", "篇", "10")
    assert row["rule"] == {"kind": "ratio"}
    assert "criterion" in row["generated"]
    assert row["criterion"]
    assert row["location"] == {"line": 7, "column": 1}
    assert declaration["totals"]["score"] == "10"
    assert declaration["totals"]["by_level1"]["产出指标"] == "10"
    assert declaration["sign_off"]["填表日期"] == "2025-12-06"
    assert declaration["objectives"] == [{"text": "完成调研报告3篇", **declaration["objectives"][0]}]


def test_nothing_personal_or_local() -> None:
    """不写绝对路径、时间、作者；不给路径就不写来源和位置。"""
    document = json.loads(published(declared(SMALL), path=None))
    assert "source" not in document
    assert "location" not in document["declaration"]["indicators"][0]


def checked(text: str) -> Compiled:
    return Compiler(load(), Defaults(), frozenset()).compile("out/2026/某局.json", text.encode())


def test_published_file_compiles() -> None:
    result = checked(published(declared(SMALL)).decode())
    assert not result.failed


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "应为对象，实际是数组"),
        ("{}", "缺少“schema”"),
        ('{"schema": "goaldsl/declaration/2"}', "schema"),
        ('{"schema": "别的格式"}', "schema"),
        ('{"schema": "goaldsl/declaration/1", "format_version": 1}', "format_version"),
    ],
)
def test_wrong_files(spoilt: str, words: str) -> None:
    """不是交换文件：一条 GI001，说出哪里不对。"""
    result = checked(spoilt)
    assert result.declaration is None
    assert [each.finding.code.code for each in result.diagnostics] == ["GI001"]
    assert words in result.diagnostics[0].finding.message.zh


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"score": "10"', '"score": 10', "indicators[0].score"),
        ('"score": "10"', '"score": "十"', "indicators[0].score"),
        ('"operator": ">="', '"operator": "约"', "indicators[0].target"),
        ('"amount": "3"', '"amount": "三"', "indicators[0].target.amount"),
        ('"year": 2026', '"year": "2026"', "year"),
        ('"kind": "ratio"', '"kind": "抽签"', "indicators[0].rule"),
        ('"direction": "ascending"', '"direction": "向上"', "indicators[0].direction"),
        ('"level2": "数量指标"', '"level2": 5', "indicators[0].level2"),
        ('"level2": "数量指标"', '"level2": "数目指标"', "indicators[0].level2"),
    ],
)
def test_wrong_values(old: str, new: str, place: str) -> None:
    """合 JSON 而内容不对：指出是哪一项，并指到原文里那一行。"""
    data = published(declared(SMALL)).decode()
    assert old in data
    spoilt = data.replace(old, new, 1)
    result = checked(spoilt)
    assert [each.finding.code.code for each in result.diagnostics] == ["GI001"]
    finding = result.diagnostics[0].finding
    assert place in finding.message.zh
    last = spoilt.index(new) + len(new) - 1
    assert finding.span.start <= last <= finding.span.end


def test_unknown_keys_are_ignored() -> None:
    """同一大版本里，不认识的键不碍事。"""
    data = json.loads(published(declared(SMALL)))
    data["declaration"]["future"] = {"a": 1}
    data["declaration"]["indicators"][0]["future"] = 1
    assert not checked(json.dumps(data)).failed


def test_data_that_is_not_here() -> None:
    """表样不认识：GI002；内容变了：GI003，照样能出表。"""
    data = json.loads(published(declared(SMALL)))
    data["declaration"]["form"]["sha256"] = "0" * 64
    assert [each.finding.code.code for each in checked(json.dumps(data)).diagnostics][:1] == ["GI003"]
    data["declaration"]["form"]["id"] = "别处的表样"
    assert "GI002" in [each.finding.code.code for each in checked(json.dumps(data)).diagnostics]

"""申报表写回 .goal：读回来一样。"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goaldsl.catalog import load
from goaldsl.fmt.printing import printed
from goaldsl.ingest.declaration import read
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import Text
from goaldsl.source import Source
from tests.fmt.test_format import fmt
from tests.interchange.declarations import FILES, again, declared, published, spanless, texts

VERSIONS = sorted((Path(__file__).parent.parent / "interchange" / "versions").glob("1.*.json"))


def said(declaration: Declaration) -> Any:
    """What a declaration says, without its places and the text it was read from."""
    found: Any = spanless(declaration)
    return {key: value for key, value in found[1].items() if key != "source"}


def told(declaration: Declaration) -> Any:
    """What the published data say of it: a rule read from a sentence is published in its normal form."""
    document = json.loads(published(declaration, None))
    return document["declaration"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real(path: Path) -> None:
    """真的申报表，连同公布的数据读回来的，写出来再读都一样；写出来的已经排好版。"""
    declaration = declared(path.read_text("utf-8"))
    text = printed(declaration)
    assert said(declared(text)) == said(declaration)
    assert fmt(text) == text
    outside = again(published(declaration))
    assert told(declared(printed(outside))) == told(outside)


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.name)
def test_published_versions(path: Path) -> None:
    """每一版交换文件读进来，写成 .goal，再公布都一样，中期目标和任务也在里面。"""
    data = path.read_bytes()
    outside, _ = read(Source("out/2026/某局.json", data.decode(), data), load())
    assert outside is not None
    assert told(declared(printed(outside))) == told(outside)


@given(texts())
@settings(max_examples=15, deadline=None)
def test_any(text: str) -> None:
    """任何一份申报表。"""
    declaration = declared(text)
    if declaration.complete:
        assert said(declared(printed(declaration))) == said(declaration)


labelled = st.lists(
    st.sampled_from(["甲", "　", " ", "\t", "，", "：", ":", "、", "联系电话", "年度", "2026", "单位负责人", "其中：", "财政拨款", "\\", "/"]),
    min_size=1,
    max_size=7,
).map("".join)  # fmt: skip


@given(labelled, st.sampled_from(["填表人", "财政部门审核意见", "表名"]))
@settings(max_examples=60, deadline=None)
def test_any_labels(words: str, label: str) -> None:
    """一栏里的字像另一栏的栏目名，写出来再读还是这一栏。"""
    base = declared(f"部门 某局\n年度 2026\n表样 芷江\n数量指标 甲 >= 3 篇\n{label} 乙\n")
    if label == "表名":
        found = declared(printed(replace(base, title=Text(words))))
        assert found.title is not None and found.title.value == words
        return
    found = declared(
        printed(replace(base, fields=(*base.fields[:-1], replace(base.fields[-1], text=Text(words)))))
    )
    assert len(found.fields) == len(base.fields)
    assert found.fields[-1].text.value == words


cell = st.text(alphabet='文甲1#＃"“[]\\：:、- 　\t\n分值10解释赋说明<≥=%，;（）-.', min_size=1, max_size=8)


@given(cell, cell, cell, cell)
@settings(max_examples=40, deadline=None)
def test_any_cell(name: str, text: str, item: str, head: str) -> None:
    """格子里印什么字都写得出来：名称、文字、条目、栏目，含 # 引号 方括号 反斜杠 换行 空格 关键词。"""
    base = declared(
        "部门 某局\n年度 2026\n表样 芷江\n年度目标\n  - 甲\n  乙\n数量指标 甲 >= 3 篇\n  解释 文\n  备注 注\n"
    )
    row = base.indicators[0]
    goals = base.fields[1]
    items = (
        replace(goals.items[0], text=Text(item.strip() or "甲")),
        replace(goals.items[1], text=Text(item.strip() or "乙")),
    )
    changed = replace(
        base,
        fields=(replace(base.fields[0], text=Text(head)), replace(goals, items=items)),
        indicators=(
            replace(row, name=Text(name.strip() or "甲"), explanation=Text(text), remark=Text(text)),
        ),
    )
    found = declared(printed(changed))
    assert found.fields[0].text.value == head
    assert [each.text.value for each in found.fields[1].items] == [each.text.value for each in items]
    assert [each.number for each in found.fields[1].items] == [each.number for each in items]
    assert found.indicators[0].name.value == changed.indicators[0].name.value
    assert found.indicators[0].explanation is not None and found.indicators[0].explanation.value == text
    assert found.indicators[0].remark is not None and found.indicators[0].remark.value == text

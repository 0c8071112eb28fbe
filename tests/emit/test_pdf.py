"""PDF 文件：能长期保存，读屏软件读得懂，附件取得出，谁做都一个样。"""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from goaldsl.emit.pdf import Attachment, Relationship, render_pdf
from tests.emit.conftest import ATTACHMENTS, DATA, SOURCE
from tests.emit.forms import zhijiang
from tests.emit.pictures import texts


def root(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def elements(node: Any) -> Iterator[Any]:
    """The structure tree, top down."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.DictionaryObject):
        yield node
        for kid in node.get("/K", ()) if isinstance(node.get("/K", ()), list) else [node["/K"]]:
            yield from elements(kid)


def test_title_language_and_tags(two_pages: bytes) -> None:
    """标题语言标签。"""
    information = pypdf.PdfReader(io.BytesIO(two_pages)).metadata
    assert information
    assert information.title == "部门（单位）整体支出绩效目标表 （2026年度）"
    assert information.author == "云溪县财政局"
    assert information.keywords == "绩效目标, 2026"
    assert root(two_pages)["/Lang"] == "zh-CN"
    assert root(two_pages)["/MarkInfo"]["/Marked"]
    assert root(two_pages)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_claims_pdf_a_3u(two_pages: bytes) -> None:
    """符合PDFA，3u的声明。"""
    metadata = root(two_pages)["/Metadata"].get_data().decode()
    assert 'part="3"' in metadata
    assert 'conformance="U"' in metadata
    assert root(two_pages)["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_no_date_of_the_clock(two_pages: bytes) -> None:
    """不写制作时间。"""
    reader = pypdf.PdfReader(io.BytesIO(two_pages))
    assert not {"/CreationDate", "/ModDate"} & set(reader.metadata or {})
    assert "Date" not in root(two_pages)["/Metadata"].get_data().decode()


def test_attachments_come_out_as_they_went_in(two_pages: bytes) -> None:
    """附件取出来一字不差。"""
    files = pypdf.PdfReader(io.BytesIO(two_pages)).attachments
    assert files == {"云溪县委办公室.json": [DATA], "云溪县委办公室.goal": [SOURCE]}


def test_attachments_have_their_relationship_and_are_listed_once(two_pages: bytes) -> None:
    """附件各有其用，只列一次。"""
    listed = [entry.get_object() for entry in root(two_pages)["/AF"]]
    assert [(file["/UF"], file["/AFRelationship"]) for file in listed] == [
        ("云溪县委办公室.goal", "/Source"),
        ("云溪县委办公室.json", "/Data"),
    ]
    streams = [file["/EF"]["/F"] for file in listed]
    assert [stream["/Subtype"] for stream in streams] == ["/text/plain", "/application/json"]
    assert {stream["/Params"]["/ModDate"] for stream in streams} == {"D:20000101000000Z"}


def test_equal_attachments_are_not_confused() -> None:
    """内容相同的附件也不混淆。"""
    same = tuple(replace(file, content=b"{}") for file in ATTACHMENTS)
    listed = [entry.get_object() for entry in root(render_pdf(zhijiang(), same))["/AF"]]
    assert [file["/AFRelationship"] for file in listed] == ["/Source", "/Data"]


def test_attachments_are_not_required() -> None:
    """没有附件也行。"""
    assert "/AF" not in root(render_pdf(zhijiang()))
    assert "/Names" not in root(render_pdf(zhijiang()))


def test_a_screen_reader_knows_the_headings(two_pages: bytes) -> None:
    """读屏软件知道哪是表头。"""
    cells = [node for node in elements(root(two_pages)["/StructTreeRoot"]) if node.get("/S") == "/TH"]
    scopes = [cell["/A"]["/Scope"] for cell in cells]
    assert scopes.count("/Column") == 2 * 9  # 两页各一次
    assert scopes.count("/Row") >= 3 + 4 + 12  # 表头行、一级、二级
    for node in elements(root(two_pages)["/StructTreeRoot"]):
        assert "/Headers" not in node.get("/A", {})


def test_the_heading_repeats_the_sign_off_does_not(two_pages: bytes, five_pages: bytes) -> None:
    """每页重复表头，不重复审核。"""
    for pdf, count in ((two_pages, 2), (five_pages, 5)):
        pages = texts(pdf)
        assert len(pages) == count
        assert all("三级指标指标值" in page and "评（扣）分标准备注" in page for page in pages)
        assert sum("业务股室审核：" in page for page in pages) == 1
        assert [f"第{number}页共{count}页" in page for number, page in enumerate(pages, 1)] == [True] * count


def test_a_cell_across_pages_is_labelled_again(two_pages: bytes) -> None:
    """跨页的格子名称带续字。"""
    first, second = texts(two_pages)
    assert "（续）" not in first
    assert "产出指标（续）" in second
    assert "绩效指标︵续︶" in second


def test_only_our_own_fonts_are_used() -> None:
    """字体只用自带的。"""
    pdf = render_pdf(zhijiang())
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in root(pdf)["/Pages"]["/Kids"]
        for font in page.get_object()["/Resources"]["/Font"].values()
    }
    assert fonts == {"GD-Song", "GD-Hei"}


def test_a_missing_character_is_marked() -> None:
    """没有的字印作缺字号。"""
    pdf = render_pdf(zhijiang(name="𰻝面推广办😀"))
    assert "〓面推广办〓" in texts(pdf)[0]


def test_radicals_are_printed_as_characters() -> None:
    """部首当作汉字。"""
    assert "工作人民" in texts(render_pdf(zhijiang(name="⼯作⼈⺠工作人民")))[0].replace("⺠", "民")


PROGRAM = """
import hashlib, sys
from goaldsl.emit.html import render_html
from goaldsl.emit.pdf import render_pdf
from tests.emit.conftest import ATTACHMENTS
from tests.emit.forms import rare, zhijiang
render_pdf(rare())
print(hashlib.sha256(render_pdf(zhijiang(), ATTACHMENTS) + render_html(zhijiang()).encode()).hexdigest())
"""


def test_two_processes_write_the_same_bytes() -> None:
    """两个进程做出来一个字节不差。"""
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("4242", "America/New_York"))
    }
    from goaldsl.emit.html import render_html

    here = render_pdf(zhijiang(), ATTACHMENTS) + render_html(zhijiang()).encode()
    assert printed == {hashlib.sha256(here).hexdigest() + "\n"}


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """标准输出和标准错误都不响。"""
    render_pdf(zhijiang(), (Attachment("空.json", b"", "application/json", Relationship.DATA),))
    assert capfd.readouterr() == ("", "")

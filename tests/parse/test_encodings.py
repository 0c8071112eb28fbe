"""文件存成什么编码、用什么换行，读出来都一样；看不见的字符会指出来。"""

from __future__ import annotations

import codecs

import pytest

from goaldsl.parse.encoding import read
from goaldsl.project.fixing import fixed
from tests.parse.reading import parsed, parsed_bytes, reading, reported

TEXT = """部门 示例县委员会办公室
年度 2026
年度目标
  - [调研] 围绕中心工作开展调查研究，完成调研报告三篇
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
  解释 当年完成并印发的调研报告篇数，
    以县委办公室文件为准
"""
PLAIN = reading(parsed(TEXT))


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (TEXT.encode(), []),
        (codecs.BOM_UTF8 + TEXT.encode(), []),
        (TEXT.encode("gb18030"), ["GS003"]),
        (TEXT.encode("gbk"), ["GS003"]),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ["GS003"]),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ["GS003"]),
        (TEXT.encode("utf-16-le"), ["GS003"]),
        (TEXT.encode("utf-16-be"), ["GS003"]),
        (TEXT.encode().replace(b"\n", b"\r\n"), []),
        (TEXT.encode().replace(b"\n", b"\r"), []),
        (TEXT.rstrip("\n").encode(), []),
        (TEXT.replace(" ", "\u3000").encode(), []),
        (TEXT.replace(" ", "\u00a0").encode(), []),
        (TEXT.replace("  ", "\t").encode(), []),
    ],
    ids=[
        "UTF-8", "带BOM", "GB18030", "GBK", "UTF-16LE", "UTF-16BE", "UTF-16LE无标记", "UTF-16BE无标记", "CRLF", "CR",
        "末行不换行", "全角空格", "不换行空格", "制表符",
    ],
)  # fmt: skip
def test_same_reading(data: bytes, remark: list[str]) -> None:
    """读出来一样；不是 UTF-8 的提醒一句。"""
    syntax = parsed_bytes(data)
    assert [line.replace("\u3000", " ").replace("\u00a0", " ") for line in reading(syntax)] == PLAIN
    assert [finding.code.code for finding in syntax.findings] == remark


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        bytes(range(256)),
        "部门 某局\x00\n".encode(),
        b"\xff\xfe\xff",
        b"\xed\xa0\x80",
        "部门\udc80".encode(errors="surrogatepass"),
        "Résumé: élève à façon".encode("latin-1"),
    ],
    ids=["PNG", "docx", "全部字节", "NUL", "半个UTF-16", "代理项", "单个代理项", "Latin-1"],
)
def test_no_text(data: bytes) -> None:
    """不是文本的文件：一条强制性错误，说明是第几个字节、怎么办。"""
    source, findings = read("坏.goal", data)
    assert source.text == ""
    assert [finding.code.code for finding in findings] == ["GS002"]
    assert "个字节" in findings[0].message.zh
    assert findings[0].remedy is not None


@pytest.mark.parametrize("data", [b"", b"\n\n", codecs.BOM_UTF8, b"# comment", b"  \t \r\n"])
def test_nothing_to_read(data: bytes) -> None:
    """空文件、只有注释、只有 BOM：没有语句，也没有错。"""
    syntax = parsed_bytes(data)
    assert (reading(syntax), reported(syntax)) == ([], [])


def test_zero_width_characters() -> None:
    """零宽字符：照样读懂，合起来报一次，修改就是删去；名称里的也去掉。"""
    text = "数量\u200b指标 调研\u200d报告\ufeff >= 3\u2060 篇 分\u200b值 10\n"
    syntax = parsed(text)
    assert reading(syntax) == ["数量指标「调研报告」：目标 >= 3 篇；分值 10"]
    assert [finding.code.code for finding in syntax.findings] == ["GS004"]
    fix = syntax.findings[0].fix
    assert fix is not None
    assert fix.safe
    assert fixed(text, [fix])[0] == "数量指标 调研报告 >= 3 篇 分值 10\n"


def test_places_behind_zero_width_characters() -> None:
    """前面有零宽字符，错误仍指到原文里的那个词。"""
    syntax = parsed("数量\u200b指标 甲 >= 3 篇 \u200b分直 10\n")
    broken = next(finding for finding in syntax.findings if finding.code.code == "GS001")
    assert syntax.source.slice(broken.span) == "分直"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_swallowed_clause_is_broken_off(line_end: str) -> None:
    """写进文字里的子句：修改把它另起一行，换行符随文件，注释不动；改一次就改完。"""
    lines = ["数量指标 甲 >= 3 篇 解释 考核甲 备注 见附件 分值 10", "  # 注释", "质量指标 乙 = 100%", ""]
    syntax = parsed(line_end.join(lines))
    fixes = [finding.fix for finding in syntax.findings if finding.fix]
    text, count = fixed(syntax.source.text, fixes)
    assert count == 1
    after = ["数量指标 甲 >= 3 篇 解释 考核甲", "  备注 见附件", "  分值 10", *lines[1:]]
    assert text == line_end.join(after)
    assert parsed(text).findings == ()


def test_swallowed_clause_behind_a_comment() -> None:
    """续行里的子句退回一层缩进，上一行的注释留着。"""
    syntax = parsed("数量指标 甲 >= 3 篇\n  解释 考核甲 # 注释\n    分值 10\n")
    assert syntax.findings[0].fix is not None
    text, _ = fixed(syntax.source.text, [syntax.findings[0].fix])
    assert text == "数量指标 甲 >= 3 篇\n  解释 考核甲 # 注释\n  分值 10\n"

"""各种格式的难处：Word 的符号字体、内容控件和修订，Excel 的数字格式、隐藏和合并，超大和损坏的文件。"""

from __future__ import annotations

import pytest

from goaldsl.ingest.document import Document, Grid, Unreadable
from goaldsl.ingest.readers import read_document
from goaldsl.ingest.readers.number_formats import shown
from goaldsl.ingest.readers.sniffing import Kind, sniff
from tests.ingest.packages import cell, docx, paragraph, table, text_cell, xlsx, zipped


def words(document: Document) -> list[list[str]]:
    """各表各行的字。"""
    grids = [block for page in document.pages for block in page.blocks if isinstance(block, Grid)]
    return [[each.text for each in row.cells] for grid in grids for row in grid.rows]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read_document("表", data)
    return told.value.finding.code.code


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:t>95%</w:t></w:r>', "≥95%", id="符号字体的≥"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "≤", id="符号字体的≤"),
        pytest.param("<m:oMath><m:r><m:t>≥90</m:t></m:r></m:oMath>", "≥90", id="公式里的字"),
        pytest.param("<w:r><w:t>产出</w:t><w:br/><w:t>指标</w:t></w:r>", "产出\n指标", id="换行"),
        pytest.param("<w:r><w:rPr><w:vanish/></w:rPr><w:t>示例</w:t></w:r><w:r><w:t>8</w:t></w:r>", "8", id="隐藏文字"),
        pytest.param("<w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>85</w:t></w:r></w:ins>", "85", id="修订"),
        pytest.param("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>≥</w:t></w:r></w:sdtContent></w:sdt>", "≥", id="下拉"),
        pytest.param("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>选择一项</w:t></w:r></w:sdtContent></w:sdt>", "", id="没有选的下拉"),
        pytest.param('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="定性"/><w:listEntry w:val="≥"/></w:ddList></w:ffData></w:fldChar></w:r>', "≥", id="旧式下拉"),
    ],
)  # fmt: skip
def test_what_a_word_cell_shows(raw: str, text: str) -> None:
    """单元格里看得见的字，一个不少；看不见的不读。"""
    assert words(read_document("a.docx", docx(table([cell(raw=raw)])))) == [[text]]


def test_content_controls_around_cells_and_rows() -> None:
    """内容控件包着单元格、包着整行，都读得到。"""
    body = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('甲')}<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert words(read_document("a.docx", docx(body))) == [["甲", "乙"]]


def test_merged_and_missing_cells_keep_their_columns() -> None:
    """合并和缺开头的行，列不错位。"""
    rows = [
        cell("产出指标", '<w:vMerge w:val="restart"/>') + cell("甲", '<w:gridSpan w:val="2"/>') + cell("乙"),
        cell("", "<w:vMerge/>") + cell("丙") + cell("丁") + cell("戊"),
    ]
    body = table(rows)[:-8] + f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("己")}</w:tr></w:tbl>'
    grid = read_document("a.docx", docx(body)).pages[0].blocks[0]
    assert isinstance(grid, Grid)
    assert [[(each.text, each.column) for each in row.cells] for row in grid.rows] == [
        [("产出指标", 0), ("甲", 1), ("乙", 3)],
        [("丙", 1), ("丁", 2), ("戊", 3)],
        [("己", 2)],
    ]
    assert grid.rows[0].cells[0].rowspan == 2


def test_deleted_rows_are_gone_and_told() -> None:
    """修订删去的行不读，另有一条提示。"""
    body = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}</w:tr><w:tr>{cell('新')}</w:tr></w:tbl>"
    document = read_document("a.docx", docx(body))
    assert words(document) == [["新"]]
    assert [each.code.code for each in document.remarks] == ["GI110"]


def test_automatic_numbers_are_words() -> None:
    """自动编号也是印出来的字。"""
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    document = read_document("a.docx", docx(item.format("调研") + item.format("办文"), numbering=numbering))
    assert [getattr(each, "text", "") for each in document.pages[0].blocks] == ["一、调研", "二、办文"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("0.98", "0%", "98%"),
        ("0.855", "0.0%", "85.5%"),
        ("38508", '#,##0"人"', "38,508人"),
        ("250", "0万", "250万"),
        ("814.87", "General", "814.87"),
        ("0.1", "0.00", "0.10"),
        ("-3", '0;"减"0', "减3"),
        ("1234.5", "#,##0.00_ ", "1,234.50"),
        ("8", '"≥"0"次"', "≥8次"),
    ],
)
def test_what_a_number_shows(value: str, number_format: str, text: str) -> None:
    """Excel 里按数字格式显示的样子，才是表上印的。"""
    from decimal import Decimal

    assert shown(Decimal(value), number_format) == text


def test_hidden_rows_and_values_under_merges_are_told() -> None:
    """隐藏行不读，合并格下面的值不读，都要说。"""
    sheet = (
        f'<sheetData><row r="1">{text_cell("A1", "甲")}{text_cell("B1", "被盖住")}</row>'
        f'<row r="2" hidden="1">{text_cell("A2", "示例")}</row><row r="3"><c r="A3" s="1"><v>0.98</v></c><c r="B3"><f>SUM(A1)</f></c></row></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    )
    document = read_document("a.xlsx", xlsx(sheet, ["0%"]))
    assert words(document) == [["甲"], ["98%"]]
    assert sorted(each.code.code for each in document.remarks) == ["GI111", "GI112", "GI113"]


def test_a_cell_at_the_end_of_the_world() -> None:
    """最后一个单元格有一个值：不会撑破内存，只说没有读它。"""
    sheet = f'<sheetData><row r="1">{text_cell("A1", "甲")}</row><row r="1048576">{text_cell("XFD1048576", "乙")}</row></sheetData>'
    document = read_document("a.xlsx", xlsx(sheet))
    assert words(document) == [["甲"]]
    assert [each.code.code for each in document.remarks] == ["GI114"]


def test_bombs_and_entities_are_refused() -> None:
    """压缩炸弹、外部实体、百万单元格：不读，说清楚。"""
    assert refused(zipped({"word/document.xml": b"0" * 40_000_000})) == "GI104"
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document/>'
    assert refused(zipped({"word/document.xml": entity})) == "GI105"
    cells = "".join(f'<row r="{row}">' + "<c><v>1</v></c>" * 300 + "</row>" for row in range(1, 700))
    assert refused(xlsx(f"<sheetData>{cells}</sheetData>")) == "GI104"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "GI102", id="空文件"),
        pytest.param(docx(paragraph("甲"))[:200], "GI102", id="断掉的压缩包"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "GI103", id="加密的表"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "GI106", id="图片"),
        pytest.param(b"%PDF-1.7\n%%EOF", "GI102", id="断掉的PDF"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x03", "GI101", id="程序"),
        pytest.param(zipped({"a.txt": "甲"}), "GI101", id="别的压缩包"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "GI102", id="断掉的xls"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(data: bytes, code: str) -> None:
    """读不了的文件，说明是哪一种读不了。"""
    assert refused(data) == code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf<html><body>", Kind.HTML),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            Kind.SPREADSHEET_XML,
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", Kind.MHTML),
        (b"{\\rtf1\\ansi", Kind.RTF),
        ("项目名称\t甲".encode("gb18030"), Kind.TEXT),
        ("项目名称\t甲".encode("utf-16"), Kind.TEXT),
    ],
)
def test_content_decides(data: bytes, kind: Kind) -> None:
    """看内容，不看后缀。"""
    assert sniff(data) is kind

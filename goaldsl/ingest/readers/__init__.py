"""From a file's bytes to its blocks: one dumb reader for each format, chosen by what the content is."""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Document, refusal
from goaldsl.ingest.readers.sniffing import Kind, sniff

_SIZE = 200 * 1024 * 1024
_RESAVE = Message(
    "请在 Word、Excel 或 WPS 里另存为 .docx 或 .xlsx 再导入。", "Save it as .docx or .xlsx and import that."
)


def read_document(name: str, data: bytes) -> Document:
    """The document in a file. Raises Unreadable with a finding where there is none to be had."""
    if len(data) > _SIZE:
        raise refusal(codes.TOO_LARGE, "文件超过 200 MB，没有读取", "the file is larger than 200 MB", _RESAVE)
    kind = sniff(data)
    if kind is Kind.PACKAGE:
        return _package(data)
    if kind is Kind.XLS:
        from goaldsl.ingest.readers.xls import read_xls

        return read_xls(data)
    if kind in (Kind.DOC, Kind.RTF, Kind.WORD_XML):
        from goaldsl.ingest.readers.office import read_through_office

        return read_through_office(data, {Kind.DOC: "doc", Kind.RTF: "rtf"}.get(kind, "xml"))
    if kind is Kind.PDF:
        from goaldsl.ingest.readers.pdf import read_pdf

        return read_pdf(data)
    if kind in (Kind.HTML, Kind.MHTML):
        from goaldsl.ingest.readers.html import read_html, read_mhtml

        return read_html(data) if kind is Kind.HTML else read_mhtml(data)
    if kind is Kind.SPREADSHEET_XML:
        from goaldsl.ingest.readers.spreadsheet_xml import read_spreadsheet_xml

        return read_spreadsheet_xml(data)
    if kind is Kind.JSON:
        return Document("json", (), embedded=data)
    return _other(kind, name, data)


def _package(data: bytes) -> Document:
    from goaldsl.ingest.readers.package import Package

    package = Package(data)
    if "word/document.xml" in package.names:
        from goaldsl.ingest.readers.docx import read_docx

        return read_docx(package)
    if "xl/workbook.xml" in package.names:
        from goaldsl.ingest.readers.xlsx import read_xlsx

        return read_xlsx(package, data)
    if "content.xml" in package.names:
        from goaldsl.ingest.readers.odf import read_odf

        return read_odf(package)
    raise refusal(
        codes.UNKNOWN_KIND,
        "压缩包里没有能读的文档",
        "the package holds no document that can be read",
        _RESAVE,
    )


def _other(kind: Kind, name: str, data: bytes) -> Document:
    if kind is Kind.TEXT:
        from goaldsl.ingest.readers.text import read_plain

        return read_plain(name, data)
    if kind is Kind.EMPTY:
        raise refusal(
            codes.DAMAGED,
            "文件是空的",
            "the file is empty",
            Message("请发送单位重新发送。", "Ask for it again."),
        )
    if kind is Kind.ENCRYPTED:
        raise refusal(
            codes.ENCRYPTED,
            "文件设了打开密码，没有读取",
            "the file is encrypted and was not read",
            Message("请发送单位去掉密码后再报。", "Ask for a copy without a password."),
        )
    if kind is Kind.PICTURE:
        raise refusal(
            codes.SCANNED, "这是图片，里面没有文字，没有读取", "this is a picture and was not read", _RESAVE
        )
    raise refusal(
        codes.UNKNOWN_KIND,
        "认不出这是什么文件，没有读取",
        "this is no kind of file that can be read",
        _RESAVE,
    )

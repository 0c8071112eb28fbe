"""What a file is, by its first bytes: a suffix says what somebody believed."""

from __future__ import annotations

import re
from enum import StrEnum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|style|p\b)",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096


class Kind(StrEnum):
    """The formats that are told apart."""

    PACKAGE = "zip"  # docx, xlsx, ods, or an archive of files
    XLS = "xls"
    DOC = "doc"
    ENCRYPTED = "encrypted"
    OLE = "ole"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    MHTML = "mhtml"
    SPREADSHEET_XML = "spreadsheet-xml"  # Excel 2003
    WORD_XML = "word-xml"  # Word 2003
    XML = "xml"
    PICTURE = "picture"
    JSON = "json"
    TEXT = "text"
    EMPTY = "empty"


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")


def sniff(data: bytes) -> Kind:
    """The kind of a file's content."""
    if not data.strip(b"\x00 \t\r\n"):
        return Kind.EMPTY
    if data.startswith(_ZIP):
        return Kind.PACKAGE
    if data.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_PICTURES) and b"\x00" in data[:64] or data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return Kind.PICTURE
    head = _narrow(data[:_HEAD])
    if head.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if head.lstrip().startswith(b"{") and b'"goaldsl/' in _narrow(data[:_HEAD]):
        return Kind.JSON
    return _marked_up(head)


def _marked_up(head: bytes) -> Kind:
    if (
        re.match(rb"(?:from |date:|subject:|mime-version:)", head.lstrip(), re.IGNORECASE)
        and b"mime-version:" in head.lower()
    ):
        return Kind.MHTML
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<Workbook" in head:
        return Kind.SPREADSHEET_XML
    if b"<w:wordDocument" in head or b"<pkg:package" in head:
        return Kind.WORD_XML
    if _MARKUP.match(head):
        return Kind.HTML
    if head.lstrip().startswith(b"<?xml"):
        return Kind.XML
    # a page cut out of a site may begin with words
    return Kind.HTML if re.search(rb"<t[rd][\s>].*</t[rd]>", head, re.IGNORECASE | re.DOTALL) else Kind.TEXT


def _ole(data: bytes) -> Kind:
    """OLE containers are told apart by their directory's names, in UTF-16; a .doc also contains “Book”."""
    for name, kind in (
        ("EncryptedPackage", Kind.ENCRYPTED),
        ("WordDocument", Kind.DOC),
        ("Workbook", Kind.XLS),
        ("Book", Kind.XLS),
    ):
        if name.encode("utf-16-le") in data:
            return kind
    return Kind.OLE


def _narrow(head: bytes) -> bytes:
    """The head of a UTF-16 text as bytes that can be looked at; a byte order mark left out."""
    if head.startswith(b"\xef\xbb\xbf"):
        return head[3:]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = "utf-16-le" if head.startswith(b"\xff\xfe") else "utf-16-be"
        return head[2:].decode(wide, "ignore").encode("utf-8", "ignore")
    return head

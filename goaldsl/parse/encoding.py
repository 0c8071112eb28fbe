"""From bytes to text: UTF-8 is the rule; GB18030 and UTF-16 are read with a note; what is no text is an error."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import NOWHERE, Span
from goaldsl.parse import codes
from goaldsl.source import Source

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_COMMON = "[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e\x20-\x7e\t\r\n]"  # compiled when the encoding is in doubt
_NAMES = {"gb18030": "GB18030（GBK）", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def read(path: str, data: bytes) -> tuple[Source, list[Finding]]:
    """The source text of a file, and what is to be said of its encoding.

    Data that is no text gives an empty source and one error.
    """
    text, encoding = _decode(data)
    if text is None:
        return Source(path, "", data, "binary"), [_no_text(data)]
    source = Source(path, text, data, encoding)
    return source, list(_remarks(source))


def _decode(data: bytes) -> tuple[str | None, str]:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _attempt(data[2:], encoding), encoding
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        if encoding.startswith("utf-16") and not _looks_wide(data):
            continue
        text = _attempt(data, encoding)
        if text is not None and (encoding == "utf-8" or _looks_chinese(text)):
            return text, encoding
    return None, "binary"


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _NO_TEXT.search(text) else text


def _looks_wide(data: bytes) -> bool:
    """UTF-16 without a mark: every ASCII character (blanks, digits, line breaks) brings a zero byte."""
    return len(data) % 2 == 0 and data.count(0) * 20 > len(data)


def _looks_chinese(text: str) -> bool:
    """Nearly all characters are ones that a Chinese form uses: random bytes that happen to decode are not."""
    return len(re.findall(_COMMON, text)) * 10 >= len(text) * 9


def _no_text(data: bytes) -> Finding:
    try:
        data.decode("utf-8")
        place = _NO_TEXT.search(data.decode("utf-8"))
        at = len(data.decode("utf-8")[: place.start()].encode()) if place else 0
    except UnicodeDecodeError as error:
        at = error.start
    return Finding(
        codes.NO_TEXT,
        NOWHERE,
        Message(
            f"这个文件不是文本文件（第 {at + 1} 个字节无法识别）",
            f"this file is not text (byte {at + 1} cannot be read)",
        ),
        remedy=Message(
            "请用记事本或 WPS 另存为“UTF-8 编码的文本文件”；Word 文档（.docx）不能直接改名为 .goal。",
            "Save it as a UTF-8 text file; a Word document cannot simply be renamed to .goal.",
        ),
    )


def _remarks(source: Source) -> Iterator[Finding]:
    if source.encoding in _NAMES:
        name = _NAMES[source.encoding]
        yield Finding(
            codes.ENCODING,
            Span(0, 0),
            Message(f"文件编码是 {name}，不是 UTF-8", f"the file is encoded in {name}, not UTF-8"),
            notes=(
                Message(
                    "内容已按该编码正常读取；git 和别的电脑只认 UTF-8。",
                    "It was read as such; git and other machines expect UTF-8.",
                ),
            ),
            remedy=Message(
                "在编辑器里另存为 UTF-8 编码。",
                "Save the file as UTF-8 in your editor.",
            ),
        )

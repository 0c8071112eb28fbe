"""Zip packages and their XML, bounded: files come from outside, and a kilobyte can unpack to a terabyte."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from goaldsl.diagnostics import Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Unreadable, refusal

PART_LIMIT = 64 * 1024 * 1024
RATIO_LIMIT = 200
_RATIO_FROM = 1024 * 1024  # a small part that packs well is no bomb
_PARTS_LIMIT = 5_000
_TOTAL_LIMIT = 256 * 1024 * 1024
_DOCTYPES = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_SPLIT = Message(
    "请在原软件里另存一份干净的文件再试。", "Save a clean copy in the program it came from and try again."
)


class Package:
    """A zip file whose parts are measured before they are unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged() from error
        self._refuse_bombs()

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """A part's bytes; never more than its declared and allowed size."""
        try:
            with self._zip.open(name) as part:
                data = part.read(PART_LIMIT + 1)
        except RuntimeError as error:
            raise refusal(
                codes.ENCRYPTED, "压缩包设了密码", "the package is protected by a password"
            ) from error
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise damaged() from error
        if len(data) > PART_LIMIT:
            raise _too_large(name)
        return data

    def xml(self, name: str) -> Any:
        """The root element of a part; no entity is resolved and nothing is fetched."""
        return parse_xml(self.read(name))

    def members(self) -> list[tuple[str, bytes]]:
        """The files in an archive, in its order; names cannot lead out of it."""
        found = []
        for info in self._zip.infolist():
            path = PurePosixPath(_name(info).replace("\\", "/"))
            if (
                not info.is_dir()
                and not path.is_absolute()
                and ".." not in path.parts
                and ":" not in path.name
            ):
                found.append((str(path), self.read(info.filename)))
        return found

    def _refuse_bombs(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > _PARTS_LIMIT or sum(info.file_size for info in infos) > _TOTAL_LIMIT:
            raise _too_large("*")
        for info in infos:
            if info.file_size > PART_LIMIT:
                raise _too_large(info.filename)
            if info.file_size > _RATIO_FROM and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
                raise _too_large(info.filename)


def parse_xml(data: bytes) -> Any:
    """The root element of an XML text; a document type declaration is refused, for office files have none."""
    if any(mark in data for mark in _DOCTYPES):
        raise refusal(
            codes.UNSAFE,
            "文件里有外部实体声明，没有读取",
            "the file declares entities and was not read",
            _SPLIT,
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name; Windows programs write it in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def damaged() -> Unreadable:
    return refusal(
        codes.DAMAGED,
        "文件损坏或不完整，打不开",
        "the file is damaged or incomplete",
        Message(
            "请发送单位重新发送，或在原软件里打开后另存。", "Ask for it to be sent again, or save it anew."
        ),
    )


def _too_large(part: str) -> Unreadable:
    return refusal(
        codes.TOO_LARGE,
        f"文件解开后过大（{part}），没有读取",
        f"the file unpacks to too much ({part}) and was not read",
        _SPLIT,
    )

"""What only LibreOffice reads (.doc, .wps, .rtf): converted where it is installed, in a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from goaldsl.diagnostics import Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Document, refusal
from goaldsl.ingest.readers.docx import MAIN_PART, read_docx
from goaldsl.ingest.readers.package import Package

_TIMEOUT = 60
_PROGRAMS = ("soffice", "libreoffice")


def program() -> str | None:
    """The LibreOffice of this machine."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def read_through_office(data: bytes, suffix: str) -> Document:
    """The document that LibreOffice makes of the file; two runs never share a profile, macros never run."""
    soffice = program()
    if soffice is None:
        raise refusal(
            codes.NO_LIBRARY,
            f"读 .{suffix} 文件要用 LibreOffice，这台机器没有",
            f"a .{suffix} file is read through LibreOffice, which is not installed",
            Message("请在 Word 或 WPS 里另存为 .docx 再导入。", "Save it as .docx and import that."),
        )
    with tempfile.TemporaryDirectory(prefix="goaldsl-") as folder:
        source = Path(folder, f"form.{suffix}")
        with source.open("wb") as file:
            file.write(data)
        _convert(soffice, source, Path(folder))
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise refusal(
                codes.DAMAGED,
                "LibreOffice 打不开这个文件，可能已损坏",
                "LibreOffice cannot open the file, it may be damaged",
                Message(
                    "请发送单位另存为 .docx 后重新发送。", "Ask for it to be saved as .docx and sent again."
                ),
            )
        package = Package(made.read_bytes())
    if MAIN_PART not in package.names:
        raise refusal(codes.DAMAGED, "LibreOffice 没有转换成功", "LibreOffice did not convert the file")
    return read_docx(package)


def _convert(soffice: str, source: Path, folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]  # fmt: skip
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(_TIMEOUT)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)  # its children as well
            raise refusal(
                codes.DAMAGED,
                f"LibreOffice {_TIMEOUT} 秒没有转换完，已停止",
                f"LibreOffice was stopped after {_TIMEOUT} seconds",
                Message(
                    "请发送单位另存为 .docx 后重新发送。", "Ask for it to be saved as .docx and sent again."
                ),
            ) from error

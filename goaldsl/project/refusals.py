"""What is said where the system, or a bound of ours, keeps a file from being read or written."""

from __future__ import annotations

import errno
from pathlib import Path

from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.model.place import NOWHERE
from goaldsl.project import codes
from goaldsl.project.bounded import RefusedFileError

_READ_REMEDY = Message("核对路径和权限。", "Check the path and the permissions.")


def unreadable(name: str, path: Path, error: OSError) -> Diagnostic:
    """A file that cannot be read, and why."""
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        why = Message("链接指向的文件不存在", "the link points nowhere")
    elif isinstance(error, FileNotFoundError):
        why = Message("没有这个文件或文件夹", "no such file or folder")
    else:
        why = reason(error)
    return Diagnostic(
        Severity.ERROR,
        name,
        Finding(
            codes.UNREADABLE,
            NOWHERE,
            Message(f"打不开“{name}”：{why.zh}", f"cannot open {name}: {why.en}"),
            remedy=_READ_REMEDY
            if not isinstance(error, RefusedFileError)
            else Message("给一份 .goal 文件。", "Give a .goal file."),
        ),
    )


def unwritable(name: str, error: OSError) -> Diagnostic:
    """An output that cannot be written, and why."""
    why = reason(error)
    return Diagnostic(
        Severity.ERROR,
        name,
        Finding(
            codes.UNWRITABLE,
            NOWHERE,
            Message(f"写不进“{name}”：{why.zh}", f"cannot write {name}: {why.en}"),
            remedy=Message(
                "用 -o 换一个能写的文件夹，或关掉正打开着该文件的程序。",
                "Choose another folder with -o, or close the program that has the file open.",
            ),
        ),
    )


def reason(error: OSError) -> Message:
    """Why the system refused, in words."""
    if isinstance(error, RefusedFileError):
        return error.message
    words = error.strerror or str(error)
    known = {
        "PermissionError": "没有权限",
        "IsADirectoryError": "这是一个文件夹",
        "NotADirectoryError": "上一级不是文件夹",
        "FileExistsError": "同名的文件挡住了文件夹",
        "FileNotFoundError": "上一级文件夹不存在",
    }
    by_number = {errno.ENAMETOOLONG: "名称太长", errno.ELOOP: "链接绕成了圈", errno.ENOSPC: "磁盘已满"}
    chinese = by_number.get(error.errno or 0) or known.get(type(error).__name__, words)
    return Message(chinese, words)

"""Reading what comes from outside: only regular files, and never more than a bound."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from goaldsl.diagnostics import Message

LIMIT = 20_000_000
"""Bytes of the largest file that is read; the largest real form has some hundred thousand."""
_LATER = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class RefusedFileError(OSError):
    """A file that is there but is not read, and why."""

    def __init__(self, path: str, message: Message) -> None:
        super().__init__(0, message.en, path)
        self.message = message


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises OSError, also for what is no regular file (it may never end) or is too large."""
    _look(str(path), path.stat())
    descriptor = os.open(path, os.O_RDONLY | _LATER)  # a pipe put in its place must not make us wait
    with os.fdopen(descriptor, "rb") as file:
        _look(str(path), os.fstat(descriptor))
        return _within(str(path), file.read(LIMIT + 1))


def read_standard_input() -> bytes:
    """What is typed or piped in, within the same bound; raises OSError."""
    return _within("-", sys.stdin.buffer.read(LIMIT + 1))


def _look(path: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusedFileError(path, Message("这是一个文件夹", "it is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise RefusedFileError(
            path, Message("不是普通文件（管道、设备等）", "it is no regular file (a pipe or device)")
        )
    if status.st_size > LIMIT:
        raise RefusedFileError(path, _TOO_LARGE)


def _within(path: str, content: bytes) -> bytes:
    if len(content) > LIMIT:
        raise RefusedFileError(path, _TOO_LARGE)
    return content


_TOO_LARGE = Message(f"超过 {LIMIT // 1_000_000} MB", f"it is larger than {LIMIT // 1_000_000} MB")

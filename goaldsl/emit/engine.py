"""Whether this machine can make a PDF, and the one door through which WeasyPrint comes in.

Importing WeasyPrint takes 0.4 s, and without Pango it prints to standard output and fails. So it is imported
here only, when a PDF is wanted, and what it says is caught.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from goaldsl.diagnostics import Code, Finding, Message
from goaldsl.emit.codes import NO_HARFBUZZ_SUBSET, NO_PANGO
from goaldsl.emit.fonts import FACES, FOLDER, Face
from goaldsl.model.place import NOWHERE

# By package manager, not by name of the system: 统信, 麒麟, 欧拉 and many others share these.
_INSTALL = (
    ("apt-get", "apt-get install -y libpangoft2-1.0-0 libharfbuzz-subset0"),
    ("dnf", "dnf install -y pango harfbuzz"),
    ("yum", "yum install -y pango harfbuzz"),
    ("apk", "apk add so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0"),
    ("pacman", "pacman -S --needed --noconfirm pango"),
    ("zypper", "zypper install -y libpango-1_0-0 libharfbuzz-subset0"),
)
_PANGO_FOUND = Message("排版库 Pango 可用", "Pango works")
_SUBSET_FOUND = Message("字体子集库 HarfBuzz-subset 可用", "HarfBuzz-subset works")
_INSTALL_MAC = "brew install pango"
_INSTALL_WINDOWS = r"C:\msys64\usr\bin\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"


class EngineUnavailable(Exception):  # noqa: N818 - it is a state of the machine, no fault
    """No PDF can be made here; `finding` says what is missing and which command installs it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Capability:
    """Something a PDF needs: whether it is there and, if not, the command that installs it."""

    name: str
    ok: bool
    message: Message
    command: str = ""


def weasyprint() -> Any:
    """The WeasyPrint module; raises `EngineUnavailable` where it cannot work or would take minutes."""
    module = _import()
    if isinstance(module, OSError):
        raise EngineUnavailable(_no_pango(module))
    if importlib.import_module("weasyprint.text.ffi").harfbuzz_subset is None:
        raise EngineUnavailable(_no_subset())
    return module


def probe() -> tuple[Capability, ...]:
    """What this machine has of all that a PDF needs."""
    missing = None
    try:
        weasyprint()
    except EngineUnavailable as unavailable:
        missing = unavailable.finding
    pango = _library("pango", NO_PANGO, _PANGO_FOUND, missing)
    subset = _library("harfbuzz-subset", NO_HARFBUZZ_SUBSET, _SUBSET_FOUND, missing)
    unknown = missing is not None and missing.code is NO_PANGO  # then nothing further was looked for
    return (pango, *(() if unknown else (subset,)), _fonts())


def install_command() -> str:
    """The command that installs Pango and HarfBuzz-subset on this system."""
    if sys.platform == "win32":
        return _INSTALL_WINDOWS
    if sys.platform == "darwin":
        return _INSTALL_MAC
    sudo = "" if os.geteuid() == 0 else "sudo "
    found = (command for program, command in _INSTALL if shutil.which(program))
    return sudo + next(found, _INSTALL[0][1])


@cache
def fonts() -> Any:
    """The fonts WeasyPrint may use: one set for the process, for it costs as much as half a page."""
    module = importlib.import_module("weasyprint.text.fonts")
    with _own_fonts_only():
        return module.FontConfiguration()


@cache
def load(face: Face) -> None:
    """Make a face known. An `@font-face` rule would do it, too, but leave a copy of the file in /tmp."""
    native = importlib.import_module("weasyprint.text.ffi")
    path = face.path.as_posix().encode(sys.getfilesystemencoding())
    if not native.fontconfig.FcConfigAppFontAddFile(fonts()._config, path):
        raise FileNotFoundError(f"{face.path}: 字体文件读不出来")
    native.pangoft2.pango_fc_font_map_config_changed(native.ffi.cast("PangoFcFontMap *", fonts().font_map))


@contextlib.contextmanager
def _own_fonts_only() -> Iterator[None]:
    """Let fontconfig, when it starts inside, see no font of the machine: the same pages everywhere."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FOLDER / "fonts.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@cache
def _import() -> Any:
    """WeasyPrint, or the error that says which library it did not find."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), _own_fonts_only():
        warnings.simplefilter("ignore")  # "No fonts configured": we bring our own
        try:
            return importlib.import_module("weasyprint")
        except OSError as error:
            return error


def _library(name: str, code: Code, found: Message, missing: Finding | None) -> Capability:
    if missing is None or missing.code is not code:
        return Capability(name, True, found)
    return Capability(name, False, missing.message, install_command())


def _fonts() -> Capability:
    lost = [face.file for face in FACES if not face.path.is_file()]
    if lost:
        names = "、".join(lost)
        broken = Message(
            f"安装不完整，缺字体文件：{names}", f"font files are missing from the package: {names}"
        )
        return Capability("fonts", False, broken, "pip install --force-reinstall goaldsl")
    return Capability("fonts", True, Message("自带宋体、黑体齐全", "our own fonts are all there"))


def _no_pango(error: OSError) -> Finding:
    match = re.search("'([^']+)'", str(error))  # cannot load library 'libpango-1.0-0': …
    library = match[1] if match else "libpango"
    return _finding(
        NO_PANGO,
        Message(
            f"本机缺少排版库 Pango（{library}），不能生成 PDF",
            f"Pango ({library}) is missing, no PDF can be made",
        ),
    )


def _no_subset() -> Finding:
    return _finding(NO_HARFBUZZ_SUBSET, NO_HARFBUZZ_SUBSET.title)


def _finding(code: Code, message: Message) -> Finding:
    command = install_command()
    return Finding(
        code,
        NOWHERE,
        message,
        notes=(Message("HTML 和 JSON 不受影响，照常生成", "HTML and JSON are written all the same"),),
        remedy=Message(f"运行：{command}", f"run: {command}"),
    )

"""本机能不能生成 PDF：缺什么、怎么装，说得清楚，别的格式照常。"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from goaldsl.diagnostics import Code
from goaldsl.emit import codes, engine
from goaldsl.emit.html import render_html
from goaldsl.emit.pdf import render_pdf
from tests.emit.forms import zhijiang

BANNER = "WeasyPrint could not import some external libraries."
LOST = "cannot load library 'libpangoft2-1.0-0': libpangoft2-1.0-0: cannot open shared object file"


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """一台没有 Pango 的机器：导入 WeasyPrint 时它先在标准输出上说一通，再出错。"""

    def fail(name: str) -> NoReturn:
        print(BANNER)
        raise OSError(LOST)

    engine._import.cache_clear()
    monkeypatch.setattr(importlib, "import_module", fail)
    yield
    engine._import.cache_clear()


@pytest.fixture
def no_subset(monkeypatch: pytest.MonkeyPatch) -> None:
    """一台没有 HarfBuzz-subset 的机器。"""
    engine.weasyprint()
    monkeypatch.setattr(importlib.import_module("weasyprint.text.ffi"), "harfbuzz_subset", None)


def have(monkeypatch: pytest.MonkeyPatch, program: str, platform: str = "linux") -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == program else None)


@pytest.mark.usefixtures("no_pango")
def test_without_pango_the_missing_library_is_named(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """没有Pango时说缺哪个库。"""
    have(monkeypatch, "apt-get")
    with pytest.raises(engine.EngineUnavailable) as caught:
        render_pdf(zhijiang())
    finding = caught.value.finding
    assert finding.code is codes.NO_PANGO
    assert "libpangoft2-1.0-0" in finding.message.zh
    assert finding.remedy
    assert "apt-get install -y libpangoft2-1.0-0 libharfbuzz-subset0" in finding.remedy.zh
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("no_pango")
def test_without_pango_html_is_written_all_the_same() -> None:
    """没有Pango时网页照常。"""
    assert "部门（单位）整体支出绩效目标表" in render_html(zhijiang())


@pytest.mark.usefixtures("no_subset")
def test_without_harfbuzz_subset_no_pdf_is_begun() -> None:
    """没有HarfBuzz子集库时不做慢得要命的PDF。"""
    with pytest.raises(engine.EngineUnavailable) as caught:
        render_pdf(zhijiang())
    assert caught.value.finding.code is codes.NO_HARFBUZZ_SUBSET


def test_this_machine_has_everything() -> None:
    """样样齐全。"""
    assert [(item.name, item.ok, item.command) for item in engine.probe()] == [
        ("pango", True, ""),
        ("harfbuzz-subset", True, ""),
        ("fonts", True, ""),
    ]


@pytest.mark.usefixtures("no_pango")
def test_the_doctor_misses_pango() -> None:
    """体检报告说缺Pango。"""
    first, *rest = engine.probe()
    assert (first.name, first.ok) == ("pango", False)
    assert first.command == engine.install_command()
    assert [item.name for item in rest] == ["fonts"]


@pytest.mark.usefixtures("no_subset")
def test_the_doctor_misses_harfbuzz_subset() -> None:
    """体检报告说缺子集库。"""
    pango, subset, *_ = engine.probe()
    assert pango.ok
    assert not subset.ok
    assert "HarfBuzz-subset" in subset.message.zh


@pytest.mark.parametrize(
    ("platform", "program", "command"),
    [
        ("linux", "apt-get", "apt-get install -y libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("linux", "dnf", "dnf install -y pango harfbuzz"),
        ("linux", "apk", "apk add so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0"),
        ("linux", "pacman", "pacman -S --needed --noconfirm pango"),
        ("darwin", "brew", "brew install pango"),
        ("win32", "", r"C:\msys64\usr\bin\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_the_command_that_installs(
    monkeypatch: pytest.MonkeyPatch, platform: str, program: str, command: str
) -> None:
    """各系统的安装命令。"""
    have(monkeypatch, program, platform)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    expected = f"sudo {command}" if platform == "linux" else command
    assert engine.install_command() == expected


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """管理员不用sudo。"""
    have(monkeypatch, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert engine.install_command().startswith("apt-get")


def test_weasyprint_is_loaded_for_a_pdf_only() -> None:
    """不用PDF就不加载WeasyPrint。"""
    code = (
        "import sys; import goaldsl.emit.html, goaldsl.emit.engine, goaldsl.emit.codes, goaldsl.emit.pdf;"
        "sys.exit('weasyprint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_environment_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """环境变量用过即还原。"""
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    with engine._own_fonts_only():
        assert Path(os.environ["FONTCONFIG_FILE"]).is_file()
        assert "goaldsl" in os.environ["FONTCONFIG_FILE"]
    assert os.environ["FONTCONFIG_FILE"] == "/etc/fonts/fonts.conf"


@pytest.mark.parametrize("code", codes.CODES, ids=lambda code: code.code)
def test_each_code_has_its_page(code: Code) -> None:
    """每个代码都有五节说明。"""
    titles = [line.removeprefix("## ") for line in code.page.splitlines() if line.startswith("## ")]
    assert titles == ["作用", "为什么", "示例", "改法", "依据"]

"""真的浏览器：宽屏上是一张表，手机上是一张张卡片，打印出来是 A4 的表。"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from goaldsl.emit.html import render_html
from tests.emit.forms import zhijiang
from tests.emit.pictures import dark_runs, is_dark, texts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有装 Chromium")

Run = Callable[..., Path]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Opens the form and writes what it is asked for."""
    place = tmp_path_factory.mktemp("browser")
    (place / "form.html").write_text(render_html(zhijiang()), encoding="utf-8")

    def run(output: str, *options: str) -> Path:
        profile = tmp_path_factory.mktemp("profile")
        target = place / output
        kind = "--print-to-pdf" if output.endswith(".pdf") else "--screenshot"
        command = [str(CHROMIUM), *QUIET, f"--user-data-dir={profile}", *options, f"{kind}={target}"]
        subprocess.run(
            [*command, (place / "form.html").as_uri()], check=True, capture_output=True, timeout=60
        )
        return target

    return run


def test_a_wide_window_shows_the_ruled_form(browser: Run) -> None:
    """宽屏：有一张通栏的表格，题名居中。"""
    picture = Image.open(browser("wide.png", "--window-size=1280,1700")).convert("L")
    lines = [y for y in range(picture.height) if dark_runs(picture, y) > 1000]
    assert len(lines) >= 5
    left = next(x for x in range(picture.width) if is_dark(picture, (x, lines[0], x + 1, lines[0] + 1)))
    right = next(x for x in range(1279, 0, -1) if is_dark(picture, (x, lines[0], x + 1, lines[0] + 1)))
    assert abs((left + right) / 2 - 640) < 8


def test_a_telephone_shows_cards(browser: Run) -> None:
    """手机：不用左右滚动，每个指标一张卡片。"""
    picture = Image.open(browser("phone.png", "--window-size=500,2400")).convert("L")
    assert not is_dark(picture, (490, 0, 500, picture.height))
    assert not is_dark(picture, (0, 0, 10, picture.height))
    edges = [y for y in range(picture.height) if _card_edge(picture, y)]
    assert len([y for y in edges if y - 1 not in edges]) >= 10
    assert not [y for y in range(picture.height) if dark_runs(picture, y) > 300]  # 没有表格线


def _card_edge(picture: Image.Image, y: int) -> bool:
    middle = picture.crop((60, y, 440, y + 1)).tobytes()
    return max(middle) < 220


def test_printing_gives_the_form_on_a4(browser: Run) -> None:
    """打印：A4 纸，每页有表头，有页码。"""
    pdf = browser("form.pdf", "--no-pdf-header-footer").read_bytes()
    sizes = {tuple(round(side) for side in page.get_size()) for page in pdfium.PdfDocument(pdf)}
    assert sizes == {(595, 842)}
    printed = texts(pdf)
    assert len(printed) == 2
    assert all("三级指标" in page and "评（扣）分标准" in page for page in printed)
    assert "部门（单位）职责" in printed[0]
    assert sum("业务股室审核" in page for page in printed) == 1

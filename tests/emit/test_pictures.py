"""看图：文字层对了，纸上也可能画错；所以比的是图，不是字。"""

from __future__ import annotations

import importlib
import random
from collections.abc import Iterable
from itertools import pairwise

import pytest
from PIL import Image

from goaldsl.emit import engine, pdf
from goaldsl.emit.fonts import HEI, SONG, SONG_EXT
from goaldsl.emit.pdf import render_pdf
from goaldsl.emit.styles import FORM
from tests.emit.forms import ENTRIES, zhijiang
from tests.emit.pictures import Glyph, dark_runs, distance, drawn, glyphs, is_dark, pages, texts

MARGIN = 74  # pixels at two to the point: 13 mm
FOOT = 1588  # where the page ends and the page number begins
WIDTH = 1043  # of the table: 184 mm
ALIKE = 0.14  # the farthest a right glyph ever is from its drawing; a wrong one is twice as far
FAMILIES = ("GD Song", "GD Hei", "GD Song Ext")


def wrong(painted: Iterable[Glyph]) -> set[str]:
    """The characters painted otherwise than our fonts draw them, or more like another one of the page."""
    all_glyphs = list(painted)
    others = sorted({glyph.character for glyph in all_glyphs if "一" <= glyph.character <= "鿿"})
    chance = random.Random(2026)
    found = set()
    for glyph in all_glyphs:
        own = min(distance(glyph.picture, drawn(glyph.character, family)) for family in FAMILIES)
        rivals = chance.sample(others, 4)
        nearer = any(
            distance(glyph.picture, drawn(rival, "GD Song")) < own
            for rival in rivals
            if rival != glyph.character
        )
        if own > ALIKE or ("一" <= glyph.character <= "鿿" and nearer):
            found.add(glyph.character)
    return found


def test_no_wrong_glyph_on_two_pages(two_pages: bytes) -> None:
    """两页表没有一个字画错。"""
    assert wrong(glyphs(two_pages)) == set()


def test_no_wrong_glyph_in_rare_names(rare_names: bytes) -> None:
    """生僻字没有一个画错。"""
    painted = list(glyphs(rare_names))
    assert {"喆", "堃", "淼", "𬭎", "㸌", "𬒈"} <= {glyph.character for glyph in painted}
    assert wrong(painted) == set()


def test_two_files_of_one_family_paint_wrong_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """同族有两个文件时 WeasyPrint 画错字，文字层却是对的：这个检查看得出来。"""
    rule = f'@font-face{{font-family:"GD Song";src:url("{SONG_EXT.path.as_uri()}");unicode-range:U+5586,U+5803,U+6DFC}}'
    monkeypatch.setattr(pdf, "FORM", FORM + rule)
    monkeypatch.setattr(pdf, "SONG_EXT", SONG)
    caches = (pdf._style, engine.fonts, engine.load)
    for cached in caches:
        cached.cache_clear()
    try:
        broken = render_pdf(zhijiang(ENTRIES[:3], name="部门喆单位堃整体淼支出"))
    finally:
        for cached in caches:
            cached.cache_clear()
    assert "部门喆单位堃整体淼支出" in texts(broken)[0]
    assert wrong(glyphs(broken))


def rules(picture: Image.Image) -> list[int]:
    """The lines that run over the whole width of the table, each once."""
    rows = [y for y in range(picture.height) if dark_runs(picture, y) >= WIDTH - 4]
    return [y for y in rows if y - 1 not in rows]


def frame(picture: Image.Image) -> tuple[int, int]:
    """The top and the bottom of the grid."""
    lines = rules(picture)
    return lines[0], lines[-1]


def test_the_grid_is_closed_on_every_page(two_pages: bytes, five_pages: bytes) -> None:
    """每页的格子上下都有框线。"""
    for document in (two_pages, five_pages):
        for picture in pages(document):
            top, bottom = frame(picture)
            assert is_dark(picture, (MARGIN - 2, top, MARGIN + 2, top + 2))
            assert bottom < FOOT
            # 左右边框从上到下不断。
            for left in (MARGIN - 2, MARGIN + WIDTH - 3):
                column = picture.crop((left, top, left + 5, bottom))
                assert all(min(column.crop((0, y, 5, y + 1)).tobytes()) < 160 for y in range(column.height))


def test_nothing_runs_over_the_margin(two_pages: bytes, five_pages: bytes, rare_names: bytes) -> None:
    """版心之外没有墨迹。"""
    for document in (two_pages, five_pages, rare_names):
        for picture in pages(document):
            for box in (
                (0, 0, MARGIN - 4, picture.height),
                (MARGIN + WIDTH + 4, 0, picture.width, picture.height),
                (0, 0, picture.width, 80),
                (0, FOOT + 4, picture.width, FOOT + 22),
            ):
                assert not is_dark(picture, box)


def test_the_margin_cell_is_one_from_heading_to_foot(two_pages: bytes, five_pages: bytes) -> None:
    """绩效指标一栏从表头连到底，中间没有横线。"""
    for picture in pages(two_pages) + pages(five_pages):
        lines = rules(picture)
        top, bottom = max(pairwise(lines), key=lambda pair: pair[1] - pair[0])  # 从表头到指标末行
        inside = picture.crop((MARGIN + 4, top + 3, MARGIN + 36, bottom - 2))
        assert not [y for y in range(inside.height) if max(inside.crop((0, y, 32, y + 1)).tobytes()) < 160]


def test_the_title_is_centred(two_pages: bytes) -> None:
    """题名居中。"""
    title = pages(two_pages)[0].crop((0, 90, 1190, 140))
    columns = [x for x in range(title.width) if min(title.crop((x, 0, x + 1, 50)).tobytes()) < 128]
    assert abs((columns[0] + columns[-1]) / 2 - 595) < 8


def test_labels_are_hei_and_texts_song() -> None:
    """名称用黑体，内容用宋体。"""
    first_first = reversed(list(glyphs(render_pdf(zhijiang(name="鑫", duties="丨")))))
    painted = {glyph.character: glyph.picture for glyph in first_first}
    for character, face, other in (("鑫", SONG, HEI), ("称", HEI, SONG), ("丨", SONG, HEI)):
        right = distance(painted[character], drawn(character, face.family))
        assert right < distance(painted[character], drawn(character, other.family))


def test_the_engine_sees_no_font_of_the_machine(two_pages: bytes) -> None:
    """引擎看不见本机的字体，也不往临时文件夹里抄字体。"""
    native = importlib.import_module("weasyprint.text.ffi").fontconfig
    assert native.FcConfigGetFonts(engine.fonts()._config, native.FcSetSystem).nfont == 0
    assert two_pages
    assert engine.fonts()._folder is None

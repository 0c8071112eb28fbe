"""自带字体：收字够不够，查字表准不准。"""

from __future__ import annotations

import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from goaldsl.emit.coverage import needs_extension, uncovered
from goaldsl.emit.fonts import FACES, FOLDER, HEI, HEI_EXT, SONG, SONG_EXT, Face, characters

FORM_SIGNS = "≥≤≧≦＞＜＝≠≈√×÷±□☐☑☒■○●◎△▲☆★①⑩⑳㈠⑴⒈Ⅰ㎡㎞㎏℃‰％—…·“”‘’《》【】〔〕〓№￥＄①✓✔✗②"


def held_by(face: Face) -> frozenset[int]:
    return frozenset(TTFont(face.path, lazy=True).getBestCmap())


@pytest.mark.parametrize(("base", "extension"), [(SONG, SONG_EXT), (HEI, HEI_EXT)])
def test_the_general_standard_and_gbk_are_covered(base: Face, extension: Face) -> None:
    """通用规范汉字表和GBK一字不缺。"""
    held = held_by(base) | held_by(extension)
    assert len(characters.general_standard()) == 8105
    assert characters.general_standard() <= held
    assert characters.gbk() <= held


@pytest.mark.parametrize("face", [SONG, HEI])
def test_the_base_face_prints_ordinary_forms(face: Face) -> None:
    """基本字体够印平常的表。"""
    held = held_by(face)
    assert len(characters.gb2312()) == 7445
    assert characters.gb2312() <= held
    assert {ord(sign) for sign in FORM_SIGNS} <= held


def test_one_file_for_each_family() -> None:
    """每个字族只有一个文件。"""
    # 同族同粗细有两个文件时，WeasyPrint 会画错字。
    assert len({face.family for face in FACES}) == len(FACES)
    for face in FACES:
        names = TTFont(face.path, lazy=True)["name"]
        assert (names.getDebugName(1), names.getDebugName(2)) == (face.family, "Regular")
        assert "Open Font License" in names.getDebugName(13)


def test_the_fonts_are_small() -> None:
    """字体总共不大。"""
    assert sum(face.path.stat().st_size for face in FACES) < 14_000_000


def test_the_table_of_coverage_is_that_of_the_fonts() -> None:
    """查字表与字体一致。"""
    base = held_by(SONG) & held_by(HEI)
    both = base | held_by(SONG_EXT) & held_by(HEI_EXT)
    for code in range(0x20, 0x30000):
        if 0xD800 <= code < 0xE000 or chr(code).isspace():
            continue
        character = chr(code)
        if code in both:
            assert not uncovered(character), hex(code)
            assert needs_extension(character) is (code not in base), hex(code)


def test_missing_characters_are_told_once_in_order() -> None:
    """没有的字按出现次序报一次。"""
    assert uncovered("推广𰻝𰻝面，喜报😀；私用区\ue000；朝鲜文가") == ["𰻝", "😀", "\ue000", "가"]
    assert uncovered("职责\n\t零宽\u200b连字\u2060\ufeff异体\ufe0f") == []


def test_the_extension_is_for_rare_characters() -> None:
    """生僻字才用扩展字体。"""
    assert not needs_extension("部门（单位）整体支出绩效目标表 ≥ 95% ①㎡")
    assert needs_extension("喆")
    assert needs_extension("𬭎")
    assert not needs_extension("😀")


def test_looking_up_loads_no_font_library() -> None:
    """查字不用加载字体库。"""
    code = (
        "import sys; from goaldsl.emit.coverage import uncovered; uncovered('喆😀');"
        "sys.exit(any(name in sys.modules for name in ('fontTools', 'weasyprint')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_licence_comes_with_the_fonts() -> None:
    """授权文件随字体走。"""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "fonts.subset" in (FOLDER / "FONTLOG.txt").read_text(encoding="utf-8")

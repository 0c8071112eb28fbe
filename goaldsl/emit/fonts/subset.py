"""Cuts our faces out of Noto CJK and writes the table of what they cover.

    python -m goaldsl.emit.fonts.subset /usr/share/fonts/opentype/noto

The folder holds NotoSerifCJK-Regular.ttc and NotoSansCJK-Regular.ttc (Debian: fonts-noto-cjk). Same input
and same fontTools, same bytes.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from goaldsl.emit.fonts import FOLDER, HEI, HEI_EXT, SONG, SONG_EXT, Face, characters
from goaldsl.emit.fonts.drawn import draw

COVERAGE_LIMIT = 0x30000  # one bit for each code point of the planes 0 to 2
_STROKES = {"GD Song": 40.0, "GD Hei": 66.0}  # of □ in the two designs
_KEPT_NAMES = (0, 5, 8, 9, 11, 13, 14)  # copyright, version, maker, designer, links, licence


def main(arguments: list[str]) -> int:
    """Write the four faces and `coverage.bin` into this folder."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    covered = []
    for source, base_face, ext_face in (
        ("NotoSerifCJK-Regular.ttc", SONG, SONG_EXT),
        ("NotoSansCJK-Regular.ttc", HEI, HEI_EXT),
    ):
        base = cut(folder / source, base_face, characters.base())
        rest = cut(folder / source, ext_face, characters.extension())
        covered.append((base, rest))
    (song, song_ext), (hei, hei_ext) = covered
    base = song & hei
    write_coverage(base, (song_ext & hei_ext) - base)
    return 0


def cut(source: Path, face: Face, wanted: frozenset[int]) -> frozenset[int]:
    """Write the subset of `source` that holds `wanted`; the code points it really has."""
    font = _simplified_chinese(source)
    draw(font, _STROKES[face.family.removesuffix(" Ext")])
    options = Options()
    options.hinting = False  # the PDF is subset again without hints
    options.layout_features = []
    options.name_IDs = list(_KEPT_NAMES)
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "GPOS", "GSUB", "GDEF", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & font.getBestCmap().keys())
    subsetter.subset(font)
    _rename(font, face)
    font.recalcTimestamp = False
    font.save(face.path, reorderTables=True)
    return frozenset(font.getBestCmap())


def write_coverage(base: Iterable[int], rest: Iterable[int]) -> None:
    """Two bit maps, base and extension, one after the other, deflated."""
    maps = bytearray()
    for codes in (base, rest):
        bits = bytearray(COVERAGE_LIMIT // 8)
        for code in codes:
            bits[code >> 3] |= 1 << (code & 7)
        maps += bits
    (FOLDER / "coverage.bin").write_bytes(zlib.compress(bytes(maps), 9))


def _simplified_chinese(source: Path) -> TTFont:
    for index, font in enumerate(TTCollection(source, lazy=True).fonts):
        family = font["name"].getDebugName(1) or ""
        if family.endswith(" SC") and "Mono" not in family:
            return TTFont(source, fontNumber=index, lazy=True)
    raise SystemExit(f"{source}: no Simplified Chinese face")


def _rename(font: TTFont, face: Face) -> None:
    """Our own family name, so that no installed Noto is ever taken for it."""
    postscript = face.path.stem
    names: Any = font["name"]
    for name_id, text in (
        (1, face.family),
        (2, "Regular"),
        (3, postscript),
        (4, face.family),
        (6, postscript),
    ):
        names.setName(text, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName = top.FamilyName = face.family


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

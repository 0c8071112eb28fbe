"""Looks at a PDF as a reader does: as pictures. The text layer may be right where the page is painted wrong."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageDraw, ImageFont

from goaldsl.emit.fonts import FACES

DARK = 128
_SCALE = 8  # pixels per point for glyphs
_SIZE = 9 * _SCALE
_GRID = 16  # glyphs are compared on a raster of this size
_ASCENT, _DESCENT = 0.9, 0.15  # of the em, enough for any Chinese character


@dataclass(frozen=True)
class Glyph:
    """A character as a page paints it."""

    character: str
    picture: bytes


def pages(pdf: bytes, scale: int = 2) -> list[Image.Image]:
    """Each page in grey, `scale` pixels per point."""
    return [
        page.render(scale=scale, grayscale=True).to_pil().convert("L") for page in pdfium.PdfDocument(pdf)
    ]


def texts(pdf: bytes) -> list[str]:
    """The text of each page without white space and line ends."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(pdf)]


def glyphs(pdf: bytes) -> Iterator[Glyph]:
    """Every character of the document, cut out of its page."""
    for page in pdfium.PdfDocument(pdf):
        picture = page.render(scale=_SCALE, grayscale=True).to_pil().convert("L")
        text = page.get_textpage()
        for index in range(text.count_chars()):
            character = _character(text, index)
            if character.isspace() or not character.isprintable():
                continue
            x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_MATRIX()
            pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium_c.FPDFText_GetMatrix(text, index, matrix)
            size = pdfium_c.FPDFText_GetFontSize(text, index) * matrix.a * _SCALE
            left, _, right, _ = text.get_charbox(index, loose=True)
            baseline = (page.get_height() - y.value) * _SCALE
            yield Glyph(
                character, _raster(picture, x.value * _SCALE, baseline, (right - left) * _SCALE, size)
            )


def _character(text: pdfium.PdfTextPage, index: int) -> str:
    """PDFium counts in UTF-16: a rare character has two places, and the second is none."""
    unit = pdfium_c.FPDFText_GetUnicode(text, index)
    if 0xD800 <= unit < 0xDC00:
        low = pdfium_c.FPDFText_GetUnicode(text, index + 1)
        return chr(0x10000 + (unit - 0xD800 << 10) + low - 0xDC00)
    return " " if 0xDC00 <= unit < 0xE000 else chr(unit)


def drawn(character: str, family: str) -> bytes:
    """The same character drawn from our font file alone."""
    return _drawn(character, family)


@cache
def _drawn(character: str, family: str) -> bytes:
    font = _font(family)
    picture = Image.new("L", (3 * _SIZE, 3 * _SIZE), 255)
    ImageDraw.Draw(picture).text((_SIZE, 2 * _SIZE), character, font=font, fill=0, anchor="ls")
    return _raster(picture, _SIZE, 2 * _SIZE, font.getlength(character), _SIZE)


@cache
def _font(family: str) -> ImageFont.FreeTypeFont:
    face = next(face for face in FACES if face.family == family)
    return ImageFont.truetype(str(face.path), _SIZE)


def _raster(picture: Image.Image, left: float, baseline: float, width: float, size: float) -> bytes:
    box = (left, baseline - _ASCENT * size, left + width, baseline + _DESCENT * size)
    return picture.resize((_GRID, _GRID), Image.Resampling.BOX, box=box).tobytes()


def distance(one: bytes, other: bytes) -> float:
    """0 for the same picture, 1 for black against white."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / (255 * len(one))


def dark_runs(picture: Image.Image, y: int) -> int:
    """The longest unbroken dark stretch in the row of pixels `y`."""
    longest = run = 0
    for value in picture.crop((0, y, picture.width, y + 1)).tobytes():
        run = run + 1 if value < DARK else 0
        longest = max(longest, run)
    return longest


def is_dark(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether the box has ink."""
    return min(picture.crop(box).tobytes(), default=255) < DARK

"""Which characters go into the base faces and which into the extension faces."""

from __future__ import annotations

from goaldsl.emit.fonts import FOLDER

# Blocks a form draws on beyond GB 2312: punctuation, units, marks, numbered circles, boxes, full-width forms.
_FORM_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A: ² ³ µ ± × ÷ and pinyin
    (0x01CD, 0x01DC),  # pinyin with the third tone
    (0x02C6, 0x02DD),
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation: — … ‰ ′ ″ ※
    (0x2070, 0x209F),  # raised and lowered digits
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # ℃ № Ⅰ ½
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≥ ≤ ≧ ≦ ≠ ≈ √ ∑
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),  # ① ⑴ ⒈
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x259F),
    (0x25A0, 0x25FF),  # □ ■ ○ ● ◇ △
    (0x2600, 0x26FF),  # ☆ ★ ☐ ☑ ☒
    (0x2700, 0x27BF),  # ✓ ✗ ➀ ❶
    (0x2B00, 0x2BFF),
    (0x2E80, 0x2FDF),  # radicals: text copied out of a PDF often carries ⼯ for 工
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # ㈠ ㊀ ㎡ ㎞
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF01, 0xFF60),  # full-width forms
    (0xFFE0, 0xFFE6),
    (0xFFFD, 0xFFFD),
)
_HAN = (0x4E00, 0x9FFF)


def gb2312() -> frozenset[int]:
    """GB 2312: 6 763 Han characters and 682 others."""
    return _double_byte("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))


def gbk() -> frozenset[int]:
    """GBK: GB 2312, the 20 902 Han characters of Unicode 1.1 and the symbols of Windows 936."""
    return _double_byte("gbk", range(0x81, 0xFF), range(0x40, 0xFF))


def general_standard() -> frozenset[int]:
    """通用规范汉字表 (2013): 8 105 characters."""
    text = (FOLDER / "tgh-2013.txt").read_text(encoding="utf-8")
    return frozenset(ord(character) for character in text if character != "\n")


def base() -> frozenset[int]:
    """What nearly every form is written in."""
    blocks = (code for first, last in _FORM_BLOCKS for code in range(first, last + 1))
    return gb2312().union(blocks)


def extension() -> frozenset[int]:
    """The rest: names of persons and places, traditional characters."""
    return general_standard().union(gbk(), range(_HAN[0], _HAN[1] + 1)) - base()


def _double_byte(codec: str, leads: range, trails: range) -> frozenset[int]:
    pairs = (bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails)
    # A lead that is no lead leaves its trail byte standing alone as ASCII.
    return frozenset(ord(pair) for pair in pairs if len(pair) == 1 and ord(pair) >= 0x80)

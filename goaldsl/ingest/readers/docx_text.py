"""The words of a Word paragraph: text, symbols, equations, breaks, drop-downs and automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goaldsl.ingest.readers.symbols import symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

# wrappers that add nothing: what they hold belongs to what is around them
_WRAPPERS = frozenset(
    W + tag
    for tag in (
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "customXml",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
    )
)
# what the accepted document does not show
INVISIBLE = frozenset(
    [W + tag for tag in ("del", "moveFrom", "delText", "delInstrText", "instrText", "rt", "txbxContent", "sdtPr", "rPr", "pPr", "tcPr")]
)  # fmt: skip
_DIGITS = "零一二三四五六七八九"


def through(element: Any) -> Iterator[Any]:
    """The children of an element, reached through content controls and accepted insertions."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _WRAPPERS:
            yield from through(child)
        elif child.tag not in INVISIBLE:
            yield child


def number(properties: Any, name: str) -> int:
    """A number among the properties of a row or cell, 0 where there is none."""
    element = properties.find(W + name) if properties is not None else None
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), 400) if value.isdigit() else 0


def truth(properties: Any, name: str) -> bool:
    """Whether an on/off property is on."""
    element = properties.find(W + name) if properties is not None else None
    return element is not None and element.get(W + "val", "true") not in ("0", "false", "off")


def paragraph_text(paragraph: Any, numbering: Numbering) -> str:
    """What a paragraph shows, its automatic number included."""
    text = "".join(_shown(paragraph))
    return numbering.label(paragraph) + text if text.strip() else text


def _shown(element: Any) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in INVISIBLE:
            continue
        if tag == W + "sdt" and truth(child.find(W + "sdtPr"), "showingPlcHdr"):
            continue  # 选择一项: nobody has chosen yet
        if tag == W + "r" and truth(child.find(W + "rPr"), "vanish"):
            continue
        if tag in (W + "t", M + "t"):
            yield _in_font(child)
        elif tag == W + "sym":
            yield symbol(child.get(W + "font", ""), int(child.get(W + "char", "20"), 16))
        elif tag in (W + "br", W + "cr"):
            yield "\n"
        elif tag in (W + "tab", W + "ptab"):
            yield " "
        elif tag == W + "noBreakHyphen":
            yield "-"
        elif tag == W + "fldChar":
            yield _form_field(child)
        elif tag.endswith("}checkbox") and tag.startswith(W14):
            continue
        elif not tag.endswith("}Fallback"):
            yield from _shown(child)


def _in_font(text: Any) -> str:
    """The words of a run; in a symbol font its letters are places of other characters."""
    words: str = text.text or ""
    run = text.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    font = fonts.get(W + "ascii", "") if fonts is not None else ""
    if font.casefold() == "symbol" or font.casefold().startswith("wingding"):
        return "".join(
            symbol(font, ord(each)) if ord(each) < 0x100 or 0xF000 <= ord(each) <= 0xF0FF else each
            for each in words
        )
    return words


def _form_field(begin: Any) -> str:
    """The choice in an old drop-down field or box, which has no text of its own."""
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        entries = [each.get(W + "val", "") for each in choices.findall(W + "listEntry")]
        chosen = choices.find(W + "result")
        chosen = chosen if chosen is not None else choices.find(W + "default")
        index = int(chosen.get(W + "val", "0")) if chosen is not None else 0
        return entries[index] if index < len(entries) else ""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    return (
        "☑" if truth(box, "checked") or (box.find(W + "checked") is None and truth(box, "default")) else "□"
    )


class Numbering:
    """Automatic numbers of paragraphs (1、 (一)), which stand in no text. Counts as it is asked, in reading order."""

    def __init__(self, part: Any) -> None:
        self._levels: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._seen: dict[int, str] = {}
        if part is None:
            return
        abstract = {each.get(W + "abstractNumId"): each for each in part.findall(W + "abstractNum")}
        for each in part.findall(W + "num"):
            link = each.find(W + "abstractNumId")
            target = abstract.get(link.get(W + "val")) if link is not None else None
            for level in target.findall(W + "lvl") if target is not None else ():
                text, form = level.find(W + "lvlText"), level.find(W + "numFmt")
                self._levels[each.get(W + "numId"), level.get(W + "ilvl", "0")] = (
                    text.get(W + "val", "") if text is not None else "",
                    form.get(W + "val", "decimal") if form is not None else "decimal",
                    number(level, "start") or 1,
                )

    def label(self, paragraph: Any) -> str:
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None:
            return ""
        identity, depth = properties.find(W + "numId"), properties.find(W + "ilvl")
        level = depth.get(W + "val", "0") if depth is not None else "0"
        key = (identity.get(W + "val", "") if identity is not None else "", level)
        if key not in self._levels:
            return ""
        if id(paragraph) not in self._seen:  # a paragraph may be asked for twice
            text, form, start = self._levels[key]
            self._counts[key] = self._counts.get(key, start - 1) + 1
            for other in [each for each in self._counts if each[0] == key[0] and each[1] > level]:
                del self._counts[other]
            self._seen[id(paragraph)] = self._filled(key[0], text, form)
        return self._seen[id(paragraph)]

    def _filled(self, identity: str, text: str, form: str) -> str:
        if form == "bullet":
            return ""
        for level in range(9):
            count = self._counts.get((identity, str(level)))
            if count is not None:
                kind = self._levels[identity, str(level)][1]
                text = text.replace(f"%{level + 1}", _counted(count, kind))
        return text


def _counted(count: int, form: str) -> str:
    if (
        form.startswith(("chinese", "japaneseCounting", "taiwaneseCounting", "ideographDigital"))
        and count < 100
    ):
        tens, ones = divmod(count, 10)
        ten = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
        return ten + (_DIGITS[ones] if ones or not tens else "")
    if form.startswith("decimalEnclosedCircle") and count <= 20:
        return chr(0x245F + count)
    if form in ("lowerLetter", "upperLetter") and count <= 26:
        return chr((96 if form == "lowerLetter" else 64) + count)
    return str(count)

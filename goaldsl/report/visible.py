"""Text that is safe and honest on a screen: what cannot be seen, or would act on the terminal, is spelt out."""

from __future__ import annotations

import re
import unicodedata

# Cc controls, Cf format characters (zero-width, direction), Cs lone surrogates, line and paragraph separators.
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_NO_CHARACTERS = "\ufffe\uffff"  # not allowed in XML
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_LONGEST_MESSAGE = 2000  # a finding may quote a name of any length
_TAB = "    "


def visible(character: str) -> str:
    """The character itself if it can be seen, else its number: `<U+200B>`; a tab is four spaces."""
    if character == "\t":
        return _TAB
    if unicodedata.category(character) in _HIDDEN_CATEGORIES or character in _NO_CHARACTERS:
        return _spelt(character)
    return character


def visible_text(text: str) -> str:
    """`text` with everything hidden spelt out; line ends stay."""
    if text.isprintable():
        return text
    return "".join(each if each == "\n" else visible(each) for each in text)


def message_text(text: str) -> str:
    """A message as people read it: nothing hidden, and cut in the middle when it quotes something endless."""
    if len(text) > _LONGEST_MESSAGE:
        half = _LONGEST_MESSAGE // 2
        text = f"{text[:half]}…{text[-half:]}"
    return visible_text(text)


def one_line(text: str) -> str:
    """A message on one line."""
    return message_text(" ".join(text.split("\n")))


def encodable(text: str) -> str:
    """`text` as it is, except that half a surrogate pair (a file name of odd bytes) is spelt out."""
    return _LONE_SURROGATES.sub(lambda found: _spelt(found.group()), text)


def _spelt(character: str) -> str:
    return f"<U+{ord(character):04X}>"

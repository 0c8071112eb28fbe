"""The style sheets: `form.css` is the printed form, `screen.css` the same form on a screen."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent
FORM = (_FOLDER / "form.css").read_text(encoding="utf-8")
SCREEN = (_FOLDER / "screen.css").read_text(encoding="utf-8")


def page_size(*, landscape: bool) -> str:
    """The rule for the paper."""
    return f"@page{{size:A4 {'landscape' if landscape else 'portrait'}}}"

"""`goaldsl explain`: what a code means, why it matters, what to do."""

from __future__ import annotations

import sys

from goaldsl.catalog import guess
from goaldsl.cli.session import CLEAN, UNABLE, language, say
from goaldsl.report.pages import render_page
from goaldsl.service.codes import all_codes


def explain(word: str | None, lang: str | None) -> int:
    """Print the pages of a code or slug, or the list of all codes; returns the exit status."""
    chosen = language(lang)
    codes = all_codes()
    if word is None:
        for code in codes:
            title = code.title.zh if chosen == "zh" else code.title.en
            sys.stdout.write(f"{code.code}  {code.slug}  {title}\n")
        return CLEAN
    # A slug is a name within its family: a missing target is said by a check and by the comparison of years.
    found = [code for code in codes if word.upper() == code.code or word.lower() == code.slug]
    if found:
        sys.stdout.write("\n".join(render_page(code, chosen) for code in found))
        return CLEAN
    near = guess(word, [name for code in codes for name in (code.code, code.slug)])
    if chosen == "zh":
        say(f"没有代码“{word}”。{near.asked.zh if near else ''}用 goaldsl explain 看全部代码。")
    else:
        asked = f"; {near.asked.en}" if near else "."
        say(f"There is no code “{word}”{asked} goaldsl explain lists all codes.")
    return UNABLE

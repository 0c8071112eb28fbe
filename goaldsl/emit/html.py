"""The official table as one HTML file: to read on a screen, a telephone's too, and to print as the form."""

from __future__ import annotations

from html import escape

from goaldsl.emit.markup import body
from goaldsl.emit.styles import FORM, SCREEN, page_size
from goaldsl.model.table import Table

# What Windows, WPS, macOS, Linux and telephones call a Song and a Hei face.
_SONG = '"SimSun","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC",serif'
_HEI = '"SimHei","Heiti SC","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC",sans-serif'
FACES = f":root{{--song:{_SONG};--hei:{_HEI}}}\n"
_STYLE = f"{FACES}{FORM}{SCREEN}"


def render_html(table: Table) -> str:
    """The whole file. It draws on nothing outside itself and takes the reader's own fonts."""
    title = escape(" ".join(f"{table.title} {table.subtitle}".split()))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(table.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="goaldsl">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}{page_size(landscape=table.landscape)}\n</style>\n</head>\n"
        f"<body>\n{body(table)}\n</body>\n</html>\n"
    )

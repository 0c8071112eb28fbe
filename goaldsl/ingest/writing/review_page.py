"""`‹名称›.导入核对.html`: the source's grid, each cell marked with what became of it. To be printed and held beside."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from goaldsl.ingest.document import Document, Grid, Page
from goaldsl.ingest.reading.result import Doubt, Fate, FormRead

_CLASSES = {Fate.PLACED: "placed", Fate.INFERRED: "inferred", Fate.DOUBTED: "doubted", Fate.NOTED: "noted"}
_STYLE = """
body { font-family: "Noto Serif CJK SC", SimSun, serif; margin: 1.5em; color: #111; }
table { border-collapse: collapse; margin: .6em 0 1.2em; }
td { border: 1px solid #777; padding: .25em .5em; vertical-align: top; white-space: pre-wrap; max-width: 28em; }
td small { display: block; color: #333; font-size: .75em; }
.inferred { background: #fff3c4; } .doubted { background: #ffd8b0; font-weight: bold; }
.noted { background: #e4e4e4; text-decoration: underline dotted; } .elsewhere { color: #777; }
p { margin: .3em 0; } .legend span { padding: .1em .6em; margin-right: .8em; border: 1px solid #777; }
@media print { @page { size: A4 landscape; margin: 12mm; } body { margin: 0; font-size: 10pt; }
  .inferred { border: 2px dashed #000; } .doubted { border: 3px solid #000; } .noted { border: 1px dotted #000; } }
""".strip()


def review_page(
    name: str, document: Document, forms: Sequence[FormRead], doubts: Sequence[Doubt], counted: str
) -> str:
    """The page of a file."""
    fates = {number: fate for form in forms for number, fate in form.fates.items()}
    parts = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN"><head><meta charset="utf-8">',
        f"<title>{escape(name)} 导入核对</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(name)} 导入核对</h1><p>{escape(counted)}</p>",
        '<p class="legend"><span>照放</span><span class="inferred">推断</span><span class="doubted">待核</span>'
        '<span class="noted">没处放（已入注释）</span></p>',
    ]
    if doubts:
        listed = "".join(
            f"<li>“{escape(each.original)}”（{escape(each.place)}）→ {escape(each.reading)}</li>"
            for each in doubts
        )
        parts.append(f"<h2>待核</h2><ol>{listed}</ol>")
    number = 0
    for page in document.pages:
        lines, number = _page(page, number, fates)
        parts += lines
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _page(page: Page, number: int, fates: dict[int, tuple[Fate, str]]) -> tuple[list[str], int]:
    parts = [f"<h2>{escape(page.name)}</h2>"] if page.name else []
    for block in page.blocks:
        if not isinstance(block, Grid):
            parts.append(f"<p{_mark(fates.get(number))}>{escape(block.text)}{_note(fates.get(number))}</p>")
            number += 1
            continue
        rows = []
        for row in block.rows:
            cells = []
            column = 0
            for cell in row.cells:
                words = bool(cell.text.strip())
                fate = fates.get(number) if words else None
                gap = (
                    "<td></td>" * max(cell.column - column, 0)
                    if block.aligned and not row.cells[0].column
                    else ""
                )
                column = cell.column + cell.colspan
                cells.append(
                    gap + _cell(cell.text, cell.rowspan, cell.colspan, fate if words else (Fate.PLACED, ""))
                )
                number += words
            rows.append("<tr>" + "".join(cells) + "</tr>")
        parts += ["<table>", *rows, "</table>"]
    return parts, number


def _cell(text: str, down: int, across: int, fate: tuple[Fate, str] | None) -> str:
    spans = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
    return f"<td{spans}{_mark(fate)}>{escape(text)}{_note(fate)}</td>"


def _mark(fate: tuple[Fate, str] | None) -> str:
    return f' class="{_CLASSES[fate[0]] if fate else "elsewhere"}"'


def _note(fate: tuple[Fate, str] | None) -> str:
    """What it became, where that is not plain to see."""
    if fate is None or fate[0] is Fate.PLACED or not fate[1]:
        return ""
    return f"<small>{escape(fate[0].value)}：{escape(fate[1][:60])}</small>"

"""The official table as PDF/A-3u, by WeasyPrint, with our own fonts; the same input gives the same bytes."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import escape
from typing import Any

from goaldsl.emit import engine
from goaldsl.emit.coverage import MISSING, needs_extension, uncovered
from goaldsl.emit.fonts import HEI, HEI_EXT, SONG, SONG_EXT, Face
from goaldsl.emit.markup import Layout, body
from goaldsl.emit.pages import paginate
from goaldsl.emit.styles import FORM, page_size
from goaldsl.model.table import Table

_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # attachments need a date; a build has no clock


class Relationship(StrEnum):
    """What an attached file is to the page."""

    DATA = "Data"
    SOURCE = "Source"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    content: bytes
    media_type: str
    relationship: Relationship
    description: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the properties of the PDF say besides the title."""

    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    generator: str = "goaldsl"


_RADICALS = range(0x2E80, 0x2FE0)
_NO_METADATA = Metadata()


def render_pdf(
    table: Table, attachments: tuple[Attachment, ...] = (), metadata: Metadata = _NO_METADATA
) -> bytes:
    """The pages; raises `EngineUnavailable` where this machine cannot make them."""
    weasyprint = engine.weasyprint()
    files = sorted(attachments, key=_name_key)
    pdf: bytes = paginate(table, _engine(weasyprint, metadata)).write_pdf(
        pdf_variant="pdf/a-3u",
        pdf_tags=True,
        attachments=[
            weasyprint.Attachment(
                string=file.content,
                name=file.name,
                description=file.description,
                created=_EPOCH,
                modified=_EPOCH,
            )
            for file in files
        ],
        finisher=_finisher(files),
    )
    return pdf


def _engine(weasyprint: Any, metadata: Metadata) -> Callable[[Table, Layout], Any]:
    def draw(table: Table, layout: Layout) -> Any:
        text = (
            f"<!DOCTYPE html><html lang={_quote(table.language)}>{_head(table, metadata)}"
            f"<body>{body(table, layout)}</body></html>"
        )
        text = text.translate(_substitutes(text))
        return weasyprint.HTML(string=text).render(
            font_config=engine.fonts(), stylesheets=[_style(extended=needs_extension(text))]
        )

    return draw


def _substitutes(text: str) -> dict[int, str]:
    """A mark for what no font has; 工 for the radical ⼯, which shares its glyph and would garble copied text."""
    marks = {ord(character): MISSING for character in uncovered(text)}
    radicals = (character for character in set(text) if ord(character) in _RADICALS)
    return marks | {ord(radical): unicodedata.normalize("NFKC", radical) for radical in radicals}


def _head(table: Table, metadata: Metadata) -> str:
    names = {
        "author": metadata.author,
        "description": metadata.subject,
        "keywords": ", ".join(metadata.keywords),
        "generator": metadata.generator,
    }
    tags = "".join(f"<meta name={name} content={_quote(text)}>" for name, text in names.items() if text)
    title = escape(" ".join(f"{table.title} {table.subtitle}".split()))
    return f"<head><title>{title}</title>{tags}<style>{page_size(landscape=table.landscape)}</style></head>"


def _quote(text: str) -> str:
    return f'"{escape(text)}"'


@cache
def _style(*, extended: bool) -> Any:
    """The form's style, parsed once; the extension faces, twice as big as the base, only where needed."""
    song = (SONG, SONG_EXT) if extended else (SONG,)
    hei = (HEI, HEI_EXT) if extended else (HEI,)
    for face in (*song, *hei):
        engine.load(face)
    text = f":root{{--song:{_families(song)};--hei:{_families(hei)}}}{FORM}"
    return engine.weasyprint().CSS(string=text, font_config=engine.fonts())


def _families(faces: tuple[Face, ...]) -> str:
    return ",".join(f'"{face.family}"' for face in faces)


def _finisher(files: list[Attachment]) -> Callable[[Any, Any], None]:
    """What WeasyPrint 70 leaves to be put right before the file is written."""

    def finish(document: Any, pdf: Any) -> None:
        names = pdf.catalog.get("Names", {})
        names.pop("Dests", None)  # the anchors of the rows served the layout only
        if not names:
            pdf.catalog.pop("Names", None)
        if "AF" in pdf.catalog:  # each attachment is listed twice
            pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
        if files:
            _describe(files, pdf)
        for cell in _cells(document):
            _scope(cell)

    return finish


def _describe(files: list[Attachment], pdf: Any) -> None:
    """Give each attachment its own type and relationship, and a name that readers can decode."""
    tree = pdf.objects[int(pdf.catalog["Names"]["EmbeddedFiles"].split()[0])]["Names"]
    found = (item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Filespec")
    for position, (file, specification) in enumerate(zip(files, found, strict=True)):
        tree[2 * position] = specification["F"] = specification["UF"]
        specification["AFRelationship"] = f"/{file.relationship}"
        stream = pdf.objects[int(specification["EF"]["F"].split()[0])]
        stream.extra["Subtype"] = "/" + file.media_type.replace("/", "#2f")


def _name_key(file: Attachment) -> tuple[bool, bytes]:
    """The order of names in a PDF name tree: by their bytes, which are ASCII or marked UTF-16."""
    return not file.name.isascii(), file.name.encode("utf-16-be")


def _cells(document: Any) -> Iterator[Any]:
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element is not None and box.element_tag in ("th", "td") and hasattr(box, "mark"):
                yield box


def _scope(cell: Any) -> None:
    """Say of a heading whether it heads a row or a column; WeasyPrint's own table of headers forgets rowspans."""
    attributes = cell.mark["A"]
    attributes.pop("Headers", None)
    scope = cell.element.get("scope", "")
    if scope:
        attributes["Scope"] = "/Row" if scope.startswith("row") else "/Column"

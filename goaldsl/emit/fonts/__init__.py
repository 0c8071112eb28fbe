"""The faces that print the official table: Song for text, Hei for labels and the title.

`subset.py` cuts them out of Noto CJK; `FONTLOG.txt` says from which release and with which changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `extension` faces hold the rarer characters and are loaded only when one is met.

    A family has one file only: WeasyPrint keys embedded fonts by family, weight and style, and paints the
    glyphs of a second file of the same key from the first one, silently.
    """

    family: str
    file: str
    extension: bool

    @property
    def path(self) -> Path:
        return FOLDER / self.file


SONG = Face("GD Song", "GDSong-Regular.otf", extension=False)
HEI = Face("GD Hei", "GDHei-Regular.otf", extension=False)
SONG_EXT = Face("GD Song Ext", "GDSongExt-Regular.otf", extension=True)
HEI_EXT = Face("GD Hei Ext", "GDHeiExt-Regular.otf", extension=True)
FACES = (SONG, HEI, SONG_EXT, HEI_EXT)

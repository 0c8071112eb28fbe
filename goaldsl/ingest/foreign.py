"""Which files are forms in other formats, by name; what they are is told by their content."""

from __future__ import annotations

SUFFIXES = (
    ".docx", ".doc", ".wps", ".rtf", ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".odt", ".html", ".htm", ".mht", ".mhtml",
    ".pdf", ".md", ".csv", ".txt",
)  # fmt: skip
_LITTER = ("~$", ".~", ".", "Thumbs.db", "desktop.ini", "__MACOSX")
_OURS = (".导入核对.html", ".待整理.txt")


def is_foreign(name: str) -> bool:
    """Whether a file of this name is a form in another format."""
    return name.lower().endswith(SUFFIXES)


def is_submitted(name: str) -> bool:
    """Whether a file that lies in a folder is a form somebody sent: no lock file, no file of the system, none of ours."""
    return is_foreign(name) and not is_litter(name) and not name.endswith(_OURS)


def is_litter(name: str) -> bool:
    """Lock files of open documents, thumbnails and the like."""
    return name.startswith(_LITTER)

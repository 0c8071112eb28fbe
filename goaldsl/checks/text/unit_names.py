"""Names of departments and units: the one a title begins with, and whether two names mean the same body."""

from __future__ import annotations

import re
import unicodedata

_TITLED = (  # compiled for a form with a title of its own
    r"^([一-鿿（）()]{2,40}?(?:委员会|办公室|管理处|服务中心|中心|学校|大学|中学|小学|医院|大队|支队|部|局|厅|委|院|馆|站|所|处|镇|乡|街道))"
    r"(?=\d{4}|年度|部门|整体|项目|单位|绩效|预算|专项|财政)"
)
_CODE = re.compile(r"^[\dA-Za-z]+[-—_ ]*|\[\d+\]$|[（(]\d+[）)]$")
_AFFIX = re.compile(r"本级|机关|办公室$|办公厅$|本部|[（）()\[\]【】\s·“”\"、，。]")


def titled_unit(title: str) -> str:
    """The unit a title begins with (“成安县民政局2020年度…表”: 成安县民政局), "" when there is none."""
    match = re.match(_TITLED, title.strip())
    return match[1] if match else ""


def same_unit(one: str, other: str) -> bool:
    """Whether the names differ only by code, region, 本级/机关/办公室, or by shortening (县委组织部)."""
    first, second = _core(one), _core(other)
    shorter, longer = sorted((first, second), key=len)
    return _is_subsequence(shorter, longer)


def _core(name: str) -> str:
    normal = unicodedata.normalize("NFKC", name.strip())
    return _AFFIX.sub("", _CODE.sub("", normal))


def _is_subsequence(shorter: str, longer: str) -> bool:
    characters = iter(longer)
    return all(character in characters for character in shorter)

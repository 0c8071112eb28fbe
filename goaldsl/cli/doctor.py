"""`goaldsl doctor`: what this machine can do, and the command that installs what is missing."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from goaldsl import __version__
from goaldsl.cli.session import CLEAN, UNABLE, language
from goaldsl.emit.engine import probe
from goaldsl.service.git_setup import missing


def doctor(lang: str | None) -> int:
    """Print what works and what does not; returns 2 when PDF cannot be made."""
    zh = language(lang) == "zh"
    lines = [f"goaldsl {__version__} · Python {platform.python_version()} · {platform.system()}"]
    capabilities = probe()
    for capability in capabilities:
        message = capability.message.zh if zh else capability.message.en
        lines.append(f"{'✓' if capability.ok else '✗'} {message}")
        if not capability.ok and capability.command:
            lines.append(f"    {capability.command}")
    lacking = missing(Path())
    if lacking:
        what = "、".join(lacking)
        lines.append(f"! 这个仓库里还没有设好：{what}" if zh else f"! not set in this repository: {what}")
        lines.append("    goaldsl init --git")
    able = all(capability.ok for capability in capabilities)
    if zh:
        lines.append(
            "一切就绪，可以生成 HTML、PDF 和 JSON。"
            if able
            else "可以生成 HTML 和 JSON；PDF 还缺上面打 ✗ 的几项。"
        )
    else:
        lines.append(
            "Ready for HTML, PDF and JSON." if able else "HTML and JSON work; PDF needs what is marked ✗."
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return CLEAN if able else UNABLE

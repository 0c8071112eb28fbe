"""The explanation of every kind of finding as a page: what `goaldsl explain` prints and `grammar/checks/` holds."""

from __future__ import annotations

from collections.abc import Iterable

from goaldsl.diagnostics import Code, Message, Preset, Severity
from goaldsl.report import Language
from goaldsl.report.words import SEVERITY

_PRESETS = {
    Preset.DRAFT: Message("草案", "draft"),
    Preset.REVIEW: Message("送审", "review"),
    Preset.FROZEN: Message("批复", "frozen"),
}
_SILENT = Message("不报", "silent")
_HEADINGS = {
    "## 作用": "## What it finds",
    "## 为什么": "## Why",
    "## 示例": "## Example",
    "## 改法": "## Remedy",
    "## 依据": "## Source",
}
_FAMILIES = (
    ("GS", Message("读文本", "Reading the text")),
    ("GB1", Message("对照指标体系、表样和计量单位", "Binding to taxonomy, form and units")),
    ("GB", Message("赋分规则", "Scoring rules")),
    ("GC1", Message("完整性", "Completeness")),
    ("GC2", Message("相关性", "Relevance")),
    ("GC3", Message("适当性", "Adequacy")),
    ("GC4", Message("可行性", "Feasibility")),
    ("GC5", Message("表样自己的规定", "The form's own rules")),
    ("GR", Message("赋分规则的分析", "Analysis of rules")),
    ("GA", Message("实际值", "Actual values")),
    ("GD", Message("逐年变化", "Changes")),
    ("GI", Message("导入", "Import")),
    ("GK", Message("配置和数据文件", "Settings and data files")),
    ("GX", Message("本机", "This machine")),
)
_NOTICE = "<!-- 由 python -m goaldsl.cli.pages 生成，请勿手改。 -->\n"


def render_page(code: Code, language: Language = "zh") -> str:
    """The page of one code as Markdown. The explanation itself is Chinese in both languages."""
    title, other = code.title if language == "zh" else reversed(code.title)
    page = code.page.strip()
    if language == "en":
        for chinese, english in _HEADINGS.items():
            page = page.replace(chinese, english)
    return f"# {code.code} {title}\n\n`{code.slug}` · {other}\n\n{_severities(code, language)}\n\n{page}\n"


def pages(codes: Iterable[Code]) -> dict[str, str]:
    """The files of the folder of pages, by name: one per code, and the index."""
    ordered = sorted(codes, key=lambda code: code.code)
    return {
        **{f"{code.code}.md": f"{_NOTICE}\n{render_page(code)}" for code in ordered},
        "README.md": _index(ordered),
    }


def _severities(code: Code, language: Language) -> str:
    words = [_severity(code, preset) for preset in _PRESETS]
    if language == "en":
        header = ("Preset", *(preset.en for preset in _PRESETS.values()))
        return _table(header, [("Severity", *(word.en for word in words))])
    header = ("口径", *(preset.zh for preset in _PRESETS.values()))
    return _table(header, [("级别", *(word.zh for word in words))])


def _severity(code: Code, preset: Preset) -> Message:
    severity: Severity | None = code.severities.under(preset)
    return SEVERITY[severity] if severity else _SILENT


def _index(codes: list[Code]) -> str:
    """All codes by family, with their severities under the three presets."""
    header = ("代码", "短名", "题目", "Title", *(preset.zh for preset in _PRESETS.values()))
    parts = [
        _NOTICE,
        "# 检查与诊断代码\n",
        "`goaldsl explain 代码` 显示其中一页。级别：强制性（error）必须改正，提示性（warning）应当核对，建议（hint）供参考；"
        "口径由 `状态` 或 `--preset` 选定。代码一经发布不再改作他用。\n",
    ]
    left = codes
    for prefix, name in _FAMILIES:
        rows = [_row(code) for code in left if code.code.startswith(prefix)]
        left = [code for code in left if not code.code.startswith(prefix)]
        if rows:
            parts.append(f"## {name.zh}\n\n{_table(header, rows)}\n")
    assert not left, f"no family for {left[0].code}"
    return "\n".join(parts)


def _row(code: Code) -> tuple[str, ...]:
    page = f"[{code.code}]({code.code}.md)"
    grades = (_severity(code, preset).zh for preset in _PRESETS)
    return (page, f"`{code.slug}`", code.title.zh, code.title.en, *grades)


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = (header, ("---",) * len(header), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)

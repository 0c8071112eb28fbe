"""The `goaldsl.toml` that `goaldsl init` writes: what most projects set, each line with its meaning."""

from __future__ import annotations

from typing import Any

import tomli_w

_HEAD = "# goaldsl 项目配置。这里写各份申报表共同的默认值；申报表里写了的，以申报表为准。"


def default_config_text(form: str, year: int | None = None, stage: str = "草案", language: str = "zh") -> str:
    """The text of a new `goaldsl.toml`; `form` is the name of a form edition, such as 芷江."""
    settings: list[tuple[str, dict[str, Any]]] = [
        ("表样：印成哪一种表格；分值方案和指标体系随表样而定", {"form": form}),
        ("审核口径：草案、送审、批复", {"stage": stage}),
        ("提示信息的语言：zh 中文，en 英文", {"language": language}),
        ("生成哪些文件：html、pdf、json", {"formats": ["html", "pdf", "json"]}),
        ("是否把 .goal 原文附在 PDF 里", {"attach_source": False}),
        ("提示性问题是否也算不通过", {"strict": False}),
    ]
    if year is not None:
        settings.insert(1, ("年度：申报表没有写年度时用", {"year": year}))
    parts = [f"# {comment}\n{tomli_w.dumps(value, multiline_strings=False)}" for comment, value in settings]
    return "\n".join([f"{_HEAD}\n", *parts, _TAIL])


_TAIL = """\
# 本项目的句式，例如：
# [wording]
# "按比例" = "达到计划值得满分{分值}分，否则按{比例}*指标分值计分。"

# 本项目自己的计量单位、表样、分值方案，写法同内置数据，例如：
# [[unit]]
# names = ["客"]
# dimension = "count"
#
# [forms."本县"]
# extends = "湖南"
# title = "本县部门整体支出绩效目标表"
"""

"""`goaldsl init`: a new project with its configuration and a declaration to begin with."""

from __future__ import annotations

from pathlib import Path

from goaldsl.catalog import load, similar
from goaldsl.catalog.default_config import default_config_text
from goaldsl.cli.session import CLEAN, UNABLE, language, say
from goaldsl.project.clock import this_year
from goaldsl.project.files import reason, write
from goaldsl.project.workspace import CONFIG_NAME

_EXAMPLE = """\
# 一份申报表，一个文件。# 后面是批注，不会印出来。改好后运行：goaldsl build
部门 某某局
年度 {year}

职责
  1、贯彻执行有关方针政策和法律法规
  2、开展调查研究，提出工作建议

年度目标
  - [调研] 围绕中心工作开展调查研究，完成调研报告3篇

经济成本指标 部门预算支出金额 <= 100 万元 分值 20 赋分 每超10%扣2分
  解释 决算支出总额，按决算报表口径

数量指标 调研报告完成篇数 >= 3 篇 score 10 rule ratio
  对应目标 调研
  解释 当年完成并印发的调研报告篇数

填表人
联系电话
填表日期
单位负责人
"""
_IGNORE = "/out/\n"


def init(folder: Path, form: str, year: int | None, lang: str | None) -> int:
    """Write the files of a new project; files that are there already stay as they are."""
    zh = language(lang) == "zh"
    catalog = load()
    if catalog.form(form) is None:
        guess = similar(form, catalog.form_names())
        listed = "、".join(catalog.form_names())
        hint = f"是不是“{guess}”？" if guess else f"可用的有：{listed}"
        say(f"没有表样“{form}”。{hint}" if zh else f"There is no form “{form}”. {hint}")
        return UNABLE
    chosen = year or this_year()
    files = {
        CONFIG_NAME: default_config_text(form, None, language="zh" if zh else "en"),
        f"goals/{chosen}/某某局.goal": _EXAMPLE.format(year=chosen),
        ".gitignore": _IGNORE,
    }
    for name, text in files.items():
        path = folder / name
        if path.exists():
            say(f"已有 {name}，没有改动" if zh else f"{name} exists, left as it is")
            continue
        try:
            write(path, text.encode())
        except OSError as error:
            why = reason(error)
            say(f"写不进 {path}：{why.zh}" if zh else f"cannot write {path}: {why.en}")
            return UNABLE
        say(f"写好 {name}" if zh else f"wrote {name}")
    say("下一步：goaldsl build" if zh else "Next: goaldsl build")
    return CLEAN

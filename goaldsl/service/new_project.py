"""new_project: the files that a project begins with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl.catalog.default_config import default_config_text
from goaldsl.project.files import write
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


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the project: written, there already (then left as it is), or refused by the system."""

    name: str
    written: bool
    error: OSError | None = None


def new_project(folder: Path, form: str, year: int, language: str) -> Iterator[Placed]:
    """Write the files one by one; stops at the first that cannot be written."""
    files = {
        CONFIG_NAME: default_config_text(form, None, language=language),
        f"goals/{year}/某某局.goal": _EXAMPLE.format(year=year),
        ".gitignore": _IGNORE,
    }
    for name, text in files.items():
        path = folder / name
        if path.exists():
            yield Placed(name, written=False)
            continue
        try:
            write(path, text.encode())
        except OSError as error:
            yield Placed(name, written=False, error=error)
            return
        yield Placed(name, written=True)

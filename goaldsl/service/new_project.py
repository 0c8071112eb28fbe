"""new_project: the files that a project begins with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl.catalog import load
from goaldsl.catalog.default_config import default_config_text
from goaldsl.model.form import Place
from goaldsl.project.files import write
from goaldsl.project.workspace import CONFIG_NAME

_EXAMPLE = """\
# 一份申报表，一个文件。# 后面是批注，不会印出来。改好后运行：goaldsl build
部门 某某局
年度 {year}
{duties}
年度目标
  - [调研] 围绕中心工作开展调查研究，完成调研报告3篇
  - [培训] 组织业务培训4期，考核合格率不低于95%

经济成本指标 人均培训成本 <= 300 元/人 分值 20 赋分 每超5%扣5分
  对应目标 培训
  解释 培训支出总额/培训人数

数量指标 调研报告完成篇数 >= 3 篇 score 10 rule ratio
  对应目标 调研
  解释 当年完成并印发的调研报告篇数
数量指标 业务培训期数 >= 4 期 分值 10 赋分 按比例
  对应目标 培训
  解释 当年组织的业务培训期数，以通知和签到表为准
质量指标 培训考核合格率 >= 95% 分值 10 赋分 每低1%扣1分
  对应目标 培训
  解释 考核合格人数/参加培训人数×100%
时效指标 调研报告印发时间 截止 {year}-10-31 分值 10 赋分 每推迟10天扣2分
  对应目标 调研
  解释 最后一篇调研报告的印发日期

社会效益指标 调研建议采纳率 >= 60% 分值 20 赋分 按比例
  对应目标 调研
  解释 被采纳的建议条数/提出的建议条数×100%

服务对象满意度指标 参训人员满意度 >= 90% 分值 10 赋分 每低1%扣1分
  对应目标 培训
  解释 每期培训后发放问卷，满意和比较满意的份数/回收份数×100%

{sign_off}"""
_DUTIES = """\

职责
  1、贯彻执行有关方针政策和法律法规
  2、开展调查研究，提出工作建议
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
        f"goals/{year}/某某局.goal": _example(form, year),
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


def _example(name: str, year: int) -> str:
    """A declaration that the form prints whole: its own duties and sign-off cells, no others."""
    form = load().form(name)
    assert form is not None  # the caller asked for one that there is
    printed = {spec.key for spec in form.fields if spec.place is not Place.NOWHERE}
    signed = (spec for spec in form.fields if spec.place in (Place.SIGN_OFF, Place.BELOW) and not spec.bureau)
    return _EXAMPLE.format(
        year=year,
        duties=_DUTIES if "duties" in printed else "",
        sign_off="".join(f"{spec.label}\n" for spec in signed),
    )

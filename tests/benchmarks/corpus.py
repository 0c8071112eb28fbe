"""Declarations of any size to measure with: realistic ones of three lines an indicator, or plain one-liners."""

from __future__ import annotations

from pathlib import Path

_HEAD = """\
部门 第{file}测试局
年度 2026

年度目标
  - 围绕中心工作开展调查研究，完成调研报告{file}篇以上，培训干部200人次

"""
_REALISTIC = (
    "数量指标 第{row}类调研报告完成篇数 >= {amount} 篇 分值 2 赋分 按比例\n"
    "  解释 当年完成并印发的第{row}类调研报告篇数，以办公室登记为准\n"
    "  备注 见年度计划第{row}项\n",
    "质量指标 第{row}类文件差错率 <= {amount} ‰ 分值 2\n"
    "  赋分 每超1‰扣0.5分\n"
    "  解释 退文、更正的文件数÷印发文件总数×1000‰\n",
    "社会效益指标 第{row}项工作提升服务水平 定性 效果明显 分值 2\n"
    "  赋分 分档 效果明显 2, 效果一般 1\n"
    "  解释 由办公室会同服务对象代表评议\n",
    "服务对象满意度指标 第{row}类服务对象满意度 >= 95% 分值 2\n"
    "  赋分 满意度达95%以上得2分，每下降1%扣0.1分，扣完为止。\n"
    "  解释 年末发放问卷，满意份数÷有效份数×100%\n",
)
_PLAIN = ("数量指标 第{row}类调研报告完成篇数 >= {amount} 篇 score 10 rule ratio\n",)
_BROKEN = ("数量指标 第{row}类调研报告完成篇数 >= {amount} scroe 10 rule ratio\n",)


def write(folder: Path, files: int, rows: int, kind: str = "realistic") -> Path:
    """Write `files` declarations of `rows` indicators; kind: realistic, plain or broken. Returns the project."""
    lines = {"realistic": _REALISTIC, "plain": _PLAIN, "broken": _BROKEN}[kind]
    goals = folder / "goals" / "2026"
    goals.mkdir(parents=True)
    (folder / "goaldsl.toml").write_text("", "utf-8")
    for file in range(1, files + 1):
        body = "".join(lines[row % len(lines)].format(row=row, amount=row + 3) for row in range(1, rows + 1))
        (goals / f"单位{file:04d}.goal").write_text(_HEAD.format(file=file) + body, "utf-8")
    return folder

"""A day's check of three declarations, with every kind of finding: what the printers are shown to print."""

from __future__ import annotations

from goaldsl.diagnostics import (
    ERROR,
    HINT,
    WARNING,
    Code,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Message,
    Related,
    Severity,
)
from goaldsl.model.place import NOWHERE, Span
from goaldsl.report import Report
from goaldsl.source import Source

OFFICE = "goals/2026/县委办公室.goal"
BUREAU = "goals/2026/档案 局.goal"
CLEAN = "goals/2025/组织部.goal"
LAST_YEAR = "goals/2025/县委办公室.goal"
APPROVED = "批复/县委办公室.json"
UNREADABLE = "goals/2026/密码局.goal"

OFFICE_TEXT = """\
部门 中共芷江侗族自治县委员会办公室
年度 2026

数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
质量指标 工作质量达标率 = 100 篇 分值 5 赋分 按比例
社会效益指标 政府执行力不断提高 定性 效果明显 分值 10
  解释 考核政府执行力情况。
数量指标 调研报告的完成篇数 >= 5 篇 分值 10 赋分 按比例
满意度指标 下级党委满意度 >= 95% 分值 10
"""
LAST_YEAR_TEXT = """\
部门 中共芷江侗族自治县委员会办公室
年度 2025
数量指标 调研报告完成篇数 >= 4 篇 分值 10 赋分 按比例
"""
BUREAU_TEXT = "部门 档案局\n年度 2026\n时效指标 工作完成时间 截止 2026-12-31 分值 10"

SHARE_UNIT = Code(
    "GC501",
    "share-without-percent",
    Message("率的计量单位应为%", "a share is given in percent"),
    ERROR,
    "## 作用\n达标率、合格率一类的指标，计量单位应为 %。\n",
)
SAME_NAME = Code(
    "GC110", "same-name", Message("指标名称重复", "two indicators of one name"), ERROR, "## 作用\n……\n"
)
WRONG_CLASS = Code(
    "GB104", "unknown-class", Message("没有这个二级指标", "no such class"), ERROR, "## 作用\n……\n"
)
LOWERED = Code(
    "GD101", "target-relaxed", Message("目标放宽", "the target is relaxed"), WARNING, "## 作用\n……\n"
)
YEAR_END = Code(
    "GC402", "deadline-at-year-end", Message("时限就是年底", "deadline at the year's end"), HINT, ""
)
NO_SIGN_OFF = Code("GC108", "no-sign-off", Message("没有签章栏", "no sign-off"), WARNING, "## 作用\n……\n")
UNREADABLE_FILE = Code(
    "GS003", "not-text", Message("文件读不出来", "the file cannot be read"), ERROR, "## 作用\n……\n"
)


def where(text: str, words: str, after: str = "") -> Span:
    """The span of `words` in `text`, the first one behind `after`."""
    start = text.index(words, text.index(after) + len(after))
    return Span(start, start + len(words))


def findings() -> list[Diagnostic]:
    unit = where(OFFICE_TEXT, "篇", "= 100 ")
    share = Finding(
        SHARE_UNIT,
        unit,
        Message(
            "“工作质量达标率”是比率，计量单位却是“篇”", "“工作质量达标率” is a share, but its unit is “篇”"
        ),
        label=Message("应为 %", "should be %"),
        notes=(
            Message("达标率说的是占比，只能以 % 或 ‰ 计量", "a share is measured in % or ‰"),
            Message(
                "填报说明：度量单位为数字后字符串，如“个”、“%”", "form notes: the unit follows the number"
            ),
        ),
        remedy=Message("把“篇”改为“%”", "replace “篇” by “%”"),
        fix=Fix(Message("把“篇”改为“%”", "replace “篇” by “%”"), (Edit(unit, "%"),)),
    )
    name = where(OFFICE_TEXT, "调研报告的完成篇数")
    same = Finding(
        SAME_NAME,
        name,
        Message("两个指标说的是同一件事", "two indicators say the same"),
        related=(
            Related(where(OFFICE_TEXT, "调研报告完成篇数"), Message("第一次写在这里", "first written here")),
        ),
        remedy=Message("删去一个，或写清两者的区别", "delete one, or say how they differ"),
        fix=Fix(
            Message("删去第二个", "delete the second"),
            (Edit(where(OFFICE_TEXT, "数量指标 调研报告的完成篇数 >= 5 篇 分值 10 赋分 按比例\n"), ""),),
            safe=False,
        ),
    )
    unknown = Finding(
        WRONG_CLASS,
        where(OFFICE_TEXT, "满意度指标"),
        Message("没有叫“满意度指标”的二级指标", "there is no class “满意度指标”"),
        label=Message("您是说“服务对象满意度指标”吗？", "did you mean “服务对象满意度指标”?"),
    )
    deadline = Finding(
        YEAR_END,
        where(BUREAU_TEXT, "2026-12-31"),
        Message("全年都算按时：12月31日之前完成的都得满分", "any day of the year is in time"),
    )
    unsigned = Finding(NO_SIGN_OFF, NOWHERE, Message("缺少填表人和联系电话", "the sign-off is missing"))
    unreadable = Finding(
        UNREADABLE_FILE,
        NOWHERE,
        Message("这个文件不是文本：第 1 个字节就读不懂", "not a text: its first byte cannot be read"),
        remedy=Message("用记事本打开，另存为 UTF-8", "open it in an editor and save it as UTF-8"),
    )
    now, before = where(OFFICE_TEXT, ">= 3"), where(LAST_YEAR_TEXT, ">= 4")
    lowered = Finding(
        LOWERED,
        now,
        Message("“调研报告完成篇数”的目标从 ≥4 放宽到 ≥3", "the target fell from ≥4 to ≥3"),
        related=(
            Related(before, Message("去年的目标在这里", "last year's target"), LAST_YEAR),
            Related(NOWHERE, Message("批复的也是 ≥4", "approved: ≥4"), APPROVED),
        ),
        fix=Fix(
            Message("两年都写 ≥ 4 篇", "write ≥ 4 in both years"),
            (Edit(now, "≥ 4"), Edit(before, "≥ 4", LAST_YEAR)),
            safe=False,
        ),
    )
    return [
        Diagnostic(Severity.WARNING, OFFICE, lowered),
        Diagnostic(Severity.ERROR, UNREADABLE, unreadable),
        Diagnostic(Severity.HINT, BUREAU, deadline),
        Diagnostic(Severity.WARNING, BUREAU, unsigned),
        Diagnostic(Severity.ERROR, OFFICE, same),
        Diagnostic(Severity.ERROR, OFFICE, share),
        Diagnostic(Severity.ERROR, OFFICE, unknown),
        Diagnostic(Severity.ERROR, OFFICE, share),  # the same cause again: printed once
    ]


def report() -> Report:
    texts = {OFFICE: OFFICE_TEXT, BUREAU: BUREAU_TEXT, CLEAN: "部门 县委组织部\n", LAST_YEAR: LAST_YEAR_TEXT}
    return Report(
        tuple(findings()),
        (CLEAN, OFFICE, BUREAU, UNREADABLE),
        {path: Source(path, text) for path, text in texts.items()},
        version="0.1.0",
        pages="grammar/checks",
    )

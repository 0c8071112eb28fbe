"""Every keyword of the language in Chinese and English: one table for the parser, messages, fmt and the guide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class ClauseKind(StrEnum):
    """The clauses of an indicator; the value is the name used in the model and in JSON."""

    SCORE = "score"
    RULE = "rule"
    CRITERION = "criterion"
    EXPLANATION = "explanation"
    REMARK = "remark"
    SUPPORTS = "supports"
    SOURCE = "source"
    WAS = "was"
    ID = "id"
    ACCEPT = "accept"
    UNSURE = "unsure"
    ANNUAL = "annual"
    MIDTERM = "midterm"
    HALF_YEAR = "half_year"
    LAST_YEAR = "last_year"
    YEAR_BEFORE = "year_before"
    AREA = "area"


class TaskPart(StrEnum):
    """What is said of a task."""

    CONTENT = "content"
    BUDGET = "budget"
    FISCAL = "fiscal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword: the Chinese word `fmt` writes, its aliases, its English spelling."""

    chinese: str
    aliases: tuple[str, ...]
    english: str

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.chinese, *self.aliases, self.english)


CLAUSES: dict[ClauseKind, Keyword] = {
    ClauseKind.SCORE: Keyword("分值", ("权重",), "score"),
    ClauseKind.RULE: Keyword("赋分", ("评分",), "rule"),
    ClauseKind.CRITERION: Keyword("评分标准", ("标准", "评（扣）分标准", "评/扣分标准"), "criterion"),
    ClauseKind.EXPLANATION: Keyword("解释", ("指标解释",), "explanation"),
    ClauseKind.REMARK: Keyword("备注", (), "remark"),
    ClauseKind.SUPPORTS: Keyword("对应目标", ("支撑",), "supports"),
    ClauseKind.SOURCE: Keyword("数据来源", ("来源",), "source"),
    ClauseKind.WAS: Keyword("上年名称", ("原名",), "was"),
    ClauseKind.ID: Keyword("编号", (), "id"),
    ClauseKind.ACCEPT: Keyword("说明", (), "accept"),
    ClauseKind.UNSURE: Keyword("待核", (), "unsure"),
    ClauseKind.ANNUAL: Keyword(
        "年度", ("全年", "本年", "年度指标值", "全年指标值", "全年（程）指标值", "本年指标值"), "annual"
    ),
    ClauseKind.MIDTERM: Keyword(
        "中期",
        (
            "中期指标值", "中期目标值", "实施期", "实施期指标值", "实施期目标值", "长期指标值", "总体指标值",
        ),
        "midterm",
    ),
    ClauseKind.HALF_YEAR: Keyword("半年", ("半年指标值", "半年（程）指标值"), "half-year"),
    ClauseKind.LAST_YEAR: Keyword("上年", ("上年指标值", "上年度"), "last-year"),
    ClauseKind.YEAR_BEFORE: Keyword("前年", ("前年指标值",), "year-before"),
    ClauseKind.AREA: Keyword("地区", ("区域",), "area"),
}  # fmt: skip

FURTHER = (
    ClauseKind.MIDTERM,
    ClauseKind.HALF_YEAR,
    ClauseKind.LAST_YEAR,
    ClauseKind.YEAR_BEFORE,
    ClauseKind.AREA,
)
"""The clauses that say a second target."""

FURTHER_WORDS = tuple(word for kind in (ClauseKind.ANNUAL, *FURTHER) for word in CLAUSES[kind].spellings)

TASK_PARTS: dict[TaskPart, Keyword] = {
    TaskPart.CONTENT: Keyword("内容", ("主要内容",), "content"),
    TaskPart.BUDGET: Keyword("预算", ("预算金额", "金额", "总额"), "budget"),
    TaskPart.FISCAL: Keyword("财政拨款", (), "fiscal"),
    TaskPart.OTHER: Keyword("其他资金", ("其他",), "other"),
}

STATEMENTS: dict[str, Keyword] = {
    "indicator": Keyword("指标", (), "indicator"),
    "retired": Keyword("停用", (), "retired"),
    "wording": Keyword("句式", (), "wording"),
    "accept": Keyword("说明", (), "accept"),
    "unsure": Keyword("待核", (), "unsure"),
    "task": Keyword("任务", ("任务名称",), "task"),
}

# Clauses that may stand more than once in an indicator.
REPEATABLE = frozenset((ClauseKind.ACCEPT, ClauseKind.UNSURE, ClauseKind.AREA))

# Head words whose value picks how the file is read; they stand like fields but belong to no form.
SETTINGS: dict[str, Keyword] = {
    "year": Keyword("年度", ("年份",), "year"),
    "form": Keyword("表样", (), "form"),
    "taxonomy": Keyword("指标体系", (), "taxonomy"),
    "profile": Keyword("分值方案", (), "profile"),
    "title": Keyword("表名", (), "title"),
    "stage": Keyword("状态", (), "stage"),
}

STAGES: dict[str, Keyword] = {
    "draft": Keyword("草案", (), "draft"),
    "review": Keyword("送审", (), "review"),
    "frozen": Keyword("批复", (), "frozen"),
}

TARGETS: dict[str, Keyword] = {
    "deadline": Keyword("截止", (), "by"),
    "quality": Keyword("定性", (), "is"),
    "exactly": Keyword("恰为", (), "exactly"),
    "range": Keyword("至", (), ".."),
}

LAYOUT: dict[str, Keyword] = {
    "joined": Keyword("接排", (), "joined"),
    "separate": Keyword("分段", (), "separate"),
}

# The words of a rule, by what they begin; written out in grammar/rule.tx.
SHAPES: dict[str, Keyword] = {
    "ratio": Keyword("按比例", (), "ratio"),
    "pass": Keyword("直接赋分", ("达标",), "pass"),
    "deduct": Keyword("扣分", (), "deduct"),
    "award": Keyword("得分", (), "award"),
    "grade": Keyword("分档", ("分级",), "grade"),
    "bands": Keyword("按区间", ("区间",), "bands"),
    "points": Keyword("插值", (), "points"),
    "checklist": Keyword("逐项", ("清单",), "checklist"),
    "judged": Keyword("按评判等级", ("评判",), "judged"),
    "manual": Keyword("人工", ("酌情",), "manual"),
}
BASES: dict[str, Keyword] = {
    "attainment": Keyword("完成率", (), "attainment"),
    "deviation": Keyword("偏差率", (), "deviation"),
    "late": Keyword("逾期", (), "late"),
    "change": Keyword("变动率", (), "change"),
    "count": Keyword("发生", (), "count"),
}
MODIFIERS: dict[str, Keyword] = {
    "floor": Keyword("及格", (), "floor"),
    "cutoff": Keyword("低于", (), "cutoff"),
    "of": Keyword("以", (), "of"),
    "tolerance": Keyword("允许", ("允许偏差",), "tolerance"),
    "cap": Keyword("最多扣", ("最多得", "最多"), "cap"),
    "base": Keyword("基础分", (), "base"),
    "bonus": Keyword("加分", (), "bonus"),
    "started": Keyword("不足按一步", (), "started"),
    "pro rata": Keyword("不足按比例", (), "pro rata"),
    "signed": Keyword("可倒扣", (), "signed"),
    "else": Keyword("否则", ("否则得",), "else"),
    "linear": Keyword("线性", (), "linear"),
    "inverse": Keyword("反比", (), "inverse"),
    "per": Keyword("每", (), "per"),
    "over": Keyword("超", ("超过", "超出", "增加", "多", "推迟", "延迟", "晚", "逾期"), "over"),
    "short": Keyword("少", ("低", "下降", "降低", "减少", "不足", "缺"), "short"),
    "full": Keyword("满分", (), "full"),
    "less": Keyword("扣", (), "less"),
}


def normalised(word: str) -> str:
    """A keyword as the shadow shows it: half-width, without the colon and blanks behind it."""
    return word.rstrip(" \t\v:")


_CLAUSE_WORDS = {
    spelling.replace("（", "(").replace("）", ")"): kind
    for kind, keyword in CLAUSES.items()
    for spelling in keyword.spellings
}


def clause_kind(word: str) -> ClauseKind:
    """The clause that a keyword of the shadow begins."""
    return _CLAUSE_WORDS[normalised(word)]


def task_part(word: str) -> TaskPart:
    """The part of a task that a keyword of the shadow begins; 其中： and a unit in brackets belong to paper."""
    bare = _PAPER.sub("", normalised(word))
    return next(part for part, keyword in TASK_PARTS.items() if bare in keyword.spellings)


_PAPER = re.compile(r"^其中\s*:\s*|\s*\([^()]*\)$")
CLAUSE_WORDS: tuple[str, ...] = tuple(_CLAUSE_WORDS)

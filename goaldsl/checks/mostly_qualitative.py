"""定性指标过多。

## 作用
时效指标以外，一半以上的指标，或者一半以上的分值是定性的，报一条。不足五行的表不检查。

## 为什么
定性指标由人评判，等级词又大多相近；占到一半以上，得分主要取决于评的人，而不是工作。

## 示例
```goal
部门 县委办公室
年度 2026
表样 芷江
数量指标 调研报告完成篇数 >= 3 篇 分值 10
数量指标 办理公文件数 >= 900 件 分值 10
社会效益指标 执行力提高 定性 效果明显 分值 20
经济效益指标 促进发展 定性 效果明显 分值 20
可持续影响指标 长期影响 定性 效果明显 分值 20
```
三行定性，60 分；两行定量，20 分。

## 改法
把能数、能量、能查的改成定量指标，例如把“执行力提高”换成“督查事项按期办结率”。确实只能定性的，分档写清每一档看什么。

## 依据
财预〔2015〕88号：绩效指标应当细化量化，尽量进行定量表述，不能以量化形式表述的才采用定性的分级分档形式。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message, Related
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import DeadlineTarget, PeriodTarget, QualityTarget

CODE = documented(
    "GC351",
    "mostly-qualitative",
    Message("定性指标过多", "most indicators are qualitative"),
    UNFINISHED_WARNING,
    __doc__,
)
_FEWEST = 5


def check(facts: Facts) -> Iterator[Finding]:
    rows = [row for row in facts.indicators if not _is_of_time(row)]
    quality = [row for row in rows if isinstance(row.target, QualityTarget)]
    points, of_quality = _points(rows), _points(quality)
    if len(rows) < _FEWEST or (2 * len(quality) <= len(rows) and 2 * of_quality <= points):
        return
    share = f"，{of_quality:f} 分（共 {points:f} 分）" if points else ""
    english = f", {of_quality:f} of {points:f} points" if points else ""
    first, *others = quality
    yield Finding(
        CODE,
        first.name.span,
        Message(
            f"时效指标以外的 {len(rows)} 行里有 {len(quality)} 行是定性的{share}",
            f"{len(quality)} of {len(rows)} rows besides timeliness are qualitative{english}",
        ),
        notes=(
            Message(
                "财预〔2015〕88号：尽量定量表述，不能量化的才用定性的分级分档形式。",
                "财预〔2015〕88号: quantify as far as possible; grade only what cannot be counted.",
            ),
        ),
        remedy=Message(
            "把能数、能量、能查的改成定量指标，例如“督查事项按期办结率”。",
            "Replace what can be counted or checked by numbers.",
        ),
        related=tuple(Related(row.name.span, Message("也是定性的", "qualitative too")) for row in others),
    )


def _is_of_time(row: Indicator) -> bool:
    timely = row.category is not None and row.category.level2 == "时效指标"
    return timely or isinstance(row.target, DeadlineTarget | PeriodTarget)


def _points(rows: list[Indicator]) -> Decimal:
    return sum((row.score.value for row in rows if row.score), Decimal(0)).normalize()


CHECK = Check(CODE, check, counts=True)

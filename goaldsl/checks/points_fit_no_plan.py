"""Points that do not come to what the general plan asks for, where nobody chose a plan.

## 作用
文件、项目和表样都没有定分值方案，分值与通用方案不符时提醒，并列出相符的方案。

## 为什么
各地的方案不同：有的合计 100 分，有的 90 分、80 分，另加预算执行率 10 分或 20 分。没有定方案，不能说分值错了。

## 示例
```goal
数量指标 培训班次 >= 4 期 分值 70
社会效益指标 群众办事便利程度 定性 明显提高 分值 20
```

## 改法
写一行 `分值方案 …` 定下方案；当地的方案不在里面，在 `goaldsl.toml` 里登记。

## 依据
分值方案所据的文件：财预〔2021〕101号、财预〔2020〕10号，及各地的表样。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.plans import compared, fitting, is_chosen, plan_of, shown, told_elsewhere
from goaldsl.diagnostics import UNFINISHED_WARNING, Finding, Message

CODE = documented(
    "GC112",
    "points-fit-no-plan",
    Message("没有定分值方案", "no plan of points was chosen"),
    UNFINISHED_WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    scored = [row for row in facts.indicators if row.score is not None]
    if not scored or is_chosen(facts):
        return
    plan = plan_of(facts)
    lines = compared(facts, plan)
    if not any(line.off and not told_elsewhere(line, facts, plan) for line in lines):
        return
    row = scored[0]
    has = lines[-1].has
    yield Finding(
        CODE,
        row.score.span if row.score else row.span,
        Message(
            f"没有定分值方案；分值合计 {has:f} 分，与通用的{plan.name.zh}不符",
            f"no plan was chosen; {has:f} points do not fit {plan.name.en}",
        ),
        notes=(
            Message(
                f"对照（{plan.source}）：" + "，".join(map(shown, lines)) + "。",
                f"Points, and what they would come to: {', '.join(map(shown, lines))}.",
            ),
            *fitting(facts, plan),
        ),
        remedy=Message("写一行“分值方案 …”，定下用哪个方案。", "Say which plan holds: 分值方案 …."),
    )


CHECK = Check(CODE, check, counts=True)

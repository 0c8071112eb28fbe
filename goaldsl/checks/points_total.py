"""Points against the profile, per first level and in total.

## 作用
把分值按一级指标相加，与分值方案逐类、合计比较，差多少都报。一份表只报一次，附对照表。

## 为什么
分值方案规定了各类各占多少分，合计不对，系统不收，自评也合不上 100 分。

## 示例
```goal
表样 芷江
数量指标 培训班次 >= 4 期 分值 40
质量指标 培训合格率 >= 95% 分值 10
```
芷江县的方案里产出指标共 30 分。

## 改法
按对照表增减分值。用的是别的方案，写一行 `分值方案 …`，例如 `分值方案 国家2021不设成本`；标题写了分数的
（`产出指标（50分）`），按标题的分数核对。还有指标没写分值、必设的一类还没写时，差额不在这里重复报。
文件、项目、表样都没有定分值方案的，见 GC112。

## 依据
分值方案所据的文件：财预〔2021〕101号、财预〔2020〕10号，及各地的表样。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.plans import compared, fitting, is_chosen, plan_of, shown, told_elsewhere
from goaldsl.diagnostics import UNFINISHED, Finding, Message

CODE = documented(
    "GC106",
    "points-total",
    Message("分值与方案不符", "the points differ from the profile"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    scored = [row for row in facts.indicators if row.score is not None]
    if not scored or not is_chosen(facts):
        return
    plan = plan_of(facts)
    lines = compared(facts, plan)
    off = [line for line in lines if line.off and not told_elsewhere(line, facts, plan)]
    if not off:
        return
    row = next((row for row in scored if row.category and row.category.level1 == off[0].name), scored[0])
    yield Finding(
        CODE,
        row.score.span if row.score else row.span,
        Message(
            f"分值与{plan.name.zh}不符："
            + "；".join(f"{line.name} {line.has:f} 分，应为 {line.should:f} 分" for line in off),
            f"the points differ from {plan.name.en}: "
            + "; ".join(f"{line.name} {line.has:f} instead of {line.should:f}" for line in off),
        ),
        notes=(
            Message(
                f"对照（{plan.source}）：" + "，".join(map(shown, lines)) + "。",
                f"Points, and what they should come to: {', '.join(map(shown, lines))}.",
            ),
            *fitting(facts, plan),
        ),
        remedy=Message(
            "按上面的对照增减分值；用的是别的方案，就写一行“分值方案 …”。",
            "Adjust the points, or name the profile in use: 分值方案 ….",
        ),
    )


CHECK = Check(CODE, check, counts=True)

"""成本上限高于预算。

## 作用
表头写了预算（资金总额）的，与“部门预算支出金额”“总成本”“项目总投资”一类的成本上限逐元比较，上限高于预算的报出。
单位成本、三公经费、基本支出等分项不比较；跨年项目的总成本、总投资不与当年预算比较；只写了本级预算的，加上级资金和上年结转再比。

## 为什么
按这样的指标，超预算也不扣分。预算法不许无预算、超预算支出。

## 示例
```goal
表样 项目
年度 2026
项目名称 社区老年助餐服务
主管部门 某区民政局
年度资金总额 735 万元
经济成本指标 项目总成本 <= 800 万元 分值 20
```

## 改法
核对两处金额，改成一致。金额不会自动改动。

## 依据
《预算法》第十三条：各级政府、各部门、各单位的支出必须以经批准的预算为依据，未列入预算的不得支出；财预〔2015〕88号：绩效目标与预算资金相应匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.budget import ceilings_and_budget, in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import ERROR, Finding, Message, Related

CODE = documented(
    "GC450",
    "ceiling-above-budget",
    Message("成本上限高于预算", "a cost ceiling above the budget"),
    ERROR,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for row, target, ceiling, budget in ceilings_and_budget(facts):
        if ceiling > budget.most:
            yield Finding(
                CODE,
                target.amount_span,
                Message(
                    f"“{row.name.value}”的上限 {in_wan(ceiling)} 高于{budget.words} {in_wan(budget.most)}",
                    f"the ceiling {in_wan(ceiling)} of “{row.name.value}” is above the budget {in_wan(budget.most)}",
                ),
                notes=(
                    Message(
                        "超出的部分没有预算；支出必须以经批准的预算为依据（预算法第十三条）。",
                        "There is no budget for the rest (Budget Law, article 13).",
                    ),
                ),
                remedy=Message("核对两处金额，改成一致。", "Make the two amounts agree."),
                related=(Related(budget.field.text.span, Message("预算在这里", "the budget is here")),),
            )


CHECK = Check(CODE, check)

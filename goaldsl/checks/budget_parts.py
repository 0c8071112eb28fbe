"""资金的各部分加起来不等于总额。

## 作用
表头分项写了资金的，逐元核对：

- 财政拨款与其他资金（连同写出的上级资金、上年结转）之和应等于总额；
- 基本支出与项目支出之和应等于总额；
- 中央、省（市）、地方资金之和应等于总额或财政拨款；
- 财政拨款、其他资金、基本支出、项目支出，哪一项都不应大于总额。

一组里有一项没写或读不懂的（如“854万854万”），不求和；总额是整个项目的、财政拨款是当年的，也不求和。

## 为什么
总额与分项对不上，审核人不知道该按哪个数批，汇总也会出错。

## 示例
```goal
表样 项目
年度 2026
项目名称 基层科技人员培训
主管部门 某部
年度资金总额 480 万元
其中：财政拨款 450 万元
其他资金 20 万元
```
450 加 20 是 470，不是 480。

## 改法
核对后改正其中一项。金额不会自动改动。

## 依据
财预〔2015〕88号附表：年度资金总额，其中财政拨款、其他资金。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.amounts import alike_in_digits
from goaldsl.checks.budget import amount, in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import ERROR, Finding, Message, Related
from goaldsl.model.declaration import Declaration

CODE = documented(
    "GC452",
    "budget-parts",
    Message("资金分项与总额不符", "the parts of the budget do not add up"),
    ERROR,
    __doc__,
)
_BY_ORIGIN = ("fiscal_funds", "other_funds")
_PERHAPS_BESIDES = ("upper_funds", "carried_over")
_BY_USE = ("basic_spending", "project_spending")
_BY_LEVEL = ("central_funds", "provincial_funds", "local_funds")
_REMEDY = Message("核对后改正其中一项。", "Correct one of them.")


def check(facts: Facts) -> Iterator[Finding]:
    declaration = facts.declaration
    total = amount(declaration, "budget")
    if total is None or alike_in_digits(facts):
        return
    parts = ((key, amount(declaration, key)) for key in (*_BY_ORIGIN, *_BY_USE))
    larger = [key for key, part in parts if part is not None and part > total]
    if larger:
        yield _larger(declaration, larger[0], total)
        return
    besides = [value for key in _PERHAPS_BESIDES if (value := amount(declaration, key)) is not None]
    fiscal = amount(declaration, "fiscal_funds") or total
    if not _of_another_period(declaration):
        yield from _unequal(declaration, _BY_ORIGIN, total, besides)
    yield from _unequal(declaration, _BY_USE, total, [])
    if _sum(declaration, _BY_LEVEL) != fiscal:
        yield from _unequal(declaration, _BY_LEVEL, total, besides)


def _unequal(
    declaration: Declaration, keys: tuple[str, ...], total: Decimal, besides: list[Decimal]
) -> Iterator[Finding]:
    """A finding when all parts are given and neither they nor they and the money beside them are the total."""
    parts = _sum(declaration, keys)
    if parts is None:
        return
    possible = {parts}
    for more in besides:
        possible |= {known + more for known in possible}
    if total in possible:
        return
    fields = [field for key in keys if (field := declaration.field(key))]
    names = "、".join(field.label.value for field in fields)
    label = _total_label(declaration)
    yield Finding(
        CODE,
        fields[0].text.span,
        Message(
            f"{names}合计 {in_wan(parts)}，“{label}”却是 {in_wan(total)}",
            f"{names} make {in_wan(parts)}, but {label} is {in_wan(total)}",
        ),
        notes=(Message("各部分之和应等于总额（财预〔2015〕88号附表）。", "The parts must make the total."),),
        remedy=_REMEDY,
        related=tuple(Related(field.text.span, Message("另一部分", "another part")) for field in fields[1:]),
    )


def _larger(declaration: Declaration, key: str, total: Decimal) -> Finding:
    field = declaration.field(key)
    assert field is not None
    label, part = _total_label(declaration), in_wan(amount(declaration, key) or total)
    return Finding(
        CODE,
        field.text.span,
        Message(
            f"“{field.label.value}” {part}，比“{label}” {in_wan(total)} 还大",
            f"{field.label.value} {part} is more than {label} {in_wan(total)}",
        ),
        notes=(Message("部分不应大于总额（财预〔2015〕88号附表）。", "A part cannot exceed the total."),),
        remedy=_REMEDY,
    )


def _sum(declaration: Declaration, keys: tuple[str, ...]) -> Decimal | None:
    """The sum of the parts; None when one is missing."""
    amounts = [value for key in keys if (value := amount(declaration, key)) is not None]
    return sum(amounts, Decimal(0)) if len(amounts) == len(keys) else None


def _of_another_period(declaration: Declaration) -> bool:
    """The total is the whole project's, the parts are this year's."""
    fiscal = declaration.field("fiscal_funds")
    return (
        fiscal is not None
        and fiscal.label.value[:1] in ("当", "本")
        and "年" not in _total_label(declaration)
    )


def _total_label(declaration: Declaration) -> str:
    field = declaration.field("budget")
    assert field is not None
    return field.label.value


CHECK = Check(CODE, check)

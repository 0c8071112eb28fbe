"""Codes of the head rows of a form: rows that the edition has not, amounts in two units."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, Code, Message, Severities, Severity

ADDITIONAL_ROW = Code(
    "GB115",
    "additional-row",
    Message("表样没有的栏目", "a row that the form has not"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    """
## 作用
行首的词不是所选表样的栏目，也不像是写错的栏目或指标：当作这份表另加的一栏，照样印出。

## 为什么
各地的表多一两栏是常事，不该读不进来；但送审的表多出一栏，财政部门要问，所以送审后按强制性处理。

## 示例
```goal
预算规模及资金用途 100 万元，用于日常运转
```

## 改法
写错的改正；确实要印的，在 `goaldsl.toml` 里给表样登记这一栏，登记后不再提醒。

## 依据
财预〔2015〕88号：绩效目标表按规定的格式填报。
""",
)

AMOUNT_UNITS = Code(
    "GB116",
    "amount-units",
    Message("标签里的金额单位与“金额单位”不同", "a label and 金额单位 name different units"),
    ERROR,
    """
## 作用
写了 `金额单位 元`，栏目的标签却带着别的单位，如 `年度资金总额（万元）`，后面的数没有带单位。

## 为什么
两处说法相差一万倍，程序不替填报人选；不换算，也不核对。

## 示例
```goal-error
表样 项目
金额单位 元
年度资金总额（万元） 387664.62
```

## 改法
去掉标签里的单位，或把单位写在数的后面：`年度资金总额 387664.62 元`。

## 依据
语言指南，“一份申报表”。
""",
)

MAYBE_TWO_LABELS = Code(
    "GB119",
    "maybe-two-labels",
    Message("像是一行写了两栏", "perhaps two fields on one line"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    """
## 作用
一栏的内容里有另一栏的栏目名，或者有一个指标，只空了一个半角格，看不出是不是另一行：当作一栏读，提出来问。

## 为什么
当成一栏，后面的字就印进了前一栏，指标就没有了；分开读，又可能拆散本来的一句话。

## 示例
```goal
填表人 张某某 单位负责人 李某某
```

## 改法
是两栏就分成两行；本来是一栏里的字，在后一个词的后面写 `\\`。

## 依据
语言指南，“一份申报表”。
""",
)

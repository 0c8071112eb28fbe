"""Codes of the head rows of a form: rows that the edition has not, amounts in two units, two labels on a line."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, HINT, Code, Message, Severities, Severity

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

TWO_LABELS = Code(
    "GB117",
    "two-labels",
    Message("一行写了两栏", "two fields on one line"),
    HINT,
    """
## 作用
一行里写了两栏或两项设置，如 `填表人 张某　　联系电话 0745-6820000`、`部门 某局　年度 2026`：分开读。后面的词要是认得的栏目或设置，
前面空着一个全角格、一个制表符或两个半角格，或者后面有冒号、有这一栏要填的日期、金额、年份。

## 为什么
表上两栏印在一行，照抄下来若当成一栏，电话就印进了填表人，年度就丢了。

## 示例
```goal
填表人 张某某　联系电话 0745-6820000
```

## 改法
一栏一行；`goaldsl check --fix` 可以分开。本来就是一栏里的字，在后一个词的后面写 `\\`：`填表人 张某某　联系电话\\：同上`。

## 依据
语言指南，“一份申报表”。
""",
)
BRACKETS = Code(
    "GB118",
    "label-brackets",
    Message("标签用了别的括号", "a label in other brackets"),
    HINT,
    """
## 作用
条目开头写 `【诊疗】`，又有指标的 `对应目标` 写着“诊疗”：读作标签，不印出来。没有指标提到的，`【…】` 是条目的文字，照印。

## 为什么
标签要写 `[诊疗]`；方头括号也可能是要印的小标题。

## 示例
```goal
年度目标
  - 【诊疗】 完成诊疗 30 万人次
数量指标 诊疗人次 >= 30 万人次
  对应目标 诊疗
```

## 改法
改成方括号；`goaldsl check --fix` 可以改。
## 依据
语言指南，“职责和目标”。
""",
)

INDENTED_TASK = Code(
    "GB121",
    "indented-task",
    Message("任务写成了条目", "a task written as an item"),
    ERROR,
    """
## 作用
`任务 名称` 写在“年度主要任务”下面、缩进了，会当成这一栏的一段文字，内容和预算连在一起印出来。

## 为什么
任务自成一行，表里各占一格；当成文字，金额就不能核对。

## 示例
```goal-error
表样 部门整体支出
年度主要任务
  任务 调查研究
    内容 围绕中心工作开展调研
```

## 改法
`任务` 顶格写，`内容`、`预算` 写在它下面，空两格；上面的“年度主要任务”可以不写。

## 依据
语言指南，“主要任务”。
""",
)

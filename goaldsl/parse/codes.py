"""The findings of reading a text: encoding and syntax (GS)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

SYNTAX = Code(
    "GS001",
    "syntax",
    Message("这一行有读不懂的词", "a line cannot be read"),
    ERROR,
    """
## 作用
一行里有一个词不合写法，编译器读不下去。每一处错误只报一次，其余各行照常检查。

## 为什么
读不懂的词不能猜：猜错了，印出来的就不是单位要报的内容。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 scroe 10
```
`scroe` 既不是计量单位，也不是关键词。

## 改法
看提示里“这里应写”的内容；拼写相近的关键词会直接给出。

## 依据
语言指南，“指标行”。
""",
)
NO_TEXT = Code(
    "GS002",
    "no-text",
    Message("文件不是文本", "the file is not text"),
    ERROR,
    """
## 作用
文件里有不属于任何文字编码的字节。

## 为什么
Word、Excel 文件改了扩展名仍然不是文本；损坏的文件也会这样。

## 示例
把 `申报表.docx` 直接改名为 `申报表.goal`。

## 改法
用记事本或 WPS 另存为“UTF-8 编码的文本文件”。

## 依据
语言指南，“容错与输入法”。
""",
)
ENCODING = Code(
    "GS003",
    "encoding",
    Message("文件不是 UTF-8 编码", "the file is not UTF-8"),
    WARNING,
    """
## 作用
文件能读，但用的是 GB18030（GBK）或 UTF-16。

## 为什么
git 和别的电脑按 UTF-8 读文件，别的编码会显示成乱码，比较也会失效。

## 示例
记事本旧版本默认存成 ANSI（即 GBK）。

## 改法
在编辑器里另存为 UTF-8。

## 依据
语言指南，“容错与输入法”。
""",
)
ZERO_WIDTH = Code(
    "GS004",
    "zero-width",
    Message("有看不见的字符", "an invisible character"),
    WARNING,
    """
## 作用
文字里夹着看不见的零宽字符。

## 为什么
从网页或聊天窗口粘贴时带进来的；看不见，却会让两个看似相同的词不相同。

## 示例
“调研”二字中间夹一个 U+200B。

## 改法
运行 `goaldsl check --fix` 删去。

## 依据
语言指南，“容错与输入法”。
""",
)
SWALLOWED = Code(
    "GS005",
    "swallowed-clause",
    Message("子句写进了文字里", "a clause inside a text"),
    ERROR,
    """
## 作用
`解释`、`备注`、评分句等会一直读到行末；后面同一行又写了一个子句，就会被当成文字印出来。

## 为什么
这一段会原样印进表格，而该子句等于没有写。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇
  解释 考核调研报告完成篇数 分值 10
```

## 改法
把后一个子句另起一行并缩进。运行 `goaldsl check --fix` 可自动换行。

## 依据
语言指南，“子句”。
""",
)
REPEATED = Code(
    "GS006",
    "repeated-clause",
    Message("同一子句写了两次", "a clause stands twice"),
    ERROR,
    """
## 作用
一个指标里同一种子句出现了两次。

## 为什么
两处说法不一时，不能替填报人决定用哪一个。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  分值 5
```

## 改法
删去其中一个。

## 依据
语言指南，“子句”。
""",
)
NUMBER = Code(
    "GS007",
    "impossible-number",
    Message("数字超出合理范围", "a number beyond reason"),
    ERROR,
    """
## 作用
数字超过 30 位，或者小数位超过 12 位。

## 为什么
这样的数字多半是粘贴错误；预算表里的金额精确到分，最多十几位。

## 示例
`>= 1000000000000000000000000000000000 篇`

## 改法
核对数字。

## 依据
语言指南，“数字与单位”。
""",
)
DATE = Code(
    "GS008",
    "impossible-date",
    Message("日历上没有这一天", "no such day"),
    ERROR,
    """
## 作用
日期不存在，例如 13 月、2 月 30 日。

## 为什么
截止日期用来算分，必须是真实的一天。

## 示例
```goal-error
时效指标 工作完成时间 截止 2026-13-45
```

## 改法
改成存在的日期；只到月份可写 `2026-12`，表示当月最后一天。

## 依据
语言指南，“指标值”。
""",
)
RULE = Code(
    "GS009",
    "modifier-misplaced",
    Message("规则里的附加条件放错了地方", "a modifier that does not belong to its rule"),
    ERROR,
    """
## 作用
附加条件（及格、最多扣、允许……）写了两次，或者跟着不适用的规则。

## 为什么
同一条件写两次时无法决定用哪一个；`及格` 只对按比例的规则有意义。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 达标 及格 60%
```

## 改法
删去多余或不适用的条件。

## 依据
语言指南，“赋分规则”。
""",
)
NESTED = Code(
    "GS010",
    "nested-too-deeply",
    Message("括号套得太深", "brackets nested too deeply"),
    ERROR,
    """
## 作用
评分标准里的括号套了不止 16 层。

## 为什么
没有人写得出、看得懂这样的算式，多半是粘贴出了错；这样的句子不往下读。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  赋分 得分=（（（（（（（（（（（（（（（（（实际完成值/计划值）））））））））））））））））*10分
```

## 改法
去掉多余的括号，或把算法分成几句写。

## 依据
语言指南，“赋分规则”。
""",
)
EATEN = Code(
    "GS011",
    "comment-eats-text",
    Message("一段文字成了注释", "a comment eats a text"),
    WARNING,
    """
## 作用
空格后面的 `#` 起是注释，后面的字不印。`#` 后面紧跟着字的，多半是要印的内容（`#1楼`）。

## 为什么
`解释 #1楼修缮` 印出来是空的一格，看不出少了什么。

## 示例
```goal
数量指标 修缮楼栋数 >= 3 栋 分值 10 赋分 按比例
  解释 #1楼、#2楼、#3楼
```

## 改法
要印出来，写成 `\\#1楼`；真是注释，在 `#` 后面空一格。

## 依据
语言指南，“注释”。
""",
)

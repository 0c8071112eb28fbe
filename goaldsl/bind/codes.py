"""The findings of binding: what the words of a file refer to (GB1)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, HINT, UNFINISHED_WARNING, WARNING, Code, Message

UNKNOWN_CLASS = Code(
    "GB101",
    "unknown-class",
    Message("指标体系里没有这一类", "the taxonomy has no such class"),
    ERROR,
    """
## 作用
行首的分类不在所用的指标体系里，或者写成了一级指标。

## 为什么
一级指标由二级指标决定，二级指标写错，整行就归错了类。

## 示例
```goal-error
数目指标 调研报告完成篇数 >= 3 篇
```

## 改法
按提示改成体系里的二级指标。2015 年体系的 `成本指标` 等分类要先写 `指标体系 2015`。

## 依据
财预〔2021〕101号（现行体系）、财预〔2015〕88号（2015 年体系）。
""",
)
UNKNOWN_LABEL = Code(
    "GB102",
    "unknown-label",
    Message("不认识行首的词", "an unknown word at the start of a line"),
    ERROR,
    """
## 作用
行首的词既不是指标分类，也不是任何表样的栏目，也不是设置项。

## 为什么
写错的栏目不会印到表里，内容就丢了。

## 示例
```goal-error
部们 某某局
```

## 改法
按提示改正；栏目名称和内容之间要空一格或写冒号。

## 依据
语言指南，“一份申报表”。
""",
)
UNKNOWN_CHOICE = Code(
    "GB103",
    "unknown-choice",
    Message("没有这个表样、体系、方案或状态", "no such form, taxonomy, profile or stage"),
    ERROR,
    """
## 作用
`表样`、`指标体系`、`分值方案`、`状态` 后面的名称查不到。

## 为什么
表样决定印哪些栏目，体系决定有哪些分类；查不到时只能暂用默认值检查其余内容。

## 示例
```goal-error
表样 芷江线
```

## 改法
按提示改成已有的名称；自有表样在 goaldsl.toml 里登记。

## 依据
语言指南，“一份申报表”“项目配置”。
""",
)
UNKNOWN_UNIT = Code(
    "GB104",
    "unknown-unit",
    Message("单位表里没有这个计量单位", "a unit that is not in the list"),
    HINT,
    """
## 作用
计量单位不在单位表里。照样印出，但不知道它是计数、比率还是金额，有些检查就做不了。

## 为什么
单位写错（例如“遍”写成“编”）很难看出来；同一件事每年用同一个单位，才好比较。

## 示例
```goal
数量指标 调研报告完成篇数 >= 3 编
```

## 改法
是笔误就改正；确实要用，可在 goaldsl.toml 的 `[[unit]]` 里登记。

## 依据
表样说明“计量单位：为数字后字符串，如个、所、只、%等”。
""",
)
UNKNOWN_OBJECTIVE = Code(
    "GB105",
    "unknown-objective",
    Message("年度目标里没有这一条", "no such objective"),
    ERROR,
    """
## 作用
`对应目标` 写的标签或序号，在年度目标里找不到。

## 为什么
指标要与年度目标对应，审核时按它看目标是否都有指标支撑。

## 示例
```goal-error
年度目标
  - [调研] 完成调研报告3篇
数量指标 调研报告完成篇数 >= 3 篇
  对应目标 调查
```

## 改法
写年度目标里的 `[标签]` 或印出的序号。

## 依据
财预〔2015〕88号：绩效指标应与绩效目标相关。
""",
)
REPEATED_FIELD = Code(
    "GB106",
    "repeated-field",
    Message("同一栏目写了两次", "a field stands twice"),
    ERROR,
    """
## 作用
同一个栏目或设置在文件里写了两次。

## 为什么
表上只有一格，不能替填报人决定用哪一个。

## 示例
```goal-error
年度 2026
年度 2025
```

## 改法
删去其中一个。

## 依据
语言指南，“一份申报表”。
""",
)
FIELD_VALUE = Code(
    "GB107",
    "field-value",
    Message("栏目的内容读不懂", "the value of a field cannot be read"),
    WARNING,
    """
## 作用
日期栏写的不是日期，金额栏写的不是金额，起止时间读不出起和止。内容照样印出，但无法核对。

## 为什么
金额要与成本指标核对，日期要与年度核对。

## 示例
```goal
预算 八百万左右
```

## 改法
日期写 `2025.12.06` 或 `2025年12月6日`，金额写 `814.87 万元`，起止写 `2026-01～2026-12`。

## 依据
语言指南，“一份申报表”。
""",
)
YEAR = Code(
    "GB108",
    "year",
    Message("年度写法不对", "the year cannot be read"),
    ERROR,
    """
## 作用
`年度` 后面不是四位年份。

## 为什么
年度决定截止日期、文件名和逐年比较。

## 示例
```goal-error
年度 二六年
```

## 改法
写四位数字，如 `年度 2026`。

## 依据
语言指南，“一份申报表”。
""",
)
NO_YEAR = Code(
    "GB109",
    "no-year",
    Message("没有写年度", "no year"),
    UNFINISHED_WARNING,
    """
## 作用
文件没有写 `年度`，项目配置里也没有。

## 为什么
表头要印年度，截止日期要与它核对。

## 示例
```goal
部门 某某局
数量指标 调研报告完成篇数 >= 3 篇
```

## 改法
在文件开头加一行 `年度 2026`。

## 依据
各地表样表头均有年度一行。
""",
)
WRONG_HEADING = Code(
    "GB110",
    "wrong-heading",
    Message("指标不属于上面的一级指标", "an indicator under the wrong heading"),
    ERROR,
    """
## 作用
单独成行的一级指标是写给读者看的标题；它下面的指标若属于别的一级指标，就会报出。

## 为什么
印出的表按二级指标归类，标题写错会误导读者。真实表格里常见“产出指标”下面列效益指标。

## 示例
```goal-error
产出指标
社会效益指标 政府执行力 定性 效果明显
```

## 改法
把指标移到正确的标题下面，或改正标题。

## 依据
财预〔2021〕101号附件：各二级指标的归属。
""",
)
OTHER_FORM = Code(
    "GB112",
    "label-of-another-form",
    Message("这个表样没有这一栏", "this form has no such field"),
    WARNING,
    """
## 作用
栏目是认识的，但所选表样不印它。

## 为什么
写了不印，读者看不到；多半是表样选错了。

## 示例
```goal
表样 芷江
项目名称 高标准农田建设
```

## 改法
改用有这一栏的表样，或删去这一行。

## 依据
语言指南，“一份申报表”。
""",
)
UNKNOWN_WORDING = Code(
    "GB113",
    "unknown-wording",
    Message("句式写法不对", "a wording that cannot be used"),
    ERROR,
    """
## 作用
`句式` 后面的规则名称查不到，或者句子里用了这种规则没有的占位。

## 为什么
句式决定整份表的评分句怎么印，写错一处，处处都错。

## 示例
```goal-error
句式 按比列 达到计划值得满分{分值}分
```

## 改法
按提示改正规则名称或占位。

## 依据
语言指南，“赋分规则”。
""",
)
STRAY_LINES = Code(
    "GB114",
    "stray-lines",
    Message("这个栏目只有一行", "a field of one line"),
    ERROR,
    """
## 作用
单行的栏目（部门、年度、填表人……）下面又写了缩进的行。

## 为什么
缩进的行属于上面的栏目；单行栏目印不下，内容会丢。

## 示例
```goal-error
部门 某某局
  分值 10
```

## 改法
是指标的子句就移到指标下面；是续写就接在同一行。

## 依据
语言指南，“一份申报表”。
""",
)

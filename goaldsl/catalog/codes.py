"""The findings about a project's `goaldsl.toml` and about data files (GK)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

TOML_SYNTAX = Code(
    "GK001",
    "config-syntax",
    Message("配置文件有一行读不懂", "a line of the settings cannot be read"),
    ERROR,
    """
## 作用
`goaldsl.toml` 里有一行不合 TOML 的写法。一次运行报出所有这样的行，其余各行照常生效。

## 为什么
配置决定用哪种表样、按什么分值检查。读不懂的行不能猜，也不能悄悄跳过。

## 示例
```toml
form = 芷江
表样 = "芷江"
```
文字要加英文引号；键名只能用英文字母、数字、`_` 和 `-`。

## 改法
照提示加引号、改键名；多数情形可用 `goaldsl check --fix` 自动改好。

## 依据
TOML 1.0。
""",
)
UNKNOWN_KEY = Code(
    "GK002",
    "unknown-key",
    Message("不认识的键", "unknown key"),
    ERROR,
    """
## 作用
配置或数据文件里有一个没有定义的键，多半是写错了一个字母。

## 为什么
写错的键不起作用，而文件看上去像是已经设好，最难发现。

## 示例
```toml
profle = "芷江县"
```

## 改法
改成提示里给出的键；不需要就删去。

## 依据
`goaldsl init` 写出的文件列有常用的键；数据文件的键见 `grammar/README.md`。
""",
)
WRONG_TYPE = Code(
    "GK003",
    "wrong-type",
    Message("值的类型不对", "a value of the wrong type"),
    ERROR,
    """
## 作用
该写数字的地方写了文字，该写一列值的地方只写了一个，等等。

## 为什么
类型不对的值无法使用，猜测会得出与本意不同的设置。

## 示例
```toml
formats = "pdf"
```
`formats` 是一列值，应写 `["pdf"]`。

## 改法
照提示改写。

## 依据
`grammar/README.md`。
""",
)
BAD_VALUE = Code(
    "GK004",
    "bad-value",
    Message("值不在允许的范围内", "a value that is not allowed"),
    ERROR,
    """
## 作用
值的类型对，但不是允许的词，或超出允许的范围。

## 为什么
例如审核口径只有草案、送审、批复三种，每行分值的上限不能超过 100%。

## 示例
```toml
stage = "送申"
```

## 改法
改成提示里列出的词或范围之内的数。

## 依据
`grammar/README.md`。
""",
)
MISSING_KEY = Code(
    "GK005",
    "missing-key",
    Message("缺少必需的键", "a required key is missing"),
    ERROR,
    """
## 作用
一个单位、表样、分值方案或指标体系缺少必不可少的一项。

## 为什么
例如没有标题的表样印不出来，没有量纲的计量单位无法换算。

## 示例
```toml
[[unit]]
names = ["客"]
```
缺少 `dimension`。

## 改法
补上提示里的键；或用 `extends` 指明以哪一个为底，只写不同之处。

## 依据
`grammar/README.md`。
""",
)
UNKNOWN_NAME = Code(
    "GK006",
    "unknown-name",
    Message("没有这个名称", "nothing has this name"),
    ERROR,
    """
## 作用
配置里提到的表样、指标体系、分值方案、指标分类或句式不存在。

## 为什么
名称对不上，就不知道该用哪一份数据。

## 示例
```toml
form = "芷红"
```

## 改法
照提示改名称；若确是本地自有的表样，在 `[form.名称]` 里定义它。

## 依据
`grammar/` 里的数据文件，每份文件的 `id`、`name`、`names` 都可以用来指称它。
""",
)
WRONG_SUM = Code(
    "GK007",
    "wrong-sum",
    Message("合计不对", "a sum that is off"),
    ERROR,
    """
## 作用
分值方案里各一级指标的分值相加不等于总分，或表样各栏的宽度相加不等于 100。

## 为什么
按这样的方案检查，任何申报表都会报错。

## 示例
总分 90，而成本 20、产出 40、效益 30、满意度 10，合计 100。

## 改法
核对后改正其中一项。数字不会自动改动。

## 依据
财预〔2021〕101号：各一级指标权重之和加预算执行率 10% 为 100%。
""",
)
DUPLICATE = Code(
    "GK008",
    "duplicate",
    Message("重复的名称", "a name given twice"),
    ERROR,
    """
## 作用
同一个名称出现两次：两个计量单位同名、一个分类列了两遍、同一个键写了两行。

## 为什么
同名的两样东西，无从知道指的是哪一个。

## 示例
```toml
[[unit]]
names = ["客"]
dimension = "count"

[[unit]]
names = ["客", "客次"]
dimension = "count"
```

## 改法
删去或改名其中一个；提示会给出另一处的位置。

## 依据
TOML 1.0；`grammar/README.md`。
""",
)
BAD_TEMPLATE = Code(
    "GK009",
    "bad-template",
    Message("句式里有填不上的空", "a wording with a hole nothing fills"),
    ERROR,
    """
## 作用
句式、标题或序号的样子里用了不认识的 `{…}`，或者花括号不成对。

## 为什么
填不上的空会原样印到表上。

## 示例
```toml
[wording]
ratio = "完成得{分数}分"
```
应写 `{分值}`。

## 改法
改成提示里列出的空；花括号要成对，用半角。

## 依据
`grammar/wording.toml` 列出每种句式可用的空。
""",
)
REPLACES_PACKAGED = Code(
    "GK010",
    "replaces-packaged",
    Message("改写了内置的计量单位", "a packaged unit is replaced"),
    WARNING,
    """
## 作用
项目自己定义的计量单位与内置的同名而含义不同，以项目的为准。

## 为什么
同一个词在别的项目里仍是原来的意思，换算结果会不同。

## 示例
```toml
[[unit]]
names = ["亩"]
dimension = "area"
scale = "666.67"
```
内置的亩是 2000/3 平方米，一分不差。

## 改法
没有必要就删去；确需不同含义，换一个名称。

## 依据
`grammar/units.toml`。
""",
)
ENDLESS_EXTENSION = Code(
    "GK011",
    "endless-extension",
    Message("互相以对方为底", "an extension that comes back to itself"),
    ERROR,
    """
## 作用
`extends` 指来指去又回到自己。

## 为什么
没有一份完整的底稿，就拼不出这份表样、分值方案或指标体系。

## 示例
甲以乙为底，乙又以甲为底。

## 改法
让其中一个以内置的为底，例如 `extends = "芷江"`。

## 依据
`grammar/README.md`。
""",
)

CODES = (
    TOML_SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    BAD_VALUE,
    MISSING_KEY,
    UNKNOWN_NAME,
    WRONG_SUM,
    DUPLICATE,
    BAD_TEMPLATE,
    REPLACES_PACKAGED,
    ENDLESS_EXTENSION,
)

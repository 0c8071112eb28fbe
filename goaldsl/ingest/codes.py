"""The findings of reading other formats (GI)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

NOT_INTERCHANGE = Code(
    "GI001",
    "not-interchange",
    Message("不是交换文件", "not an interchange file"),
    ERROR,
    """
## 作用
`.json` 文件不是 goaldsl 写出的交换文件，或者内容不合它的格式。

## 为什么
交换文件要能原样印出同一张表，缺一项就印不全。

## 示例
把别的系统导出的 JSON 交给 `goaldsl build`。

## 改法
用 `goaldsl build` 重新生成；自己写的程序按 `grammar/schema/declaration-1.json` 校验。

## 依据
交换文件格式 goaldsl/declaration/1。
""",
)
UNKNOWN_DATA = Code(
    "GI002",
    "unknown-reference",
    Message("交换文件用的表样、体系或方案这里没有", "the file names data that is not here"),
    ERROR,
    """
## 作用
交换文件指明的表样、指标体系或分值方案，本机的 goaldsl 和项目里都没有。

## 为什么
没有表样就不知道印哪些栏目。

## 示例
一个项目用了自己登记的表样，把 JSON 发给别的项目。

## 改法
在 goaldsl.toml 里登记同一表样，或升级 goaldsl。

## 依据
交换文件格式 goaldsl/declaration/1。
""",
)
CHANGED_DATA = Code(
    "GI003",
    "changed-reference",
    Message("表样、体系或方案的内容变了", "the data has changed since"),
    WARNING,
    """
## 作用
交换文件写出时所用的表样、体系或方案，与现在的内容不同。

## 为什么
印出的表可能与当时的不一样。

## 示例
写出交换文件之后改了 goaldsl.toml 里登记的表样。

## 改法
用原来的版本，或确认新表无误后重新生成。

## 依据
交换文件格式 goaldsl/declaration/1。
""",
)

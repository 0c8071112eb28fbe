"""The findings of a comparison that cannot be made (GX11)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, Code, Message

REVISION = Code(
    "GX110",
    "unknown-revision",
    Message("没有这个版本", "no such revision"),
    ERROR,
    """
## 作用
写的版本（提交号、标签、分支）在这个仓库里没有，或者那个版本里没有这个文件。

## 为什么
比错了版本，比出来的都是错的。

## 示例
`goaldsl diff v2019..`

## 改法
用 `git log --oneline`、`git tag` 看有哪些版本；浅克隆的仓库先运行提示里的 `git fetch`。

## 依据
命令说明，“diff”。
""",
)
NO_REPOSITORY = Code(
    "GX111",
    "no-repository",
    Message("这里没有版本历史", "no history here"),
    ERROR,
    """
## 作用
要比以前的版本，但是这个文件夹不在 git 仓库里，仓库里还没有提交过，或者文件在仓库外面。

## 为什么
没有历史，就没有“以前”。

## 示例
在没有 `git init` 的文件夹里运行 `goaldsl diff HEAD~1`。

## 改法
直接写两个文件或文件夹：`goaldsl diff 去年.goal 今年.goal`。

## 依据
命令说明，“diff”。
""",
)
AMBIGUOUS = Code(
    "GX112",
    "ambiguous-argument",
    Message("写法有两种理解", "an argument means two things"),
    ERROR,
    """
## 作用
同一个词既是文件（夹），又是项目的年度或 git 的版本。

## 为什么
猜错一边，比出来的都是错的，所以要问。

## 示例
文件夹 `2026` 和标签 `2026` 都在时，`goaldsl diff 2026`。

## 改法
写明是哪一个：`./2026` 是路径，`year:2026` 是年度，`git:2026` 是版本。

## 依据
命令说明，“diff”。
""",
)
NOT_COMPARABLE = Code(
    "GX113",
    "not-comparable",
    Message("不能比", "not comparable"),
    ERROR,
    """
## 作用
两边没有可以比的表：一边没有申报表，一边是项目表、一边是部门表，或者是不同的单位。

## 为什么
硬把两个单位的行配起来，会说出“放宽了 125%”这样的话。

## 示例
`goaldsl diff 财政局.goal 教育局.goal`

## 改法
换成同一个单位的两份表。单位改了名称的，在今年的表里写 `上年名称 旧名`，或者用 `--roster 单位.csv` 写明曾用名。

## 依据
命令说明，“diff”。
""",
)
NOT_ACCEPTED = Code(
    "GX114",
    "not-accepted",
    Message("没有写进去", "an acceptance was not written"),
    ERROR,
    """
## 作用
`--accept` 要写的说明写不进去：没有这一处变化，有几处同样的变化没有指明哪一处，或者新的一边不是工作区里的 `.goal` 文件。

## 为什么
说明记在哪一处变化上，要一清二楚。

## 示例
`goaldsl diff 2025 2026 --accept GD101 --reason 预算压减`，而 GD101 有三处。

## 改法
写 `--accept GD101@指标名称`；新的一边不是 `.goal` 文件的，照提示把那一行贴进去。

## 依据
命令说明，“diff”。
""",
)

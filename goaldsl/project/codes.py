"""The findings of the machine and its files (GX1)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, Code, Message

UNREADABLE = Code(
    "GX101",
    "unreadable-file",
    Message("文件打不开", "a file cannot be opened"),
    ERROR,
    """
## 作用
命令里写的文件或文件夹不存在、没有权限，是断掉的链接、管道或设备，或者超过 20 MB。

## 为什么
漏掉一个文件，汇总和公开就会少一个部门。

## 示例
`goaldsl check goals/2026/没有的文件.goal`

## 改法
核对路径和权限；断掉的链接删去或重新建立；表太大的，多半是给错了文件。

## 依据
命令说明，“check”“build”。
""",
)
UNWRITABLE = Code(
    "GX102",
    "unwritable-place",
    Message("写不进去", "an output cannot be written"),
    ERROR,
    """
## 作用
输出的文件夹或文件写不进去：没有权限、磁盘已满，或者同名的文件挡住了文件夹。

## 为什么
写了一半的表比没有更糟，所以每个文件要么整个写好，要么不写。

## 示例
`goaldsl build -o /只读的盘`

## 改法
用 `-o` 换一个能写的文件夹，或关掉正打开着该文件的程序。

## 依据
命令说明，“build”。
""",
)
SAME_OUTPUT = Code(
    "GX103",
    "same-output",
    Message("两份申报表会写成同一个文件", "two declarations would be written to one file"),
    ERROR,
    """
## 作用
两个源文件的年度和文件名都相同，输出会互相覆盖。

## 为什么
后写的盖掉先写的，就少了一个部门的表。

## 示例
`goals/2026/办公室.goal` 与 `goals/2026/备份/办公室.json`

## 改法
给其中一个改名。

## 依据
命令说明，“build”。
""",
)
NOTHING = Code(
    "GX104",
    "no-declarations",
    Message("没有找到申报表", "no declarations found"),
    ERROR,
    """
## 作用
给出的文件夹里没有 `.goal` 文件。

## 为什么
多半是在别的文件夹里运行了命令。

## 示例
在空文件夹里运行 `goaldsl check`。

## 改法
换到项目文件夹再运行，或用 `goaldsl init` 建一个新项目。

## 依据
命令说明，“check”“init”。
""",
)
KEPT = Code(
    "GX106",
    "edited-file-kept",
    Message("改过的文件没有覆盖", "an edited file was kept"),
    ERROR,
    """
## 作用
导入要写的文件已经有了，而且不是上次导入写出的原样。

## 为什么
覆盖它，别人改过的内容就没了。

## 示例
导入之后改了 `.goal`，又导入一次。

## 改法
确认不要原来的，加 `--overwrite`；或用 `-o` 写到别的文件夹。

## 依据
命令说明，“import”。
""",
)

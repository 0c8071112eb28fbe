"""The kinds of finding the printers report: what this machine or our fonts cannot do (GX)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

NO_PANGO = Code(
    "GX001",
    "no-pango",
    Message("本机缺少排版库 Pango，不能生成 PDF", "Pango is missing, no PDF can be made"),
    ERROR,
    """## 作用
生成 PDF 前，检查本机是否装有排版库 Pango（含 pangoft2、fontconfig、HarfBuzz）。

## 为什么
PDF 由 WeasyPrint 排版，它调用系统里的 Pango 断行、选字。Pango 不在 Python 软件包里，须用系统的软件管理工具另装。缺它时 HTML 和 JSON 照常生成，只是没有 PDF。

## 示例
```
error[GX001]: 本机缺少排版库 Pango（libpango-1.0），不能生成 PDF；HTML 和 JSON 不受影响
```

## 改法
按提示中的一条命令安装，再运行一次。各系统的命令：

| 系统 | 命令 |
| --- | --- |
| Debian、Ubuntu、统信、麒麟桌面版 | `sudo apt-get install -y libpangoft2-1.0-0 libharfbuzz-subset0` |
| Fedora、欧拉、龙蜥 | `sudo dnf install -y pango harfbuzz` |
| Alpine | `sudo apk add so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0` |
| Arch | `sudo pacman -S --needed pango` |
| macOS | `brew install pango` |
| Windows（先装 MSYS2） | `C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango` |

`goaldsl doctor` 可随时查看本机还缺什么。暂时不需要 PDF 时，用 `--format html,json`。

## 依据
WeasyPrint 安装说明：需要 Pango 1.44 以上、HarfBuzz 4.1 以上。
""",
)

NO_HARFBUZZ_SUBSET = Code(
    "GX002",
    "no-harfbuzz-subset",
    Message(
        "本机缺少字体子集库 HarfBuzz-subset，不能生成 PDF", "HarfBuzz-subset is missing, no PDF can be made"
    ),
    ERROR,
    """## 作用
生成 PDF 前，检查本机是否装有 HarfBuzz 的字体子集库（harfbuzz-subset）。

## 为什么
PDF 只嵌入用到的字。有这个库，取字不到十分之一秒；没有它，每份含汉字的 PDF 要十秒以上，成批生成时等于停住。Debian、Ubuntu 安装 Pango 时不会自动带上它。缺它时 HTML 和 JSON 照常生成。

## 示例
```
error[GX002]: 本机缺少字体子集库 HarfBuzz-subset，不能生成 PDF；HTML 和 JSON 不受影响
```

## 改法
按提示中的一条命令安装，再运行一次。Debian、Ubuntu、统信、麒麟桌面版：`sudo apt-get install -y libharfbuzz-subset0`；其他系统见 `goaldsl explain GX001`。

## 依据
WeasyPrint 63 起用 HarfBuzz-subset 取字；没有它时改用纯 Python 的 fontTools，慢约八十倍。
""",
)

NO_GLYPH = Code(
    "GX003",
    "no-glyph",
    Message("字体里没有这个字", "no font has this character"),
    WARNING,
    """## 作用
检查表中每个字是否都印得出来。goaldsl 自带的宋体、黑体收有《通用规范汉字表》8105 字、GBK 全部汉字和表格常用符号。

## 为什么
字体里没有的字，印在纸上是空白或方框，送审、公开后才发现就晚了。PDF 里这样的字印作“〓”（铅字排版缺字的记号），同时给出本提示；JSON 里仍是原字。

## 示例
```
warning[GX003]: 字体里没有“𰻝”（U+30EDD），PDF 里印作“〓”
  ┌─ goals/2026/县文旅局.goal:8:12
```

## 改法
- 多半是从别的软件复制来的异体字、私用区字或表情符号：换成规范字。
- 人名、地名确实用到的生僻字：先用同音字或“〓”占位，在备注里写明字形；并请告知我们，以便补入字体。

## 依据
《通用规范汉字表》（国发〔2013〕23号）；GB/T 2312—1980；《汉字内码扩展规范》（GBK）。
""",
)

CODES = (NO_PANGO, NO_HARFBUZZ_SUBSET, NO_GLYPH)

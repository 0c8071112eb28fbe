"""The findings of reading files from outside (GI1xx)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, HINT, WARNING, Code, Message, Severities


def _code(
    number: str,
    slug: str,
    zh: str,
    en: str,
    severities: Severities,
    what: str,
    why: str,
    example: str,
    cure: str,
) -> Code:
    page = f"""
## 作用
{what}

## 为什么
{why}

## 示例
{example}

## 改法
{cure}

## 依据
导入只读能确认的内容；读不到的、没有读的，都要说出来。
"""
    return Code(number, slug, Message(zh, en), severities, page)


UNKNOWN_KIND = _code(
    "GI101", "unknown-kind", "认不出的文件", "unknown kind of file", ERROR,
    "文件内容不是能读的任何一种格式；按内容认，不看后缀。",
    "认错格式会读出乱码，比不读更坏。",
    "把一个程序文件改名为 `申报表.docx`。",
    "请发送单位用 Word、Excel 或 WPS 另存为 .docx 或 .xlsx。",
)  # fmt: skip
DAMAGED = _code(
    "GI102", "damaged-file", "文件损坏", "the file is damaged", ERROR,
    "文件不完整或已损坏，打不开。",
    "只读出一半的表，会少指标而没有人知道。",
    "传到一半断掉的 .docx。",
    "请发送单位重新发送，或在原软件里打开后另存。",
)  # fmt: skip
ENCRYPTED = _code(
    "GI103", "encrypted-file", "文件设了密码", "the file is encrypted", ERROR,
    "文件要密码才能打开。",
    "没有密码就没有内容可读。",
    "加了“打开密码”的 .xlsx。",
    "请发送单位去掉密码后再报。",
)  # fmt: skip
TOO_LARGE = _code(
    "GI104", "too-large", "文件过大", "the file is too large", ERROR,
    "文件、解开后的内容或工作表超过上限（一个部件 64 MB、压缩比 200∶1、20 万个单元格）。",
    "几 KB 的压缩包可以解出几百 GB，读它会让机器停住。",
    "一个只有几 KB、解开有 1 GB 的 .xlsx。",
    "在原软件里只留申报表，另存一份。",
)  # fmt: skip
UNSAFE = _code(
    "GI105", "unsafe-file", "文件里有不该有的东西", "the file holds what it must not", ERROR,
    "文件里有外部实体声明之类，正常的办公文件里没有。",
    "外部实体可以用来读取别的文件。",
    "`word/document.xml` 里写了 `<!DOCTYPE …>`。",
    "在原软件里另存一份干净的文件。",
)  # fmt: skip
SCANNED = _code(
    "GI106", "scanned", "扫描件，未读", "a scan was not read", ERROR,
    "PDF 或图片里没有文字，只有图像。",
    "图像识别会认错数字，认错一个数比不认更坏。",
    "盖章后扫描的 PDF。",
    "请发送单位提供 Word、Excel，或由电子表格另存的 PDF。",
)  # fmt: skip
NO_LIBRARY = _code(
    "GI107", "reader-missing", "这台机器缺少读这种文件的程序", "no reader for this format on this machine", ERROR,
    "读这种文件要用的程序没有安装：PDF 用 pdfplumber，.doc、.wps、.rtf 用 LibreOffice。",
    "这些程序较大，用得着才装。",
    "没有装 LibreOffice 时导入 .doc。",
    "装上提示里说的程序，或把文件另存为 .docx。",
)  # fmt: skip
PENDING_CHANGES = _code(
    "GI110", "pending-changes", "文档里有没接受的修订", "tracked changes are pending", WARNING,
    "Word 文档开着修订，有改动还没有接受或拒绝；已按接受后的样子读取。",
    "80% 改成 85%、删去一行，两种样子差一个承诺。",
    "`苗木成活率` 由 80 修订为 85。",
    "请发送单位接受或拒绝修订后再报。",
)  # fmt: skip
HIDDEN_PARTS = _code(
    "GI111", "hidden-parts", "隐藏的内容没有读入", "hidden parts were not imported", WARNING,
    "隐藏的行、列或工作表没有读入。",
    "隐藏的多是模板的示例；把它们当指标就多出一个承诺。",
    "第 9 行隐藏着“示例：培训人次”。",
    "要读入就先取消隐藏。",
)  # fmt: skip
UNCALCULATED = _code(
    "GI112", "formula-without-value", "公式没有结果", "a formula has no stored value", WARNING,
    "单元格里是公式，文件没有存它算出的结果，按空格处理。",
    "由程序导出的表常常这样；猜一个结果就是编一个数。",
    "`=SUM(G8:G16)` 没有存值。",
    "在 Excel 或 WPS 里打开、保存一次。",
)  # fmt: skip
UNDER_MERGE = _code(
    "GI113", "words-under-merge", "合并单元格下面还有字", "there are words under a merged cell", WARNING,
    "被合并的单元格里还存着内容，屏幕上看不见，没有读入。",
    "看不见的内容不是表上印的，但可能是误合并盖住的。",
    "A3:D3 合并，B3 里还有一个数。",
    "取消合并看一看，不要的删掉。",
)  # fmt: skip
BEYOND_BOUNDS = _code(
    "GI114", "beyond-bounds", "超出范围的内容没有读入", "content out of bounds was not read", WARNING,
    "离表很远的单元格（第 20000 行、第 400 列以外）或很长的 PDF 的后面部分没有读入。",
    "规划求解一类的工具会在最后一个单元格留下内容。",
    "XFD1048576 里有一个值。",
    "把要读的内容移到表里，或只留下申报表那几页。",
)  # fmt: skip
NO_FORM = _code(
    "GI120", "no-form", "文件里没有申报表", "no form in the file", ERROR,
    "文件里没有找到绩效目标表或自评表的指标行。",
    "决算公开、预算说明里只有一句“详见绩效目标表”的很多。",
    "只写了绩效目标文字、没有指标表的预算公开 PDF。",
    "请发送单位提供带指标的申报表。",
)  # fmt: skip
MISPLACED = _code(
    "GI121", "form-not-understood", "表没有读懂", "the form was not understood", ERROR,
    "有一半以上的指标行放不进栏目，没有写出 .goal，只写了待整理的内容。",
    "读错的表比没有读的更坏。",
    "各栏的字连成一片、没有分隔的文本。",
    "按 `.待整理.txt` 里写的，请发送单位提供原来的 Word 或 Excel。",
)  # fmt: skip
PAGE_WITHOUT_FORM = _code(
    "GI123", "page-without-form", "工作表里没有申报表", "a sheet without a form", HINT,
    "工作簿里有一张工作表没有申报表，没有读入。",
    "多半是字典或填表说明；也可能是改了表头的申报表。",
    "一张叫“填报说明”的工作表。",
    "要读入，检查它有没有“三级指标”“指标值”一类的表头。",
)  # fmt: skip

"""填表人、联系电话、填表日期、单位负责人等签署栏漏填。

## 作用
检查表样要求单位填写的签署栏。财政部门自己填的审核栏（业务股室审核、绩效股审核等）空着不报；表样没有的栏不报。

## 为什么
签署说明谁填写、谁负责，送审退回时也找得到人。草案里只作建议，送审、批复时必须齐全。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
填表人 李某
联系电话 137****1640
填表日期 2025.12.06
单位负责人
```
单位负责人还没有签署。

## 改法
把缺的栏补上；还没有签字的，签字后再改 `状态`。

## 依据
表样的签署栏。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message
from goaldsl.model.form import Place

CODE = documented(
    "GC152",
    "sign-off-missing",
    Message("签署栏漏填", "the sign-off is not complete"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    missing = [(spec, field) for spec, field in facts.unfilled if spec.place in (Place.SIGN_OFF, Place.BELOW)]
    if not missing:
        return
    names = "、".join(spec.label for spec, _ in missing)
    written = [field.label.span for _, field in missing if field]
    yield Finding(
        CODE,
        written[0] if written else facts.form_place,
        Message(f"签署栏还缺：{names}", f"the sign-off lacks {names}"),
        notes=(
            Message(
                "表样要求单位填写这几栏；财政部门的审核栏不在此列。",
                "The form asks the department for them; the finance bureau's own cells do not count.",
            ),
        ),
        remedy=Message(
            "补上内容，一栏一行，写在文件末尾。", "Fill them in, a line each, at the end of the file."
        ),
    )


CHECK = Check(CODE, check, counts=True, of_form=True)

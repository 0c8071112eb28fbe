"""公开件：身份证号、电话号码遮住中间，不管怎么写、写在哪里；年份、文号、金额、编码不动。"""

from __future__ import annotations

import pytest
from msgspec import structs

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.emit.declaration import document
from goaldsl.emit.html import render_html
from goaldsl.emit.self_evaluation import self_evaluation
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.forms import lay_out, masked
from goaldsl.forms.self_evaluation import lay_out_evaluation
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Span, Text
from goaldsl.published import declaration as interchange
from goaldsl.published import self_evaluation as published_evaluation
from goaldsl.published.personal import mask
from goaldsl.service.codes import known_codes
from goaldsl.service.reviewing import review
from goaldsl.source import Source
from tests.score.cases import read

# Numbers that nobody has, put together here so that no whole number stands in the tree.
MOBILE = "137" + "0000" + "1640"
OTHER = "138" + "0000" + "1641"
AMOUNT = "138" + "0" * 8  # a sum of money that looks like a telephone number
CROWD = "15" + "0" * 9
LOCAL = "682" + "1640"
LONG = "6820" + "1640"
IDENTITY = "431228" + "19900101" + "123"
OLD_IDENTITY = "431228" + "900101" + "123"
FULL_WIDTH = str.maketrans("0123456789-()+", "０１２３４５６７８９－（）＋")

SPELLINGS = [
    (MOBILE, "137****1640"),
    (f"电话{MOBILE}。", "电话137****1640。"),
    (f"{MOBILE}.", "137****1640."),
    (f"张某{MOBILE}李某", "张某137****1640李某"),
    (f" {MOBILE} ", " 137****1640 "),
    (MOBILE.translate(FULL_WIDTH), "１３７****１６４０"),
    ("137-" + "0000-1640", "137-****-1640"),
    ("137 " + "0000 1640", "137 **** 1640"),
    ("137　" + "0000　1640", "137　****　1640"),
    ("137－" + "0000－1640", "137－****－1640"),
    ("137—" + "0000—1640", "137—****—1640"),
    ("137–" + "0000–1640", "137–****–1640"),
    ("137‑" + "0000‑1640", "137‑****‑1640"),
    ("1370" + "000 1640", "137**** 1640"),
    ("1370 " + "000 1640", "137* *** 1640"),
    ("+86" + MOBILE, "+86137****1640"),
    ("+86 " + MOBILE, "+86 137****1640"),
    ("86" + MOBILE, "86137****1640"),
    ("86-" + MOBILE, "86-137****1640"),
    ("0086" + MOBILE, "0086137****1640"),
    ("（+86）" + MOBILE, "（+86）137****1640"),
    ("0" + MOBILE, "0137****1640"),
    (f"{MOBILE}/{OTHER}", "137****1640/138****1641"),
    (f"{MOBILE}、{OTHER}", "137****1640、138****1641"),
    ("0745-" + LOCAL, "0745-***1640"),
    ("（0745）" + LOCAL, "（0745）***1640"),
    ("(0745)" + LOCAL, "(0745)***1640"),
    ("0745" + LOCAL, "0745***1640"),
    ("0745 " + LOCAL, "0745 ***1640"),
    ("0745—" + LOCAL, "0745—***1640"),
    ("010-" + LONG, "010-****1640"),
    ("+86-745-" + LOCAL, "+86-745-***1640"),
    (f"0745-{LOCAL}、682" + "1641", "0745-***1640、***1641"),
    (f"0745-{LOCAL}/682" + "1641", "0745-***1640/***1641"),
    (f"0745-{LOCAL}转801", "0745-***1640转801"),
    ("400-" + "800-1640", "400-***-1640"),
    ("电话400" + "8001640", "电话400***1640"),
    (f"联系电话：{LOCAL}", "联系电话：***1640"),
    (f"传真 {LONG}", "传真 ****1640"),
    (f"{IDENTITY}4", "431228***********4"),
    (f"{IDENTITY}X", "431228***********X"),
    (f"{IDENTITY}x", "431228***********x"),
    (f"{IDENTITY}Ｘ", "431228***********Ｘ"),
    ("431228 " + "19900101 1234", "431228 ******** ***4"),
    ("431228 " + "1990 0101 1234", "431228 **** **** ***4"),
    ("431228" + "199001011 23X", "431228********* **X"),
    (OLD_IDENTITY, "431228********3"),
    ("137." + "0000.1640", "137.****.1640"),
    ("137/" + "0000/1640", "137/****/1640"),
    ("137_" + "0000_1640", "137_****_1640"),
    (" ".join(MOBILE), "1 3 7 * * * * 1 6 4 0"),
    ("0745 – " + LOCAL, "0745 – ***1640"),
    ("0745." + LOCAL, "0745.***1640"),
    ("【0745】" + LOCAL, "【0745】***1640"),
    ("4001-" + "640-640", "4001-***-640"),
    (f"电话：{LOCAL}，{LOCAL}", "电话：***1640，***1640"),
    (f"值班电话（24小时）：{LOCAL}", "值班电话（24小时）：***1640"),
    (f"电话（办）：{LOCAL}（宅）{LOCAL}", "电话（办）：***1640（宅）***1640"),
    (f"联系人：张某（{LOCAL}）", "联系人：张某（***1640）"),
    ("手机：137 " + "0000 1640、138 " + "0000 1641", "手机：137 **** 1640、138 **** 1641"),
    (f"张某 {MOBILE}元旦值班", "张某 137****1640元旦值班"),
    (f"身份证{IDENTITY}4，电话{MOBILE}", "身份证431228***********4，电话137****1640"),
    *((f"1{second}7" + "00001640", f"1{second}7****1640") for second in range(3, 10)),
    ("137 - " + "0000 - 1640", "137 - **** - 1640"),
    ("137-000-" + "01640", "137-***-*1640"),
    ("1370-0001" + "-640", "137*-***1-640"),
    ("电话137-" + "0000-1640", "电话137-****-1640"),
    ("021-" + LONG, "021-****1640"),
    ("0745 - " + LOCAL, "0745 - ***1640"),
    ("0745/" + LOCAL, "0745/***1640"),
    ("0745～" + LOCAL, "0745～***1640"),
    ("0745-682-" + "1640", "0745-***-1640"),
    ("400 800 " + "1640", "400 *** 1640"),
    ("400-8001" + "-640", "400-***1-640"),
    ("400-80" + "01640", "400-***1640"),
    # behind a word for telephones a number without area code is one
    *(
        (f"{word}{LOCAL}", f"{word}***1640")
        for word in (
            "手机：",
            "座机 ",
            "热线",
            "服务热线：",
            "联系方式：张某 ",
            "Tel: ",
            "TEL.",
            "致电",
            "号码",
        )
    ),
    (f"联系电话（办公室）：{LOCAL}", "联系电话（办公室）：***1640"),
    (f"电话（{LOCAL}）", "电话（***1640）"),
    (f"电话（{LOCAL}）682" + "1641", "电话（***1640）***1641"),
    (f"联系电话\n{LOCAL}", "联系电话\n***1640"),
    (f"电话{LOCAL}-801", "电话***1640-801"),
    (f"电话：{LOCAL}人事科", "电话：***1640人事科"),
    (f"电话：办公室 {LOCAL}，宿舍 682" + "1641", "电话：办公室 ***1640，宿舍 ***1641"),
    (f"0745-{LOCAL}、682" + "1641、682" + "1642", "0745-***1640、***1641、***1642"),
    (f"0745-{LOCAL} 20260105", "0745-***1640 20260105"),
    (f"电话：{LOCAL}，预算1234567元", "电话：***1640，预算1234567元"),
    # 台, 年 and 份 are units; behind a word for telephones they begin the next word
    (f"联系电话{MOBILE}台账", "联系电话137****1640台账"),
    (f"电话0745-{LOCAL}年底前有效", "电话0745-***1640年底前有效"),
]
KEPT = [
    "财预〔2020〕10号",
    f"湘财预〔2025〕{MOBILE}号",
    "2026年12月31日前",
    "2025-2026",
    "20251206",
    "2023-07～2024-01",
    "1990-2000-2025",
    "总投资1380000元",
    f"总投资{AMOUNT}元",
    f"总投资 {AMOUNT} 万元",
    f"总投资（{AMOUNT}）元",
    f"￥{AMOUNT}",
    "13,800,000,000",
    f"{CROWD}立方米",
    f"{CROWD}人次",
    f"{CROWD}㎡",
    f"约{AMOUNT}多元",
    f"投资{AMOUNT}余万元",
    "13,800,000,000，其中财政13,800,000",
    "完成0.0745，6821640份",
    f"99.{MOBILE}%",
    f"{MOBILE}%",
    "完成 12345678 份",
    "区划431228000，编码001001001001",
    "拨打12345热线",
    f"项目431228000{AMOUNT}12",
    LOCAL,
    f"圆周3.{MOBILE}",
    f"{MOBILE}.5",
    f"{MOBILE},000",
    "137.0000" + "1640",
    "110" + "00001640",
    "121" + "00001640",
    IDENTITY + "XY",
    "431228" + "901301" + "123",
    "431228" + "900132" + "123",
    f"资产{OLD_IDENTITY}元",
    f"热线受理{LOCAL}次",
    f"热线 {LOCAL} 次",
    f"热线接听量达{LOCAL}",
    f"拨打次数{LOCAL}",
    f"热线惠及{LOCAL}户",
    f"热线惠及{LOCAL}人以上",
    f"热线经费{AMOUNT}元",
    f"电话费（{AMOUNT}）元",
    "热线开通时间20260105",
    f"电话里说了很多别的话以后的编码{LOCAL}",
    f"联系电话一栏里填\n\n不少于{LOCAL}",
]


@pytest.mark.parametrize(("written", "shown"), SPELLINGS)
def test_spellings(written: str, shown: str) -> None:
    assert mask(written) == shown
    assert mask(shown) == shown


@pytest.mark.parametrize("written", KEPT)
def test_what_is_no_personal_number(written: str) -> None:
    assert mask(written) == written


def compiled(text: str) -> Compiled:
    return Compiler(load(), Defaults(), known_codes()).compile("某局.goal", text.encode())


@pytest.mark.parametrize(
    ("typed", "shown"), [("682" + "1640", "***1640"), ("6820" + "1640", "****1640"), ("12345", "12345")]
)
def test_short_numbers_in_the_phone_field(typed: str, shown: str) -> None:
    """没有区号的电话，在“联系电话”一栏里也遮；同样的数字写在别处不遮。"""
    text = f"部门 某局\n年度 2026\n表样 芷江\n联系电话 {typed}\n数量指标 发放数 >= {typed} 份\n  解释 共{typed}份\n"
    declaration = compiled(text).declaration
    assert declaration is not None
    public = masked(declaration)
    phone = public.field("phone")
    assert phone is not None
    assert phone.text.value == shown
    (indicator,) = public.indicators
    assert (indicator.printed.value, indicator.printed.explanation) == (typed, f"共{typed}份")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (LOCAL, "***1640"),
        (f"办公室值班人员 {LOCAL}", "办公室值班人员 ***1640"),
        (f"{LOCAL}（台办）", "***1640（台办）"),
        (f"{LOCAL}年底前", "***1640年底前"),
        ("2012" + "1231", "****1231"),
        ("137 - " + "0000 - 1640", "137 - **** - 1640"),
        (f"{LOCAL} 682" + "1641", "***1640 ***1641"),
        ("400" + "8001640", "400***1640"),
        ("12345", "12345"),
    ],
)
def test_what_stands_in_a_field_for_telephones(typed: str, shown: str) -> None:
    """栏目本身说是电话的，像日期、后面跟着量词的，也是电话。"""
    assert mask(typed, telephone=True) == shown


FIELDS = f"""部门 某局
年度 2026
表样 general
部门（单位）编码 {MOBILE}
年度预算 {AMOUNT}
年度目标
  1、开通服务热线
项目负责人及电话 李某 {LOCAL}
phone {LOCAL}
值班手机
  - 白天 {LOCAL}
分管领导 {LOCAL}
数量指标 受理数 >= {LOCAL} 份 分值 10
  说明[GC105]：问热线{LOCAL}
"""


def test_fields_by_what_they_are_for() -> None:
    """编码、金额照印；名称里说电话的栏目，没有区号的号码也遮，不管栏目叫什么。"""
    declaration = compiled(FIELDS).declaration
    assert declaration is not None
    public = masked(declaration)
    shown = {field.spec.key: field.cell for field in public.fields}
    assert MOBILE in shown["department_code"] and AMOUNT in shown["budget"]
    assert (shown["phone"], shown["project_head"]) == ("***1640", "李某 ***1640")
    assert shown["分管领导"] == LOCAL
    phone = declaration.field("phone")
    assert phone is not None
    renamed = structs.replace(phone, spec=structs.replace(phone.spec, label="咨询"))
    assert masked(renamed).text.value == "***1640"
    assert [item.text.value for item in public.items("值班手机")] == ["白天 ***1640"]
    (indicator,) = public.indicators
    assert (indicator.printed.value, indicator.accepted[0].reason.value) == (LOCAL, "问热线***1640")


def test_file_and_what_was_accepted() -> None:
    """文件名、认可的内容里的号码也遮。"""
    source = Source(f"{MOBILE}.goal", "")
    accepted = Acceptance(
        Text("GD199", Span(0, 0)), f"找{MOBILE} → 找{OTHER}", Text("改派", Span(0, 0)), Span(0, 0)
    )
    assert masked(source).path == "137****1640.goal"
    assert masked(accepted).what == "找137****1640 → 找138****1641"


def test_short_numbers_signed_on_a_self_evaluation() -> None:
    """自评表签字处“联系电话”的短号码也遮，别的签字不动。"""
    declaration = compiled(GOAL).declaration
    assert declaration is not None
    text = f'["签字"]\n"填表人" = "{LOCAL}"\n"联系电话" = "{LOCAL}"\n'
    actuals, _, _ = read(declaration, text)
    signed = masked(actuals).sign_off
    assert (signed["填表人"], signed["联系电话"]) == (LOCAL, "***1640")


def numbers() -> list[str]:
    """Thirty different telephone numbers that nobody has."""
    return ["139" + f"{place:04d}" + "1640" for place in range(40)]


N = numbers()
GOAL = f"""说明[GC101]：问 {N[0]}
表名 目标表 {N[1]}
部门 某局 {N[2]}
年度 2026
表样 芷江
职责
  1、值班 {N[3]}
  - 热线 {N[4]}
年度目标
  - [接电 {N[5]}] 接听 {N[6]}
产出指标
数量指标 接听 {N[7]} 次数 >= {AMOUNT} 元 分值 10 赋分 按比例
  解释 见 {N[8]}
  备注 找 {N[9]}
  数据来源 台账 {N[10]}
  说明[GC105]：问 {N[11]}
  上年名称 接听 {N[12]}
  编号 jt
质量指标 效果 定性 满意 {N[13]} 分值 10
  赋分 人工 由 {N[14]} 会同 {N[15]} 评定
质量指标 制度 定性 健全 分值 10
  评分标准 有制度得5分（问{N[16]}），有专人得5分（问{N[17]}）。
质量指标 办结 定性 好 分值 10
  赋分 人工 由 {N[18]} 评定
质量指标 送达 >= 95% 分值 10
  评分标准 请 {N[19]} 视情况给分
数量指标 走访 >= 约{N[20]}户 分值 10 赋分 按比例
停用 数量指标 旧名{N[21]}
句式 按比例 完成得{{分值}}分，问 {N[22]}
填表人 某某 {N[23]}
联系电话 {N[24]}
单位负责人 某某 {N[25]}
"""
FILLED = f"""["预算"]
"全年预算数" = 10
"全年执行数" = 5
"偏差原因及改进措施" = "问 {N[26]}"
["目标"]
"实际完成情况" = "完成 {N[27]}"
["说明"]
"数据来源" = "台账 {N[28]}"
["签字"]
"填表人" = "某某 {N[29]}"
"联系电话" = "{N[30]}"
["指标"."走访"]
"评定得分" = 5
"偏差原因及改进措施" = "问 {N[31]}"
"说明[GA119]" = "问 {N[33]}"
"""


def test_places_of_a_declaration() -> None:
    """写在哪里都遮：表、两份 JSON、审核页；金额一格照写。"""
    result = compiled(GOAL)
    assert result.declaration is not None
    public, found = masked((result.declaration, result.diagnostics))
    outputs = [
        render_html(lay_out(public)),
        interchange.encode(document(public, load(), "0", path=mask(f"{N[32]}.goal"))).decode(),
        interchange.encode(document(public, load(), "0", acceptances=False)).decode(),
        review(public, found, load(), "zh"),
        review(public, found, load(), "en"),
    ]
    open_ones = interchange.encode(document(result.declaration, load(), "0", path=f"{N[32]}.goal")).decode()
    placed = [number for number in N if number in open_ones]
    assert len(placed) >= 25
    for output in outputs:
        assert [number for number in N if number in output] == []
    assert AMOUNT in outputs[0] and f'"value": "{AMOUNT}"' in outputs[1]


def test_places_of_a_self_evaluation() -> None:
    """自评：目标完成情况、原因、推算、签字，印的和 JSON 里的都遮。"""
    declaration = compiled(GOAL).declaration
    assert declaration is not None
    actuals, _, _ = read(declaration, FILLED)
    evaluation, _ = evaluate(declaration, actuals, load())
    open_ones = published_evaluation.encode(self_evaluation(evaluation, load(), "0")).decode()
    assert len([number for number in N if number in open_ones]) >= 12
    assert N[33] in open_ones
    public = masked(evaluation)
    for output in (
        render_html(lay_out_evaluation(public)),
        published_evaluation.encode(self_evaluation(public, load(), "0")).decode(),
    ):
        assert [number for number in N if number in output] == []

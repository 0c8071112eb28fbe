"""公开件：身份证号、电话号码遮住中间，不管怎么写、写在哪里；年份、文号、金额、编码不动。"""

from __future__ import annotations

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.emit.declaration import document
from goaldsl.emit.html import render_html
from goaldsl.emit.self_evaluation import self_evaluation
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.forms import lay_out, masked
from goaldsl.forms.self_evaluation import lay_out_evaluation
from goaldsl.published import declaration as interchange
from goaldsl.published import self_evaluation as published_evaluation
from goaldsl.published.personal import mask
from goaldsl.service.codes import known_codes
from goaldsl.service.reviewing import review
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

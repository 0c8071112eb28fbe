"""Declarations to publish: the real ones, and arbitrary ones that a department could write (Hypothesis)."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st
from msgspec import Struct

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.emit.declaration import document
from goaldsl.ingest.declaration import read
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import Located, Span
from goaldsl.published import declaration as interchange
from goaldsl.source import Source

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*ROOT.glob("goals/*/*.goal"), *ROOT.glob("tests/forms/*.goal")])


def declared(text: str, name: str = "goals/2026/某局.goal") -> Declaration:
    """The declaration a text states, sound or not."""
    declaration = Compiler(load(), Defaults(), frozenset()).compile(name, text.encode()).declaration
    assert declaration is not None
    return declaration


def published(declaration: Declaration, path: str | None = "goals/2026/某局.goal") -> bytes:
    return interchange.encode(document(declaration, load(), "0.1.0", path=path))


def again(data: bytes) -> Declaration:
    """The declaration that a published file holds."""
    declaration, findings = read(Source("out/2026/某局.json", data.decode(), data), load())
    unsound = "没有标签或序号"  # 对应目标 that was wrong in the text is wrong in the file
    assert [each.message.zh for each in findings if unsound not in each.message.zh] == []
    assert declaration is not None
    return declaration


def spanless(value: object) -> object:
    """A value without the places it was read from: what must survive publication."""
    if isinstance(value, Span):
        return None
    if isinstance(value, Located):
        return value.value
    if isinstance(value, Struct):
        return type(value).__name__, {
            name: spanless(getattr(value, name)) for name in value.__struct_fields__
        }
    if isinstance(value, tuple):
        return [spanless(each) for each in value]
    return value


_word = (
    st.text(alphabet="调研报告党员培训甲乙丙（）、“”《》·ABC12%", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda word: word and word[0] not in '"-123' and word != "%")
)
_sentence = st.text(alphabet="考核完成情况数据来自，。；：3%（）abc \\\"'/<>&", min_size=1, max_size=30)
_number = st.decimals(min_value=0, max_value=10**9, places=3).map(
    lambda value: format(value.normalize(), "f")
)
_unit = st.sampled_from(["篇", "%", "‰", "万元", "人次", "天", "元/亩", "桌", ""])
_operator = st.sampled_from([">=", "<=", ">", "<", "=", "恰为"])
_day = st.dates().filter(lambda day: day.year > 1900).map(lambda day: day.isoformat())
_target = st.one_of(
    st.builds("{} {} {}".format, _operator, _number, _unit),
    st.builds("{}..{} {}".format, _number, _number, _unit),
    st.builds("截止 {}".format, _day),
    st.builds(lambda day: f"截止 {day[:7]}", _day),
    st.builds(lambda day: f"截止 {day[:4]}年", _day),
    st.builds("{}～{}".format, _day, _day),
    st.builds("定性 {}".format, _word),
    st.sampled_from(["", ">= 按月安排", "≥**%", ">= 3-5 篇", "10辆"]),
)
_rule = st.sampled_from(
    [
        "按比例", "按比例 及格 60%", "按比例 线性", "达标 否则 2", "每低1%扣0.5分", "每目标值的10%扣1分 最多扣 5", "每2篇得1分 最多 10",
        "分档 好 满分, 一般 扣3, 差 1/3", "按区间 >= 95% 10, >= 80% 8 否则 1", "插值 60% 0, 100% 10", "逐项 有制度 2, 有专人 1",
        "按评判等级 优 10-9, 良 8-7", "评判", "人工 由考核组评定", "发生 投诉 每1次扣1分", "按比例 加分 1 每 10% 最多 3",
        "变动率 每超1%扣0.3分 可倒扣", "每1%得1分 最多 4 + 发生 投诉 每1次扣1分", "完成得10分，否则不得分。",
    ]
)  # fmt: skip
_class = st.sampled_from(
    ["数量指标", "质量指标", "时效指标", "经济成本指标", "社会效益指标", "服务对象满意度指标", "指标"]
)


_area = st.sampled_from(["思明区", "甲县", "2区", '"集美 区（岛外）"', "县本级"])
_amount = st.one_of(
    st.builds("{} {}".format, _number, st.sampled_from(["万元", "元", ""])),
    st.sampled_from(["约5万", "854万854万"]),
)


@st.composite
def _task(draw: st.DrawFn) -> str:
    lines = [f"任务 {draw(_word)}"]
    if draw(st.booleans()):
        lines.append(f"  内容 {draw(_sentence)}")
    budget = draw(st.sampled_from(["预算", "预算（元）"]))
    keywords = draw(st.lists(st.sampled_from([budget, "财政拨款", "其他资金"]), unique=True))
    lines += [f"  {keyword} {draw(_amount)}" for keyword in keywords]
    return "\n".join(lines)


@st.composite
def _indicator(draw: st.DrawFn) -> str:
    line = f"{draw(_class)} {draw(_word)} {draw(_target)}".rstrip()
    lines = [line]
    if draw(st.booleans()):
        lines.append(f"  分值 {draw(_number)}")
    if draw(st.booleans()):
        lines.append(f"  赋分 {draw(_rule)}")
    keywords = draw(st.lists(st.sampled_from(["解释", "备注", "评分标准", "数据来源"]), unique=True))
    lines += [f"  {keyword} {draw(_sentence)}" for keyword in keywords]
    for scope in draw(st.lists(st.sampled_from(["中期", "半年", "上年", "前年"]), unique=True)):
        lines.append(f"  {scope} {draw(_target.filter(bool))}")
    for area in draw(st.lists(_area, max_size=2, unique=True)):
        lines.append(f"  地区 {area} {draw(_target.filter(bool))}")
    if draw(st.booleans()):
        lines += [
            "  对应目标 调研, 2",
            "  上年名称 旧名一, 旧名二",
            "  编号 A01",
            "  说明[GC501 ≥3→≥2]：理由",
        ]
    return "\n".join(lines)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any declaration, as text."""
    form = draw(st.sampled_from(["芷江", "衡阳", "部门整体支出", "湖南", "重庆", "项目2015"]))
    lines = ["说明[GC305]：本单位不适用", f"部门 {draw(_word)}", f"表样 {form}"]
    if draw(st.booleans()):
        lines += ["年度 2026", "状态 送审", "表名 另一个名称"]
    if draw(st.booleans()):
        lines += [
            f"预算 {draw(_number)} 万元",
            "填表日期 2025.12.06",
            f"填表人 {draw(_word)}",
            "联系电话 0745-6820000",
        ]
    lines += ["职责 " + draw(st.sampled_from(["", "接排", "分段"]))]
    lines += [
        f"  {mark}{draw(_word)}"
        for mark in draw(st.lists(st.sampled_from(["1、", "- ", "（1）", "- [调研] ", ""]), max_size=4))
    ]
    lines += ["年度目标"]
    lines += [
        f"  {mark}{draw(_word)}"
        for mark in draw(st.lists(st.sampled_from(["1、", "- ", "- [调研] ", ""]), max_size=4))
    ]
    lines += draw(st.lists(_task(), max_size=2))
    for _ in range(draw(st.integers(0, 5))):
        lines.append(draw(_indicator()))
    if draw(st.booleans()):
        lines += ["生态效益指标", "停用 数量指标 去年的", "  备注 不做了"]
    return "\n".join(lines) + "\n"

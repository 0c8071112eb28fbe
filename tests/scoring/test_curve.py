"""画出来的线就是得分：线上的每个点都在函数上，再细的台阶也不多画。"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from goaldsl.scoring.curve import Picture, picture
from goaldsl.scoring.function.score import ScoreFunction
from tests.scoring.function.answers import curve, function, functions, only_curve


def drawn(line: str) -> Picture:
    found = picture(function(line))
    assert found is not None
    return found


@given(functions())
@settings(max_examples=100, deadline=None)
def test_lines_lie_on_the_function(found: ScoreFunction) -> None:
    """线的中段都在函数上；画出的范围里有指标值，高低都画得下。"""
    shown = picture(found)
    assert shown is not None
    values, term = only_curve(found)
    assert shown.low < shown.high and shown.bottom < shown.top
    assert term.question.target is None or shown.low <= term.question.target <= shown.high
    for stroke in shown.strokes:
        for x, y in stroke:
            assert shown.low <= x <= shown.high and shown.bottom <= y <= shown.top
        if len(stroke) == 2 and stroke[0][1] == stroke[1][1] and len(shown.strokes) < 80:
            assert values.at((stroke[0][0] + stroke[1][0]) / 2) == stroke[0][1]


def test_a_ratio_is_two_lines() -> None:
    shown = drawn("数量指标 房屋修缮面积 >= 300 平方米 分值 10 赋分 按比例")
    assert [len(stroke) for stroke in shown.strokes] == [2, 2]
    assert shown.strokes[0] == ((Fraction(0), Fraction(0)), (Fraction(300), Fraction(10)))


def test_each_step_is_a_tread() -> None:
    shown = drawn("时效指标 工作完成时间 截止 2026-12-31 分值 10 赋分 每推迟10天扣1分")
    assert len(shown.strokes) == 12  # 按期、九级台阶之间的十段、扣完
    assert shown.low < 0 < 100 < shown.high


def test_a_million_steps_are_one_ramp() -> None:
    line = "经济成本指标 支出总额 <= 814.87 万元 分值 20 赋分 每超1元扣0.00001分"
    assert len(drawn(line).strokes) == 3
    assert len(curve(line)[0].segments) == 3


def test_grades_have_no_curve() -> None:
    assert (
        picture(function("社会效益指标 执行力提高 定性 效果明显 分值 10 赋分 分档 效果明显 10, 效果一般 5"))
        is None
    )

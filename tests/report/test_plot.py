"""终端里的曲线：不超过给定的宽度，刻度写得下。"""

from __future__ import annotations

from fractions import Fraction

import pytest

from goaldsl.report.plot import Axis, plot

ACROSS = Axis(Fraction(70), Fraction(110), "70%", "110%")
UPWARD = Axis(Fraction(0), Fraction(10), "0", "10")
RAMP = [
    [(Fraction(75), Fraction(0)), (Fraction(95), Fraction(10))],
    [(Fraction(95), Fraction(10)), (Fraction(110), Fraction(10))],
]


def test_a_ramp() -> None:
    assert plot(RAMP, ACROSS, UPWARD, (Fraction(95), "95%"), width=34, height=4) == [
        "10 ┤               ⢀⡠⠔⠊⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉",
        "   ┤           ⢀⡠⠔⠊⠁",
        "   ┤       ⢀⡠⠔⠊⠁",
        " 0 ┤   ⢀⡠⠔⠊⠁",
        "   └──────────────────┴───────────",
        "    70%              95%      110%",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_too_wide(width: int) -> None:
    assert max(map(len, plot(RAMP, ACROSS, UPWARD, (Fraction(95), "95%"), width=width))) <= width


def test_a_mark_at_the_end_takes_the_place_of_the_number_there() -> None:
    lines = plot(RAMP, ACROSS, UPWARD, (Fraction(110), "110%"), width=40)
    assert lines[-1].count("110%") == 1
    assert plot([], ACROSS, UPWARD, (Fraction(200), "200%"), width=40)[-1].split() == ["70%", "110%"]


def test_a_single_point_is_drawn() -> None:
    lines = plot([[(Fraction(90), Fraction(5))]], ACROSS, UPWARD)
    assert sum(0x2800 < ord(letter) <= 0x28FF for line in lines for letter in line) == 1

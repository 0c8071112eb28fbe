"""一次修改几处：挨着的两处只改先写的一处，隔开的都改。"""

from __future__ import annotations

import pytest

from goaldsl.diagnostics import Edit, Fix, Message
from goaldsl.model.place import Span
from goaldsl.project.fixing import fixed


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(Message("改", "fix"), tuple(Edit(Span(start, end), text) for start, end, text in edits))


@pytest.mark.parametrize(
    ("fixes", "text", "count"),
    [
        ([fix((0, 2, "一")), fix((3, 5, "二"))], "一2二56", 2),  # a digit between them
        ([fix((0, 2, "一")), fix((2, 4, "二"))], "一23456", 1),  # they touch
        ([fix((2, 4, "二")), fix((0, 2, "一"))], "一23456", 1),  # whichever was found first
        ([fix((0, 3, "一")), fix((2, 4, "二"))], "一3456", 1),  # they overlap
        ([fix((0, 1, "一"), (5, 6, "三")), fix((4, 5, "二"))], "一1234三6", 1),  # one of its edits touches
        ([fix((4, 5, "二"), (6, 7, "三")), fix((0, 1, "一"))], "一123二5三", 2),
        ([fix((3, 3, "插")), fix((3, 3, "入"))], "012插3456", 1),  # two insertions at one place
    ],
)
def test_fixes_that_touch(fixes: list[Fix], text: str, count: int) -> None:
    assert fixed("0123456", fixes) == (text, count)

"""How wide the columns of the printed form are, and how much stands on a line of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.model.table import Cell, Table

# The words that labels of these forms end in: 经济成本|指标, 计量|单位. A narrow label breaks between them.
_WORDS = re.compile("(?<=.)(?=指标|成本|效益|影响|对象|环境|满意度|类型|性质|单位|标准|情况|[（(])")
_PAPER = {False: Decimal(184), True: Decimal(271)}  # mm between the margins of A4, upright and landscape
_SIDES = Decimal("1.8")  # mm: the padding of a cell and its share of the rules
_EM = Decimal("3.175")  # mm: a character of 9 pt


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns' shares of the table in percent, whatever they add up to in the form, and its width in mm."""

    shares: tuple[Decimal, ...]
    paper: Decimal

    def characters(self, cell: Cell) -> Decimal:
        """How many Chinese characters a line of `cell` has room for."""
        share = sum(self.shares[cell.column : cell.column + cell.colspan], Decimal(0))
        return (share * self.paper / 100 - _SIDES) / _EM


def widths(table: Table) -> Widths:
    """The widths on paper."""
    total = sum((column.width for column in table.columns), Decimal(0)) or Decimal(1)
    shares = tuple(round(column.width * 100 / total, 3) for column in table.columns)
    return Widths(shares, _PAPER[table.landscape])


def words(label: str, room: int) -> list[str]:
    """The parts between which a label of one paragraph breaks that is too long for its line."""
    return _WORDS.split(label) if len(label) > room else [label]

"""说明：写在指标下面的只管这个指标，写在文件开头的管整份表，不改变别的结果。"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.diagnostics import Diagnostic
from tests.checks.cases import compiled

HEAD = "部门 县人社局\n年度 2026\n表样 项目\n"
REASON = "  说明[GC202]：省里按金额考核\n"
ROWS = tuple(f"数量指标 支出安排{which} = {amount} 万元\n" for amount, which in enumerate("甲乙丙丁", 1))


def _of_money(text: str) -> list[Diagnostic]:
    return [found for found in compiled(text).diagnostics if found.finding.code.code == "GC202"]


def _others(text: str) -> list[str]:
    found = (diagnostic.finding for diagnostic in compiled(text).diagnostics)
    return sorted(f"{each.code.code} {each.message.zh}" for each in found if each.code.code != "GC202")


@settings(deadline=None, max_examples=30)  # the first file loads the catalog
@given(st.lists(st.booleans(), min_size=1, max_size=4))
def test_accepted_rows_leave_the_list(accepted: list[bool]) -> None:
    """几行同一个毛病，说明了哪几行，剩下的仍是一条结果，数目和位置都对。"""
    rows = zip(ROWS, accepted, strict=False)
    text = HEAD + "".join(row + REASON * one for row, one in rows)
    found = _of_money(text)
    left = [row.split()[1] for row, one in zip(ROWS, accepted, strict=False) if not one]
    if not left:
        assert not found
        return
    (diagnostic,) = found
    finding = diagnostic.finding
    if len(left) == 1:
        assert f"“{left[0]}”是数量指标" in finding.message.zh
        return
    assert finding.message.zh == f"{len(left)} 个数量指标的单位是金额"
    assert finding.label is not None
    told = [finding.label.zh, *(place.message.zh for place in finding.related)]
    assert [name for name, line in zip(left, told, strict=True) if name in line] == left


def test_fix_spares_accepted_rows() -> None:
    """自动修改不动已经说明的那一行。"""
    rows = "质量指标 考核达标率 >= 100%\n  说明[GC302]：照上级文件的写法\n质量指标 验收合格率 >= 100%\n"
    found = [each for each in compiled(HEAD + rows).diagnostics if each.finding.code.code == "GC302"]
    (diagnostic,) = found
    fix = diagnostic.finding.fix
    assert fix is not None
    assert [(HEAD + rows).count("\n", 0, edit.span.start) for edit in fix.edits] == [5]


@settings(deadline=None, max_examples=30)  # the first file loads the catalog
@given(st.sampled_from(["", REASON.strip() + "\n"]), st.integers(0, 4))
def test_acceptance_of_the_file(head: str, rows: int) -> None:
    """写在文件开头的，管整份表。"""
    text = HEAD + "".join(ROWS[:rows])
    assert len(_of_money(head + text)) == (1 if rows and not head else 0)


def test_other_findings_stay() -> None:
    """说明一条，不影响别的检查结果。"""
    text = HEAD + "".join(ROWS)
    assert _others(REASON.strip() + "\n" + text) == _others(text)


def test_comments_and_blank_lines_belong_to_the_row_above() -> None:
    """说明与指标之间隔着空行、注释、续行，仍管那个指标。"""
    text = HEAD + ROWS[0] + "\n# 县委督查室要求\n  解释 全年支出\n    的总额\n\n" + REASON
    assert not _of_money(text)


def test_a_goal_is_accepted_at_its_indicator() -> None:
    """年度目标与指标不一致，理由写在那个指标下面。"""
    goal = "年度目标\n  1、完成调研报告5篇\n"
    row = "数量指标 调研报告完成篇数 >= 3 篇\n"
    reason = "  说明[GC253]：另外2篇由市里牵头，不列本部门\n"
    contradiction = [each for each in compiled(HEAD + goal + row).diagnostics if _is_contradiction(each)]
    accepted = [each for each in compiled(HEAD + goal + row + reason).diagnostics if _is_contradiction(each)]
    assert contradiction and not accepted


def _is_contradiction(diagnostic: Diagnostic) -> bool:
    return diagnostic.finding.code.code == "GC253"

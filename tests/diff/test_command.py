"""goaldsl diff 的命令：写法、门槛、说明、各种输出；不能比的说清楚，状态对，什么也不写。"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goaldsl.diff import published
from tests.cli.running import Project
from tests.diff.history.repository import git, make

OLD = """部门 某某局
年度 2025
数量指标 调研报告 >= 3 篇 分值 5
数量指标 走访党员 >= 650 人 分值 5
质量指标 合格率 >= 95% 分值 10
"""
NEW = (
    OLD.replace("2025", "2026").replace(">= 3 篇", ">= 2 篇").replace("走访党员 >= 650", "走访老党员 >= 400")
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path, monkeypatch)
    made.write("goaldsl.toml", "")
    made.write("goals/2025/某某局.goal", OLD)
    made.write("goals/2026/某某局.goal", NEW)
    return made


def changes(out: str) -> published.Report:
    return published.decode(out.encode())


# ── 写法 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_without_words_the_two_newest_years(project: Project) -> None:
    """什么也不写：最新的年度与上一个年度；第一行说明比了什么、为什么。"""
    run = project.run("diff")
    assert run.status == 0
    assert run.out.startswith("比较　2025 → 2026（申报表；没有写比什么")
    assert "降低要求" in run.out and "GD101" in run.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025", "2026"),
        ("year:2025", "year:2026"),
        ("goals/2025", "goals/2026"),
        ("goals/2025/某某局.goal", "goals/2026/某某局.goal"),
    ],
)
def test_any_two_things(project: Project, old: str, new: str) -> None:
    """年度、文件夹、文件，比出来一样。"""
    made = changes(project.run("diff", old, new, "--output-format", "json").out)
    assert sorted(made.summary.by_code) == ["GD101", "GD120", "GD122", "GD124"]
    assert made.baseline.files[0].kind == "申报表" and made.baseline.files[0].rows == 3


def test_published_files(project: Project) -> None:
    """公布的 JSON 与它的 .goal 没有变化；两年的 JSON 也能比。"""
    assert project.run("build", "--format", "json").status == 0
    same = changes(
        project.run("diff", "out/2026/某某局.json", "goals/2026/某某局.goal", "--output-format", "json").out
    )
    assert same.changes == ()
    both = changes(
        project.run("diff", "out/2025/某某局.json", "out/2026/某某局.json", "--output-format", "json").out
    )
    assert "GD101" in both.summary.by_code


def test_a_copied_year_is_no_change(project: Project) -> None:
    """照抄到下一年、日期随年度走的，没有变化。"""
    text = (
        OLD
        + "时效指标 完成时间 截止 2025-11-30 分值 5\n  解释 2025年11月30日前完成。\n年度目标\n  2025年完成调研3篇。\n"
    )
    project.write("goals/2025/某某局.goal", text)
    project.write("goals/2026/某某局.goal", text.replace("2025", "2026"))
    assert changes(project.run("diff", "--output-format", "json").out).changes == ()


def test_ambiguous_words_are_asked_back(project: Project) -> None:
    """同一个词既是路径又是年度：两个都说出来，状态 2。"""
    (project.root / "2025").mkdir()
    run = project.run("diff", "2025", "2026")
    assert run.status == 2 and "GX112" in run.err
    assert "./2025" in run.err and "year:2025" in run.err
    assert project.run("diff", "year:2025", "2026").status == 0


# ── 版本 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make(folder)
    return folder


@pytest.fixture
def history(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    shutil.copytree(made, tmp_path / "repo")
    return Project(tmp_path / "repo", monkeypatch)


@pytest.mark.parametrize("words", [("送审稿..定稿",), ("送审稿", "定稿"), ("git:送审稿", "git:定稿"), ("送审稿:goals/2027/县委办公室.goal", "定稿:goals/2027/县委办公室.goal")])  # fmt: skip
def test_revisions(history: Project, words: tuple[str, ...]) -> None:
    """版本、范围、版本里的文件。"""
    made = changes(history.run("diff", *words, "--output-format", "json").out)
    assert "GD107" in made.summary.by_code and made.baseline.ref


def test_a_revision_has_its_own_settings(history: Project) -> None:
    """以前的版本用它自己的 goaldsl.toml 读。"""
    history.write("goaldsl.toml", '[[unit]]\nnames = ["某某"]\ndimension = "count"\n')
    history.write("goals/2027/政务中心.goal", (history.root / "goals/2027/政务中心.goal").read_text("utf-8").replace(">= 100 个", ">= 100 某某"))  # fmt: skip
    made = changes(history.run("diff", "HEAD:goals/2027/政务中心.goal", "--output-format", "json").out)
    assert made.summary.by_code.get("GD110") == 1


def test_renamed_files_are_followed(history: Project) -> None:
    """改了文件名的，找得到当时的名字。"""
    made = changes(history.run("diff", "定稿:goals/2027/政务中心.goal", "--output-format", "json").out)
    assert "当时叫 goals/2027/政务服务中心.goal" in made.baseline.why
    assert made.summary.by_code == {"GD102": 1}


def test_a_file_against_its_last_commit(history: Project) -> None:
    """只写一个最新年度的文件：与最后一次提交比。"""
    path = history.root / "goals/2027/政务中心.goal"
    path.write_text(path.read_text("utf-8").replace(">= 100 个", ">= 90 个"), encoding="utf-8")
    run = history.run("diff", "goals/2027/政务中心.goal")
    assert run.status == 0 and "GD101" in run.out and "与最后一次提交比" in run.out


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("没有的版本..",), "GX110", "没有版本“没有的版本”"),
        (("v2026:goals/2027/没有.goal",), "GX110", "里没有"),
        (("2031",), "GX113", "没有 2031 年度"),
        (("goals/2026/没有.goal", "goals/2027"), "GX113", "没有文件或文件夹"),
        (
            (
                "--",
                "-p..HEAD",
            ),
            "GX110",
            "没有版本",
        ),
    ],
)
def test_what_does_not_exist(history: Project, words: tuple[str, ...], code: str, part: str) -> None:
    """没有的版本、文件、年度：说清楚，状态 2，什么也不写。"""
    before = git(history.root, "status", "--porcelain")
    run = history.run("diff", *words)
    assert run.status == 2 and code in run.err and part in run.err and run.out == ""
    assert git(history.root, "status", "--porcelain") == before


def test_no_history(project: Project, tmp_path: Path) -> None:
    """不是仓库、还没有提交、仓库外面的文件。"""
    outside = project.run("diff", "HEAD~1")
    assert outside.status == 2 and "GX11" in outside.err
    git(project.root, "init", "-q")
    empty = project.run("diff", "HEAD..")
    assert empty.status == 2 and "还没有提交过" in empty.err


def test_shallow_clones_are_explained(
    history: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """浅克隆里没有的版本：写出要运行的命令。"""
    clone = tmp_path / "浅"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{history.root}", str(clone))
    run = Project(clone, monkeypatch).run("diff", "v2026..")
    assert run.status == 2 and "git fetch --unshallow" in run.err


def test_git_runs_nothing_of_the_repository(history: Project) -> None:
    """仓库里配的钩子、过滤器、外部比较程序都不运行。"""
    trap = history.write("trap.sh", "#!/bin/sh\ntouch sprung\n")
    trap.chmod(0o755)
    for key in (
        "diff.external",
        "core.fsmonitor",
        "filter.goal.smudge",
        "filter.goal.clean",
        "diff.goal.textconv",
    ):
        git(history.root, "config", key, str(trap))
    history.write(".gitattributes", "*.goal filter=goal diff=goal\n")
    assert history.run("diff", "送审稿..定稿").status == 0
    assert not (history.root / "sprung").exists()


# ── 不能比的 ─────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("部门 甲局\n年度 2025\n数量指标 项目总成本 >= 1 个\n", "部门 乙局\n年度 2026\n数量指标 项目总成本 >= 1 个\n", "没有同一个单位"),
        ("部门 甲局\n年度 2025\n数量指标 甲 >= 1 个\n", "项目名称 甲项目\n部门 甲局\n年度 2026\n数量指标 甲 >= 1 个\n", "项目表"),
        ("", "", "没有可以比的申报表"),
        (b"\x00\x01\x02\xff\xfe\x00binary" * 30, "部门 甲局\n年度 2026\n数量指标 甲 >= 1 个\n", "没有可以比的申报表"),
    ],
    ids=["别的单位", "项目与部门", "两边都空", "二进制"],
)  # fmt: skip
def test_not_comparable(project: Project, old: str | bytes, new: str | bytes, part: str) -> None:
    """不能比：说明原因，状态 2，不留下文件。"""
    one, other = project.write("甲.goal", old), project.write("乙.goal", new)
    if not old:
        one, other = project.write("空/说明.txt", ""), project.write("空二/说明.txt", "")
        one, other = one.parent, other.parent
    files = sorted(project.root.rglob("*"))
    run = project.run(
        "diff", str(one.relative_to(project.root)), str(other.relative_to(project.root)), "--gate", "draft"
    )
    assert run.status == 2 and "GX113" in run.err and part in run.err
    assert "Traceback" not in run.err and sorted(project.root.rglob("*")) == files


def test_unmatched_forms_are_not_paired(project: Project) -> None:
    """对不上的表整份算没有、算新增，一行说明；能比的照比。"""
    project.write(
        "goals/2025/甲项目.goal",
        "项目名称 甲项目\n部门 某某局\n年度 2025\n经济成本指标 项目总成本 <= 20 万元\n",
    )
    project.write(
        "goals/2026/乙项目.goal",
        "项目名称 乙项目\n部门 某某局\n年度 2026\n经济成本指标 项目总成本 <= 45 万元\n",
    )
    run = project.run("diff")
    assert run.status == 0 and "125" not in run.out
    assert "今年没有对应的表　甲项目" in run.out and "去年没有对应的表　乙项目" in run.out


def test_former_names_of_forms(project: Project) -> None:
    """项目改了名，在今年的表里写上年名称，就对得上。"""
    project.write(
        "goals/2025/甲项目.goal", "项目名称 甲项目\n部门 某某局\n年度 2025\n数量指标 检查 >= 20 次\n"
    )
    project.write(
        "goals/2026/乙项目.goal",
        "项目名称 乙项目\n部门 某某局\n年度 2026\n上年名称 甲项目\n数量指标 检查 >= 10 次\n",
    )
    made = changes(project.run("diff", "--output-format", "json").out)
    assert [form.matched_by for form in made.forms if form.after and form.after.name == "乙项目"] == [
        "former"
    ]


def test_broken_line_on_one_side(project: Project) -> None:
    """一边有读不懂的行：指出那一行，其余照比；不说那一行的指标被取消；有门槛时不通过。"""
    project.write(
        "goals/2026/某某局.goal",
        NEW.replace("质量指标 合格率 >= 95% 分值 10", "质量指标 合格率 >= 95% 分直 10"),
    )
    run = project.run("diff", "--output-format", "json")
    made = changes(run.out)
    assert run.status == 0 and "GS" in run.err and "分直" in run.err
    assert "GD101" in made.summary.by_code
    assert not any(change.code == "GD120" and change.name.before == "合格率" for change in made.changes)
    assert project.run("diff", "--gate", "draft").status == 1


# ── 门槛和说明 ───────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("gate", "status"), [(None, 0), ("draft", 0), ("草案", 0), ("review", 0), ("frozen", 1), ("批复", 1), ("auto", 0)])  # fmt: skip
def test_gates(project: Project, gate: str | None, status: int) -> None:
    """没有 --gate 什么都不拦；只有批复拦住放宽。"""
    assert project.run("diff", *(("--gate", gate) if gate else ())).status == status


def test_exit_code(project: Project) -> None:
    """--exit-code：有变化是 1，没有是 0。"""
    assert project.run("diff", "--exit-code").status == 1
    assert project.run("diff", "2026", "2026", "--exit-code").status == 0


def test_the_gate_is_that_of_the_old_file(project: Project) -> None:
    """同一年里，口径看旧的一边：新稿把状态改低也拦得住，还报 GD190。"""
    project.write("批复.goal", NEW.replace("年度 2026", "年度 2026\n状态 批复"))
    project.write("新稿.goal", NEW.replace("年度 2026", "年度 2026\n状态 草案").replace(">= 95%", ">= 90%"))
    run = project.run("diff", "批复.goal", "新稿.goal", "--gate", "auto", "--output-format", "json")
    assert run.status == 1
    assert {"GD101", "GD190"} <= set(changes(run.out).summary.by_code)


def test_accepting_in_the_text(project: Project) -> None:
    """--accept 写进今年的表，记下认可的是哪一处；新写的说明打不开批复的门，除非项目这样规定。"""
    project.write("goals/2026/某某局.goal", NEW.replace("走访老党员 >= 400", "走访党员 >= 650"))
    done = project.run("diff", "--accept", "GD101", "--reason", "预算压减 20%，〔2026〕12号")
    text = (project.root / "goals/2026/某某局.goal").read_text("utf-8")
    assert done.status == 0 and "  说明[GD101 ≥3→≥2]：预算压减 20%，〔2026〕12号\n" in text
    assert project.run("check", "goals/2026").status == 0
    shut = project.run("diff", "--gate", "frozen")
    assert shut.status == 1 and "本次新写的说明 1 条" in shut.out
    project.write("goaldsl.toml", '[diff]\naccept = "candidate"\n')
    assert project.run("diff", "--gate", "frozen").status == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--accept", "GD140", "--reason", "理由"), "没有GD140变化"),
        (("--accept", "GD101@没有", "--reason", "理由"), "没有“没有”的GD101变化"),
        (("--accept", "GD101", "--reason", "理由"), "GD101 有 2 处"),
    ],
)
def test_acceptances_that_fit_nothing(project: Project, words: tuple[str, ...], part: str) -> None:
    """没有这处变化，或有几处没有指明：不写，状态 2。"""
    project.write("goals/2026/某某局.goal", NEW.replace(">= 95%", ">= 90%"))
    before = (project.root / "goals/2026/某某局.goal").read_bytes()
    run = project.run("diff", *words)
    assert run.status == 2 and part in run.err
    assert (project.root / "goals/2026/某某局.goal").read_bytes() == before


def test_accepting_what_is_no_text(project: Project) -> None:
    """新的一边是 JSON：状态 2，写出要贴的那一行。"""
    project.run("build", "--format", "json")
    run = project.run(
        "diff", "goals/2025/某某局.goal", "out/2026/某某局.json", "--accept", "GD101", "--reason", "压减"
    )
    assert run.status == 2 and "说明[GD101 ≥3→≥2]：压减" in run.err


def test_retiring_what_was_removed(project: Project) -> None:
    """认可取消：写成停用和理由，再比就是 GD121。"""
    project.write("goals/2026/某某局.goal", NEW.replace("数量指标 走访老党员 >= 400 人 分值 5\n", ""))
    assert project.run("diff", "--accept", "GD120@走访党员", "--reason", "职能划转").status == 0
    made = changes(project.run("diff", "--output-format", "json").out)
    assert "GD121" in made.summary.by_code and "GD120" not in made.summary.by_code


def test_reasons_from_the_table(project: Project) -> None:
    """--accept-from：部门填在对照表里的理由，一条不落地写进去。"""
    project.write("理由.json", json.dumps([{"name": "调研报告", "reason": "压减，〔2026〕1号"}, {"code": "GD124", "name": "走访老党员", "reason": "对象调整"}]))  # fmt: skip
    assert project.run("diff", "--accept-from", "理由.json").status == 0
    made = changes(project.run("diff", "--output-format", "json").out)
    assert made.summary.accepted == 2 and made.summary.without_document == 1
    assert project.run("diff", "--accept-from", "goaldsl.toml").status == 2


def test_selecting(project: Project) -> None:
    """[diff] select、ignore 按类别或代码取舍。"""
    project.write("goaldsl.toml", '[diff]\nselect = ["promise"]\nignore = ["GD101"]\n')
    made = changes(project.run("diff", "--output-format", "json").out)
    assert set(made.summary.by_code) == {"GD120"}


# ── 输出 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "form", ["terminal", "markdown", "html", "json", "github", "gitlab", "sarif", "junit"]
)
def test_every_output(project: Project, form: str) -> None:
    """每种输出都写得出来，同样的输入同样的字节。"""
    one, other = (project.run("diff", "--output-format", form) for _ in range(2))
    assert one.status == 0 and one.out and one.out == other.out
    assert "调研报告" in one.out


def test_files_in_a_folder(project: Project) -> None:
    """-o：对比表和标注的官方表；几个单位另有概览。"""
    project.write("goals/2025/另一局.goal", OLD.replace("某某局", "另一局"))
    project.write("goals/2026/另一局.goal", NEW.replace("某某局", "另一局"))
    project.write(
        "单位.csv", "名称,简称,归口股室\n某某局,,行政股\n另一局,,社保股\n第三局,,农业股\n".encode("gb18030")
    )
    assert project.run("diff", "--output-format", "html", "-o", "审核").status == 0
    names = sorted(path.name for path in (project.root / "审核").iterdir())
    assert names == [
        "年度对比表-另一局.html",
        "年度对比表-某某局.html",
        "改动标注-另一局.html",
        "改动标注-某某局.html",
        "概览.html",
    ]
    overview = (project.root / "审核/概览.html").read_text("utf-8")
    assert "未报 1" in overview and "第三局" in overview and "行政股" in overview


def test_markdown_stays_short(project: Project) -> None:
    """一千行的表，评论也不超过服务器的上限；名称里的符号破坏不了表格。"""
    rows = "".join(f"数量指标 检查|事项{at}号<b> >= {at + 5} 次 分值 1\n" for at in range(1200))
    project.write("goals/2025/某某局.goal", OLD + rows)
    project.write("goals/2026/某某局.goal", NEW + rows.replace(" 次 分值", "0 次 分值"))
    text = project.run("diff", "--output-format", "markdown").out
    assert text.startswith("<!-- goaldsl-diff -->\n**") and len(text) < 60_000
    assert "<b>" not in text


def test_standard_input(project: Project) -> None:
    """- 是标准输入。"""
    run = project.run("diff", "goals/2025/某某局.goal", "-", typed=NEW.encode())
    assert run.status == 0 and "GD101" in run.out


def test_fmt_never_changes_a_diff(project: Project) -> None:
    """换了排版、编码、全角的数字和符号，没有变化。"""
    wide = NEW.replace(">= 2 篇", "≥２ 篇").replace("分值 10", "分值　１０").replace("\n", "\r\n")
    project.write("宽.goal", wide.encode("gb18030"))
    made = changes(project.run("diff", "goals/2026/某某局.goal", "宽.goal", "--output-format", "json").out)
    assert not any(change.severity for change in made.changes)


def test_output_to_a_pipe_that_is_a_program(project: Project) -> None:
    """在另一个进程里也一样：状态从程序里传出来。"""
    done = subprocess.run((sys.executable, "-m", "goaldsl", "diff", "--gate", "frozen"), cwd=project.root, capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 1 and "没有通过" in done.stdout.decode()

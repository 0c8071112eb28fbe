"""在 git 里：init --git 设好，doctor 说缺什么，审核脚本在真的仓库里跑，没有令牌不联网。"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Project
from tests.diff.history.repository import git
from tests.diff.test_command import NEW, OLD

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "仓库").mkdir()
    return Project(tmp_path / "仓库", monkeypatch)


def test_init_git(project: Project) -> None:
    """写属性、设驱动、中文文件名原样；再来一次不改；别的行留着；打印给别的克隆的一行。"""
    project.write(".gitattributes", "*.png binary\n")
    run = project.run("init", "--git", "--form", "芷江")
    assert run.status == 0 and "git config core.quotepath 'false'" in run.err
    assert (project.root / ".gitattributes").read_text("utf-8").splitlines()[:2] == [
        "*.png binary",
        "*.goal text diff=goal",
    ]
    assert git(project.root, "config", "core.quotepath").strip() == "false"
    assert "已有 .gitattributes" in project.run("init", "--git").err
    assert "这个仓库里还没有设好" not in project.run("doctor").out


def test_doctor_reports_what_is_missing(project: Project) -> None:
    """没有设过的仓库，doctor 说缺什么、怎么设。"""
    git(project.root, "init", "-q")
    out = project.run("doctor").out
    assert "这个仓库里还没有设好：.gitattributes、diff.goal.xfuncname" in out and "goaldsl init --git" in out


def test_git_names_the_indicator(project: Project) -> None:
    """git diff 的每一段，写着是哪个指标的。"""
    project.run("init", "--git", "--form", "芷江")
    text = (
        OLD
        + "数量指标 培训 >= 3 期 分值 5\n"
        + "".join(f"  备注 第{at}行\n" if at == 0 else f"  # {at}\n" for at in range(12))
    )
    path = project.write("goals/2025/某某局.goal", text)
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "一")
    path.write_text(text.replace("# 11", "# 十一"), encoding="utf-8")
    assert "数量指标 培训 >= 3 期 分值 5" in git(project.root, "diff")


def script(folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The review script with this installation's goaldsl."""
    bin_folder = folder.parent / "bin"
    bin_folder.mkdir(exist_ok=True)
    command = bin_folder / "goaldsl"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m goaldsl "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GITHUB_", "CI_", "GOALDSL_TOKEN"))
    }
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ("sh", str(ROOT / "integrations/review.sh"), "main"),
        cwd=folder,
        env={**kept, "PATH": path, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("sh") is None, reason="要有 POSIX shell")
def test_review_script(project: Project) -> None:
    """检查、生成、与目标分支比较、打印评论；门槛不过时状态 1；没有令牌不联网。"""
    project.write("goaldsl.toml", "")
    project.write(".gitignore", "out/\n")
    good = "部门 某某局\n年度 2026\n状态 批复\n数量指标 调研报告 >= 3 篇 分值 10\n"
    project.write("goals/2026/某某局.goal", good)
    git(project.root, "init", "-q", "-b", "main")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "批复")
    git(project.root, "checkout", "-q", "-b", "改")
    project.write("goals/2026/某某局.goal", good.replace(">= 3", ">= 2"))
    git(project.root, "commit", "-q", "-am", "放宽")
    done = script(project.root, GOALDSL_GATE="auto", GOALDSL_COMMENT_URL="http://127.0.0.1:9/评论")
    text = done.stdout.decode()
    assert text.startswith("<!-- goaldsl-diff -->") and "GD101" in text and "没有通过" in text
    assert done.returncode == 1, done.stderr.decode()
    assert "评论没有贴上" not in done.stderr.decode()


def test_templates_call_the_script() -> None:
    """三种流水线的模板都调用同一个脚本；pre-commit 的四个入口都是有的命令。"""
    for name in ("github.yml", "gitlab.yml", "gitee.yml"):
        assert "integrations/review.sh" in (ROOT / "integrations" / name).read_text("utf-8")
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert hooks.count("language: system") == 2 and hooks.count("entry: goaldsl ") == 4


@pytest.mark.skipif(shutil.which("sh") is None, reason="要有 POSIX shell")
def test_post_receive(project: Project, tmp_path: Path) -> None:
    """推到裸仓库：打印对比，不拦。"""
    bare = tmp_path / "裸.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    hook = bare / "hooks/post-receive"
    shutil.copy(ROOT / "integrations/post-receive", hook)
    project.write("goaldsl.toml", "")
    project.write("goals/2026/某某局.goal", NEW)
    git(project.root, "init", "-q", "-b", "main")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "一")
    git(project.root, "push", "-q", str(bare), "main")
    project.write("goals/2026/某某局.goal", NEW.replace(">= 95%", ">= 90%"))
    git(project.root, "commit", "-q", "-am", "二")
    script(project.root)  # makes the command
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(("git", "push", str(bare), "main"), cwd=project.root, env=environment, capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0 and "GD101" in done.stderr.decode()

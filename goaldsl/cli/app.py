"""The commands and their options, in Chinese first; what they do lies in a module each."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from goaldsl import __version__
from goaldsl.diagnostics import Preset
from goaldsl.report import Format

app = typer.Typer(
    name="goaldsl",
    help="预算绩效目标的文本语言：检查申报表，生成官方表格（HTML、PDF）和交换文件（JSON）。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_option = partial(typer.Option, show_default=False)
_argument = partial(typer.Argument, show_default=False)

Paths = Annotated[list[str] | None, _argument(help="文件或文件夹；不写就是项目的 goals/；- 表示标准输入。")]
PresetOption = Annotated[
    Preset | None, _option("--preset", help="审核口径：draft 草案，review 送审，frozen 批复。")
]
LangOption = Annotated[str | None, _option("--lang", help="提示信息的语言：zh 或 en。", metavar="zh|en")]
FormArgument = Annotated[str, typer.Argument(help="申报表文件。", metavar="FILE")]
PublicOption = Annotated[bool, typer.Option("--public", help="公开版：遮住电话和身份证号。")]
OutOption = Annotated[Path | None, _option("-o", "--out", help="写到哪个文件夹；不写就是项目的 out/。")]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"goaldsl {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本号。", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """预算绩效目标的文本语言：检查申报表，生成官方表格（HTML、PDF）和交换文件（JSON）。"""


@app.command(help="检查，然后写出官方表格和交换文件。有强制性问题的文件不写。")
def build(
    paths: Paths = None,
    out: OutOption = None,
    formats: Annotated[
        str | None,
        _option("--format", help="生成哪些文件，用逗号隔开：html,pdf,json,review（审核用，带评分曲线）。"),
    ] = None,
    preset: PresetOption = None,
    public: PublicOption = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.build import Request, build

    raise typer.Exit(build(Request(tuple(paths or ()), out, formats, preset, public, lang)))


@app.command(help="只检查，不写文件（除非用 --fix）。")
def check(
    paths: Paths = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", help="结果的格式。", case_sensitive=False)
    ] = Format.FULL,
    preset: PresetOption = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="自动修改有把握的问题，直接改源文件；从不改数字。")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="提示性问题也算不通过。")] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.check import Request, check

    raise typer.Exit(check(Request(tuple(paths or ()), output_format, preset, fix, strict, lang)))


@app.command(help="把 .goal 文件排成统一的版式：只动缩进、空格和全半角，不动文字、数字和注释。")
def fmt(
    paths: Paths = None,
    check: Annotated[bool, typer.Option("--check", help="只看有没有要排的，不写文件。")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示会改成什么样，不写文件。")] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.fmt import fmt

    raise typer.Exit(fmt(tuple(paths or ()), check=check, diff=diff, lang=lang))


@app.command("import", help="把已有的表（Word、Excel、网页、PDF、文本）变成 .goal 文件，并写出核对页。")
def import_(
    paths: Annotated[list[str], typer.Argument(help="文件、文件夹或 zip；- 表示把粘贴的内容读进来。")],
    out: Annotated[
        Path | None, _option("-o", "--out", help="写到哪个文件夹；不写就是项目的 goals/。")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="已有的文件改过也覆盖。")] = False,
    keep_contacts: Annotated[
        bool, typer.Option("--keep-contacts", help="注释里的电话和身份证号不遮。")
    ] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.import_forms import Request, import_forms

    raise typer.Exit(import_forms(Request(tuple(paths), out, overwrite, keep_contacts, lang)))


@app.command(help="写出年终自评的实际值模板，填好后交给 goaldsl score。")
def actuals(
    path: FormArgument,
    out: Annotated[
        Path | None, _option("-o", "--out", help="写到哪个文件；不写就在申报表旁边；- 是标准输出。")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="toml，或给填表人的 xlsx。", metavar="toml|xlsx")
    ] = "toml",
    update: Annotated[bool, typer.Option("--update", help="申报表改过：按新表写，保留已填的。")] = False,
    force: Annotated[bool, typer.Option("--force", help="重新开始，已填的不要了。")] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.actuals import Request, actuals

    raise typer.Exit(actuals(Request(path, out, form, update, force, lang)))


@app.command(help="按实际值算出每个指标的得分，写出绩效自评表。")
def score(
    path: FormArgument,
    values: Annotated[Path | None, _option("--actuals", help="实际值文件；不写就找申报表旁边的。")] = None,
    out: OutOption = None,
    formats: Annotated[
        str | None, _option("--format", help="生成哪些文件，用逗号隔开：html,pdf,json。")
    ] = None,
    approved: Annotated[
        Path | None,
        typer.Option("--approved", help="批复的申报表（JSON 或 .goal）：改过目标的报错。", hidden=True),
    ] = None,
    at: Annotated[
        str | None, _option("--at", help="年中监控：到这一天的进度，如 2026-06-30；不写自评表。")
    ] = None,
    public: PublicOption = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.score import Request, score

    raise typer.Exit(score(Request(path, values, out, formats, approved, at, public, lang)))


@app.command(help="看一句评（扣）分标准（或一条赋分规则）：读成什么规则、得分曲线、有什么毛病、得多少分。")
def rule(
    sentence: Annotated[str, typer.Argument(help="官方句子，或 .goal 里的赋分规则。", metavar="SENTENCE")],
    target: Annotated[str, typer.Option("--target", help="指标值，如 >= 95 %、截止 2026-12-31。")],
    points: Annotated[str, typer.Option("--score", help="分值。")],
    name: Annotated[str, typer.Option("--name", help="三级指标名称：“…率”“…满意度”最高 100%。")] = "指标",
    at: Annotated[
        list[str] | None, _option("--at", help="实际值，可写几次：94、94%、2027-01-15、效果明显。")
    ] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", help="text 或 json。", metavar="text|json")
    ] = "text",
    report: Annotated[
        bool, typer.Option("--report", help="把句子、指标值、分值和得分记进 句子.md，不写名称。")
    ] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.rule import Request, rule

    if output_format not in ("text", "json"):
        raise typer.BadParameter(f"{output_format}：只能是 text 或 json", param_hint="--output-format")
    as_json = output_format == "json"
    asked = Request(sentence, target, points, name, tuple(at or ()), as_json, lang, report)
    raise typer.Exit(rule(asked))


@app.command(help="比较两年、两稿或两个版本的目标：哪些承诺降低了，哪些评分放宽了。")
def diff(
    old: Annotated[
        str | None,
        _argument(
            help="旧的一边：文件、文件夹、年度（2025）、版本（HEAD~1、v2025:goals/a.goal）或 A..B；不写就是最新的两个年度。"
        ),
    ] = None,
    new: Annotated[str | None, _argument(help="新的一边；不写就是工作区。")] = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            help="terminal、markdown、html、pdf、json、github、gitlab、sarif 或 junit。",
            metavar="FORMAT",
        ),
    ] = "terminal",
    out: Annotated[Path | None, _option("-o", "--out", help="写到哪个文件夹。")] = None,
    gate: Annotated[
        str | None, _option("--gate", help="门槛：draft|review|frozen（草案|送审|批复），或 auto。")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="有变化时以 1 结束。")] = False,
    accept: Annotated[
        list[str] | None, _option("--accept", help="认可一处变化，写进新的一边：GD101@指标名称。")
    ] = None,
    reason: Annotated[str | None, _option("--reason", help="认可的理由和文号。")] = None,
    accept_from: Annotated[Path | None, _option("--accept-from", help="从填好理由的对照表取理由。")] = None,
    roster: Annotated[
        Path | None, _option("--roster", help="单位名册（单位.csv）；不写就用项目里的。")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="逐条列出每一处变化。")] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.diff import Output, Request, diff

    if output_format not in [each.value for each in Output]:
        known = "、".join(each.value for each in Output)
        raise typer.BadParameter(f"{output_format}：只能是 {known}", param_hint="--output-format")
    raise typer.Exit(
        diff(
            Request(
                old,
                new,
                Output(output_format),
                out,
                gate,
                exit_code,
                tuple(accept or ()),
                reason,
                accept_from,
                roster,
                full,
                lang,
            )  # fmt: skip
        )
    )


@app.command(help="一个指标历年的目标、实际和得分；--revisions 看一份表历次的修改。")
def history(
    paths: Paths = None,
    name: Annotated[str | None, _option("--name", help="指标名称，可只写一部分；不写就是全部指标。")] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", help="terminal、html 或 json。", metavar="terminal|html|json")
    ] = "terminal",
    revisions: Annotated[int | None, _option("--revisions", help="看最近几次提交，不看历年。", min=1)] = None,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.history import Request, history

    if output_format not in ("terminal", "html", "json"):
        raise typer.BadParameter(
            f"{output_format}：只能是 terminal、html 或 json", param_hint="--output-format"
        )
    raise typer.Exit(history(Request(tuple(paths or ()), name, output_format, revisions, lang)))


@app.command(help="解释一个诊断代码，如 GC501。")
def explain(
    code: Annotated[str | None, _argument(help="诊断代码或短名；不写就列出全部。")] = None,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.explain import explain

    raise typer.Exit(explain(code, lang))


@app.command(help="建一个新项目：goaldsl.toml 和一份可以照着改的申报表。")
def init(
    folder: Annotated[Path, typer.Argument(help="项目文件夹。")] = Path(),
    form: Annotated[str, typer.Option("--form", help="表样，如 芷江、湖南、衡阳。")] = "通用",
    year: Annotated[int | None, _option("--year", help="年度；不写就是今年。")] = None,
    git: Annotated[
        bool, typer.Option("--git", help="设好 git：.gitattributes、比较时显示所在的指标、中文文件名。")
    ] = False,
    lang: LangOption = None,
) -> None:
    from goaldsl.cli.init import init

    raise typer.Exit(init(folder, form, year, lang, git=git))


@app.command(help="看看这台机器能不能生成 PDF：程序库和字体。")
def doctor(lang: LangOption = None) -> None:
    from goaldsl.cli.doctor import doctor

    raise typer.Exit(doctor(lang))


def run() -> None:
    """Run the command line; a pipe that the reader closed is no error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console in GBK must not end in a traceback
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断。\n")
        sys.exit(130)

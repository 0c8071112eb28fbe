"""Mid-year progress as a text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.evaluation.progress import Progress, RowProgress
from goaldsl.evaluation.rounding import percentage, shown
from goaldsl.model.target import Direction
from goaldsl.scoring.points import plain


def report(progress: Progress, language: str) -> str:
    """The state of things on a day, in Chinese or in English."""
    lines = _chinese(progress) if language == "zh" else _english(progress)
    return "\n".join(lines) + "\n"


def _chinese(progress: Progress) -> Iterator[str]:
    day = progress.at
    yield f"截至 {day.year}年{day.month}月{day.day}日，全年过去 {percentage(progress.elapsed)}"
    if progress.execution is not None:
        yield _execution(progress)
    if progress.apart and progress.execution is not None and progress.goals is not None:
        both = percentage(progress.goals), percentage(progress.execution)
        yield f"预警：目标完成 {both[0]}，预算执行 {both[1]}，相差超过 10 个百分点"
    for row in progress.rows:
        words = "；".join(_said(row))
        yield f"{_mark(row)} {row.indicator.name.value}：{words or '正常'}"
    counted = (
        (sum(not row.filled for row in progress.rows), "没有填"),
        (sum(row.behind for row in progress.rows), "落后于进度"),
        (sum(row.ahead for row in progress.rows), "快于进度"),
        (sum(row.lost for row in progress.rows), "已得不了满分"),
    )
    yield "，".join(
        [f"{len(progress.rows)} 个指标", *(f"{count} 个{what}" for count, what in counted if count)]
    )


def _execution(progress: Progress) -> str:
    assert progress.execution is not None
    words = f"预算执行率 {percentage(progress.execution)}"
    if progress.mark is None:
        return words
    mark = f"{progress.mark.month} 月底预警线 {progress.mark.at_least}%"
    return f"预警：{words}，低于{mark}" if progress.execution_behind else f"{words}，不低于{mark}"


def _said(row: RowProgress) -> Iterator[str]:
    if row.text:
        yield f"到目前 {row.text}"
    if row.share is not None:
        verb = "完成目标的" if row.indicator.direction is Direction.ASCENDING else "用去目标的"
        yield f"{verb} {percentage(row.share)}"
    if not row.filled:
        yield "没有填"
    if row.behind and row.share is None:
        yield "期限已过，还没有完成"
    elif row.behind:
        yield "落后于进度"
    if row.ahead:
        yield "快于进度"
    if row.lost and row.reachable is not None and row.score is not None:
        yield f"最多还能得 {shown(row.reachable)} 分（满分 {plain(row.score)}）"


def _mark(row: RowProgress) -> str:
    return "✗" if row.lost else "!" if row.behind or row.ahead else "·" if row.filled else "?"


def _english(progress: Progress) -> Iterator[str]:
    yield f"On {progress.at.isoformat()}, {percentage(progress.elapsed)} of the year is over"
    if progress.execution is not None:
        warning = " (below the mark)" if progress.execution_behind else ""
        yield f"budget executed: {percentage(progress.execution)}{warning}"
    if progress.apart:
        yield "warning: goals and execution are more than ten points apart"
    for row in progress.rows:
        words = [row.text] if row.text else []
        if not row.filled:
            words.append("not filled in")
        if row.behind:
            words.append("behind")
        if row.ahead:
            words.append("ahead of the year")
        if row.lost and row.reachable is not None:
            words.append(f"at most {shown(row.reachable)} of {row.score}")
        yield f"{_mark(row)} {row.indicator.name.value}: {'; '.join(words) or 'fine'}"

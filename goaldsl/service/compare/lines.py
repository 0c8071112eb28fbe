"""The steps of a history: the year folders of the project, or the commits that touched a form."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from goaldsl.diagnostics import Message
from goaldsl.diff.counterparts import Entry, counterparts
from goaldsl.diff.history import History, Step, history
from goaldsl.diff.view import Side
from goaldsl.service.compare import codes
from goaldsl.service.compare.arguments import Place, RefusedError, meaning
from goaldsl.service.compare.inputs import Input, at_revision
from goaldsl.service.compare.reading import read_input
from goaldsl.service.compare.run import reader_of


def through_years(
    place: Place,
    paths: Sequence[str],
    name: str | None,
    known_codes: Collection[str],
    roster: Sequence[Entry] = (),
) -> History:
    """The lines through the year folders; `paths` name the forms that are wanted, in any year."""
    years = place.years()
    if not years:
        raise RefusedError(
            codes.NOT_COMPARABLE,
            str(place.goals),
            Message("项目里没有年度文件夹", "the project has no year folders"),
            Message(
                "历年的申报表放在 goals/2025、goals/2026 …。", "Put the forms into goals/2025 and so on."
            ),
        )
    wanted = [side for path in paths for side in _sides(meaning(path, place), known_codes)]
    steps = []
    for year in range(min(years), max(years) + 1):
        sides = _sides(meaning(f"year:{year}", place), known_codes) if year in years else []
        steps.append(Step(str(year), tuple(_kept(sides, wanted, roster) if wanted else sides)))
    return history(steps, place.workspace.catalog, name, roster)


def _kept(sides: Sequence[Side], wanted: Sequence[Side], roster: Sequence[Entry]) -> list[Side]:
    """The forms of the departments that are wanted."""
    return [
        side
        for side in sides
        if any(
            counterparts([side], [each], roster).pairs or counterparts([each], [side], roster).pairs
            for each in wanted
        )
    ]


def _sides(side: Input, known_codes: Collection[str]) -> list[Side]:
    return [form for each in read_input(side, reader_of(side, known_codes)) for form in each.sides]


def through_revisions(
    place: Place, paths: Sequence[str], name: str | None, count: int, known_codes: Collection[str]
) -> History:
    """The lines through the last commits that touched the files, and the working tree."""
    found = place.repository()
    files = [found.inside(Path(path)) for path in paths or [str(place.goals)]]
    inside = [path for path in files if path is not None]
    if not inside:
        raise RefusedError(
            codes.NO_REPOSITORY,
            str(found.root),
            Message("这些文件在仓库外面，没有历史", "the files lie outside the repository"),
            Message("换成仓库里的文件。", "Name files of the repository."),
        )
    project = found.inside(place.workspace.root) or ""
    steps = []
    for revision in reversed(found.history(inside, count)):
        sides: list[Side] = []
        for path in inside:
            below = (
                path
                if path in found.files(revision.commit)
                else found.former_path(revision.commit, path) or path
            )
            given, beside, workspace = at_revision(found, revision, below, "" if project == "." else project)
            one = Input(revision.short, "", "revision", given, workspace, revision.commit, beside)
            sides += _sides(one, known_codes)
        steps.append(Step(f"{revision.day} {revision.commit[:7]}", tuple(sides)))
    now = [side for path in paths or [str(place.goals)] for side in _sides(meaning(path, place), known_codes)]
    steps.append(Step("工作区", tuple(now)))
    return history(steps, place.workspace.catalog, name)

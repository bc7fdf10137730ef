"""The routines and exercises: whether the person's own can be used."""

from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, toml_files
from footcoach_tui.cli.health.finding import Findings, care, cares, counted, ok

_EXERCISES = "exercises"


def check(bundled: Path | None, own: Path) -> Findings:
    """Judge the person's own files, beside those that come with footcoach.

    The latter are judged only along with others: that takes half a second.
    """
    if bundled is None:
        return
    yield ok(
        f"{counted(_count(bundled), 'routine')} and "
        f"{counted(_count(bundled / _EXERCISES), 'exercise')} come with footcoach"
    )
    unlisted = False
    count = 0
    for folder in (own, own / _EXERCISES):
        try:
            count += len(toml_files(folder))
        except UnreadableError as error:
            unlisted = True
            yield care(str(error), "make it a folder that you can read")
            break
    if not count:
        if not unlisted:
            yield ok(f"none of your own in {own}", own=0)
        return
    yield ok(f"{counted(count, 'file')} of your own in {own}", own=count)
    yield from _judged(bundled, own)


def _judged(bundled: Path, own: Path) -> Findings:
    from footcoach_tui.library.check import check as judge  # noqa: PLC0415 - brings pydantic

    report = judge((), bundled=bundled, own=own)
    problems: dict[str, list[Problem]] = {}
    folders = {str(own), str(own / _EXERCISES)}  # told above
    for problem in (*report.unreadable, *report.problems):
        if problem.file not in folders:
            problems.setdefault(problem.file, []).append(problem)
    yield from cares([_told(*one) for one in problems.items()], broken=list(problems))
    if not problems:
        yield ok("all of them can be used", broken=[])


def _told(file: str, problems: list[Problem]) -> tuple[str, str]:
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{problems[0]}{more}", f"footcoach check {file} tells all; until then it is left out"


def _count(folder: Path) -> int:
    try:
        return sum(path.name != "sources.toml" for path in toml_files(folder))
    except UnreadableError:
        return 0

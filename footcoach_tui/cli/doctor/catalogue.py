"""Check of routines, exercises and plans: whether all files of the user are valid."""

from pathlib import Path

from footcoach_tui.boundary.paths import PathError, bundled_routines_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, toml_files
from footcoach_tui.cli.doctor.findings import Findings, care, care_findings, ok
from footcoach_tui.text.durations import counted

_EXERCISES, _PLANS = "exercises", "plans"


def check(own: Path) -> Findings:
    """Validate the user's files in the folder `own`.

    The bundled files are counted, and validated only along with others: that takes half a second.
    """
    try:
        bundled = bundled_routines_folder()
    except PathError as error:
        yield care(str(error), "reinstall footcoach", bundled=None)
        return
    yield ok(
        f"{counted(_count(bundled), 'routine')} and "
        f"{counted(_count(bundled / _EXERCISES), 'exercise')} come with footcoach, in {bundled}",
        bundled=str(bundled),
    )
    try:
        count = sum(len(toml_files(own / name)) for name in ("", _EXERCISES, _PLANS))
    except UnreadableError as error:
        yield care(str(error), "make it a folder that you can read")
        return
    if not count:
        yield ok(f"you have none of your own in {own}", own=0)
        return
    yield ok(f"{counted(count, 'file')} of your own in {own}", own=count)
    yield from _problems(bundled, own)


def _problems(bundled: Path, own: Path) -> Findings:
    from footcoach_tui.library.check import check as validate  # noqa: PLC0415 - imports pydantic

    report = validate((), bundled=bundled, own=own)
    files: dict[str, list[Problem]] = {}
    for problem in (*report.unreadable, *report.problems):
        files.setdefault(problem.file, []).append(problem)
    yield from care_findings([_first_problem(*item) for item in files.items()], broken=list(files))
    if not files:
        yield ok("all of them can be used", broken=[])


def _first_problem(file: str, problems: list[Problem]) -> tuple[str, str]:
    """Sentence and advice on the first problem of a file."""
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{problems[0]}{more}", f"footcoach check {file} lists all; until then it is not used"


def _count(folder: Path) -> int:
    try:
        return sum(path.name != "sources.toml" for path in toml_files(folder))
    except UnreadableError:
        return 0
